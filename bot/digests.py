"""An area's digest of a month from the command line."""

from bot.clock import utc_now
from bot.office import opened
from bot.policy import build_policy
from bot.settings import Settings
from domain.calendar import Period, period_of
from domain.chapters import Area
from operations.notifications.digesting import digest_text
from texts import plain


async def make_digest(settings: Settings, area: Area, month: Period | None) -> str:
    """Returns an area's digest of a month as plain text; without one, of the running month."""
    policy, now = build_policy(settings), utc_now()
    wanted = month or period_of(policy.day_of(now), 1)
    async with opened(settings) as database, database.read() as unit:
        text = await digest_text(
            unit, area.id, wanted, language=settings.language, policy=policy, now=now
        )
    return plain(text)
