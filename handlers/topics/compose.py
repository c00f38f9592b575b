"""A new topic is prepared in the chat: when, for whom, the words, the files, a look, and out."""

from dialogue.inputs import Input, Late, Press, Say, UnsupportedInput
from domain.calendar import parse_period
from domain.message import Choice, Expects
from domain.reading import key as fold_key
from domain.refusals import BadInput
from handlers.screen import parse_number, shorten, show, take_page, unfit_key
from handlers.topics.changes import answer_correction
from handlers.topics.preview import answer_review, ask, later, review
from operations.maintenance.files import keep_file
from operations.topics.drafting import (
    FIELDS,
    add_file,
    copy_to_next,
    get_draft,
    periods_to_choose,
    read_field,
    start_draft,
    write_field,
)
from operations.topics.scopes import Scope, list_scopes
from operations.turn import Turn
from operations.wording import period_words

_FILES = frozenset({"photo", "file"})


async def begin_compose(turn: Turn) -> None:
    """Asks for the period, if the person may set topics at all."""
    await _scopes(turn)
    turn.leave()
    turn.talk.handler, turn.talk.state = "topic", {"phase": "period"}
    turn.say("topic-new-period")
    ask(
        turn,
        *(
            Choice(str(one), period_words(one, turn.language))
            for one in periods_to_choose(turn.today)
        ),
    )


async def go_on(turn: Turn, topic_id: int) -> None:
    """Goes on with a topic that was begun."""
    await get_draft(turn.unit, topic_id, turn.require_person())
    turn.leave()
    turn.talk.handler = "topic"
    turn.talk.state = {"topic": topic_id, "files": True}
    await review(turn)


async def copy_topic(turn: Turn, topic_id: int) -> None:
    """Begins the same topic for the next period."""
    copied = await copy_to_next(
        turn.unit, topic_id, by=turn.require_person(), posts=turn.posts, today=turn.today
    )
    turn.say("topic-copied")
    await go_on(turn, copied)


async def answer_compose(turn: Turn, given: Input) -> None:
    """Takes the answer to the open question about a topic."""
    state = turn.talk.state
    phase = state.get("phase", "")
    if phase == "correct":
        await answer_correction(turn, given)
    elif isinstance(given, UnsupportedInput) and given.kind in _FILES and "topic" in state:
        await _take_file(turn)
    elif given == Press("cancel") and "topic" not in state:
        turn.say("topic-new-left")
        show(turn, Choice("topic", turn.label("topic-button-list")))
    elif given == Press("later"):
        later(turn)
    elif phase == "period":
        await _take_period(turn, given)
    elif phase == "scope":
        await _take_scope(turn, given)
    elif phase == "title":
        await _take_title(turn, given)
    elif phase in FIELDS:
        await _take_words(turn, given, phase)
    elif phase == "files" and given == Press("done"):
        await review(turn)
    else:
        await answer_review(turn, given)


async def _scopes(turn: Turn) -> list[Scope]:
    return await list_scopes(turn.unit, turn.posts, today=turn.today, language=turn.language)


async def _take_period(turn: Turn, given: Input) -> None:
    chosen = given.key if isinstance(given, Press) else ""
    if chosen in map(str, periods_to_choose(turn.today)):
        turn.talk.state |= {"phase": "scope", "period": chosen}
        await _ask_scope(turn, 1)
    else:
        _please(turn)


async def _ask_scope(turn: Turn, number: int) -> None:
    """Shows a page of the places, kinds and chapters that a topic can be for."""
    wanted = turn.talk.state.get("wanted", "")
    found = [one for one in await _scopes(turn) if f" {wanted}" in f" {fold_key(one.name)} "]
    page = take_page(found, number)
    turn.say("topic-new-scope" if found else "topic-new-scope-none")
    if page.of > 1:
        turn.say("list-page", number=page.number, of=page.of)
    steps = (("button-page-before", page.number - 1), ("button-page-after", page.number + 1))
    ask(
        turn,
        *(Choice(one.key, shorten(one.name)) for one in page.items),
        navigation=tuple(
            Choice(f"p{at}", turn.label(text)) for text, at in steps if 1 <= at <= page.of
        ),
    )


async def _take_scope(turn: Turn, given: Input) -> None:
    state = turn.talk.state
    if isinstance(given, Say | Late):
        state["wanted"] = fold_key(given.text)
        await _ask_scope(turn, 1)
    elif isinstance(given, Press) and (number := parse_number(given.key.removeprefix("p"))):
        await _ask_scope(turn, number)
    elif isinstance(given, Press) and given.key in {one.key for one in await _scopes(turn)}:
        state |= {"phase": "title", "scope": given.key}
        turn.say("topic-new-title")
        ask(turn, expects=Expects.TEXT)
    else:
        _please(turn)


async def _take_title(turn: Turn, given: Input) -> None:
    state = turn.talk.state
    if not isinstance(given, Say | Late):
        _please(turn)
        return
    added = await start_draft(
        turn.unit,
        by=turn.require_person(),
        posts=turn.posts,
        scope_key=state["scope"],
        period=parse_period(state["period"]),
        title=given.text,
        today=turn.today,
    )
    turn.talk.state = {"topic": added, "files": True}
    _ask_next(turn, "title")


async def _take_words(turn: Turn, given: Input, field: str) -> None:
    """Takes the words of a field; what was still typed for the one before belongs there."""
    state = turn.talk.state
    if isinstance(given, Late) and state.get("written"):
        await _append(turn, state["written"], given.text)
        turn.repeat_prompt()
    elif isinstance(given, Say | Late):
        await write_field(turn.unit, state["topic"], field, given.text, by=turn.require_person())
        state["written"] = field
        _ask_next(turn, field)
    elif given == Press("skip"):
        state.pop("written", None)
        _ask_next(turn, field)
    else:
        _please(turn)


async def _append(turn: Turn, field: str, text: str) -> None:
    """Adds words to a field: a long text comes as several messages, a file with a caption."""
    topic_id, by = turn.talk.state["topic"], turn.require_person()
    draft = await get_draft(turn.unit, topic_id, by)
    words = "\n".join(filter(None, [getattr(draft, field), text]))
    await write_field(turn.unit, topic_id, field, read_field(field, words), by=by)
    turn.say("topic-words-added", field=turn.label(f"topic-field-{field}"))


def _ask_next(turn: Turn, field: str) -> None:
    """Asks for the next words, or for files after the last."""
    coming = FIELDS[FIELDS.index(field) + 1 :]
    turn.talk.state["phase"] = coming[0] if coming else "files"
    if coming:
        turn.say(f"topic-new-{coming[0]}")
        ask(
            turn,
            expects=Expects.TEXT,
            navigation=(Choice("skip", turn.label("topic-button-skip")),),
        )
    else:
        _ask_files(turn)


def _ask_files(turn: Turn) -> None:
    turn.say("topic-new-files")
    ask(turn, Choice("done", turn.label("topic-button-no-files")))


async def _take_file(turn: Turn) -> None:
    """Keeps a file for the topic; several may come at once, and after the look too."""
    state = turn.talk.state
    try:
        async with turn.unit.savepoint():
            kept = await keep_file(turn)
            count = await add_file(turn.unit, state["topic"], kept, by=turn.require_person())
            if turn.inbound.text:
                await _append(turn, "guidance", turn.inbound.text)
    except BadInput as refusal:
        turn.say(refusal.code, **refusal.facts)
        turn.repeat_prompt()
        return
    file = turn.inbound.file
    name = (file.name if file else "") or turn.label("topic-file-photo")
    turn.say("topic-file-kept", name=shorten(name), count=count)
    state["phase"] = "files"
    ask(turn, Choice("done", turn.label("topic-button-files-done")))


def _please(turn: Turn) -> None:
    turn.say(unfit_key(turn))
    turn.repeat_prompt()
