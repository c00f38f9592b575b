"""The page opened without a network on a slow phone: `python -m benchmarks.offline_page`."""

import argparse
import asyncio
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.async_api import BrowserContext, CDPSession, Page
from starlette.types import ASGIApp

from benchmarks.machine import Row, show
from channels.web import PageSettings, PlannedMeeting, WebChat
from tests.browser import Served, open_browser, open_context, serve
from tests.channels.web.conftest import open_signed_in
from tests.channels.web.memory import LEADER, MemoryBackend
from tests.channels.web.test_offline_in_chromium import open_kept

# What stands on a page: as much as the phone keeps, in messages of a usual length.
_BUBBLES = 30
_WORDS = (
    "Đồng chí chưa báo cáo buổi sinh hoạt của Chi hội Phụ nữ ấp Bào Môn, hạn đến hết 10/12/2026."
)
# Notes when the last message and the box to type in are there, by the page's own clock.
_WATCH = """() => {
    const look = () => {
        const shown = document.querySelectorAll("#log .turn.bot").length;
        const box = document.querySelector("#text");
        if (shown >= BUBBLES && box && !window.shownAt) {
            requestAnimationFrame(() => { window.shownAt = performance.now(); });
        }
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
}"""
_KEPT_BYTES = """async () => {
    let sum = 0;
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
            sum += (await (await cache.match(request)).arrayBuffer()).byteLength;
        }
    }
    return sum;
}"""
_SHOWN = "() => window.shownAt || 0"
_MOST = 60.0


class Wire:
    """How many bytes came over the wire, as they were sent, headers too."""

    def __init__(self) -> None:
        self.bytes = 0

    async def watch(self, context: BrowserContext, page: Page) -> None:
        session = await context.new_cdp_session(page)
        await session.send("Network.enable")
        session.on("Network.loadingFinished", self._add)

    def _add(self, event: dict[str, Any]) -> None:
        self.bytes += int(event["encodedDataLength"])


async def measure(number: int, *, throttle: float) -> Row:
    """Opens the page once with a network, then without one on a slowed processor."""
    with tempfile.TemporaryDirectory() as folder:
        backend = MemoryBackend(Path(folder))
        backend.planned[LEADER] = [
            PlannedMeeting(
                when=f"18h30 thứ Năm, {day:02}/11/2026",
                chapter="Chi hội Phụ nữ ấp Bào Môn",
                place="Nhà văn hóa ấp",
                off=False,
            )
            for day in range(1, 13)
        ]
        for place in range(_BUBBLES - 1):
            backend.say(f"{place + 1}. {_WORDS}")

        def build() -> tuple[ASGIApp, Callable[[], None]]:
            chat = WebChat(backend, PageSettings())
            return chat, chat.close

        async with (
            serve(build) as server,
            open_browser() as browser,
            open_context(browser) as context,
        ):
            page, wire = await open_signed_in(context, server), Wire()
            await wire.watch(context, page)
            await open_kept(page, server, backend)
            kept = await page.evaluate(_KEPT_BYTES)
            await page.close()
            await server.stop()
            slow = await _open_offline(context, server, throttle=throttle)
            fast = await _open_offline(context, server, throttle=1)
    return {
        "visit": number,
        "first visit kB": wire.bytes / 1000,
        "kept kB": kept / 1000,
        "offline s": slow.shown,
        "at full speed s": fast.shown,
        "of it CPU s": fast.worked,
    }


@dataclass(frozen=True, slots=True)
class _Opened:
    """After how many seconds the whole talk stood there, and what of it the processor worked."""

    shown: float
    worked: float


async def _open_offline(context: BrowserContext, server: Served, *, throttle: float) -> _Opened:
    """Opens the page without a network; times are by the page's own clock."""
    page = await context.new_page()
    await page.add_init_script(f"({_WATCH.replace('BUBBLES', str(_BUBBLES))})()")
    session: CDPSession = await context.new_cdp_session(page)
    await session.send("Performance.enable", {"timeDomain": "threadTicks"})
    await session.send("Emulation.setCPUThrottlingRate", {"rate": throttle})
    await page.goto(server.url)
    async with asyncio.timeout(_MOST):
        while not (shown := await page.evaluate(_SHOWN)):  # noqa: ASYNC110 - a page tells no one
            await asyncio.sleep(0.05)
    measured = await session.send("Performance.getMetrics")
    worked = {metric["name"]: metric["value"] for metric in measured["metrics"]}["TaskDuration"]
    await page.close()
    return _Opened(float(shown) / 1000, float(worked))


async def run(options: argparse.Namespace) -> list[Row]:
    """Opens the page several times, each on a new phone."""
    return [await measure(n + 1, throttle=options.throttle) for n in range(options.visits)]


def main() -> None:
    """Reads the options, measures and shows."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--visits", type=int, default=5)
    options.add_argument("--throttle", type=float, default=4.0)
    show("offline", asyncio.run(run(options.parse_args())))


if __name__ == "__main__":
    main()
