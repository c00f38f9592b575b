"""A topic that went out is corrected or withdrawn, seen before it is done."""

from dialogue.inputs import Input, Late, Press, Say
from domain.message import Choice, Expects
from domain.refusals import BadInput, Conflict
from handlers.screen import show, unfit_key
from handlers.topics.follow import show_followed
from operations.topics.drafting import FIELDS, read_field
from operations.topics.issuing import correct_topic, get_managed, withdraw_topic
from operations.turn import Turn


async def ask_change(turn: Turn, topic_id: int) -> None:
    """Asks what of a topic is to be corrected."""
    topic = await get_managed(turn.unit, topic_id, posts=turn.posts, today=turn.today)
    turn.say("topic-correct-what", title=topic.title)
    show(
        turn,
        *(
            Choice(f"topic.E{topic_id}-{field}", turn.label(f"topic-field-{field}"))
            for field in FIELDS
        ),
        navigation=(Choice(f"topic.d{topic_id}", turn.label("topic-button-back")),),
    )


async def ask_field(turn: Turn, topic_id: int, field: str) -> None:
    """Shows the words as they stand and asks for new ones."""
    if field not in FIELDS:
        await ask_change(turn, topic_id)
        return
    topic = await get_managed(turn.unit, topic_id, posts=turn.posts, today=turn.today)
    turn.leave()
    turn.talk.handler = "topic"
    turn.talk.state = {
        "phase": "correct",
        "topic": topic_id,
        "field": field,
        "version": topic.version,
        "before": getattr(topic, field) or "",
    }
    turn.say(
        "topic-correct-words",
        field=turn.label(f"topic-field-{field}"),
        before=getattr(topic, field) or "–",
    )
    _ask(turn, expects=Expects.TEXT)


async def answer_correction(turn: Turn, given: Input) -> None:
    """Takes the new words, shows them beside the old ones, and writes them on a yes."""
    state = turn.talk.state
    if given == Press("cancel"):
        turn.say("topic-left-as-it-was")
        await show_followed(turn, state["topic"])
    elif given == Press("yes") and "words" in state:
        await _correct(turn)
    elif isinstance(given, Say | Late):
        _preview(turn, given.text)
    else:
        turn.say(unfit_key(turn))
        turn.repeat_prompt()


def _preview(turn: Turn, text: str) -> None:
    state = turn.talk.state
    try:
        state["words"] = read_field(state["field"], text)
    except BadInput as refusal:
        turn.say(refusal.code, **refusal.facts)
        turn.repeat_prompt()
        return
    turn.say(
        "topic-correct-look",
        field=turn.label(f"topic-field-{state['field']}"),
        before=state["before"] or "–",
        after=state["words"],
    )
    _ask(turn, Choice("yes", turn.label("topic-button-correct")))


async def _correct(turn: Turn) -> None:
    state = turn.talk.state
    try:
        await correct_topic(
            turn.context, state["topic"], state["field"], state["words"], version=state["version"]
        )
    except Conflict as refusal:
        turn.say(refusal.code, **refusal.facts)
    else:
        turn.say("topic-corrected")
    await show_followed(turn, state["topic"])


async def ask_withdrawal(turn: Turn, topic_id: int) -> None:
    """Asks whether a topic is really to be withdrawn."""
    topic = await get_managed(turn.unit, topic_id, posts=turn.posts, today=turn.today)
    turn.say("topic-withdraw-sure", title=topic.title)
    yes = Choice(f"topic.W{topic_id}-{topic.version}", turn.label("topic-button-withdraw"))
    back = Choice(f"topic.d{topic_id}", turn.label("topic-button-back"))
    show(turn, yes, navigation=(back,))


async def withdraw(turn: Turn, topic_id: int, *, version: int) -> None:
    """Withdraws a topic as it was seen."""
    try:
        await withdraw_topic(turn.context, topic_id, version=version)
    except Conflict as refusal:
        turn.say(refusal.code, **refusal.facts)
    else:
        turn.say("topic-withdrawn-done")
    await show_followed(turn, topic_id)


def _ask(turn: Turn, *choices: Choice, expects: Expects = Expects.CHOICE) -> None:
    cancel = Choice("cancel", turn.label("button-cancel"))
    turn.ask(choices, expects=expects, navigation=(cancel,))
