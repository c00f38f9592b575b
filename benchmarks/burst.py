"""Two hundred leaders report at once and answer on sight: `python -m benchmarks.burst`."""

import argparse
import asyncio
import time
from datetime import UTC, datetime

from benchmarks.machine import Row, fresh_folder, percentile, progress, show
from benchmarks.nothing_lost import database
from storage.migrate import migrate
from tests.bot.leaders import Answers, Leader, check_reports, settle_leaders
from tests.bot.process import BotProcess, settings_for
from tests.botapi import BotApi

LEADERS = 200
_LATE = "đến muộn"
# Nobody types again: what is refused stays refused.
_PATIENCE = 600


async def measure(kind: str, *, leaders: int) -> Row:
    """Lets all leaders begin at the same moment, nobody thinking for a moment."""
    folder = fresh_folder(f"burst-{kind}")
    with database(kind, folder) as url:
        await migrate(url, now=datetime.now(UTC))
        async with BotApi() as api:
            people = [
                Leader(api.user(f"Leader {n}"), Answers.of(n), patience=_PATIENCE)
                for n in range(leaders)
            ]
            await settle_leaders(url, [leader.phone.id for leader in people])
            settings = settings_for(folder, database_url=url, api_url=api.url, token=api.token)
            bot = BotProcess(folder, settings)
            await bot.start()
            try:
                return {"database": kind, "leaders": leaders} | await _report(people, url)
            finally:
                await bot.stop()


async def _report(people: list[Leader], url: str) -> dict[str, object]:
    took: list[float] = []
    began = time.monotonic()

    async def report(leader: Leader) -> None:
        await leader.report()
        took.append(time.monotonic() - began)

    results = await asyncio.gather(*map(report, people), return_exceptions=True)
    found = await check_reports(url, people)
    seen = [seen.text for leader in people for seen in leader.phone.chat if seen.from_bot]
    return {
        "answers refused as late": sum(_LATE in text for text in seen),
        "answers given again": sum(leader.typed_again for leader in people),
        "talks stuck": sum(isinstance(result, BaseException) for result in results),
        "reports missing": found.missing,
        "answers wrong": found.wrong,
        "p50 s": percentile(took, 0.5) if took else 0.0,
        "p95 s": percentile(took, 0.95) if took else 0.0,
    }


async def run(options: argparse.Namespace) -> list[Row]:
    """Returns the result for each database."""
    rows: list[Row] = []
    for kind in options.databases.split(","):
        row = await measure(kind, leaders=options.leaders)
        progress(str(row))
        rows.append(row)
    return rows


def main() -> None:
    """Reads the options, measures and shows."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--leaders", type=int, default=LEADERS)
    options.add_argument("--databases", default="sqlite,postgresql")
    show("burst", asyncio.run(run(options.parse_args())))


if __name__ == "__main__":
    main()
