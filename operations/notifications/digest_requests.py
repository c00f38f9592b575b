"""A digest on request: with its picture to who asks, or posted by hand after a look at it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from typing import Any

from digests.text import render_digest
from domain.calendar import Period
from domain.chapters import Area
from domain.digest_times import DigestKind, DigestTime
from domain.figures import Summary, summary_from_json, summary_to_json
from domain.files import StoredFile
from domain.message import Message
from domain.policy import Policy
from domain.refusals import Conflict, NotAllowed
from domain.talks import KnownAddress
from operations.access import may_at
from operations.context import ActorContext
from operations.desks import get_desk
from operations.maintenance.handing_over import Asker, asker_of
from operations.notifications.digesting import ReadyDigest, find_week_ago, make_summary
from operations.replies import enqueue_reply
from operations.rights import Right
from storage import UnitOfWork
from storage.directory import digest_targets
from storage.directory.digest_targets import DigestTarget
from storage.maintenance import audit, tasks
from storage.maintenance.tasks import Task
from storage.messages import attachments
from storage.notifications import digest_posts
from texts import Rich, render

SHOW_DIGEST, POST_DIGEST = "show_digest", "post_digest"
_MARK_BYTES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A digest as it stands now; `mark` names what it says, `targets` where it could be posted."""

    summary: Summary
    text: Rich
    mark: str
    targets: Sequence[DigestTarget]


async def preview_digest(context: ActorContext, area_id: int, month: Period) -> Preview:
    """Returns the digest of a place that somebody looks after; raises NotFound.

    Where it could be posted is known to those alone who may bind channels there.
    """
    unit, today = context.unit, context.today
    place, _ = await get_desk(unit, context.posts, area_id, today=today)
    summary = await make_summary(unit, area_id, month, policy=context.policy, now=context.now)
    text = Rich(render_digest(summary, context.actor.language).text)
    mark = blake2b(text.encode(), digest_size=_MARK_BYTES).hexdigest()
    targets = await _targets(context, place)
    return Preview(summary=summary, text=text, mark=mark, targets=targets)


async def _targets(context: ActorContext, place: Area) -> list[DigestTarget]:
    if not may_at(Right.BIND_CHANNEL, context.posts, place.path, context.today):
        return []
    live = await digest_targets.list_live(context.unit)
    return [one for one in live if one.area_id == place.id and one.here.reachable]


async def ask_for_picture(
    context: ActorContext, area_id: int, month: Period, here: KnownAddress
) -> None:
    """Has a digest sent with its picture to who asks; raises NotFound."""
    found = await preview_digest(context, area_id, month)
    await _queue(context, SHOW_DIGEST, found, here)


async def ask_to_post(
    context: ActorContext, area_id: int, month: Period, mark: str, here: KnownAddress
) -> None:
    """Has a digest posted to the channels of its place, just as it was looked at.

    Raises NotFound, NotAllowed, and Conflict where it says something else by now.
    """
    found = await preview_digest(context, area_id, month)
    if not found.targets:
        raise NotAllowed("digest-no-channel")
    if found.mark != mark:
        raise Conflict("digest-changed")
    await _queue(context, POST_DIGEST, found, here)
    audit.add_later(
        context.unit,
        audit.Entry(
            person_id=context.actor.id,
            action="digest.posted",
            subject=f"area:{area_id}",
            after={"period": str(month), "channels": len(found.targets)},
        ),
        now=context.now,
    )


async def _queue(context: ActorContext, kind: str, found: Preview, here: KnownAddress) -> None:
    payload = {
        "figures": summary_to_json(found.summary),
        "targets": [one.id for one in found.targets],
        "person_id": context.actor.id,
        "address_id": here.id,
    }
    await tasks.add(context.unit, kind=kind, payload=payload, now=context.now)


async def list_asked(
    unit: UnitOfWork, payload: Mapping[str, Any], *, policy: Policy, now: datetime
) -> list[ReadyDigest]:
    """Returns what was asked to be posted, for each group that has it not yet."""
    summary = summary_from_json(payload["figures"])
    today = policy.day_of(now)
    kind = DigestKind.FINAL if summary.is_final else DigestKind.PROGRESS
    time = DigestTime(kind=kind, month=summary.period, day=today, at=now)
    live = await digest_targets.list_live(unit)
    return [
        ReadyDigest(
            target=target,
            time=time,
            summary=summary,
            week_ago=await find_week_ago(unit, target, time),
        )
        for target in live
        if target.id in payload["targets"] and not await _has_it(unit, target, time)
    ]


async def _has_it(unit: UnitOfWork, target: DigestTarget, time: DigestTime) -> bool:
    """True for what was posted today, or is posted once a month is closed."""
    if time.kind is DigestKind.FINAL:
        return bool(
            await digest_posts.list_of_month(
                unit, target_id=target.id, period=str(time.month), kinds=(DigestKind.FINAL,)
            )
        )
    return await digest_posts.is_posted(
        unit, target_id=target.id, kind=time.kind, period=str(time.month), day=time.day
    )


async def tell_posted(unit: UnitOfWork, task: Task, channels: int, *, now: datetime) -> None:
    """Tells whoever had a digest posted into how many channels it goes."""
    asker = await asker_of(unit, task.payload)
    if asker is not None:
        key = "digest-posted" if channels else "digest-posted-before"
        text = render(key, asker.person.language, count=channels)
        await _say(unit, asker, Message(text=text), task, now=now)


async def show_digest(
    unit: UnitOfWork, task: Task, picture: StoredFile | None, *, now: datetime
) -> None:
    """Sends a digest, below its picture if there is one, to whoever asked for it."""
    asker = await asker_of(unit, task.payload)
    if asker is None:
        return
    files: tuple[int, ...] = ()
    if picture is not None:
        new = attachments.NewFile(
            kind="photo", name="tong-hop.png", mime=picture.mime, size=picture.size
        )
        files = (await attachments.add(unit, new, address_id=asker.here.id, now=now),)
        await attachments.mark_ready(unit, files[0], picture)
    words = render_digest(summary_from_json(task.payload["figures"]), asker.person.language).text
    await _say(unit, asker, Message(text=words, attachments=files), task, now=now)


async def _say(
    unit: UnitOfWork, asker: Asker, message: Message, task: Task, *, now: datetime
) -> None:
    key = f"digest-asked:{task.id}"
    await enqueue_reply(unit, asker.here, message, dedupe_key=key, now=now)
