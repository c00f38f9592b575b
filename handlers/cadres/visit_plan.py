"""The plan of a month's visits: proposed, changed line by line, accepted with one press."""

from collections.abc import Iterable

from dialogue.inputs import Input, Press
from dialogue.words import render_day
from domain.calendar import Period, period_of
from domain.message import Choice, Expects
from domain.visits import Visit, find_clashes
from handlers.report_status import parse_month, render_month
from handlers.screen import (
    page_buttons,
    parse_number,
    say_page,
    shorten,
    show,
    take_page,
    unfit_key,
)
from operations.cadres.visit_planning import MonthPlan, propose_month
from operations.cadres.visits import accept_visits
from operations.notifications.ahead import clash_notes, placed
from operations.turn import Turn
from operations.wording import clock_words, day_words, period_words


class VisitPlanHandler:
    """Proposes the visits of a month ("2611", else this one).

    The state holds the month, the meetings chosen, and the page of the list being changed.
    """

    name = "visitplan"
    command = "kehoachdu|visitplan"
    words = "command-visitplan-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows the proposal."""
        current = period_of(turn.today, 1)
        month = parse_month(argument, current=current.next() if argument else current)
        plan = await _plan(turn, max(month, current))
        turn.leave()
        if not (plan.open or plan.taken):
            turn.say("visitplan-empty", period=period_words(plan.month, turn.language))
            show(turn, *_other_month(turn, plan.month), _list_button(turn))
            return
        turn.talk.handler = self.name
        turn.talk.state = {"month": render_month(plan.month), "chosen": sorted(plan.proposed)}
        self._show(turn, plan)

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the word on the proposal, or a tick of the list."""
        state = turn.talk.state
        if not isinstance(given, Press):
            turn.say(unfit_key(turn))
            turn.repeat_prompt()
            return
        current = period_of(turn.today, 1)
        month = parse_month(state["month"], current=current.next())
        plan = await _plan(turn, max(month, current))
        there = {one.meeting_id for one in plan.open}
        state["chosen"] = [one for one in state["chosen"] if one in there]
        await self._pressed(turn, given, plan)

    async def _pressed(self, turn: Turn, given: Press, plan: MonthPlan) -> None:
        state, key = turn.talk.state, given.key
        if key == "yes":
            await _accept(turn, plan)
        elif key == "cancel":
            turn.say("visitplan-left")
            show(turn, _list_button(turn))
        elif key == "back":
            self._show(turn, plan)
        elif key.startswith("o"):
            await self.begin(turn, key[1:])
        else:
            if key.startswith("m"):
                state["chosen"] = sorted(given.tick(state["chosen"], parse_number(key[1:])))
            elif key.startswith("p"):
                state["page"] = parse_number(key[1:])
            _ask_lines(turn, plan)

    def _show(self, turn: Turn, plan: MonthPlan) -> None:
        chosen = [one for one in plan.open if one.meeting_id in turn.talk.state["chosen"]]
        period = period_words(plan.month, turn.language)
        turn.say("visitplan-head", period=period, count=len(chosen))
        turn.say_rich(*_lines(turn, plan, chosen))
        if plan.short:
            turn.say("visitplan-short", chapters=", ".join(plan.short))
        choices = []
        if chosen:
            choices.append(Choice("yes", turn.label("visitplan-button-yes", count=len(chosen))))
        if plan.open:
            choices.append(Choice("edit", turn.label("visitplan-button-edit")))
        other = _other_month(turn, plan.month)
        turn.ask(
            tuple(choices),
            navigation=(
                *(Choice(f"o{one.key.partition('.')[2]}", one.label) for one in other),
                Choice("cancel", turn.label("button-later")),
            ),
        )


async def _plan(turn: Turn, month: Period) -> MonthPlan:
    return await propose_month(
        turn.unit, turn.require_person(), month, policy=turn.policy, now=turn.now
    )


def _lines(turn: Turn, plan: MonthPlan, chosen: Iterable[Visit]) -> list[str]:
    """Returns the visits by day: those chosen with the last time, those said before."""
    said = {one.meeting_id for one in plan.taken}
    shown = sorted([*chosen, *plan.taken], key=lambda one: (one.day, one.start_time))
    clashes = find_clashes(shown)
    names = {one.meeting_id: one.chapter_name for one in shown}
    lines: list[str] = []
    for day in dict.fromkeys(one.day for one in shown):
        rows: list[str] = [turn.text("schedule-day", day=render_day(day, turn.language))]
        for one in shown:
            if one.day == day:
                notes: list[str] = [_last(turn, plan, one, is_said=one.meeting_id in said)]
                notes += clash_notes(clashes.get(one.meeting_id, ()), names, turn.language)
                rows.append("; ".join([_line(turn, one), *notes]))
        lines.append("\n".join(rows))
    return lines


def _line(turn: Turn, one: Visit) -> str:
    return turn.text(
        "schedule-line", time=clock_words(one.start_time), chapter=placed(one), place=one.place
    )


def _last(turn: Turn, plan: MonthPlan, one: Visit, *, is_said: bool) -> str:
    if is_said:
        return turn.text("visitplan-said")
    last = plan.last.get(one.chapter_id)
    return (
        turn.text("visitplan-last", day=day_words(last)) if last else turn.text("visitplan-never")
    )


def _ask_lines(turn: Turn, plan: MonthPlan) -> None:
    page = take_page(plan.open, turn.talk.state.get("page", 1))
    turn.say("visitplan-lines")
    say_page(turn, page)
    turn.ask(
        tuple(Choice(f"m{one.meeting_id}", _tick(one)) for one in page.items),
        expects=Expects.CHOICES,
        selected=frozenset(f"m{number}" for number in turn.talk.state["chosen"]),
        navigation=(
            *page_buttons(turn, page, "p"),
            Choice("back", turn.label("visitplan-button-done")),
            Choice("cancel", turn.label("button-later")),
        ),
    )


def _tick(one: Visit) -> str:
    return shorten(f"{one.day:%d/%m} {clock_words(one.start_time)} {one.chapter_name}")


async def _accept(turn: Turn, plan: MonthPlan) -> None:
    accepted = await accept_visits(
        turn.unit,
        turn.talk.state["chosen"],
        by=turn.require_person(),
        policy=turn.policy,
        now=turn.now,
    )
    period = period_words(plan.month, turn.language)
    turn.say("visitplan-accepted", count=len(accepted), period=period)
    show(turn, _list_button(turn), *_other_month(turn, plan.month))


def _other_month(turn: Turn, month: Period) -> list[Choice]:
    current = period_of(turn.today, 1)
    other, key = (
        (current.next(), "button-month-after")
        if month == current
        else (current, "button-month-before")
    )
    return [Choice(f"visitplan.{render_month(other)}", turn.label(key))]


def _list_button(turn: Turn) -> Choice:
    return Choice("visits", turn.label("menu-visits"))
