"""Words looked for in reports: how many tell of it, and the reports as proof, page by page."""

from dialogue.inputs import Input
from documents.official.wording import span_words
from domain.buttons import read_button
from domain.message import Choice, Expects
from domain.refusals import NotAllowed
from domain.reporting_span import span_of
from domain.talks import TaskState
from handlers.screen import menu_button, page_buttons, say_page, shorten, take_page
from handlers.steps import typed
from operations.access import held
from operations.reports.buttons import FoundPage, SeeReport
from operations.reports.search import SearchQuery, SearchResult, search_reports
from operations.rights import Right, roles_with
from operations.turn import Turn
from operations.wording import day_words

_PAGE = 6
_LONGEST_TEXT = 140
_MONTHS = 12


class ReportSearch(TaskState):
    """The words looked for last, "" for none."""

    query: str = ""


class SearchHandler:
    """Says how many reports of the year tell of something, and lists them.

    It stays in charge, so that whatever is typed next is looked for.
    """

    name = "search"
    command = "tracuu|search"
    words = "command-search-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Looks for the words given, shows a page, or asks for words."""
        if not held(turn.posts, roles_with(Right.SEE_REPORTS), turn.today):
            raise NotAllowed("not-your-area")
        is_here = turn.talk.handler == self.name
        query = turn.state(ReportSearch).query if is_here else ""
        match read_button(argument, FoundPage):
            case FoundPage(page) if query:
                await self._search(turn, query, page)
            case _ if argument and read_button(argument, FoundPage) is None:
                await self._search(turn, argument, 1)
            case _:
                self._ask(turn)

    async def answer(self, turn: Turn, given: Input) -> None:
        """Looks for what is typed."""
        text = typed(given)
        if text:
            await self._search(turn, text, 1)
        else:
            self._ask(turn)

    def _ask(self, turn: Turn) -> None:
        turn.say("search-ask")
        self._show(turn, (), "")

    async def _search(self, turn: Turn, query: str, number: int) -> None:
        span = span_of(turn.today, _MONTHS)
        found = await search_reports(turn.context, SearchQuery(words=query, place=None, span=span))
        period = span_words(span, turn.language)
        if not found.rows:
            turn.say("search-none", words=shorten(found.words), period=period)
            self._show(turn, (), query)
            return
        turn.say(
            "search-found",
            words=shorten(found.words),
            period=period,
            areas=found.areas,
            chapters=found.chapters,
            reports=found.reports,
        )
        self._show(turn, self._list(turn, found, number), query)

    def _list(self, turn: Turn, found: SearchResult, number: int) -> tuple[Choice, ...]:
        """Says a page of what was found; returns the ways to the reports and the other pages."""
        page = take_page(found.rows, number, size=_PAGE)
        say_page(turn, page)
        for row in page.items:
            text = shorten(row.text, _LONGEST_TEXT) or turn.label("dialogue-voice")
            day = day_words(row.day)
            turn.say("search-line", day=day, chapter=row.chapter_name, text=text)
        reports = {row.meeting_id: row for row in page.items}
        ways = (
            Choice(
                SeeReport(meeting_id).key,
                shorten(
                    turn.label("search-button-report", number=row.number, chapter=row.chapter_name)
                ),
            )
            for meeting_id, row in reports.items()
        )
        return (*ways, *page_buttons(turn, page, FoundPage))

    def _show(self, turn: Turn, choices: tuple[Choice, ...], query: str) -> None:
        turn.leave()
        turn.ask(
            choices,
            expects=Expects.TEXT,
            navigation=(menu_button(turn),),
            commands=True,
        )
        turn.talk.handler = self.name
        turn.keep(ReportSearch(query=query))
