"""A leader's message to those who look after the chapter: asked once, sent by one tap."""

from collections import Counter
from collections.abc import Sequence

from dialogue.inputs import Input, Late, Press, Say, UnsupportedInput
from domain.message import Choice, Expects
from domain.refusals import BadInput
from handlers.screen import parse_number, shorten, show, unfit_key
from operations.access import REPORTING, held
from operations.maintenance.files import keep_file
from operations.topics.enquiring import Receivers, list_receivers, read_message, send_enquiry
from operations.turn import Turn

_QUOTED = 500
FILES = frozenset({"photo", "voice"})


class EnquireHandler:
    """Takes a message: "c12" for a chapter, "t34" about a topic, anything else its words.

    The state holds the words, the files that go with them, and the topic or chapter they are
    about; "urgent" stands while it is to be told at once.
    """

    name = "enquire"
    command = "nhantin|ask"
    words = "command-enquire-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Asks for the words, or whether to send those given."""
        number = parse_number(argument[1:]) if argument[:1] in ("c", "t") else 0
        if not held(turn.posts, REPORTING, turn.today) or not await _receivers(turn):
            turn.leave()
            turn.say("ask-nobody")
            show(turn)
        elif argument and not number:
            await offer_message(turn, argument)
        else:
            _ask_words(turn, {"topic" if argument.startswith("t") else "chapter": number})

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the words, more words, or the word on sending them."""
        state = turn.talk.state
        if given in (Press("no"), Press("cancel")):
            turn.say("ask-not-sent")
            show(turn)
        elif isinstance(given, Press) and state.get("text") is not None:
            await _decide(turn, given.key)
        elif isinstance(given, Say | Late):
            words = "\n".join(filter(None, [state.get("text", ""), given.text]))
            await _offer(turn, words, {**state})
        elif isinstance(given, UnsupportedInput) and given.kind in FILES:
            files = [*state.get("files", ()), await keep_file(turn)]
            sorts = [*state.get("sorts", ()), given.kind]
            await _offer(turn, state.get("text", ""), {**state, "files": files, "sorts": sorts})
        else:
            turn.say(unfit_key(turn))
            turn.repeat_prompt()


async def offer_message(turn: Turn, text: str) -> bool:
    """Asks whether a text is meant for the cadre; False if there is nobody to get it."""
    if not await can_ask(turn):
        return False
    await _offer(turn, text, {})
    return True


async def offer_files(turn: Turn, files: Sequence[tuple[int, str]], words: str) -> None:
    """Asks whether files, each with what it is, are meant for the cadre, with their words."""
    kept = {"files": [one for one, _ in files], "sorts": [sort for _, sort in files]}
    await _offer(turn, words, kept)


async def can_ask(turn: Turn) -> bool:
    """True for somebody who reports and whose message would reach somebody."""
    return bool(held(turn.posts, REPORTING, turn.today) and await _receivers(turn))


async def _receivers(turn: Turn) -> list[Receivers]:
    return await list_receivers(turn.unit, turn.require_person(), turn.posts, today=turn.today)


def _ask_words(turn: Turn, state: dict[str, int]) -> None:
    turn.leave()
    turn.talk.handler, turn.talk.state = "enquire", {**state}
    turn.say("ask-words-topic" if state.get("topic") else "ask-words")
    turn.ask(expects=Expects.TEXT, navigation=(Choice("cancel", turn.label("button-cancel")),))


async def _offer(turn: Turn, text: str, state: dict[str, object]) -> None:
    """Shows the words and to whom they would go; who leads several chapters chooses."""
    files = state.get("files")
    try:
        words = read_message(text) if text or not files else ""
    except BadInput as refusal:
        turn.say(refusal.code, **refusal.facts)
        turn.repeat_prompt()
        return
    found = await _receivers(turn)
    named = [one for one in found if one.chapter.id == state.get("chapter")] or found
    turn.leave()
    turn.talk.handler, turn.talk.state = "enquire", {**state, "text": words}
    quoted = shorten(_words_of(turn), _QUOTED)
    if len(named) == 1:
        turn.say("ask-sure", text=quoted, names=_names(turn, named[0]))
        chapter = named[0].chapter.id
        choices = [
            Choice(f"s{chapter}", turn.label("ask-button-yes")),
            Choice(f"u{chapter}", turn.label("ask-button-urgent")),
        ]
    else:
        turn.say("ask-sure-which", text=quoted)
        choices = [Choice(f"s{one.chapter.id}", _choice(turn, one)) for one in named]
        if state.get("urgent"):
            turn.say("ask-urgent")
        else:
            choices.append(Choice("urgent", turn.label("ask-button-urgent")))
    if files and not words:
        turn.say("ask-words-beside")
    turn.ask((*choices, Choice("no", turn.label("ask-button-no"))))


def _words_of(turn: Turn) -> str:
    """Returns the words of a message with what came beside them."""
    state = turn.talk.state
    sorts = Counter("voice" if one == "voice" else "photo" for one in state.get("sorts", ()))
    beside = [turn.label(f"ask-beside-{sort}", count=count) for sort, count in sorts.items()]
    return " ".join(filter(None, [str(state["text"]), *beside]))


async def _decide(turn: Turn, key: str) -> None:
    state, chapter_id = turn.talk.state, parse_number(key[1:])
    if key == "urgent":
        await _offer(turn, str(state["text"]), {**state, "urgent": True})
    else:
        await _send(turn, chapter_id, urgent=key.startswith("u") or bool(state.get("urgent")))


def _names(turn: Turn, one: Receivers) -> str:
    return ", ".join(
        turn.label("ask-receiver", form=person.address_form, name=person.name)
        for person in one.people
    )


def _choice(turn: Turn, one: Receivers) -> str:
    name = one.people[0].name
    return shorten(turn.label("ask-button-chapter", name=name, chapter=one.chapter.name))


async def _send(turn: Turn, chapter_id: int, *, urgent: bool) -> None:
    state = turn.talk.state
    sent = await send_enquiry(
        turn.context,
        chapter_id,
        _words_of(turn),
        topic_id=state.get("topic") or None,
        files=state.get("files", ()),
        urgent=urgent,
    )
    told = "ask-sent-urgent" if urgent else "ask-sent"
    turn.say(told if sent.is_new else "ask-sent-before", names=_names(turn, sent.receivers))
    show(turn)
