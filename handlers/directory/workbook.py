"""The directory by workbook: what to send, and the word that brings it in."""

from domain.message import Choice
from handlers.standing import StandingHandler, parse_number, show
from operations.access import OFFICE, held
from operations.turn import Turn
from operations.workbook.chat import drop, keep_workbook, queue_apply, queue_export


class WorkbookHandler(StandingHandler):
    """Takes a workbook ("file"), brings a previewed one in ("a12") or drops it ("x12").

    With "export" it has one's own part of the directory written out.
    """

    name = "workbook"
    command = "danhba|workbook"
    words = "command-workbook-words"

    async def begin(self, turn: Turn, argument: str) -> None:
        """Does what a button or a file asks for, else explains."""
        number = parse_number(argument[1:])
        if argument == "file":
            await keep_workbook(turn)
            turn.say("workbook-received")
        elif argument.startswith("a") and number:
            await queue_apply(turn, number)
            turn.say("workbook-applying")
        elif argument.startswith("x") and number:
            await drop(turn, number)
            turn.say("workbook-dropped")
        elif argument == "export":
            await queue_export(turn)
            turn.say("workbook-exporting")
        else:
            turn.say("workbook-send")
            if held(turn.posts, OFFICE, turn.today):
                show(turn, Choice("workbook.export", turn.label("workbook-button-export")))
                return
        show(turn)
