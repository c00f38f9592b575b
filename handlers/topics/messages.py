"""Messages of leaders: the list, one of them, and its answer by one tap or in words."""

from collections.abc import Mapping
from dataclasses import replace

from dialogue.inputs import Input
from domain.buttons import read_button
from domain.enquiries import Ready
from domain.message import Choice
from domain.news import Section
from domain.refusals import Conflict
from domain.talks import TaskState
from handlers.screen import shorten, show
from handlers.steps import CANCEL, ask_words, choice, say_refusal, task_button, typed
from operations.notifications.preferring import preference_of
from operations.people.buttons import TellAtOnce
from operations.topics.answering import (
    EnquiryView,
    answer_enquiry,
    answers_messages,
    get_enquiry,
    list_enquiries,
    list_own_enquiries,
)
from operations.topics.buttons import (
    IN_WORDS,
    MESSAGE_BUTTONS,
    AnsweredMessages,
    AnswerMessage,
    FileSort,
    MessageFiles,
    ShowMessage,
    WaitingMessages,
)
from operations.turn import Turn
from operations.wording import moment_words

_PAGE = 5
_READY: Mapping[str, Ready] = {str(at): ready for at, ready in enumerate(Ready, start=1)}
_SHOWN = 300


class AnswerInWords(TaskState):
    """A message whose answer is awaited in words, as it was seen."""

    message: int
    version: int


class MessagesHandler:
    """Lists what waits and what was answered, shows one message, answers it.

    Who answers no messages sees their own.
    """

    name = "messages"
    command = "loinhan|messages"
    words = "command-messages-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows a list or a message, or answers it."""
        match read_button(argument, *MESSAGE_BUTTONS):
            case MessageFiles(message_id, sort):
                await _show_files(turn, message_id, sort)
            case AnswerMessage(message_id, version, answer) if answer in _READY:
                await _answer(turn, message_id, _READY[answer], version=version)
            case AnswerMessage(message_id, version, answer) if answer == IN_WORDS:
                await self._ask_words(turn, message_id, version)
            case AnswerMessage(message_id) | ShowMessage(message_id):
                await _show(turn, message_id)
            case AnsweredMessages() | WaitingMessages() as listed:
                await _show_list(turn, listed)
            case _:
                await _show_list(turn, WaitingMessages())

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the words of an answer."""
        state = turn.state(AnswerInWords)
        text = typed(given)
        if given == CANCEL:
            await _show(turn, state.message)
        elif text is not None:
            await _answer(turn, state.message, text, version=state.version)
        else:
            turn.say("messages-words")
            turn.repeat_prompt()

    async def _ask_words(self, turn: Turn, message_id: int, version: int) -> None:
        view = await get_enquiry(turn.unit, message_id, turn.posts, today=turn.today)
        turn.start(self.name, AnswerInWords(message=message_id, version=version))
        turn.say_rich(_lines(turn, view, is_own=False, whole=True))
        turn.say("messages-words")
        ask_words(turn)


async def _show_list(turn: Turn, listed: WaitingMessages | AnsweredMessages) -> None:
    if not answers_messages(turn.posts, turn.today):
        await _show_own(turn, max(listed.page, 1))
        return
    is_open = isinstance(listed, WaitingMessages)
    found = await list_enquiries(
        turn.unit,
        turn.posts,
        open_ones=is_open,
        page=max(listed.page, 1),
        size=_PAGE,
        today=turn.today,
    )
    words = "messages-open" if is_open else "messages-done"
    turn.say(words if found.views else f"{words}-none")
    turn.say_rich(*(_lines(turn, view, is_own=False) for view in found.views))
    other = AnsweredMessages() if is_open else WaitingMessages()
    others = [choice(turn, other, f"messages-button-{other.letter}")]
    chosen = await preference_of(turn.unit, turn.require_person())
    if Section.ENQUIRIES not in chosen.urgent:
        others.append(choice(turn, TellAtOnce(Section.ENQUIRIES), "messages-button-at-once"))
    buttons = [_button(turn, view) for view in found.views]
    pages = _pages(turn, listed, has_more=found.has_more)
    show(turn, *buttons, *others, navigation=pages)


async def _show_own(turn: Turn, number: int) -> None:
    found = await list_own_enquiries(turn.unit, turn.require_person(), page=number, size=_PAGE)
    turn.say("messages-own" if found.views else "messages-own-none")
    turn.say_rich(*(_lines(turn, view, is_own=True) for view in found.views))
    pages = _pages(turn, WaitingMessages(number), has_more=found.has_more)
    show(turn, task_button(turn, "enquire"), navigation=pages)


def _pages(
    turn: Turn, listed: WaitingMessages | AnsweredMessages, *, has_more: bool
) -> list[Choice]:
    pages = []
    if listed.page > 1:
        before = replace(listed, page=listed.page - 1)
        pages.append(choice(turn, before, "button-page-before"))
    if has_more:
        after = replace(listed, page=listed.page + 1)
        pages.append(choice(turn, after, "button-page-after"))
    return pages


def _button(turn: Turn, view: EnquiryView) -> Choice:
    there, who = ShowMessage(view.enquiry.id), view.sender.name
    return choice(turn, there, "messages-button-one", who=who, text=view.enquiry.text)


def _lines(turn: Turn, view: EnquiryView, *, is_own: bool, whole: bool = False) -> str:
    enquiry = view.enquiry
    text = enquiry.text if whole else shorten(enquiry.text, _SHOWN)
    head = turn.text(
        "messages-line-own" if is_own else "messages-line",
        who=view.sender.name,
        chapter=view.chapter.name,
        at=moment_words(turn.policy.local(enquiry.at), turn.language),
        text=text or "–",
    )
    about = [turn.text("messages-line-topic", title=view.topic)] if view.topic else []
    told = []
    if enquiry.answer:
        key = "messages-line-promised" if enquiry.is_open else "messages-line-answer"
        told.append(turn.text(key, who=view.answerer, answer=enquiry.answer))
    return "\n".join([head, *about, *told])


async def _show(turn: Turn, message_id: int) -> None:
    view = await get_enquiry(turn.unit, message_id, turn.posts, today=turn.today)
    turn.say_rich(_lines(turn, view, is_own=False, whole=True))
    version = view.enquiry.version
    words = {
        **{at: f"ready-{ready}" for at, ready in _READY.items()},
        IN_WORDS: "messages-button-words",
    }
    answers = (
        choice(turn, AnswerMessage(message_id, version, at), text) for at, text in words.items()
    )
    show(turn, *_to_files(turn, view), *answers, navigation=(task_button(turn, "messages"),))


def _to_files(turn: Turn, view: EnquiryView) -> list[Choice]:
    found = (
        (FileSort.RECORDINGS, view.recordings, "messages-button-voices"),
        (FileSort.PHOTOS, view.photos, "messages-button-photos"),
    )
    return [
        choice(turn, MessageFiles(view.enquiry.id, sort), words, count=len(files))
        for sort, files, words in found
        if files
    ]


async def _show_files(turn: Turn, message_id: int, sort: FileSort) -> None:
    view = await get_enquiry(turn.unit, message_id, turn.posts, today=turn.today)
    turn.say_rich(_lines(turn, view, is_own=False))
    show(turn, navigation=(choice(turn, ShowMessage(message_id), "button-back"),))
    turn.attachments = view.recordings if sort is FileSort.RECORDINGS else view.photos


async def _answer(turn: Turn, message_id: int, answer: Ready | str, *, version: int) -> None:
    """Sends the answer; who comes second sees the first one's and can still add to it."""
    view = await get_enquiry(turn.unit, message_id, turn.posts, today=turn.today)
    try:
        reached = await answer_enquiry(turn.context, message_id, answer, version=version)
    except Conflict as refusal:
        say_refusal(turn, refusal)
        await _show(turn, message_id)
        return
    told = "messages-sent" if reached else "messages-not-reached"
    turn.say(told, who=view.sender.name, phone=view.sender.phone or "none")
    show(turn, navigation=(task_button(turn, "messages"),))
