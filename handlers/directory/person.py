"""A person as those who answer for them see them."""

from domain.message import Choice
from domain.talks import KnownAddress
from operations.contacts import SILENT_AFTER
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
        phone=person.phone or "–",
        titles=titles or turn.label("person-no-post"),
    )
    turn.say_rich(*_accounts(turn, card), *_sent(turn, card), *_codes(turn, card))
    return _actions(turn, card)


def _accounts(turn: Turn, card: PersonCard) -> list[str]:
    if not card.accounts:
        return [turn.text("person-no-account")]
    lines = [
        turn.text(
            "person-account" if one.reachable else "person-account-lost",
            account=account_words(turn, one),
        )
        for one in card.accounts
    ]
    if card.unanswered >= SILENT_AFTER:
        lines.append(turn.text("person-silent", count=card.unanswered))
    return ["\n".join(lines)]


def account_words(turn: Turn, one: KnownAddress) -> str:
    """Returns the messenger of an account in words."""
    return turn.label("account-name", channel=one.address.channel)


def _sent(turn: Turn, card: PersonCard) -> list[str]:
    lines = [
        turn.text(
            "person-sent",
            at=moment_words(turn.policy.local(one.sent_at or one.created_at), turn.language),
            account=turn.label("account-name", channel=one.channel),
            result=turn.label(f"sent-{one.state}"),
        )
        for one in card.sent
    ]
    return ["\n".join([turn.text("person-sent-list"), *lines])] if lines else []


def _codes(turn: Turn, card: PersonCard) -> list[str]:
    until = [day_words(turn.policy.local(one.expires_at).date()) for one in card.codes[:1]]
    return [turn.text("person-code-open", until=day) for day in until]


def _actions(turn: Turn, card: PersonCard) -> tuple[Choice, ...]:
    person_id = card.person.id
    wanted = [
        *([("invite", f"invite.p{person_id}")] if card.may_invite else []),
        *([("revoke", f"invite.v{person_id}")] if card.may_invite and card.codes else []),
        *([("pause", f"pause.p{person_id}")] if card.may_pause else []),
        *([("cut-off", f"lostphone.p{person_id}")] if card.may_cut_off else []),
    ]
    return tuple(Choice(key, turn.label(f"person-button-{name}")) for name, key in wanted)
