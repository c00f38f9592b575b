"""The menu: where everybody starts, and where whatever nobody asked for ends."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from dialogue.inputs import Input, Late, Say, UnsupportedInput
from domain.buttons import Button, read_button
from domain.message import Choice
from domain.reading import clean_text, key
from handlers.reports.late_file import offer_file
from handlers.screen import ScreenHandler, menu_button
from handlers.steps import task_button
from handlers.tasks import list_first, list_more
from handlers.topics.enquire import FILES, can_ask, offer_files, offer_message
from operations.access import REPORTING, gets_bundles, held
from operations.maintenance.files import keep_file
from operations.news import count_untold
from operations.people.buttons import ChooseLanguage
from operations.reports.buttons import GoOnWithReport
from operations.reports.drafts import find_begun_report
from operations.titles import post_words
from operations.turn import Turn
from operations.wording import period_words

_KINDS = frozenset({"photo", "voice", "location", "file"})
_QUOTED = 60
_FOR_EVERYBODY = ("settings", "lostphone", "practice", "privacy")


class MoreTasks(Button, task="menu", letter="more"):
    """The tasks behind the first page."""


class MenuHandler(ScreenHandler):
    """Shows what is done every week, what was begun first, and the rest.

    `has_page` is true if there is a web page.
    """

    name = "menu"
    command = "menu"
    words = "command-menu-words"

    def __init__(self, *, has_page: bool) -> None:
        self._has_page = has_page

    async def begin(self, turn: Turn, argument: str) -> None:
        """Greets and shows the tasks as buttons."""
        if read_button(argument, MoreTasks):
            self._show_more(turn)
            return
        if not turn.said:
            await _greet(turn)
        await self._show(turn)

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes what fits nowhere: says so, and what is possible instead."""
        kind = given.kind if isinstance(given, UnsupportedInput) else ""
        if kind and await offer_file(turn, kind):
            return
        if kind in FILES and await can_ask(turn):
            words = clean_text(turn.inbound.text)
            await offer_files(turn, [(await keep_file(turn), kind)], words)
            return
        if kind in turn.policy.reads and held(turn.posts, REPORTING, turn.today):
            await keep_file(turn)
            turn.say(f"read-{kind}-wait")
        elif isinstance(given, UnsupportedInput):
            turn.say(f"menu-not-here-{kind}" if kind in _KINDS else "menu-not-here-other")
        elif _is_one_of(turn, "menu-hello-words"):
            await _greet(turn)
        elif _is_one_of(turn, "menu-thanks-words"):
            turn.say("menu-thanks")
        elif _has_words(given) and await offer_message(turn, turn.inbound.text):
            return
        else:
            text = clean_text(turn.inbound.text, limit=_QUOTED)
            turn.say("menu-not-understood", text=text)
        await self._show(turn)

    async def _show(self, turn: Turn) -> None:
        turn.leave()
        turn.say("menu-ask")
        more = Choice(MoreTasks().key, turn.label("menu-more"))
        choices = (*await _begun(turn), *await _news(turn), *_buttons(turn, list_first(turn)))
        ways = (*choices, more, *_buttons(turn, ["help"]), *_way_home(turn))
        turn.ask(ways, commands=True)

    def _show_more(self, turn: Turn) -> None:
        way = () if turn.abilities.in_house else ("weblink",)
        desk = ("desk",) if gets_bundles(turn.posts, turn.today) else ()
        page = (*desk, *way, "calendar") if self._has_page else ()
        turn.leave()
        turn.say("menu-ask-more")
        tasks = (*list_more(turn), *page, *_FOR_EVERYBODY)
        turn.ask(
            tuple(_buttons(turn, tasks)),
            navigation=(menu_button(turn),),
            columns=2,
            commands=True,
        )


def _is_one_of(turn: Turn, words: str) -> bool:
    """Says whether only a greeting or the like was typed, which is no message to anybody.

    Whom it is said to, and how politely, does not matter: "cảm ơn cháu nhiều".
    """
    said, wanted = key(turn.inbound.text), _keys(turn.label(words))
    return said in wanted or _bare(said, _keys(turn.label("menu-thanks-address"))) in wanted


def _bare(said: str, address: frozenset[str]) -> str:
    """Returns words without those that only address somebody, at either end."""
    ends = "|".join(sorted(address, key=len, reverse=True))
    return re.sub(rf"^(?:(?:{ends}) )+|(?: (?:{ends}))+$", "", said)


@lru_cache
def _keys(words: str) -> frozenset[str]:
    return frozenset(key(word) for word in words.split("|"))


def _has_words(given: Input) -> bool:
    """Says whether a text can be meant for a person: a digit or a smiley is not."""
    return isinstance(given, Say | Late) and sum(map(str.isalpha, given.text)) > 1


def _buttons(turn: Turn, names: Iterable[str]) -> Iterator[Choice]:
    return (task_button(turn, name) for name in names)


async def _greet(turn: Turn) -> None:
    person = turn.require_person()
    titles = await post_words(turn.unit, turn.posts, turn.language)
    turn.say(
        "menu-greeting" if titles else "menu-greeting-plain",
        form=person.form,
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
    return [Choice(GoOnWithReport(begun.meeting.id).key, words)]


async def _news(turn: Turn) -> list[Choice]:
    count = await count_untold(turn.unit, turn.require_person().id)
    return [Choice("news", turn.label("menu-news", count=count))] if count else []


def _way_home(turn: Turn) -> list[Choice]:
    """Offers the language of the house to who left it; others find theirs in the settings."""
    own = turn.policy.language
    if turn.language == own:
        return []
    return [Choice(ChooseLanguage(own).key, turn.label("menu-language"))]
