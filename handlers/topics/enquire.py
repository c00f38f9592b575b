"""A leader's message to those who look after the chapter: asked once, sent by one tap."""

from collections import Counter
from collections.abc import Sequence

from dialogue.inputs import Input, Press, UnsupportedInput
from domain.buttons import read_button
from domain.message import Choice
from domain.refusals import BadInput
from domain.talks import TaskState
from handlers.screen import shorten, show
from handlers.steps import CANCEL, ask_again, ask_words, choice, pressed, say_refusal, typed
from operations.access import REPORTING, held
from operations.maintenance.files import keep_file
from operations.topics.buttons import AskAboutTopic, AskOfChapter, SendFor, SendUrgently
from operations.topics.enquiring import Receivers, list_receivers, read_message, send_enquiry
from operations.turn import Turn

_QUOTED = 500
_NO, _URGENT = Press("no"), Press("urgent")
FILES = frozenset({"photo", "voice"})


class EnquiryDraft(TaskState):
    """A message on its way, with the topic or chapter that it is about.

    `sorts` says what each of the files is; `text` is None until there are words or files.
    """

    topic: int = 0
    chapter: int = 0
    text: str | None = None
    files: tuple[int, ...] = ()
    sorts: tuple[str, ...] = ()
    urgent: bool = False

    def with_file(self, file: int, sort: str) -> "EnquiryDraft":
        """Returns the message with one file more."""
        added = {"files": (*self.files, file), "sorts": (*self.sorts, sort)}
        return self.model_copy(update=added)


class EnquireHandler:
    """Takes a message for a chapter, about a topic, or whatever words stand behind the command."""

    name = "enquire"
    command = "nhantin|ask"
    words = "command-enquire-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Asks for the words, or whether to send those given."""
        if not await can_ask(turn):
            turn.say("ask-nobody")
            show(turn)
            return
        match read_button(argument, AskOfChapter, AskAboutTopic):
            case AskOfChapter(chapter_id):
                _ask_words(turn, EnquiryDraft(chapter=chapter_id))
            case AskAboutTopic(topic_id):
                _ask_words(turn, EnquiryDraft(topic=topic_id))
            case _ if argument:
                await _offer(turn, EnquiryDraft(), argument)
            case _:
                _ask_words(turn, EnquiryDraft())

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the words, more words, or the word on sending them."""
        draft = turn.state(EnquiryDraft)
        text = typed(given)
        if given in (_NO, CANCEL):
            turn.say("ask-not-sent")
            show(turn)
        elif isinstance(given, Press) and draft.text is not None:
            await _decide(turn, draft, given)
        elif text is not None:
            await _offer(turn, draft, "\n".join(filter(None, [draft.text, text])))
        elif isinstance(given, UnsupportedInput) and given.kind in FILES:
            draft = draft.with_file(await keep_file(turn), given.kind)
            await _offer(turn, draft, draft.text or "")
        else:
            ask_again(turn)


async def offer_message(turn: Turn, text: str) -> bool:
    """Asks whether a text is meant for the cadre; False if there is nobody to get it."""
    if not await can_ask(turn):
        return False
    await _offer(turn, EnquiryDraft(), text)
    return True


async def offer_files(turn: Turn, files: Sequence[tuple[int, str]], words: str) -> None:
    """Asks whether files, each with what it is, are meant for the cadre, with their words."""
    draft = EnquiryDraft(
        files=tuple(file for file, _ in files), sorts=tuple(sort for _, sort in files)
    )
    await _offer(turn, draft, words)


async def can_ask(turn: Turn) -> bool:
    """True for somebody who reports and whose message would reach somebody."""
    return bool(held(turn.posts, REPORTING, turn.today) and await _receivers(turn))


async def _receivers(turn: Turn) -> list[Receivers]:
    return await list_receivers(turn.unit, turn.require_person(), turn.posts, today=turn.today)


def _ask_words(turn: Turn, draft: EnquiryDraft) -> None:
    turn.start("enquire", draft)
    turn.say("ask-words-topic" if draft.topic else "ask-words")
    ask_words(turn)


async def _offer(turn: Turn, draft: EnquiryDraft, text: str) -> None:
    """Shows the words and to whom they would go; who leads several chapters chooses."""
    try:
        draft.text = read_message(text) if text or not draft.files else ""
    except BadInput as refusal:
        say_refusal(turn, refusal)
        turn.repeat_prompt()
        return
    found = await _receivers(turn)
    named = [receivers for receivers in found if receivers.chapter.id == draft.chapter] or found
    turn.start("enquire", draft)
    quoted = shorten(_words_of(turn, draft), _QUOTED)
    urgent = turn.label("ask-button-urgent")
    if len(named) == 1:
        turn.say("ask-sure", text=quoted, names=_names(turn, named[0]))
        chapter = named[0].chapter.id
        choices = [
            choice(turn, SendFor(chapter), "ask-button-yes"),
            Choice(SendUrgently(chapter).key, urgent),
        ]
    else:
        turn.say("ask-sure-which", text=quoted)
        choices = [
            Choice(SendFor(receivers.chapter.id).key, _choice(turn, receivers))
            for receivers in named
        ]
        if draft.urgent:
            turn.say("ask-urgent")
        else:
            choices.append(Choice(_URGENT.key, urgent))
    if draft.files and not draft.text:
        turn.say("ask-words-beside")
    turn.ask((*choices, choice(turn, _NO, "ask-button-no")))


def _words_of(turn: Turn, draft: EnquiryDraft) -> str:
    """Returns the words of a message with what came beside them."""
    sorts = Counter("voice" if sort == "voice" else "photo" for sort in draft.sorts)
    beside = [turn.label(f"ask-beside-{sort}", count=count) for sort, count in sorts.items()]
    return " ".join(filter(None, [draft.text, *beside]))


async def _decide(turn: Turn, draft: EnquiryDraft, given: Press) -> None:
    if given == _URGENT:
        draft.urgent = True
        await _offer(turn, draft, draft.text or "")
    elif way := pressed(given, SendFor, SendUrgently):
        urgent = draft.urgent or isinstance(way, SendUrgently)
        await _send(turn, draft, way.chapter, urgent=urgent)
    else:
        ask_again(turn)


def _names(turn: Turn, receivers: Receivers) -> str:
    return ", ".join(
        turn.label("ask-receiver", form=person.form, name=person.name)
        for person in receivers.people
    )


def _choice(turn: Turn, receivers: Receivers) -> str:
    name = receivers.people[0].name
    return shorten(turn.label("ask-button-chapter", name=name, chapter=receivers.chapter.name))


async def _send(turn: Turn, draft: EnquiryDraft, chapter_id: int, *, urgent: bool) -> None:
    sent = await send_enquiry(
        turn.context,
        chapter_id,
        _words_of(turn, draft),
        topic_id=draft.topic or None,
        files=draft.files,
        urgent=urgent,
    )
    told = "ask-sent-urgent" if urgent else "ask-sent"
    turn.say(told if sent.is_new else "ask-sent-before", names=_names(turn, sent.receivers))
    show(turn)
