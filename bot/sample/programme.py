"""Writes the sample's programme: a pilot hamlet, and targets of the quarters at hand."""

from datetime import date

from bot.sample.directory import WrittenDirectory
from bot.sample.places import COMMUNES
from domain.indicators import Indicator, Sense
from domain.reporting_span import span_of
from storage import UnitOfWork
from storage.tables import programmes as tables

_NAME = "Đề án nâng cao chất lượng sinh hoạt chi, tổ hội"
_SINCE = date(2026, 1, 1)
_QUARTER = 3
# In hundredths; of the difficulties told some may be late, of all else as many as can be.
_TARGETS = (
    (Indicator.HELD, 9000, Sense.MIN),
    (Indicator.ON_TIME, 9500, Sense.MIN),
    (Indicator.MEMBERS, 7500, Sense.MIN),
    (Indicator.CADRE, 6000, Sense.MIN),
    (Indicator.OVERDUE, 1000, Sense.MAX),
)


async def write_programme(unit: UnitOfWork, written: WrittenDirectory, *, today: date) -> None:
    """Writes the programme of the region, with targets for its first commune."""
    first = COMMUNES[0]
    pilot = next(area for commune, area, _ in written.hamlets if commune is first)
    programme = await unit.add(
        tables.programme,
        code="nang_cao_chat_luong",
        name=_NAME,
        area_id=written.upper.id,
        valid_from=min(_SINCE, date(today.year, 1, 1)),
    )
    await unit.add_many(tables.programme_area, [{"programme_id": programme, "area_id": pilot.id}])
    quarter = span_of(today, _QUARTER)
    await unit.add_many(
        tables.target,
        [
            {
                "programme_id": programme,
                "indicator": indicator,
                "area_id": written.communes[first.name].id,
                "period": str(span),
                "value": value,
                "sense": sense,
            }
            for span in (quarter.previous(), quarter)
            for indicator, value, sense in _TARGETS
        ],
    )
