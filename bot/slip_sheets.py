"""Makes sheets of invitation slips: drawn outside the transactions, in a process of its own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.apart import run_apart
from bot.downloads import store_made
from documents.rendering import render_sheet
from documents.slip import MIME
from domain.policy import Policy
from domain.quota import Quota
from operations.codes import RandomBytes
from operations.maintenance.handing_over import asker_of
from operations.people import slip_sheets
from storage import Database
from storage.maintenance.tasks import Task


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetMaker:
    """Makes sheets of slips; `find_bot` gives a Telegram bot's name, "" while none is known.

    `zalo` are the links of accounts on Zalo.
    """

    database: Database
    folder: Path
    public_url: str
    find_bot: Callable[[], str]
    zalo: Mapping[str, str]
    zalo_quota: Quota
    random_bytes: RandomBytes
    policy: Policy
    clock: Callable[[], datetime]

    async def make(self, task: Task) -> None:
        """Does a task: makes a sheet and sends it to whoever asked for it."""
        now = self.clock()
        async with self.database.read() as unit:
            asker = await asker_of(unit, task.payload)
            if asker is None:
                return
            sheets = await slip_sheets.draw_up_sheets(
                unit,
                asker.posts,
                slip_sheets.SheetOrder(
                    area_id=task.payload["area_id"],
                    by=asker.person,
                    language=asker.person.language,
                    public_url=self.public_url,
                    bot=self.find_bot(),
                    zalo=self.zalo,
                    zalo_quota=self.zalo_quota,
                ),
                random_bytes=self.random_bytes,
                policy=self.policy,
                now=now,
            )
        for number, sheet in enumerate(sheets):
            content = await run_apart(render_sheet, sheet.slips, sheet.heading, sheet.language)
            stored = await store_made(content, mime=MIME, folder=self.folder)
            async with self.database.write() as unit:
                if await asker_of(unit, task.payload) is None:
                    return
                await slip_sheets.keep_codes(
                    unit, sheet, by=asker.person, policy=self.policy, now=now
                )
                await slip_sheets.hand_over_sheet(
                    unit,
                    sheet,
                    stored,
                    address_id=task.payload["address_id"],
                    key=f"sheet:{task.id}:{number}",
                    now=now,
                )
