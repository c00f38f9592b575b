"""The digest of a place on request, and posted by hand after a look at it."""

from documents.tables.columns import SheetName
from domain.buttons import read_button
from domain.calendar import period_of
from domain.message import Choice
from domain.refusals import Conflict
from domain.reporting_span import Span
from handlers.screen import ScreenHandler, show
from handlers.steps import choice, choose_desk, period_buttons, say_refusal
from operations.exports.asking import list_sheets
from operations.exports.buttons import TakeWorkbook
from operations.figures.buttons import OverviewOfPlace
from operations.notifications.buttons import (
    OWN_DIGEST_BUTTONS,
    DigestView,
    PlanPosting,
    PostDigest,
    SendDigest,
    ShowDigest,
)
from operations.notifications.digest_requests import (
    Preview,
    ask_for_picture,
    ask_to_post,
    preview_digest,
)
from operations.turn import Turn


class DigestHandler(ScreenHandler):
    """Shows a digest, sends it with its picture, or posts it to the channels of its place."""

    name = "digest"
    command = "bantonghop|digest"
    words = "command-digest-words"

    async def begin(self, turn: Turn, argument: str) -> None:
        """Does what the button names, else shows the running month."""
        view = read_button(argument, *OWN_DIGEST_BUTTONS) or ShowDigest(
            period=period_of(turn.today, 1)
        )
        if view.period.months != 1 or view.period > period_of(turn.today, 1):
            view = ShowDigest(period=period_of(turn.today, 1), place=view.place)
        number = await choose_desk(
            turn,
            view.place,
            key="overview-which",
            button=lambda place: ShowDigest(period=view.period, place=place),
        )
        if number is None:
            return
        match view:
            case SendDigest():
                await ask_for_picture(turn.context, number, view.period, turn.here)
                turn.say("digest-coming")
                show(turn, _back(turn, view, number))
            case PlanPosting():
                await _plan(turn, view, number)
            case PostDigest(mark=mark):
                await _post(turn, view, number, mark)
            case _:
                await _show(turn, view, number)


def _back(turn: Turn, view: DigestView, place: int) -> Choice:
    return choice(turn, ShowDigest(period=view.period, place=place), "button-back")


async def _show(turn: Turn, view: DigestView, place: int) -> None:
    found, month = await preview_digest(turn.context, place, view.period), view.period
    turn.say_rich(found.text)
    ways = [choice(turn, SendDigest(period=month, place=place), "digest-button-picture")]
    if SheetName.FIGURES in list_sheets(turn.posts, turn.today):
        span = Span(month.year, month.month, 1)
        sheet = TakeWorkbook(SheetName.FIGURES, span, place)
        ways.append(choice(turn, sheet, "sheet-button-xlsx"))
    if found.targets:
        plan = PlanPosting(period=month, place=place)
        ways.append(choice(turn, plan, "digest-button-plan"))
    overview = OverviewOfPlace(period=month, place=place)
    show(
        turn,
        *ways,
        navigation=(
            *period_buttons(turn, month, lambda other: ShowDigest(period=other, place=place)),
            choice(turn, overview, "digest-button-overview"),
        ),
    )


async def _plan(turn: Turn, view: DigestView, place: int) -> None:
    found = await preview_digest(turn.context, place, view.period)
    if not found.targets:
        turn.say("digest-no-channel")
        show(turn, _back(turn, view, place))
        return
    turn.say("digest-plan", channels=_channels(found))
    turn.say_rich(found.text)
    post = PostDigest(period=view.period, place=place, mark=found.mark)
    show(
        turn,
        choice(turn, post, "digest-button-post"),
        navigation=(_back(turn, view, place),),
    )


def _channels(found: Preview) -> str:
    return ", ".join(f"“{one.here.title}”" for one in found.targets)


async def _post(turn: Turn, view: DigestView, place: int, mark: str) -> None:
    try:
        await ask_to_post(turn.context, place, view.period, mark, turn.here)
    except Conflict as refusal:
        say_refusal(turn, refusal)
        await _plan(turn, view, place)
    else:
        turn.say("digest-posting")
        show(turn, _back(turn, view, place))
