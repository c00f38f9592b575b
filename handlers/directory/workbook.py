"""The directory by workbook: what to send, how to read it, and the word that brings it in."""

from dialogue.inputs import Input, Press
from domain.buttons import read_button
from domain.message import Choice, Expects
from domain.talks import TaskState
from handlers.screen import menu_button, show
from handlers.steps import typed
from operations.access import OFFICE, held
from operations.turn import Turn
from operations.workbook.buttons import (
    WORKBOOK_BUTTONS,
    AgreeToList,
    ApplyImport,
    CorrectList,
    DropImport,
    DropList,
    ExportDirectory,
)
from operations.workbook.chat import (
    drop,
    keep_workbook,
    queue_apply,
    queue_export,
    queue_look,
    require_own_look,
)


class ListToCorrect(TaskState):
    """A list in an office's own layout; what is typed changes how it is read."""

    look: int


class WorkbookHandler:
    """Takes a workbook ("file"), brings in or drops what was previewed, has one written out."""

    name = "workbook"
    command = "danhba|workbook"
    words = "command-workbook-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Does what a button or a file asks for, else explains."""
        match read_button(argument, *WORKBOOK_BUTTONS):
            case ApplyImport(number):
                await queue_apply(turn.context, number, turn.here)
                turn.say("workbook-applying")
            case DropImport(number):
                await drop(turn.context, number)
                turn.say("workbook-dropped")
            case AgreeToList(number):
                await queue_look(turn.context, number, agreed=True)
                turn.say("workbook-received")
            case DropList(number):
                await require_own_look(turn.context, number)
                turn.say("workbook-dropped")
            case CorrectList(number):
                await self._ask(turn, number)
                return
            case ExportDirectory():
                await queue_export(turn)
                turn.say("workbook-exporting")
            case _ if argument == "file":
                await keep_workbook(turn)
                turn.say("workbook-received")
            case _:
                _explain(turn)
                return
        show(turn)

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes a line that puts a list right."""
        text = typed(given)
        if given == Press("menu"):
            turn.say("cancel-left")
            show(turn)
        elif text is None:
            turn.say("workbook-correct")
            turn.repeat_prompt()
        else:
            await queue_look(turn.context, turn.state(ListToCorrect).look, said=text)
            turn.say("workbook-looking")
            show(turn)

    async def _ask(self, turn: Turn, number: int) -> None:
        await require_own_look(turn.context, number)
        turn.start(self.name, ListToCorrect(look=number))
        turn.say("workbook-correct")
        turn.ask((), expects=Expects.TEXT, navigation=(menu_button(turn),))


def _explain(turn: Turn) -> None:
    turn.say("workbook-send" if turn.abilities.takes_files else "files-not-taken")
    export = Choice(ExportDirectory().key, turn.label("workbook-button-export"))
    show(turn, *((export,) if held(turn.posts, OFFICE, turn.today) else ()))
