"""What a programme is measured by: a closed list, each reckoned from facts that are there.

A share always has a denominator that can be named: the meetings due are those owed by the
stored expectations that are reported or overdue, members are all that were not exempt at held
meetings, and so on.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from domain.figures import share

_HUNDRED = 10_000
# What a column of hundredths holds on every database.
_LARGEST = 21_474_836


class Sense(StrEnum):
    """Whether a target is to be reached at least, or not to be exceeded."""

    MIN = "min"
    MAX = "max"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Counts of a place and span, None for what nobody gave; none of them is a share.

    `due` are the meetings that are reported or overdue by the day.
    """

    due: int = 0
    held: int = 0
    on_day: int = 0
    on_time: int = 0
    present: int = 0
    room: int = 0
    cadre: int = 0
    cadre_told: int = 0
    cadre_asked: int = 0
    topic: int = 0
    discussion: int = 0
    dialogue: int = 0
    proposals: int = 0
    raised: int = 0
    solved: int = 0
    passed_up: int = 0
    overdue: int = 0
    members_new: int | None = None
    members_left: int | None = None
    members_end: int | None = None
    gathered: int = 0
    population: int = 0
    heads_party: int = 0
    heads_told: int = 0
    heads_trained: int | None = None
    heads_admitted: int | None = None
    candidates: int | None = None
    strengthened: int = 0
    heads_replaced: int = 0
    commended: int = 0
    registered: int = 0
    recognised: int = 0
    replicated: int = 0
    graded: int = 0
    graded_well: int = 0


class Indicator(StrEnum):
    """The indicators, in the order in which a review tells them."""

    HELD = "held"
    HELD_ON_DAY = "held_on_day"
    ON_TIME = "on_time"
    MEMBERS = "members"
    CADRE = "cadre"
    CADRE_TOLD = "cadre_told"
    TOPIC = "topic"
    DISCUSSION = "discussion"
    DIALOGUE = "dialogue"
    RAISED = "raised"
    SOLVED = "solved"
    PASSED_UP = "passed_up"
    OVERDUE = "overdue"
    PROPOSALS = "proposals"
    MEMBERS_NEW = "members_new"
    MEMBERS_LEFT = "members_left"
    MEMBERS_END = "members_end"
    GATHERED = "gathered"
    STRENGTHENED = "strengthened"
    HEADS_REPLACED = "heads_replaced"
    HEADS_PARTY = "heads_party"
    HEADS_TRAINED = "heads_trained"
    HEADS_ADMITTED = "heads_admitted"
    CANDIDATES = "candidates"
    REGISTERED = "registered"
    RECOGNISED = "recognised"
    REPLICATED = "replicated"
    COMMENDED = "commended"
    GRADED_WELL = "graded_well"


# Part and whole by the names of the facts; what is not here is a plain count.
_SHARES: Mapping[Indicator, tuple[str, str]] = {
    Indicator.HELD: ("held", "due"),
    Indicator.HELD_ON_DAY: ("on_day", "due"),
    Indicator.ON_TIME: ("on_time", "due"),
    Indicator.MEMBERS: ("present", "room"),
    Indicator.CADRE: ("cadre", "cadre_asked"),
    Indicator.CADRE_TOLD: ("cadre_told", "cadre_asked"),
    Indicator.TOPIC: ("topic", "held"),
    Indicator.DISCUSSION: ("discussion", "held"),
    Indicator.DIALOGUE: ("dialogue", "held"),
    Indicator.SOLVED: ("solved", "raised"),
    Indicator.OVERDUE: ("overdue", "raised"),
    Indicator.GATHERED: ("gathered", "population"),
    Indicator.HEADS_PARTY: ("heads_party", "heads_told"),
    Indicator.GRADED_WELL: ("graded_well", "graded"),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A count, None where nobody gave one, or a share of a `whole` that is counted as well."""

    part: int | None
    whole: int | None = None

    @property
    def value(self) -> int | None:
        """Hundredths of a per cent point or of one; None where there is nothing to tell."""
        if self.part is None:
            return None
        if self.whole is None:
            return self.part * 100
        return share(self.part, self.whole, steps=_HUNDRED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A value aimed at, in hundredths: 8550 is 85.5 % or 85.5 of something."""

    programme_id: int
    programme: str
    indicator: Indicator
    area_id: int
    kind_id: int | None
    kind: str | None
    value: int
    sense: Sense


def read_hundredths(text: str) -> int | None:
    """Reads a target's value, "85,5" or "85,5 %"; None for what is none or too large."""
    plain = text.replace("%", "").replace(" ", "").replace(",", ".")
    try:
        number = Decimal(plain)
    except InvalidOperation:
        return None
    if not number.is_finite() or not 0 <= number <= _LARGEST:
        return None
    hundredths = number * 100
    return int(hundredths) if hundredths == hundredths.to_integral_value() else None


def write_hundredths(value: int) -> str:
    """Returns a target's value as it is written: "85,5"."""
    whole, rest = divmod(value, 100)
    digits = f"{rest:02}".rstrip("0")
    return f"{whole},{digits}" if digits else str(whole)


def is_share(indicator: Indicator) -> bool:
    """True where an indicator is told in per cent."""
    return indicator in _SHARES


def figure_of(indicator: Indicator, facts: Facts) -> Figure:
    """Returns an indicator's figure by the facts."""
    if indicator in _SHARES:
        part, whole = _SHARES[indicator]
        return Figure(getattr(facts, part), getattr(facts, whole))
    return Figure(getattr(facts, str(indicator)))


def is_met(target: Target, figure: Figure) -> bool | None:
    """Says whether a target is met, exactly and not by rounded shares; None of nothing."""
    if figure.part is None or figure.whole == 0:
        return None
    reached = figure.part * (100 if figure.whole is None else _HUNDRED)
    aimed = target.value * (figure.whole or 1)
    return reached >= aimed if target.sense is Sense.MIN else reached <= aimed
