"""Indicators beside their targets, the span before and the same span of the year before."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from digests.text import percent
from domain.indicators import Figure, Sense, is_share
from domain.message import Choice
from domain.reporting_span import LENGTHS, Span, parse_span, span_of
from handlers.screen import (
    Page,
    ScreenHandler,
    page_buttons,
    parse_number,
    say_page,
    show,
    take_page,
)
from operations.desks import at_desk, list_desks
from operations.figures.indicators import Aim, Line, Report, get_report
from operations.turn import Turn
from texts import Rich

_QUARTER = 3
_PAGE = 7
_MARK = "_"
_VIETNAMESE = str.maketrans(",.", ".,")


@dataclass(frozen=True, slots=True)
class Look:
    """Which place and span, and which page of the indicators."""

    span: Span
    area: int = 0
    page: int = 1

    @property
    def key(self) -> str:
        """The button that leads here."""
        return f"{self.key_of_pages}{self.page}"

    @property
    def key_of_pages(self) -> str:
        """The button that leads here without the number of the page."""
        return f"targets.{self.span}{_MARK}{self.area}{_MARK}"


def parse_look(argument: str, *, current: Span) -> Look:
    """Reads the argument of a button; what cannot be read is the current span."""
    text, *numbers = argument.split(_MARK)
    area, page = [*map(parse_number, numbers[:2]), 0, 0][:2]
    try:
        span = parse_span(text)
    except ValueError:
        span = current
    # What lies ahead has no figures.
    newest = span_of(current.last_day, span.months)
    return Look(min(span, newest), area, max(page, 1))


class TargetsHandler(ScreenHandler):
    """Shows the indicators of a place and span (see `Look`); the quarter by itself."""

    name = "targets"
    command = "chitieu|targets"
    words = "command-targets-words"

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows a page of the indicators, or first the choice of a place."""
        look = parse_look(argument, current=span_of(turn.today, _QUARTER))
        desks = await list_desks(turn.unit, turn.posts, today=turn.today)
        if not look.area and len(desks) > 1:
            turn.say("targets-which")
            show(turn, *(Choice(replace(look, area=one.id).key, one.name) for one in desks))
            return
        look = replace(look, area=look.area or desks[0].id)
        found = await get_report(
            turn.unit,
            at_desk(turn.posts, turn.today),
            look.area,
            look.span,
            policy=turn.policy,
            now=turn.now,
        )
        _show(turn, look, found)


def _show(turn: Turn, look: Look, found: Report) -> None:
    turn.say(
        "targets-head",
        place=found.place.name,
        span=_span_words(turn, found.span),
    )
    if not found.is_final:
        turn.say("targets-not-final")
    for one in found.programmes:
        turn.say("targets-programme", name=one.name, count=len(one.pilots))
    page = take_page(found.lines, look.page, size=_PAGE)
    turn.say_rich(*(_line(turn, one) for one in page.items))
    say_page(turn, page)
    show(turn, *_pilots(look, found), navigation=tuple(_around(turn, look, found, page)))


def _pilots(look: Look, found: Report) -> Iterator[Choice]:
    there = {number: name for one in found.programmes for number, name in one.pilots}
    for number, name in there.items():
        if number != look.area:
            yield Choice(replace(look, area=number, page=1).key, name)


def _around(turn: Turn, look: Look, found: Report, page: Page[Line]) -> Iterator[Choice]:
    yield from page_buttons(turn, page, look.key_of_pages)
    before = replace(look, span=look.span.previous(), page=1)
    yield Choice(before.key, turn.label("targets-button-before"))
    if look.span.last_day < turn.today:
        after = replace(look, span=look.span.next(), page=1)
        yield Choice(after.key, turn.label("targets-button-after"))
    for months in LENGTHS:
        if months != look.span.months:
            span = span_of(min(look.span.last_day, turn.today), months)
            yield Choice(
                replace(look, span=span, page=1).key, turn.label(f"targets-button-{months}")
            )
    if found.above:
        yield Choice(replace(look, area=found.above.id, page=1).key, found.above.name)


def _line(turn: Turn, one: Line) -> Rich:
    lines = [
        turn.text(
            "targets-line",
            name=turn.label(f"indicator-{one.indicator}"),
            now=_figure(turn, one.now, share=is_share(one.indicator)),
        )
    ]
    earlier = [
        turn.label(key, value=_value(turn, figure, share=is_share(one.indicator)))
        for key, figure in (("targets-before", one.before), ("targets-year", one.year_before))
        if figure.value is not None
    ]
    if earlier:
        lines.append(turn.text("targets-earlier", earlier="; ".join(earlier)))
    lines += [_aim(turn, aim) for aim in one.aims]
    return Rich("\n".join(lines))


def _aim(turn: Turn, aim: Aim) -> Rich:
    share = is_share(aim.target.indicator)
    met = {True: "met", False: "unmet", None: "open"}[aim.met]
    sense = "least" if aim.target.sense is Sense.MIN else "most"
    figure = _value(turn, aim.figure, share=share) if aim.target.kind else ""
    return turn.text(
        "targets-aim",
        sense=turn.label(f"targets-{sense}"),
        value=_hundredths(turn, aim.target.value, share=share),
        kind=turn.label("targets-kind", kind=aim.target.kind, figure=figure)
        if aim.target.kind
        else "",
        met=turn.label(f"targets-{met}"),
        programme=aim.target.programme,
    )


def _figure(turn: Turn, figure: Figure, *, share: bool) -> str:
    if figure.value is None:
        return turn.label("targets-no-data")
    value = _value(turn, figure, share=share)
    if figure.part is None or figure.whole is None:
        return value
    return turn.label("targets-share", value=value, part=figure.part, whole=figure.whole)


def _value(turn: Turn, figure: Figure, *, share: bool) -> str:
    if figure.value is None or figure.part is None:
        return turn.label("targets-none")
    if figure.whole is not None:
        return percent(figure.part, figure.whole, turn.language)
    return _hundredths(turn, figure.value, share=share)


def _hundredths(turn: Turn, value: int, *, share: bool) -> str:
    digits = 1 if share else 2
    written = f"{value / 100:,.{digits}f}"
    written = written.rstrip("0").rstrip(".") if "." in written else written
    if turn.language == "vi":
        written = written.translate(_VIETNAMESE)
    return f"{written}%" if share else written


def _span_words(turn: Turn, span: Span) -> str:
    return turn.label(f"span-{span.months}", year=span.year, number=span.number)
