"""The day that a run plays: named, drawn by chance, or the real one."""

import os
import random
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from time import tzset
from zoneinfo import ZoneInfo

import time_machine

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
# Where a machine may stand that serves Việt Nam.
ZONES = ("UTC", "America/Los_Angeles", "Asia/Ho_Chi_Minh")
HERE = Path(__file__).parent
AHEAD = "PLAYED_AHEAD"


def choose_moment(named: str, real: datetime, chance: random.Random) -> datetime:
    """Returns when a run begins: "" the real moment, "any" one drawn, else a day or a moment.

    A day without an hour begins at the hour of the real clock in Việt Nam.
    """
    if not named:
        return real
    local = real.astimezone(VIETNAM)
    if named == "any":
        minutes = chance.randrange(3 * 366 * 24 * 60)
        return datetime(2026, 1, 1, tzinfo=VIETNAM) + timedelta(minutes=minutes)
    if "T" in named:
        return datetime.fromisoformat(named).replace(tzinfo=VIETNAM)
    return datetime.combine(date.fromisoformat(named), local.time(), VIETNAM)


def midday(day: date) -> datetime:
    """Returns noon of a day in Việt Nam."""
    return datetime.combine(day, time(12), VIETNAM).astimezone(UTC)


def play(named: str, zone: str) -> str:
    """Sets the clock and zone of this process and of those it starts; returns both in words."""
    chance = random.Random()  # noqa: S311 - a day, no secret
    if AHEAD not in os.environ:
        real = datetime.now(UTC)
        began = choose_moment(named, real, chance)
        os.environ[AHEAD] = str((began - real).total_seconds())
        zone = chance.choice(ZONES) if zone == "any" else zone
        if zone:
            os.environ["TZ"] = zone
            tzset()
        paths = (str(HERE), os.environ.get("PYTHONPATH", ""))
        os.environ["PYTHONPATH"] = os.pathsep.join(path for path in paths if path)
        time_machine.travel(began.timestamp(), tick=True).start()
    at = datetime.now(VIETNAM)
    return (
        f"plays {at:%Y-%m-%dT%H:%M} in Việt Nam, machine in zone {os.environ.get('TZ', 'as is')}"
    )
