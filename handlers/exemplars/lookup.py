"""The register of exemplars as a list, narrowed by field, state, place or words."""

from collections.abc import Iterator

from domain.exemplars import Field, State
from domain.message import Choice
from handlers.screen import shorten, take_page
from handlers.steps import show_list, show_page
from operations.access import own_chapters
from operations.desks import at_desk
from operations.exemplars.buttons import (
    NarrowByField,
    NarrowByPlace,
    NarrowByState,
    NewExemplar,
    OpenExemplar,
    OpenRegister,
    RegisterView,
    filters_of,
)
from operations.exemplars.lookup import Register, RegisterQuery, list_register, sorted_places
from operations.turn import Turn


async def show_register(turn: Turn, view: RegisterView, query: str) -> None:
    """Ends the answer with a part of the register, or with the choices of one filter."""
    wanted = RegisterQuery(area_id=view.place, field=view.field, state=view.state, words=query)
    found = await list_register(turn.unit, turn.posts, wanted, today=turn.today)
    if isinstance(view, OpenRegister):
        _show_list(turn, view, found, query)
    else:
        turn.say(f"exemplar-by-{_NAMES[type(view)]}")
        there = OpenRegister(filters=view.filters, place=view.place)
        back = Choice(there.key, turn.label("button-back"))
        choices = list(_choices(turn, view, found))
        show_list(turn, choices, view.page, view.at_page, navigation=(back,))


_NAMES: dict[type[RegisterView], str] = {
    NarrowByField: "field",
    NarrowByState: "state",
    NarrowByPlace: "place",
}


def _show_list(turn: Turn, view: RegisterView, found: Register, query: str) -> None:
    turn.say(
        "exemplar-list",
        count=len(found.lines),
        field=turn.label(f"exemplar-field-{view.field or 'any'}"),
        state=turn.label(f"exemplar-state-{view.state or 'any'}"),
        place=found.place.name if found.place else turn.label("exemplar-place-any"),
    )
    if query:
        turn.say("exemplar-query", query=shorten(query))
    if not found.lines:
        turn.say("exemplar-none")
    page = take_page(found.lines, view.page)
    choices = (
        Choice(
            OpenExemplar(line.id).key,
            turn.label(
                "exemplar-button-line",
                name=line.name,
                place=line.area_name,
                state=turn.label(f"exemplar-state-{line.state}"),
            ),
        )
        for line in page.items
    )
    show_page(turn, page, view.at_page, *choices, navigation=tuple(_ways(turn, view)))


def _ways(turn: Turn, view: RegisterView) -> Iterator[Choice]:
    for kind, name in _NAMES.items():
        there = kind(filters=view.filters, place=view.place)
        yield Choice(there.key, turn.label(f"exemplar-by-{name}-button"))
    if at_desk(turn.posts, turn.today):
        yield Choice("introduce", turn.label("menu-introduce"))
    for chapter_id in sorted(own_chapters(turn.posts, turn.today))[:1]:
        yield Choice(NewExemplar(chapter_id).key, turn.label("exemplar-button-new"))
        yield Choice("trial", turn.label("exemplar-button-offers"))


def _choices(turn: Turn, view: RegisterView, found: Register) -> Iterator[Choice]:
    if isinstance(view, NarrowByField):
        for field in (None, *Field):
            count = found.by_field[field] if field else found.by_field.total()
            filters = filters_of(field, view.state)
            there = OpenRegister(filters=filters, place=view.place)
            yield _counted(turn, there, turn.label(f"exemplar-field-{field or 'any'}"), count)
    elif isinstance(view, NarrowByState):
        for state in (None, *State):
            count = found.by_state[state] if state else found.by_state.total()
            filters = filters_of(view.field, state)
            there = OpenRegister(filters=filters, place=view.place)
            yield _counted(turn, there, turn.label(f"exemplar-state-{state or 'any'}"), count)
    else:
        every = OpenRegister(filters=view.filters)
        words = turn.label("exemplar-place-any")
        yield _counted(turn, every, words, found.by_area.total())
        for place in sorted_places(found):
            count = found.by_area[place.id]
            yield _counted(turn, every.at_place(place.id), place.name, count)


def _counted(turn: Turn, there: OpenRegister, name: str, count: int) -> Choice:
    return Choice(there.key, turn.label("exemplar-counted", name=name, count=count))
