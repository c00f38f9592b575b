"""The register of exemplars as a list, narrowed by field, state, place or words."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from domain.exemplars import Field, State
from domain.message import Choice
from handlers.exemplars.look import FIELDS, LIST, PLACES, STATES, Look
from handlers.screen import menu_button, page_buttons, say_page, shorten, take_page
from operations.access import own_chapters
from operations.desks import at_desk
from operations.exemplars.lookup import Register, list_register, sorted_places
from operations.turn import Turn


async def show_register(turn: Turn, look: Look, query: str) -> None:
    """Ends the answer with a part of the register, or with the choices of one filter."""
    found = await list_register(
        turn.unit,
        turn.posts,
        today=turn.today,
        area_id=look.area,
        field=look.field,
        state=look.state,
        query=query,
    )
    if look.view == LIST:
        _show_list(turn, look, found, query)
    else:
        turn.say(f"exemplar-by-{_NAMES[look.view]}")
        page = take_page(list(_choices(turn, look, found)), look.page)
        say_page(turn, page)
        back = Choice(replace(look, view=LIST, page=1).key, turn.label("button-back"))
        _ask(turn, page.items, (*page_buttons(turn, page, look.key_of_pages), back))


_NAMES = {FIELDS: "field", STATES: "state", PLACES: "place"}


def _show_list(turn: Turn, look: Look, found: Register, query: str) -> None:
    turn.say(
        "exemplar-list",
        count=len(found.lines),
        field=turn.label(f"exemplar-field-{look.field or 'any'}"),
        state=turn.label(f"exemplar-state-{look.state or 'any'}"),
        place=found.place.name if found.place else turn.label("exemplar-place-any"),
    )
    if query:
        turn.say("exemplar-query", query=shorten(query))
    if not found.lines:
        turn.say("exemplar-none")
    page = take_page(found.lines, look.page)
    say_page(turn, page)
    choices = [
        Choice(
            f"exemplar.{one.id}",
            turn.label(
                "exemplar-button-line",
                name=one.name,
                place=one.area_name,
                state=turn.label(f"exemplar-state-{one.state}"),
            ),
        )
        for one in page.items
    ]
    navigation = (*page_buttons(turn, page, look.key_of_pages), *_ways(turn, look))
    _ask(turn, choices, navigation)


def _ways(turn: Turn, look: Look) -> Iterator[Choice]:
    for view, name in _NAMES.items():
        yield Choice(
            replace(look, view=view, page=1).key, turn.label(f"exemplar-by-{name}-button")
        )
    if at_desk(turn.posts, turn.today):
        yield Choice("introduce", turn.label("menu-introduce"))
    for chapter_id in sorted(own_chapters(turn.posts, turn.today))[:1]:
        yield Choice(f"exemplar.n{chapter_id}", turn.label("exemplar-button-new"))
        yield Choice("trial", turn.label("exemplar-button-offers"))


def _choices(turn: Turn, look: Look, found: Register) -> Iterator[Choice]:
    there = replace(look, view=LIST, page=1)
    if look.view == FIELDS:
        for field in (None, *Field):
            count = found.by_field[field] if field else found.by_field.total()
            yield _counted(turn, replace(there, field=field), _field(turn, field), count)
    elif look.view == STATES:
        for state in (None, *State):
            count = found.by_state[state] if state else found.by_state.total()
            name = turn.label(f"exemplar-state-{state or 'any'}")
            yield _counted(turn, replace(there, state=state), name, count)
    else:
        every = turn.label("exemplar-place-any")
        yield _counted(turn, replace(there, area=0), every, found.by_area.total())
        for place in sorted_places(found):
            yield _counted(
                turn, replace(there, area=place.id), place.name, found.by_area[place.id]
            )


def _field(turn: Turn, field: Field | None) -> str:
    return turn.label(f"exemplar-field-{field or 'any'}")


def _counted(turn: Turn, look: Look, name: str, count: int) -> Choice:
    return Choice(look.key, turn.label("exemplar-counted", name=name, count=count))


def _ask(turn: Turn, choices: Sequence[Choice], ways: tuple[Choice, ...]) -> None:
    turn.ask(
        tuple(Choice(one.key, shorten(one.label)) for one in choices),
        navigation=(*ways, menu_button(turn)),
        commands=True,
    )
