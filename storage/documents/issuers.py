"""The bodies that issue documents, as offices set them."""

from datetime import datetime

from sqlalchemy import select

from domain.official import Issuer, ProfileName
from storage.tables.official import issuer as table
from storage.unit import UnitOfWork

_FIELDS = (
    *("superior", "name", "code", "seat", "authority", "title", "signer"),
    *("filed", "term_from"),
)


async def find(unit: UnitOfWork, area_id: int, association: str) -> Issuer | None:
    """Returns the body of a place, or of one association there, None where nobody set it."""
    row = await unit.first(
        select(table).where(table.c.area_id == area_id, table.c.association == association)
    )
    if row is None:
        return None
    return Issuer(
        profile=ProfileName(row.profile),
        recipients=tuple(row.recipients),
        **{name: row._mapping[name] for name in _FIELDS},
    )


async def put(
    unit: UnitOfWork,
    issuer: Issuer,
    place: tuple[int, str],
    *,
    person_id: int | None,
    now: datetime,
) -> None:
    """Sets the body of a place and association."""
    area_id, association = place
    values = {
        "profile": issuer.profile,
        "recipients": list(issuer.recipients),
        "changed_by": person_id,
        "changed_at": now,
        **{name: getattr(issuer, name) for name in _FIELDS},
    }
    insert = unit.insert(table).values(area_id=area_id, association=association, **values)
    await unit.run(
        insert.on_conflict_do_update(index_elements=["area_id", "association"], set_=values)
    )
