"""Reports entered for a leader: her yes or no; and for those who enter, whose wait."""

from dialogue.inputs import Input, Late, Press, Say
from domain.buttons import read_button
from domain.message import Choice, Expects
from domain.reading import clean_text
from domain.refusals import BadInput, Conflict
from domain.talks import TaskState
from handlers.screen import (
    page_buttons,
    say_page,
    shorten,
    show,
    take_page,
    unfit_key,
)
from operations.access import own_chapters
from operations.notifications.late import list_late
from operations.reports.buttons import (
    TYPED_BUTTONS,
    ConfirmTyped,
    DisputeTyped,
    LatePage,
    SeeReport,
    WriteReport,
)
from operations.reports.typed_reports import confirm_typed, list_unconfirmed, object_to_typed
from operations.turn import Turn
from operations.wording import period_words


class WhyDisputed(TaskState):
    """What is wrong with a version that was typed is asked."""

    meeting: int
    version: int


class TypedHandler:
    """Lists what was typed, or is to be; confirms it, or takes what is wrong with it."""

    name = "typed"
    command = "nhapthay|typed"
    words = "command-typed-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Does what a button names."""
        match read_button(argument, *TYPED_BUTTONS):
            case ConfirmTyped(meeting_id, version):
                await _confirm(turn, meeting_id, version)
            case DisputeTyped(meeting_id, version):
                self._ask_why(turn, WhyDisputed(meeting=meeting_id, version=version))
            case _ if own_chapters(turn.posts, turn.today):
                await _show_mine(turn)
            case LatePage(number):
                await _show_late(turn, number)
            case _:
                await _show_late(turn, 1)

    def _ask_why(self, turn: Turn, state: WhyDisputed) -> None:
        turn.start(self.name, state)
        turn.say("typed-why")
        turn.ask(
            (Choice("skip", turn.label("typed-button-no-reason")),),
            expects=Expects.TEXT,
            navigation=(Choice("cancel", turn.label("button-cancel")),),
        )

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the reason of an objection."""
        state = turn.state(WhyDisputed)
        if given == Press("cancel"):
            turn.say("typed-left")
            show(turn, _report(turn, state.meeting))
        elif given == Press("skip"):
            await _object(turn, state, "")
        elif isinstance(given, Say | Late):
            await _object(turn, state, clean_text(given.text))
        else:
            turn.say(unfit_key(turn))
            turn.repeat_prompt()


async def _confirm(turn: Turn, meeting_id: int, version: int) -> None:
    try:
        typed = await confirm_typed(turn.context, meeting_id=meeting_id, version=version)
    except Conflict as refusal:
        turn.say(refusal.code, **refusal.facts)
    else:
        turn.say("typed-confirmed-thanks", chapter=typed.chapter.name)
    show(turn, _report(turn, meeting_id))


async def _object(turn: Turn, state: WhyDisputed, reason: str) -> None:
    try:
        typed = await object_to_typed(
            turn.context, meeting_id=state.meeting, version=state.version, reason=reason
        )
    except BadInput as refusal:
        turn.say(refusal.code, **refusal.facts)
        turn.repeat_prompt()
        return
    except Conflict as refusal:
        turn.say(refusal.code, **refusal.facts)
        show(turn, _report(turn, state.meeting))
        return
    turn.say("typed-objected-thanks", by=typed.typist)
    ways = [_report(turn, typed.meeting.id)]
    if not typed.meeting.is_closed(turn.today):
        key = WriteReport(typed.meeting.id).key
        ways.insert(0, Choice(key, turn.label("history-button-correct")))
    show(turn, *ways)


async def _show_mine(turn: Turn) -> None:
    found = await list_unconfirmed(turn.unit, turn.posts, today=turn.today)
    turn.say("typed-mine" if found else "typed-mine-none", count=len(found))
    show(
        turn,
        *(
            Choice(
                SeeReport(meeting.id).key,
                turn.label(
                    "typed-button-look",
                    number=report.number,
                    period=period_words(meeting.period, turn.language),
                ),
            )
            for report, meeting in found
        ),
    )


async def _show_late(turn: Turn, number: int) -> None:
    found = await list_late(turn.unit, turn.posts, today=turn.today, even_due=True)
    page = take_page(found, number)
    turn.say("typed-late" if found else "typed-late-none")
    say_page(turn, page)
    show(
        turn,
        *(
            Choice(
                WriteReport(late.row.meeting_id).key,
                shorten(turn.label("typed-button-for", chapter=late.row.chapter_name)),
            )
            for late in page.items
        ),
        navigation=page_buttons(turn, page, LatePage),
    )


def _report(turn: Turn, meeting_id: int) -> Choice:
    return Choice(SeeReport(meeting_id).key, turn.label("button-view-report"))
