"""Official documents: what kinds there are, how far one has come, who issues it and under what."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

# Longer than any name of a body; what is longer is a slip.
LONGEST_LINE = 200
MOST_RECIPIENTS = 20


class DocumentKind(StrEnum):
    """What a document is, in the order in which they are offered."""

    PERIODIC = "periodic"
    REVIEW = "review"
    ONE_PAGE = "one_page"
    ATTENDANCE = "attendance"
    COMMENDATION = "commendation"
    MINUTES = "minutes"

    @property
    def type_code(self) -> str:
        """The type as it stands in the number, by which numbers are counted."""
        return _TYPES.get(self, "BC")

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The kinds of files it can be had as."""
        return (".docx", ".pdf", ".pptx") if self in _SHOWN else (".docx", ".pdf")

    @property
    def has_figures(self) -> bool:
        """True where it tells the figures of a place and span, which may be frozen."""
        return self is not DocumentKind.MINUTES


# What is told to a meeting as well, on slides.
_SHOWN = (DocumentKind.PERIODIC, DocumentKind.REVIEW, DocumentKind.ONE_PAGE)
_TYPES = {DocumentKind.MINUTES: "BB", DocumentKind.COMMENDATION: "DS"}


class DocumentState(StrEnum):
    """How far a document has come; back only by a new version."""

    DRAFT = "draft"
    FROZEN = "frozen"
    NUMBERED = "numbered"
    ISSUED = "issued"

    @property
    def next(self) -> "DocumentState | None":
        """What comes after, None for an issued one."""
        order = list(DocumentState)
        after = order.index(self) + 1
        return order[after] if after < len(order) else None


class ProfileName(StrEnum):
    """By which rules a body lays out what it issues."""

    PARTY = "party"
    STATE = "state"
    YOUTH = "youth"
    OTHER = "other"

    @property
    def counts_by_term(self) -> bool:
        """True where numbers run through a term of office, else they begin with each year."""
        return self in (ProfileName.PARTY, ProfileName.YOUTH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """The body that issues the documents of a place, or of one association there.

    `superior` stands above its `name`, `code` behind the number, `seat` before the date. It
    signs by `authority` ("T/M BAN THƯỜNG VỤ", "" for none), `title` and `signer`. `filed` says
    where a copy is kept. Numbers of a term of office begin at `term_from`.
    """

    profile: ProfileName
    superior: str
    name: str
    code: str
    seat: str
    authority: str = ""
    title: str = ""
    signer: str = ""
    recipients: tuple[str, ...] = ()
    filed: str = ""
    term_from: date | None = None

    def count_from(self, day: date) -> date:
        """Returns the first day of the run of numbers that a day belongs to."""
        if self.profile.counts_by_term and self.term_from and self.term_from <= day:
            return self.term_from
        return date(day.year, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering:
    """A number given to a document, and the day on it."""

    number: int
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentTopic:
    """What a document is about: a kind, a place, one association there or all (""), a span."""

    kind: DocumentKind
    area_id: int
    association: str
    period: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A paragraph written anew: its `key`, what it `was` by the figures, and its `text`.

    One of the office's own rests on no figures: it stands `after` a passage, "" at the beginning.
    """

    key: str
    text: str
    was: str = ""
    after: str | None = None

    @property
    def is_own(self) -> bool:
        """True for a paragraph that was added to what the figures tell."""
        return self.after is not None
