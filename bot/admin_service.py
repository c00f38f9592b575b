"""What the office does from the command line, as transactions on the database."""

import asyncio
import os
import secrets
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

from bot.app import build_policy, utc_now
from bot.sample.load import Sample, load_sample
from bot.settings import Settings
from channels.telegram.checkup import check_up
from domain.calendar import Period, period_of
from domain.chapters import Area
from domain.codes import format_code
from domain.names import name_key, named_so
from domain.people import Person, Role
from operations.directory.finding import find_people
from operations.namesakes import name_areas
from operations.notifications.digesting import digest_text
from operations.people import invitations, slip_sheets
from operations.people.access_revocation import CutOff, cut_off_by
from operations.people.invitations import Invited
from storage import Database
from storage.directory import areas, chapters
from storage.ids import IdSource
from storage.migrate import current_revision, newest_revision
from storage.people import people
from texts import plain


class OfficeError(Exception):
    """What was asked cannot be done as asked; the message is one line."""


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Database]:
    """Opens the database beside a running bot; raises OfficeError if it is not migrated."""
    revision = await current_revision(settings.database)
    if revision is None:
        raise OfficeError("there is no database here yet: run `sinhhoat migrate` first")
    if revision != newest_revision():
        raise OfficeError("the database is not up to date: run `sinhhoat migrate` first")
    ids = IdSource(lambda: time.time_ns() // 1_000_000, node=secrets.randbelow(256))
    database = Database(settings.database, new_id=ids)
    try:
        yield database
    finally:
        await database.close()


async def fill_with_sample(settings: Settings) -> Sample:
    """Writes the invented region into an empty database."""
    async with opened(settings) as database:
        async with database.read() as unit:
            if await areas.list_below(unit, "/"):
                raise OfficeError("the database has areas already; the sample wants an empty one")
        return await load_sample(database, now=utc_now(), policy=build_policy(settings))


async def list_people_to_try(settings: Settings) -> list[Person]:
    """Returns a leader, the cadre of the same chapter, and an officer above both."""
    day = build_policy(settings).local(utc_now()).date()
    async with opened(settings) as database, database.read() as unit:
        known = await chapters.list_in_scopes(unit, chapter_ids=(), scopes=[("/", None)], day=day)
        ids = [one.id for one in known]
        led = await people.holders(unit, ids, roles=[Role.LEADER], day=day)
        followed = await people.holders(unit, ids, roles=[Role.CADRE], day=day)
        officers = await people.holders(unit, ids, roles=[Role.STAFF], day=day)
    both = next(one for one in ids if one in led and one in followed and one in officers)
    return [held[both][0].person for held in (led, followed, officers)]


async def find_one_person(settings: Settings, wanted: str) -> Person:
    """Returns the one person meant by a number, phone or name, or says who could be."""
    async with opened(settings) as database, database.read() as unit:
        found = await find_people(unit, wanted)
    if len(found) != 1:
        listed = "; ".join(f"{one.id} {one.name} {one.phone or ''}".strip() for one in found)
        raise OfficeError(
            f"several people match {wanted!r}, name one by number: {listed}"
            if found
            else f"nobody matches {wanted!r}"
        )
    return found[0]


async def find_one_area(settings: Settings, wanted: str) -> Area:
    """Returns the one area meant by a number, code or name, or says which could be."""
    async with opened(settings) as database, database.read() as unit:
        known = await areas.list_below(unit, "/")
        names = await name_areas(unit, known)
    exact = [one for one in known if wanted in (str(one.id), one.code)]
    named = named_so(wanted, known, lambda area: area.name)
    words = f" {name_key(wanted)} "
    found = exact or named or [one for one in known if words in f" {name_key(one.name)} "]
    if len(found) != 1:
        listed = "; ".join(f"{one.id} {names[one.id]}" for one in found or known[:20])
        raise OfficeError(f"name one area by number, not {wanted!r}: {listed}")
    return found[0]


async def invite_person(settings: Settings, person: Person) -> str:
    """Returns a new one-time code for a person, written in groups."""
    return await _invite(settings, partial(invitations.invite_person, person_id=person.id))


async def invite_channel(settings: Settings, area: Area) -> str:
    """Returns a new one-time code that binds a group or channel to an area's digests."""
    return await _invite(settings, partial(invitations.invite_channel, area_id=area.id))


async def _invite(settings: Settings, make: Callable[..., Awaitable[str]]) -> str:
    policy = build_policy(settings)
    async with opened(settings) as database, database.write() as unit:
        code = await make(unit, by=None, random_bytes=os.urandom, now=utc_now(), policy=policy)
    return format_code(code)


async def list_open_invitations(settings: Settings) -> list[Invited]:
    """Returns the invitations that can still be used."""
    async with opened(settings) as database, database.read() as unit:
        return await invitations.list_invitations(unit, open_at=utc_now())


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
                area.id,
                by=None,
                public_url=settings.public_url,
                bot=bot,
                language=settings.language,
                random_bytes=os.urandom,
                policy=policy,
                now=now,
            )
        if not sheets:
            raise OfficeError(f"everybody in {area.name} has an account already")
        from documents.slips import render_slips  # noqa: PLC0415 - 15 MB that few ever need

        for number, sheet in enumerate(sheets, start=1):
            part = file if number == 1 else file.with_stem(f"{file.stem}-{number}")
            content = render_slips(sheet.slips, heading=sheet.heading, language=sheet.language)
            await asyncio.to_thread(part.write_bytes, content)
            async with database.write() as unit:
                await slip_sheets.keep_codes(unit, sheet, by=None, policy=policy, now=now)
            written.append((part, len(sheet.slips)))
    return written


async def cut_off_person(settings: Settings, person: Person) -> CutOff:
    """Closes every account of a person, with every open code."""
    async with opened(settings) as database, database.write() as unit:
        return await cut_off_by(unit, person.id, by=None, now=utc_now())


async def revoke_invitation(settings: Settings, invitation_id: int) -> None:
    """Takes an invitation back."""
    async with opened(settings) as database, database.write() as unit:
        await invitations.revoke_invitation(
            unit, invitation_id, by=None, now=utc_now(), policy=build_policy(settings)
        )


async def make_digest(settings: Settings, area: Area, month: Period | None) -> str:
    """Returns an area's digest of a month as plain text; without one, of the running month."""
    policy, now = build_policy(settings), utc_now()
    wanted = month or period_of(policy.local(now).date(), 1)
    async with opened(settings) as database, database.read() as unit:
        text = await digest_text(
            unit, area.id, wanted, language=settings.language, policy=policy, now=now
        )
    return plain(text)
