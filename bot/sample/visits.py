"""What cadres owe, and what they have said of the visits ahead."""

from datetime import datetime, timedelta

from bot.sample.dice import dice
from bot.sample.directory import WrittenDirectory
from domain.calendar import Period
from domain.duties import Per
from domain.visits import Intent
from storage import UnitOfWork
from storage.cadres import visits
from storage.tables import cadres
from storage.tables.meetings import attendance

_AHEAD = timedelta(days=10)
_ANSWERED = 0.6
_DECLINED = 0.08


async def write_duties(unit: UnitOfWork, written: WrittenDirectory, first: Period) -> None:
    """Writes for each commune: every chapter is visited once a quarter."""
    await unit.add_many(
        cadres.duty,
        [
            {"area_id": area.id, "visits": 1, "per": Per.QUARTER, "valid_from": first.first_day}
            for area in written.communes.values()
        ],
    )


async def write_intents(unit: UnitOfWork, *, seed: int, now: datetime) -> None:
    """Writes that most visits of the next days are promised, and a few declined."""
    today = now.date()
    coming = await visits.list_between(unit, first=today + timedelta(days=1), last=today + _AHEAD)
    said: dict[Intent, list[int]] = {Intent.COMING: [], Intent.DECLINED: []}
    for visit in coming:
        chance = dice(seed, visit.chapter_name, visit.day, "visit").random()
        if chance < _ANSWERED:
            said[Intent.DECLINED if chance < _DECLINED else Intent.COMING].append(visit.meeting_id)
    for intent, meeting_ids in said.items():
        if meeting_ids:
            await unit.run(
                attendance.update()
                .where(attendance.c.meeting_id.in_(meeting_ids))
                .values(planned=intent, planned_at=now)
            )
