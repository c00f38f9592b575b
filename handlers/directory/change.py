"""A chapter changed in the chat: typed, shown before and after, agreed to, undone if need be."""

from domain.buttons import read_button
from domain.chapter_changes import COLUMNS, TYPED, What, parse_value
from handlers.directory.editing import (
    AskedValue,
    Columns,
    EditHandler,
    ShownChange,
    ShownValue,
    back_to,
    say_made,
)
from handlers.directory.recent import show_recent, take_back
from handlers.screen import show
from handlers.steps import ask_words
from operations.directory.buttons import ChangeChapter, OpenTrash, UndoChange
from operations.directory.change_words import value_words
from operations.directory.changing import (
    Proposal,
    get_managed,
    make_change,
    propose,
    read_columns,
)
from operations.turn import Turn


class ChangeHandler(EditHandler):
    """Changes one thing of a chapter, takes a change back, or lists what can be taken back."""

    name = "change"
    command = "thaydoi|changes"
    words = "command-change-words"
    pressed_fields = frozenset({What.CLOSED})

    async def begin(self, turn: Turn, argument: str) -> None:
        """Asks for the new value; closing needs none."""
        match read_button(argument, ChangeChapter, UndoChange, OpenTrash):
            case UndoChange(change):
                await take_back(turn, change)
            case ChangeChapter(chapter, what) if what in (*TYPED, What.CLOSED):
                await self._ask(turn, chapter, what)
            case button:
                await show_recent(turn, trash=isinstance(button, OpenTrash))

    async def _ask(self, turn: Turn, chapter_id: int, what: What) -> None:
        chapter = await get_managed(turn.unit, turn.posts, chapter_id, today=turn.today)
        asked = AskedValue(thing=chapter_id, field=what)
        turn.start(self.name, asked)
        if what is What.CLOSED:
            await self.preview(turn, asked, "")
            return
        there = await read_columns(turn.unit, chapter_id, COLUMNS[what])
        now = value_words(what, there, chapter, turn.language)
        turn.say(f"edit-ask-{what}", chapter=chapter.name, now=now)
        ask_words(turn)

    async def propose(self, turn: Turn, asked: AskedValue, text: str) -> ShownChange:
        """Returns the change of a chapter."""
        what = What(asked.field)
        wanted = parse_value(what, text) if what in TYPED else {}
        proposal = await self._propose(turn, asked, wanted)
        chapter = proposal.chapter
        return ShownChange(
            field=turn.label(f"chapter-button-{what}"),
            name=chapter.name,
            before=value_words(what, proposal.before, chapter, turn.language),
            after=value_words(what, proposal.after, chapter, turn.language),
            seen=proposal.before,
            wanted=wanted,
        )

    async def _propose(self, turn: Turn, asked: AskedValue, wanted: Columns) -> Proposal:
        return await propose(turn.context, asked.thing, What(asked.field), wanted)

    async def write(self, turn: Turn, shown: ShownValue) -> None:
        """Changes the chapter."""
        proposal = await self._propose(turn, shown, shown.wanted)
        number = await make_change(turn.context, proposal, seen=shown.seen)
        say_made(turn, shown.thing, number, to_trash=proposal.what is What.CLOSED)

    def end(self, turn: Turn, thing: int) -> None:
        """Leads back to the chapter."""
        show(turn, back_to(turn, thing))
