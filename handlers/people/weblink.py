"""A fresh link to the web page, for whoever lost theirs."""

from dialogue.inputs import Input
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
            "weblink-here",
            link=f"{self._public_url}/enter?c={code}",
            minutes=int(LINK_LASTS.total_seconds()) // 60,
        )

    async def answer(self, turn: Turn, given: Input) -> None:  # noqa: ARG002 - nothing to answer
        """Gives another link."""
        await self.begin(turn, "")
