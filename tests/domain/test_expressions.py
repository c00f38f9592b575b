"""The expressions of forms: what they come to, and that nothing written into one does harm."""

import time
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.questionnaires.expressions import (
    FUNCTIONS,
    Answered,
    BadExpression,
    Value,
    read_expression,
)

TODAY = date(2026, 11, 5)
NAMES = ("a", "b", "c")


def reckon(text: str, current: Value = None, **values: Value) -> Value:
    return read_expression(text).value(Answered(values=values, today=TODAY, current=current))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 + 2 * 3", Decimal(7)),
        ("(1 + 2) * 3", Decimal(9)),
        ("7 div 2", Decimal("3.5")),
        ("7 mod 4", Decimal(3)),
        ("-2 - -3", Decimal(1)),
        ("1 div 0", None),
        ("1 < 2 and 2 <= 2 or false()", True),
        ("not(1 = 1)", False),
        ("'a' = \"a\"", True),
        ("'3' = 3", True),
        ("'' = 3", False),
        ("if(true(), 'x', 'y')", "x"),
        ("coalesce('', 'z')", "z"),
        ("concat('a', 1, true())", "a1true"),
        ("string-length('gạo')", Decimal(3)),
        ("round(2.345, 2)", Decimal("2.35")),
        ("int(-1.5)", Decimal(-2)),
        ("min(3, 1, 2) + max(3, 1, 2)", Decimal(4)),
        ("contains('nước sạch', 'sạch') and starts-with('nước', 'nư')", True),
        ("today() - 5", date(2026, 10, 31)),
        ("date('2026-11-06') > today()", True),
        ("today() - date('2026-11-01')", Decimal(4)),
        ("'19:30' > '07:00'", True),
        ("regex('0912345678', '0[0-9]{9}')", True),
        ("regex('x0912345678', '0[0-9]{9}')", False),
    ],
)
def test_an_expression_comes_to_its_value(text: str, value: Value) -> None:
    assert reckon(text) == value


def test_answers_are_named_and_the_open_one_is_a_point() -> None:
    assert reckon("${a} > 3 and selected(${b}, 'x')", a=Decimal(4), b=("x", "y")) is True
    assert reckon("count-selected(${b})", b=("x", "y")) == 2
    assert reckon(". >= 0 and . <= 100", Decimal(101)) is False
    assert reckon("${gone} = '' and not(${gone} > 0)") is True
    assert read_expression("${a} + ${ b } > .").names == {"a", "b"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "unfinished"),
        ("1 +", "unfinished"),
        ("(1", "unfinished"),
        ("1 2", "unexpected"),
        ("${a", "unexpected"),
        ("a = 1", "function"),
        ("system('ls')", "function"),
        ("__import__('os')", "unexpected"),
        ("not()", "arguments"),
        ("regex(., '(?=a)b')", "pattern"),
        ("regex(., ${a})", "pattern-not-text"),
        ("(" * 60 + "1" + ")" * 60, "too-deep"),
        ("1 + " * 400 + "1", "too-long"),
    ],
)
def test_what_is_no_expression_says_why(text: str, code: str) -> None:
    with pytest.raises(BadExpression) as bad:
        read_expression(text)
    assert bad.value.code == code


def test_a_pattern_that_never_ends_elsewhere_ends_here() -> None:
    began = time.monotonic()
    assert reckon("regex(., '(a+)+b')", "a" * 50_000) is False
    assert time.monotonic() - began < 20


LEAVES = st.one_of(
    st.integers(-99, 99).map(lambda number: f"({number})"),
    st.sampled_from([f"${{{name}}}" for name in NAMES] + ["'x'", "''", ".", "today()"]),
)
SIGNS = st.sampled_from(
    ["=", "!=", "<", "<=", ">", ">=", "+", "-", "*", "div", "mod", "and", "or"]
)
EXPRESSIONS = st.recursive(
    LEAVES,
    lambda inner: st.tuples(inner, SIGNS, inner).map(lambda parts: f"({' '.join(parts)})"),
    max_leaves=12,
)
VALUES = st.one_of(
    st.none(),
    st.decimals(-1000, 1000, places=2),
    st.text(max_size=5),
    st.dates(),
    st.lists(st.sampled_from("xyz"), max_size=3).map(tuple),
)


@given(EXPRESSIONS, st.fixed_dictionaries(dict.fromkeys(NAMES, VALUES)), VALUES)
def test_whatever_is_put_together_comes_to_something(
    text: str, values: dict[str, Value], current: Value
) -> None:
    expression = read_expression(text)
    answered = Answered(values=values, today=TODAY, current=current)
    assert isinstance(expression.holds(answered), bool)
    assert expression.value(answered) == expression.value(answered)


@given(st.text(alphabet="ab1 .,'\"${}()<>=!+-*" + "".join(FUNCTIONS), max_size=40))
def test_any_text_is_an_expression_or_refused(text: str) -> None:
    try:
        expression = read_expression(text)
    except BadExpression:
        return
    assert isinstance(expression.holds(Answered(values={}, today=TODAY)), bool)


@given(st.integers(-99, 99), st.integers(-99, 99), st.integers(1, 99))
def test_numbers_are_reckoned_as_they_are(first: int, second: int, third: int) -> None:
    text = f"{first} * {second} - {third} = {first * second - third}"
    assert reckon(text) is True
    assert reckon(f"({first} < {second}) = not({first} >= {second})") is True
