"""The register of exemplars: opened, completed, registered, recognised, ended."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.chapters import Chapter
from domain.exemplars import (
    LONGEST_NAME,
    LONGEST_PROGRESS,
    STEPS,
    Exemplar,
    Field,
    Part,
    State,
    longest_of,
    with_note,
)
from domain.people import Post
from domain.reading import clean_text
from domain.refusals import BadInput, Conflict, NotFound
from operations.access import may, may_see, own_chapters, require
from operations.context import ActorContext
from operations.lengths import check_length
from operations.rights import Right
from operations.wording import day_words
from storage import UnitOfWork
from storage.directory import chapters
from storage.exemplars import exemplar_copies, exemplars
from storage.exemplars.exemplar_copies import CopyCounts
from storage.maintenance import audit

# In the journal "name" is a person's.
_FIELD_NAMES = {Part.NAME: "exemplar"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ExemplarView:
    """An exemplar as somebody sees it, with what they may do.

    `is_own` is false where it is only introduced to somebody's chapter.
    """

    exemplar: Exemplar
    chapter: Chapter
    counts: CopyCounts
    is_own: bool
    may_keep: bool
    next_states: tuple[State, ...]


async def get_exemplar(
    unit: UnitOfWork, posts: Sequence[Post], exemplar_id: int, *, today: date
) -> ExemplarView:
    """Returns an exemplar in one's sight or introduced to one's chapter; raises NotFound."""
    found = await exemplars.find(unit, exemplar_id)
    chapter = await chapters.find(unit, found.chapter_id) if found else None
    if found is None or chapter is None:
        raise NotFound("exemplar-not-there")
    is_own = may_see(posts, chapter, today)
    if not is_own and not await _is_introduced(unit, posts, exemplar_id, today):
        raise NotFound("exemplar-not-there")
    counts = await exemplar_copies.count_copies(unit, [exemplar_id])
    return ExemplarView(
        exemplar=found,
        chapter=chapter,
        counts=counts.get(exemplar_id, CopyCounts()),
        is_own=is_own,
        may_keep=may(Right.KEEP_EXEMPLAR, posts, chapter, today),
        next_states=tuple(
            state
            for state in _steps_of(found)
            if may(_right_for(found, state), posts, chapter, today)
        ),
    )


async def _is_introduced(
    unit: UnitOfWork, posts: Sequence[Post], exemplar_id: int, today: date
) -> bool:
    lines = await exemplars.list_introduced(unit, own_chapters(posts, today))
    return exemplar_id in {exemplar.id for exemplar in lines}


def _steps_of(found: Exemplar) -> tuple[State, ...]:
    if found.state is State.ENDED:
        return (found.before_end(),)
    return tuple(state for state in State if state in STEPS[found.state])


def _right_for(found: Exemplar, to: State) -> Right:
    """Who writes an exemplar need not be who says that it counts."""
    is_new = to is State.RECOGNISED and found.state is not State.ENDED
    return Right.RECOGNISE_EXEMPLAR if is_new else Right.REGISTER_EXEMPLAR


async def require_may_open(
    unit: UnitOfWork, posts: Sequence[Post], chapter_id: int, *, today: date
) -> None:
    """Raises NotFound or NotAllowed unless somebody may open exemplars for a chapter."""
    require(Right.KEEP_EXEMPLAR, posts, await chapters.find(unit, chapter_id), today)


async def open_exemplar(
    context: ActorContext,
    *,
    chapter_id: int,
    name: str,
) -> int:
    """Opens a draft for a chapter and returns its id; raises NotFound, NotAllowed, BadInput."""
    await require_may_open(context.unit, context.posts, chapter_id, today=context.today)
    cleaned = _checked(Part.NAME, name)
    exemplar_id = await exemplars.add(
        context.unit,
        exemplars.NewExemplar(chapter_id=chapter_id, name=cleaned),
        by=context.actor.id,
        now=context.now,
    )
    _note(
        context,
        chapter_id,
        "exemplar.opened",
        after={"exemplar": cleaned},
    )
    return exemplar_id


async def write_part(
    context: ActorContext,
    exemplar_id: int,
    part: Part,
    text: str,
    *,
    version: int,
) -> None:
    """Writes one part as seen at `version`; raises Conflict if somebody was quicker."""
    view = await _get_to_keep(context.unit, context.posts, exemplar_id, context.today)
    value = str(Field(text)) if part is Part.FIELD else _checked(part, text)
    before = view.exemplar.value_of(part)
    await _change(context.unit, exemplar_id, {str(part): value}, version=version)
    _note(
        context,
        view.chapter.id,
        "exemplar.changed",
        before={"exemplar": view.exemplar.name, _FIELD_NAMES.get(part, str(part)): before},
        after={"exemplar": view.exemplar.name, _FIELD_NAMES.get(part, str(part)): value},
    )


async def add_progress(
    context: ActorContext,
    exemplar_id: int,
    text: str,
    *,
    version: int,
) -> None:
    """Adds a dated line to the progress; raises Conflict if somebody was quicker."""
    today = context.today
    view = await _get_to_keep(context.unit, context.posts, exemplar_id, today)
    note = _checked(Part.RESULT, text)
    progress = with_note(view.exemplar.progress, today, note)
    if len(progress) > LONGEST_PROGRESS:
        raise BadInput("exemplar-progress-full", limit=LONGEST_PROGRESS)
    await _change(context.unit, exemplar_id, {"progress": progress}, version=version)
    _note(
        context,
        view.chapter.id,
        "exemplar.progress",
        after={"exemplar": view.exemplar.name, "progress": note},
    )


async def move_exemplar(
    context: ActorContext,
    exemplar_id: int,
    to: State,
    *,
    version: int,
    day: date | None = None,
    body: str = "",
) -> None:
    """Takes an exemplar to its next state: registered or recognised on a `day`, by a `body`.

    Raises NotFound, NotAllowed, BadInput for a step that cannot be, Conflict if somebody was
    quicker.
    """
    today = context.today
    view = await get_exemplar(context.unit, context.posts, exemplar_id, today=today)
    found = view.exemplar
    require(_right_for(found, to), context.posts, view.chapter, today)
    if found.version != version:
        raise Conflict("exemplar-overtaken")
    if to not in _steps_of(found):
        raise BadInput("exemplar-no-such-step")
    values: dict[str, Any] = {"state": str(to)}
    if found.state is not State.ENDED and to is not State.ENDED:
        values |= _dated(found, to, day or today, body, today)
    await _change(context.unit, exemplar_id, values, version=version)
    _note(
        context,
        view.chapter.id,
        f"exemplar.{to}",
        before={"exemplar": found.name, "state": str(found.state)},
        after={"exemplar": found.name, "state": str(to), **_readable(values)},
    )


def check_step_day(found: Exemplar, to: State, day: date, today: date) -> None:
    """Raises BadInput for a day on which an exemplar cannot have been taken to a state."""
    first = found.registered_on if to is State.RECOGNISED else None
    if day > today:
        raise BadInput("exemplar-day-ahead", day=day_words(day))
    if first is not None and day < first:
        raise BadInput("exemplar-day-too-early", day=day_words(first))


def _dated(found: Exemplar, to: State, day: date, body: str, today: date) -> dict[str, Any]:
    check_step_day(found, to, day, today)
    if to is State.REGISTERED:
        if found.list_missing():
            raise BadInput("exemplar-incomplete")
        return {"registered_on": day}
    cleaned = clean_text(body)
    check_length(cleaned, least=1, most=LONGEST_NAME, short="exemplar-body")
    return {"recognised_on": day, "recognised_by": cleaned}


async def _get_to_keep(
    unit: UnitOfWork, posts: Sequence[Post], exemplar_id: int, today: date
) -> ExemplarView:
    view = await get_exemplar(unit, posts, exemplar_id, today=today)
    require(Right.KEEP_EXEMPLAR, posts, view.chapter, today)
    if view.exemplar.state is State.ENDED:
        raise BadInput("exemplar-has-ended")
    return view


def _checked(part: Part, text: str) -> str:
    cleaned, limit = clean_text(text), longest_of(part)
    check_length(cleaned, least=1, most=limit, short="exemplar-text")
    return cleaned


async def _change(
    unit: UnitOfWork, exemplar_id: int, values: Mapping[str, Any], *, version: int
) -> None:
    if not await exemplars.change(unit, exemplar_id, values, version=version):
        raise Conflict("exemplar-overtaken")


def _readable(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: day_words(value) if isinstance(value, date) else value
        for name, value in values.items()
    }


def _note(
    context: ActorContext,
    chapter_id: int,
    action: str,
    *,
    after: Mapping[str, Any],
    before: Mapping[str, Any] | None = None,
) -> None:
    audit.add_later(
        context.unit,
        audit.Entry(
            person_id=context.actor.id,
            action=action,
            subject=f"chapter:{chapter_id}",
            before=before,
            after=after,
        ),
        now=context.now,
    )
