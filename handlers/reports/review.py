"""Reports that wait for a word: accepted by one tap, or returned with a question and a reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from dialogue.inputs import Input, Press, Say
from domain.buttons import Button, read_button
from domain.message import Choice, Expects
from domain.reading import clean_text
from domain.refusals import BadInput, Closed, Conflict
from domain.talks import TaskState
from handlers.screen import (
    page_buttons,
    say_page,
    shorten,
    show,
    take_page,
    unfit_key,
)
from operations.reports.buttons import (
    REVIEW_BUTTONS,
    AcceptReport,
    AcceptUsual,
    ReturnReport,
    SeeReport,
    WaitingPage,
)
from operations.reports.review_states import list_waiting
from operations.reports.reviewing import (
    AT_ONCE,
    accept_report,
    accept_usual,
    check_return_reason,
    open_return,
    return_report,
)
from operations.turn import Turn
from operations.wording import moment_words
from storage.reports.reviews import WaitingReport

_REASONS = ("missing", "unclear", "differs", "no-photos")


@dataclass(frozen=True)
class _Step(Button, letter="s:"):
    """The question that is to be completed."""

    step: str


class WhichQuestion(TaskState):
    """A report is to be returned; which question is to be completed is asked."""

    meeting: int
    version: int
    seen: int


class WhyReturned(WhichQuestion):
    """The question is known, the reason is asked."""

    step: str


class ReviewHandler:
    """Lists what waits, accepts, returns: then the question is chosen, and the reason told."""

    name = "review"
    command = "tiepnhan|review"
    words = "command-review-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Lists, accepts, or begins a return."""
        match read_button(argument, *REVIEW_BUTTONS):
            case AcceptReport() as accepted:
                await _accept(turn, accepted)
            case ReturnReport() as returned:
                await self._ask_step(turn, returned)
            case AcceptUsual(second):
                await _accept_usual(turn, second)
            case WaitingPage(number):
                await _show_waiting(turn, number)
            case _:
                await _show_waiting(turn, 1)

    async def _ask_step(self, turn: Turn, wanted: ReturnReport) -> None:
        chapter, steps = await open_return(
            turn.unit, turn.posts, wanted.meeting, today=turn.today, language=turn.language
        )
        state = WhichQuestion(meeting=wanted.meeting, version=wanted.version, seen=wanted.seen)
        turn.start(self.name, state)
        turn.say("review-which", chapter=chapter.name)
        turn.ask(
            tuple(Choice(_Step(question.key).key, question.label) for question in steps),
            navigation=(_cancel(turn),),
        )

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the question, then the reason."""
        state = turn.state(WhichQuestion, WhyReturned)
        if given == Press("cancel"):
            turn.say("review-left")
            _show_report_button(turn, state.meeting)
        elif isinstance(state, WhyReturned):
            await _take_reason(turn, state, given)
        elif isinstance(given, Press) and (chosen := _Step.read(given.key)):
            turn.keep(WhyReturned(**state.model_dump(), step=chosen.step))
            turn.say("review-why")
            turn.ask(
                tuple(
                    Choice(f"r{name}", turn.label(f"review-reason-{name}")) for name in _REASONS
                ),
                expects=Expects.TEXT,
                navigation=(_cancel(turn),),
            )
        else:
            turn.say(unfit_key(turn))
            turn.repeat_prompt()


async def _take_reason(turn: Turn, state: WhyReturned, given: Input) -> None:
    if isinstance(given, Press) and given.key[1:] in _REASONS:
        reason = turn.label(f"review-reason-{given.key[1:]}")
    else:
        reason = clean_text(given.text) if isinstance(given, Say) else ""
    try:
        check_return_reason(reason)
    except BadInput as refusal:
        turn.say(refusal.code, **refusal.facts)
        turn.repeat_prompt()
    else:
        await _return(turn, state, reason)


async def _return(turn: Turn, state: WhyReturned, reason: str) -> None:
    try:
        chapter = await return_report(
            turn.context,
            meeting_id=state.meeting,
            version=state.version,
            seen=state.seen,
            step=state.step,
            reason=reason,
        )
    except (BadInput, Closed, Conflict) as refusal:
        turn.say(refusal.code, **refusal.facts)
    else:
        turn.say("review-return-told", chapter=chapter.name)
    _show_report_button(turn, state.meeting)


async def _accept(turn: Turn, wanted: AcceptReport) -> None:
    try:
        chapter = await accept_report(
            turn.context,
            meeting_id=wanted.meeting,
            version=wanted.version,
            seen=wanted.seen,
        )
    except Conflict as refusal:
        turn.say(refusal.code, **refusal.facts)
    else:
        turn.say("review-accept-told", chapter=chapter.name)
    _show_report_button(turn, wanted.meeting)


async def _accept_usual(turn: Turn, second: int) -> None:
    count = await accept_usual(
        turn.context, until=datetime.fromtimestamp(min(second, int(turn.now.timestamp())) + 1, UTC)
    )
    turn.say("review-accepted-all" if count else "review-accepted-none", count=count)
    await _show_waiting(turn, 1)


def _show_report_button(turn: Turn, meeting_id: int) -> None:
    show(
        turn,
        Choice(SeeReport(meeting_id).key, turn.label("button-view-report")),
        Choice("review", turn.label("review-button-others")),
    )


async def _show_waiting(turn: Turn, number: int) -> None:
    found = await list_waiting(turn.unit, turn.posts, today=turn.today, now=turn.now)
    page = take_page(found, number)
    if found:
        turn.say("review-list", count=len(found))
    else:
        turn.say("review-empty")
    say_page(turn, page)
    usual = [report for report in found if report.is_usual][:AT_ONCE]
    at_once = [_usual_button(turn, usual)] if len(usual) > 1 else []
    buttons = (
        Choice(
            SeeReport(report.meeting_id).key,
            shorten(
                turn.label(
                    "review-button-waiting",
                    chapter=report.chapter_name,
                    at=moment_words(turn.policy.local(report.sent_at), turn.language),
                )
            ),
        )
        for report in page.items
    )
    show(turn, *buttons, *at_once, navigation=page_buttons(turn, page, WaitingPage))


def _usual_button(turn: Turn, usual: Sequence[WaitingReport]) -> Choice:
    newest = int(max(report.sent_at for report in usual).timestamp())
    return Choice(AcceptUsual(newest).key, turn.label("review-button-all", count=len(usual)))


def _cancel(turn: Turn) -> Choice:
    return Choice("cancel", turn.label("button-cancel"))
