"""Indicators beside their targets, the span before and the same span of the year before."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from dialogue.inputs import Input
from domain.indicators import is_share
from domain.message import Choice
from domain.reporting_span import LENGTHS, Span, span_of
from handlers.figures.target_setting import ask_which_target, may_set_targets, take_answer
from handlers.screen import take_page
from handlers.steps import choice, choose_desk, period_buttons, show_page
from operations.desks import at_desk
from operations.figures.buttons import SetTargets, TargetsOfPlace
from operations.figures.indicator_words import aim_words, figure_words, met_words, value_words
from operations.figures.indicators import Aim, Line, Report, get_report
from operations.turn import Turn
from texts import Rich

_QUARTER = 3
_PAGE = 7


class TargetsHandler:
    """Shows the indicators of a place and span, the quarter by itself; sets their targets."""

    name = "targets"
    command = "chitieu|targets"
    words = "command-targets-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows a page of the indicators, or first the choice of a place; or sets targets."""
        if asked := SetTargets.read(argument):
            await ask_which_target(turn, self.name, asked)
            return
        view = read_targets(argument, turn.today)
        number = await choose_desk(turn, view.place, key="targets-which", button=view.at_place)
        if number is None:
            return
        found = await get_report(
            turn.unit,
            at_desk(turn.posts, turn.today),
            number,
            view.span,
            policy=turn.policy,
            now=turn.now,
        )
        may_set = await may_set_targets(turn, number)
        _show(turn, replace(view, place=number), found, may_set=may_set)

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes an answer about a target that is set."""
        await take_answer(turn, given)


def read_targets(argument: str, today: date) -> TargetsOfPlace:
    """Returns what an argument names, else this quarter; what lies ahead has no figures."""
    view = TargetsOfPlace.read(argument) or TargetsOfPlace(span=span_of(today, _QUARTER))
    return replace(view, span=min(view.span, span_of(today, view.span.months)))


def _show(turn: Turn, view: TargetsOfPlace, found: Report, *, may_set: bool) -> None:
    turn.say("targets-head", place=found.place.name, span=_span_words(turn, found.span))
    if not found.is_final:
        turn.say("targets-not-final")
    for programme in found.programmes:
        turn.say("targets-programme", name=programme.name, count=len(programme.pilots))
    page = take_page(found.lines, view.page, size=_PAGE)
    turn.say_rich(*(_line(turn, line) for line in page.items))
    pilots = dict(pilot for programme in found.programmes for pilot in programme.pilots)
    show_page(
        turn,
        page,
        view.at_page,
        *(
            Choice(view.at_place(number).key, name)
            for number, name in pilots.items()
            if number != view.place
        ),
        *(
            [choice(turn, SetTargets(view.span, view.place), "targets-button-change")]
            if may_set
            else []
        ),
        navigation=tuple(_around(turn, view, found)),
    )


def _around(turn: Turn, view: TargetsOfPlace, found: Report) -> Iterator[Choice]:
    yield from period_buttons(turn, view.span, view.at_span, texts="targets-button")
    for months in LENGTHS:
        if months != view.span.months:
            span = span_of(min(view.span.last_day, turn.today), months)
            yield choice(turn, view.at_span(span), f"targets-button-{months}")
    if found.above:
        yield Choice(view.at_place(found.above.id).key, found.above.name)


def _line(turn: Turn, line: Line) -> Rich:
    share = is_share(line.indicator)
    name = turn.label(f"indicator-{line.indicator}")
    now = figure_words(line.now, turn.language, share=share)
    rows = [turn.text("targets-line", name=name, now=now)]
    earlier = [
        turn.label(key, value=value_words(figure, turn.language, share=share))
        for key, figure in (("targets-before", line.before), ("targets-year", line.year_before))
        if figure.value is not None
    ]
    if earlier:
        rows.append(turn.text("targets-earlier", earlier="; ".join(earlier)))
    return Rich("\n".join([*rows, *(_aim(turn, aim) for aim in line.aims)]))


def _aim(turn: Turn, aim: Aim) -> Rich:
    return turn.text(
        "targets-aim",
        aim=aim_words(aim, turn.language),
        met=met_words(aim, turn.language),
        programme=aim.target.programme,
    )


def _span_words(turn: Turn, span: Span) -> str:
    return turn.label(f"span-{span.months}", year=span.year, number=span.number)
