"""What was changed lately, with a button to take it back, and what lies in the trash."""

from domain.message import Choice
from handlers.screen import shorten, show
from operations.desks import list_desks
from operations.directory.change_words import recent_words
from operations.directory.undoing import RecentChange, list_recent, undo
from operations.turn import Turn
from operations.wording import moment_words

_LISTED = 8


async def show_recent(turn: Turn, *, trash: bool) -> None:
    """Lists what can be undone, or brought back."""
    await list_desks(turn.unit, turn.posts, today=turn.today)
    found = await list_recent(turn.unit, turn.posts, trash=trash, policy=turn.policy, now=turn.now)
    name = "trash" if trash else "recent"
    turn.say(f"edit-{name}" if found else f"edit-{name}-empty")
    listed = found[:_LISTED]
    if listed:
        turn.say_rich("\n".join([await _line(turn, *one) for one in enumerate(listed, start=1)]))
    other = "recent" if trash else "trash"
    key = "change" if trash else "change.trash"
    show(
        turn,
        *(
            Choice(
                f"change.u{one.change.id}",
                shorten(turn.label(f"edit-button-{name}", number=number, name=one.chapter.name)),
            )
            for number, one in enumerate(listed, start=1)
        ),
        navigation=(
            Choice(key, turn.label(f"edit-button-to-{other}")),
            Choice("directory", turn.label("menu-directory")),
        ),
    )


async def _line(turn: Turn, number: int, one: RecentChange) -> str:
    before, after = await recent_words(turn.unit, one, turn.language)
    return turn.text(
        "edit-line",
        number=number,
        at=moment_words(turn.policy.local(one.change.at), turn.language),
        who=one.who or "–",
        chapter=one.chapter.name,
        before=before,
        after=after,
    )


async def take_back(turn: Turn, change_id: int) -> None:
    """Undoes a change and says so."""
    done = await undo(turn.context, change_id)
    turn.say("edit-undone", chapter=done.chapter.name)
    chapter = f"directory.c{done.chapter.id}"
    show(turn, Choice(chapter, turn.label("edit-button-chapter")))
