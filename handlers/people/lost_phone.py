"""A lost phone: the accounts on it are closed at once."""

from dialogue.inputs import Input, Press
from domain.message import Choice
from handlers.directory.person import account_words
from handlers.screen import parse_number, show, unfit_key
from operations.people.access_revocation import cut_off, find_lost
from operations.people.devices import disown_account, tell_office
from operations.turn import Turn


class LostPhoneHandler:
    """Closes somebody's accounts ("p12"), or one's own others, after one question.

    "n34" closes one account of one's own that one does not know, at once.
    """

    name = "lostphone"
    command = "matmay|lostphone"
    words = "command-lostphone-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Says which accounts would be closed, and asks."""
        own = turn.require_person()
        if argument.startswith("n"):
            await _disown(turn, parse_number(argument[1:]))
            return
        wanted = parse_number(argument[1:]) if argument.startswith("p") else own.id
        person, lost = await find_lost(
            turn.unit, wanted, by=own, by_posts=turn.posts, spare=turn.here.id, today=turn.today
        )
        turn.leave()
        if not lost:
            turn.say("lostphone-none" if person == own else "lostphone-none-theirs")
            show(turn)
            return
        turn.talk.handler, turn.talk.state = self.name, {"person": person.id}
        listed = ", ".join(account_words(turn, one) for one in lost)
        if person == own:
            turn.say("lostphone-ask-own", accounts=listed)
        else:
            turn.say("lostphone-ask", name=person.name, accounts=listed)
        turn.ask(tuple(Choice(key, turn.label(f"lostphone-{key}")) for key in ("yes", "no")))

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes yes or no."""
        if not isinstance(given, Press):
            turn.say(unfit_key(turn))
            turn.repeat_prompt()
        elif given.key == "yes":
            await self._close(turn, turn.talk.state["person"])
        else:
            turn.leave()
            turn.say("lostphone-kept")
            show(turn)

    async def _close(self, turn: Turn, person_id: int) -> None:
        own = turn.require_person()
        is_own = person_id == own.id
        done = await cut_off(
            turn.unit,
            person_id,
            by=own,
            by_posts=turn.posts,
            own_talk=turn.talk if is_own else None,
            spare=turn.here.id if is_own else None,
            policy=turn.policy,
            now=turn.now,
        )
        if not is_own:
            await tell_office(turn.unit, done, by=own, policy=turn.policy, now=turn.now)
        turn.unsettled.add(done.talk_id)
        turn.leave()
        turn.say("lostphone-done", accounts=len(done.channels), codes=done.codes)
        again = Choice(f"invite.p{person_id}", turn.label("person-button-invite"))
        show(turn, *(() if is_own else (again,)))


async def _disown(turn: Turn, address_id: int) -> None:
    channel = await disown_account(
        turn.unit,
        turn.require_person(),
        address_id,
        here=turn.here,
        talk=turn.talk,
        policy=turn.policy,
        now=turn.now,
    )
    turn.say("device-disowned", account=turn.label("account-name", channel=channel))
    show(turn)
