"""Reports that wait for a word: accepted by one tap, or returned with a question and a reason."""

from collections.abc import Sequence
from datetime import UTC, datetime

from dialogue.inputs import Input, Press, Say
from domain.message import Choice, Expects
from domain.reading import clean_text
from domain.refusals import BadInput, Closed, Conflict
from handlers.screen import (
    page_buttons,
    parse_number,
    say_page,
    shorten,
    show,
    take_page,
    unfit_key,
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
_STEP = "s:"


class ReviewHandler:
    """Lists what waits ("", "p2"), accepts ("a12.1.0": meeting, version, decision seen), returns.

    "u1794…" accepts all usual ones that had come by that second.

    To return ("r12.1.0") the question is chosen, then the reason; the state holds both.
    """

    name = "review"
    command = "tiepnhan|review"
    words = "command-review-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Lists, accepts, or begins a return."""
        letter, numbers = argument[:1], [parse_number(one) for one in argument[1:].split(".")]
        if letter == "a" and len(numbers) == len(("meeting", "version", "seen")):
            await _accept(turn, *numbers)
        elif letter == "r" and len(numbers) == len(("meeting", "version", "seen")):
            await self._ask_step(turn, *numbers)
        elif letter == "u":
            await _accept_usual(turn, numbers[0])
        else:
            await _show_waiting(turn, parse_number(argument.removeprefix("p")))

    async def _ask_step(self, turn: Turn, meeting_id: int, version: int, seen: int) -> None:
        chapter, steps = await open_return(
            turn.unit, turn.posts, meeting_id, today=turn.today, language=turn.language
        )
        turn.leave()
        turn.talk.handler = self.name
        turn.talk.state = {"meeting": meeting_id, "version": version, "seen": seen}
        turn.say("review-which", chapter=chapter.name)
        turn.ask(
            tuple(Choice(f"{_STEP}{one.key}", one.label) for one in steps),
            navigation=(_cancel(turn),),
        )

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the question, then the reason."""
        state = turn.talk.state
        if given == Press("cancel"):
            meeting_id = state["meeting"]
            turn.say("review-left")
            _show_report_button(turn, meeting_id)
        elif "step" in state:
            await self._take_reason(turn, given)
        elif isinstance(given, Press) and given.key.startswith(_STEP):
            state["step"] = given.key[len(_STEP) :]
            turn.say("review-why")
            turn.ask(
                tuple(Choice(f"r{one}", turn.label(f"review-reason-{one}")) for one in _REASONS),
                expects=Expects.TEXT,
                navigation=(_cancel(turn),),
            )
        else:
            turn.say(unfit_key(turn))
            turn.repeat_prompt()

    async def _take_reason(self, turn: Turn, given: Input) -> None:
        if isinstance(given, Press) and given.key[1:] in _REASONS:
            reason = turn.label(f"review-reason-{given.key[1:]}")
        else:
            reason = clean_text(given.text) if isinstance(given, Say) else ""
        try:
            check_return_reason(reason)
        except BadInput as refusal:
            turn.say(refusal.code, **refusal.facts)
            turn.repeat_prompt()
            return
        await _return(turn, reason)


async def _return(turn: Turn, reason: str) -> None:
    state = turn.talk.state
    try:
        chapter = await return_report(
            turn.context,
            meeting_id=state["meeting"],
            version=state["version"],
            seen=state["seen"],
            step=state["step"],
            reason=reason,
        )
    except (BadInput, Closed, Conflict) as refusal:
        turn.say(refusal.code, **refusal.facts)
    else:
        turn.say("review-return-told", chapter=chapter.name)
    _show_report_button(turn, state["meeting"])


async def _accept(turn: Turn, meeting_id: int, version: int, seen: int) -> None:
    try:
        chapter = await accept_report(
            turn.context, meeting_id=meeting_id, version=version, seen=seen
        )
    except Conflict as refusal:
        turn.say(refusal.code, **refusal.facts)
    else:
        turn.say("review-accept-told", chapter=chapter.name)
    _show_report_button(turn, meeting_id)


async def _accept_usual(turn: Turn, second: int) -> None:
    count = await accept_usual(
        turn.context, until=datetime.fromtimestamp(min(second, int(turn.now.timestamp())) + 1, UTC)
    )
    turn.say("review-accepted-all" if count else "review-accepted-none", count=count)
    await _show_waiting(turn, 1)


def _show_report_button(turn: Turn, meeting_id: int) -> None:
    show(
        turn,
        Choice(f"history.{meeting_id}", turn.label("button-view-report")),
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
    usual = [one for one in found if one.is_usual][:AT_ONCE]
    at_once = [_usual_button(turn, usual)] if len(usual) > 1 else []
    buttons = (
        Choice(
            f"history.{one.meeting_id}",
            shorten(
                turn.label(
                    "review-button-waiting",
                    chapter=one.chapter_name,
                    at=moment_words(turn.policy.local(one.sent_at), turn.language),
                )
            ),
        )
        for one in page.items
    )
    show(turn, *buttons, *at_once, navigation=page_buttons(turn, page, "review.p"))


def _usual_button(turn: Turn, usual: Sequence[WaitingReport]) -> Choice:
    newest = int(max(one.sent_at for one in usual).timestamp())
    return Choice(f"review.u{newest}", turn.label("review-button-all", count=len(usual)))


def _cancel(turn: Turn) -> Choice:
    return Choice("cancel", turn.label("button-cancel"))
