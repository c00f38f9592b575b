"""Finds out what an inbound message means here and now, and hands it to its handler."""

from dialogue.inputs import Edited, Input, Late, Nonsense, Photos, Press, Say, VoiceNote
from dialogue.plain import resolve_typed
from domain.codes import normalise_code
from domain.inbound import InboundKind
from domain.reading import clean_text
from domain.refusals import Refusal
from handlers.handler import Registry
from operations.files import keep_file
from operations.turn import STANDING, Turn

# Longer than any answer needs; what is beyond is cut with a word about it by the handler.
_LONGEST_TEXT = 4000


async def take(turn: Turn, registry: Registry) -> None:
    """Handles one inbound message; a refusal becomes a sentence and changes nothing."""
    try:
        await _route(turn, registry)
    except Refusal as refusal:
        turn.say(refusal.code, **refusal.facts)
        turn.repeat_prompt()


async def _route(turn: Turn, registry: Registry) -> None:
    inbound = turn.inbound
    if inbound.in_group or inbound.kind in (InboundKind.MEMBERSHIP, InboundKind.MIGRATION):
        await registry.groups.answer(turn, Nonsense(inbound.kind.value))
    elif turn.person is None:
        await _to_stranger(turn, registry)
    elif inbound.kind is InboundKind.CHOICE:
        await _pressed(turn, registry)
    elif inbound.kind is InboundKind.TEXT and (
        called := registry.by_command(clean_text(inbound.text), turn)
    ):
        handler, argument = called
        await handler.begin(turn, argument)
    else:
        await _given(turn, registry)


async def _to_stranger(turn: Turn, registry: Registry) -> None:
    if turn.inbound.kind is InboundKind.CHOICE and _is_open(turn):
        await registry.enrolment.answer(turn, Press(turn.inbound.choice or ""))
    else:
        text = clean_text(turn.inbound.text, limit=_LONGEST_TEXT)
        await registry.enrolment.begin(turn, text.removeprefix("/start").strip())


async def _pressed(turn: Turn, registry: Registry) -> None:
    inbound, handler = turn.inbound, registry.named(turn.talk.handler)
    key = inbound.choice or ""
    if (inbound.prompt_id or "").startswith(STANDING):
        name, _, argument = key.partition(".")
        if called := registry.named(name):
            await called.begin(turn, argument)
            return
    elif _is_open(turn) and handler:
        await handler.answer(turn, Press(key))
        return
    turn.press_note = turn.label("old-button-note")
    turn.say("old-button")
    await _show_where_we_are(turn, registry)


async def _show_where_we_are(turn: Turn, registry: Registry) -> None:
    if turn.talk.prompt:
        turn.repeat_prompt()
    else:
        await registry.home.begin(turn, "")


async def _given(turn: Turn, registry: Registry) -> None:
    handler = registry.named(turn.talk.handler)
    given = await _input(turn, takes_files=bool(handler and handler.takes_files))
    if isinstance(given, Press) and (turn.talk.prompt_id or "").startswith(STANDING):
        name, _, argument = given.key.partition(".")
        await (registry.named(name) or registry.home).begin(turn, argument)
    elif handler is None and isinstance(given, Say) and normalise_code(given.text):
        await registry.enrolment.begin(turn, given.text)
    else:
        await (handler or registry.home).answer(turn, given)


def _is_open(turn: Turn) -> bool:
    """True when the pressed button belongs to the open prompt and is one of its choices."""
    message, inbound = turn.talk.prompt, turn.inbound
    return (
        message is not None
        and message.prompt is not None
        and message.prompt.id == inbound.prompt_id
        and any(choice.key == inbound.choice for choice in message.prompt.every_choice)
    )


async def _input(turn: Turn, *, takes_files: bool) -> Input:
    inbound = turn.inbound
    match inbound.kind:
        case InboundKind.TEXT:
            return _typed(turn)
        case InboundKind.EDITED:
            return Edited(clean_text(inbound.text, limit=_LONGEST_TEXT))
        case InboundKind.PHOTO if takes_files:
            return Photos((await keep_file(turn),))
        case InboundKind.VOICE if takes_files:
            return VoiceNote(await keep_file(turn), late=is_late(turn))
        case _:
            return Nonsense(inbound.kind.value)


def _typed(turn: Turn) -> Input:
    text = clean_text(turn.inbound.text, limit=_LONGEST_TEXT)
    if is_late(turn):
        return Late(text, numbered=turn.shows_numbers)
    prompt = turn.talk.prompt.prompt if turn.talk.prompt else None
    key = resolve_typed(prompt, text, numbered=turn.shows_numbers) if prompt else None
    return Press(key) if key else Say(text, numbered=turn.shows_numbers)


def is_late(turn: Turn) -> bool:
    """True when a text was sent before the open prompt could be seen where it was typed."""
    if turn.talk.prompt_id is None:
        return False
    if turn.inbound.prompt_id is not None:
        return turn.inbound.prompt_id != turn.talk.prompt_id
    return turn.prompt_shown_at is None or turn.inbound.sent_at < turn.prompt_shown_at
