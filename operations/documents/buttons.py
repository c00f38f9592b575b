"""The buttons of official documents."""

from dataclasses import dataclass

from domain.buttons import Button
from domain.official import DocumentKind, DocumentState
from domain.reporting_span import Span


@dataclass(frozen=True)
class ListDocuments(Button, task="document", letter="l"):
    """A page of the documents that were begun."""

    page: int = 1


@dataclass(frozen=True)
class ChooseKind(Button, task="document", letter="k"):
    """Which kind of document is to be made."""


@dataclass(frozen=True)
class ChooseSpan(Button, task="document", letter="p", separator="_"):
    """Over which span a document of a kind is to be, of months of this length."""

    kind: DocumentKind
    months: int = 3


@dataclass(frozen=True)
class ChoosePlace(Button, task="document", letter="o", separator="."):
    """A document of a kind and span: of the only place one looks after, or first asked which."""

    kind: DocumentKind
    span: Span
    place: int = 0


@dataclass(frozen=True)
class OpenDocument(Button, task="document", letter="d"):
    """A document with what can be done with it."""

    document: int


@dataclass(frozen=True)
class SendWord(Button, task="document", letter="w"):
    """The document as a Word file."""

    document: int


@dataclass(frozen=True)
class SendPdf(Button, task="document", letter="f"):
    """The document as a PDF."""

    document: int


@dataclass(frozen=True)
class AskAdvance(Button, task="document", letter="q"):
    """What the next step of a document means, before it is taken."""

    document: int


@dataclass(frozen=True)
class Advance(Button, task="document", letter="s"):
    """Takes a document on to a state."""

    document: int
    state: DocumentState


@dataclass(frozen=True)
class NewVersion(Button, task="document", letter="v"):
    """A new version of a document whose figures are frozen."""

    document: int


@dataclass(frozen=True)
class ShowDifferences(Button, task="document", letter="c"):
    """What differs from the version before."""

    document: int


@dataclass(frozen=True)
class TakeMinutes(Button, task="document", letter="m"):
    """The minutes of a meeting as a Word file."""

    meeting: int


@dataclass(frozen=True)
class TakeMinutesPdf(Button, task="document", letter="n"):
    """The minutes of a meeting as a PDF."""

    meeting: int


@dataclass(frozen=True)
class CopyMinutes(Button, task="document", letter="y"):
    """The minutes of a meeting as plain text, to be copied elsewhere."""

    meeting: int


MINUTES_BUTTONS = (TakeMinutes, TakeMinutesPdf, CopyMinutes)
DOCUMENT_BUTTONS = (
    *(ListDocuments, ChooseKind, ChooseSpan, ChoosePlace, OpenDocument),
    *(SendWord, SendPdf, AskAdvance, Advance, NewVersion, ShowDifferences),
)
