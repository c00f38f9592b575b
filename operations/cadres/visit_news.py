"""Whom an answer to a coming meeting concerns: its leader, and whoever is sent or no longer."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from domain.news import News, Section
from domain.people import Role
from domain.policy import Policy
from domain.visits import Intent, Visit
from operations.cadres.buttons import ShowVisit
from operations.news import add_news
from operations.wording import clock_words, day_words
from storage import UnitOfWork
from storage.notifications import news
from storage.people import people

Change = tuple[Visit, Visit]

_SOON = timedelta(days=1)
_SENT, _RELEASED, _RETURNED = "visit-told-sent", "visit-told-released", "visit-told-returned"


async def tell_of_visits(
    unit: UnitOfWork, changes: Sequence[Change], *, policy: Policy, now: datetime
) -> None:
    """Keeps the news of changed answers; what was not told yet and holds no more is dropped.

    A leader learns from her reminder and schedule who comes: she is told what falls out or
    changes an answer given before. It is urgent when the meeting is today or tomorrow.
    """
    today = policy.day_of(now)
    leaders = await people.holders(
        unit, {after.chapter_id for _, after in changes}, roles=[Role.LEADER], day=today
    )
    lines: list[News] = []
    for change in changes:
        key = _key(change[1])
        unsaid = await news.drop_untold(unit, key)
        stamped = f"{key}{int(now.timestamp())}"
        to = {holder.person.id for holder in leaders.get(change[1].chapter_id, ())}
        lines += _to_leaders(change, sorted(to), stamped, today)
        lines += (
            line
            for line in _to_the_sent(change, stamped, today)
            # Who had not heard yet of being sent need not hear of the contrary.
            if line.key != _RELEASED or (line.person_id, _SENT) not in unsaid
        )
    await add_news(unit, lines, now=now)


def _key(visit: Visit) -> str:
    return f"visit:{visit.meeting_id}:{visit.person_id}:"


def _to_leaders(change: Change, leaders: Sequence[int], key: str, today: date) -> Iterator[News]:
    before, after = change
    if after.intent is None or (before.intent is None and after.intent is Intent.COMING):
        return
    falls_out = Intent.DECLINED in (before.intent, after.intent)
    for person_id in leaders:
        yield News(
            person_id=person_id,
            section=Section.VISITS,
            key=f"visit-told-{after.intent}",
            args=_facts(after, sent=after.substitute_name or "–"),
            dedupe_key=f"{key}:{person_id}",
            urgent=falls_out and _is_soon(after, today),
        )


def _to_the_sent(change: Change, key: str, today: date) -> Iterator[News]:
    """Yields the word to who is sent, who is not any more, and to the cadre whom one declined."""
    before, after = change
    if after.intent is None:
        yield _personal(after, after.person_id, _RETURNED, key, today, before)
        return
    if before.substitute_id not in (None, after.substitute_id):
        yield _personal(before, before.substitute_id or 0, _RELEASED, key, today)
    if after.substitute_id not in (None, before.substitute_id):
        yield _personal(after, after.substitute_id or 0, _SENT, key, today)


def _personal(
    visit: Visit, person_id: int, text: str, key: str, today: date, before: Visit | None = None
) -> News:
    is_over = text == _RELEASED
    return News(
        person_id=person_id,
        section=Section.VISITS,
        key=text,
        args=_facts(visit, sent=(before or visit).substitute_name or "–"),
        command=None if is_over else ShowVisit(visit.meeting_id).key,
        label_key=None if is_over else "visit-button-open",
        dedupe_key=f"{key}:{person_id}",
        urgent=_is_soon(visit, today),
    )


def _facts(visit: Visit, *, sent: str) -> dict[str, str | int]:
    return {
        "chapter": visit.chapter_name,
        "day": day_words(visit.day),
        "time": clock_words(visit.start_time),
        "place": visit.place,
        "name": visit.person_name,
        "sent": sent,
    }


def _is_soon(visit: Visit, today: date) -> bool:
    return visit.day - today <= _SOON
