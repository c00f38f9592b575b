"""An exemplar in full, with what can be done about it."""

from collections.abc import Iterator

from domain.exemplars import Exemplar, Part, State
from domain.message import Choice
from handlers.screen import shorten, show
from operations.exemplars.buttons import AddProgress, FillExemplar, MoveExemplar, WritePart
from operations.exemplars.register import ExemplarView, get_exemplar
from operations.turn import Turn
from operations.wording import day_words, placed_name
from texts import Rich

_LONGEST = 600
# The buttons of parts come after those that take the exemplar on.
PARTS = tuple(Part)


async def show_exemplar(turn: Turn, exemplar_id: int) -> None:
    """Ends the answer with an exemplar and its buttons."""
    view = await get_exemplar(turn.unit, turn.posts, exemplar_id, today=turn.today)
    say_exemplar(turn, view)
    show(turn, *_choices(turn, view), navigation=(_to_list(turn, view),), columns=1)


def say_exemplar(turn: Turn, view: ExemplarView) -> None:
    """Says all that is kept of an exemplar."""
    found = view.exemplar
    turn.say(
        "exemplar-card",
        name=found.name,
        chapter=placed_name(view.chapter),
        state=turn.label(f"exemplar-state-{found.state}"),
    )
    turn.say_rich(Rich("\n".join(_lines(turn, found, own=view.is_own))))
    if view.is_own and found.progress:
        turn.say("exemplar-progress", lines=shorten_lines(found.progress))
    spread = view.counts
    if spread.areas:
        turn.say("exemplar-spread", count=spread.areas)
    if view.is_own and (spread.trying or spread.stopped):
        turn.say("exemplar-trying", trying=spread.trying, stopped=spread.stopped)


def part_words(turn: Turn, found: Exemplar, part: Part) -> str:
    """Returns what is written of a part in words, "" for nothing yet."""
    value = found.value_of(part)
    return turn.label(f"exemplar-field-{value}") if part is Part.FIELD and value else value


def shorten_lines(progress: str) -> str:
    """Returns the newest lines of a progress that fit into a message."""
    kept: list[str] = []
    for line in reversed(progress.split("\n")):
        if sum(map(len, kept)) + len(line) > _LONGEST:
            break
        kept.insert(0, line)
    return "\n".join(kept) or shorten(progress[-_LONGEST:], _LONGEST)


def _lines(turn: Turn, found: Exemplar, *, own: bool) -> Iterator[Rich]:
    nothing = turn.label("exemplar-nothing")
    for part in PARTS[1:]:
        words = part_words(turn, found, part)
        if words or (own and found.state is State.DRAFT):
            yield turn.text(
                "exemplar-line",
                what=turn.label(f"exemplar-part-{part}"),
                words=shorten(words, _LONGEST) if words else nothing,
            )
    if found.registered_on:
        yield turn.text("exemplar-registered-on", day=day_words(found.registered_on))
    if found.recognised_on:
        day = day_words(found.recognised_on)
        yield turn.text("exemplar-recognised-on", day=day, by=found.recognised_by)


def _choices(turn: Turn, view: ExemplarView) -> Iterator[Choice]:
    found = view.exemplar
    missing = found.list_missing()
    if view.may_keep and missing and found.state is not State.ENDED:
        yield Choice(FillExemplar(found.id).key, turn.label("exemplar-button-fill"))
    for state in view.next_states:
        if state is State.REGISTERED and missing and found.state is State.DRAFT:
            continue
        name = "again" if found.state is State.ENDED else str(state)
        yield Choice(MoveExemplar(found.id, state).key, turn.label(f"exemplar-button-{name}"))
    if view.may_keep and found.state is not State.ENDED:
        yield Choice(AddProgress(found.id).key, turn.label("exemplar-button-progress"))
        for part in PARTS:
            words = turn.label("exemplar-button-edit", what=turn.label(f"exemplar-part-{part}"))
            yield Choice(WritePart(found.id, part).key, words)


def _to_list(turn: Turn, view: ExemplarView) -> Choice:
    if view.is_own:
        return Choice("exemplar", turn.label("exemplar-button-list"))
    return Choice("trial", turn.label("exemplar-button-offers"))
