"""What may be sent now, looked at once more before it goes, and how it ended."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.abilities import ChannelAbilities
from domain.calendar import after_quiet
from domain.message import Message
from domain.outbox import OutboxRow, Priority
from domain.policy import Policy
from domain.sms import CHANNEL as SMS
from domain.talks import KnownAddress
from operations.messaging.passing_on import Stuck, pass_on
from operations.messaging.quotas import (
    Account,
    count_used,
    tell_spent,
    try_again_at,
)
from operations.messaging.ringing import ring
from operations.messaging.spending import HandedOver, list_unpaid, note_spent
from operations.notifications.digest_targets import (
    follow_group,
    forget_failed_digest,
    lose_target,
    regain_target,
)
from operations.notifications.reminders_waiting import look_again
from operations.people.mailboxes import tell_returned
from operations.people.web_entry import CHANNEL as PAGE
from operations.unreachable import tell_unreachable
from storage import UnitOfWork
from storage.messages import addresses, attachments, devices, outbox, sms, talks
from storage.notifications import news
from storage.people import people

# What such a row was to tell is still to be told.
_NEVER_SEEN = frozenset({"cancelled", "expired", "failed"})


@dataclass(frozen=True, slots=True)
class Settlement:
    """How a row ended; a `pending` one waits until a moment.

    `merged` rows were shown with it. `shown_parts` says how much of a long text was shown so far,
    `message` what was shown where that differs from what was queued. `root` is the row whose
    message was changed. `chat` is
    the new id of a group that moved. `unreachable` says the person can no longer be reached,
    `reached` that one thought so has got the message. `messages` is how many were shown just now,
    `cost` what they cost.
    `only_changes` says that a message which was shown looks otherwise now, and nothing else.
    `closes` says that the row is a question's closed look, which nobody looks at once it is shown.
    `elsewhere` lets it go by another account of the person, if there is one, `spent` says that
    this account may send no more.
    """

    row_id: int
    state: str
    message_id: str | None = None
    at: datetime | None = None
    error: str | None = None
    until: datetime | None = None
    shown_parts: int = 0
    message: Message | None = None
    merged: tuple[int, ...] = ()
    root: int | None = None
    chat: str | None = None
    unreachable: bool = False
    reached: bool = False
    messages: int = 0
    cost: int = 0
    elsewhere: bool = False
    spent: bool = False
    only_changes: bool = False
    closes: bool = False

    @property
    def waits(self) -> bool:
        """True when the chat's later messages must wait behind this one."""
        return self.state == "pending"

    @property
    def is_over(self) -> bool:
        """True for a row that need not be kept."""
        return self.closes and self.state == "sent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Rows to be sent and what is needed for it; `verdicts` settles rows that do not go.

    `languages` are those of the people, by address, where words are to be drawn. `changed` rows
    differ from what was queued.
    """

    rows: Sequence[OutboxRow]
    addresses: Mapping[int, KnownAddress]
    targets: Mapping[int, str]
    files: Mapping[int, str]
    names: Mapping[int, str]
    verdicts: Mapping[int, Settlement]
    languages: Mapping[int, str]
    changed: frozenset[int]


async def load_outgoing(
    unit: UnitOfWork,
    *,
    channel: str,
    account: str,
    abilities: ChannelAbilities,
    under_way: Collection[int],
    replies: int,
    started: int,
    policy: Policy,
    now: datetime,
) -> Batch:
    """Returns what one bot account may send now, but for the rows that are `under_way`."""
    found = [
        outgoing
        for by_bot, limit in ((False, replies), (True, started))
        if limit
        for outgoing in await outbox.list_pending(
            unit,
            channel=channel,
            account=account,
            by_bot=by_bot,
            under_way=under_way,
            now=now,
            limit=limit,
        )
    ]
    rows = [outgoing.row for outgoing in found]
    changed = await look_again(
        unit, [row for row in rows if row.started_by_bot], policy=policy, now=now
    )
    gone = {
        row_id: Settlement(row_id, "cancelled", at=now)
        for row_id, row in changed.items()
        if row is None
    }
    rows = [changed.get(row.id) or row for row in rows]
    pictures = {number for row in rows for number in row.message.attachments}
    here = {outgoing.here.id: outgoing.here for outgoing in found}
    draws_words = not (abilities.buttons and abilities.files)
    return Batch(
        rows=rows,
        addresses=here,
        changed=frozenset(changed),
        languages=await _languages(unit, here.values()) if draws_words else {},
        targets={
            outgoing.row.edits: outgoing.shown_as
            for outgoing in found
            if outgoing.row.edits and outgoing.shown_as
        },
        files=await attachments.paths(unit, pictures) if pictures else {},
        names=await attachments.names_of_documents(unit, pictures) if pictures else {},
        verdicts={
            **await _yield_to_talks(
                unit, rows, (channel, account), abilities, policy=policy, now=now
            ),
            **await _verdicts(unit, rows, policy=policy, now=now),
            **gone,
        },
    )


async def _languages(unit: UnitOfWork, here: Iterable[KnownAddress]) -> dict[int, str]:
    """Returns the languages of the people at these addresses."""
    whose = {address.id: address.person_id for address in here if address.person_id is not None}
    known = await people.persons(unit, set(whose.values()))
    return {where: known[who].language for where, who in whose.items()}


async def _verdicts(
    unit: UnitOfWork, rows: Sequence[OutboxRow], *, policy: Policy, now: datetime
) -> dict[int, Settlement]:
    started = [row for row in rows if row.started_by_bot]
    found = await talks.load(unit, {row.conversation_id for row in started})
    verdicts: dict[int, Settlement] = {}
    for row in rows:
        if row.expires_at is not None and row.expires_at <= now:
            verdicts[row.id] = Settlement(row.id, "expired", at=now)
        elif row.started_by_bot:
            talk = found[row.conversation_id]
            # What happened just now is told at once, even to who reports; the rest can wait.
            in_report = talk.handler == "report" and row.priority >= Priority.REMINDER
            since = talk.active_at if in_report else None
            until = may_go_at(now, policy=policy, reporting_since=since)
            if until > now:
                verdicts[row.id] = Settlement(row.id, "pending", until=until)
    return verdicts


async def _yield_to_talks(
    unit: UnitOfWork,
    rows: Sequence[OutboxRow],
    account: Account,
    abilities: ChannelAbilities,
    *,
    policy: Policy,
    now: datetime,
) -> dict[int, Settlement]:
    """Holds back what the bot starts where the month's messages run short, and what is unpaid."""
    unpaid = await list_unpaid(unit, rows, abilities, policy=policy, now=now)
    if unpaid:
        until = try_again_at(now, policy)
        return {
            row_id: Settlement(row_id, "pending", until=until, elsewhere=True) for row_id in unpaid
        }
    started, quota = [row for row in rows if row.started_by_bot], abilities.quota
    if quota is None or not started:
        return {}
    if not quota.is_short(await count_used(unit, account, quota, policy=policy, now=now)):
        return {}
    until = try_again_at(now, policy)
    return {row.id: Settlement(row.id, "pending", until=until, elsewhere=True) for row in started}


def may_go_at(now: datetime, *, policy: Policy, reporting_since: datetime | None) -> datetime:
    """Returns when something that the bot starts may go out: not at night, not into a report."""
    local = policy.local(now)
    awake = after_quiet(local, policy.quiet_from, policy.quiet_until)
    calm = reporting_since + policy.undisturbed if reporting_since else now
    return max(now, awake, calm)


async def find_shown(unit: UnitOfWork, row_id: int) -> str | None:
    """Returns the messenger's id of the message that a row is shown as, None if it never was."""
    row = (await outbox.by_ids(unit, [row_id])).get(row_id)
    return row.message_id or None if row else None


async def settle(
    unit: UnitOfWork,
    settlements: Sequence[Settlement],
    account: Account,
    *,
    policy: Policy,
    now: datetime,
) -> None:
    """Writes how an account's rows ended, marks unreachable addresses, tells who should know."""
    is_spent = any(settlement.spent for settlement in settlements)
    gone_on = await _send_on(unit, settlements, policy=policy, now=now)
    settlements = [each for each in settlements if each.row_id not in gone_on]
    for settlement in settlements:
        if settlement.shown_parts:
            outbox.note_parts_later(unit, settlement.row_id, settlement.shown_parts)
        elif settlement.waits:
            tried = settlement.error is not None
            await outbox.postpone(
                unit,
                settlement.row_id,
                until=settlement.until,
                error=settlement.error or "",
                counts=tried,
            )
        else:
            _close(unit, settlement)
    # Texts wait until it is known whether the question they may answer was seen.
    unit.wake("shown")
    await unit.flush()
    await news.release(
        unit, {settlement.row_id for settlement in settlements if settlement.state in _NEVER_SEEN}
    )
    failed = {settlement.row_id for settlement in settlements if settlement.state == "failed"}
    for row in (await outbox.by_ids(unit, failed)).values():
        await forget_failed_digest(unit, row)
    if account[0] == SMS:
        handed = [
            HandedOver(each.row_id, each.message_id or "", each.messages, each.cost)
            for each in settlements
            if each.messages
        ]
        await note_spent(unit, handed, policy=policy, now=now)
    if account[0] == PAGE:
        shown = [settlement.row_id for settlement in settlements if settlement.state == "sent"]
        await ring(unit, [*(await outbox.by_ids(unit, shown)).values()], now=now)
    for settlement in settlements:
        await _follow(unit, settlement, today=policy.day_of(now), now=now)
        if settlement.is_over:
            outbox.drop_later(unit, settlement.row_id)
    if is_spent:
        await tell_spent(unit, account, policy=policy, now=now)


async def _send_on(
    unit: UnitOfWork, settlements: Sequence[Settlement], *, policy: Policy, now: datetime
) -> set[int]:
    """Sends what did not arrive by another way of its person; returns the rows that go on so.

    That is what the bot started to an address that is lost, or that its messenger has not taken
    for hours, and whatever an account has no room for. A change of what was shown is worth
    nothing elsewhere.
    """
    tried = {
        each.row_id: each
        for each in settlements
        if each.unreachable or each.elsewhere or (each.error and each.waits)
    }
    rows = await outbox.by_ids(unit, tried)
    gone_on = set()
    for row in rows.values():
        settlement = tried[row.id]
        is_whole = row.started_by_bot and row.edits is None and row.shown_parts == 0
        if not (settlement.elsewhere or is_whole):
            continue
        here = await addresses.of_outbox_row(unit, row.id)
        stuck = Stuck(
            row=row,
            merged=settlement.merged,
            gone=settlement.unreachable,
            held=settlement.elsewhere,
            spent=settlement.spent,
        )
        if await pass_on(unit, stuck, policy=policy, now=now):
            gone_on.add(row.id)
            if settlement.unreachable:
                await _note_reach(unit, here, reached=False, today=policy.day_of(now), now=now)
    return gone_on


async def note_arrival(
    unit: UnitOfWork,
    gateway_id: str,
    *,
    delivered: bool,
    cost: int,
    policy: Policy,
    now: datetime,
) -> None:
    """Notes whether a text message arrived; one that did not goes by the next way.

    A report on an unknown message, or a second one on the same, changes nothing.
    """
    row_id = await sms.report(unit, gateway_id, delivered=delivered, cost=cost)
    row = (await outbox.by_ids(unit, [row_id])).get(row_id) if row_id is not None else None
    if row is not None and not delivered and row.started_by_bot and row.state == "sent":
        await pass_on(unit, Stuck(row=row, lost=True), policy=policy, now=now)


def _close(unit: UnitOfWork, settlement: Settlement) -> None:
    if settlement.message is not None:
        outbox.rewrite_later(unit, settlement.row_id, settlement.message)
    kept = () if settlement.is_over else (settlement.row_id,)
    for row_id in (*kept, *settlement.merged):
        outbox.settle_later(
            unit,
            row_id,
            state=settlement.state,
            message_id=settlement.message_id,
            at=settlement.at,
            error=settlement.error,
        )


async def _follow(unit: UnitOfWork, settlement: Settlement, *, today: date, now: datetime) -> None:
    if settlement.root is not None and settlement.message_id:
        await outbox.retarget(unit, settlement.root, message_id=settlement.message_id)
    if settlement.chat is not None:
        address = await addresses.of_outbox_row(unit, settlement.row_id)
        await follow_group(unit, address.address, chat=settlement.chat, now=now)
    if settlement.unreachable or settlement.reached:
        address = await addresses.of_outbox_row(unit, settlement.row_id)
        await _note_reach(unit, address, reached=settlement.reached, today=today, now=now)


async def _note_reach(
    unit: UnitOfWork, address: KnownAddress, *, reached: bool, today: date, now: datetime
) -> None:
    """Marks an address as lost or found again and tells those who should know."""
    if address.in_group:
        follow = regain_target if reached else lose_target
        await follow(unit, address, today=today, now=now)
        return
    changed = await addresses.set_reachable(unit, address.id, reachable=reached, now=now)
    if changed and not reached:
        await tell_unreachable(unit, address, today=today, now=now)
        await tell_returned(unit, address.id, now=now)
        await devices.remove_address(unit, address.id)
