"""Looks at the whole installation from the command line: traffic lights, worst last."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import utc_now
from bot.disks import DatabaseLost, least_free, require_sqlite_file
from bot.email import examine_email
from bot.file_readers import missing_programs
from bot.office import OfficeError, opened
from bot.push import examine_push
from bot.settings import Settings
from bot.sms import examine_sms
from bot.zalo_checkup import examine_zalo
from channels.telegram.checkup import Checkup, check_up, find_server_time
from operations.maintenance.health import Finding, Light, disk_finding, list_findings
from storage import StorageError
from storage.revisions import current_revision, list_missing, newest_revision
from texts import label

_CLOCK_OFF = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class Row:
    """A finding in words: of what, how it is, and what to do unless all is well."""

    light: Light
    what: str
    how: str
    mend: str


async def examine(settings: Settings) -> list[Finding]:
    """Returns every finding, whatever is broken, its facts in the language of the settings."""
    language = settings.language
    return [
        *await _database(settings, language),
        disk_finding(least_free(settings)),
        *[finding async for finding in _telegram(settings, language)],
        *await examine_zalo(settings),
        *await examine_email(settings),
        *await examine_push(settings),
        *await examine_sms(settings),
        *_readers(settings),
    ]


def _readers(settings: Settings) -> list[Finding]:
    """Returns whether the programs that read files are there, nothing where none is wanted."""
    missing = ", ".join(missing_programs(settings.file_readers))
    if not settings.file_readers:
        return []
    light = Light.RED if missing else Light.GREEN
    fact = "doctor-lacks" if missing else "doctor-answers"
    return [
        Finding(name="readers", light=light, fact=label(fact, settings.language, missing=missing))
    ]


def row_of(finding: Finding, language: str) -> Row:
    """Returns a finding as a person in charge of the machine reads it."""
    kind, _, account = finding.name.partition(" ")
    what = label(f"health-name-{kind}", language)
    good = finding.light is Light.GREEN
    return Row(
        light=finding.light,
        what=f"{what} ({account})" if account else what,
        how=finding.say_fact(language),
        mend="" if good else label(f"doctor-do-{kind}", language),
    )


async def _database(settings: Settings, language: str) -> list[Finding]:
    try:
        require_sqlite_file(settings)
        revision, newest = await current_revision(settings.database), newest_revision()
        if revision != newest:
            missing = ", ".join(list_missing(revision))
            lacks = label("doctor-lacks", language, missing=missing)
            is_newer = label("doctor-newer", language, revision=str(revision))
            return [
                _works(language),
                Finding(name="migration", light=Light.RED, fact=lacks if missing else is_newer),
            ]
        async with opened(settings) as database, database.read() as unit:
            found = await list_findings(unit, now=utc_now())
    except (DatabaseLost, OSError, OfficeError, StorageError) as error:
        return [Finding(name="database", light=Light.RED, fact=" ".join(str(error).split()))]
    return [
        _works(language),
        Finding(name="migration", light=Light.GREEN, fact=str(revision)),
        # The disk is looked at here and now.
        *(finding for finding in found if finding.name != "disk"),
    ]


def _works(language: str) -> Finding:
    return Finding(name="database", light=Light.GREEN, fact=label("doctor-answers", language))


async def _telegram(settings: Settings, language: str) -> AsyncIterator[Finding]:
    if not settings.telegram_token and settings.zalo_tokens:
        return
    if not settings.telegram_token:
        fact = label("doctor-no-token", language)
        yield Finding(name="telegram", light=Light.YELLOW, fact=fact)
        return
    api_url, proxy = settings.telegram_api_url, settings.telegram_proxy
    checkups = await asyncio.gather(
        *(
            check_up(token.get_secret_value(), api_url=api_url, proxy=proxy)
            for token in settings.telegram_token.values()
        )
    )
    for account, checkup in zip(settings.telegram_token, checkups, strict=True):
        yield _reached(account, checkup, proxy, language)
        if not checkup.error:
            yield _webhook(account, checkup, settings.telegram_webhook_url, language)
    yield judge_clock(utc_now(), await find_server_time(api_url, proxy=proxy), language)


def _reached(account: str, checkup: Checkup, proxy: str, language: str) -> Finding:
    name = checkup.error or f"@{checkup.username}"
    fact = label("doctor-proxied" if proxy else "doctor-directly", language, name=name)
    light = Light.RED if checkup.error else Light.GREEN
    return Finding(name=f"telegram {account}", light=light, fact=fact)


def _webhook(account: str, checkup: Checkup, wanted: str, language: str) -> Finding:
    name = f"webhook {account}"
    if not wanted:
        foreign = bool(checkup.webhook)
        fact = label("doctor-foreign" if foreign else "doctor-polled", language)
        return Finding(name=name, light=Light.RED if foreign else Light.GREEN, fact=fact)
    if not checkup.webhook.startswith(wanted):
        return Finding(name=name, light=Light.RED, fact=label("doctor-elsewhere", language))
    waiting = label("doctor-waiting", language, count=str(checkup.pending))
    light = Light.YELLOW if checkup.webhook_error else Light.GREEN
    return Finding(name=name, light=light, fact=checkup.webhook_error or waiting)


def judge_clock(here: datetime, there: datetime | None, language: str = "vi") -> Finding:
    """Returns the light for this machine's clock beside another's."""
    if there is None:
        fact = label("doctor-no-clock", language)
        return Finding(name="clock", light=Light.YELLOW, fact=fact)
    off = abs(here - there)
    light = Light.RED if off > _CLOCK_OFF else Light.GREEN
    fact = label("doctor-off", language, seconds=f"{off.total_seconds():.0f}")
    return Finding(name="clock", light=light, fact=fact)
