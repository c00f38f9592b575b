"""One chapter whose meeting was yesterday, its leader's code, and the bot on a Zalo of its own."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import text

from bot.app import App
from bot.settings import Settings, load_settings
from domain.inbound import Address
from domain.people import Role
from domain.policy import Policy
from storage import Database
from storage.messages import addresses, talks
from tests.bot.leaders import open_database, settle_hamlet
from tests.botapi import BotApi
from tests.codes import code_for
from tests.zaloapi import ZaloApi, ZaloPhone

# What answers the first questions of a report, which are asked together.
FIRST = "đúng như trên\n28\nkhông có chủ đề"


@dataclass(frozen=True)
class Chapter:
    """A chapter with one meeting to report, and who is to report it."""

    id: int
    leader: int
    administrator: int


async def settle_chapter(database: Database) -> Chapter:
    async with settle_hamlet(database, Policy()) as hamlet:
        make, first = hamlet.make, hamlet.first
        chapter = await hamlet.chapter("Chi hội phụ nữ ấp Cái Cối")
        leader = await make.person("Nguyễn Thị Lan")
        await make.post(leader, Role.LEADER, chapter=chapter, valid_from=first)
        chief = await make.person("Trần Văn Quản")
        for role in (Role.ADMINISTRATOR, Role.STAFF):
            await make.post(chief, role, area=hamlet.commune, valid_from=first)
    return Chapter(chapter, leader, chief)


async def new_code(url: str, person_id: int) -> str:
    """A fresh invitation for a person, from the command line."""
    database = open_database(url)
    code = await code_for(database, person_id, now=datetime.now(UTC))
    await database.close()
    return code


def settings_of(
    api: ZaloApi, url: str, folder: Path, *, telegram: BotApi | None = None, **values: Any
) -> Settings:
    """The settings of a bot on this Zalo, and on Telegram as well."""
    usual: dict[str, Any] = {
        "_env_file": None,
        "database_url": url,
        "data_dir": folder,
        "zalo_tokens": {"main": api.token},
        "zalo_api_url": api.url,
    }
    if telegram is not None:
        usual |= {
            "telegram_token": {"main": telegram.token},
            "telegram_api_url": telegram.url,
        }
    return load_settings(**(usual | values))


@asynccontextmanager
async def running(settings: Settings) -> AsyncIterator[App]:
    """The bot, in this process."""
    app = App(settings)
    task = asyncio.create_task(app.run())
    try:
        yield app
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        await app.close()


async def join_telegram(url: str, person_id: int, chat: int) -> None:
    """Gives a person a private chat on Telegram as well."""
    database, here = open_database(url), Address("telegram", "main", str(chat), str(chat))
    now = datetime.now(UTC)
    async with database.write() as unit:
        known = (await addresses.ensure(unit, {here: (False, "")}, now=now))[here]
        talk = await talks.of_person(unit, person_id)
        await addresses.bind(unit, known.id, person_id=person_id, conversation_id=talk)
    await database.close()


async def enrol(phone: ZaloPhone, url: str, person_id: int) -> None:
    """Types a code and agrees."""
    await phone.ask(await new_code(url, person_id))
    await phone.choose("Đồng ý")
    await phone.until(lambda: "Báo cáo" in phone.last)


async def report(phone: ZaloPhone, *, present: str = "28") -> None:
    """Types a whole report, from the menu to the receipt."""
    await begin_report(phone)
    await phone.ask(FIRST.replace("28", present))
    await phone.ask("thảo luận\nkhông")
    await phone.choose("Gửi báo cáo")


async def begin_report(phone: ZaloPhone) -> None:
    phone.say("báo cáo")
    await phone.until(lambda: "Có bao nhiêu" in phone.last)


async def figures(url: str) -> list[tuple[int, int]]:
    """How many were present, and in which version, by stored report."""
    database = open_database(url)
    async with database.read() as unit:
        rows = await unit.all(text("select present, version from report order by id"))
    await database.close()
    return [(row.present, row.version) for row in rows]
