"""The sheets of the directory's workbook and their columns."""

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from domain.calendar import ShiftRule
from domain.chapters import Recording
from domain.duties import MOST_VISITS, Per
from domain.indicators import Indicator, Sense
from domain.people import Role
from domain.reforms import Reform

# The mark in the first column of rows that only show how to fill a sheet in.
EXAMPLE = "ví dụ"
# The mark of a row that is new however much it looks like one that is there.
NEW = "mới"
CLEAR = "-"


class CellKind(StrEnum):
    """What a column holds."""

    ID = "id"
    TEXT = "text"
    CODE = "code"
    COUNT = "count"
    PHONE = "phone"
    DAY = "day"
    TIME = "time"
    RULE = "rule"
    SHIFT = "shift"
    CHOICE = "choice"
    PARTS = "parts"
    GRADES = "grades"
    LEVELS = "levels"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column; `most` is the largest number or the longest text, `choices` the values taken.

    `listed` names the sheet and column that a drop-down offers.
    """

    key: str
    kind: CellKind = CellKind.TEXT
    required: bool = False
    least: int = 0
    most: int = 200
    choices: tuple[str, ...] = ()
    listed: tuple[str, str] | None = None
    width: int = 16


@dataclass(frozen=True)
class Sheet:
    """A sheet by its key, its columns in order."""

    key: str
    columns: tuple[Column, ...] = field(repr=False)

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each column in a row's values."""
        return {column.key: place for place, column in enumerate(self.columns)}


_ID = Column(key="id", kind=CellKind.ID, width=9)
_NAME = Column(key="name", required=True, width=34)
_FROM = Column(key="valid_from", kind=CellKind.DAY, width=12)
_TO = Column(key="valid_to", kind=CellKind.DAY, width=12)
_RULE = Column(key="rule", kind=CellKind.RULE, width=34)
_SHIFT = Column(key="shift", kind=CellKind.SHIFT, choices=tuple(ShiftRule), width=34)
_FREQUENCY = Column(key="frequency", kind=CellKind.COUNT, least=1, most=3, width=12)
_AREA_LIST = ("areas", "name")
_LANGUAGE = Column(key="language", kind=CellKind.CHOICE, choices=("vi", "en"), width=12)

AREAS = Sheet(
    "areas",
    (
        _ID,
        _NAME,
        Column(key="level", required=True, most=40),
        Column(key="parent", width=40, most=800, listed=_AREA_LIST),
        Column(key="code", most=40, width=12),
        Column(key="grace_days", kind=CellKind.COUNT, most=60, width=14),
        Column(key="closing_day", kind=CellKind.COUNT, least=1, most=31, width=14),
        Column(key="travel_min", kind=CellKind.COUNT, most=240, width=14),
        _FROM,
        _TO,
    ),
)
KINDS = Sheet(
    "kinds",
    (
        Column(key="code", kind=CellKind.CODE, required=True, most=40),
        Column(key="name", required=True, width=26),
        Column(key="association", required=True, width=32),
        Column(key="unit", required=True, most=80),
        Column(key="members", required=True, most=80),
        Column(key="regular", required=True, most=80),
        Column(key="leader", required=True, most=80),
        Column(key="deputy", required=True, most=80),
        Column(key="frequency", kind=CellKind.COUNT, required=True, least=1, most=3, width=12),
        Column(key="rule", kind=CellKind.RULE, required=True, width=34),
        _SHIFT,
        Column(key="recording", kind=CellKind.CHOICE, choices=tuple(Recording), width=20),
    ),
)
CHAPTERS = Sheet(
    "chapters",
    (
        _ID,
        _NAME,
        Column(key="kind", required=True, width=24, listed=("kinds", "name")),
        Column(key="area", required=True, most=800, width=40, listed=_AREA_LIST),
        Column(key="member_count", kind=CellKind.COUNT, required=True, most=9999, width=11),
        Column(key="exempt_count", kind=CellKind.COUNT, most=9999, width=11),
        _FREQUENCY,
        _RULE,
        _SHIFT,
        Column(key="start_time", kind=CellKind.TIME, required=True, width=9),
        Column(key="duration_min", kind=CellKind.COUNT, least=5, most=600, width=11),
        Column(key="place", required=True, width=30),
        _FROM,
        _TO,
    ),
)
PEOPLE = Sheet(
    "people",
    (
        _ID,
        _NAME,
        Column(key="address_form", most=40),
        Column(key="phone", kind=CellKind.PHONE, most=40),
        _LANGUAGE,
    ),
)
POSTS = Sheet(
    "posts",
    (
        _ID,
        Column(key="person", required=True, width=28, listed=("people", "name")),
        Column(key="phone", kind=CellKind.PHONE, most=40),
        Column(key="role", kind=CellKind.CHOICE, required=True, choices=tuple(Role), width=20),
        Column(key="chapter", width=34, listed=("chapters", "name")),
        Column(key="area", most=800, width=40, listed=_AREA_LIST),
        Column(key="kind", width=24, listed=("kinds", "name")),
        Column(key="association", width=32, listed=("kinds", "association")),
        _FROM,
        _TO,
    ),
)
DUTIES = Sheet(
    "duties",
    (
        _ID,
        Column(key="area", required=True, most=800, width=40, listed=_AREA_LIST),
        Column(key="kind", width=24, listed=("kinds", "name")),
        Column(key="person", width=28, listed=("people", "name")),
        Column(key="phone", kind=CellKind.PHONE, most=40),
        Column(
            key="visits",
            kind=CellKind.COUNT,
            required=True,
            least=1,
            most=MOST_VISITS,
            width=10,
        ),
        Column(key="per", kind=CellKind.CHOICE, required=True, choices=tuple(Per), width=14),
        _FROM,
        _TO,
    ),
)
HOLIDAYS = Sheet(
    "holidays",
    (
        Column(key="day", kind=CellKind.DAY, required=True, width=12),
        _NAME,
        Column(key="area", most=800, width=40, listed=_AREA_LIST),
    ),
)
CHANNELS = Sheet(
    "channels",
    (
        Column(
            key="channel",
            kind=CellKind.CHOICE,
            required=True,
            choices=("telegram", "zalo", "web"),
            width=12,
        ),
        Column(key="account", most=64, width=12),
        Column(key="chat", required=True, most=64, width=20),
        Column(key="title", width=34),
        Column(key="area", required=True, most=800, width=40, listed=_AREA_LIST),
        _LANGUAGE,
    ),
)
_PROGRAMME = Column(
    key="programme", required=True, most=40, width=18, listed=("programmes", "code")
)
_AREA = Column(key="area", required=True, most=800, width=40, listed=_AREA_LIST)
PROGRAMMES = Sheet(
    "programmes",
    (
        Column(key="code", kind=CellKind.CODE, required=True, most=40),
        Column(key="name", required=True, most=300, width=60),
        _AREA,
        _FROM,
        _TO,
    ),
)
PILOTS = Sheet("pilots", (_PROGRAMME, _AREA, _TO))
TARGETS = Sheet(
    "targets",
    (
        _PROGRAMME,
        Column(
            key="indicator",
            kind=CellKind.CHOICE,
            required=True,
            choices=tuple(Indicator),
            width=44,
        ),
        _AREA,
        Column(key="kind", width=24, listed=("kinds", "name")),
        Column(key="period", required=True, most=10, width=12),
        Column(key="value", required=True, most=16, width=12),
        Column(key="sense", kind=CellKind.CHOICE, choices=tuple(Sense), width=14),
        _TO,
    ),
)
COUNTERS = Sheet(
    "counters",
    (
        Column(key="code", kind=CellKind.CODE, required=True, most=40),
        Column(key="name", required=True, width=40),
        Column(key="association", width=32, listed=("kinds", "association")),
        Column(key="measure", required=True, most=40, width=14),
        Column(key="ordinal", kind=CellKind.COUNT, most=9999, width=10),
        _FROM,
        _TO,
    ),
)
SCORES = Sheet(
    "scores",
    (
        Column(key="code", kind=CellKind.CODE, required=True, most=40),
        _NAME,
        Column(key="area", most=800, width=40, listed=_AREA_LIST),
        Column(key="kind", width=24, listed=("kinds", "name")),
        Column(key="parts", kind=CellKind.PARTS, required=True, most=4000, width=80),
        Column(key="grades", kind=CellKind.GRADES, required=True, most=1000, width=60),
        _FROM,
        _TO,
    ),
)
SCALES = Sheet(
    "scales",
    (
        Column(key="association", required=True, width=32),
        _NAME,
        Column(key="levels", kind=CellKind.LEVELS, required=True, most=2000, width=80),
        Column(key="least_graded", kind=CellKind.COUNT, most=100, width=16),
        _FROM,
        _TO,
    ),
)
REFORMS = Sheet(
    "reforms",
    (
        Column(key="valid_from", kind=CellKind.DAY, required=True, width=12),
        Column(
            key="reform",
            kind=CellKind.CHOICE,
            required=True,
            choices=tuple(Reform),
            width=26,
        ),
        Column(key="subjects", required=True, most=2000, width=60),
        Column(key="results", required=True, most=2000, width=60),
    ),
)
SHEETS = (
    AREAS,
    KINDS,
    CHAPTERS,
    PEOPLE,
    POSTS,
    DUTIES,
    HOLIDAYS,
    CHANNELS,
    PROGRAMMES,
    PILOTS,
    TARGETS,
    COUNTERS,
    SCORES,
    SCALES,
    REFORMS,
)
BY_KEY = {sheet.key: sheet for sheet in SHEETS}
