"""A server for each test, and the library's own bot that speaks to it."""

from collections.abc import AsyncIterator

import pytest
from telegram import Bot

from tests.botapi import BotApi, Person, World


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def api(clock: Clock) -> AsyncIterator[BotApi]:
    async with BotApi(world=World(clock=clock)) as server:
        yield server


@pytest.fixture
async def bot(api: BotApi, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Bot]:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    async with Bot(api.token, base_url=f"{api.url}/bot", base_file_url=api.file_url) as library:
        yield library


@pytest.fixture
async def an(api: BotApi) -> Person:
    person = api.user("An")
    await person.send("/start")
    return person
