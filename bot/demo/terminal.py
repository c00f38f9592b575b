"""The demo in the terminal: the same bot, its pumps and its clock, a month in a minute or less."""

import asyncio
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from rich.align import Align
from rich.console import Console
from rich.panel import Panel
from rich.text import Text

from bot.app import App
from bot.clock import utc_now
from bot.demo.cast import CADRE, CHANNEL, LEADER, OFFICER, TITLES, ZALO
from bot.demo.clock import DemoClock
from bot.demo.director import Director, describe
from bot.demo.handset import Handset
from bot.demo.prepare import STARTS, ZONE, prepare
from bot.demo.settings import demo_settings
from channels.web import WebEvent
from domain.message import Choice, Expects, Prompt
from domain.rich import plain_text
from storage.messages import addresses

ENDS = datetime(2026, 12, 11, 7, 30, tzinfo=ZONE)
_WIDTH = 62
_LINES = 14
_MOST_STEPS = 25
_TYPED = {Expects.COUNT: "34"}
_STYLES = {LEADER: "green", ZALO: "blue", CADRE: "cyan", OFFICER: "magenta", CHANNEL: "yellow"}
# What a leader and a cadre press where several buttons would do, best first.
_PRESSED = (
    *("report.", "attendance.", "as_planned", "held", "topic", "all", "done", "yes", "none"),
    "send",
)


def play_month(console: Console, *, until: datetime = ENDS) -> None:
    """Plays the demo's month on the console, with a report, reminders, ticks and digests."""
    with tempfile.TemporaryDirectory(prefix="sinhhoat-") as name:
        folder = Path(name)
        prepare(folder, fresh=True, real=utc_now)
        asyncio.run(_play(folder, console, until))


async def _play(folder: Path, console: Console, until: datetime) -> None:
    clock = DemoClock(STARTS, real=utc_now)
    app = App(demo_settings(folder), clock=clock)
    director = await Director.take_over(app, clock)
    pumps = asyncio.create_task(app.run())
    try:
        await _Show(app, director, console, await _handsets(app, director)).run(until)
    finally:
        pumps.cancel()
        with suppress(asyncio.CancelledError):
            await pumps
        await app.close()


async def _handsets(app: App, director: Director) -> dict[str, Handset]:
    async with app.database.read() as unit:
        known = await addresses.by_ids(unit, list(director.holders.values()))
    return {slot: Handset(app, known[page].address) for slot, page in director.holders.items()}


class _Show:
    """One performance: what is done on the handsets and how it looks."""

    def __init__(
        self, app: App, director: Director, console: Console, handsets: dict[str, Handset]
    ) -> None:
        self._app = app
        self._director = director
        self._console = console
        self._handsets = handsets

    async def run(self, until: datetime) -> None:
        """Reports at once, then moves from event to event and acts where something is asked."""
        self._rule("six months lie behind")
        for slot, handset in self._handsets.items():
            self._draw(slot, (await handset.news())[-1:])
        await self._answer(LEADER)
        while (since := self._app.clock()) < until:
            await self._director.move_clock()
            await self._look(since)

    async def _look(self, since: datetime) -> None:
        local = self._app.policy.local(self._app.clock())
        self._rule(describe(local, self._app.policy, with_time=False))
        log = (await self._director.state()).log
        if played := sum(entry.played and entry.at > since for entry in log):
            self._console.print(f"  {played} others acted by themselves", style="dim")
        for slot, handset in self._handsets.items():
            news = [event for event in await handset.news() if event.id == event.place]
            self._draw(slot, news)
            if news and slot in (LEADER, CADRE):
                await self._answer(slot)

    async def _answer(self, slot: str) -> None:
        """Answers question after question until none is open that needs an answer."""
        handset = self._handsets[slot]
        done: set[str] = set()
        for _ in range(_MOST_STEPS):
            prompt = handset.prompt
            if prompt is None:
                return
            if prompt.expects in _TYPED:
                self._own(_TYPED[prompt.expects])
                await handset.type(_TYPED[prompt.expects])
            elif choice := _best(prompt, done):
                done.add(choice.key)
                self._own(f"▸ {choice.label}")
                await handset.press(choice)
            else:
                return
            said = [event for event in await handset.news() if event.author == "bot"]
            self._draw(slot, said[-1:])

    def _rule(self, words: str) -> None:
        now = self._app.policy.local(self._app.clock())
        self._console.rule(f"{now:%A %d/%m/%Y %H:%M} · {words}", style="blue")

    def _draw(self, slot: str, events: Sequence[WebEvent]) -> None:
        for event in events:
            words = Text(_shorten(plain_text(event.text)))
            for choice in event.prompt.every_choice if event.prompt else ():
                words.append(f"\n[ {choice.label} ]", style="bold")
            self._console.print(
                Panel(words, title=TITLES[slot], width=_WIDTH, border_style=_STYLES[slot])
            )

    def _own(self, words: str) -> None:
        bubble = Panel(Text(words), width=min(len(words) + 4, _WIDTH), style="on grey15")
        self._console.print(Align.right(bubble, width=self._console.width))


def _best(prompt: Prompt | None, done: frozenset[str] | set[str] = frozenset()) -> Choice | None:
    """Returns the button to press next, None if there is none worth it."""
    choices = (
        [choice for choice in prompt.every_choice if choice.key not in done] if prompt else []
    )
    if prompt and prompt.expects is Expects.CHOICES and len(prompt.selected) < 1:
        ticks = [choice for choice in prompt.choices if choice.key.startswith("m")]
        if ticks:
            return ticks[0]
    found = (choice for wish in _PRESSED for choice in choices if choice.key.startswith(wish))
    return next(found, None)


def _shorten(text: str) -> str:
    lines = text.splitlines()
    return "\n".join(lines if len(lines) <= _LINES else [*lines[:_LINES], "…"])
