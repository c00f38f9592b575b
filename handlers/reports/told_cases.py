"""What became of a chapter's difficulties, at the opening of its next report."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dialogue.inputs import Input, Press
from domain.buttons import read_button
from domain.cases import Action
from domain.message import Choice, Expects
from domain.records import DifficultyState
from handlers.cases.card import news_line
from handlers.cases.own_case import give_verdict
from handlers.screen import shorten
from operations.cases.buttons import CallSolved, CallUnsolved
from operations.cases.case_results import MOST_LINES, CaseNews, count_to_judge
from operations.reports.opening import OpenedReport
from operations.turn import Turn

_MARK = "case."
# More questions beside the report's own would hide that.
_MOST_ASKED = 2


def say_case_news(turn: Turn, opened: OpenedReport) -> None:
    """Lets what became of the chapter's difficulties come home with its next report."""
    if opened.case_news:
        lines = [news_line(turn, news) for news in opened.case_news[:MOST_LINES]]
        turn.say_rich("\n".join([turn.text("case-home"), *lines]))


def offer_verdicts(turn: Turn, opened: OpenedReport) -> None:
    """Puts buttons for the chapter's word on its cases below the first question.

    Those answered wait for it, those settled without it can be reopened. Whoever types for a
    leader is offered none: the word is the chapter's own.
    """
    told = [news for news in opened.case_news[:MOST_LINES] if _letters(news)]
    asked = sorted(told, key=lambda value: -len(_letters(value)))[:_MOST_ASKED]
    added = tuple(_buttons(turn, asked))
    if turn.asked is None or not added or opened.reporter.is_typed:
        return
    if turn.asked.expects is Expects.CHOICE:
        turn.asked = replace(turn.asked, choices=(*turn.asked.choices, *added))
    else:
        turn.asked = replace(turn.asked, navigation=(*added, *turn.asked.navigation))


def _letters(news: CaseNews) -> str:
    """Returns the chapter's possible words on a case, the letters of their buttons."""
    if news.case.state is DifficultyState.ANSWERED:
        return "yn"
    is_settled = news.case.state is DifficultyState.SOLVED and news.event.action == Action.SILENT
    return "n" if is_settled else ""


def _buttons(turn: Turn, asked: Sequence[CaseNews]) -> Iterator[Choice]:
    for news in asked:
        for letter in _letters(news):
            # The text stands above; of two cases each button says which it means.
            key = f"owncase-button-{letter}" if len(asked) == 1 else f"case-home-button-{letter}"
            words = turn.label(key, text=news.case.text)
            yield Choice(f"{_MARK}{letter}{news.case.id}-{news.case.version}", shorten(words))


async def take_verdict(turn: Turn, given: Input) -> bool:
    """Writes the word given by such a button; False for any other answer."""
    if not (isinstance(given, Press) and given.key.startswith(_MARK)):
        return False
    verdict = read_button(given.key.removeprefix(_MARK), CallSolved, CallUnsolved)
    if verdict is not None:
        await give_verdict(turn, verdict)
    return True


async def to_judge(turn: Turn) -> tuple[Choice, ...]:
    """Offers the cases that wait for the chapter's own word."""
    waiting = await count_to_judge(turn.unit, turn.posts, today=turn.today)
    words = turn.label("owncase-button-waiting", count=waiting)
    return (Choice("owncase", words),) if waiting else ()
