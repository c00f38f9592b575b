"""Begins to practise: from here on everything can be tried and nothing counts."""

from domain.buttons import read_button
from handlers.screen import ScreenHandler, show
from operations.people.buttons import EndPractice
from operations.people.practice import begin_practice
from operations.turn import Turn

# A talk that practice begins with is named by its command, and never by anything longer.
_LONGEST = 32


class PracticeHandler(ScreenHandler):
    """Begins with the menu, or with the talk whose command is given; "end" ends nothing here."""

    name = "practice"
    command = "lamthu|practice"
    words = "command-practice-words"

    async def begin(self, turn: Turn, argument: str) -> None:
        """Begins; the answer itself is already practice."""
        turn.require_person()
        if read_button(argument, EndPractice):
            turn.say("practice-not-now")
            show(turn)
            return
        begin_practice(turn)
        if argument.isalpha() and len(argument) <= _LONGEST and turn.talk.practice is not None:
            turn.talk.practice["first"] = f"/{argument}"
