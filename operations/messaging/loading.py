"""Loads what many turns need by a few statements, and writes what they leave behind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from domain.abilities import ChannelAbilities
from domain.inbound import InboundKind
from domain.people import Person, Post
from domain.policy import Policy
from domain.talks import Conversation, Draft, KnownAddress
from operations.reactions import REACTIONS
from operations.replies import enqueue_answer
from operations.turn import Turn
from storage import UnitOfWork
from storage.messages import inbox, outbox, talks
from storage.messages.inbox import Waiting
from storage.people import people

# What may answer the open question without naming it: whether it does depends on what was seen.
_UNNAMED = frozenset({InboundKind.TEXT, InboundKind.VOICE})
# Of what was shown so long ago nothing is kept any more.
_LONG_AGO = datetime.min.replace(tzinfo=UTC)
# A question that is not shown by then stands behind a fault, and nobody waits for it. On the same
# screen no answer could come sooner, however much there is to do; on another one it could.
LONGEST_WAIT = timedelta(minutes=10)
_ELSEWHERE = timedelta(seconds=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedBatch:
    """Everything around a batch of inbox rows, by id.

    `prompts` are the questions that were open when the batch was loaded, by talk; `shown` says
    when each was seen on which address, None while that is not known, where that matters.
    """

    here: Mapping[int, KnownAddress]
    talks: Mapping[int, Conversation]
    people: Mapping[int, tuple[Person, tuple[Post, ...]]]
    drafts: dict[int, Draft]
    prompts: Mapping[int, str | None]
    shown: Mapping[tuple[str, int], outbox.PromptDelivery]
    newest: dict[int, int | None]


async def load_batch(unit: UnitOfWork, waiting: Sequence[Waiting]) -> LoadedBatch:
    """Loads the people of a whole batch, and when its open questions were seen."""
    found = {row.conversation_id: row.talk for row in waiting}
    person_ids = {row.person_id for row in waiting if row.person_id is not None}
    return LoadedBatch(
        here={row.address_id: row.here for row in waiting},
        talks=found,
        people=await people.with_posts(unit, person_ids),
        drafts={row.draft.id: row.draft for row in waiting if row.draft},
        prompts={talk.id: talk.prompt_id for talk in found.values()},
        shown=await outbox.prompt_deliveries(
            unit, {row.talk.prompt_id for row in waiting if row.talk.prompt_id and _asks_when(row)}
        ),
        newest={row.address_id: row.newest for row in waiting},
    )


def _asks_when(row: Waiting) -> bool:
    """True where it matters when the open question was seen: what names one is for that one."""
    return row.inbound.prompt_id is None or row.talk.practice is not None


def make_turn(
    unit: UnitOfWork,
    row: Waiting,
    loaded: LoadedBatch,
    abilities: ChannelAbilities,
    *,
    policy: Policy,
    now: datetime,
) -> Turn:
    """Returns the turn of one inbox row, on a channel of these abilities."""
    talk = loaded.talks[row.conversation_id]
    person, posts = loaded.people.get(row.person_id or 0, (None, ()))
    today = policy.day_of(now)
    return Turn(
        unit=unit,
        now=now,
        policy=policy,
        inbound=row.inbound,
        here=loaded.here[row.address_id],
        abilities=abilities,
        talk=talk,
        person=person,
        posts=tuple(post for post in posts if post.holds_on(today)),
        draft=loaded.drafts.get(talk.draft_id) if talk.draft_id else None,
        reactions=REACTIONS,
        prompt_shown_at=_shown(talk, row.address_id, loaded),
        newest_row=loaded.newest.get(row.address_id),
    )


def awaits_delivery(row: Waiting, loaded: LoadedBatch, *, now: datetime) -> bool:
    """True while nobody knows whether the open question was seen before this was typed.

    The answer would stand behind that question on the same screen, so nothing is lost by waiting.
    """
    talk, inbound = loaded.talks[row.conversation_id], row.inbound
    is_named = inbound.prompt_id is not None or inbound.text.startswith("/")
    if talk.prompt_id is None or inbound.in_group or is_named or inbound.kind not in _UNNAMED:
        return False
    if loaded.prompts.get(talk.id) != talk.prompt_id:
        return True
    return _shown(talk, row.address_id, loaded) is None and any(
        seen.asked_at > now - (LONGEST_WAIT if where == row.address_id else _ELSEWHERE)
        for (prompt, where), seen in loaded.shown.items()
        if prompt == talk.prompt_id
    )


def _shown(talk: Conversation, address_id: int, loaded: LoadedBatch) -> datetime | None:
    if talk.prompt_id is None:
        return None
    asked = [
        (where, seen) for (text, where), seen in loaded.shown.items() if text == talk.prompt_id
    ]
    if not asked:
        return _LONG_AGO
    here = next((seen.shown_at for where, seen in asked if where == address_id), None)
    return here or min((seen.shown_at for _, seen in asked if seen.shown_at), default=None)


def list_answered_later(waiting: Sequence[Waiting]) -> frozenset[int]:
    """Returns the rows whose answer is that of the next photo of a row, or part of an album."""
    last: dict[int, Waiting] = {}
    found = set()
    for row in waiting:
        before = last.get(row.conversation_id)
        if before and row.inbound.goes_with(before.inbound):
            found.add(before.id)
        last[row.conversation_id] = row
    return frozenset(found)


def finish_turn(turn: Turn, row: Waiting, loaded: LoadedBatch, *, answers: bool = True) -> None:
    """Queues the answer, saves the talk and marks the inbox row as done."""
    if answers:
        enqueue_answer(turn)
    turn.talk.active_at = turn.now
    talks.save_later(turn.unit, turn.talk)
    if turn.draft is not None:
        loaded.drafts[turn.draft.id] = turn.draft
        talks.save_draft_later(turn.unit, turn.draft, now=turn.now)
    inbox.finish_later(turn.unit, row.id, now=turn.now)
    loaded.newest[row.address_id] = turn.talk.last_rows.get(row.address_id)
