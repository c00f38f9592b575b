from dialogue import Input
from domain.message import Choice
from handlers.groups import GroupsHandler
from handlers.handler import Handler, Registry
from handlers.people.enrolment import EnrolmentHandler
from handlers.people.weblink import WebLinkHandler
from operations.turn import Turn
from tests.codes import counting_bytes

PUBLIC_URL = "https://sinhhoat.example.vn"


class PlainHome:
    """A menu of one button, where tests are not about the menu."""

    name = "menu"
    command = "menu"
    words = ""
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:  # noqa: ARG002 - takes none
        turn.leave()
        turn.say_rich("MENU")
        turn.ask((Choice("menu", "Menu"),), commands=True)

    async def answer(self, turn: Turn, given: Input) -> None:  # noqa: ARG002 - always the same
        await self.begin(turn, "")


def registry(*others: Handler, public_url: str = PUBLIC_URL) -> Registry:
    home = PlainHome()
    enrolment = EnrolmentHandler(home)
    weblink = WebLinkHandler(public_url, counting_bytes(1000))
    return Registry(
        handlers=(enrolment, home, weblink, *others),
        enrolment=enrolment,
        groups=GroupsHandler(),
        home=home,
    )
