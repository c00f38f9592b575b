"""Every button leads where it was made for, and no argument breaks a list."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from domain.buttons import read_button
from domain.calendar import Period
from domain.exemplars import Field, State
from domain.reporting_span import LENGTHS, Span, span_of
from handlers.figures.targets import read_targets
from handlers.steps import read_view
from operations.cadres.buttons import RATES, RatesOfChapter
from operations.exemplars.buttons import (
    NarrowByField,
    NarrowByPlace,
    NarrowByState,
    OpenRegister,
    RegisterView,
    filters_of,
)
from operations.figures.buttons import CounterBoardView, TargetsOfPlace

REGISTER = (OpenRegister, NarrowByField, NarrowByState, NarrowByPlace)
NOVEMBER = Period(2026, 11)
QUARTER = Period(2026, 10, 3)
SPAN = Span(2026, 10, 3)


@given(st.text(max_size=24))
def test_any_argument_is_read_as_a_look_at_exemplars_or_as_none(argument: str) -> None:
    look = read_button(argument, *REGISTER)
    assert look is None or look.page >= 1


@given(
    st.sampled_from(REGISTER),
    st.none() | st.sampled_from(Field),
    st.none() | st.sampled_from(State),
    st.integers(0, 99999),
    st.integers(1, 99),
)
def test_a_button_leads_where_it_was_made_for_in_exemplars(
    view: type[RegisterView], field: Field | None, state: State | None, area: int, page: int
) -> None:
    look = view(filters=filters_of(field, state), place=area, page=page)
    assert len(look.key) <= 24
    assert (look.field, look.state) == (field, state)
    assert read_button(look.key.removeprefix("exemplar."), *REGISTER) == look


@given(st.text(max_size=24))
def test_any_argument_is_read_as_a_look_at_rates(argument: str) -> None:
    look = read_view(argument, *RATES, RatesOfChapter, today=NOVEMBER.first_day)
    assert look.period <= NOVEMBER
    assert look.page >= 1


@given(st.sampled_from("akch"), st.integers(0, 99999), st.integers(1, 99))
def test_a_button_leads_where_it_was_made_for_in_rates(view: str, number: int, page: int) -> None:
    kinds = (*RATES, RatesOfChapter)
    (kind,) = (kind for kind in kinds if kind.letter == view)
    look = kind(period=NOVEMBER, place=number, page=page)
    assert len(look.key) <= 24
    key = look.key.removeprefix("rates.")
    assert read_view(key, *kinds, today=NOVEMBER.first_day) == look


@given(st.text(max_size=24))
def test_any_argument_is_read_as_a_look_at_counters(argument: str) -> None:
    today = QUARTER.first_day
    look = read_view(argument, CounterBoardView, today=today, lengths=(3,))
    assert look.period <= QUARTER
    key = look.key.removeprefix("counters.")
    assert read_view(key, CounterBoardView, today=today, lengths=(3,)) == look
    assert len(CounterBoardView(period=QUARTER, place=99999, page=99).key) <= 24


@given(st.text(max_size=24))
def test_any_argument_is_read_as_a_look_at_targets(argument: str) -> None:
    look = read_targets(argument, SPAN.first_day)
    assert look.span.first_day <= SPAN.last_day
    assert look.page >= 1


@given(
    st.dates(date(2020, 1, 1), date(2026, 12, 31)),
    st.sampled_from(LENGTHS),
    st.integers(0, 99999),
    st.integers(1, 9),
)
def test_a_button_leads_where_it_was_made_for_in_targets(
    day: date, months: int, area: int, page: int
) -> None:
    look = TargetsOfPlace(span=span_of(day, months), place=area, page=page)
    assert len(look.key) <= 24
    assert read_targets(look.key.removeprefix("targets."), SPAN.last_day) == look
