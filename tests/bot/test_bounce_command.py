"""`sinhhoat bounce` takes what a mail server pipes, and leaves be whatever else comes."""

import asyncio

import pytest
from typer.testing import CliRunner

from bot.cli import app
from domain.mailboxes import Wish
from storage import Database
from storage.ids import IdSource
from storage.messages import mailboxes
from storage.messages.mailboxes import NewMailbox
from tests.channels.email.test_email import RETURN, SECRET, report
from tests.directory import Commune, at


def run(letter: bytes) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["bounce"], input=letter)
    return result.exit_code, result.output.strip()


async def letters_go(url: str, person_id: int, *, begins: bool = False) -> bool:
    database = Database(url, new_id=IdSource(lambda: 2, node=2))
    try:
        async with database.write() as unit:
            if begins:
                new = NewMailbox(
                    person_id=person_id,
                    email="ngan@xa.gov.vn",
                    token=SECRET,
                    wishes=[Wish.DIGESTS],
                    code_hash="",
                    code_until=at(5),
                    codes=1,
                    codes_on=at(5).date(),
                )
                await mailboxes.put(unit, new, now=at(5))
                await mailboxes.confirm(unit, person_id, now=at(5))
            box = await mailboxes.of_person(unit, person_id)
            return box is not None and box.takes_letters
    finally:
        await database.close()


def test_a_letter_that_came_back_is_noted_once_its_secret_is_right(
    commune: Commune, url_of_commands: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert asyncio.run(letters_go(url_of_commands, commune.staff, begins=True))
    here = report(f"sinhhoat+{SECRET}@xa.gov.vn")
    assert run(here) == (0, "No letter that came back: left be."), "no such address was set"
    monkeypatch.setenv("SINHHOAT_SMTP_RETURN", RETURN)
    assert run(b"hello") == (0, "No letter that came back: left be.")
    forged = report(f"sinhhoat+{'0' * 32}@xa.gov.vn")
    assert run(forged) == (0, "Nobody's letter: left be.")
    assert asyncio.run(letters_go(url_of_commands, commune.staff))
    assert run(here) == (0, "Noted (5.1.1).")
    assert not asyncio.run(letters_go(url_of_commands, commune.staff))
