"""Looks at the accounts on Zalo for `sinhhoat doctor`: token, webhook, plan, spool."""

import asyncio

from bot.clock import utc_now
from bot.office import OfficeError, opened
from bot.policy import build_policy
from bot.settings import Settings
from bot.spool import list_aside, list_waiting
from bot.zalo import plans_of, spool_folder
from channels.zalo.checkup import Checkup, check_up
from operations.maintenance.health import Finding, Light
from operations.messaging.quotas import list_quota_findings
from storage import StorageError
from texts import label

_PROBE_OK = "webhook.ok"


async def examine_zalo(settings: Settings) -> list[Finding]:
    """Returns what was found of every account; nothing where there is none."""
    tokens, language = settings.zalo_tokens, settings.language
    if not tokens:
        return []
    checkups = await asyncio.gather(
        *(
            check_up(token.get_secret_value(), api_url=settings.zalo_api_url)
            for token in tokens.values()
        )
    )
    found = []
    for account, checkup in zip(tokens, checkups, strict=True):
        light = Light.RED if checkup.error else Light.GREEN
        fact = checkup.error or label("doctor-directly", language, name=checkup.name)
        found.append(Finding(name=f"zalo {account}", light=light, fact=fact))
        if not checkup.error:
            found.append(_webhook(account, checkup, settings))
        found.append(_spool(account, settings))
    return found + await _plans(settings)


def _webhook(account: str, checkup: Checkup, settings: Settings) -> Finding:
    name, wanted, language = f"zalowebhook {account}", settings.zalo_webhook_url, settings.language
    if not wanted:
        key = "doctor-foreign" if checkup.webhook else "doctor-polled-zalo"
        # What is written while nobody polls may be lost.
        light = Light.RED if checkup.webhook else Light.YELLOW
        return Finding(name=name, light=light, fact=label(key, language))
    if not checkup.webhook.startswith(wanted):
        return Finding(name=name, light=Light.RED, fact=label("doctor-elsewhere", language))
    light = Light.GREEN if checkup.probe in ("", _PROBE_OK) else Light.RED
    return Finding(name=name, light=light, fact=checkup.probe or label("doctor-answers", language))


def _spool(account: str, settings: Settings) -> Finding:
    folder = spool_folder(settings, account)
    waiting, aside = len(list_waiting(folder)), len(list_aside(folder))
    light = Light.RED if aside else Light.YELLOW if waiting else Light.GREEN
    return Finding(name=f"spool {account}", light=light, fact=f"{waiting}, {aside}")


async def _plans(settings: Settings) -> list[Finding]:
    """Returns how far each plan is used; nothing where the database, told elsewhere, is away."""
    policy = build_policy(settings)
    try:
        async with opened(settings) as database, database.read() as unit:
            return await list_quota_findings(
                unit, plans_of(settings), policy=policy, now=utc_now()
            )
    except (OSError, OfficeError, StorageError):
        return []
