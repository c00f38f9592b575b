"""A link for the calendar of one's own phone: made, made anew, taken back."""

from domain.buttons import read_button
from domain.refusals import NotFound
from handlers.screen import ScreenHandler, show
from handlers.steps import choice
from operations.cadres.buttons import MakeCalendarLink, RevokeCalendarLink
from operations.cadres.calendar_link import linked_since, make_calendar_link, revoke_calendar_link
from operations.codes import RandomBytes
from operations.turn import Turn
from operations.wording import moment_words


class CalendarLinkHandler(ScreenHandler):
    """Explains the link, makes one or takes it back."""

    name = "calendar"
    command = "lichdienthoai|calendar"
    words = "command-calendar-words"

    def __init__(self, public_url: str, random_bytes: RandomBytes) -> None:
        self._public_url = public_url.rstrip("/")
        self._random_bytes = random_bytes

    async def begin(self, turn: Turn, argument: str) -> None:
        """Does what is asked and shows what can be done next."""
        person = turn.require_person()
        if not self._public_url:
            raise NotFound("calendar-none")
        match read_button(argument, MakeCalendarLink, RevokeCalendarLink):
            case MakeCalendarLink():
                token = await make_calendar_link(
                    turn.unit,
                    person,
                    random_bytes=self._random_bytes,
                    policy=turn.policy,
                    now=turn.now,
                )
                turn.say("calendar-made", link=f"{self._public_url}/calendar/{token}.ics")
            case RevokeCalendarLink():
                was_there = await revoke_calendar_link(turn.unit, person, now=turn.now)
                turn.say("calendar-off" if was_there else "calendar-was-off")
            case _:
                await _explain(turn)
        await _offer(turn)


async def _explain(turn: Turn) -> None:
    since = await linked_since(turn.unit, turn.require_person())
    turn.say("calendar-about")
    if since is not None:
        turn.say("calendar-since", at=moment_words(turn.policy.local(since), turn.language))


async def _offer(turn: Turn) -> None:
    since = await linked_since(turn.unit, turn.require_person())
    words = "calendar-button-new" if since else "calendar-button-make"
    choices = [choice(turn, MakeCalendarLink(), words)]
    if since is not None:
        choices.append(choice(turn, RevokeCalendarLink(), "calendar-button-off"))
    show(turn, *choices)
