"""The inbox: stored before it is acknowledged, each once, in order per conversation."""

from collections import namedtuple
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, bindparam, func, select, true, update

from domain.inbound import Inbound, InboundKind
from domain.inbound_json import inbound_from_json, inbound_to_json
from domain.talks import Conversation, Draft, KnownAddress
from storage.messages.addresses import AddressRow, known
from storage.messages.outbox import NEWEST
from storage.messages.talks import conversation_of, draft_of
from storage.tables.directory import address, conversation
from storage.tables.mail import PENDING, draft
from storage.tables.mail import inbox as table
from storage.unit import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One inbox row that is to be worked on, with the talk as it stood when it was read.

    `newest` is the outbox row lowest on the screen of its address.
    """

    id: int
    inbound: Inbound
    tries: int
    starts: int
    press_answered: bool
    here: KnownAddress
    talk: Conversation
    draft: Draft | None
    newest: int | None

    @property
    def address_id(self) -> int:
        """The address it came from."""
        return self.here.id

    @property
    def conversation_id(self) -> int:
        """The talk it belongs to."""
        return self.here.conversation_id

    @property
    def person_id(self) -> int | None:
        """Who sent it, None for a stranger."""
        return self.here.person_id


# Parts of an album, and photos sent singly in a row, come one after the other and are answered
# as one.
_ALBUM_GATHERS = timedelta(seconds=1.5)

# What the row of an update says beside it.
_SAID_BY_ROW = ("address", "external_id")
_DONE = update(table).where(table.c.id == bindparam("row_id")).values(
    state="done", done_at=bindparam("at"), raw="", error=None
)  # fmt: skip
_KEEP_RAW = (
    update(table)
    .where(
        table.c.channel == bindparam("of_channel"),
        table.c.account == bindparam("of_account"),
        table.c.external_id == bindparam("number"),
        table.c.state == PENDING,
        table.c.raw == "",
    )
    .values(raw=bindparam("text"))
)
# A failed row or a part of an album rests a little, and with it all that stands behind it in
# its conversation.
_RESTING = (
    select(address.c.conversation_id)
    .join(table, address.c.id == table.c.address_id)
    .where(table.c.state == PENDING, table.c.not_before > bindparam("now"))
)
_TalkRow = namedtuple("_TalkRow", conversation.c.keys())  # type: ignore[misc]
_DraftRow = namedtuple("_DraftRow", draft.c.keys())  # type: ignore[misc]
_OWN = (
    table.c.id,
    table.c.external_id,
    table.c.inbound,
    table.c.tries,
    table.c.starts,
    table.c.press_answered,
)
_PENDING = (
    select(*_OWN, NEWEST.label("newest"), *address.c, *conversation.c, *draft.c)
    .join(address, address.c.id == table.c.address_id)
    .join(conversation, conversation.c.id == address.c.conversation_id)
    .outerjoin(draft, draft.c.id == conversation.c.draft_id)
    .where(table.c.state == PENDING)
)
_PENDING_ROW = _PENDING.where(table.c.id == bindparam("row_id"))
_WAITING = _PENDING.where(
    address.c.conversation_id.not_in(_RESTING),
    address.c.conversation_id.not_in(bindparam("but", expanding=True)),
).order_by(table.c.id)
_FIRST = _WAITING.limit(bindparam("limit"))
_OF_CONVERSATIONS = _WAITING.where(
    address.c.conversation_id.in_(bindparam("talks", expanding=True))
).limit(bindparam("limit"))
_LOCK = (
    select(conversation.c.id)
    .where(conversation.c.id.in_(bindparam("talks", expanding=True)))
    .order_by(conversation.c.id)
    .with_for_update(skip_locked=True)
)


async def store(
    unit: UnitOfWork, items: Iterable[tuple[str, Inbound, int]], *, now: datetime
) -> None:
    """Stores updates given as (raw, inbound, address id); those already there change nothing."""
    rows = [
        {
            "channel": inbound.address.channel,
            "account": inbound.address.account,
            "external_id": inbound.external_id,
            "address_id": address_id,
            "raw": raw,
            "inbound": inbound_to_json(inbound, but=_SAID_BY_ROW),
            "received_at": now,
            "state": "pending",
            "tries": 0,
            "starts": 0,
            "not_before": now + _ALBUM_GATHERS if inbound.is_of_a_row else None,
        }
        for raw, inbound, address_id in items
    ]
    if rows:
        await unit.run(unit.insert(table).on_conflict_do_nothing(), rows)


async def keep_raw(unit: UnitOfWork, updates: Sequence[tuple[str, Inbound]]) -> None:
    """Adds the raw text to rows that were stored without and wait."""
    rows = [
        {
            "of_channel": inbound.address.channel,
            "of_account": inbound.address.account,
            "number": inbound.external_id,
            "text": raw,
        }
        for raw, inbound in updates
    ]
    await unit.run(_KEEP_RAW, rows)


async def peek(
    unit: UnitOfWork, *, now: datetime, limit: int, but: Collection[int] = ()
) -> list[Waiting]:
    """Returns what could be worked on now, in order, without holding it.

    Conversations in `but` are passed over.
    """
    values = {"limit": limit, "now": now, "but": sorted(but)}
    return [_waiting(row) for row in await unit.all(_FIRST, values)]


async def claim(
    unit: UnitOfWork,
    *,
    now: datetime,
    limit: int,
    but: Collection[int] = (),
    talks: Collection[int] | None = None,
) -> list[Waiting]:
    """Returns what waits, in order, for conversations that this transaction now holds.

    Conversations in `but` are passed over; with `talks` nothing else is looked at.
    """
    values = {"limit": limit, "now": now, "but": sorted(but)}
    if talks is None:
        rows = await unit.all(_FIRST, values)
        if not unit.on_postgresql:
            return [_waiting(row) for row in rows]
        talks = {row.conversation_id for row in rows}
    if unit.on_postgresql and talks:
        talks = [row.id for row in await unit.all(_LOCK, {"talks": sorted(talks)})]
    rows = await unit.all(_OF_CONVERSATIONS, {**values, "talks": sorted(talks)}) if talks else []
    return [_waiting(row) for row in rows]


async def find_pending(unit: UnitOfWork, row_id: int) -> Waiting | None:
    """Returns a row that is still to be worked on, wherever it stands in its conversation."""
    row = await unit.first(_PENDING_ROW, {"row_id": row_id})
    return _waiting(row) if row else None


def _waiting(row: Row[Any]) -> Waiting:
    talk = len(_OWN) + 1 + len(address.c)
    written = talk + len(conversation.c)
    begun: Any = _DraftRow._make(row[written:])
    here = known(AddressRow._make(row[len(_OWN) + 1 : talk]))
    return Waiting(
        id=row[0],
        inbound=inbound_from_json(row.inbound, address=here.address, external_id=row.external_id),
        tries=row.tries,
        starts=row.starts,
        press_answered=bool(row.press_answered),
        here=here,
        talk=conversation_of(_TalkRow._make(row[talk:written])),
        draft=draft_of(begun) if begun.id is not None else None,
        newest=row.newest,
    )


async def claim_press(unit: UnitOfWork, inbound: Inbound) -> bool:
    """Says whether a press is to be answered before its turn is done, which then leaves it be.

    On PostgreSQL another process may be running the turn just now: it is waited for.
    """
    here = inbound.address
    mine = (
        table.c.channel == here.channel,
        table.c.account == here.account,
        table.c.external_id == inbound.external_id,
    )
    if unit.on_postgresql:
        talk = select(address.c.conversation_id).join(table, address.c.id == table.c.address_id)
        await unit.all(
            select(conversation.c.id)
            .where(conversation.c.id.in_(talk.where(*mine)))
            .with_for_update()
        )
    untold = (table.c.state != "done", table.c.press_answered.is_not(true()))
    return await unit.run(update(table).where(*mine, *untold).values(press_answered=True)) == 1


def finish_later(unit: UnitOfWork, row_id: int, *, now: datetime) -> None:
    """Marks a row as done by the end of the transaction."""
    unit.buffer(_DONE, {"row_id": row_id, "at": now})


async def record_try(unit: UnitOfWork, row_id: int, *, error: str, not_before: datetime) -> None:
    """Counts a turn that failed by its own fault and lets it wait a little."""
    await unit.run(
        update(table)
        .where(table.c.id == row_id)
        .values(tries=table.c.tries + 1, error=error, not_before=not_before)
    )


async def count_lately(
    unit: UnitOfWork, address_id: int, *, kind: InboundKind, since: datetime
) -> int:
    """Returns how many things of a kind came from an address from a moment on."""
    found = select(func.count()).where(
        table.c.address_id == address_id,
        table.c.received_at >= since,
        table.c.inbound.contains(f'"kind":"{kind.value}"', autoescape=True),
    )
    return int(await unit.scalar(found) or 0)


async def set_aside(
    unit: UnitOfWork, row_id: int, *, error: str, reference: str, now: datetime
) -> None:
    """Takes a row out of the way for good, with the reference that the person was told."""
    await unit.run(
        update(table)
        .where(table.c.id == row_id)
        .values(state="aside", error=error, reference=reference, done_at=now)
    )


async def pending_at_start(unit: UnitOfWork) -> dict[int, int]:
    """Returns the rows that an earlier process left, and how often each was begun alone."""
    rows = await unit.all(select(table.c.id, table.c.starts).where(table.c.state == PENDING))
    return {row.id: row.starts for row in rows}


async def count_start(unit: UnitOfWork, row_id: int) -> None:
    """Notes that a turn is about to begin, in case the process does not live through it."""
    await unit.run(update(table).where(table.c.id == row_id).values(starts=table.c.starts + 1))


async def count_pending(unit: UnitOfWork) -> int:
    """Returns how many rows wait."""
    return int(await unit.scalar(select(func.count()).where(table.c.state == PENDING)) or 0)
