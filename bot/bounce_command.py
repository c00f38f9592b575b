"""`sinhhoat bounce`: what a mail server hands over of letters that came back."""

import sys

import typer

from bot.settings import Settings, load_settings
from bot.work import wait

# Imports of the rest stand in the command: `--help` answers at once on a slow machine.
# ruff: noqa: PLC0415

_LARGEST = 10 * 1024 * 1024


def bounce() -> None:
    """Read a letter that came back from standard input, as a mail server pipes it.

    Whatever is no such letter is left be, so that the server never sends anything back itself.
    """
    typer.echo(wait(_take(load_settings(), sys.stdin.buffer.read(_LARGEST))))


async def _take(settings: Settings, raw: bytes) -> str:
    from bot.clock import utc_now
    from bot.office import opened
    from bot.policy import build_policy
    from channels.email.bounce import read_bounce
    from operations.messaging.bounces import note_bounce

    found = read_bounce(raw, settings.smtp_return) if settings.smtp_return else None
    if found is None:
        return "No letter that came back: left be."
    async with opened(settings) as database, database.write() as unit:
        is_known = await note_bounce(
            unit,
            found.token,
            outbox_id=found.outbox_id,
            policy=build_policy(settings),
            now=utc_now(),
        )
    return f"Noted ({found.status})." if is_known else "Nobody's letter: left be."
