"""How many messages each bot account has sent and received, by month."""

from sqlalchemy import select

from domain.quota import Usage
from storage.tables.mail import account_usage as table
from storage.unit import UnitOfWork


async def add(
    unit: UnitOfWork, account: tuple[str, str], month: str, *, sent: int = 0, received: int = 0
) -> None:
    """Counts messages of an account, named by messenger and name, in a month such as 2026-11."""
    insert = unit.insert(table).values(
        channel=account[0], account=account[1], month=month, sent=sent, received=received
    )
    await unit.run(
        insert.on_conflict_do_update(
            index_elements=["channel", "account", "month"],
            set_={"sent": table.c.sent + sent, "received": table.c.received + received},
        )
    )


async def find(unit: UnitOfWork, account: tuple[str, str], month: str) -> Usage:
    """Returns what was counted so far."""
    row = await unit.first(
        select(table.c.sent, table.c.received).where(
            table.c.channel == account[0], table.c.account == account[1], table.c.month == month
        )
    )
    return Usage(sent=row.sent, received=row.received) if row else Usage()
