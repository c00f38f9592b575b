"""The way to the desk: a link to it, or the word that opens it on a screen that waits."""

from dialogue.inputs import Input, Press
from domain.codes import format_code, normalise_short_code
from domain.message import Choice
from domain.talks import TaskState
from handlers.people.weblink import make_own_code
from handlers.screen import show
from handlers.steps import ask_again
from operations.codes import RandomBytes
from operations.people.desk_requests import answer_request, find_request, offer_numbers
from operations.people.invitations import LINK_MINUTES
from operations.people.redeeming import CodesBlocked
from operations.turn import Turn
from operations.wording import time_words

_NOT_ME = "notme"


class DeskOpening(TaskState):
    """The browser that waits to be opened."""

    request: int


class DeskHandler:
    """Gives a personal link that opens the desk once; a code from its door opens it there.

    `public_url` is where the desk is.
    """

    name = "desk"
    command = "banlamviec|desk"
    words = "desk-words"
    takes_files = False

    def __init__(self, public_url: str, random_bytes: RandomBytes) -> None:
        self._public_url = public_url.rstrip("/")
        self._random_bytes = random_bytes

    async def begin(self, turn: Turn, argument: str) -> None:
        """Says the link, or asks about the screen that shows the code given."""
        if code := normalise_short_code(argument):
            await self._ask(turn, code)
            return
        made = await make_own_code(turn, self._public_url, self._random_bytes)
        turn.say(
            "desk-here",
            link=f"{self._public_url}/desk/enter?c={made}",
            code=format_code(made),
            minutes=LINK_MINUTES,
        )

    async def _ask(self, turn: Turn, code: str) -> None:
        """Asks for the number on the screen; a wrong code is said and counted, not raised."""
        turn.require_person()
        try:
            request = await find_request(
                turn.unit, code, turn.here, policy=turn.policy, now=turn.now
            )
        except CodesBlocked as refusal:
            turn.say(refusal.code)
            return
        if request is None:
            turn.say("desk-request-over")
            return
        turn.start(self.name, DeskOpening(request=request.id))
        turn.say(
            "desk-request-ask",
            device=request.device or turn.label("desk-device-unknown"),
            at=time_words(turn.policy.local(request.at)),
        )
        numbers = offer_numbers(request, self._random_bytes)
        turn.ask(
            tuple(Choice(str(number), str(number)) for number in numbers),
            navigation=(Choice(_NOT_ME, turn.label("desk-request-not-me")),),
        )

    async def answer(self, turn: Turn, given: Input) -> None:
        """Opens the desk where the number matches; anything else refuses it for good."""
        if not isinstance(given, Press):
            ask_again(turn)
            return
        request = turn.state(DeskOpening).request
        turn.leave()
        number = int(given.key) if given.key.isdecimal() else None
        opened = await answer_request(turn.unit, request, number, here=turn.here, now=turn.now)
        turn.say("desk-request-opened" if opened else "desk-request-refused")
        show(turn)
