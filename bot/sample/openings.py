"""Which leaders looked at the topics of their meetings, and when."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta

from bot.sample.dice import dice
from bot.sample.past import Past
from storage import UnitOfWork
from storage.tables import meetings

_OPENED = 0.85


async def write_openings(
    unit: UnitOfWork,
    past: Sequence[Past],
    *,
    issued: Mapping[int, datetime],
    seed: int,
    now: datetime,
) -> None:
    """Writes which leaders looked at their topics, mostly in the days before the meeting."""
    first: dict[tuple[int, int], datetime] = {}
    for told in past:
        random = dice(seed, told.here.chapter.name, told.here.meeting.period, "topic")
        before = timedelta(days=random.randint(0, 3), hours=random.randint(1, 11))
        evening = datetime.combine(told.here.day, time(19), now.tzinfo)
        if random.random() < _OPENED and told.here.topics:
            topic = random.choice(told.here.topics)
            at = max(evening - before, issued[topic])
            known = first.get((topic, told.leader), at)
            first[topic, told.leader] = min(at, known)
    await unit.add_many(
        meetings.topic_opening,
        [
            {"topic_id": topic, "person_id": person, "at": at}
            for (topic, person), at in first.items()
            if at <= now
        ],
    )
