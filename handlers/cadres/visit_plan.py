"""The plan of a month's visits: proposed, changed line by line, accepted with one press."""

from collections.abc import Collection, Iterable
from datetime import date

from dialogue.inputs import Input, Press
from dialogue.words import render_day
from domain.calendar import Period, period_of
from domain.message import Choice, Expects
from domain.talks import TaskState
from domain.visits import Visit, find_clashes
from handlers.screen import page_buttons, say_page, shorten, show, take_page
from handlers.steps import CANCEL, YES, ask_again, choice, pressed, task_button
from operations.cadres.buttons import OtherMonth, PlanPage, TickMeeting, VisitPlanOfMonth
from operations.cadres.visit_planning import MonthPlan, propose_month
from operations.cadres.visits import accept_visits
from operations.notifications.ahead import clash_notes, placed
from operations.turn import Turn
from operations.wording import clock_words, day_words, period_words


class PlanState(TaskState):
    """The meetings chosen of a month, and the page of the list that is being changed."""

    month: Period
    chosen: list[int]
    page: int = 1


class VisitPlanHandler:
    """Proposes the visits of a month, of this one where none is named."""

    name = "visitplan"
    command = "kehoachdu|visitplan"
    words = "command-visitplan-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows the proposal."""
        named = VisitPlanOfMonth.read(argument)
        await self._open(turn, named.month if named else period_of(turn.today, 1))

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the word on the proposal, or a tick of the list."""
        state = turn.state(PlanState)
        if not isinstance(given, Press):
            ask_again(turn)
        elif other := pressed(given, OtherMonth):
            await self._open(turn, other.month)
        else:
            plan = await _plan(turn, state.month)
            there = {visit.meeting_id for visit in plan.open}
            state.chosen = [number for number in state.chosen if number in there]
            await _pressed(turn, state, given, plan)

    async def _open(self, turn: Turn, month: Period) -> None:
        plan = await _plan(turn, month)
        turn.leave()
        if not (plan.open or plan.taken):
            turn.say("visitplan-empty", period=period_words(plan.month, turn.language))
            show(turn, _other_month_button(turn, plan.month), task_button(turn, "visits"))
            return
        state = PlanState(month=plan.month, chosen=sorted(plan.proposed))
        turn.start(self.name, state)
        _show(turn, state, plan)


async def _pressed(turn: Turn, state: PlanState, given: Press, plan: MonthPlan) -> None:
    if given == YES:
        await _accept(turn, state.chosen, plan)
    elif given == CANCEL:
        turn.say("visitplan-left")
        show(turn, task_button(turn, "visits"))
    elif given.key == "back":
        _show(turn, state, plan)
    else:
        if ticked := pressed(given, TickMeeting):
            state.chosen = sorted(given.tick(state.chosen, ticked.meeting))
        elif shown := pressed(given, PlanPage):
            state.page = shown.page
        _ask_lines(turn, state, plan)


def _show(turn: Turn, state: PlanState, plan: MonthPlan) -> None:
    turn.keep(state)
    chosen = [visit for visit in plan.open if visit.meeting_id in state.chosen]
    period = period_words(plan.month, turn.language)
    turn.say("visitplan-head", period=period, count=len(chosen))
    turn.say_rich(*_lines(turn, plan, chosen))
    if plan.short:
        turn.say("visitplan-short", chapters=", ".join(plan.short))
    choices = []
    if chosen:
        choices.append(choice(turn, YES, "visitplan-button-yes", count=len(chosen)))
    if plan.open:
        choices.append(choice(turn, "edit", "visitplan-button-edit"))
    other, words = _other_month(turn, plan.month)
    turn.ask(
        tuple(choices), navigation=(choice(turn, OtherMonth(other), words), _later_button(turn))
    )


async def _plan(turn: Turn, month: Period) -> MonthPlan:
    """Returns the plan of a month, of this one or the next where it is none of them."""
    current = period_of(turn.today, 1)
    if month.months != current.months:
        month = current
    return await propose_month(
        turn.unit,
        turn.require_person(),
        max(min(month, current.next()), current),
        policy=turn.policy,
        now=turn.now,
    )


def _lines(turn: Turn, plan: MonthPlan, chosen: Iterable[Visit]) -> list[str]:
    """Returns the visits by day: those chosen with the last time, those said before."""
    shown = sorted([*chosen, *plan.taken], key=lambda visit: (visit.day, visit.start_time))
    clashes = find_clashes(shown)
    names = {visit.meeting_id: visit.chapter_name for visit in shown}
    said = {visit.meeting_id for visit in plan.taken}
    days: dict[date, list[str]] = {}
    for visit in shown:
        head = turn.text("schedule-day", day=render_day(visit.day, turn.language))
        rows = days.setdefault(visit.day, [head])
        last = (
            turn.text("visitplan-said") if visit.meeting_id in said else _last(turn, plan, visit)
        )
        notes = clash_notes(clashes.get(visit.meeting_id, ()), names, turn.language)
        rows.append("; ".join([_line(turn, visit), last, *notes]))
    return ["\n".join(rows) for rows in days.values()]


def _line(turn: Turn, visit: Visit) -> str:
    time = clock_words(visit.start_time)
    return turn.text("schedule-line", time=time, chapter=placed(visit), place=visit.place)


def _last(turn: Turn, plan: MonthPlan, visit: Visit) -> str:
    last = plan.last.get(visit.chapter_id)
    if last is None:
        return turn.text("visitplan-never")
    return turn.text("visitplan-last", day=day_words(last))


def _ask_lines(turn: Turn, state: PlanState, plan: MonthPlan) -> None:
    turn.keep(state)
    page = take_page(plan.open, state.page)
    turn.say("visitplan-lines")
    say_page(turn, page)
    turn.ask(
        tuple(Choice(TickMeeting(visit.meeting_id).key, _name(visit)) for visit in page.items),
        expects=Expects.CHOICES,
        selected=frozenset(TickMeeting(number).key for number in state.chosen),
        navigation=(
            *page_buttons(turn, page, PlanPage),
            choice(turn, "back", "visitplan-button-done"),
            _later_button(turn),
        ),
    )


def _name(visit: Visit) -> str:
    return shorten(f"{visit.day:%d/%m} {clock_words(visit.start_time)} {visit.chapter_name}")


async def _accept(turn: Turn, chosen: Collection[int], plan: MonthPlan) -> None:
    accepted = await accept_visits(turn.context, chosen)
    period = period_words(plan.month, turn.language)
    turn.say("visitplan-accepted", count=len(accepted), period=period)
    show(turn, task_button(turn, "visits"), _other_month_button(turn, plan.month))


def _other_month(turn: Turn, month: Period) -> tuple[Period, str]:
    """Returns which other month can be planned, and the text of the button that leads there."""
    current = period_of(turn.today, 1)
    if month == current:
        return current.next(), "button-month-after"
    return current, "button-month-before"


def _other_month_button(turn: Turn, month: Period) -> Choice:
    other, words = _other_month(turn, month)
    return choice(turn, VisitPlanOfMonth(other), words)


def _later_button(turn: Turn) -> Choice:
    return choice(turn, CANCEL, "button-later")
