"""A chapter changed in the chat: typed, shown before and after, agreed to, undone if need be."""

from collections.abc import Mapping
from typing import Any

from dialogue.inputs import Input, Late, Press, Say
from domain.chapter_changes import COLUMNS, TYPED, What, parse_value
from domain.message import Choice, Expects
from domain.refusals import BadInput, Conflict
from handlers.recent import show_recent, take_back
from handlers.standing import parse_number, show
from operations.change_words import value_words
from operations.changing import Proposal, get_managed, make_change, propose, read_columns
from operations.turn import Turn


class ChangeHandler:
    """Changes one thing of a chapter ("12-place"), or takes a change back ("u7").

    Without an argument it lists what can be undone, with "trash" what can be brought back.
    The state holds the chapter, the sort of change, and the values seen and wanted.
    """

    name = "change"
    command = "thaydoi|changes"
    words = "command-change-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Asks for the new value; closing needs none."""
        number, _, what = argument.partition("-")
        if argument.startswith("u"):
            await take_back(turn, parse_number(argument[1:]))
        elif what in (*TYPED, What.CLOSED):
            await self._ask(turn, parse_number(number), What(what))
        else:
            await show_recent(turn, trash=argument == "trash")

    async def _ask(self, turn: Turn, chapter_id: int, what: What) -> None:
        chapter = await get_managed(turn.unit, turn.posts, chapter_id, today=turn.today)
        turn.leave()
        turn.talk.handler = self.name
        turn.talk.state = {"chapter": chapter_id, "what": what}
        if what is What.CLOSED:
            await self._preview(turn, {})
            return
        there = await read_columns(turn.unit, chapter_id, COLUMNS[what])
        now = value_words(what, there, chapter, turn.language)
        turn.say(f"edit-ask-{what}", chapter=chapter.name, now=now)
        turn.ask(expects=Expects.TEXT, navigation=(_button(turn, "cancel"),))

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the typed value, or the word on what was shown."""
        state = turn.talk.state
        if isinstance(given, Press) and given.key == "cancel":
            await self._stop(turn)
        elif isinstance(given, Press) and given.key == "yes" and "seen" in state:
            await self._make(turn)
        elif isinstance(given, Say | Late) and What(state["what"]) in TYPED:
            await self._typed(turn, given.text)
        else:
            turn.say("please-press")
            turn.repeat_prompt()

    async def _typed(self, turn: Turn, text: str) -> None:
        try:
            await self._preview(turn, parse_value(What(turn.talk.state["what"]), text))
        except BadInput as refusal:
            turn.say(refusal.code, **refusal.facts)
            turn.repeat_prompt()

    async def _preview(self, turn: Turn, values: Mapping[str, Any]) -> None:
        state = turn.talk.state
        proposal = await self._propose(turn, values)
        state |= {"seen": proposal.before, "wanted": dict(values)}
        chapter, what = proposal.chapter, proposal.what
        turn.say(
            "edit-preview",
            thing=turn.label(f"chapter-button-{what}"),
            chapter=chapter.name,
            before=value_words(what, proposal.before, chapter, turn.language),
            after=value_words(what, proposal.after, chapter, turn.language),
        )
        turn.ask((_button(turn, "yes"),), navigation=(_button(turn, "cancel"),))

    async def _propose(self, turn: Turn, values: Mapping[str, Any]) -> Proposal:
        state = turn.talk.state
        return await propose(
            turn.unit,
            turn.posts,
            state["chapter"],
            What(state["what"]),
            values,
            today=turn.today,
        )

    async def _make(self, turn: Turn) -> None:
        state = turn.talk.state
        chapter_id = state["chapter"]
        try:
            number = await make_change(
                turn.unit,
                await self._propose(turn, state["wanted"]),
                seen=state["seen"],
                by=turn.require_person(),
                policy=turn.policy,
                now=turn.now,
            )
        except (BadInput, Conflict) as refusal:
            code = "edit-overtaken" if isinstance(refusal, BadInput) else refusal.code
            turn.say(code, **refusal.facts)
            show(turn, back_to(turn, chapter_id))
            return
        turn.say("edit-made-trash" if state["what"] == What.CLOSED else "edit-made")
        show(turn, undo_button(turn, number), back_to(turn, chapter_id))

    async def _stop(self, turn: Turn) -> None:
        chapter_id = turn.talk.state["chapter"]
        turn.say("edit-left")
        show(turn, back_to(turn, chapter_id))


def back_to(turn: Turn, chapter_id: int) -> Choice:
    """Returns the button to a chapter."""
    return Choice(f"directory.c{chapter_id}", turn.label("edit-button-chapter"))


def undo_button(turn: Turn, change_id: int) -> Choice:
    """Returns the button that takes a change back."""
    return Choice(f"change.u{change_id}", turn.label("edit-button-undo"))


def _button(turn: Turn, name: str) -> Choice:
    key = "edit-button-yes" if name == "yes" else "button-cancel"
    return Choice(name, turn.label(key))
