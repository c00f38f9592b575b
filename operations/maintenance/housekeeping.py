"""Keeps the tables small and the holiday calendar filled."""

from datetime import datetime, timedelta

from domain.calendar import list_state_holidays
from domain.chapter_changes import TRASH_FOR
from domain.policy import Policy
from operations.maintenance.retention import apply_retention
from storage import UnitOfWork
from storage.cadres import calendar_links
from storage.directory import directory_changes, directory_imports, search_keys
from storage.maintenance import settings
from storage.meetings import holidays
from storage.messages import ways
from storage.people import wrong_codes

_FILLED = "holidays_filled"
# An import that nobody decided on holds names and phones.
_PREVIEW_LASTS = timedelta(days=7)


async def purge_old(unit: UnitOfWork, *, policy: Policy, now: datetime) -> None:
    """Deletes what is done, sent, run out or forgotten for long."""
    await apply_retention(unit, policy=policy, now=now)
    await ways.purge(unit, before=now - timedelta(days=policy.retention.outbox))
    await wrong_codes.purge(unit, before=now - policy.wrong_codes_window)
    await directory_changes.purge(unit, before=now - TRASH_FOR)
    await search_keys.fill_missing(unit)
    await calendar_links.remove_without_post(unit, today=policy.day_of(now))
    await directory_imports.drop_staged(unit, now=now, before=now - _PREVIEW_LASTS)


async def fill_holidays(unit: UnitOfWork, *, policy: Policy, now: datetime) -> None:
    """Writes the State's holidays of this year and the next, each year once.

    A day that staff have taken out since does not come back.
    """
    year = policy.local(now).year
    filled = set(await settings.find(unit, _FILLED) or ())
    missing = {year, year + 1} - filled
    for number in sorted(missing):
        await holidays.add_missing(unit, list_state_holidays(number))
    if missing:
        await settings.put(unit, _FILLED, sorted(filled | missing))
