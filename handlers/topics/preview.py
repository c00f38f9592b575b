"""A prepared topic is looked at as a whole before it goes out."""

from collections.abc import Sequence

from dialogue.inputs import Input, Press
from domain.message import Choice, Expects
from domain.refusals import BadInput
from domain.topics import TopicField
from handlers.screen import show, unfit_key
from handlers.steps import choice, pressed, say_refusal, typed, unfit
from handlers.topics.follow import show_followed
from handlers.topics.pages import say_topic, topics_button
from handlers.topics.states import DraftStep, TopicDraft
from operations.topics.buttons import EditField, GoOnWithTopic
from operations.topics.drafting import drop_draft, get_draft, remove_files, write_field
from operations.topics.issuing import issue_topic, readiness
from operations.topics.opening import view_topic
from operations.turn import Turn
from storage.messages.attachments import Attachment

LATER, DONE, LOOK = Press("later"), Press("done"), Press("look")


def ask(
    turn: Turn,
    *choices: Choice,
    expects: Expects = Expects.CHOICE,
    navigation: Sequence[Choice] = (),
) -> None:
    """Opens the next question about a draft, which can be kept for later."""
    way_out = choice(turn, LATER, "button-later")
    turn.ask(choices, expects=expects, navigation=(*navigation, way_out))


def leave_draft(turn: Turn, draft: TopicDraft) -> None:
    """Leaves the draft as it is."""
    turn.say("topic-kept")
    go_on = choice(turn, GoOnWithTopic(draft.topic), "button-go-on")
    show(turn, go_on, navigation=(topics_button(turn),))


async def review(turn: Turn, topic_id: int) -> None:
    """Shows a draft as it will go out, and what can still be done."""
    turn.keep(TopicDraft(topic=topic_id))
    draft = await get_draft(turn.unit, topic_id, turn.require_person())
    turn.say("topic-review")
    say_topic(turn, await view_topic(turn.unit, draft, turn.language))
    files = await readiness(turn.unit, draft.id)
    for key, some in (("coming", files.coming), ("failed", files.failed)):
        if some:
            turn.say(f"topic-files-{key}", names=_names(turn, some))
    others = {"files": "add-files", "no-files": "remove-files", "drop": "drop"}
    if not (files.ready or files.coming or files.failed):
        del others["no-files"]
    if not turn.abilities.takes_files:
        del others["files"]
    ask(
        turn,
        _button(turn, "issue", "issue"),
        *(choice(turn, EditField(field), f"topic-edit-{field}") for field in TopicField),
        *(_button(turn, key, words) for key, words in others.items()),
    )


def _button(turn: Turn, key: str, words: str) -> Choice:
    return choice(turn, key, f"topic-button-{words}")


def _names(turn: Turn, some: Sequence[Attachment]) -> str:
    return ", ".join(file.name or turn.label("topic-file-photo") for file in some)


async def answer_review(turn: Turn, draft: TopicDraft, given: Input) -> None:
    """Takes the word on a draft, or new words for one of its fields."""
    if draft.step is DraftStep.EDIT:
        await _take_edit(turn, draft, given)
        return
    match given.key if isinstance(given, Press) else "":
        case "issue":
            await _issue(turn, draft, without_missing=False)
        case "without":
            await _issue(turn, draft, without_missing=True)
        case "look":
            await review(turn, draft.topic)
        case "files":
            turn.say("topic-new-files")
            ask_files(turn, draft, "topic-button-files-done")
        case "no-files":
            await _remove_files(turn, draft)
        case "drop":
            await drop_draft(turn.unit, draft.topic, by=turn.require_person())
            turn.say("topic-dropped")
            show(turn, navigation=(topics_button(turn),))
        case _ if edit := pressed(given, EditField):
            await _ask_edit(turn, draft, edit.field)
        case _:
            is_at_files = draft.step is DraftStep.FILES
            turn.say("topic-send-file" if is_at_files else unfit_key(turn))
            turn.repeat_prompt()


def ask_files(turn: Turn, draft: TopicDraft, words: str) -> None:
    """Waits for files; the button to end that has these words."""
    draft.step = DraftStep.FILES
    turn.keep(draft)
    ask(turn, choice(turn, DONE, words))


async def _remove_files(turn: Turn, draft: TopicDraft) -> None:
    files = await readiness(turn.unit, draft.topic)
    every = [file.id for file in (*files.ready, *files.coming, *files.failed)]
    await remove_files(turn.unit, draft.topic, every, by=turn.require_person())
    await review(turn, draft.topic)


async def _ask_edit(turn: Turn, draft: TopicDraft, field: TopicField) -> None:
    topic = await get_draft(turn.unit, draft.topic, turn.require_person())
    draft.step, draft.field = DraftStep.EDIT, field
    turn.keep(draft)
    before = topic.words_of(field)
    words = turn.label(f"topic-field-{field}")
    turn.say("topic-correct-words", field=words, before=before or "–")
    ways = [choice(turn, LOOK, "button-back")]
    if field is not TopicField.TITLE and before:
        ways.insert(0, choice(turn, "clear", "topic-button-clear"))
    ask(turn, expects=Expects.TEXT, navigation=ways)


async def _take_edit(turn: Turn, draft: TopicDraft, given: Input) -> None:
    if given != LOOK:
        text = "" if given == Press("clear") else typed(given)
        if text is None:
            raise unfit(turn)
        await write_field(turn.unit, draft.topic, draft.field, text, by=turn.require_person())
    await review(turn, draft.topic)


async def _issue(turn: Turn, draft: TopicDraft, *, without_missing: bool) -> None:
    try:
        await issue_topic(turn.context, draft.topic, without_missing=without_missing)
    except BadInput as refusal:
        say_refusal(turn, refusal)
        if refusal.code == "topic-files-missing":
            ask(turn, _button(turn, "look", "look"), _button(turn, "without", "without"))
        else:
            await review(turn, draft.topic)
        return
    turn.say("topic-issued")
    await show_followed(turn, draft.topic)
