"""Groups and channels: a one-time code binds one to an area's digests, all else is left alone."""

from dialogue.inputs import Input
from domain.buttons import read_button
from domain.codes import normalise_code
from domain.inbound import InboundKind
from domain.reading import clean_text
from domain.refusals import Refusal
from operations.notifications.buttons import DIGEST_BUTTONS, DigestView
from operations.notifications.digest_answers import answer_about_digest
from operations.notifications.digest_targets import (
    bind_target,
    enqueue_deletion,
    follow_group,
    lose_target,
    own_address,
    regain_target,
)
from operations.people.redeeming import CodeSource, look_up, source_of
from operations.turn import Turn
from operations.unreachable import tell_unreachable
from storage.messages import addresses


class GroupsHandler:
    """Takes what happens in groups, and who lets the bot in or shuts it out."""

    name = "groups"
    command = ""
    words = ""
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:  # noqa: ARG002 - no command leads here
        """Takes the message like any other."""
        await _take(turn)

    async def answer(self, turn: Turn, given: Input) -> None:  # noqa: ARG002 - the turn tells all
        """Takes a message or event; what is no code of an area changes and says nothing."""
        await _take(turn)


async def _take(turn: Turn) -> None:
    kind = turn.inbound.kind
    if kind is InboundKind.MIGRATION and turn.inbound.migrated_to:
        await follow_group(
            turn.unit, turn.here.address, chat=turn.inbound.migrated_to, now=turn.now
        )
    elif kind is InboundKind.MEMBERSHIP:
        await _change_membership(turn)
    elif kind is InboundKind.CHOICE:
        await _press(turn)
    elif kind is InboundKind.TEXT and turn.inbound.in_group:
        await _read_code(turn)


async def _change_membership(turn: Turn) -> None:
    here, active = turn.here, bool(turn.inbound.active)
    if turn.inbound.in_group:
        here = await own_address(turn.unit, here.address, title=turn.inbound.title, now=turn.now)
        if not active:
            await lose_target(turn.unit, here, today=turn.today, now=turn.now)
        elif area := await regain_target(turn.unit, here, today=turn.today, now=turn.now):
            turn.say("group-regained", area=area)
        return
    changed = await addresses.set_reachable(turn.unit, here.id, reachable=active, now=turn.now)
    if changed and not active:
        await tell_unreachable(turn.unit, here, today=turn.today, now=turn.now)


async def _press(turn: Turn) -> None:
    """Answers a button of a digest to who pressed it; in the group nothing is said."""
    task, _, argument = (turn.inbound.choice or "").partition(".")
    view = read_button(argument, *DIGEST_BUTTONS) if task == DigestView.task else None
    if view is None:
        return
    try:
        await answer_about_digest(turn, view)
        turn.press_note = turn.label("digest-press-sent")
    except Refusal as refusal:
        turn.press_note = turn.label(refusal.code)


async def _read_code(turn: Turn) -> None:
    text = clean_text(turn.inbound.text)
    if text.startswith("/"):
        text = text.partition(" ")[2]
    if not normalise_code(text):
        return
    try:
        invitation = await look_up(
            turn.unit,
            text,
            source=CodeSource(source_of(turn.here.address)),
            now=turn.now,
            policy=turn.policy,
        )
    except Refusal:
        return
    group = await own_address(turn.unit, turn.here.address, title=turn.inbound.title, now=turn.now)
    language = turn.policy.language
    area = await bind_target(turn.unit, group, invitation, language=language, now=turn.now)
    if area is not None:
        if turn.abilities.deletes:
            await enqueue_deletion(turn.unit, group.id, turn.inbound.message_id, now=turn.now)
        turn.say("group-bound", area=area)
