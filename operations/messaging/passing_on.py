"""What does not arrive goes by the next way of its person; at the end somebody is to phone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.message import Message
from domain.outbox import OutboxRow
from domain.policy import Policy
from domain.talks import KnownAddress
from domain.ways import Errand, Step, Way, WayKind, decide
from operations.replies import enqueue_reply
from operations.unreachable import tell_to_phone
from storage import UnitOfWork
from storage.messages import addresses, outbox, ways
from storage.people import people
from texts import render


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuck:
    """A row that does not arrive where it goes, with those that were merged into it.

    `lost` says that this way will never take it, `held` that its account takes nothing now, so
    that nobody need phone yet, `spent` that its person is to hear why it comes elsewhere. Who
    looks after them is told otherwise where an address is `gone`.
    """

    row: OutboxRow
    merged: tuple[int, ...] = ()
    lost: bool = False
    gone: bool = False
    held: bool = False
    spent: bool = False

    @property
    def row_ids(self) -> tuple[int, ...]:
        """The row and those merged into it."""
        return (self.row.id, *self.merged)


async def pass_on(unit: UnitOfWork, stuck: Stuck, *, policy: Policy, now: datetime) -> bool:
    """Sends a row by the next way of its person; False where it stays, or nothing is left.

    An answer goes to another account alone: it belongs to a talk. Where nothing is left for what
    the bot started, who looks after its person is asked to phone.
    """
    row = stuck.row
    here = await addresses.of_outbox_row(unit, row.id)
    person_id = await ways.owner(unit, here)
    if person_id is None or here.in_group:
        return False
    left = await ways.list_passed(unit, row.id)
    errand = Errand(
        since=max([row.created_at or now, *left.values()]),
        passed=frozenset((here.id, *left)),
        lost=stuck.lost or stuck.gone or stuck.held,
        expires_at=row.expires_at,
    )
    step, way = decide(errand, await _ways_for(unit, row, person_id), now=now)
    # Of an address that is gone they hear otherwise, and what is held back may still go.
    if step is Step.PHONE and row.started_by_bot and not (stuck.gone or stuck.held):
        await tell_to_phone(unit, person_id, today=policy.day_of(now), now=now)
    if step is not Step.GO_ON or way is None:
        return False
    await ways.note_passed(unit, stuck.row_ids, here.id, now=now)
    await outbox.redirect(unit, stuck.row_ids, address_id=way.address_id)
    if stuck.spent:
        await _tell_person(unit, here, way, policy=policy, now=now)
    return True


async def _ways_for(unit: UnitOfWork, row: OutboxRow, person_id: int) -> Sequence[Way]:
    """Returns the ways that are left to a row: other messengers, and for answers no others."""
    found = await ways.of_person(unit, person_id)
    if row.started_by_bot:
        return found
    return [way for way in found if way.kind is WayKind.ACCOUNT]


async def _tell_person(
    unit: UnitOfWork, here: KnownAddress, way: Way, *, policy: Policy, now: datetime
) -> None:
    """Says where the talk goes on why it does so."""
    person = (await people.persons(unit, [here.person_id or 0]))[here.person_id or 0]
    other = (await addresses.by_ids(unit, [way.address_id]))[way.address_id]
    words = render("quota-goes-on-here", person.language, channel=here.address.channel)
    key = f"spent:{here.id}:{policy.day_of(now)}"
    await enqueue_reply(unit, other, Message(text=words), dedupe_key=key, now=now)
