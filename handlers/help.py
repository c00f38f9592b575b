"""Help in words, for the question that is open or for the person's posts."""

from collections.abc import Iterator, Sequence

from dialogue.inputs import Press
from domain.message import Choice
from domain.people import Role
from handlers.handler import Handler
from handlers.menu import list_tasks
from handlers.standing import StandingHandler, show
from operations.access import OFFICE, REPORTING, held
from operations.late import nudging_posts
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
    tasks = list_tasks(turn)
    turn.say("help-opening")
    names = (*tasks, *_rare(turn), *general)
    turn.say_rich("\n".join(turn.text(f"help-{name}") for name in dict.fromkeys(names)))
    turn.say("help-closing")
    show(turn, *(Choice(name, turn.label(f"menu-{name}")) for name in tasks))


def _rare(turn: Turn) -> Iterator[str]:
    """Yields the tasks that are too rare for a button of the menu."""
    if nudging_posts(turn.posts, turn.today):
        yield "nudge"
    if held(turn.posts, {Role.CADRE}, turn.today):
        yield from ("visitplan", "turnout")
    if held(turn.posts, OFFICE, turn.today):
        yield from (
            "duties",
            "turnout",
            "contrasts",
            "workbook",
            "freedays",
            "introduce",
            "event",
            "counters",
            "casefigures",
            "yeargrade",
        )
    if held(turn.posts, {Role.ADMINISTRATOR}, turn.today):
        yield "kinds"
    if held(turn.posts, REPORTING, turn.today):
        yield from ("grade", "yeargrade", "exemplar", "trial", "counters")
    if turn.posts:
        yield from ("news", "pause")
