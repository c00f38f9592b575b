"""Figures of difficulties, what several places tell alike, and the terms of each level."""

from dialogue.inputs import Input
from domain.buttons import read_button
from domain.message import Choice, Expects
from domain.reading import ReadCount, parse_count
from domain.refusals import BadInput
from domain.talks import TaskState
from domain.text_similarity import Theme
from handlers.cases.board import show_board
from handlers.screen import show
from handlers.steps import CANCEL, ask_words, choose_desk, show_list, task_button, typed
from operations.cases.buttons import (
    ChangeTerm,
    ChooseTerms,
    ListAlike,
    ListThemes,
    OpenCase,
    OpenTerms,
)
from operations.cases.merging import list_open_themes
from operations.cases.terms import LONGEST_TERM, list_terms, set_term
from operations.turn import Turn


class TermAsked(TaskState):
    """The level of a place whose term is asked for."""

    area: int
    level: str


class CaseFiguresHandler:
    """Shows figures, what places tell alike, and the terms of answers."""

    name = "casefigs"
    command = "solieukhokhan|casefigures"
    words = "command-casefigs-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows what a button names, else the figures of this month."""
        match read_button(argument, ListThemes, OpenTerms, ChangeTerm, ChooseTerms):
            case ListThemes(page):
                await _show_themes(turn, page)
            case ChangeTerm(area, level):
                await self._ask_term(turn, area, level)
            case OpenTerms(area):
                await _show_terms(turn, area)
            case ChooseTerms():
                await _show_terms(turn, 0)
            case _:
                await show_board(turn, argument)

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the days of a term."""
        state = turn.state(TermAsked)
        if given == CANCEL:
            await _show_terms(turn, state.area)
            return
        days = parse_count(typed(given) or "")
        if not isinstance(days, ReadCount):
            raise BadInput("case-term-wrong", longest=LONGEST_TERM)
        await set_term(turn.context, state.area, state.level, days.present)
        turn.say("case-noted-term")
        await _show_terms(turn, state.area)

    async def _ask_term(self, turn: Turn, area_id: int, number: int) -> None:
        place, terms = await list_terms(turn.context, area_id)
        level = list(terms)[min(number, len(terms) - 1)]
        turn.start(self.name, TermAsked(area=area_id, level=level))
        turn.say("case-ask-term", level=level, place=place.name, days=terms[level])
        ask_words(turn, expects=Expects.COUNT)


async def _show_themes(turn: Turn, number: int) -> None:
    found = await list_open_themes(turn.context)
    turn.say("case-themes" if found else "case-themes-none", count=len(found))
    choices = [_theme(turn, theme) for theme in found]
    back = task_button(turn, "casefigs")
    show_list(turn, choices, number, ListThemes, navigation=(back,))


def _theme(turn: Turn, theme: Theme) -> Choice:
    """Returns the way to what is alike, or to the case where all are joined already."""
    head = theme.head
    button = ListAlike(head.id) if theme.is_to_join else OpenCase(head.id)
    words = turn.label("case-theme", text=head.text, places=theme.places, chapters=theme.chapters)
    return Choice(button.key, words)


async def _show_terms(turn: Turn, area_id: int) -> None:
    desk_id = await choose_desk(turn, area_id, key="case-terms-where", button=OpenTerms)
    if desk_id is None:
        return
    place, terms = await list_terms(turn.context, desk_id)
    turn.say("case-terms", place=place.name)
    buttons = (
        Choice(
            ChangeTerm(place.id, number).key,
            turn.label("case-term", level=level, days=days),
        )
        for number, (level, days) in enumerate(terms.items())
    )
    show(turn, *buttons, navigation=(task_button(turn, "casefigs"),))
