"""A person takes their consent back: told what follows, asked once, done."""

from domain.buttons import read_button
from domain.message import Choice
from handlers.screen import ScreenHandler, show
from operations.people.buttons import WithdrawConsent
from operations.people.erasing import withdraw_consent
from operations.people.privacy import StaffWord, tell_responsible
from operations.turn import Turn


class WithdrawalHandler(ScreenHandler):
    """Explains, then lets every account of the person go."""

    name = "withdrawal"
    command = "rutdongy|withdraw"
    words = "command-withdrawal-words"

    async def begin(self, turn: Turn, argument: str) -> None:
        """Explains or does it."""
        person = turn.require_person()
        if read_button(argument, WithdrawConsent) is None:
            turn.say("withdrawal-ask")
            show(
                turn,
                Choice(WithdrawConsent().key, turn.label("withdrawal-button-yes")),
                Choice("privacy", turn.label("button-back")),
            )
            return
        await tell_responsible(
            turn.unit,
            person,
            StaffWord("withdrawal-staff-told"),
            policy=turn.policy,
            now=turn.now,
        )
        turn.leave()
        turn.say("withdrawal-done")
        await withdraw_consent(turn.unit, person, now=turn.now)
        turn.draft = None
        turn.rebound = True
