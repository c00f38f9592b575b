"""Figures of difficulties by category, what several hamlets tell alike, and the terms."""

from dialogue.inputs import Input, Late, Press, Say
from domain.calendar import Period, period_of
from domain.cases import CaseCount, count_voices
from domain.message import Choice, Expects
from domain.reading import ReadCount, parse_count
from domain.refusals import BadInput
from handlers.case import doing_of
from handlers.standing import page_buttons, parse_number, say_page, shorten, show, take_page
from handlers.standings import month_buttons, parse_month
from operations.case_figures import count_reach
from operations.case_joining import list_open_themes
from operations.case_terms import LONGEST_TERM, list_terms, set_term
from operations.desks import at_desk, list_desks
from operations.turn import Turn
from operations.wording import day_words, period_words
from texts import Rich


class CaseFiguresHandler:
    """Shows a month's figures ("", "2611"), themes ("t1") and terms ("l", "l5", "l5-0").

    The state holds the place and the level while the days of a term are awaited.
    """

    name = "casefigures"
    command = "solieukhokhan|casefigures"
    words = "command-casefigures-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows what a button names, else the figures of this month."""
        letter, (number, _, rest) = argument[:1], argument[1:].partition("-")
        if letter == "t":
            await _show_themes(turn, parse_number(argument[1:]))
        elif letter == "l" and rest:
            await self._ask_term(turn, parse_number(number), parse_number(rest))
        elif letter == "l":
            await _show_terms(turn, parse_number(number))
        else:
            month = parse_month(argument, current=period_of(turn.today, 1))
            await _show_figures(turn, month)

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the days of a term."""
        state = turn.talk.state
        if given == Press("cancel"):
            await _show_terms(turn, state["area"])
            return
        days = parse_count(given.text) if isinstance(given, Say | Late) else None
        if not isinstance(days, ReadCount):
            raise BadInput("case-term-wrong", longest=LONGEST_TERM)
        await set_term(doing_of(turn), state["area"], state["level"], days.present)
        turn.say("case-noted")
        await _show_terms(turn, state["area"])

    async def _ask_term(self, turn: Turn, area_id: int, number: int) -> None:
        place, terms = await list_terms(doing_of(turn), area_id)
        level = list(terms)[min(number, len(terms) - 1)]
        turn.leave()
        turn.talk.handler, turn.talk.state = self.name, {"area": area_id, "level": level}
        turn.say("case-ask-term", level=level, place=place.name, days=terms[level])
        cancel = Choice("cancel", turn.label("button-cancel"))
        turn.ask(expects=Expects.COUNT, navigation=(cancel,))


async def _show_figures(turn: Turn, month: Period) -> None:
    found = await count_reach(doing_of(turn), month)
    turn.say("case-figures", period=period_words(month, turn.language))
    turn.say_rich("\n\n".join(_figures(turn, one) for one in found))
    if not found:
        turn.say("case-figures-none")
    ways = [Choice("casefigures.t1", turn.label("case-button-themes"))]
    if at_desk(turn.posts, turn.today):
        ways.append(Choice("casefigures.l", turn.label("case-button-terms")))
    months = month_buttons(turn, month, current=period_of(turn.today, 1), key=("casefigures.", ""))
    back = Choice("case", turn.label("menu-case"))
    show(turn, *ways, navigation=(*months, back))


def _figures(turn: Turn, one: CaseCount) -> Rich:
    days = "–" if one.median_days is None else f"{one.median_days:g}".replace(".", ",")
    return turn.text(
        "case-figures-line",
        category=turn.label(f"case-category-{one.category}"),
        raised=one.raised,
        solved=one.solved,
        up=one.passed_up,
        overdue=one.overdue,
        median=days,
        oldest=day_words(one.oldest) if one.oldest else "–",
    )


async def _show_themes(turn: Turn, number: int) -> None:
    found = await list_open_themes(doing_of(turn))
    page = take_page(found, number)
    turn.say("case-themes" if found else "case-themes-none", count=len(found))
    say_page(turn, page)
    buttons = [
        Choice(
            f"case.j{theme[0].id}",
            shorten(turn.label("case-theme", text=theme[0].text, count=count_voices(theme))),
        )
        for theme in page.items
    ]
    back = Choice("casefigures", turn.label("menu-casefigures"))
    show(turn, *buttons, navigation=(*page_buttons(turn, page, "casefigures.t"), back))


async def _show_terms(turn: Turn, area_id: int) -> None:
    desks = await list_desks(turn.unit, turn.posts, today=turn.today)
    if not area_id and len(desks) != 1:
        turn.say("case-terms-where")
        show(turn, *(Choice(f"casefigures.l{one.id}", one.name) for one in desks))
        return
    place, terms = await list_terms(doing_of(turn), area_id or desks[0].id)
    turn.say("case-terms", place=place.name)
    buttons = (
        Choice(
            f"casefigures.l{place.id}-{number}",
            turn.label("case-term", level=level, days=days),
        )
        for number, (level, days) in enumerate(terms.items())
    )
    show(turn, *buttons, navigation=(Choice("casefigures", turn.label("menu-casefigures")),))
