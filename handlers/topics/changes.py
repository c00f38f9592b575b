"""A topic that went out is corrected or withdrawn, seen before it is done."""

from dialogue.inputs import Input
from domain.refusals import Conflict
from domain.topics import TopicField
from handlers.screen import show
from handlers.steps import CANCEL, YES, ask_again, ask_words, ask_yes, choice, say_refusal, typed
from handlers.topics.follow import back_to_topic, show_followed
from handlers.topics.states import Correction
from operations.topics.buttons import CorrectField, WithdrawTopic
from operations.topics.drafting import read_field
from operations.topics.issuing import correct_topic, get_managed, withdraw_topic
from operations.turn import Turn


async def ask_change(turn: Turn, topic_id: int) -> None:
    """Asks what of a topic is to be corrected."""
    topic = await get_managed(turn.unit, topic_id, posts=turn.posts, today=turn.today)
    turn.say("topic-correct-what", title=topic.title)
    choices = (
        choice(turn, CorrectField(topic_id, field), f"topic-field-{field}") for field in TopicField
    )
    show(turn, *choices, navigation=(back_to_topic(turn, topic_id),))


async def ask_field(turn: Turn, topic_id: int, field: TopicField) -> None:
    """Shows the words as they stand and asks for new ones."""
    topic = await get_managed(turn.unit, topic_id, posts=turn.posts, today=turn.today)
    before = topic.words_of(field)
    state = Correction(topic=topic_id, field=field, version=topic.version, before=before)
    turn.start("topic", state)
    words = turn.label(f"topic-field-{field}")
    turn.say("topic-correct-words", field=words, before=before or "–")
    ask_words(turn)


async def answer_correction(turn: Turn, state: Correction, given: Input) -> None:
    """Takes the new words, shows them beside the old ones, and writes them on a yes."""
    text = typed(given)
    if given == CANCEL:
        turn.say("topic-left-as-it-was")
        await show_followed(turn, state.topic)
    elif given == YES and state.words is not None:
        await _correct(turn, state, state.words)
    elif text is not None:
        state.words = read_field(state.field, text)
        turn.keep(state)
        turn.say(
            "topic-correct-look",
            field=turn.label(f"topic-field-{state.field}"),
            before=state.before or "–",
            after=state.words,
        )
        ask_yes(turn, "topic-button-correct")
    else:
        ask_again(turn)


async def _correct(turn: Turn, state: Correction, words: str) -> None:
    try:
        await correct_topic(turn.context, state.topic, state.field, words, version=state.version)
    except Conflict as refusal:
        say_refusal(turn, refusal)
    else:
        turn.say("topic-corrected")
    await show_followed(turn, state.topic)


async def ask_withdrawal(turn: Turn, topic_id: int) -> None:
    """Asks whether a topic is really to be withdrawn."""
    topic = await get_managed(turn.unit, topic_id, posts=turn.posts, today=turn.today)
    turn.say("topic-withdraw-sure", title=topic.title)
    yes = WithdrawTopic(topic_id, topic.version)
    show(
        turn,
        choice(turn, yes, "topic-button-withdraw"),
        navigation=(back_to_topic(turn, topic_id),),
    )


async def withdraw(turn: Turn, topic_id: int, *, version: int) -> None:
    """Withdraws a topic as it was seen."""
    try:
        await withdraw_topic(turn.context, topic_id, version=version)
    except Conflict as refusal:
        say_refusal(turn, refusal)
    else:
        turn.say("topic-withdrawn-done")
    await show_followed(turn, topic_id)
