"""Finds out what an inbound message means here and now, and hands it to its handler."""

import re
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from dialogue.inputs import Edited, Input, Late, Photos, Press, Say, UnsupportedInput, VoiceNote
from dialogue.plain import resolve_typed
from domain.codes import normalise_code, normalise_short_code
from domain.inbound import InboundKind
from domain.message import Choice, Expects, split_wanted
from domain.reading import clean_text
from domain.refusals import BadInput, Refusal
from handlers.elsewhere import answering, open_left_report
from handlers.handler import Handler, Registry
from handlers.offers import find_kept_draft, is_offer, offer_task, offered_name, takes_words
from handlers.typed_places import find_several, find_told, is_lost_place
from handlers.way_back import find_way_back, is_way_back
from handlers.whole_reports import tells_of_meeting
from operations.calls import answer_unreadable
from operations.maintenance.files import keep_file
from operations.news import mark_opened
from operations.people.practice import practise
from operations.reports.buttons import GoOnWithReport
from operations.reports.drafts import find_begun_report
from operations.turn import COMMAND_PROMPT, Turn
from operations.workbook.chat import is_workbook
from texts import plain

# What one message of a messenger can hold; longer texts come from the web page only.
_LONGEST_TEXT = 4096
_LONGEST_COMMAND = 33
_LONGEST_NOTE = 150
_DOUBLE_TAP = timedelta(seconds=1.5)
_FILES = (InboundKind.PHOTO, InboundKind.FILE)
_SLASHED = re.compile(r"/[A-Za-z_]+(@\w+)?$")


async def take(turn: Turn, registry: Registry) -> None:
    """Handles one inbound message; who practises is answered, and nothing of it is kept."""
    if turn.talk.practice is None or turn.inbound.in_group:
        await _take(turn, registry)
    if turn.talk.practice is not None and not turn.inbound.in_group:
        await practise(turn, lambda inner: _take(inner, registry))


async def _take(turn: Turn, registry: Registry) -> None:
    """Handles one inbound message; a refusal becomes a sentence and changes nothing."""
    try:
        await _route(turn, registry)
    except Refusal as refusal:
        await _refuse(turn, registry, refusal)


async def _refuse(turn: Turn, registry: Registry, refusal: Refusal) -> None:
    """Says why nothing was done, and shows what was open again.

    A page that a typed command left behind is no open question.
    """
    turn.say(refusal.code, **refusal.facts)
    turn.refusal = turn.said[-1]
    if turn.person is None or turn.inbound.in_group:
        turn.repeat_prompt()
        return
    is_page = (turn.talk.prompt_id or "").startswith(COMMAND_PROMPT) and turn.talk.handler is None
    if is_page and turn.inbound.kind is InboundKind.TEXT:
        await registry.home.begin(turn, "")
    else:
        await _show_where_we_are(turn, registry)


async def _route(turn: Turn, registry: Registry) -> None:
    inbound = turn.inbound
    if inbound.in_group or inbound.kind in (InboundKind.MEMBERSHIP, InboundKind.MIGRATION):
        await registry.groups.answer(turn, UnsupportedInput(inbound.kind.value))
    elif turn.person is None:
        await _to_stranger(turn, registry)
    elif inbound.kind is InboundKind.UNREADABLE:
        await answer_unreadable(turn)
        await _show_where_we_are(turn, registry)
    elif inbound.kind is InboundKind.CHOICE:
        await _pressed(turn, registry)
    elif inbound.kind is InboundKind.REPORT:
        await (registry.named("filled") or registry.home).begin(turn, inbound.filled)
    elif inbound.kind is InboundKind.TEXT:
        await _typed(turn, registry)
    elif inbound.kind is InboundKind.FILE and is_workbook(turn):
        await (registry.named("workbook") or registry.home).begin(turn, "file")
    elif inbound.kind in _FILES and (told := registry.named("told")) and tells_of_meeting(turn):
        await told.begin(turn, "")
    else:
        await _given(turn, registry, await _input(turn, registry))


async def _to_stranger(turn: Turn, registry: Registry) -> None:
    if turn.inbound.kind is InboundKind.CHOICE and _is_open(turn):
        await registry.enrolment.answer(turn, Press(turn.inbound.choice or ""))
    else:
        text = clean_text(turn.inbound.text, limit=_LONGEST_TEXT)
        await registry.enrolment.begin(turn, text.removeprefix("/start").strip())


async def _pressed(turn: Turn, registry: Registry) -> None:
    inbound, handler = turn.inbound, registry.named(turn.talk.handler)
    key, wanted = split_wanted(inbound.choice or "")
    if (inbound.prompt_id or "").startswith(COMMAND_PROMPT):
        name, _, argument = key.partition(".")
        if called := registry.named(name):
            if not _is_repeated(turn, key):
                await _begin(turn, called, argument)
                _note_tap(turn, key)
            return
    elif _is_open(turn) and is_offer(key):
        await _take_offer(turn, registry, key)
        return
    elif _is_open(turn) and handler:
        if not _is_second_tap(turn, key):
            await handler.answer(turn, Press(key, wanted=wanted))
            _note_tap(turn, key)
        return
    await _pressed_before(turn, registry, key)


async def _pressed_before(turn: Turn, registry: Registry, key: str) -> None:
    """Answers a button that is no longer open: what it did, if it was the last one pressed."""
    tap = _last_tap(turn)
    if tap.key == key and tap.prompt_id == turn.inbound.prompt_id:
        turn.press_note = tap.told
        if not _is_repeated(turn, key):
            await _show_where_we_are(turn, registry)
        return
    turn.press_note = turn.label("old-button-note")
    if not _is_repeated(turn, key):
        turn.say("old-button")
        await _show_where_we_are(turn, registry)


async def _begin(turn: Turn, called: Handler, argument: str) -> None:
    """Begins another task; a report that is left for a look at something is one tap away."""
    left = turn.draft
    await called.begin(turn, argument)
    if turn.person and argument:
        # Who has opened it need not be told of it any more.
        await mark_opened(turn.unit, turn.person.id, f"{called.name}.{argument}", now=turn.now)
    if left is None or turn.asked is None or turn.talk.handler is not None:
        return
    begun = await find_begun_report(turn)
    if begun is None:
        return
    go_on = Choice(GoOnWithReport(begun.meeting.id).key, turn.label("button-go-on-with-report"))
    if all(choice.key != go_on.key for choice in turn.asked.every_choice):
        turn.asked = replace(turn.asked, choices=(go_on, *turn.asked.choices))


async def _take_offer(turn: Turn, registry: Registry, key: str) -> None:
    """Begins the task that was offered beside an answer, which was none after all."""
    before = find_kept_draft(turn)
    await _begin(turn, registry.named(offered_name(key)) or registry.home, "")
    if turn.draft is not None and before is not None:
        turn.draft.state = before


@dataclass(frozen=True, slots=True)
class _Tap:
    """The button pressed last: on which prompt, when, and what it did if that ended a task."""

    key: str = ""
    at: datetime | None = None
    prompt_id: str | None = None
    told: str = ""


def _note_tap(turn: Turn, key: str) -> None:
    told = plain(turn.said[0])[:_LONGEST_NOTE] if turn.said and turn.talk.handler is None else ""
    turn.talk.last_tap = [key, turn.now.isoformat(), turn.inbound.prompt_id, told]


def _last_tap(turn: Turn) -> _Tap:
    if not turn.talk.last_tap:
        return _Tap()
    key, at, prompt_id, told = turn.talk.last_tap
    return _Tap(key or "", datetime.fromisoformat(at) if at else None, prompt_id, told or "")


def _is_repeated(turn: Turn, key: str) -> bool:
    """True for the second of a double tap, whose first did all that was wanted: it is let be."""
    tap = _last_tap(turn)
    return tap.key == key and tap.at is not None and turn.now - tap.at < _DOUBLE_TAP


def _is_second_tap(turn: Turn, key: str) -> bool:
    """True for the second of a double tap on a tick, which would take the tick away again."""
    prompt = turn.talk.prompt.prompt if turn.talk.prompt else None
    is_tick = prompt is not None and prompt.expects is Expects.CHOICES
    return is_tick and _is_repeated(turn, key)


async def _typed(turn: Turn, registry: Registry) -> None:
    text = _text(turn)
    if not text.startswith("/") and await open_left_report(turn, registry):
        with answering(turn):
            await _understood(turn, registry, text)
    else:
        await _understood(turn, registry, text)


async def _understood(turn: Turn, registry: Registry, text: str) -> None:
    if told := await find_told(turn, text):
        await _command(turn, registry, told)
        return
    called = registry.by_command(text, turn)
    is_slashed = text.startswith("/")
    if called and (is_slashed or not takes_words(turn)):
        await _begin(turn, *called)
    elif _SLASHED.match(text):
        raise BadInput("command-unknown", name=text.split(maxsplit=1)[0][:_LONGEST_COMMAND])
    elif called:
        before = deepcopy(turn.draft.state) if turn.draft else None
        try:
            await _given(turn, registry, _meaning(turn, text))
        except Refusal as refusal:
            await _refuse(turn, registry, refusal)
        offer_task(turn, called[0], before=before)
    else:
        await _given(turn, registry, _meaning(turn, text))


async def _show_where_we_are(turn: Turn, registry: Registry) -> None:
    if turn.talk.prompt:
        turn.repeat_prompt()
    else:
        await registry.home.begin(turn, "")


async def _given(turn: Turn, registry: Registry, given: Input) -> None:
    handler = registry.named(turn.talk.handler)
    if isinstance(given, Say) and is_way_back(given.text, may_be_answer=takes_words(turn)):
        await _go_back(turn, registry, given)
    elif isinstance(given, Press) and is_offer(given.key):
        await _take_offer(turn, registry, given.key)
    elif isinstance(given, Press) and (turn.talk.prompt_id or "").startswith(COMMAND_PROMPT):
        await _command(turn, registry, given.key)
    elif isinstance(given, Say | Late) and is_lost_place(turn, given.text, is_late(turn)):
        turn.say("number-late" if is_late(turn) else "number-not-there", text=given.text)
        turn.repeat_prompt()
    elif handler and isinstance(given, Say) and (keys := find_several(turn, given.text)):
        await _tick_each(turn, handler, keys)
    elif handler is None and isinstance(given, Say) and normalise_code(given.text):
        await registry.enrolment.begin(turn, given.text)
    elif handler is None and isinstance(given, Say) and normalise_short_code(given.text):
        await (registry.named("desk") or registry.home).begin(turn, given.text)
    elif isinstance(given, Say | Late) and (told := registry.named("told")):
        is_told = tells_of_meeting(turn)
        await (told.begin(turn, "") if is_told else (handler or registry.home).answer(turn, given))
    else:
        await (handler or registry.home).answer(turn, given)


async def _command(turn: Turn, registry: Registry, key: str) -> None:
    """Does what a standing button does, for which something was typed."""
    name, _, argument = key.partition(".")
    await _begin(turn, registry.named(name) or registry.home, argument)


async def _tick_each(turn: Turn, handler: Handler, keys: Sequence[str]) -> None:
    """Ticks one after the other; what the last leads to is said."""
    before = len(turn.said)
    for key in keys:
        del turn.said[before:]
        await handler.answer(turn, Press(key))


async def _go_back(turn: Turn, registry: Registry, given: Say) -> None:
    """Takes the word for going back where the open question has no button of this name."""
    handler = registry.named(turn.talk.handler)
    key = find_way_back(turn.talk.prompt.prompt if turn.talk.prompt else None)
    if handler is None:
        await registry.home.begin(turn, "")
    elif key:
        await handler.answer(turn, Press(key))
    elif turn.draft is not None:
        await handler.answer(turn, given)
    else:
        await (registry.named("cancel") or registry.home).begin(turn, "")


def _is_open(turn: Turn) -> bool:
    """True when the pressed button belongs to the open prompt and is one of its choices."""
    message, inbound = turn.talk.prompt, turn.inbound
    return (
        message is not None
        and message.prompt is not None
        and message.prompt.id == inbound.prompt_id
        and any(
            choice.key == split_wanted(inbound.choice or "")[0]
            for choice in message.prompt.every_choice
        )
    )


async def _input(turn: Turn, registry: Registry) -> Input:
    inbound, handler = turn.inbound, registry.named(turn.talk.handler)
    takes_files = handler is not None and handler.takes_files and turn.draft is not None
    match inbound.kind:
        case InboundKind.EDITED:
            return Edited(_text(turn))
        case InboundKind.PHOTO | InboundKind.FILE if takes_files and inbound.file:
            return Photos((await keep_file(turn),), words=clean_text(inbound.text))
        case InboundKind.VOICE if takes_files:
            return VoiceNote(await keep_file(turn), late=is_late(turn))
        case _:
            return UnsupportedInput(inbound.kind.value)


def _text(turn: Turn) -> str:
    """Returns the typed text, never cut: who wrote more than is taken is told so."""
    text = clean_text(turn.inbound.text)
    if len(text) > _LONGEST_TEXT:
        raise BadInput("text-too-long", limit=_LONGEST_TEXT)
    return text


def _meaning(turn: Turn, text: str) -> Input:
    if is_late(turn):
        return Late(text)
    prompt = turn.talk.prompt.prompt if turn.talk.prompt else None
    key = resolve_typed(prompt, text) if prompt else None
    return Press(key) if key else Say(text)


def is_late(turn: Turn) -> bool:
    """True when a text was sent before the open prompt could be seen where it was typed."""
    if turn.talk.prompt_id is None:
        return False
    if turn.inbound.prompt_id is not None:
        return turn.inbound.prompt_id != turn.talk.prompt_id
    return turn.prompt_shown_at is None or turn.inbound.sent_at < turn.prompt_shown_at
