"""Looks at the whole installation from the command line: traffic lights, worst last."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from datetime import datetime, timedelta

from bot.app import utc_now
from bot.office import OfficeError, opened
from bot.settings import Settings
from channels.telegram.checkup import Checkup, check_up, find_server_time
from operations.keeping.health import Finding, Light, disk_finding, list_findings
from storage import StorageError
from storage.migrate import current_revision, list_missing, newest_revision

_CLOCK_OFF = timedelta(seconds=30)


async def examine(settings: Settings) -> list[Finding]:
    """Returns every finding, whatever is broken."""
    return [
        *await _database(settings),
        _disk(settings),
        *[one async for one in _telegram(settings)],
    ]


async def _database(settings: Settings) -> list[Finding]:
    try:
        revision, newest = await current_revision(settings.database), newest_revision()
        if revision != newest:
            missing = ", ".join(list_missing(revision))
            lacks, is_newer = f"lacks {missing}: run `sinhhoat migrate`", f"at {revision}, too new"
            words = lacks if missing else is_newer
            return [
                Finding(name="database", light=Light.GREEN, fact="answers"),
                Finding(name="migration", light=Light.RED, fact=words),
            ]
        async with opened(settings) as database, database.read() as unit:
            found = await list_findings(unit, now=utc_now())
    except (OSError, OfficeError, StorageError) as error:
        return [Finding(name="database", light=Light.RED, fact=" ".join(str(error).split()))]
    return [
        Finding(name="database", light=Light.GREEN, fact="answers"),
        Finding(name="migration", light=Light.GREEN, fact=str(revision)),
        # The disk is looked at here and now.
        *(one for one in found if one.name != "disk"),
    ]


def _disk(settings: Settings) -> Finding:
    folder = settings.data_dir
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return disk_finding(shutil.disk_usage(folder).free)


async def _telegram(settings: Settings) -> AsyncIterator[Finding]:
    if not settings.telegram_token:
        yield Finding(name="telegram", light=Light.YELLOW, fact="no token, web page only")
        return
    api_url, proxy = settings.telegram_api_url, settings.telegram_proxy
    checkups = await asyncio.gather(
        *(
            check_up(token.get_secret_value(), api_url=api_url, proxy=proxy)
            for token in settings.telegram_token.values()
        )
    )
    for account, checkup in zip(settings.telegram_token, checkups, strict=True):
        yield _reached(account, checkup, proxy)
        if not checkup.error:
            yield _webhook(account, checkup, settings.telegram_webhook_url)
    yield judge_clock(utc_now(), await find_server_time(api_url, proxy=proxy))


def _reached(account: str, checkup: Checkup, proxy: str) -> Finding:
    way = "through the proxy" if proxy else "directly"
    fact = f"{way}: {checkup.error}" if checkup.error else f"@{checkup.username}, {way}"
    light = Light.RED if checkup.error else Light.GREEN
    return Finding(name=f"telegram {account}", light=light, fact=fact)


def _webhook(account: str, checkup: Checkup, wanted: str) -> Finding:
    name = f"webhook {account}"
    if not wanted:
        foreign = bool(checkup.webhook)
        fact = "one is set, though updates are polled" if foreign else "updates are polled"
        return Finding(name=name, light=Light.RED if foreign else Light.GREEN, fact=fact)
    if not checkup.webhook.startswith(wanted):
        return Finding(name=name, light=Light.RED, fact="not set to this server")
    fact = checkup.webhook_error or f"{checkup.pending} updates wait"
    light = Light.YELLOW if checkup.webhook_error else Light.GREEN
    return Finding(name=name, light=light, fact=fact)


def judge_clock(here: datetime, there: datetime | None) -> Finding:
    """Returns the light for this machine's clock beside another's."""
    if there is None:
        return Finding(name="clock", light=Light.YELLOW, fact="nothing to compare it with")
    off = abs(here - there)
    light = Light.RED if off > _CLOCK_OFF else Light.GREEN
    return Finding(name="clock", light=light, fact=f"{off.total_seconds():.0f} s off")
