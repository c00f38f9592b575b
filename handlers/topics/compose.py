"""A new topic is prepared in the chat: when, for whom, the words, the files, a look, and out."""

from dialogue.inputs import Input, Late, Press, UnsupportedInput
from domain.calendar import Period
from domain.message import Choice, Expects
from domain.refusals import BadInput
from domain.topics import TopicField
from handlers.scope_step import ScopeAnswer, ask_scope, read_scope, scopes_of
from handlers.screen import shorten, show
from handlers.steps import (
    CANCEL,
    ask_words,
    choice,
    pressed,
    say_refusal,
    typed_words,
    unfit,
)
from handlers.topics.changes import answer_correction
from handlers.topics.pages import topics_button
from handlers.topics.preview import DONE, LATER, answer_review, ask, ask_files, leave_draft, review
from handlers.topics.states import DraftStep, TopicDraft, TopicPlan, topic_state
from operations.maintenance.files import keep_file
from operations.rights import Right
from operations.topics.buttons import PeriodOption
from operations.topics.drafting import (
    add_file,
    copy_to_next,
    get_draft,
    periods_to_choose,
    read_field,
    start_draft,
    write_field,
)
from operations.topics.scopes import Scope
from operations.turn import Turn
from operations.wording import period_words

_FILES = frozenset({"photo", "file"})
_FIELDS = tuple(TopicField)
_SKIP = Press("skip")
_ANY = ScopeAnswer()


async def begin_compose(turn: Turn) -> None:
    """Asks for the period, if the person may set topics at all."""
    await scopes_of(turn, Right.ISSUE_TOPIC)
    turn.start("topic", TopicPlan())
    turn.say("topic-new-period")
    choices = (
        Choice(PeriodOption(period).key, period_words(period, turn.language))
        for period in periods_to_choose(turn.today)
    )
    ask_words(turn, *choices, expects=Expects.CHOICE)


async def go_on(turn: Turn, topic_id: int) -> None:
    """Goes on with a topic that was begun."""
    await get_draft(turn.unit, topic_id, turn.require_person())
    turn.start("topic", TopicDraft(topic=topic_id))
    await review(turn, topic_id)


async def copy_topic(turn: Turn, topic_id: int) -> None:
    """Begins the same topic for the next period."""
    copied = await copy_to_next(
        turn.unit, topic_id, by=turn.require_person(), posts=turn.posts, today=turn.today
    )
    turn.say("topic-copied")
    await go_on(turn, copied)


async def answer_compose(turn: Turn, given: Input) -> None:
    """Takes the answer to the open question about a topic."""
    match topic_state(turn):
        case TopicPlan() as plan:
            await _answer_plan(turn, plan, given)
        case TopicDraft() as draft:
            await _answer_draft(turn, draft, given)
        case correction:
            await answer_correction(turn, correction, given)


async def _answer_plan(turn: Turn, plan: TopicPlan, given: Input) -> None:
    if given == CANCEL:
        turn.say("topic-new-left")
        show(turn, topics_button(turn))
    elif plan.period is None:
        option = pressed(given, PeriodOption)
        if option is None or option.period not in periods_to_choose(turn.today):
            raise unfit(turn)
        plan.period = option.period
        _ask_scope(turn, plan, await scopes_of(turn, Right.ISSUE_TOPIC))
    elif not plan.scope:
        await _take_scope(turn, plan, given)
    else:
        await _take_title(turn, plan.scope, plan.period, typed_words(turn, given))


async def _answer_draft(turn: Turn, draft: TopicDraft, given: Input) -> None:
    if isinstance(given, UnsupportedInput) and given.kind in _FILES:
        await _take_file(turn, draft)
    elif given == LATER:
        leave_draft(turn, draft)
    elif draft.step is DraftStep.WORDS:
        await _take_words(turn, draft, given)
    elif draft.step is DraftStep.FILES and given == DONE:
        await review(turn, draft.topic)
    else:
        await answer_review(turn, draft, given)


def _ask_scope(turn: Turn, plan: TopicPlan, scopes: list[Scope], look: ScopeAnswer = _ANY) -> None:
    """Shows a page of the places, kinds and chapters that a topic can be for."""
    plan.wanted = look.wanted
    turn.keep(plan)
    ask_scope(turn, scopes, look, question="topic-new-scope")


async def _take_scope(turn: Turn, plan: TopicPlan, given: Input) -> None:
    scopes = await scopes_of(turn, Right.ISSUE_TOPIC)
    answer = read_scope(turn, scopes, given, wanted=plan.wanted)
    if not answer.scope:
        _ask_scope(turn, plan, scopes, answer)
        return
    plan.scope = answer.scope
    turn.keep(plan)
    turn.say("topic-new-title")
    ask_words(turn)


async def _take_title(turn: Turn, scope: str, period: Period, title: str) -> None:
    added = await start_draft(turn.context, scope, period=period, title=title)
    await _ask_next(turn, TopicDraft(topic=added))


async def _take_words(turn: Turn, draft: TopicDraft, given: Input) -> None:
    """Takes the words of a field; what was still typed for the one before belongs there."""
    if isinstance(given, Late) and draft.written:
        await _append(turn, draft.topic, draft.written, given.text)
        turn.repeat_prompt()
    elif given == _SKIP:
        draft.written = None
        await _ask_next(turn, draft)
    else:
        text = typed_words(turn, given)
        await write_field(turn.unit, draft.topic, draft.field, text, by=turn.require_person())
        draft.written = draft.field
        await _ask_next(turn, draft)


async def _append(turn: Turn, topic_id: int, field: TopicField, text: str) -> None:
    """Adds words to a field: a long text comes as several messages, a file with a caption."""
    by = turn.require_person()
    draft = await get_draft(turn.unit, topic_id, by)
    words = "\n".join(filter(None, [draft.words_of(field), text]))
    await write_field(turn.unit, topic_id, field, read_field(field, words), by=by)
    turn.say("topic-words-added", field=turn.label(f"topic-field-{field}"))


async def _ask_next(turn: Turn, draft: TopicDraft) -> None:
    """Asks for the next words, or for files after the last where they can be sent."""
    following = _FIELDS[_FIELDS.index(draft.field) + 1 :]
    if not following:
        if turn.abilities.takes_files:
            turn.say("topic-new-files")
            ask_files(turn, draft, "topic-button-no-files")
        else:
            await review(turn, draft.topic)
        return
    draft.step, draft.field = DraftStep.WORDS, following[0]
    turn.keep(draft)
    turn.say(f"topic-new-{draft.field}")
    skip = choice(turn, _SKIP, "topic-button-skip")
    ask(turn, expects=Expects.TEXT, navigation=(skip,))


async def _take_file(turn: Turn, draft: TopicDraft) -> None:
    """Keeps a file for the topic; several may come at once, and after the look too."""
    try:
        async with turn.unit.savepoint():
            kept = await keep_file(turn)
            count = await add_file(turn.unit, draft.topic, kept, by=turn.require_person())
            if turn.inbound.text:
                await _append(turn, draft.topic, TopicField.GUIDANCE, turn.inbound.text)
    except BadInput as refusal:
        say_refusal(turn, refusal)
        turn.repeat_prompt()
        return
    file = turn.inbound.file
    name = (file.name if file else "") or turn.label("topic-file-photo")
    turn.say("topic-file-kept", name=shorten(name), count=count)
    ask_files(turn, draft, "topic-button-files-done")
