"""One message a day for each cadre: what is ahead, what came in, what is to be confirmed."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from domain.message import Choice, Expects, Message, Prompt
from domain.names import given_name
from domain.outbox import OutboxRow
from domain.people import Person, Role
from domain.policy import Policy
from domain.talks import KnownAddress
from domain.visits import Visit
from operations.ahead import ahead_buttons, ahead_lines
from operations.assignment import on_duty
from operations.free_days import Rest, rest_at
from operations.speech import enqueue_notices, notice
from operations.turn import STANDING
from operations.wording import day_words
from storage import Unit, addresses, bundles, pauses, people, settings, visits
from storage.bundles import LostLeader, NewReport, SilentLeader
from texts import label, render

DAYS_AHEAD = 3
# From so many reminders without a sign of life on somebody counts as silent.
SILENT_AFTER = 3
# A turn that is being committed just now is left to the next bundle rather than lost.
_SETTLED = timedelta(minutes=1)
_FURTHEST_BACK = timedelta(days=14)
_MARK = "bundled_until"

Item = NewReport | LostLeader | SilentLeader


@dataclass(slots=True, kw_only=True)
class Bundle:
    """What one cadre is told; `evenings` counts the meetings to confirm by day."""

    ahead: list[Visit] = field(default_factory=list)
    reports: list[NewReport] = field(default_factory=list)
    lost: list[LostLeader] = field(default_factory=list)
    silent: list[SilentLeader] = field(default_factory=list)
    evenings: dict[date, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundles:
    """Every bundle of a day by person, and until when reports are told in them."""

    by_person: dict[int, Bundle]
    until: datetime


async def due_bundles(unit: Unit, *, policy: Policy, now: datetime) -> Bundles | None:
    """Returns the day's bundles, None if it is too early or they were made already.

    On a State holiday there are none: what they would say waits for the day after.
    """
    local = policy.local(now)
    until = now - _SETTLED
    marked = await settings.find(unit, _MARK)
    since = max(
        datetime.fromisoformat(marked) if marked else until - timedelta(days=1),
        until - _FURTHEST_BACK,
    )
    made_today = marked is not None and policy.local(since + _SETTLED).date() >= local.date()
    rest = await rest_at(unit, local.date())
    if made_today or rest.is_free or not _is_time(local.time(), policy):
        return None
    found = await _gather(unit, since=since, until=until, today=local.date(), rest=rest)
    return Bundles(by_person=found, until=until)


def _is_time(clock: time, policy: Policy) -> bool:
    return policy.bundle_at <= clock < policy.quiet_from


async def _gather(
    unit: Unit, *, since: datetime, until: datetime, today: date, rest: Rest
) -> dict[int, Bundle]:
    """Returns the bundles that have something to say to somebody not on leave."""
    day = timedelta(days=1)
    items: list[Item] = [
        *await bundles.list_reports(unit, since=since, until=until),
        *await bundles.list_lost(unit, since=since, until=until, today=today),
        *await bundles.list_silent(
            unit, since=since, until=until, after=SILENT_AFTER, today=today
        ),
    ]
    cadres = await people.holders(
        unit, {one.chapter_id for one in items}, roles=[Role.CADRE], day=today
    )
    found: dict[int, Bundle] = defaultdict(Bundle)
    for one in items:
        for person_id in {holder.person.id for holder in on_duty(cadres.get(one.chapter_id, ()))}:
            _put(found[person_id], one)
    for visit in await visits.list_between(unit, first=today + day, last=today + DAYS_AHEAD * day):
        for person_id in visit.people:
            found[person_id].ahead.append(visit)
    first = min((today, *rest.skipped)) - day
    nights = [first + step * day for step in range((today - first).days + 1)]
    evenings = await bundles.count_unconfirmed(unit, nights, today=today)
    for (person_id, evening), number in evenings.items():
        found[person_id].evenings[evening] = number
    away = {
        one.person_id for one in await pauses.list_leaves(unit, found, first=today, last=today)
    }
    return {person_id: bundle for person_id, bundle in found.items() if person_id not in away}


def _put(bundle: Bundle, one: Item) -> None:
    match one:
        case NewReport():
            bundle.reports.append(one)
        case LostLeader():
            bundle.lost.append(one)
        case SilentLeader():
            bundle.silent.append(one)


async def enqueue_bundles(unit: Unit, due: Bundles, *, policy: Policy, now: datetime) -> None:
    """Queues the bundles and notes that the day's are made."""
    today = policy.local(now).date()
    known = await people.persons(unit, due.by_person)
    reached = await addresses.preferred(unit, due.by_person)
    rows = [
        _row(unit, reached[person_id], known[person_id], bundle, today, policy)
        for person_id, bundle in due.by_person.items()
        if person_id in reached
    ]
    await enqueue_notices(unit, rows, now=now)
    await settings.put(unit, _MARK, due.until.isoformat())


def _row(
    unit: Unit, to: KnownAddress, person: Person, bundle: Bundle, today: date, policy: Policy
) -> OutboxRow:
    return notice(
        unit,
        to,
        _message(bundle, person, prompt_id=f"{STANDING}b{unit.new_id()}"),
        dedupe_key=f"bundle:{person.id}:{today.isoformat()}",
        expires_at=datetime.combine(
            today + timedelta(days=1), policy.bundle_at, tzinfo=policy.timezone
        ),
    )


def _message(bundle: Bundle, person: Person, *, prompt_id: str) -> Message:
    language = person.language
    who = f"{person.address_form} {given_name(person.name)}"
    parts = [
        render("bundle-greeting", language, who=who),
        _section("bundle-ahead", ahead_lines(bundle.ahead, person.id, language), language),
        _section("bundle-reports", [_report(one, language) for one in bundle.reports], language),
        _section("bundle-lost", [_lost(one, language) for one in bundle.lost], language),
        _section("bundle-silent", [_silent(one, language) for one in bundle.silent], language),
        *(_evening(day, number, language) for day, number in sorted(bundle.evenings.items())),
    ]
    choices = (
        *ahead_buttons(bundle.ahead, person.id, language),
        *(
            Choice(
                f"attendance.{day.isoformat()}",
                label("bundle-button-confirm", language, day=day_words(day)),
            )
            for day in sorted(bundle.evenings)
        ),
    )
    prompt = Prompt(id=prompt_id, expects=Expects.CHOICE, choices=choices) if choices else None
    return Message(text="\n\n".join(filter(None, parts)), prompt=prompt)


def _section(key: str, lines: Sequence[str], language: str) -> str:
    return "\n".join([render(key, language), *lines]) if lines else ""


def _place(chapter: str, area: str) -> str:
    """Returns the chapter's name, with its place unless the name tells it."""
    return chapter if area.lower() in chapter.lower() else f"{chapter}, {area}"


def _report(one: NewReport, language: str) -> str:
    line = render(
        f"bundle-report-{one.state.replace('_', '-')}",
        language,
        chapter=_place(one.chapter_name, one.area_name),
        present=str(one.present or 0),
        expected=str(one.expected),
        day=day_words(one.moved_to) if one.moved_to else "",
    )
    notes = [
        *([render("bundle-note-late", language)] if not one.on_time else []),
        *([render("bundle-note-changed", language)] if one.version > 1 else []),
        *(
            [render("bundle-note-difficulties", language, number=one.difficulties)]
            if one.difficulties
            else []
        ),
    ]
    return "; ".join([line, *notes])


def _lost(one: LostLeader, language: str) -> str:
    return render(
        "bundle-lost-line",
        language,
        name=one.name,
        chapter=one.chapter_name,
        phone=one.phone or "–",
    )


def _silent(one: SilentLeader, language: str) -> str:
    return render(
        "bundle-silent-line",
        language,
        name=one.name,
        chapter=one.chapter_name,
        phone=one.phone or "–",
        count=one.count,
    )


def _evening(day: date, number: int, language: str) -> str:
    return render("bundle-evening", language, number=number, day=day_words(day))
