"""Văn bản: the documents of one's places, and one with its paragraphs and what they rest on."""

from collections.abc import Awaitable

from desk.acting import read_field, read_words, try_out
from desk.listing import take_rows
from desk.page import Drawn, Given, Page, Visit
from desk.view import Asking
from documents.rendering import MIMES
from domain.official import DocumentKind, DocumentState, DocumentTopic
from domain.refusals import BadInput, NotFound
from operations.documents.editing import (
    Manuscript,
    add_passage,
    move_passage,
    open_manuscript,
    settle_passage,
    write_passage,
)
from operations.documents.file_names import name_document
from operations.documents.register import (
    advance,
    begin_version,
    draw,
    get_document,
    list_bodies,
    list_documents,
    open_document,
)
from operations.documents.sending import note_taken
from operations.documents.wording import difference_words, document_words
from operations.rights import Right

_KINDS = tuple(one for one in DocumentKind if one.has_figures)


async def show(visit: Visit, problem: str = "") -> Drawn:
    """Shows the documents that there are, changed last first, and how one is begun."""
    found = await list_documents(visit.context)
    state = visit.view.chosen["state"]
    lines = [one for one in found if state in ("", one.document.state)]
    place = visit.stand.place
    bodies = await list_bodies(visit.context, place.id) if place else {}
    return Drawn(
        frame="documents.html",
        values={
            "page": take_rows(visit, lines, key=lambda one: str(one.document.id)),
            "names": {one.document.id: document_words(one, visit.language) for one in found},
            "kinds": _KINDS,
            "bodies": list(bodies.values()),
            "states": list(DocumentState),
            "problem": problem,
        },
    )


async def begin(visit: Visit) -> str | Drawn:
    """Opens the newest version of a document of the place and span, begun where there is none."""
    kind, place = read_words(visit, "kind"), visit.stand.place
    if kind not in _KINDS or place is None:
        raise BadInput("desk-bad-request")
    topic = DocumentTopic(
        kind=DocumentKind(kind),
        area_id=place.id,
        association=read_words(visit, "association"),
        period=str(visit.view.period),
    )
    opened = await open_document(visit.context, topic)
    return visit.link("document", document=opened.document.id)


async def show_document(visit: Visit, problem: str = "") -> Drawn:
    """Shows a document paragraph by paragraph, with what was typed if that was not taken."""
    manuscript = await open_manuscript(visit.context, visit.number("document"))
    return Drawn(
        frame="document.html",
        values={
            "manuscript": manuscript,
            "document": manuscript.opened.document,
            "title": document_words(manuscript.opened, visit.language),
            "differences": [
                difference_words(one, visit.language) for one in manuscript.differences
            ],
            "problem": problem,
            "typed": _typed(visit, manuscript) if problem else {},
        },
    )


def _typed(visit: Visit, manuscript: Manuscript) -> dict[tuple[str, str], str]:
    """Returns what was not taken, by the form; that of a paragraph now gone begins a new one."""
    do, key, text = (read_words(visit, name, longest=9000) for name in ("do", "key", "text"))
    is_there = any(passage.key == key and not passage.level for passage in manuscript.passages)
    return {(do, key) if is_there else ("add", ""): text}


async def act(visit: Visit) -> str | Drawn:
    """Takes a document on, begins a new version, or changes a paragraph."""
    context, number, do = visit.context, visit.number("document"), read_words(visit, "do")
    if do == "version":
        opened = await begin_version(context, number)
        return visit.link(document=opened.document.id)
    if do in list(DocumentState):
        await advance(context, number, DocumentState(do))
        return visit.link()
    problem = await try_out(visit, _change(visit, number, do))
    return await show_document(visit, problem) if problem else visit.link()


def _change(visit: Visit, number: int, do: str) -> Awaitable[None]:
    """Returns what is to be done with a paragraph; raises BadInput for what is not known."""
    context, key, edited = visit.context, read_words(visit, "key"), read_field(visit, "edited")
    text = read_words(visit, "text", longest=9000)
    match do:
        case "write":
            return write_passage(context, number, key, text, edited=edited)
        case "add":
            return add_passage(context, number, key, text, edited=edited)
        case "up" | "down":
            return move_passage(context, number, key, by=-1 if do == "up" else 1, edited=edited)
        case "take" | "keep":
            return settle_passage(context, number, key, keeps=do == "keep", edited=edited)
    raise BadInput("desk-bad-request")


async def show_file(visit: Visit) -> Given:
    """Gives a document as a file; that it was taken is written down."""
    context, suffix, settings = visit.context, f".{visit.given['kind']}", visit.settings
    opened = await get_document(context, visit.number("document"))
    if suffix not in opened.document.topic.kind.suffixes:
        raise NotFound("not-in-sight")
    paper = await draw(context.unit, opened, policy=context.policy, now=context.now)
    note_taken(context, opened.document, suffix)
    return Given(
        name=name_document(paper, opened, suffix),
        mime=MIMES[suffix],
        make=lambda: settings.draw(paper, suffix, context.now),
    )


DOCUMENTS = Page(
    name="documents",
    path="/documents",
    right=Right.MAKE_DOCUMENT,
    show=show,
    act=begin,
    asking=Asking(choices={"state": ("", *DocumentState), "rows": ("", "all")}),
)
DOCUMENT = Page(
    name="document",
    path="/documents/{document}",
    right=Right.MAKE_DOCUMENT,
    show=show_document,
    act=act,
    in_menu=False,
)
DOCUMENT_FILE = Page(
    name="document-file",
    path="/documents/{document}/file.{kind}",
    right=Right.MAKE_DOCUMENT,
    show=show_file,
    in_menu=False,
    is_noted=True,
)
