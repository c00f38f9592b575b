"""The directory by workbook: what to send, how to read it, and the word that brings it in."""

from dialogue.inputs import Input, Late, Say
from domain.message import Choice, Expects
from handlers.screen import menu_button, parse_number, show
from operations.access import OFFICE, held
from operations.turn import Turn
from operations.workbook.chat import (
    drop,
    keep_workbook,
    queue_apply,
    queue_export,
    queue_look,
    require_own_look,
)


class WorkbookHandler:
    """Takes a workbook ("file"), brings a previewed one in ("a12") or drops it ("x12").

    A list in an office's own layout is agreed to ("m7"), dropped ("q7"), or put right ("e7"):
    then it stays in charge, and what is typed changes how the list is read. With "export" it
    has one's own part of the directory written out.
    """

    name = "workbook"
    command = "danhba|workbook"
    words = "command-workbook-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Does what a button or a file asks for, else explains."""
        act, number = argument[:1], parse_number(argument[1:])
        if argument == "file":
            await keep_workbook(turn)
            turn.say("workbook-received")
        elif argument == "export":
            await queue_export(turn)
            turn.say("workbook-exporting")
        elif act == "e" and number:
            await self._ask(turn, number)
            return
        elif number and await _act(turn, act, number):
            pass
        else:
            turn.say("workbook-send")
            if held(turn.posts, OFFICE, turn.today):
                show(turn, Choice("workbook.export", turn.label("workbook-button-export")))
                return
        show(turn)

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes a line that puts a list right."""
        number = int(turn.talk.state.get("look", 0))
        if isinstance(given, Say | Late) and number:
            await queue_look(turn, number, said=given.text)
            turn.say("workbook-looking")
            show(turn)
        else:
            turn.say("workbook-correct")
            turn.repeat_prompt()

    async def _ask(self, turn: Turn, number: int) -> None:
        await require_own_look(turn, number)
        turn.say("workbook-correct")
        turn.leave()
        turn.ask((), expects=Expects.TEXT, navigation=(menu_button(turn),))
        turn.talk.handler, turn.talk.state = self.name, {"look": number}


async def _act(turn: Turn, act: str, number: int) -> bool:
    """Does what a button asks for; False for none of its own."""
    match act:
        case "a":
            await queue_apply(turn, number)
            turn.say("workbook-applying")
        case "x":
            await drop(turn, number)
            turn.say("workbook-dropped")
        case "m":
            await queue_look(turn, number, agreed=True)
            turn.say("workbook-received")
        case "q":
            await require_own_look(turn, number)
            turn.say("workbook-dropped")
        case _:
            return False
    return True
