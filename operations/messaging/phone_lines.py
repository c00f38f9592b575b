"""Somebody's telephone number for text messages: given, confirmed by a code that went there."""

import hmac
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from domain.codes import format_code, make_short_code, normalise_short_code
from domain.inbound import Address
from domain.message import Message
from domain.reading import parse_phone
from domain.refusals import BadInput, Conflict
from domain.sms import ACCOUNT, CHANNEL, to_dialled, to_stored
from domain.talks import KnownAddress
from operations.codes import RandomBytes, hash_code
from operations.context import ActorContext
from operations.messaging.spending import has_room
from operations.notifications.preferring import forget_way
from operations.people.devices import tell_of_line
from operations.people.enrolling import note_consent
from operations.replies import Delivery, enqueue_notices, notice
from storage import UnitOfWork
from storage.maintenance import audit
from storage.messages import addresses, outbox, talks
from texts import render

CODE_LASTS = timedelta(minutes=30)
# Each of them costs money, and goes to whoever has the number that was typed.
_CODES_A_DAY, _WRONG_CODES = 3, 5
_HALF = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class SmsRules:
    """What the installation says of text messages: those that each place may have in a month."""

    messages: int
    random_bytes: RandomBytes


@dataclass(frozen=True, slots=True, kw_only=True)
class SentCode:
    """A code on its way to a number, by its hash."""

    phone: str
    code_hash: str
    until: datetime
    wrong: int = 0


async def find_own_line(context: ActorContext) -> KnownAddress | None:
    """Returns the number to which text messages go for somebody, None for no such number."""
    own = await addresses.of_person(context.unit, context.actor.id)
    return next((known for known in own if known.address.channel == CHANNEL), None)


def phone_of(line: KnownAddress) -> str:
    """Returns a number as people write it."""
    return to_stored(line.address.chat)


async def is_known_line(unit: UnitOfWork, address: Address) -> bool:
    """True for the confirmed number of somebody."""
    found = await addresses.find_many(unit, [address])
    return any(known.person_id is not None for known in found.values())


async def send_sms_code(context: ActorContext, text: str, rules: SmsRules) -> SentCode:
    """Sends a code to the number that was typed.

    Raises BadInput for what is no number, Conflict where too many codes were sent today, nothing
    is left to pay with, or the number is somebody else's.
    """
    unit, person = context.unit, context.actor
    phone = parse_phone(text)
    if phone is None:
        raise BadInput("sms-unread")
    keys = [f"sms-code:{person.id}:{context.today}:{number}" for number in range(_CODES_A_DAY)]
    used = await outbox.list_known(unit, keys)
    free = next((key for key in keys if key not in used), None)
    if free is None:
        raise Conflict("sms-codes-spent")
    if not await has_room(context, person.id, messages=rules.messages):
        raise Conflict("sms-spent")
    here = await _line_of(context, phone)
    code = make_short_code(rules.random_bytes)
    words = render("sms-code", person.language, code=format_code(code, group=_HALF))
    # It is the person's place that pays, so the row belongs to the person's talk already.
    talk = await talks.of_person(unit, person.id)
    delivery = Delivery(started_by_bot=False, expires_at=context.now + CODE_LASTS)
    to = replace(here, conversation_id=talk)
    row = notice(unit, to, Message(text=words), delivery, dedupe_key=free)
    await enqueue_notices(unit, [row], now=context.now)
    _note(context, "phone.asked")
    return SentCode(phone=phone, code_hash=hash_code(code), until=context.now + CODE_LASTS)


async def _line_of(context: ActorContext, phone: str) -> KnownAddress:
    dialled = to_dialled(phone)
    wanted = Address(CHANNEL, ACCOUNT, dialled, dialled)
    here = (await addresses.ensure(context.unit, {wanted: (False, "")}, now=context.now))[wanted]
    if here.person_id not in (None, context.actor.id):
        raise Conflict("sms-taken")
    return here


async def confirm_line(context: ActorContext, sent: SentCode, typed: str) -> bool:
    """Lets text messages go to the number whose code was typed; False for a wrong code.

    Raises Conflict where the code is over, or was guessed at too often.
    """
    unit, person = context.unit, context.actor
    if sent.until <= context.now or sent.wrong >= _WRONG_CODES:
        raise Conflict("sms-code-over")
    code = normalise_short_code(typed) or ""
    if not hmac.compare_digest(hash_code(code), sent.code_hash):
        return False
    here = await _line_of(context, sent.phone)
    before = await find_own_line(context)
    if before is not None and before.id != here.id:
        await _release(context, before)
    talk = await talks.of_person(unit, person.id)
    await addresses.bind(unit, here.id, person_id=person.id, conversation_id=talk)
    await note_consent(unit, person, here.id, now=context.now)
    await tell_of_line(unit, person, here, phone=sent.phone, now=context.now)
    _note(context, "phone.confirmed")
    return True


async def forget_line(context: ActorContext) -> None:
    """Sends no more text messages to somebody; harmless where none were sent."""
    line = await find_own_line(context)
    if line is not None:
        await _release(context, line)
        await forget_way(context.unit, context.actor, CHANNEL, now=context.now)
        _note(context, "phone.removed")


async def _release(context: ActorContext, line: KnownAddress) -> None:
    await addresses.release(context.unit, line.id)
    await outbox.cancel_to(context.unit, [line.id], now=context.now)


def _note(context: ActorContext, action: str) -> None:
    person_id = context.actor.id
    entry = audit.Entry(person_id=person_id, action=action, subject=f"person:{person_id}")
    audit.add_later(context.unit, entry, now=context.now)
