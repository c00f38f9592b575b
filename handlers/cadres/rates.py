"""How many of the members come: by place, association and chapter, and whether it rises."""

from collections.abc import Iterator, Sequence

from domain.calendar import Period
from domain.message import Choice
from domain.rates import Tally, change_since
from handlers.screen import ScreenHandler, show, take_page
from handlers.steps import choice, period_buttons, read_view, show_page
from operations.cadres.buttons import RATES, RatesByArea, RatesByChapter, RatesOfChapter, RatesView
from operations.cadres.rates import ByMonth, RateLine, Rates, get_chapter_rates, list_rates
from operations.desks import at_desk, list_desks
from operations.turn import Turn
from operations.wording import period_words
from texts import Rich
from texts.numbers import percent

# Less is the chance of a single member who fell ill.
_SAME = 0.05


class RatesHandler(ScreenHandler):
    """Shows the rates of a place by its parts, or of one chapter."""

    name = "rates"
    command = "tile|rates"
    words = "command-rates-words"

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows a place or a chapter."""
        if RatesOfChapter.read(argument):
            view = read_view(argument, RatesOfChapter, today=turn.today)
            await _show_chapter(turn, view)
        else:
            await _show_place(turn, read_view(argument, *RATES, today=turn.today))


async def _show_place(turn: Turn, view: RatesView) -> None:
    if not view.place and at_desk(turn.posts, turn.today):
        desks = await list_desks(turn.unit, turn.posts, today=turn.today)
        view = view.at_place(desks[0].id) if len(desks) == 1 else view
    found = await list_rates(
        turn.unit, turn.posts, by=view.by, month=view.period, today=turn.today, area_id=view.place
    )
    name = found.place.name if found.place else turn.label("rates-all")
    _say_rate(turn, view.period, name, found.whole)
    _say_trend(turn, found.whole, found.months)
    page = take_page(found.lines, view.page)
    if page.items:
        turn.say(f"rates-by-{view.by}")
        lines = [_line(turn, line, found, view.period) for line in page.items]
        turn.say_rich(Rich("\n".join(lines)))
    inside = [Choice(key, line.name) for line in page.items if (key := _inside(view, line))]
    show_page(turn, page, view.at_page, *inside, navigation=tuple(_around(turn, view, found)))


def _inside(view: RatesView, line: RateLine) -> str:
    match view:
        case RatesByChapter():
            return RatesOfChapter(period=view.period, place=line.number).key
        case RatesByArea() if line.number != view.place:
            return view.at_place(line.number).key
        case _:
            return ""


def _around(turn: Turn, view: RatesView, found: Rates) -> Iterator[Choice]:
    for kind in RATES:
        if not isinstance(view, kind):
            other = kind(period=view.period, place=view.place)
            yield choice(turn, other, f"rates-button-{kind.by}")
    yield from period_buttons(turn, view.period, view.at_period)
    if found.above:
        yield Choice(view.at_place(found.above.id).key, found.above.name)


def _say_rate(turn: Turn, month: Period, name: str, by_month: ByMonth) -> None:
    period = period_words(month, turn.language)
    turn.say("rates-place", place=name, period=period, rate=_rate(turn, by_month, month))


def _line(turn: Turn, line: RateLine, found: Rates, month: Period) -> Rich:
    words = turn.text("rates-line", name=line.name, rate=_rate(turn, line.by_month, month))
    change = _change(turn, line.by_month, found.months)
    return Rich(f"{words}; {change}") if change else words


def _rate(turn: Turn, by_month: ByMonth, month: Period) -> str:
    tally = by_month.get(month, Tally())
    if tally.rate is None:
        return turn.label("rates-none")
    return turn.label(
        "rates-rate",
        share=percent(tally.present, tally.room, turn.language),
        present=tally.present,
        room=tally.room,
        meetings=tally.meetings,
    )


def _change(turn: Turn, by_month: ByMonth, months: Sequence[Period]) -> str:
    points = change_since(by_month, months)
    if points is None:
        return ""
    if abs(points) < _SAME:
        return turn.label("rates-same")
    key = "rates-up" if points > 0 else "rates-down"
    number = f"{abs(points):.1f}"
    return turn.label(key, points=number.replace(".", ",") if turn.language == "vi" else number)


def _say_trend(turn: Turn, by_month: ByMonth, months: Sequence[Period]) -> None:
    parts = []
    for month in months:
        tally = by_month.get(month, Tally())
        share = percent(tally.present, tally.room, turn.language) if tally.room else "–"
        parts.append(turn.label("rates-trend-month", month=str(month.month), share=share))
    trend = turn.text("rates-trend", months="; ".join(parts))
    change = _change(turn, by_month, months)
    turn.say_rich(f"{trend}; {change}." if change else f"{trend}.")


async def _show_chapter(turn: Turn, view: RatesOfChapter) -> None:
    chapter, months, by_month = await get_chapter_rates(
        turn.unit, turn.posts, view.place, month=view.period, today=turn.today
    )
    _say_rate(turn, view.period, chapter.name, by_month)
    _say_trend(turn, by_month, months)
    back = choice(turn, RatesByChapter(period=view.period), "button-back")
    show(turn, navigation=(*period_buttons(turn, view.period, view.at_period), back))
