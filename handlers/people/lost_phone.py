"""A lost phone: the accounts on it are closed at once."""

from dialogue.inputs import Input, Press
from domain.buttons import read_button
from domain.message import Choice
from domain.talks import TaskState
from handlers.directory.person import account_words
from handlers.screen import show
from handlers.steps import YES, ask_again
from operations.people.access_revocation import cut_off, cut_off_oneself, find_lost
from operations.people.buttons import CutOffPerson, DisownAccount, InvitePerson
from operations.people.devices import disown_account, tell_office
from operations.turn import Turn


class LostPhone(TaskState):
    """Whose accounts are to be closed."""

    person: int


class LostPhoneHandler:
    """Closes somebody's accounts, or one's own others, after one question.

    One account of one's own that one does not know is closed at once.
    """

    name = "lostphone"
    command = "matmay|lostphone"
    words = "command-lostphone-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Says which accounts would be closed, and asks."""
        match read_button(argument, CutOffPerson, DisownAccount):
            case DisownAccount(address):
                await _disown(turn, address)
            case CutOffPerson(person):
                await self._ask(turn, person)
            case _:
                await self._ask(turn, turn.require_person().id)

    async def _ask(self, turn: Turn, person_id: int) -> None:
        own = turn.require_person()
        person, lost = await find_lost(turn.context, person_id, spare=turn.here.id)
        turn.leave()
        if not lost:
            turn.say("lostphone-none" if person == own else "lostphone-none-theirs")
            show(turn)
            return
        turn.start(self.name, LostPhone(person=person.id))
        listed = ", ".join(account_words(turn, account) for account in lost)
        if person == own:
            turn.say("lostphone-ask-own", accounts=listed)
        else:
            turn.say("lostphone-ask", name=person.name, accounts=listed)
        turn.ask(tuple(Choice(key, turn.label(f"lostphone-{key}")) for key in ("yes", "no")))

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes yes or no."""
        if not isinstance(given, Press):
            ask_again(turn)
        elif given == YES:
            await _close(turn, turn.state(LostPhone).person)
        else:
            turn.leave()
            turn.say("lostphone-kept")
            show(turn)


async def _close(turn: Turn, person_id: int) -> None:
    own = turn.require_person()
    is_own = person_id == own.id
    if is_own:
        done = await cut_off_oneself(turn.context, turn.talk, spare=turn.here.id)
    else:
        done = await cut_off(turn.context, person_id)
        await tell_office(turn.unit, done, by=own, policy=turn.policy, now=turn.now)
    turn.unsettled.add(done.talk_id)
    turn.leave()
    turn.say("lostphone-done", accounts=len(done.channels), codes=done.codes)
    again = Choice(InvitePerson(person_id).key, turn.label("person-button-invite"))
    show(turn, *(() if is_own else (again,)))


async def _disown(turn: Turn, address_id: int) -> None:
    channel = await disown_account(turn.context, address_id, here=turn.here, talk=turn.talk)
    turn.say("device-disowned", account=turn.label("account-name", channel=channel))
    show(turn)
