"""Figures of difficulties, what several places tell alike, and the terms of each level."""

from dialogue.inputs import Input, Late, Press, Say
from domain.message import Choice, Expects
from domain.reading import ReadCount, parse_count
from domain.refusals import BadInput
from domain.text_similarity import Theme
from handlers.cases.board import show_board
from handlers.screen import page_buttons, parse_number, say_page, shorten, show, take_page
from operations.cases.merging import list_open_themes
from operations.cases.terms import LONGEST_TERM, list_terms, set_term
from operations.desks import list_desks
from operations.turn import Turn


class CaseFiguresHandler:
    """Shows figures ("", or a `Look`), themes ("t1") and terms ("l", "l5", "l5-0").

    The state holds the place and the level while the days of a term are awaited.
    """

    name = "casefigs"
    command = "solieukhokhan|casefigures"
    words = "command-casefigs-words"
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
            await show_board(turn, argument)

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the days of a term."""
        state = turn.talk.state
        if given == Press("cancel"):
            await _show_terms(turn, state["area"])
            return
        days = parse_count(given.text) if isinstance(given, Say | Late) else None
        if not isinstance(days, ReadCount):
            raise BadInput("case-term-wrong", longest=LONGEST_TERM)
        await set_term(turn.context, state["area"], state["level"], days.present)
        turn.say("case-noted-term")
        await _show_terms(turn, state["area"])

    async def _ask_term(self, turn: Turn, area_id: int, number: int) -> None:
        place, terms = await list_terms(turn.context, area_id)
        level = list(terms)[min(number, len(terms) - 1)]
        turn.leave()
        turn.talk.handler, turn.talk.state = self.name, {"area": area_id, "level": level}
        turn.say("case-ask-term", level=level, place=place.name, days=terms[level])
        cancel = Choice("cancel", turn.label("button-cancel"))
        turn.ask(expects=Expects.COUNT, navigation=(cancel,))


async def _show_themes(turn: Turn, number: int) -> None:
    found = await list_open_themes(turn.context)
    page = take_page(found, number)
    turn.say("case-themes" if found else "case-themes-none", count=len(found))
    say_page(turn, page)
    back = Choice("casefigs", turn.label("menu-casefigs"))
    show(
        turn,
        *(_theme(turn, one) for one in page.items),
        navigation=(*page_buttons(turn, page, "casefigs.t"), back),
    )


def _theme(turn: Turn, one: Theme) -> Choice:
    """Returns the way to what is alike, or to the case where all are joined already."""
    words = turn.label("case-theme", text=one.head.text, places=one.places, chapters=one.chapters)
    letter = "j" if one.is_to_join else ""
    return Choice(f"case.{letter}{one.head.id}", shorten(words))


async def _show_terms(turn: Turn, area_id: int) -> None:
    desks = await list_desks(turn.unit, turn.posts, today=turn.today)
    if not area_id and len(desks) != 1:
        turn.say("case-terms-where")
        show(turn, *(Choice(f"casefigs.l{one.id}", one.name) for one in desks))
        return
    place, terms = await list_terms(turn.context, area_id or desks[0].id)
    turn.say("case-terms", place=place.name)
    buttons = (
        Choice(
            f"casefigs.l{place.id}-{number}",
            turn.label("case-term", level=level, days=days),
        )
        for number, (level, days) in enumerate(terms.items())
    )
    show(turn, *buttons, navigation=(Choice("casefigs", turn.label("menu-casefigs")),))
