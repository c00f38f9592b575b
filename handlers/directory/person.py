"""A person as those who answer for them see them."""

from domain.buttons import Button
from domain.message import Choice
from domain.talks import KnownAddress
from handlers.screen import phone_words
from operations.contacts import SILENT_AFTER
from operations.meetings.buttons import PausePerson
from operations.people.buttons import CutOffPerson, InvitePerson, RevokeCodesOf
from operations.people.person_card import PersonCard, get_person_card
from operations.titles import post_words
from operations.turn import Turn
from operations.wording import day_words, moment_words


async def say_person(turn: Turn, person_id: int) -> tuple[Choice, ...]:
    """Says who somebody is and how they are reached; returns what can be done."""
    card = await get_person_card(turn.unit, turn.posts, person_id, today=turn.today, now=turn.now)
    person = card.person
    titles = await post_words(turn.unit, card.posts, turn.language)
    turn.say(
        "person-card",
        name=person.name,
        phone=phone_words(turn, person.phone),
        titles=titles or turn.label("person-no-post"),
    )
    turn.say_rich(*_accounts(turn, card), *_sent(turn, card), *_codes(turn, card))
    return _actions(turn, card)


def _accounts(turn: Turn, card: PersonCard) -> list[str]:
    if not card.accounts:
        return [turn.text("person-no-account")]
    lines = [
        turn.text(
            "person-account" if account.reachable else "person-account-lost",
            account=account_words(turn, account),
        )
        for account in card.accounts
    ]
    if card.unanswered >= SILENT_AFTER:
        lines.append(turn.text("person-silent", count=card.unanswered))
    return ["\n".join(lines)]


def account_words(turn: Turn, account: KnownAddress) -> str:
    """Returns the messenger of an account in words."""
    return turn.label("account-name", channel=account.address.channel)


def _sent(turn: Turn, card: PersonCard) -> list[str]:
    lines = [
        turn.text(
            "person-sent",
            at=moment_words(turn.policy.local(sent.sent_at or sent.created_at), turn.language),
            account=turn.label("account-name", channel=sent.channel),
            result=turn.label(f"sent-{sent.state}"),
        )
        for sent in card.sent
    ]
    return ["\n".join([turn.text("person-sent-list"), *lines])] if lines else []


def _codes(turn: Turn, card: PersonCard) -> list[str]:
    until = [turn.policy.day_of(code.expires_at) for code in card.codes[:1]]
    return [turn.text("person-code-open", until=day_words(day)) for day in until]


def _actions(turn: Turn, card: PersonCard) -> tuple[Choice, ...]:
    person_id = card.person.id
    ways: tuple[tuple[object, str, Button], ...] = (
        (card.may_invite, "invite", InvitePerson(person_id)),
        (card.may_invite and card.codes, "revoke", RevokeCodesOf(person_id)),
        (card.may_pause, "pause", PausePerson(person_id)),
        (card.may_cut_off, "cut-off", CutOffPerson(person_id)),
    )
    return tuple(
        Choice(button.key, turn.label(f"person-button-{name}"))
        for is_offered, name, button in ways
        if is_offered
    )
