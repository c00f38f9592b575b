"""What the day's bundles have to say, gathered for everybody whose hour has come."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from domain.news import News, Section
from domain.people import Role
from domain.policy import Policy
from domain.visits import Visit
from operations.cadres.assignment import on_duty
from operations.cadres.visits import named_visits
from operations.contacts import SILENT_AFTER
from operations.meetings.free_days import Rest
from operations.namesakes import name_chapters
from storage import UnitOfWork
from storage.cadres import visits
from storage.meetings import pauses
from storage.notifications import bundles, news
from storage.notifications.bundles import LateCount, LostLeader, NewReport, SilentLeader
from storage.notifications.preferences import BundleReader
from storage.people import people

DAYS_AHEAD = 3
_DAY = timedelta(days=1)

Item = NewReport | LostLeader | SilentLeader


@dataclass(slots=True, kw_only=True)
class Bundle:
    """What one person is told; `evenings` counts the meetings to confirm by day.

    `until` is the moment up to which reports are told. `has_news` says that news wait;
    `news` are those that are told with it.
    """

    person_id: int
    until: datetime
    has_news: bool = False
    ahead: list[Visit] = field(default_factory=list)
    reports: list[NewReport] = field(default_factory=list)
    lost: list[LostLeader] = field(default_factory=list)
    silent: list[SilentLeader] = field(default_factory=list)
    late: list[LateCount] = field(default_factory=list)
    evenings: dict[date, int] = field(default_factory=dict)
    news: list[News] = field(default_factory=list)

    @property
    def has_facts(self) -> bool:
        """True when there is something to say besides the news."""
        late = any(count.newly for count in self.late)
        told = (self.ahead, self.reports, self.lost, self.silent, self.evenings)
        return late or any(told)

    @property
    def has_something(self) -> bool:
        """True when it is worth a message."""
        return self.has_facts or self.has_news


async def gather_bundles(
    unit: UnitOfWork,
    readers: Collection[BundleReader],
    *,
    since: datetime,
    until: datetime,
    policy: Policy,
    rest: Rest,
) -> list[Bundle]:
    """Returns a bundle for each reader, an empty one for those on leave."""
    local = policy.local(until)
    today = local.date()
    found = {
        reader.person_id: Bundle(person_id=reader.person_id, until=until) for reader in readers
    }
    at_once = {
        reader.person_id for reader in readers if Section.REPORTS in reader.preference.urgent
    }
    first = policy.day_of(since)
    items: list[Item] = [
        *await bundles.list_reports(unit, since=since, until=until),
        *await bundles.list_lost(unit, since=since, until=until, today=today),
        *await bundles.list_silent(
            unit, since=since, until=until, after=SILENT_AFTER, first=first, today=today
        ),
    ]
    await _put_items(unit, found, items, today=today, at_once=at_once)
    await _put_days(unit, found, since=first, local=local, rest=rest)
    for late in await bundles.count_late(unit, found, since=first, today=today):
        found[late.person_id].late.append(late)
    for person_id in await news.list_waiting(unit, found):
        found[person_id].has_news = True
    leaves = await pauses.list_leaves(unit, found, first=today, last=today)
    away = {pause.person_id for pause in leaves}
    return [
        Bundle(person_id=person_id, until=until) if person_id in away else bundle
        for person_id, bundle in found.items()
    ]


async def _put_items(
    unit: UnitOfWork,
    found: dict[int, Bundle],
    items: Sequence[Item],
    *,
    today: date,
    at_once: Collection[int],
) -> None:
    """Gives what happened in a chapter to the cadres on duty there."""
    named = await name_chapters(unit, items)
    chapter_ids = {report.chapter_id for report in named}
    cadres = await people.holders(unit, chapter_ids, roles=[Role.CADRE], day=today)
    for report in named:
        on_it = {holder.person.id for holder in on_duty(cadres.get(report.chapter_id, ()))}
        for person_id in on_it & found.keys():
            _put(found[person_id], report, told_at_once=person_id in at_once)


def _put(bundle: Bundle, report: Item, *, told_at_once: bool) -> None:
    match report:
        case NewReport():
            if not told_at_once:
                bundle.reports.append(report)
        case LostLeader():
            bundle.lost.append(report)
        case SilentLeader():
            bundle.silent.append(report)


async def _put_days(
    unit: UnitOfWork, found: dict[int, Bundle], *, since: date, local: datetime, rest: Rest
) -> None:
    """Gives the meetings ahead, and those that wait for a word, to their cadres.

    A meeting of the day itself is ahead until its hour, then it is to be confirmed.
    """
    today = local.date()
    ahead = await visits.list_between(unit, first=today, last=today + DAYS_AHEAD * _DAY)
    for visit in await named_visits(unit, ahead):
        if visit.day > today or visit.start_time > f"{local:%H:%M}":
            for person_id in set(visit.people) & found.keys():
                found[person_id].ahead.append(visit)
    first = min((today - _DAY, since, *(day - _DAY for day in rest.skipped)))
    nights = [first + step * _DAY for step in range((today - first).days + 1)]
    evenings = await bundles.count_unconfirmed(unit, nights, clock=local)
    for (person_id, evening), number in evenings.items():
        if person_id in found:
            found[person_id].evenings[evening] = number
