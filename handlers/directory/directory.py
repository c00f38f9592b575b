"""The directory: chapters and people found by words, or by walking down the places."""

from collections.abc import Sequence

from dialogue.inputs import Input
from domain.buttons import Button, read_button
from domain.message import Choice
from domain.people import Role
from domain.talks import TaskState
from handlers.directory.chapter import say_chapter
from handlers.directory.person import say_person
from handlers.screen import page_buttons, say_page, shorten, show, take_page
from handlers.steps import typed
from operations.access import held
from operations.desks import at_desk, list_desks
from operations.directory.buttons import OpenArea, OpenChapter, OpenFound
from operations.directory.directory_look import (
    SearchResult,
    chapters_of,
    get_area_page,
    require_directory,
    search,
)
from operations.namesakes import name_areas
from operations.people.buttons import ChooseSheet, OpenPerson
from operations.turn import Turn


class DirectorySearch(TaskState):
    """The words searched for last, "" for none."""

    query: str = ""


class DirectoryHandler:
    """Shows a chapter, a person, a place, or a page of what was found.

    It stays in charge, so that whatever is typed next is searched for.
    """

    name = "directory"
    command = "donvi|directory"
    words = "command-directory-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Opens what a button names; anything else is searched for."""
        require_directory(turn.posts, turn.today)
        is_here = turn.talk.handler == self.name
        query = turn.state(DirectorySearch).query if is_here else ""
        match read_button(argument, OpenChapter, OpenPerson, OpenArea, OpenFound):
            case OpenChapter(chapter):
                self._show(turn, await say_chapter(turn, chapter), query=query)
            case OpenPerson(person):
                self._show(turn, await say_person(turn, person), query=query)
            case OpenArea(area, page):
                await self._show_area(turn, area, page)
            case OpenFound(page):
                await self._search(turn, query, page)
            case _ if argument:
                await self._search(turn, argument, 1)
            case _:
                await self._welcome(turn)

    async def answer(self, turn: Turn, given: Input) -> None:
        """Searches for what is typed."""
        text = typed(given)
        if text is not None:
            await self._search(turn, text, 1)
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
        found = Choice(OpenFound(1).key, turn.label("directory-button-results"))
        show(turn, *choices, navigation=(*navigation, *((found,) if query else ())))
        self._stay(turn, query)

    def _stay(self, turn: Turn, query: str) -> None:
        turn.talk.handler = self.name
        turn.keep(DirectorySearch(query=query))

    async def _welcome(self, turn: Turn) -> None:
        choices: list[Choice] = []
        if at_desk(turn.posts, turn.today):
            desks = await list_desks(turn.unit, turn.posts, today=turn.today)
            choices += [Choice(OpenArea(desk.id).key, desk.name) for desk in desks]
            choices.append(Choice(ChooseSheet().key, turn.label("directory-button-sheet")))
            choices.append(Choice("change", turn.label("directory-button-recent")))
            choices.append(Choice("pause", turn.label("pause-button-list")))
        elif held(turn.posts, {Role.CADRE}, turn.today):
            choices.append(Choice("board", turn.label("menu-board")))
        turn.say("directory-type")
        self._show(turn, choices)

    async def _search(self, turn: Turn, query: str, page: int) -> None:
        found = await search(turn.unit, turn.posts, query, today=turn.today)
        buttons = _list_found(found)
        shown = take_page(buttons, page)
        turn.say(
            "directory-found" if buttons else "directory-nothing",
            query=shorten(query),
            count=len(buttons),
        )
        say_page(turn, shown)
        choices = await _name_found(turn, found, shown.items)
        self._show(turn, choices, navigation=page_buttons(turn, shown, OpenFound))
        self._stay(turn, query)

    async def _show_area(self, turn: Turn, area_id: int, page: int) -> None:
        there = await get_area_page(turn.unit, turn.posts, area_id, today=turn.today)
        places = [Choice(OpenArea(number).key, name) for number, name in there.children]
        own = [Choice(OpenChapter(chapter.id).key, chapter.name) for chapter in there.chapters]
        shown = take_page([*places, *own], page)
        turn.say("directory-area", place=there.place.name, chapters=len(own), places=len(places))
        say_page(turn, shown)
        above = there.above
        up = (Choice(OpenArea(above.id).key, above.name),) if above else ()
        pages = page_buttons(turn, shown, lambda number: OpenArea(area_id, number))
        self._show(turn, shown.items, navigation=(*pages, *up))


def _list_found(found: SearchResult) -> list[Button]:
    people = [OpenPerson(person.id) for person in found.people]
    places = [OpenArea(area.id) for area in found.areas]
    return [*places, *people, *map(OpenChapter, found.chapter_ids)]


async def _name_found(turn: Turn, found: SearchResult, shown: Sequence[Button]) -> list[Choice]:
    names: dict[Button, str] = {OpenPerson(person.id): person.name for person in found.people}
    apart = await name_areas(turn.unit, found.areas)
    names |= {OpenArea(number): name for number, name in apart.items()}
    wanted = [button.chapter for button in shown if isinstance(button, OpenChapter)]
    chapters = await chapters_of(turn.unit, wanted)
    names |= {OpenChapter(chapter.id): chapter.name for chapter in chapters}
    return [Choice(button.key, names[button]) for button in shown]
