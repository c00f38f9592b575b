"""A fresh link to the web page or to the desk, for whoever lost theirs."""

from dialogue.inputs import Input
from domain.codes import format_code
from domain.refusals import NotFound
from operations.codes import RandomBytes
from operations.people.invitations import LINK_LASTS, make_link_code
from operations.turn import Turn


class WebLinkHandler:
    """Gives a personal link that opens the web page once; `public_url` is where the page is."""

    name = "weblink"
    command = "web"
    words = "weblink-words"
    takes_files = False
    # Where the link is spent, and the text that gives it.
    door = "enter"
    here = "weblink-here"

    def __init__(self, public_url: str, random_bytes: RandomBytes) -> None:
        self._public_url = public_url.rstrip("/")
        self._random_bytes = random_bytes

    async def begin(self, turn: Turn, argument: str) -> None:  # noqa: ARG002 - takes none
        """Says the link; whatever question is open stays open."""
        person = turn.require_person()
        if not self._public_url:
            raise NotFound("weblink-none")
        code = await make_link_code(
            turn.unit, person, random_bytes=self._random_bytes, now=turn.now
        )
        turn.say(
            self.here,
            link=f"{self._public_url}/{self.door}?c={code}",
            code=format_code(code),
            minutes=int(LINK_LASTS.total_seconds()) // 60,
        )

    async def answer(self, turn: Turn, given: Input) -> None:  # noqa: ARG002 - nothing to answer
        """Gives another link."""
        await self.begin(turn, "")


class DeskLinkHandler(WebLinkHandler):
    """Gives a personal link that opens the desk once, and the code to type it there."""

    name = "desk"
    command = "banlamviec|desk"
    words = "desk-words"
    door = "desk/enter"
    here = "desk-here"
