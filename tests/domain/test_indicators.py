"""Spans, figures and targets hold for any counts."""

from contextlib import suppress
from dataclasses import fields
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.indicators import (
    Facts,
    Figure,
    Indicator,
    Sense,
    Target,
    figure_of,
    is_met,
    is_share,
)
from domain.reporting_span import LENGTHS, parse_span, span_of

count = st.integers(0, 10_000)
facts = st.builds(Facts, **{field.name: count for field in fields(Facts)})
days = st.dates(date(2001, 1, 1), date(2100, 12, 31))


def target(value: int, sense: Sense) -> Target:
    return Target(
        programme_id=1,
        programme="Đề án 01",
        indicator=Indicator.HELD,
        area_id=1,
        kind_id=None,
        kind=None,
        value=value,
        sense=sense,
    )


@given(days, st.sampled_from(LENGTHS))
def test_a_span_is_written_and_read_back_and_its_months_hold_the_day(
    day: date, months: int
) -> None:
    span = span_of(day, months)
    assert parse_span(str(span)) == span
    assert len(str(span)) <= 10
    assert span.first_day <= day <= span.last_day
    assert span.next().previous() == span
    assert span.previous().last_day < span.first_day
    assert span.year_before().next().months == months
    assert [period for period in span.periods if day in period] != []
    assert sum(period.months for period in span.quarters) in (0, months)


@given(st.text(max_size=10))
def test_any_text_is_a_span_or_refused(text: str) -> None:
    with suppress(ValueError):
        assert str(parse_span(text)) == text


@pytest.mark.parametrize("text", ["2026-13", "2026-Q5", "2026-H3", "26", "2026-00", "0999"])
def test_what_is_no_span_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="span"):
        parse_span(text)


@given(facts)
def test_every_indicator_has_a_figure(known: Facts) -> None:
    for indicator in Indicator:
        figure = figure_of(indicator, known)
        assert figure.part is not None
        assert (figure.whole is None) is not is_share(indicator)


def test_what_nobody_gave_is_neither_nought_nor_a_target_missed() -> None:
    figure = figure_of(Indicator.MEMBERS_NEW, Facts())
    assert figure == Figure(None)
    assert figure.value is None


@pytest.mark.parametrize(
    ("part", "whole", "hundredths"),
    [(1999, 2000, 9995), (99_999, 100_000, 9999), (1, 100_000, 1), (0, 3, 0), (3, 3, 10_000)],
)
def test_a_share_is_not_rounded_to_its_ends(part: int, whole: int, hundredths: int) -> None:
    assert Figure(part, whole).value == hundredths


@given(count, st.none() | count, st.integers(0, 20_000), st.sampled_from(Sense))
def test_a_target_is_met_exactly_and_not_by_rounding(
    part: int, whole: int | None, value: int, sense: Sense
) -> None:
    met = is_met(target(value, sense), Figure(part, whole))
    if whole == 0:
        assert met is None
        return
    reached = Fraction(part) if whole is None else Fraction(part * 100, whole)
    aimed = Fraction(value, 100)
    assert met is (reached >= aimed if sense is Sense.MIN else reached <= aimed)


@given(count, count)
def test_a_share_of_a_part_never_exceeds_one_hundred(first: int, second: int) -> None:
    part, whole = sorted((first, second))
    value = Figure(part, whole).value
    assert value is None if whole == 0 else 0 <= (value or 0) <= 10_000


def test_a_share_just_below_its_target_is_not_met() -> None:
    just_below = Figure(8_549_999, 10_000_000)
    assert just_below.value == 8550
    assert is_met(target(8550, Sense.MIN), just_below) is False
