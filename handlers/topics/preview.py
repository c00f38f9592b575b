"""A prepared topic is looked at as a whole before it goes out."""

from dialogue.inputs import Input, Late, Press, Say
from domain.message import Choice, Expects
from domain.refusals import BadInput
from handlers.screen import show, unfit_key
from handlers.topics.follow import show_followed
from handlers.topics.pages import say_topic
from operations.topics.drafting import FIELDS, drop_draft, get_draft, remove_files, write_field
from operations.topics.issuing import issue_topic, readiness
from operations.topics.opening import view_topic
from operations.turn import Turn
from storage.messages.attachments import Attachment

_BUTTONS = ("issue", "files", "no-files", "drop")


def ask(
    turn: Turn,
    *choices: Choice,
    expects: Expects = Expects.CHOICE,
    navigation: tuple[Choice, ...] = (),
) -> None:
    """Opens the next question; what was prepared can be kept for later, the rest is dropped."""
    key = "later" if "topic" in turn.talk.state else "cancel"
    way_out = Choice(key, turn.label(f"button-{key}"))
    turn.ask(choices, expects=expects, navigation=(*navigation, way_out))


def later(turn: Turn) -> None:
    """Leaves the draft as it is."""
    topic_id = turn.talk.state.get("topic")
    turn.say("topic-kept")
    show(
        turn,
        Choice(f"topic.g{topic_id}", turn.label("button-go-on")),
        navigation=(Choice("topic", turn.label("topic-button-list")),),
    )


async def review(turn: Turn) -> None:
    """Shows a draft as it will go out, and what can still be done."""
    state = turn.talk.state
    state["phase"] = "review"
    draft = await get_draft(turn.unit, state["topic"], turn.require_person())
    turn.say("topic-review")
    say_topic(turn, await view_topic(turn.unit, draft, turn.language))
    files = await readiness(turn.unit, draft.id)
    for key, some in (("coming", files.coming), ("failed", files.failed)):
        if some:
            turn.say(f"topic-files-{key}", names=_names(turn, some))
    has_files = files.ready or files.coming or files.failed
    fields = [Choice(f"e-{one}", turn.label(f"topic-edit-{one}")) for one in FIELDS]
    buttons = [one for one in _BUTTONS if one != "no-files" or has_files]
    choices = [Choice(one, turn.label(f"topic-button-{_label(one)}")) for one in buttons]
    ask(turn, choices[0], *fields, *choices[1:])


def _label(key: str) -> str:
    return {"no-files": "remove-files", "files": "add-files"}.get(key, key)


def _names(turn: Turn, some: tuple[Attachment, ...]) -> str:
    return ", ".join(one.name or turn.label("topic-file-photo") for one in some)


async def answer_review(turn: Turn, given: Input) -> None:
    """Takes the word on a draft, or new words for one of its fields."""
    state = turn.talk.state
    key = given.key if isinstance(given, Press) else ""
    if state.get("phase") == "edit":
        await _take_edit(turn, given)
    elif key in ("issue", "without"):
        await _issue(turn, without_missing=key == "without")
    elif key == "look":
        await review(turn)
    elif key == "files":
        state["phase"] = "files"
        turn.say("topic-new-files")
        ask(turn, Choice("done", turn.label("topic-button-files-done")))
    elif key == "no-files":
        await _remove_files(turn)
    elif key == "drop":
        await drop_draft(turn.unit, state["topic"], by=turn.require_person())
        turn.say("topic-dropped")
        show(turn, navigation=(Choice("topic", turn.label("topic-button-list")),))
    elif key.removeprefix("e-") in FIELDS:
        await _ask_edit(turn, key.removeprefix("e-"))
    else:
        turn.say("topic-send-file" if state.get("phase") == "files" else unfit_key(turn))
        turn.repeat_prompt()


async def _remove_files(turn: Turn) -> None:
    topic_id, by = turn.talk.state["topic"], turn.require_person()
    files = await readiness(turn.unit, topic_id)
    every = [one.id for one in (*files.ready, *files.coming, *files.failed)]
    await remove_files(turn.unit, topic_id, every, by=by)
    await review(turn)


async def _ask_edit(turn: Turn, field: str) -> None:
    state = turn.talk.state
    draft = await get_draft(turn.unit, state["topic"], turn.require_person())
    state |= {"phase": "edit", "field": field}
    turn.say(
        "topic-correct-words",
        field=turn.label(f"topic-field-{field}"),
        before=getattr(draft, field) or "–",
    )
    ways = [Choice("look", turn.label("button-back"))]
    if field != "title" and getattr(draft, field):
        ways.insert(0, Choice("clear", turn.label("topic-button-clear")))
    ask(turn, expects=Expects.TEXT, navigation=tuple(ways))


async def _take_edit(turn: Turn, given: Input) -> None:
    state = turn.talk.state
    if isinstance(given, Say | Late) or given == Press("clear"):
        text = given.text if isinstance(given, Say | Late) else ""
        await write_field(
            turn.unit, state["topic"], state["field"], text, by=turn.require_person()
        )
        await review(turn)
    elif given == Press("look"):
        await review(turn)
    else:
        turn.say(unfit_key(turn))
        turn.repeat_prompt()


async def _issue(turn: Turn, *, without_missing: bool) -> None:
    topic_id = turn.talk.state["topic"]
    try:
        await issue_topic(turn.context, topic_id, without_missing=without_missing)
    except BadInput as refusal:
        turn.say(refusal.code, **refusal.facts)
        if refusal.code == "topic-files-missing":
            choices = ("look", "without")
            ask(turn, *(Choice(one, turn.label(f"topic-button-{one}")) for one in choices))
        else:
            await review(turn)
        return
    turn.say("topic-issued")
    await show_followed(turn, topic_id)
