"""A person's accounts watch over each other: a new one is told to all the others."""

from collections.abc import Sequence
from datetime import date, datetime

from domain.invitations import Invitation
from domain.message import Choice, Expects, Message, Prompt
from domain.news import News, Section
from domain.people import Person
from domain.policy import Policy
from domain.refusals import NotFound
from domain.sms import CHANNEL as SMS
from domain.talks import Conversation, KnownAddress
from operations.context import ActorContext
from operations.news import add_news
from operations.people.access_revocation import CutOff, close_accounts
from operations.people.buttons import DisownAccount, OpenPerson
from operations.people.invitations import goes_to_account
from operations.people.privacy import StaffWord, list_responsible, tell_responsible
from operations.replies import Delivery, enqueue_notices, notice
from operations.turn import COMMAND_PROMPT
from storage import UnitOfWork
from storage.messages import addresses
from storage.people import invitations, people
from texts import Rich, label, render

_GONE = "device-gone"


async def find_inviter(unit: UnitOfWork, invitation: Invitation) -> str:
    """Returns the name of who made an invitation, "" for the command line."""
    found = await people.persons(unit, [invitation.created_by or 0])
    return "".join(person.name for person in found.values())


async def tell_of_account(
    unit: UnitOfWork, person: Person, here: KnownAddress, invitation: Invitation, *, now: datetime
) -> bool:
    """Tells all other accounts of a person, at once, that this one has come in and how.

    Returns whether there are any. A link of one's own, such as each text message brings, is not
    told to the telephone that it went to.
    """
    others = await _list_others(unit, person, here)
    is_own = invitation.created_by == person.id
    told = [other for other in others if not (is_own and other.address.channel == SMS)]
    by = await find_inviter(unit, invitation)
    language = person.language
    words = render(
        "device-new-own" if is_own else "device-new",
        language,
        account=label("account-name", language, channel=here.address.channel),
        by=by or label("device-by-office", language),
    )
    message = _with_way_out(unit, here, words, language)
    await _tell_accounts(unit, told, message, key=f"device:{invitation.id}:{here.id}", now=now)
    return bool(others)


async def tell_of_line(
    unit: UnitOfWork, person: Person, line: KnownAddress, *, phone: str, now: datetime
) -> None:
    """Tells all accounts of a person, at once, that text messages go to a number from now on."""
    others = await _list_others(unit, person, line)
    words = render("device-line", person.language, phone=phone)
    message = _with_way_out(unit, line, words, person.language)
    await _tell_accounts(unit, others, message, key=f"line:{line.id}:{now.isoformat()}", now=now)


async def _list_others(unit: UnitOfWork, person: Person, here: KnownAddress) -> list[KnownAddress]:
    return [
        known
        for known in await addresses.of_person(unit, person.id)
        if known.id != here.id and known.reachable and not known.in_group
    ]


def _with_way_out(unit: UnitOfWork, here: KnownAddress, words: Rich, language: str) -> Message:
    """Returns what is said of an account, with the button that cuts it off."""
    not_me = Choice(DisownAccount(here.id).key, label("device-button-not-me", language))
    return Message(text=words, prompt=_standing(unit, not_me))


async def _tell_accounts(
    unit: UnitOfWork,
    told: Sequence[KnownAddress],
    message: Message,
    *,
    key: str,
    now: datetime,
) -> None:
    rows = [
        notice(
            unit,
            other,
            message,
            Delivery(started_by_bot=False),
            dedupe_key=f"{key}:{other.id}",
        )
        for other in told
    ]
    await enqueue_notices(unit, rows, now=now)


async def tell_of_first_account(
    unit: UnitOfWork,
    person: Person,
    here: KnownAddress,
    invitation: Invitation,
    *,
    day: date,
    now: datetime,
) -> None:
    """Tells the office of a person who came in by a code that somebody else had made.

    At once where that is nobody of the office, else with what its others are told anyway:
    nobody but the office can know that the code came into the right hands. Those who have no
    account yet themselves are not told.
    """
    if invitation.created_by == person.id:
        return
    office = await list_responsible(unit, person, day=day)
    there = await addresses.preferred(unit, office)
    told = {number: person for number, person in office.items() if number in there}
    made_there = invitation.created_by is None or invitation.created_by in office
    by = await find_inviter(unit, invitation)
    lines = [
        News(
            person_id=colleague.id,
            section=Section.REFORMS,
            key="device-first",
            args={
                "name": person.name,
                "account": label("account-name", colleague.language, channel=here.address.channel),
                "by": by or label("device-by-office", colleague.language),
            },
            command=OpenPerson(person.id).key,
            label_key="device-first-button",
            dedupe_key=f"first:{here.id}:{colleague.id}",
            urgent=not made_there,
        )
        for colleague in told.values()
        if colleague.id != invitation.created_by
    ]
    await add_news(unit, lines, now=now)


def _standing(unit: UnitOfWork, *choices: Choice) -> Prompt:
    return Prompt(id=f"{COMMAND_PROMPT}d{unit.new_id()}", expects=Expects.CHOICE, choices=choices)


async def tell_office(
    unit: UnitOfWork, done: CutOff, *, by: Person, policy: Policy, now: datetime
) -> None:
    """Tells the office that somebody else than it cut off a person, who needs a new code."""
    day = policy.day_of(now)
    if await goes_to_account(unit, by, done.person_id, day=day):
        lost = (await people.persons(unit, [done.person_id]))[done.person_id]
        words = {"by": by.name}
        await tell_responsible(
            unit, lost, StaffWord("lostphone-staff-told", words), policy=policy, now=now
        )


async def disown_account(
    context: ActorContext, address_id: int, *, here: KnownAddress, talk: Conversation
) -> str:
    """Cuts off one account that its person does not know, and tells the office.

    Returns its messenger; raises NotFound unless it is another account of theirs.
    """
    unit, person = context.unit, context.actor
    own = {known.id: known for known in await addresses.of_person(unit, person.id)}
    found = own.get(address_id) if address_id != here.id else None
    if found is None:
        raise NotFound(_GONE)
    used = await invitations.find_used_by(unit, address_id)
    by = await find_inviter(unit, used) if used else ""
    await close_accounts(unit, person.id, [found], talk=talk, by=person, now=context.now)
    words = {
        "account": label("account-name", person.language, channel=found.address.channel),
        "by": by or label("device-by-office", person.language),
    }
    word = StaffWord("device-staff-disowned", words)
    await tell_responsible(unit, person, word, policy=context.policy, now=context.now)
    return found.address.channel
