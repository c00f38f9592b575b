"""The directory: chapters and people found by words, or by walking down the places."""

from collections.abc import Sequence

from dialogue.inputs import Input, Late, Say
from domain.message import Choice
from domain.people import Role
from handlers.directory.chapter import say_chapter
from handlers.directory.person import say_person
from handlers.screen import (
    page_buttons,
    parse_number,
    say_page,
    shorten,
    show,
    take_page,
)
from operations.access import held
from operations.desks import at_desk, list_desks
from operations.directory.directory_look import (
    Found,
    chapters_of,
    get_area_page,
    require_directory,
    search,
)
from operations.namesakes import name_areas
from operations.turn import Turn


class DirectoryHandler:
    """Shows a chapter ("c12"), a person ("p5"), a place ("a3-2"), or a page of what was found.

    It stays in charge, so that whatever is typed next is searched for.
    """

    name = "directory"
    command = "donvi|directory"
    words = "command-directory-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Opens what a button names; anything else is searched for."""
        require_directory(turn.posts, turn.today)
        kind, rest = argument[:1], argument[1:]
        number, _, page = rest.partition("-")
        query = str(turn.talk.state.get("query", "")) if turn.talk.handler == self.name else ""
        if kind in "cpas" and number.isascii() and number.isdecimal():
            await self._open(turn, kind, parse_number(number), parse_number(page), query)
        elif argument:
            await self._search(turn, argument, 1)
        else:
            await self._welcome(turn)

    async def _open(self, turn: Turn, kind: str, number: int, page: int, query: str) -> None:
        match kind:
            case "c":
                choices = await say_chapter(turn, number)
                self._show(turn, choices, query=query)
            case "p":
                choices = await say_person(turn, number)
                self._show(turn, choices, query=query)
            case "a":
                await self._show_area(turn, number, page)
            case _:
                await self._search(turn, query, number)

    async def answer(self, turn: Turn, given: Input) -> None:
        """Searches for what is typed."""
        if isinstance(given, Say | Late):
            await self._search(turn, given.text, 1)
        else:
            turn.say("directory-type")
            turn.repeat_prompt()

    def _show(
        self,
        turn: Turn,
        choices: Sequence[Choice],
        *,
        query: str = "",
        navigation: Sequence[Choice] = (),
    ) -> None:
        back = (Choice("directory.s1", turn.label("directory-button-results")),) if query else ()
        show(turn, *choices, navigation=(*navigation, *back))
        turn.talk.handler, turn.talk.state = self.name, {"query": query}

    async def _welcome(self, turn: Turn) -> None:
        choices: list[Choice] = []
        if at_desk(turn.posts, turn.today):
            desks = await list_desks(turn.unit, turn.posts, today=turn.today)
            choices += [Choice(f"directory.a{one.id}", one.name) for one in desks]
            choices.append(Choice("invite.s", turn.label("directory-button-sheet")))
            choices.append(Choice("change", turn.label("directory-button-recent")))
            choices.append(Choice("pause", turn.label("pause-button-list")))
        elif held(turn.posts, {Role.CADRE}, turn.today):
            choices.append(Choice("board", turn.label("menu-board")))
        turn.say("directory-type")
        self._show(turn, choices)

    async def _search(self, turn: Turn, query: str, page: int) -> None:
        found = await search(turn.unit, turn.posts, query, today=turn.today)
        items = _list_found(found)
        shown = take_page(items, page)
        turn.say(
            "directory-found" if items else "directory-nothing",
            query=shorten(query),
            count=len(items),
        )
        say_page(turn, shown)
        self._show(
            turn,
            await _buttons(turn, found, shown.items),
            navigation=page_buttons(turn, shown, "directory.s"),
        )
        turn.talk.state = {"query": query}

    async def _show_area(self, turn: Turn, area_id: int, page: int) -> None:
        there = await get_area_page(turn.unit, turn.posts, area_id, today=turn.today)
        places = [Choice(f"directory.a{number}", name) for number, name in there.children]
        own = [Choice(f"directory.c{one.id}", one.name) for one in there.chapters]
        shown = take_page([*places, *own], page)
        turn.say("directory-area", place=there.place.name, chapters=len(own), places=len(places))
        say_page(turn, shown)
        above = there.above
        up = (Choice(f"directory.a{above.id}", above.name),) if above else ()
        self._show(
            turn,
            shown.items,
            navigation=(*page_buttons(turn, shown, f"directory.a{area_id}-"), *up),
        )


def _list_found(found: Found) -> list[str]:
    """Returns what was found as keys of buttons."""
    people = [f"p{one.id}" for one in found.people]
    places = [f"a{one.id}" for one in found.areas]
    return [*places, *people, *(f"c{number}" for number in found.chapter_ids)]


async def _buttons(turn: Turn, found: Found, keys: Sequence[str]) -> list[Choice]:
    names = {f"p{one.id}": one.name for one in found.people}
    apart = await name_areas(turn.unit, found.areas)
    names |= {f"a{number}": name for number, name in apart.items()}
    wanted = [parse_number(one[1:]) for one in keys if one.startswith("c")]
    names |= {f"c{one.id}": one.name for one in await chapters_of(turn.unit, wanted)}
    return [Choice(f"directory.{one}", names[one]) for one in keys]
