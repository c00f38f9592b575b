"""The slips with the codes of a whole area, written to files from the command line."""

import asyncio
import os
from pathlib import Path

from bot.clock import utc_now
from bot.office import OfficeError, opened
from bot.policy import build_policy, plan_of
from bot.settings import Settings
from channels.telegram.checkup import check_up
from documents.slips import render_slips
from domain.chapters import Area
from operations.people import slip_sheets


async def find_bot(settings: Settings) -> str:
    """Returns the user name of the first Telegram bot that answers, "" if none does."""
    for token in settings.telegram_token.values():
        checkup = await check_up(
            token.get_secret_value(),
            api_url=settings.telegram_api_url,
            proxy=settings.telegram_proxy,
        )
        if checkup.username:
            return checkup.username
    return ""


async def write_sheets(settings: Settings, area: Area, file: Path) -> list[tuple[Path, int]]:
    """Writes an area's invitation slips, in several files if there are many.

    Returns the files, each with how many slips it has.
    """
    policy, now = build_policy(settings), utc_now()
    bot = "" if settings.public_url else await find_bot(settings)
    written = []
    async with opened(settings) as database:
        async with database.read() as unit:
            sheets = await slip_sheets.draw_up_sheets(
                unit,
                None,
                slip_sheets.SheetOrder(
                    area_id=area.id,
                    by=None,
                    language=settings.language,
                    public_url=settings.public_url,
                    bot=bot,
                    zalo=settings.zalo_links,
                    zalo_quota=plan_of(settings),
                ),
                random_bytes=os.urandom,
                policy=policy,
                now=now,
            )
        if not sheets:
            raise OfficeError(f"everybody in {area.name} has an account already")
        for number, sheet in enumerate(sheets, start=1):
            part = file if number == 1 else file.with_stem(f"{file.stem}-{number}")
            content = render_slips(sheet.slips, heading=sheet.heading, language=sheet.language)
            await asyncio.to_thread(part.write_bytes, content)
            async with database.write() as unit:
                await slip_sheets.keep_codes(unit, sheet, by=None, policy=policy, now=now)
            written.append((part, len(sheet.slips)))
    return written
