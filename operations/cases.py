"""Works on difficulties: advice, due days, the way up, the way down and the answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from domain.cases import LIVING, LONGEST_NOTE, Action, Case, CaseEvent, state_after
from domain.chapters import Area, Chapter
from domain.people import Person, Post
from domain.policy import Policy
from domain.reading import clean_text
from domain.records import DifficultyState
from domain.refusals import BadInput, Conflict, NotAllowed, NotFound
from operations.access import may, reach, reporting_role, require_sight, scopes
from operations.case_desks import desk_above, due_at, people_at, tends
from operations.case_telling import tell_chapters, tell_people
from operations.rights import Right
from operations.wording import day_words
from storage import Unit, areas, audit, cases, chapters

_SHOWN_SINCE = timedelta(days=180)
_MOST = 200
_SHORTEST_NOTE = 2
_LONGEST_TERM = timedelta(days=366)


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """Who does something to a case, and when."""

    unit: Unit
    by: Person
    posts: Sequence[Post]
    policy: Policy
    now: datetime

    @property
    def today(self) -> date:
        """The date where the people are."""
        return self.policy.local(self.now).date()


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedCase:
    """A case with all that belongs to it, and what its reader may do.

    `joined` are the cases answered together with it; `tends` may work on it while it lies
    where it lies; `judges` reports for its chapter and says whether it is solved.
    """

    case: Case
    chapter: Chapter
    desk: Area
    events: tuple[CaseEvent, ...]
    joined: tuple[Case, ...]
    photos: tuple[int, ...]
    tends: bool
    judges: bool

    @property
    def is_at_home(self) -> bool:
        """True while it lies on its own chapter's desk."""
        return self.desk.id == self.chapter.area_id

    @property
    def voices(self) -> tuple[Case, ...]:
        """The living cases that share its answer, itself first."""
        return (self.case, *(one for one in self.joined if one.is_living))


async def list_cases(
    unit: Unit,
    posts: Sequence[Post],
    *,
    person_id: int,
    states: frozenset[DifficultyState] = LIVING,
    now: datetime,
    today: date,
) -> list[Case]:
    """Returns the cases in one's reach: one's own desk first, the overdue before the rest.

    Raises NotAllowed for somebody who works on none.
    """
    far = reach(posts, today, Right.TEND_CASES)
    if not far.chapter_ids and not far.places:
        raise NotAllowed("case-not-yours")
    return await cases.list_in_scopes(
        unit,
        chapter_ids=far.chapter_ids,
        scopes=await scopes(unit, far),
        person_id=person_id,
        desk_ids=[area_id for area_id, _ in far.places],
        states=states,
        since=now - _SHOWN_SINCE,
        today=today,
        limit=_MOST,
    )


async def get_case(unit: Unit, posts: Sequence[Post], case_id: int, *, today: date) -> OpenedCase:
    """Returns a case in one's sight; raises NotFound."""
    case = await cases.find(unit, case_id)
    if case is None or case.state is DifficultyState.WITHDRAWN:
        raise NotFound("not-in-sight")
    chapter = require_sight(posts, await chapters.find(unit, case.chapter_id), today)
    desk = await areas.get(unit, case.desk_id)
    works = may(Right.TEND_CASES, posts, chapter, today) and tends(posts, chapter, desk, today)
    return OpenedCase(
        case=case,
        chapter=chapter,
        desk=desk,
        events=tuple(await cases.events(unit, case_id)),
        joined=tuple(await cases.list_joined(unit, case_id)),
        photos=await cases.photos_of(unit, case_id),
        tends=works and case.joined_to is None,
        judges=reporting_role(posts, chapter, today) is not None,
    )


async def get_tended(doing: Doing, case_id: int) -> OpenedCase:
    """Returns a case that one may work on; raises NotFound or NotAllowed."""
    opened = await get_case(doing.unit, doing.posts, case_id, today=doing.today)
    if not opened.tends:
        raise NotAllowed("case-not-your-desk", desk=opened.desk.name)
    return opened


async def advise(doing: Doing, case_id: int, *, version: int, note: str) -> None:
    """Says what would help; the chapters concerned are told."""
    opened = await get_tended(doing, case_id)
    words = checked_note(note)
    await record(doing, opened, Action.ADVISED, version=version, note=words)
    await tell_chapters(
        doing.unit,
        opened.voices,
        "case-news-advised",
        note=words,
        who=doing.by.name,
        day=doing.today,
        now=doing.now,
    )


async def set_due(doing: Doing, case_id: int, *, version: int, day: date) -> None:
    """Sets by when a case is to be answered; raises BadInput for a day past or far away."""
    opened = await get_tended(doing, case_id)
    if not doing.today <= day <= doing.today + _LONGEST_TERM:
        raise BadInput("case-due-wrong", day=day_words(day))
    await record(
        doing, opened, Action.DUE_SET, version=version, values={"due_on": day}, note=day_words(day)
    )


async def pass_up(doing: Doing, case_id: int, *, version: int, note: str) -> Area:
    """Passes a case to the next place above that has staff; they and the chapters are told.

    Raises Conflict where nobody is above.
    """
    opened = await get_tended(doing, case_id)
    above = await desk_above(
        doing.unit, opened.chapter, opened.desk, today=doing.today, policy=doing.policy
    )
    if above is None:
        raise Conflict("case-nobody-above")
    words = checked_note(note)
    values = {"area_id": above.place.id, "owner_id": None, "due_on": above.due_on}
    await record(
        doing,
        opened,
        Action.PASSED_UP,
        version=version,
        values=values,
        note=words,
        desk=above.place,
    )
    told = {"note": words, "who": doing.by.name, "desk": above.place.name}
    await tell_people(
        doing.unit, above.people, opened.case, "case-news-came-up", args=told, now=doing.now
    )
    await tell_chapters(
        doing.unit,
        opened.voices,
        "case-news-passed-up",
        desk=above.place.name,
        due=day_words(above.due_on),
        day=doing.today,
        now=doing.now,
    )
    return above.place


async def send_down(doing: Doing, case_id: int, *, version: int, note: str) -> None:
    """Gives a case back to its chapter's own desk with an instruction; those there are told."""
    opened = await get_tended(doing, case_id)
    words = checked_note(note)
    home = await areas.get(doing.unit, opened.chapter.area_id)
    there = await people_at(doing.unit, opened.chapter, home, today=doing.today)
    due_on = await due_at(doing.unit, home, today=doing.today, policy=doing.policy)
    owner = there[0].id if there else None
    values = {"area_id": home.id, "owner_id": owner, "due_on": due_on}
    await record(
        doing, opened, Action.SENT_DOWN, version=version, values=values, note=words, desk=home
    )
    told = {"note": words, "who": doing.by.name}
    await tell_people(
        doing.unit, there, opened.case, "case-news-sent-down", args=told, now=doing.now
    )


async def answer(doing: Doing, case_id: int, *, version: int, note: str) -> None:
    """Says how a case was dealt with; its chapters say whether it is, and are told."""
    opened = await get_tended(doing, case_id)
    words = checked_note(note)
    values = {"answered_at": doing.now}
    await record(doing, opened, Action.ANSWERED, version=version, values=values, note=words)
    await tell_chapters(
        doing.unit,
        opened.voices,
        "case-news-answered",
        note=words,
        who=doing.by.name,
        asks=True,
        day=doing.today,
        now=doing.now,
    )


def checked_note(text: str) -> str:
    """Returns what somebody wrote to a case; raises BadInput for nothing or far too much."""
    words = clean_text(text)
    if not _SHORTEST_NOTE <= len(words) <= LONGEST_NOTE:
        raise BadInput("case-note", longest=LONGEST_NOTE)
    return words


async def record(
    doing: Doing,
    opened: OpenedCase,
    action: Action,
    *,
    version: int,
    values: Mapping[str, Any] | None = None,
    note: str | None = None,
    desk: Area | None = None,
) -> None:
    """Writes what was done to a case and to those joined to it.

    Raises Conflict if somebody else changed it since `version`, or it cannot be done now.
    """
    unit, case = doing.unit, opened.case
    require_version(case, version)
    home = (desk or opened.desk).id == opened.chapter.area_id
    state = state_after(case.state, action, at_home=home)
    new = {"state": state, **(values or {})}
    if not await cases.change(unit, case.id, version=version, **new):
        raise Conflict("case-changed")
    await cases.change_joined(unit, case.id, **new)
    await cases.add_events(
        unit,
        [one.id for one in opened.voices],
        action=action,
        person_id=doing.by.id,
        now=doing.now,
        desk_id=desk.id if desk else None,
        note=note,
    )
    note_in_audit(doing, case, action, state)


def require_version(case: Case, version: int) -> None:
    """Raises Conflict if somebody changed a case since it was shown."""
    if case.version != version:
        raise Conflict("case-changed")


def note_in_audit(doing: Doing, case: Case, action: Action, state: DifficultyState) -> None:
    """Notes what became of a case under its chapter."""
    audit.add_later(
        doing.unit,
        person_id=doing.by.id,
        action=f"case.{action}",
        subject=f"chapter:{case.chapter_id}",
        now=doing.now,
        before={"case": case.id, "state": case.state},
        after={"case": case.id, "state": state},
    )
