"""Help in words, for the question that is open or for the person's posts."""

from collections.abc import Sequence

from dialogue.inputs import Press
from domain.message import Choice
from handlers.handler import Handler
from handlers.standing import StandingHandler, show
from handlers.tasks import list_first, list_more
from operations.turn import STANDING, Turn

_EXAMPLE = "example"


class HelpHandler(StandingHandler):
    """Explains; `talks` are the handlers that can be in charge of an open question.

    `has_page` is true where there is a web page.
    """

    name = "help"
    command = "trogiup|help"
    words = "command-help-words"

    def __init__(self, talks: Sequence[Handler], *, has_page: bool) -> None:
        self._talks = talks
        page = ("weblink", "calendar") if has_page else ()
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

    async def begin(self, turn: Turn, argument: str) -> None:  # noqa: ARG002 - needs none
        """Helps with the open question and shows it again, else with what can be done."""
        talk = next((one for one in self._talks if one.name == turn.talk.handler), None)
        prompt = turn.talk.prompt.prompt if turn.talk.prompt else None
        if talk is None or prompt is None or prompt.id.startswith(STANDING):
            _explain(turn, self._general)
            return
        turn.say("help-in-talk")
        if any(choice.key == _EXAMPLE for choice in prompt.every_choice):
            await talk.answer(turn, Press(_EXAMPLE))
        else:
            turn.repeat_prompt()


def _explain(turn: Turn, general: Sequence[str]) -> None:
    tasks = list_first(turn)
    turn.say("help-opening")
    names = (*tasks, *list_more(turn), *general)
    turn.say_rich("\n".join(turn.text(f"help-{name}") for name in dict.fromkeys(names)))
    turn.say("help-closing")
    show(turn, *(Choice(name, turn.label(f"menu-{name}")) for name in tasks))
