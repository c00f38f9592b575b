"""What was changed lately, with a button to take it back, and what lies in the trash."""

from domain.message import Choice
from handlers.directory.editing import back_to
from handlers.screen import show
from operations.desks import list_desks
from operations.directory.buttons import OpenTrash, UndoChange
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
        lines = [await _line(turn, at, recent) for at, recent in enumerate(listed, start=1)]
        turn.say_rich("\n".join(lines))
    other = "recent" if trash else "trash"
    key = "change" if trash else OpenTrash().key
    show(
        turn,
        *(
            Choice(
                UndoChange(recent.change.id).key,
                turn.label(f"edit-button-{name}", number=number, name=recent.chapter.name),
            )
            for number, recent in enumerate(listed, start=1)
        ),
        navigation=(
            Choice(key, turn.label(f"edit-button-to-{other}")),
            Choice("directory", turn.label("menu-directory")),
        ),
    )


async def _line(turn: Turn, number: int, recent: RecentChange) -> str:
    before, after = await recent_words(turn.unit, recent, turn.language)
    return turn.text(
        "edit-line",
        number=number,
        at=moment_words(turn.policy.local(recent.change.at), turn.language),
        who=recent.who or "–",
        chapter=recent.chapter.name,
        before=before,
        after=after,
    )


async def take_back(turn: Turn, change_id: int) -> None:
    """Undoes a change and says so."""
    done = await undo(turn.context, change_id)
    turn.say("edit-undone", chapter=done.chapter.name)
    show(turn, back_to(turn, done.chapter.id))
