"""The menu: where everybody starts, and where whatever nobody asked for ends."""

from collections.abc import Iterator

from dialogue.inputs import Input, Late, Nonsense, Say
from domain.message import Choice
from domain.people import Role
from domain.reading import clean_text
from handlers.enquire import offer_message
from handlers.standing import StandingHandler
from operations.access import REPORTING, held
from operations.desks import at_desk
from operations.news import count_untold
from operations.personal import find_begun_report
from operations.titles import post_words
from operations.turn import Turn
from operations.wording import period_words

_FOR_REPORTER = (
    "report",
    "history",
    "status",
    "schedule",
    "topic",
    "owncase",
    "extra",
    "enquire",
)
_FOR_CADRE = (
    "attendance",
    "visits",
    "schedule",
    "board",
    "review",
    "case",
    "grade",
    "rates",
    "directory",
    "topic",
    "messages",
    "exemplar",
)
_FOR_STAFF = (
    "overview",
    "review",
    "case",
    "rates",
    "turnout",
    "contrasts",
    "directory",
    "topic",
    "messages",
    "exemplar",
    "journal",
)
_KINDS = frozenset({"photo", "voice", "location", "file"})
_QUOTED = 60


def list_tasks(turn: Turn) -> tuple[str, ...]:
    """Returns the names of the tasks that a person's posts give, in the order of the menu."""
    return tuple(dict.fromkeys(_tasks(turn)))


def _tasks(turn: Turn) -> Iterator[str]:
    if held(turn.posts, REPORTING, turn.today):
        yield from _FOR_REPORTER
    if held(turn.posts, {Role.CADRE}, turn.today):
        yield from _FOR_CADRE
    if at_desk(turn.posts, turn.today):
        yield from _FOR_STAFF


class MenuHandler(StandingHandler):
    """Shows what a person can do, what was begun first; `has_page` if there is a web page."""

    name = "menu"
    command = "menu"
    words = "command-menu-words"

    def __init__(self, *, has_page: bool) -> None:
        self._has_page = has_page

    async def begin(self, turn: Turn, argument: str) -> None:  # noqa: ARG002 - needs none
        """Greets and shows the tasks as buttons."""
        if not turn.said:
            await _greet(turn)
        await self._show(turn)

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes what fits nowhere: says so, and what is possible instead."""
        kind = given.kind if isinstance(given, Nonsense) else ""
        if isinstance(given, Nonsense):
            turn.say(f"menu-not-here-{kind}" if kind in _KINDS else "menu-not-here-other")
        elif isinstance(given, Say | Late) and await offer_message(turn, given.text):
            return
        else:
            text = clean_text(turn.inbound.text, limit=_QUOTED)
            turn.say("menu-not-understood", text=text)
        await self._show(turn)

    async def _show(self, turn: Turn) -> None:
        tasks = [*list_tasks(turn), "help"]
        if self._has_page and turn.here.address.channel != "web":
            tasks.append("weblink")
        choices = [
            *await _begun(turn),
            *await _news(turn),
            *(Choice(name, turn.label(f"menu-{name}")) for name in tasks),
            _language(turn),
        ]
        turn.leave()
        turn.say("menu-ask")
        turn.ask(tuple(choices), standing=True)


async def _greet(turn: Turn) -> None:
    person = turn.require_person()
    titles = await post_words(turn.unit, turn.posts, turn.language)
    turn.say(
        "menu-greeting" if titles else "menu-greeting-plain",
        form=person.address_form,
        name=person.name,
        titles=titles,
    )


async def _begun(turn: Turn) -> list[Choice]:
    begun = await find_begun_report(turn)
    if begun is None:
        return []
    words = turn.label(
        "menu-go-on",
        period=period_words(begun.meeting.period, turn.language),
        chapter=begun.chapter.name,
    )
    return [Choice(f"report.{begun.meeting.id}", words)]


async def _news(turn: Turn) -> list[Choice]:
    count = await count_untold(turn.unit, turn.require_person().id)
    return [Choice("news", turn.label("menu-news", count=count))] if count else []


def _language(turn: Turn) -> Choice:
    other = "vi" if turn.language == "en" else "en"
    return Choice(f"language.{other}", turn.label("menu-language"))
