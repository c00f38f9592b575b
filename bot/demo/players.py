"""Everybody whom no phone shows acts by themselves: leaders report, cadres tick their evenings."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from bot.sample.dice import dice
from bot.sample.load import SEED
from bot.sample.outcomes import Outcome, Situation, throw
from bot.sample.past import who_came
from domain.chapters import Chapter
from domain.meetings import Meeting, MeetingState, MeetingType
from domain.people import Role
from domain.policy import Policy
from domain.refusals import Refusal
from domain.report import CadrePresence, ReportAnswers, ReportState
from operations.cadres.attendance import confirm_attendance, list_evening
from operations.context import ActorContext
from operations.reactions import REACTIONS
from operations.reports.reporting import submit_report
from storage import UnitOfWork
from storage.directory import chapters
from storage.meetings import meetings
from storage.people import people
from storage.people.people import Holder
from storage.reports import reports
from storage.topics import topics

_TICKED_AT = time(21, 40)
_FORGETS = 0.1
_A_MOMENT = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Act:
    """Something that was played: when, and what, in English words."""

    at: datetime
    words: str


@dataclass(frozen=True, slots=True)
class Scene:
    """What the players know: the span they act in, and whom the phones show."""

    since: datetime
    until: datetime
    spared: frozenset[int]
    policy: Policy
    chapters: Mapping[int, Chapter]
    leaders: Mapping[int, Sequence[Holder]]
    cadres: Mapping[int, int]


async def play(
    unit: UnitOfWork, *, since: datetime, until: datetime, spared: Collection[int], policy: Policy
) -> list[Act]:
    """Plays what happens after `since` up to `until`; `spared` people are left to the phones."""
    scene = await _set(unit, since, until, frozenset(spared), policy)
    acts = [*await _report(unit, scene), *await _tick(unit, scene)]
    return sorted(acts, key=lambda act: act.at)


async def _set(
    unit: UnitOfWork, since: datetime, until: datetime, spared: frozenset[int], policy: Policy
) -> Scene:
    day = policy.day_of(until)
    found = await chapters.list_in_scopes(unit, chapter_ids=(), scopes=[("/", None)], day=day)
    known = {chapter.id: chapter for chapter in found}
    reporting = await people.holders(unit, known, roles=[Role.LEADER, Role.DEPUTY], day=day)
    caring = await people.holders(unit, known, roles=[Role.CADRE], day=day)
    return Scene(
        since=since,
        until=until,
        spared=spared,
        policy=policy,
        chapters=known,
        leaders=reporting,
        cadres={chapter: holders[0].person.id for chapter, holders in caring.items()},
    )


async def _report(unit: UnitOfWork, scene: Scene) -> list[Act]:
    today = scene.policy.day_of(scene.until)
    played = [
        chapter
        for chapter, holders in scene.leaders.items()
        if scene.spared.isdisjoint(holder.person.id for holder in holders)
    ]
    awaited = [
        meeting
        for meeting in await meetings.list_open(unit, played, today=today)
        if meeting.type is MeetingType.REGULAR and meeting.has_come(today)
    ]
    came = who_came(
        [(scene.chapters[meeting.chapter_id], meeting) for meeting in awaited],
        scene.cadres,
        seed=SEED,
    )
    acts: list[Act] = []
    for meeting in awaited:
        if meeting.state in (MeetingState.PLANNED, MeetingState.MOVED):
            there = came[meeting.chapter_id, str(meeting.period)]
            situation = _situation(scene, meeting, there)
            if any(_steps(throw(situation, policy=scene.policy), meeting, scene)):
                situation = replace(situation, topics=await _topics(unit, situation))
                for at, answers in _steps(throw(situation, policy=scene.policy), meeting, scene):
                    acts += await _submit(unit, scene, meeting, answers, at)
    return acts


def _situation(scene: Scene, meeting: Meeting, there: CadrePresence) -> Situation:
    """Returns what is known of a meeting without asking for its topics."""
    chapter = scene.chapters[meeting.chapter_id]
    return Situation(
        meeting=meeting,
        chapter=chapter,
        chair=scene.leaders[chapter.id][0].person.name,
        topics=(),
        cadre_came=there,
        seed=SEED,
    )


async def _topics(unit: UnitOfWork, here: Situation) -> tuple[int, ...]:
    listed = await topics.list_live(unit, [(here.chapter, here.meeting)])
    return tuple(topic.id for topic in listed[here.meeting.id])


def _steps(
    outcome: Outcome | None, meeting: Meeting, scene: Scene
) -> Iterator[tuple[datetime, ReportAnswers]]:
    """Gives what is sent until now and was not sent before."""
    if outcome is None:
        return
    if outcome.before and meeting.state is MeetingState.PLANNED:
        told, put_off = outcome.before
        if scene.since < told <= scene.until:
            yield told, put_off
    if outcome.sent_at <= scene.until:
        yield max(outcome.sent_at, scene.since + _A_MOMENT), outcome.answers


async def _submit(
    unit: UnitOfWork, scene: Scene, meeting: Meeting, answers: ReportAnswers, at: datetime
) -> list[Act]:
    leader = scene.leaders[meeting.chapter_id][0]
    live = (await reports.of_meetings(unit, [meeting.id])).get(meeting.id)
    try:
        async with unit.savepoint():
            receipt = await submit_report(
                await _context(unit, leader, scene, at),
                meeting.id,
                answers,
                corrects=live.version if live else 0,
                played=True,
            )
    except Refusal:
        # A meeting that a phone held for a while may have been changed there.
        return []
    return [Act(at, f"{receipt.chapter.name}: {_words(answers, receipt.on_time)}")]


async def _context(unit: UnitOfWork, leader: Holder, scene: Scene, at: datetime) -> ActorContext:
    posts = (await people.posts_of(unit, [leader.person.id]))[leader.person.id]
    return ActorContext(unit, leader.person, posts, scene.policy, at, REACTIONS)


def _words(answers: ReportAnswers, on_time: bool) -> str:
    late = "" if on_time else ", late"
    match answers.state:
        case ReportState.HELD:
            troubles = len(answers.difficulties)
            told = f", {troubles} difficult{'y' if troubles == 1 else 'ies'}" if troubles else ""
            return f"report sent, {answers.present} of {answers.total} present{told}{late}"
        case ReportState.MOVED:
            return f"meeting put off to {answers.postponed_to:%d/%m} ({answers.reason}){late}"
        case _:
            return f"meeting could not be held ({answers.reason}){late}"


async def _tick(unit: UnitOfWork, scene: Scene) -> list[Act]:
    acts: list[Act] = []
    for at in _evenings(scene):
        for cadre in sorted(set(scene.cadres.values()) - scene.spared):
            acts += await _confirm(unit, scene, cadre, at)
    return acts


def _evenings(scene: Scene) -> Iterator[datetime]:
    day, last = (scene.policy.day_of(moment) for moment in (scene.since, scene.until))
    while day <= last:
        at = datetime.combine(day, _TICKED_AT, scene.policy.timezone)
        if scene.since < at <= scene.until:
            yield at
        day += timedelta(days=1)


async def _confirm(unit: UnitOfWork, scene: Scene, cadre: int, at: datetime) -> list[Act]:
    day = at.date()
    if dice(SEED, cadre, day, "forgets").random() < _FORGETS:
        return []
    evening = [meeting.meeting_id for meeting in await list_evening(unit, cadre, day=day)]
    found = await meetings.by_ids(unit, evening)
    pairs = [(scene.chapters[meeting.chapter_id], meeting) for meeting in found.values()]
    came = who_came(pairs, scene.cadres, seed=SEED)
    ticked = [
        meeting.id
        for chapter, meeting in pairs
        if came[chapter.id, str(meeting.period)] is CadrePresence.YES
    ]
    if not ticked:
        return []
    await confirm_attendance(
        unit, person_id=cadre, ticked=ticked, day=day, policy=scene.policy, now=at
    )
    name = (await people.persons(unit, [cadre]))[cadre].name
    count = f"{len(ticked)} meeting{'s' if len(ticked) > 1 else ''}"
    return [Act(at, f"Cadre {name} confirmed being at {count}")]
