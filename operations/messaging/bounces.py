"""Letters that came back: nothing more goes to that address, and what it held goes another way."""

from datetime import datetime

from domain.policy import Policy
from operations.messaging.passing_on import Stuck, pass_on
from operations.people.mailboxes import tell_returned
from storage import UnitOfWork
from storage.messages import addresses, mailboxes, outbox


async def note_bounce(
    unit: UnitOfWork, token: str, *, outbox_id: int | None, policy: Policy, now: datetime
) -> bool:
    """Notes that a letter came back to its sender; False for a secret that is nobody's.

    Its person is told in the chat, once. The letter goes by the next way where the bot started it.
    """
    box = await mailboxes.of_token(unit, token)
    if box is None:
        return False
    if await addresses.set_reachable(unit, box.address_id, reachable=False, now=now):
        await tell_returned(unit, box.address_id, now=now)
    row = (await outbox.by_ids(unit, [outbox_id])).get(outbox_id) if outbox_id else None
    if row is None or row.address_id != box.address_id or row.state != "sent":
        return True
    is_passed = row.started_by_bot and await pass_on(
        unit, Stuck(row=row, lost=True), policy=policy, now=now
    )
    if not is_passed:
        outbox.settle_later(unit, row.id, state="failed", at=now, error="came back")
    return True
