"""A fresh link to the web page, for whoever lost theirs."""

from dialogue.inputs import Input
from domain.refusals import NotFound
from operations.codes import RandomBytes
from operations.people.invitations import LINK_MINUTES, make_link_code
from operations.turn import Turn


async def make_own_code(turn: Turn, public_url: str, random_bytes: RandomBytes) -> str:
    """Returns a code that opens a page once; raises NotFound where there are no pages."""
    person = turn.require_person()
    if not public_url:
        raise NotFound("weblink-none")
    return await make_link_code(turn.unit, person, random_bytes=random_bytes, now=turn.now)


class WebLinkHandler:
    """Gives a personal link that opens the web page once; `public_url` is where the page is."""

    name = "weblink"
    command = "web"
    words = "weblink-words"
    takes_files = False

    def __init__(self, public_url: str, random_bytes: RandomBytes) -> None:
        self._public_url = public_url.rstrip("/")
        self._random_bytes = random_bytes

    async def begin(self, turn: Turn, argument: str) -> None:  # noqa: ARG002 - takes none
        """Says the link; whatever question is open stays open."""
        code = await make_own_code(turn, self._public_url, self._random_bytes)
        turn.say("weblink-here", link=f"{self._public_url}/enter?c={code}", minutes=LINK_MINUTES)

    async def answer(self, turn: Turn, given: Input) -> None:  # noqa: ARG002 - nothing to answer
        """Gives another link."""
        await self.begin(turn, "")
