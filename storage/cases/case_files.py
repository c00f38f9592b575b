"""Photos and recordings of difficulties: those of one, and the photos of its report."""

from sqlalchemy import func, or_, select

from storage.tables.cases import difficulty_file as table
from storage.tables.meetings import attachment, difficulty
from storage.unit import UnitOfWork


async def add(unit: UnitOfWork, case_id: int, attachment_id: int) -> None:
    """Keeps a photo with a case; one that is there already stays."""
    row = {"difficulty_id": case_id, "attachment_id": attachment_id}
    await unit.run(unit.insert(table).on_conflict_do_nothing(), [row])


async def count(unit: UnitOfWork, case_id: int) -> int:
    """Returns how many photos were sent for a case."""
    mine = (table.c.difficulty_id == case_id, attachment.c.kind != "voice")
    joined = table.join(attachment, attachment.c.id == table.c.attachment_id)
    return int(await unit.scalar(select(func.count()).select_from(joined).where(*mine)) or 0)


async def recordings_of(unit: UnitOfWork, case_id: int) -> tuple[int, ...]:
    """Returns the recordings that tell of a case and are on disk, oldest first."""
    rows = await unit.all(
        select(attachment.c.id)
        .join(table, table.c.attachment_id == attachment.c.id)
        .where(
            table.c.difficulty_id == case_id,
            attachment.c.kind == "voice",
            attachment.c.state == "ready",
        )
        .order_by(attachment.c.id)
    )
    return tuple(row.id for row in rows)


async def list_of(unit: UnitOfWork, case_id: int) -> tuple[int, ...]:
    """Returns the photos of a case and of its report that are on disk, oldest first."""
    sent = select(table.c.attachment_id).where(table.c.difficulty_id == case_id)
    told = select(difficulty.c.report_id).where(difficulty.c.id == case_id)
    rows = await unit.all(
        select(attachment.c.id)
        .where(
            or_(attachment.c.id.in_(sent), attachment.c.report_id.in_(told)),
            attachment.c.kind == "photo",
            attachment.c.state == "ready",
        )
        .order_by(attachment.c.id)
    )
    return tuple(row.id for row in rows)
