"""Help in words, for the question that is open or for the person's posts."""

from collections.abc import Sequence

from dialogue.inputs import Press
from domain.buttons import Button, read_button
from domain.message import Choice
from handlers.handler import Handler
from handlers.screen import ScreenHandler, show
from handlers.tasks import list_first, list_more
from operations.turn import COMMAND_PROMPT, Turn

_EXAMPLE = "example"


class HelpWithAll(Button, task="help", letter="all"):
    """What can be done besides what is done every week."""


class HelpHandler(ScreenHandler):
    """Explains; `talks` are the handlers that can be in charge of an open question.

    `has_page` is true where there is a web page.
    """

    name = "help"
    command = "trogiup|help"
    words = "command-help-words"

    def __init__(self, talks: Sequence[Handler], *, has_page: bool) -> None:
        self._talks = talks
        page = ("weblink", "desk", "calendar") if has_page else ()
        self._general = (
            *page,
            "news",
            "lostphone",
            "practice",
            "privacy",
            "settings",
            "language",
            "cancel",
        )

    async def begin(self, turn: Turn, argument: str) -> None:
        """Helps with the open question and shows it again, else with what can be done.

        That is what is done every week, on one screen; "all" tells of the rest.
        """
        if read_button(argument, HelpWithAll):
            _explain_rest(turn, self._general)
            return
        talk = next((talk for talk in self._talks if talk.name == turn.talk.handler), None)
        prompt = turn.talk.prompt.prompt if turn.talk.prompt else None
        if talk is None or prompt is None or prompt.id.startswith(COMMAND_PROMPT):
            _explain(turn)
            return
        turn.say("help-in-talk")
        if any(choice.key == _EXAMPLE for choice in prompt.every_choice):
            await talk.answer(turn, Press(_EXAMPLE))
        else:
            turn.repeat_prompt()


def _explain(turn: Turn) -> None:
    tasks = list_first(turn)
    turn.say("help-opening")
    _say_lines(turn, tasks)
    turn.say("help-closing")
    show(turn, Choice(HelpWithAll().key, turn.label("help-button-all")))


def _explain_rest(turn: Turn, general: Sequence[str]) -> None:
    turn.say("help-rest")
    _say_lines(turn, (*list_more(turn), *general))
    show(turn, navigation=(Choice("help", turn.label("button-back")),))


def _say_lines(turn: Turn, names: Sequence[str]) -> None:
    if names:
        turn.say_rich("\n".join(turn.text(f"help-{name}") for name in dict.fromkeys(names)))
