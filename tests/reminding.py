from datetime import datetime

from domain.policy import Policy
from operations.notifications.reminding import Reminder, due_reminders, list_to_remind
from storage import UnitOfWork


async def all_due(unit: UnitOfWork, *, policy: Policy, now: datetime) -> list[Reminder]:
    """Returns every reminder that is due, as the clock finds them."""
    asked = await list_to_remind(unit, policy=policy, now=now)
    return await due_reminders(unit, asked, policy=policy, now=now)
