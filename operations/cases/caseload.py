"""Difficulties as cases: which ones somebody works on, one of them, and how it is changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from domain.cases import (
    LONGEST_NOTE,
    Action,
    ActorKind,
    Case,
    CaseEvent,
    list_possible,
    state_after,
)
from domain.chapters import Area, Chapter
from domain.levels import LevelWords
from domain.people import Person, Post
from domain.reading import clean_text
from domain.records import DifficultyState
from domain.refusals import Conflict, NotAllowed, NotFound
from operations.access import may, may_see, reach, reporting_role, require_sight, scopes
from operations.cases.desks import people_at, tends
from operations.context import ActorContext
from operations.lengths import check_length
from operations.levels import levels_of
from operations.namesakes import name_places
from operations.rights import Right
from storage import UnitOfWork
from storage.cases import case_files, cases
from storage.directory import areas, chapters, successors
from storage.maintenance import audit

_SETTLED_SHOWN_FOR = timedelta(days=180)
_SHORTEST_NOTE = 2
_LEVELS_ABOVE = frozenset(("commune", "higher"))


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedCase:
    """A case with all that belongs to it, and what its reader may do.

    `joined` are the cases answered together with it, `head` the one with which it is answered
    itself if that is in sight. `people` work on it where it lies. `tends` may work on it too;
    `judges` reports for its chapter and says whether it is solved.
    """

    case: Case
    chapter: Chapter
    desk: Area
    people: tuple[Person, ...]
    events: tuple[CaseEvent, ...]
    joined: tuple[Case, ...]
    head: Case | None
    photos: tuple[int, ...]
    levels: LevelWords
    recordings: tuple[int, ...]
    tends: bool
    judges: bool

    @property
    def is_at_home(self) -> bool:
        """True while it lies on its own chapter's desk."""
        return self.desk.id == self.chapter.area_id

    @property
    def is_seen_first(self) -> bool:
        """True while somebody above is asked, and the chapter's own cadre looks at it first."""
        is_open = self.case.state is DifficultyState.OPEN
        return is_open and self.is_at_home and self.case.level in _LEVELS_ABOVE

    @property
    def voices(self) -> tuple[Case, ...]:
        """The living cases that share its answer, itself first."""
        return (self.case, *(case for case in self.joined if case.is_living))

    @property
    def owner(self) -> Person | None:
        """Who has it in hand, or the first there if that person has left."""
        mine = (person for person in self.people if person.id == self.case.owner_id)
        return next(mine, self.people[0] if self.people else None)

    def ways(self, hand: ActorKind) -> tuple[Action, ...]:
        """Returns what its reader can do with it now in one capacity."""
        if not (self.tends if hand is ActorKind.DESK else self.judges):
            return ()
        possible = list_possible(hand, self.case.state, at_home=self.is_at_home)
        needless = set() if len(self.voices) > 1 else {Action.SEPARATED}
        if any(case.area_path != self.case.area_path for case in self.voices):
            needless.add(Action.SENT_DOWN)
        return tuple(action for action in possible if action not in needless)


@dataclass(frozen=True, slots=True, kw_only=True)
class Caseload:
    """Part `number` of `of` parts of the cases in reach, and how many there are in all."""

    cases: Sequence[Case]
    count: int
    overdue: int
    number: int
    of: int


async def seek(context: ActorContext, *, states: frozenset[DifficultyState]) -> cases.CaseFilter:
    """Returns which cases are in one's reach; raises NotAllowed for who works on none."""
    far = reach(context.posts, context.today, Right.TEND_CASES)
    if not far.chapter_ids and not far.places:
        raise NotAllowed("case-not-yours")
    return cases.CaseFilter(
        chapter_ids=far.chapter_ids,
        scopes=await scopes(context.unit, far),
        states=states,
        since=context.now - _SETTLED_SHOWN_FOR,
    )


async def list_cases(
    context: ActorContext, *, states: frozenset[DifficultyState], number: int, size: int
) -> Caseload:
    """Returns a page of the cases in one's reach, the nearest there is.

    Of those joined it holds only the first, if that is in reach. Raises NotAllowed.
    """
    sought = await seek(context, states=states)
    count, overdue = await cases.count_sought(context.unit, sought, today=context.today)
    of = max(-(-count // size), 1)
    number = min(max(number, 1), of)
    places = reach(context.posts, context.today, Right.TEND_CASES).places
    found = await cases.list_page(
        context.unit,
        sought,
        desk=cases.OwnDesk(context.actor.id, [area_id for area_id, _ in places]),
        today=context.today,
        offset=(number - 1) * size,
        limit=size,
    )
    found = await name_places(context.unit, found)
    return Caseload(cases=found, count=count, overdue=overdue, number=number, of=of)


async def _require_history(
    unit: UnitOfWork, posts: Sequence[Post], chapter_id: int, today: date
) -> Chapter:
    """Returns a chapter in sight, or one that was merged or split into such; raises NotFound."""
    chapter = await chapters.find(unit, chapter_id)
    if chapter is None or may_see(posts, chapter, today):
        return require_sight(posts, chapter, today)
    after = await chapters.by_ids(unit, await successors.chapters_after(unit, [chapter_id]))
    if not any(may_see(posts, chapter, today) for chapter in after.values()):
        raise NotFound("not-in-sight")
    return chapter


async def get_case(
    unit: UnitOfWork, posts: Sequence[Post], case_id: int, *, today: date
) -> OpenedCase:
    """Returns a case in one's sight; raises NotFound."""
    case = await cases.find(unit, case_id)
    if case is None or case.state is DifficultyState.WITHDRAWN:
        raise NotFound("not-in-sight")
    chapter = await _require_history(unit, posts, case.chapter_id, today)
    desk = await areas.get(unit, case.desk_id)
    works = may(Right.TEND_CASES, posts, chapter, today) and tends(posts, chapter, desk, today)
    return OpenedCase(
        case=case,
        chapter=chapter,
        desk=desk,
        people=tuple(await people_at(unit, chapter, desk, today=today)),
        events=tuple(await cases.events(unit, case_id)),
        joined=tuple(await cases.list_joined(unit, case_id)),
        levels=await levels_of(unit, chapter),
        head=await _head_in_sight(unit, posts, case, today),
        photos=await case_files.list_of(unit, case_id),
        recordings=await case_files.recordings_of(unit, case_id),
        tends=works and case.joined_to is None,
        judges=reporting_role(posts, chapter, today) is not None,
    )


async def _head_in_sight(
    unit: UnitOfWork, posts: Sequence[Post], case: Case, today: date
) -> Case | None:
    head = await cases.find(unit, case.joined_to) if case.joined_to else None
    chapter = await chapters.find(unit, head.chapter_id) if head else None
    return head if chapter and may_see(posts, chapter, today) else None


async def get_tended(context: ActorContext, case_id: int) -> OpenedCase:
    """Returns a case that one may work on; raises NotFound or NotAllowed."""
    opened = await get_case(context.unit, context.posts, case_id, today=context.today)
    if not opened.tends:
        raise NotAllowed("case-not-your-desk", desk=opened.desk.name)
    return opened


def checked_note(text: str) -> str:
    """Returns what somebody wrote to a case; raises BadInput for nothing or far too much."""
    words = clean_text(text)
    check_length(words, least=_SHORTEST_NOTE, most=LONGEST_NOTE, short="case-note")
    return words


def require_version(case: Case, version: int) -> None:
    """Raises Conflict if somebody changed a case since it was shown."""
    if case.version != version:
        raise Conflict("case-changed")


@dataclass(frozen=True, slots=True)
class DeskStep:
    """What a desk does to a case: with which words, what that sets, and to which desk it goes."""

    action: Action
    note: str
    values: Mapping[str, Any] = field(default_factory=dict)
    desk: Area | None = None


async def record(
    context: ActorContext, opened: OpenedCase, step: DeskStep, *, version: int
) -> None:
    """Writes what a desk did to a case and to those joined to it.

    Raises Conflict if somebody else changed it since `version`, or it cannot be done now.
    """
    case, action, desk = opened.case, step.action, step.desk
    require_version(case, version)
    state = state_after(case.state, action, by=ActorKind.DESK, at_home=opened.is_at_home)
    new = {"state": state, **step.values}
    await change(context.unit, case, action, new, person_id=context.actor.id, now=context.now)
    await cases.change_joined(context.unit, case.id, **new)
    await cases.add_events(
        context.unit,
        [voice.id for voice in opened.voices],
        cases.NewEvent(
            action=action,
            person_id=context.actor.id,
            desk_id=desk.id if desk else None,
            note=step.note,
        ),
        now=context.now,
    )


async def change(
    unit: UnitOfWork,
    case: Case,
    action: Action,
    new: Mapping[str, Any],
    *,
    person_id: int | None,
    now: datetime,
) -> None:
    """Changes a case and notes it under its chapter; raises Conflict if it was just changed."""
    if not await cases.change(unit, case.id, version=case.version, **new):
        raise Conflict("case-changed")
    audit.add_later(
        unit,
        audit.Entry(
            person_id=person_id,
            action=f"case.{action}",
            subject=f"chapter:{case.chapter_id}",
            before={"case": case.id, **{name: _before(case, name) for name in new}},
            after={"case": case.id, **{name: _plain(value) for name, value in new.items()}},
        ),
        now=now,
    )


def _before(case: Case, column: str) -> Any:  # noqa: ANN401 - any column
    return _plain(getattr(case, "desk_id" if column == "area_id" else column))


def _plain(value: Any) -> Any:  # noqa: ANN401 - any column
    return value.isoformat() if isinstance(value, date) else value
