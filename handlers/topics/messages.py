"""Messages of leaders: the list, one of them, and its answer by one tap or in words."""

from dialogue.inputs import Input, Late, Press, Say
from domain.enquiries import Ready
from domain.message import Choice, Expects
from domain.news import Section
from domain.refusals import BadInput, Conflict
from handlers.screen import parse_number, shorten, show
from operations.notifications.preferring import preference_of
from operations.topics.answering import (
    EnquiryView,
    Listed,
    answer_enquiry,
    answers_messages,
    get_enquiry,
    list_enquiries,
    list_own_enquiries,
)
from operations.turn import Turn
from operations.wording import moment_words

_PAGE = 5
_READY = {str(at): one for at, one in enumerate(Ready, start=1)}
_FREE = "w"
_FILES = {"f": "photos", "h": "voices"}
_SHOWN = 300


class MessagesHandler:
    """Lists what waits ("p2") and what was answered ("d2"), or shows one message ("12").

    "12-3-1" answers message 12, seen at version 3, with the first ready answer; "12-3-w" asks for
    the words of one; "12-f" and "12-h" show its photos and play its recordings. Who answers no
    messages sees their own.
    """

    name = "messages"
    command = "loinhan|messages"
    words = "command-messages-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows a list or a message, or answers it."""
        number, _, rest = argument.partition("-")
        version, _, answer = rest.partition("-")
        enquiry_id = parse_number(number)
        if enquiry_id and rest in _FILES:
            await _show_files(turn, enquiry_id, rest)
        elif enquiry_id and answer in _READY:
            await _answer(turn, enquiry_id, parse_number(version), _READY[answer])
        elif enquiry_id and answer == _FREE:
            await _ask_words(turn, enquiry_id, parse_number(version))
        elif enquiry_id:
            await _show_one(turn, enquiry_id)
        else:
            page = max(parse_number(argument[1:]), 1)
            await _show_list(turn, page, open_ones=not argument.startswith("d"))

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the words of an answer."""
        state = turn.talk.state
        if given == Press("cancel"):
            await _show_one(turn, state["message"])
        elif isinstance(given, Say | Late):
            await _answer(turn, state["message"], state["version"], given.text)
        else:
            turn.say("messages-words")
            turn.repeat_prompt()


async def _show_list(turn: Turn, page: int, *, open_ones: bool) -> None:
    is_own = not answers_messages(turn.posts, turn.today)
    if is_own:
        found = await list_own_enquiries(turn.unit, turn.require_person(), page=page, size=_PAGE)
        kind, letter = "own", "p"
    else:
        found = await list_enquiries(
            turn.unit,
            turn.posts,
            open_ones=open_ones,
            page=page,
            size=_PAGE,
            today=turn.today,
        )
        kind, letter = ("open", "p") if open_ones else ("done", "d")
    turn.say(f"messages-{kind}" if found.views else f"messages-{kind}-none")
    turn.say_rich(*(_lines(turn, one, is_own=is_own) for one in found.views))
    buttons = [] if is_own else [_button(turn, one) for one in found.views]
    if is_own:
        others = [Choice("enquire", turn.label("menu-enquire"))]
    else:
        other = "p1" if letter == "d" else "d1"
        others = [Choice(f"messages.{other}", turn.label(f"messages-button-{other[0]}"))]
        chosen = await preference_of(turn.unit, turn.require_person())
        if Section.ENQUIRIES not in chosen.urgent:
            others.append(
                Choice(f"settings.on-{Section.ENQUIRIES}", turn.label("messages-button-at-once"))
            )
    show(turn, *buttons, *others, navigation=_pages(turn, found, page, letter))


def _pages(turn: Turn, found: Listed, page: int, letter: str) -> tuple[Choice, ...]:
    pages = []
    if page > 1:
        pages.append(Choice(f"messages.{letter}{page - 1}", turn.label("button-page-before")))
    if found.has_more:
        pages.append(Choice(f"messages.{letter}{page + 1}", turn.label("button-page-after")))
    return tuple(pages)


def _button(turn: Turn, one: EnquiryView) -> Choice:
    words = turn.label("messages-button-one", who=one.sender.name, text=one.enquiry.text)
    return Choice(f"messages.{one.enquiry.id}", shorten(words))


def _lines(turn: Turn, one: EnquiryView, *, is_own: bool, whole: bool = False) -> str:
    enquiry = one.enquiry
    text = enquiry.text if whole else shorten(enquiry.text, _SHOWN)
    head = turn.text(
        "messages-line-own" if is_own else "messages-line",
        who=one.sender.name,
        chapter=one.chapter.name,
        at=moment_words(turn.policy.local(enquiry.at), turn.language),
        text=text or "–",
    )
    about = [turn.text("messages-line-topic", title=one.topic)] if one.topic else []
    told = []
    if enquiry.answer:
        key = "messages-line-promised" if enquiry.is_open else "messages-line-answer"
        told.append(turn.text(key, who=one.answerer, answer=enquiry.answer))
    return "\n".join([head, *about, *told])


async def _show_one(turn: Turn, enquiry_id: int) -> None:
    one = await get_enquiry(turn.unit, enquiry_id, turn.posts, today=turn.today)
    turn.say_rich(_lines(turn, one, is_own=False, whole=True))
    begin = f"messages.{enquiry_id}-{one.enquiry.version}-"
    ready = [
        Choice(f"{begin}{at}", turn.label(f"ready-{answer}")) for at, answer in _READY.items()
    ]
    words = Choice(f"{begin}{_FREE}", turn.label("messages-button-words"))
    show(turn, *_to_files(turn, one), *ready, words, navigation=(_to_list(turn),))


def _to_files(turn: Turn, one: EnquiryView) -> tuple[Choice, ...]:
    sorts = (("h", len(one.recordings)), ("f", len(one.photos)))
    return tuple(
        Choice(
            f"messages.{one.enquiry.id}-{letter}",
            turn.label(f"messages-button-{_FILES[letter]}", count=count),
        )
        for letter, count in sorts
        if count
    )


async def _show_files(turn: Turn, enquiry_id: int, sort: str) -> None:
    one = await get_enquiry(turn.unit, enquiry_id, turn.posts, today=turn.today)
    turn.say_rich(_lines(turn, one, is_own=False))
    back = Choice(f"messages.{enquiry_id}", turn.label("button-back"))
    show(turn, navigation=(back,))
    turn.attachments = one.recordings if sort == "h" else one.photos


def _to_list(turn: Turn) -> Choice:
    return Choice("messages", turn.label("menu-messages"))


async def _ask_words(turn: Turn, enquiry_id: int, version: int) -> None:
    one = await get_enquiry(turn.unit, enquiry_id, turn.posts, today=turn.today)
    turn.leave()
    turn.talk.handler = "messages"
    turn.talk.state = {"message": enquiry_id, "version": version}
    turn.say_rich(_lines(turn, one, is_own=False, whole=True))
    turn.say("messages-words")
    turn.ask(expects=Expects.TEXT, navigation=(Choice("cancel", turn.label("button-cancel")),))


async def _answer(turn: Turn, enquiry_id: int, version: int, answer: Ready | str) -> None:
    """Sends the answer; who comes second sees the first one's and can still add to it."""
    one = await get_enquiry(turn.unit, enquiry_id, turn.posts, today=turn.today)
    try:
        reached = await answer_enquiry(turn.context, enquiry_id, answer, version=version)
    except Conflict as refusal:
        turn.say(refusal.code, **refusal.facts)
        await _show_one(turn, enquiry_id)
        return
    except BadInput as refusal:
        turn.say(refusal.code, **refusal.facts)
        turn.repeat_prompt()
        return
    key = "messages-sent" if reached else "messages-not-reached"
    turn.say(key, who=one.sender.name, phone=one.sender.phone or "none")
    show(turn, navigation=(_to_list(turn),))
