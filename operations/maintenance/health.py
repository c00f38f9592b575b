"""How the installation is: traffic lights, and a word to its administrators when one is red."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.mailboxes import Wish
from domain.message import Message
from domain.people import Post, Role
from domain.policy import Policy
from domain.refusals import NotAllowed
from domain.talks import KnownAddress
from operations.access import held
from operations.letters import letter_addresses
from operations.maintenance.backups import find_saved
from operations.replies import enqueue_notices, notice
from storage import UnitOfWork
from storage.maintenance import health, settings
from storage.messages import addresses
from storage.people import people
from texts import render
from texts.numbers import decimal

# A minute of trouble mends itself; half an hour does not.
STUCK_AFTER = timedelta(minutes=30)
BACKUP_AGE = timedelta(hours=26)
REHEARSED_AGE = timedelta(days=100)
LITTLE_DISK, NO_DISK = 2_000_000_000, 500_000_000
# Whoever took the bot out on purpose hears of it for so long.
_CHANNEL_MISSED = timedelta(days=7)
_FAILING, _DISK = "jobs_failing", "disk_free"
_DISK_NAME = "disk"


class Light(StrEnum):
    """How something is."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing looked at; `fact` is what of it is worth saying, such as a name or a number."""

    name: str
    light: Light
    fact: str = ""

    def say_fact(self, language: str) -> str:
        """Returns the fact as a language writes it."""
        return decimal(float(self.fact), language) if self.name == _DISK_NAME else self.fact


async def note_job(unit: UnitOfWork, name: str, *, failed: bool, now: datetime) -> None:
    """Notes since when a job of the clock fails, or that it runs again."""
    failing = dict(await settings.find(unit, _FAILING) or {})
    if failed == (name in failing):
        return
    if failed:
        failing[name] = now.isoformat()
    else:
        del failing[name]
    await settings.put(unit, _FAILING, failing)


async def is_noted_failing(unit: UnitOfWork, name: str) -> bool:
    """True when a job is noted as failing."""
    return name in (await settings.find(unit, _FAILING) or {})


async def note_disk(unit: UnitOfWork, *, free: int) -> None:
    """Notes how many bytes are free where the data lies."""
    await settings.put(unit, _DISK, {"free": free})


def disk_finding(free: int) -> Finding:
    """Returns the light for so many free bytes."""
    light = Light.RED if free < NO_DISK else Light.YELLOW if free < LITTLE_DISK else Light.GREEN
    return Finding(name=_DISK_NAME, light=light, fact=f"{free / 1e9:.1f}")


async def list_findings(unit: UnitOfWork, *, now: datetime) -> list[Finding]:
    """Returns what the database itself can tell of the installation's health."""
    since = now - STUCK_AFTER
    stuck = await health.count_stuck(unit, since=since)
    counts = {
        "inbox": stuck.inbox,
        "outbox": stuck.outbox,
        "tasks": stuck.tasks,
        "aside": stuck.aside,
    }
    found = [
        Finding(name=name, light=Light.RED if count else Light.GREEN, fact=str(count))
        for name, count in counts.items()
    ]
    found.append(_named("messengers", await health.list_waiting_channels(unit, since=since)))
    found.append(
        _named("channels", await health.list_dead_targets(unit, since=now - _CHANNEL_MISSED))
    )
    found.append(_named("jobs", await settings.find(unit, _FAILING) or ()))
    disk = await settings.find(unit, _DISK)
    if disk is not None:
        found.append(disk_finding(disk["free"]))
    return [*found, *await _saved(unit, now)]


def _named(name: str, those: Iterable[str]) -> Finding:
    listed = ", ".join(sorted(those))
    return Finding(name=name, light=Light.RED if listed else Light.GREEN, fact=listed or "0")


async def _saved(unit: UnitOfWork, now: datetime) -> list[Finding]:
    saved = await find_saved(unit)
    made, tried = saved.backup_at, saved.rehearsed_at
    fresh = made is not None and now - made <= BACKUP_AGE
    light = Light.GREEN if fresh else Light.YELLOW if made is None else Light.RED
    rehearsed = tried is not None and now - tried <= REHEARSED_AGE
    return [
        Finding(
            name="backup",
            light=Light.RED if saved.backup_error else light,
            fact=f"{made:%d/%m/%Y}" if made else "–",
        ),
        Finding(
            name="rehearsal",
            light=Light.GREEN if rehearsed else Light.YELLOW,
            fact=f"{tried:%d/%m/%Y}" if tried else "–",
        ),
    ]


def require_administrator(posts: Sequence[Post], policy: Policy, now: datetime) -> None:
    """Raises NotAllowed for anybody but an administrator."""
    if not held(posts, {Role.ADMINISTRATOR}, policy.day_of(now)):
        raise NotAllowed("health-not-yours")


async def list_reached_administrators(
    unit: UnitOfWork, *, policy: Policy, now: datetime
) -> dict[int, KnownAddress]:
    """Returns the administrators of the day who have an account, with its address."""
    ids = await _list_administrators(unit, policy=policy, now=now)
    return await addresses.preferred(unit, ids)


async def _list_administrators(unit: UnitOfWork, *, policy: Policy, now: datetime) -> list[int]:
    day = policy.day_of(now)
    posts = await people.posts_of(unit, await health.list_administrators(unit))
    return [who for who, all_of in posts.items() if held(all_of, {Role.ADMINISTRATOR}, day)]


async def tell_administrators(unit: UnitOfWork, *, policy: Policy, now: datetime) -> int:
    """Tells administrators what is red, each fault at most once a day; returns how many faults."""
    red = [finding for finding in await list_findings(unit, now=now) if finding.light is Light.RED]
    if not red:
        return 0
    day = policy.day_of(now)
    ids = await _list_administrators(unit, policy=policy, now=now)
    known, reached = await people.persons(unit, ids), await addresses.preferred(unit, ids)
    letters = await letter_addresses(unit, ids, Wish.FAULTS)
    rows = [
        notice(
            unit,
            there[person_id],
            _told(finding, known[person_id].language),
            dedupe_key=f"fault:{finding.name}:{day}:{person_id}{way}",
        )
        for there, way in ((reached, ""), (letters, ":email"))
        for person_id in there
        for finding in red
    ]
    await enqueue_notices(unit, rows, now=now)
    return len(red)


async def tell_account_lost(
    unit: UnitOfWork, *, channel: str, account: str, policy: Policy, now: datetime
) -> None:
    """Tells administrators, by any other account, that a messenger rejects one of the bot's."""
    day = policy.day_of(now)
    ids = await people.administrators(unit, day=day)
    known = await people.persons(unit, ids)
    rows = []
    for person_id in ids:
        others = [
            address
            for address in await addresses.of_person(unit, person_id)
            if address.reachable
            and (address.address.channel, address.address.account) != (channel, account)
        ]
        text = render(
            "health-account-lost", known[person_id].language, channel=channel, account=account
        )
        rows += [
            notice(
                unit,
                here,
                Message(text=text),
                dedupe_key=f"account:{channel}:{account}:{day}:{here.id}",
            )
            for here in others
        ]
    await enqueue_notices(unit, rows, now=now)


def _told(finding: Finding, language: str) -> Message:
    return Message(
        text=render(f"health-red-{finding.name}", language, fact=finding.say_fact(language))
    )
