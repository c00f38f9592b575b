"""Keeps the tables small and the holiday calendar filled."""

from datetime import datetime, timedelta

from domain.calendar import list_state_holidays
from domain.policy import Policy
from storage import (
    Unit,
    holidays,
    housekeeping,
    inbox,
    outbox,
    settings,
    talks,
    tasks,
    wrong_codes,
)

KEEP_DONE = timedelta(days=6)
KEEP_SENT = timedelta(days=40)
KEEP_DRAFTS = timedelta(days=180)
_FILLED = "holidays_filled"


async def purge_old(unit: Unit, *, policy: Policy, now: datetime) -> None:
    """Deletes what is done, sent, run out or forgotten for long."""
    await inbox.purge(unit, before=now - KEEP_DONE)
    await tasks.purge(unit, before=now - KEEP_DONE)
    await outbox.purge(unit, before=now - KEEP_SENT)
    await talks.purge_drafts(unit, before=now - KEEP_DRAFTS)
    await wrong_codes.purge(unit, before=now - policy.wrong_codes_window)
    await housekeeping.purge_sessions(unit, before=now - KEEP_DONE)


async def fill_holidays(unit: Unit, *, policy: Policy, now: datetime) -> None:
    """Writes the State's holidays of this year and the next, each year once.

    A day that staff have taken out since does not come back.
    """
    year = policy.local(now).year
    filled = set(await settings.find(unit, _FILLED) or ())
    missing = {year, year + 1} - filled
    for one in sorted(missing):
        await holidays.add_missing(unit, list_state_holidays(one))
    if missing:
        await settings.put(unit, _FILLED, sorted(filled | missing))
