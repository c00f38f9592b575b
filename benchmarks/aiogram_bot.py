"""The report by aiogram with its states in SQLite, to compare ours with.

aiogram is no part of the project: `benchmarks/throughput.py` gives it an environment of its own.
"""
# ruff: noqa: S101

import asyncio
import json
import os
import sqlite3
from collections.abc import Mapping
from typing import Any

from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from benchmarks.questions import STEPS, Kept, answer, rows, words

STATES = {name: State(name, "report") for name in STEPS}


class SqliteStorage(BaseStorage):
    """States and answers in one table, each change committed."""

    def __init__(self, path: str) -> None:
        self._database = sqlite3.connect(path, isolation_level=None)
        self._database.execute("pragma journal_mode=wal")
        self._database.execute("pragma synchronous=normal")
        self._database.execute(
            "create table if not exists kept (key text primary key, state text, data text)"
        )

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        """Keeps the step that somebody is at."""
        value = state.state if isinstance(state, State) else state
        self._database.execute(
            "insert into kept (key, state) values (?, ?)"
            " on conflict (key) do update set state = excluded.state",
            (str(key), value),
        )

    async def get_state(self, key: StorageKey) -> str | None:
        """Returns the step that somebody is at."""
        found = self._database.execute("select state from kept where key = ?", (str(key),))
        row = found.fetchone()
        return row[0] if row else None

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        """Keeps what somebody answered."""
        self._database.execute(
            "insert into kept (key, data) values (?, ?)"
            " on conflict (key) do update set data = excluded.data",
            (str(key), json.dumps(dict(data))),
        )

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        """Returns what somebody answered."""
        found = self._database.execute("select data from kept where key = ?", (str(key),))
        row = found.fetchone()
        return dict(json.loads(row[0])) if row and row[0] else {}

    async def close(self) -> None:
        """Closes the database."""
        self._database.close()


def draw(name: str, kept: Kept) -> dict[str, Any]:
    """Returns the words and buttons of a step as aiogram takes them."""
    keyboard = [
        [InlineKeyboardButton(text=text, callback_data=key) for key, text in row.items()]
        for row in rows(name, kept)
    ]
    markup = InlineKeyboardMarkup(inline_keyboard=keyboard)
    return {"text": words(name, kept), "reply_markup": markup}


async def begin(message: Message, state: FSMContext) -> None:
    """Asks the first question."""
    await state.set_data({})
    await state.set_state(STATES["opening"])
    await message.answer(**draw("opening", {}))


async def _go_on(name: str, given: str, state: FSMContext) -> dict[str, Any]:
    kept = await state.get_data()
    after = answer(name, given, kept)
    await state.set_data(kept)
    await state.set_state(STATES[after])
    return draw(after, kept)


async def press(query: CallbackQuery, state: FSMContext) -> None:
    """Takes a press and asks the next question in its place."""
    assert isinstance(query.message, Message)
    name = str(await state.get_state()).partition(":")[2]
    shown = await _go_on(name, query.data or "", state)
    await query.answer()
    await query.message.edit_text(**shown)


async def typed(message: Message, state: FSMContext) -> None:
    """Takes typed words and asks the next question."""
    name = str(await state.get_state()).partition(":")[2]
    await message.answer(**await _go_on(name, message.text or "", state))


async def main() -> None:
    """Runs the bot until it is stopped."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(os.environ["API_URL"]))
    dispatcher = Dispatcher(storage=SqliteStorage(os.environ["STATES"]))
    dispatcher.message.register(begin, Command("baocao"))
    dispatcher.message.register(typed, F.text)
    dispatcher.callback_query.register(press)
    await dispatcher.start_polling(Bot(os.environ["TOKEN"], session=session))


if __name__ == "__main__":
    asyncio.run(main())
