"""A leader's message to those who look after the chapter: asked once, sent by one tap."""

from dialogue.inputs import Input, Late, Press, Say
from domain.message import Choice, Expects
from domain.refusals import BadInput
from handlers.standing import parse_number, shorten, show, unfit_key
from operations.access import REPORTING, held
from operations.topics.enquiring import Receivers, list_receivers, read_message, send_enquiry
from operations.turn import Turn

_QUOTED = 500


class EnquireHandler:
    """Takes a message: "c12" for a chapter, "t34" about a topic, anything else its words.

    The state holds the words, and the topic or chapter they are about.
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
        elif isinstance(given, Press) and given.key.startswith("s") and state.get("text"):
            await _send(turn, parse_number(given.key[1:]))
        elif isinstance(given, Say | Late):
            words = "\n".join(filter(None, [state.get("text", ""), given.text]))
            await _offer(turn, words, {**state})
        else:
            turn.say(unfit_key(turn))
            turn.repeat_prompt()


async def offer_message(turn: Turn, text: str) -> bool:
    """Asks whether a text is meant for the cadre; False if there is nobody to get it."""
    if not held(turn.posts, REPORTING, turn.today) or not await _receivers(turn):
        return False
    await _offer(turn, text, {})
    return True


async def _receivers(turn: Turn) -> list[Receivers]:
    return await list_receivers(turn.unit, turn.require_person(), turn.posts, today=turn.today)


def _ask_words(turn: Turn, state: dict[str, int]) -> None:
    turn.leave()
    turn.talk.handler, turn.talk.state = "enquire", {**state}
    turn.say("ask-words-topic" if state.get("topic") else "ask-words")
    turn.ask(expects=Expects.TEXT, navigation=(Choice("cancel", turn.label("button-cancel")),))


async def _offer(turn: Turn, text: str, state: dict[str, object]) -> None:
    """Shows the words and to whom they would go; who leads several chapters chooses."""
    try:
        words = read_message(text)
    except BadInput as refusal:
        turn.say(refusal.code, **refusal.facts)
        turn.repeat_prompt()
        return
    found = await _receivers(turn)
    named = [one for one in found if one.chapter.id == state.get("chapter")] or found
    turn.leave()
    turn.talk.handler, turn.talk.state = "enquire", {**state, "text": words}
    quoted = shorten(words, _QUOTED)
    if len(named) == 1:
        turn.say("ask-sure", text=quoted, names=_names(turn, named[0]))
        choices = [Choice(f"s{named[0].chapter.id}", turn.label("ask-button-yes"))]
    else:
        turn.say("ask-sure-which", text=quoted)
        choices = [Choice(f"s{one.chapter.id}", _choice(turn, one)) for one in named]
    turn.ask((*choices, Choice("no", turn.label("ask-button-no"))))


def _names(turn: Turn, one: Receivers) -> str:
    return ", ".join(
        turn.label("ask-receiver", form=person.address_form, name=person.name)
        for person in one.people
    )


def _choice(turn: Turn, one: Receivers) -> str:
    name = one.people[0].name
    return shorten(turn.label("ask-button-chapter", name=name, chapter=one.chapter.name))


async def _send(turn: Turn, chapter_id: int) -> None:
    state = turn.talk.state
    sent = await send_enquiry(
        turn.unit,
        chapter_id,
        str(state["text"]),
        by=turn.require_person(),
        posts=turn.posts,
        policy=turn.policy,
        now=turn.now,
        topic_id=state.get("topic") or None,
    )
    turn.say("ask-sent" if sent.is_new else "ask-sent-before", names=_names(turn, sent.receivers))
    show(turn)
