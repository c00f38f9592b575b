"""The expressions of an XLSForm (`relevant`, `constraint`), read and reckoned safely.

A subset of XPath 1.0 as ODK uses it (https://docs.getodk.org/form-logic/): nothing in it can run
code, read what is not an answer, or go on without end. Patterns are matched by RE2, whose time
grows with the length of the text alone.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal, DecimalException

import re2

# What an answer is to an expression; a number that cannot be told is None, as is no answer.
Value = str | Decimal | bool | date | tuple[str, ...] | None

LONGEST = 1000
_DEEPEST = 40
_EPOCH = date(1970, 1, 1)
_PATTERN_MEMORY = 1 << 20
_MOST_PLACES = 10

_PART = re.compile(
    r"\s*(?:(?P<name>\$\{\s*[A-Za-z_][\w.-]*\s*\})|(?P<number>\d+(?:\.\d+)?|\.\d+)"
    r"|(?P<string>'[^']*'|\"[^\"]*\")|(?P<word>[A-Za-z][A-Za-z-]*)"
    r"|(?P<sign><=|>=|!=|[=<>()+*,-])|(?P<current>\.))",
    re.ASCII,
)
_NUMBER = re.compile(r"[+-]?\d{1,30}(?:\.\d{1,15})?", re.ASCII)
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?", re.ASCII)


class BadExpression(Exception):
    """An expression that cannot be read: why, by a code, and what of it is meant."""

    def __init__(self, code: str, what: str = "") -> None:
        super().__init__(code, what)
        self.code, self.what = code, what


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What an expression is reckoned from: answers by name, the one it is about, the day."""

    values: Mapping[str, Value]
    today: date
    current: Value = None


_Work = Callable[[Answered], Value]
# A sign or a function, and what it is applied to; of what stands for itself "#" marks a number,
# "'" a text, "$" an answer by its name, "." the answer that is checked.
Tree = tuple["str | Tree", ...]


@dataclass(frozen=True, slots=True)
class _Node:
    """A part of an expression: how it is reckoned, here and where its tree is read."""

    value: _Work
    tree: Tree


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression as it was written, and the names it refers to; equal if the text is.

    `tree` is the same in plain values, for whoever reckons it elsewhere.
    """

    text: str
    names: frozenset[str] = field(compare=False)
    _node: _Node = field(compare=False)

    @property
    def tree(self) -> Tree:
        """How it is reckoned, from the outside in."""
        return self._node.tree

    @property
    def has_pattern(self) -> bool:
        """True where a pattern is matched, which others do in their own way."""
        return _has_pattern(self.tree)

    def holds(self, answered: Answered) -> bool:
        """Says whether it is true of some answers."""
        return as_truth(self._node.value(answered))

    def value(self, answered: Answered) -> Value:
        """Returns what it comes to."""
        return self._node.value(answered)


def _has_pattern(tree: Tree) -> bool:
    parts = (part for part in tree if isinstance(part, tuple))
    return tree[0] == "regex" or any(map(_has_pattern, parts))


def read_expression(text: str) -> Expression:
    """Returns the expression that a text is; raises BadExpression."""
    if len(text) > LONGEST:
        raise BadExpression("too-long", str(LONGEST))
    return _Reader(text).read()


def as_text(value: Value) -> str:
    """Returns a value as text, as XPath writes it."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Decimal():
            return f"{value.normalize():f}"
        case date():
            return value.isoformat()
        case tuple():
            return " ".join(value)
    return value


def as_number(value: Value) -> Decimal | None:
    """Returns a value as a number: of a day the days since 1970, of an hour a part of a day."""
    match value:
        case bool():
            return Decimal(value)
        case Decimal():
            return value
        case date():
            return Decimal((value - _EPOCH).days)
    text = as_text(value).strip()
    if _NUMBER.fullmatch(text):
        return Decimal(text)
    if clock := _CLOCK.fullmatch(text):
        return Decimal(int(clock[1]) * 60 + int(clock[2])) / (24 * 60)
    day = _as_day(text)
    return Decimal((day - _EPOCH).days) if day else None


def as_truth(value: Value) -> bool:
    """Says whether a value counts as true: no zero, and not empty."""
    match value:
        case bool():
            return value
        case Decimal():
            return value != 0
        case date():
            return True
    return bool(value)


def _as_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _equal(left: Value, right: Value) -> bool:
    if isinstance(left, bool) or isinstance(right, bool):
        return as_truth(left) == as_truth(right)
    if isinstance(left, Decimal | date) or isinstance(right, Decimal | date):
        numbers = as_number(left), as_number(right)
        return None not in numbers and numbers[0] == numbers[1]
    return as_text(left) == as_text(right)


def _compare(sign: str, left: Value, right: Value) -> bool:
    first, second = as_number(left), as_number(right)
    if first is None or second is None:
        return False
    return {
        "<": first < second,
        "<=": first <= second,
        ">": first > second,
        ">=": first >= second,
    }[sign]


def _reckon(sign: str, left: Value, right: Value) -> Value:
    """Adds, takes away, multiplies, divides; days may be moved by a number of days."""
    if isinstance(left, date) and sign in "+-" and not isinstance(right, date):
        days = as_number(right)
        return _shifted(left, days if sign == "+" or days is None else -days)
    first, second = as_number(left), as_number(right)
    if first is None or second is None or (sign in ("div", "mod") and second == 0):
        return None
    try:
        return {
            "+": lambda: first + second,
            "-": lambda: first - second,
            "*": lambda: first * second,
            "div": lambda: first / second,
            "mod": lambda: first % second,
        }[sign]()
    except DecimalException:
        return None


def _shifted(day: date, days: Decimal | None) -> Value:
    try:
        return None if days is None else day + timedelta(days=int(days))
    except OverflowError:
        return None


def _rounded(value: Value, places: Value = None) -> Value:
    number, digits = as_number(value), as_number(places) or Decimal()
    if number is None or abs(digits) > _MOST_PLACES:
        return None
    try:
        return number.quantize(Decimal(1).scaleb(-int(digits)), ROUND_HALF_UP)
    except DecimalException:
        return None


def _whole(value: Value) -> Value:
    number = as_number(value)
    return None if number is None else number.to_integral_value(ROUND_FLOOR)


def _numbers(values: Sequence[Value]) -> list[Decimal]:
    return [number for value in values if (number := as_number(value)) is not None]


def _chosen(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else tuple(as_text(value).split())


# What a function makes of its arguments, and how few and how many these are.
_FUNCTIONS: Mapping[str, tuple[Callable[..., Value], int, int]] = {
    "not": (lambda value: not as_truth(value), 1, 1),
    "true": (lambda: True, 0, 0),
    "false": (lambda: False, 0, 0),
    "selected": (lambda value, name: as_text(name) in _chosen(value), 2, 2),
    "count-selected": (lambda value: Decimal(len(_chosen(value))), 1, 1),
    "string-length": (lambda value: Decimal(len(as_text(value))), 1, 1),
    "contains": (lambda text, part: as_text(part) in as_text(text), 2, 2),
    "starts-with": (lambda text, part: as_text(text).startswith(as_text(part)), 2, 2),
    "concat": (lambda *parts: "".join(map(as_text, parts)), 1, 20),
    "coalesce": (lambda value, other: value if as_text(value) else other, 2, 2),
    "if": (lambda case, yes, no: yes if as_truth(case) else no, 3, 3),
    "number": (as_number, 1, 1),
    "string": (as_text, 1, 1),
    "boolean": (as_truth, 1, 1),
    "date": (lambda value: value if isinstance(value, date) else _as_day(as_text(value)), 1, 1),
    "int": (_whole, 1, 1),
    "round": (_rounded, 1, 2),
    "abs": (lambda value: None if (n := as_number(value)) is None else abs(n), 1, 1),
    "min": (lambda *values: min(_numbers(values), default=None), 1, 20),
    "max": (lambda *values: max(_numbers(values), default=None), 1, 20),
}
# "today" and "regex" are written as functions, and read by themselves.
FUNCTIONS = (*_FUNCTIONS, "today", "regex")

# Binary signs from the loosest to the tightest.
_LEVELS: tuple[tuple[str, ...], ...] = (
    ("or",),
    ("and",),
    ("=", "!="),
    ("<", "<=", ">", ">="),
    ("+", "-"),
    ("*", "div", "mod"),
)


def _joined(sign: str, left: _Work, right: _Work) -> _Work:
    match sign:
        case "or":
            return lambda of: as_truth(left(of)) or as_truth(right(of))
        case "and":
            return lambda of: as_truth(left(of)) and as_truth(right(of))
        case "=":
            return lambda of: _equal(left(of), right(of))
        case "!=":
            return lambda of: not _equal(left(of), right(of))
        case "<" | "<=" | ">" | ">=":
            return lambda of: _compare(sign, left(of), right(of))
    return lambda of: _reckon(sign, left(of), right(of))


_END = ("end", "")


class _Reader:
    """Reads one expression from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._names: set[str] = set()
        self._parts = _parts(text)
        self._kind, self._part = next(self._parts, _END)
        self._depth = 0

    def read(self) -> Expression:
        node = self._level(0)
        if self._kind != "end":
            raise BadExpression("unexpected", self._part)
        return Expression(self._text, frozenset(self._names), node)

    def _next(self) -> str:
        part = self._part
        self._kind, self._part = next(self._parts, _END)
        return part

    def _level(self, level: int) -> _Node:
        if level == len(_LEVELS):
            return self._unary()
        node = self._level(level + 1)
        while self._part in _LEVELS[level] and self._kind in ("word", "sign"):
            sign = self._next()
            right = self._level(level + 1)
            node = _Node(_joined(sign, node.value, right.value), (sign, node.tree, right.tree))
        return node

    def _unary(self) -> _Node:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise BadExpression("too-deep")
        node = self._negative() if (self._kind, self._part) == ("sign", "-") else self._primary()
        self._depth -= 1
        return node

    def _negative(self) -> _Node:
        self._next()
        inner = self._unary()
        return _Node(
            lambda of: _reckon("-", Decimal(), inner.value(of)), ("-", ("#", "0"), inner.tree)
        )

    def _primary(self) -> _Node:
        kind, part = self._kind, self._next()
        match kind:
            case "number":
                number = Decimal(part)
                return _Node(lambda _: number, ("#", part))
            case "string":
                text = part[1:-1]
                return _Node(lambda _: text, ("'", text))
            case "name":
                return self._named(part[2:-1].strip())
            case "current":
                return _Node(lambda of: of.current, (".",))
            case "word":
                return self._called(part)
        if part == "(":
            node = self._level(0)
            self._expect(")")
            return node
        raise BadExpression("unfinished" if kind == "end" else "unexpected", part)

    def _named(self, name: str) -> _Node:
        self._names.add(name)
        return _Node(lambda of: of.values.get(name), ("$", name))

    def _called(self, function: str) -> _Node:
        if function not in FUNCTIONS:
            raise BadExpression("function", function)
        self._expect("(")
        if function == "regex":
            return self._pattern()
        arguments: list[_Node] = []
        while self._part != ")" or self._kind != "sign":
            if arguments:
                self._expect(",")
            arguments.append(self._level(0))
        self._expect(")")
        if function == "today":
            _check_count(function, len(arguments), 0, 0)
            return _Node(lambda of: of.today, (function,))
        work, fewest, most = _FUNCTIONS[function]
        _check_count(function, len(arguments), fewest, most)
        return _Node(
            lambda of: work(*(argument.value(of) for argument in arguments)),
            (function, *(argument.tree for argument in arguments)),
        )

    def _pattern(self) -> _Node:
        subject = self._level(0)
        self._expect(",")
        if self._kind != "string":
            raise BadExpression("pattern-not-text", self._part)
        written = self._next()[1:-1]
        self._expect(")")
        options = re2.Options()
        options.max_mem, options.log_errors = _PATTERN_MEMORY, False
        try:
            pattern = re2.compile(written, options)
        except re2.error:
            raise BadExpression("pattern", written) from None
        return _Node(
            lambda of: pattern.fullmatch(as_text(subject.value(of))) is not None,
            ("regex", subject.tree, written),
        )

    def _expect(self, sign: str) -> None:
        if (self._kind, self._part) != ("sign", sign):
            raise BadExpression("unfinished" if self._kind == "end" else "unexpected", self._part)
        self._next()


def _check_count(function: str, count: int, fewest: int, most: int) -> None:
    if not fewest <= count <= most:
        raise BadExpression("arguments", function)


def _parts(text: str) -> Iterator[tuple[str, str]]:
    at, end = 0, len(text.rstrip())
    while at < end:
        found = _PART.match(text, at)
        if found is None:
            raise BadExpression("unexpected", text[at:].strip()[:20])
        at = found.end()
        yield str(found.lastgroup), str(found[str(found.lastgroup)])
