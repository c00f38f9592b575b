"""Somebody's e-mail address: given, confirmed by a code, chosen what goes there, stopped."""

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.codes import format_code, make_short_code, normalise_short_code
from domain.mailboxes import Mailbox, Wish, is_within_domains, read_email
from domain.message import Message
from domain.people import Role
from domain.refusals import BadInput, Conflict, NotAllowed, NotFound
from domain.talks import KnownAddress
from operations.access import held
from operations.codes import RandomBytes, hash_code
from operations.context import ActorContext
from operations.letters import cease_letters, drop_mailbox
from operations.notices import Notice, tell
from operations.replies import Delivery, enqueue_notices, notice
from operations.rights import Right, roles_with
from storage import UnitOfWork
from storage.maintenance import audit
from storage.messages import mailboxes
from storage.messages.mailboxes import NewMailbox
from texts import render

CODE_LASTS = timedelta(minutes=30)
# Nobody's mailbox can be filled by typing its address again and again.
_CODES_A_DAY, _WRONG_CODES = 5, 5
_TOKEN_BYTES = 16
_HALF = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class MailRules:
    """What the installation says of letters; without `domains` they may go anywhere."""

    domains: frozenset[str]
    random_bytes: RandomBytes


def offered_wishes(context: ActorContext) -> tuple[Wish, ...]:
    """Returns what somebody may have by e-mail; nothing for who takes no sheets out either."""
    roles = {post.role for post in held(context.posts, roles_with(Right.EXPORT), context.today)}
    if not roles:
        return ()
    faults = (Wish.FAULTS,) if Role.ADMINISTRATOR in roles else ()
    return (Wish.DIGESTS, Wish.FILES, *faults, Wish.MISSED)


async def find_own_mailbox(context: ActorContext) -> Mailbox | None:
    """Returns the address that somebody gave; raises NotAllowed for who gets no letters."""
    if not offered_wishes(context):
        raise NotAllowed("email-not-yours")
    return await mailboxes.of_person(context.unit, context.actor.id)


async def _get_own_mailbox(context: ActorContext) -> Mailbox:
    found = await find_own_mailbox(context)
    if found is None:
        raise NotFound("email-none")
    return found


async def send_code(context: ActorContext, text: str, rules: MailRules) -> str:
    """Sends a code to the address that was typed, in place of any other; returns the address.

    Raises BadInput for what is no address or lies outside the domains, Conflict when too many
    codes were sent today.
    """
    unit, person = context.unit, context.actor
    before, email = await find_own_mailbox(context), read_email(text)
    if email is None:
        raise BadInput("email-unread")
    if not is_within_domains(email, rules.domains):
        raise BadInput("email-domain", domains=", ".join(sorted(rules.domains)))
    codes = before.codes if before and before.codes_on == context.today else 0
    if codes >= _CODES_A_DAY:
        raise Conflict("email-codes-spent")
    await drop_mailbox(unit, person.id, now=context.now)
    code = make_short_code(rules.random_bytes)
    new = NewMailbox(
        person_id=person.id,
        email=email,
        token=rules.random_bytes(_TOKEN_BYTES).hex(),
        wishes=offered_wishes(context),
        code_hash=hash_code(code),
        code_until=context.now + CODE_LASTS,
        codes=codes + 1,
        codes_on=context.today,
    )
    here = await mailboxes.put(unit, new, now=context.now)
    _note(context, "mailbox.asked")
    await _send(context, here, code)
    return email


async def _send(context: ActorContext, here: KnownAddress, code: str) -> None:
    minutes = int(CODE_LASTS.total_seconds()) // 60
    text = render(
        "email-code-letter",
        context.actor.language,
        code=format_code(code, group=_HALF),
        minutes=minutes,
    )
    delivery = Delivery(started_by_bot=False, expires_at=context.now + CODE_LASTS)
    row = notice(context.unit, here, Message(text=text), delivery, dedupe_key=f"mailbox:{here.id}")
    await enqueue_notices(context.unit, [row], now=context.now)


async def confirm(context: ActorContext, typed: str) -> bool:
    """Lets letters go to the address whose code was typed; False for a wrong code.

    Raises Conflict where the code is over, or was guessed at too often.
    """
    box = await _get_own_mailbox(context)
    is_over = box.code_until is None or box.code_until <= context.now
    if box.code_hash is None or is_over or box.wrong >= _WRONG_CODES:
        raise Conflict("email-code-over")
    code = normalise_short_code(typed) or ""
    if not hmac.compare_digest(hash_code(code), box.code_hash):
        await mailboxes.note_wrong_code(context.unit, context.actor.id)
        return False
    await mailboxes.confirm(context.unit, context.actor.id, now=context.now)
    _note(context, "mailbox.confirmed")
    return True


async def choose_wish(context: ActorContext, wish: Wish, *, wanted: bool) -> None:
    """Sends letters of a kind, or none of them."""
    box = await _get_own_mailbox(context)
    if wish not in offered_wishes(context):
        raise NotAllowed("email-not-yours")
    wishes = box.wishes | {wish} if wanted else box.wishes - {wish}
    await mailboxes.set_wishes(context.unit, context.actor.id, wishes)
    _note(context, "mailbox.chosen")


async def start_again(context: ActorContext) -> None:
    """Sends letters again to an address at which they were stopped."""
    box = await _get_own_mailbox(context)
    await mailboxes.stop(context.unit, box.person_id, now=None)
    _note(context, "mailbox.started")


async def forget_mailbox(context: ActorContext) -> None:
    """Forgets somebody's own address; nothing goes there any more."""
    box = await _get_own_mailbox(context)
    await drop_mailbox(context.unit, box.person_id, now=context.now)
    _note(context, "mailbox.removed")


async def find_by_link(unit: UnitOfWork, token: str) -> Mailbox | None:
    """Returns whose letters a link stops, None for a link of an address that was replaced."""
    return await mailboxes.of_token(unit, token) if token else None


async def stop_letters(unit: UnitOfWork, token: str, *, now: datetime) -> bool:
    """Stops all letters to the address that a link belongs to; harmless when done twice.

    False for a link that belongs to none.
    """
    box = await find_by_link(unit, token)
    if box is None:
        return False
    if box.stopped_at is None:
        await mailboxes.stop(unit, box.person_id, now=now)
        await cease_letters(unit, box.address_id, now=now)
        entry = audit.Entry(
            person_id=box.person_id, action="mailbox.stopped", subject=f"person:{box.person_id}"
        )
        audit.add_later(unit, entry, now=now)
    return True


async def tell_returned(unit: UnitOfWork, address_id: int, *, now: datetime) -> None:
    """Tells somebody in the chat that letters to their e-mail address come back."""
    box = await mailboxes.of_address(unit, address_id)
    if box is None:
        return
    await cease_letters(unit, address_id, now=now)
    told = Notice(
        person_id=box.person_id,
        key="email-returned",
        args={"email": box.email},
        subject=f"mailbox:{address_id}",
        dedupe_key=f"returned:{address_id}:{now.isoformat()}",
    )
    await tell(unit, [told], now=now)


def _note(context: ActorContext, action: str) -> None:
    person_id = context.actor.id
    entry = audit.Entry(person_id=person_id, action=action, subject=f"person:{person_id}")
    audit.add_later(context.unit, entry, now=context.now)
