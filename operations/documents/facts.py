"""Gathers what a report on a place and span says: figures, and row by row their basis."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from domain.attendance_statistics import Turnout
from domain.calendar import Period
from domain.chapters import Area, ids_of
from domain.figures import Figures, total_of
from domain.indicators import Indicator
from domain.names import name_sort_key
from domain.official import DocumentKind
from domain.people import Post, Role
from domain.periodic_facts import (
    Part,
    PeriodicFacts,
    Pilot,
    ToldAim,
    ToldCadre,
    ToldIndicator,
)
from domain.policy import Policy
from domain.reporting_span import Span
from operations.cadres.attendance_statistics import list_turnouts
from operations.figures.counting import MonthReader
from operations.figures.indicators import Line, Report, get_report
from operations.figures.overview import DeskFigures, count_desk, may_differ_as_today
from storage import UnitOfWork
from storage.directory.chapters import Scope
from storage.documents import sources
from storage.figures.within import Within
from storage.topics import topics

# Beside a pilot place stands what a review asks for first.
_OF_PILOTS = (
    Indicator.HELD,
    Indicator.ON_TIME,
    Indicator.MEMBERS,
    Indicator.CADRE,
    Indicator.TOPIC,
    Indicator.SOLVED,
)


def post_for(place: Area, association: str) -> Post:
    """Returns the post by which a document's figures are seen: all of a place, or one association.

    Whether somebody may make the document is decided before.
    """
    return Post(
        id=0,
        person_id=0,
        role=Role.STAFF,
        chapter_id=None,
        area_id=place.id,
        kind_id=None,
        valid_from=place.valid_from,
        valid_to=None,
        association=association or None,
    )


@dataclass(frozen=True, slots=True)
class Subject:
    """What a report is about: a place, one association there or all (""), and a span."""

    place: Area
    association: str
    span: Span


async def count_total(
    unit: UnitOfWork, subject: Subject, *, policy: Policy, now: datetime
) -> Figures:
    """Returns the figures of the whole place over the months that have begun."""
    desks = await _count_desks(MonthReader(unit, policy, now), subject)
    return total_of(desk.total for desk in desks)


async def _count_desks(reader: MonthReader, subject: Subject) -> list[DeskFigures]:
    """Returns the figures of the months that have begun, one by one."""
    posts = (post_for(subject.place, subject.association),)
    return [
        await count_desk(reader, posts, subject.place, month)
        for month in subject.span.begun(reader.today)
    ]


async def _by_place_now(
    reader: MonthReader, subject: Subject, then: Sequence[Part]
) -> tuple[Part, ...]:
    """Returns the figures by where places lie today, nothing where they are the same."""
    first = subject.span.periods[0]
    if not await may_differ_as_today(reader.unit, first):
        return ()
    as_today = replace(reader, placed_on=reader.today)
    found = _by_place(await _count_desks(as_today, subject), subject.place.id)
    return () if found == then else found


async def gather_facts(
    unit: UnitOfWork, subject: Subject, kind: DocumentKind, *, policy: Policy, now: datetime
) -> PeriodicFacts:
    """Returns the facts that a kind of document tells, as of `now`; months ahead count nothing."""
    today = policy.day_of(now)
    place, span = subject.place, subject.span
    posts = (post_for(place, subject.association),)
    report = await get_report(unit, posts, place.id, span, policy=policy, now=now)
    reader = MonthReader(unit, policy, now)
    desks = await _count_desks(reader, subject)
    scopes: list[Scope] = [(place.path, subject.association or None)]
    within = Within.of_span(span, place.path, scopes, zone=policy.timezone, today=today)
    found = [
        await sources.list_sources(unit, place.path, month, scopes, today=today)
        for month in within.months
    ]
    told = await sources.list_cases(unit, within)
    return PeriodicFacts(
        place=place.name,
        level=place.level,
        association=subject.association,
        span=str(span),
        as_of=min(today, span.last_day) if report.is_final else today,
        is_final=report.is_final,
        units=tuple(await sources.count_units(unit, scopes, min(today, span.last_day))),
        by_place=(by_place := _by_place(desks, place.id)),
        by_place_now=await _by_place_now(reader, subject, by_place),
        by_kind=_by_kind(desks),
        lines=tuple(_told(line) for line in report.lines),
        programmes=tuple(programme.name for programme in report.programmes),
        pilots=await _pilots(unit, subject, report, policy, now)
        if kind is DocumentKind.REVIEW
        else (),
        topics_issued=await _topics(unit, place, span, subject.association),
        reports=tuple(source for month in found for source in month.reports),
        cases=tuple(case for case in told if not case.is_proposal),
        proposals=tuple(case for case in told if case.is_proposal),
        exemplars=tuple(await sources.list_exemplars(unit, within)),
        events=tuple(await sources.list_events(unit, within)),
        missing=tuple(name for month in found for name in month.missing),
        cadres=await _cadres(unit, posts, within.months, policy, now)
        if kind is DocumentKind.ATTENDANCE
        else (),
    )


def _told(line: Line) -> ToldIndicator:
    return ToldIndicator(
        indicator=line.indicator,
        now=line.now,
        before=line.before,
        year_before=line.year_before,
        aims=tuple(
            ToldAim(
                value=aim.target.value,
                sense=aim.target.sense,
                kind=aim.target.kind or "",
                figure=aim.figure,
                met=aim.met,
                programme=aim.target.programme,
            )
            for aim in line.aims
        ),
    )


def _by_place(desks: Sequence[DeskFigures], own_id: int) -> tuple[Part, ...]:
    names = {area_id: area.name for desk in desks for area_id, area in desk.areas.items()}
    order = {area_id: area.path for desk in desks for area_id, area in desk.areas.items()}
    sums = _summed(desk.by_area for desk in desks)
    return tuple(
        Part(name=names[number], figures=sums[number], is_own=number == own_id)
        for number in sorted(sums, key=lambda value: ids_of(order[value]))
    )


def _by_kind(desks: Sequence[DeskFigures]) -> tuple[Part, ...]:
    names = {kind: name for desk in desks for kind, name in desk.kinds.items()}
    sums = _summed(desk.by_kind for desk in desks)
    return tuple(Part(name=names[number], figures=sums[number]) for number in sorted(sums))


def _summed(of_months: Iterable[Mapping[int, Figures]]) -> dict[int, Figures]:
    sums: dict[int, Figures] = {}
    for found in of_months:
        for number, figures in found.items():
            sums[number] = sums.get(number, Figures()) + figures
    return sums


async def _topics(unit: UnitOfWork, place: Area, span: Span, association: str) -> tuple[str, ...]:
    """Returns the topics that were set for the place, or above it, for the months of a span."""
    texts = {str(month) for month in span.periods} | {str(period) for period in span.quarters}
    above = ids_of(place.path)
    issued = await topics.list_issued(unit, texts)
    return tuple(
        dict.fromkeys(
            topic.title
            for topic in reversed(issued)
            if topic.area_id in above
            and topic.withdrawn_at is None
            and topic.association in (None, association or None)
        )
    )


async def _cadres(
    unit: UnitOfWork,
    posts: Sequence[Post],
    months: Sequence[Period],
    policy: Policy,
    now: datetime,
) -> tuple[ToldCadre, ...]:
    """Returns how often each cadre was where they were assigned, by name."""
    sums: dict[int, Turnout] = {}
    names: dict[int, str] = {}
    for month in months:
        for cadre in await list_turnouts(unit, posts, month, policy=policy, now=now):
            names[cadre.person.id] = cadre.person.name
            sums[cadre.person.id] = sums.get(cadre.person.id, Turnout()) + cadre.turnout
    return tuple(
        ToldCadre(
            name=names[person_id],
            assigned=turnout.assigned,
            attended=turnout.attended,
            sent=turnout.sent,
            excused=turnout.excused,
            clashing=turnout.clashing,
            open=turnout.open,
        )
        for person_id, turnout in sorted(
            sums.items(), key=lambda pair: name_sort_key(names[pair[0]])
        )
        if turnout.assigned
    )


async def _pilots(
    unit: UnitOfWork, subject: Subject, report: Report, policy: Policy, now: datetime
) -> tuple[Pilot, ...]:
    """Returns the pilot places right here, each with what a review looks at."""
    found = []
    wanted = {
        area_id: name for programme in report.programmes for area_id, name in programme.pilots
    }
    posts = (post_for(subject.place, subject.association),)
    for area_id, name in wanted.items():
        if area_id == subject.place.id:
            continue
        there = await get_report(unit, posts, area_id, subject.span, policy=policy, now=now)
        figures = {line.indicator: line.now for line in there.lines}
        found.append(
            Pilot(
                name=name,
                figures=tuple((indicator, figures[indicator]) for indicator in _OF_PILOTS),
            )
        )
    return tuple(found)
