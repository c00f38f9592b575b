"""Official documents: chosen by kind, span and place, drawn, taken from draft to issue."""

from domain.buttons import read_button
from domain.message import Choice
from domain.official import DocumentKind, DocumentState, DocumentTopic
from domain.refusals import BadInput, NotAllowed, NotFound
from handlers.screen import ScreenHandler, show
from handlers.steps import choice, choose_desk, choose_span, say_refusal, show_list
from operations.access import held
from operations.documents.buttons import (
    DOCUMENT_BUTTONS,
    MINUTES_BUTTONS,
    Advance,
    AskAdvance,
    ChooseBody,
    ChooseKind,
    ChoosePlace,
    ChooseSpan,
    CopyMinutes,
    ListDocuments,
    NewVersion,
    OpenDocument,
    SendPdf,
    SendSlides,
    SendWord,
    ShowDifferences,
    TakeMinutes,
    TakeMinutesPdf,
)
from operations.documents.minutes import gather_minutes, minutes_lines
from operations.documents.register import (
    Opened,
    advance,
    begin_version,
    facts_of,
    get_document,
    list_bodies,
    list_differences,
    list_documents,
    open_document,
    total_of_document,
)
from operations.documents.sending import ask_for_document, ask_for_minutes
from operations.documents.wording import difference_words, document_words
from operations.reports.buttons import SeeReport
from operations.rights import Right, roles_with
from operations.turn import Turn
from texts import escape_rich

_KINDS = tuple(kind for kind in DocumentKind if kind.has_figures)
_MOST_DIFFERENCES = 12


class DocumentHandler(ScreenHandler):
    """Makes reports as finished files, and keeps what was frozen, numbered and issued."""

    name = "document"
    command = "vanban|documents"
    words = "command-document-words"

    async def begin(self, turn: Turn, argument: str) -> None:
        """Does what the button names, else lists what there is.

        The minutes of a meeting are for whoever sees its report, all else for the office.
        """
        match read_button(argument, *MINUTES_BUTTONS):
            case TakeMinutes(meeting):
                await _send_minutes(turn, meeting, ".docx")
                return
            case TakeMinutesPdf(meeting):
                await _send_minutes(turn, meeting, ".pdf")
                return
            case CopyMinutes(meeting):
                await _show_text(turn, meeting)
                return
        _require_maker(turn)
        match read_button(argument, *DOCUMENT_BUTTONS):
            case ChooseKind():
                _choose_kind(turn)
            case ChooseSpan(kind, months) if kind.has_figures:
                _choose_span(turn, kind, months)
            case ChoosePlace() | ChooseBody() as chosen if chosen.kind.has_figures:
                await _open(turn, chosen)
            case SendWord(document):
                await _send(turn, document, ".docx")
            case SendPdf(document):
                await _send(turn, document, ".pdf")
            case SendSlides(document):
                await _send(turn, document, ".pptx")
            case other:
                await _on_with(turn, other)


async def _on_with(turn: Turn, button: object) -> None:
    """Shows a document, or takes it on."""
    match button:
        case OpenDocument(document):
            await _show(turn, await get_document(turn.context, document))
        case AskAdvance(document):
            await _ask_advance(turn, document)
        case Advance(document, state):
            moved = await advance(turn.context, document, state)
            turn.say(f"doc-done-{state}")
            await _show(turn, moved)
        case NewVersion(document):
            await _show(turn, await begin_version(turn.context, document))
        case ShowDifferences(document):
            await _show_differences(turn, document)
        case ListDocuments(page):
            await _list(turn, page)
        case _:
            await _list(turn, 1)


def _require_maker(turn: Turn) -> None:
    if not held(turn.posts, roles_with(Right.MAKE_DOCUMENT), turn.today):
        raise NotAllowed("not-your-area")


async def _list(turn: Turn, page: int) -> None:
    found = await list_documents(turn.context)
    new = choice(turn, ChooseKind(), "doc-button-new")
    if not found:
        turn.say("doc-list-none")
        show(turn, new)
        return
    turn.say("doc-list")
    lines = [
        Choice(
            OpenDocument(opened.document.id).key,
            turn.label(
                "doc-line",
                document=document_words(opened, turn.language),
                state=turn.label(f"doc-state-{opened.document.state}"),
            ),
        )
        for opened in found
    ]
    show_list(turn, lines, page, ListDocuments, navigation=(new,))


def _choose_kind(turn: Turn) -> None:
    turn.say("doc-which-kind")
    show(turn, *(choice(turn, ChooseSpan(kind), f"doc-kind-{kind}") for kind in _KINDS))


def _choose_span(turn: Turn, kind: DocumentKind, months: int) -> None:
    turn.say("doc-which-span", kind=turn.label(f"doc-kind-{kind}"))
    choose_span(
        turn,
        months,
        lambda span: ChoosePlace(kind, span),
        lambda length: ChooseSpan(kind, length),
    )


async def _open(turn: Turn, chosen: ChoosePlace | ChooseBody) -> None:
    kind, span = chosen.kind, chosen.span
    area_id = await choose_desk(
        turn,
        chosen.place,
        key="doc-which-place",
        button=lambda number: ChoosePlace(kind, span, number),
    )
    if area_id is None:
        return
    bodies = await list_bodies(turn.context, area_id)
    if isinstance(chosen, ChooseBody):
        if chosen.body not in bodies:
            raise NotFound("not-in-sight")
        association = bodies[chosen.body]
    elif len(bodies) > 1:
        turn.say("doc-which-body")
        every = turn.label("doc-button-all")
        keys = {ChooseBody(kind, span, area_id, number).key: bodies[number] for number in bodies}
        show(turn, *(Choice(key, name or every) for key, name in keys.items()))
        return
    else:
        association = next(iter(bodies.values()), "")
    topic = DocumentTopic(
        kind=kind,
        area_id=area_id,
        association=association,
        period=str(span),
    )
    await _show(turn, await open_document(turn.context, topic))


async def _show(turn: Turn, opened: Opened) -> None:
    document = opened.document
    total = await total_of_document(turn.unit, opened, policy=turn.policy, now=turn.now)
    turn.say(
        "doc-card",
        document=document_words(opened, turn.language),
        state=turn.label(f"doc-state-{document.state}"),
    )
    if document.numbering:
        turn.say("doc-card-number", number=document.numbering.number)
    if total.missing or total.awaited:
        turn.say("doc-card-gaps", missing=total.missing, awaited=total.awaited, due=total.due)
    steps = []
    if ".pptx" in document.topic.kind.suffixes:
        steps.append(choice(turn, SendSlides(document.id), "doc-button-slides"))
    if step := document.state.next:
        steps.append(choice(turn, AskAdvance(document.id), f"doc-button-{step}"))
    if document.state is not DocumentState.DRAFT:
        steps.append(choice(turn, NewVersion(document.id), "doc-button-version"))
    if document.version > 1:
        steps.append(choice(turn, ShowDifferences(document.id), "doc-button-differences"))
    show(
        turn,
        choice(turn, SendWord(document.id), "doc-button-word"),
        choice(turn, SendPdf(document.id), "doc-button-pdf"),
        *steps,
        navigation=(choice(turn, ListDocuments(), "doc-button-list"),),
    )


async def _send(turn: Turn, document_id: int, suffix: str) -> None:
    await ask_for_document(turn.context, document_id, suffix, turn.here)
    turn.say("doc-begun")
    show(turn, choice(turn, OpenDocument(document_id), "button-back"))


async def _send_minutes(turn: Turn, meeting_id: int, suffix: str) -> None:
    try:
        await ask_for_minutes(turn.context, meeting_id, suffix, turn.here)
    except BadInput as refusal:
        say_refusal(turn, refusal)
    else:
        turn.say("doc-begun")
    pdf = choice(turn, TakeMinutesPdf(meeting_id), "doc-button-pdf")
    text = choice(turn, CopyMinutes(meeting_id), "doc-button-copy")
    back = choice(turn, SeeReport(meeting_id), "button-back")
    show(turn, *((pdf,) if suffix != ".pdf" else ()), text, navigation=(back,))


async def _show_text(turn: Turn, meeting_id: int) -> None:
    """Shows the minutes line by line, for the Party's own application."""
    minutes = await gather_minutes(turn.context, meeting_id)
    turn.say_rich("\n".join(map(escape_rich, minutes_lines(minutes, policy=turn.policy))))
    show(turn, navigation=(choice(turn, SeeReport(meeting_id), "button-back"),))


async def _ask_advance(turn: Turn, document_id: int) -> None:
    opened = await get_document(turn.context, document_id)
    step = opened.document.state.next
    if step is None:
        await _show(turn, opened)
        return
    turn.say(f"doc-ask-{step}", document=document_words(opened, turn.language))
    show(
        turn,
        choice(turn, Advance(document_id, step), f"doc-button-{step}"),
        navigation=(choice(turn, OpenDocument(document_id), "button-back"),),
    )


async def _show_differences(turn: Turn, document_id: int) -> None:
    opened = await get_document(turn.context, document_id)
    facts = await facts_of(turn.unit, opened, policy=turn.policy, now=turn.now)
    found = await list_differences(turn.unit, opened, facts, policy=turn.policy, now=turn.now)
    turn.say("doc-differences" if found else "doc-differences-none", count=len(found))
    turn.say_rich(
        *(
            turn.text("doc-plain-line", line=difference_words(difference, turn.language))
            for difference in found[:_MOST_DIFFERENCES]
        )
    )
    show(turn, choice(turn, OpenDocument(document_id), "button-back"))
