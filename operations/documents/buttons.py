"""The buttons of official documents."""

from dataclasses import dataclass

from domain.buttons import Button
from domain.official import DocumentKind, DocumentState
from domain.reporting_span import Span


class DocumentButton(Button, task="document"):
    """Leads to official documents."""


@dataclass(frozen=True)
class ListDocuments(DocumentButton, letter="l"):
    """A page of the documents that were begun."""

    page: int = 1


@dataclass(frozen=True)
class ChooseKind(DocumentButton, letter="k"):
    """Which kind of document is to be made."""


@dataclass(frozen=True)
class ChooseSpan(DocumentButton, letter="p", separator="_"):
    """Over which span a document of a kind is to be, of months of this length."""

    kind: DocumentKind
    months: int = 3


@dataclass(frozen=True)
class ChoosePlace(DocumentButton, letter="o", separator="."):
    """A document of a kind and span: of the only place one looks after, or first asked which."""

    kind: DocumentKind
    span: Span
    place: int = 0


@dataclass(frozen=True)
class ChooseBody(DocumentButton, letter="u", separator="."):
    """A document of a place as a whole (0), or of the association of a kind of chapters."""

    kind: DocumentKind
    span: Span
    place: int
    body: int


@dataclass(frozen=True)
class OfDocument(DocumentButton):
    """About one document."""

    document: int


class OpenDocument(OfDocument, letter="d"):
    """A document with what can be done with it."""


class SendWord(OfDocument, letter="w"):
    """The document as a Word file."""


class SendPdf(OfDocument, letter="f"):
    """The document as a PDF."""


class SendSlides(OfDocument, letter="t"):
    """What the document tells as slides."""


class AskAdvance(OfDocument, letter="q"):
    """What the next step of a document means, before it is taken."""


@dataclass(frozen=True)
class Advance(OfDocument, letter="s"):
    """Takes a document on to a state."""

    state: DocumentState


class NewVersion(OfDocument, letter="v"):
    """A new version of a document whose figures are frozen."""


class ShowDifferences(OfDocument, letter="c"):
    """What differs from the version before."""


@dataclass(frozen=True)
class OfMeeting(DocumentButton):
    """About the minutes of one meeting."""

    meeting: int


class TakeMinutes(OfMeeting, letter="m"):
    """The minutes of a meeting as a Word file."""


class TakeMinutesPdf(OfMeeting, letter="n"):
    """The minutes of a meeting as a PDF."""


class CopyMinutes(OfMeeting, letter="y"):
    """The minutes of a meeting as plain text, to be copied elsewhere."""


MINUTES_BUTTONS = (TakeMinutes, TakeMinutesPdf, CopyMinutes)
DOCUMENT_BUTTONS = (
    *(ListDocuments, ChooseKind, ChooseSpan, ChoosePlace, ChooseBody, OpenDocument),
    *(SendWord, SendPdf, SendSlides, AskAdvance, Advance, NewVersion, ShowDifferences),
)
