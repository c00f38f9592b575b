"""A chapter changed in the chat: typed, shown before and after, agreed to, undone if need be."""

from collections.abc import Mapping
from typing import Any

from dialogue.inputs import Input, Late, Press, Say
from domain.chapter_changes import COLUMNS, TYPED, What, parse_value
from domain.message import Expects
from domain.refusals import BadInput, Conflict
from handlers.directory.editing import (
    cancel_button,
    say_made,
    say_overtaken,
    stop,
    take_charge,
    yes_button,
)
from handlers.directory.recent import show_recent, take_back
from handlers.screen import parse_number, unfit_key
from operations.directory.change_words import value_words
from operations.directory.changing import Proposal, make_change, propose, read_columns
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
        chapter = await take_charge(turn, self.name, chapter_id, what=what)
        if what is What.CLOSED:
            await self._preview(turn, {})
            return
        there = await read_columns(turn.unit, chapter_id, COLUMNS[what])
        now = value_words(what, there, chapter, turn.language)
        turn.say(f"edit-ask-{what}", chapter=chapter.name, now=now)
        turn.ask(expects=Expects.TEXT, navigation=(cancel_button(turn),))

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the typed value, or the word on what was shown."""
        state = turn.talk.state
        if isinstance(given, Press) and given.key == "cancel":
            stop(turn)
        elif isinstance(given, Press) and given.key == "yes" and "seen" in state:
            await self._make(turn)
        elif isinstance(given, Say | Late) and What(state["what"]) in TYPED:
            await self._typed(turn, given.text)
        else:
            turn.say(unfit_key(turn))
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
        turn.ask((yes_button(turn),), navigation=(cancel_button(turn),))

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
            say_overtaken(turn, refusal)
        else:
            say_made(turn, number, to_trash=state["what"] == What.CLOSED)
