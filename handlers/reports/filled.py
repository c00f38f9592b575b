"""A report that was filled in on a phone without a network: taken whole, or compared first."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dialogue import Answer, Input, Press, Talk, answers_from_dict, answers_to_dict, shown_answer
from dialogue.filled import FilledAnswers, FilledSlot, read_filled
from dialogue.report_asked import report_form
from domain.message import Choice
from domain.refusals import BadInput, Closed
from domain.talks import TaskState
from handlers.reports.drafting import fill_draft, keep_filled, talk_to_fill
from handlers.reports.ending import say_refused
from handlers.screen import shorten
from handlers.steps import ask_again
from operations.turn import Turn
from texts import Rich

_MINE, _THEIRS = Press("mine"), Press("theirs")
_MOST_SLOTS = 60
# A question of the report, perhaps of a round, or one of an office behind a point.
SlotId = Annotated[str, Field(pattern=r"^([a-z_]{1,30}(\.\d)?|\.[A-Za-z_][A-Za-z0-9_]{0,30})$")]


class FilledReport(BaseModel):
    """What a phone sends: of which meeting, what was entered, what it knew as answered then."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    meeting: int = Field(ge=1, lt=2**63)
    version: int
    answers: dict[SlotId, FilledSlot] = Field(max_length=_MOST_SLOTS)
    base: dict[SlotId, Answer] = Field(default_factory=dict, max_length=_MOST_SLOTS)


class Comparing(TaskState):
    """Answers that were given otherwise elsewhere meanwhile, and are chosen one by one."""

    meeting: int
    answers: dict[str, Any]
    notes: list[str]
    left: list[str]


class FilledHandler:
    """Puts what was filled in into the report's draft, and shows the review."""

    name = "filled"
    command = ""
    words = ""
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Reads the whole; asks about each answer that differs from one given elsewhere."""
        try:
            filled = FilledReport.model_validate_json(argument)
        except ValidationError as error:
            raise BadInput("filled-unread") from error
        try:
            before = await talk_to_fill(turn, filled.meeting)
        except Closed as refusal:
            await self._keep(turn, filled)
            say_refused(turn, filled.meeting, refusal)
            return
        read = _read(turn, before, filled)
        differing = _list_differing(before, read.answers, filled.base)
        state = Comparing(
            meeting=filled.meeting,
            answers=answers_to_dict(read.answers),
            notes=list(read.notes),
            left=differing,
        )
        await self._go_on(turn, state)

    async def _keep(self, turn: Turn, filled: FilledReport) -> None:
        """Keeps it as a draft; where it differs from one begun elsewhere, it is read out."""
        mine: dict[str, Answer] = {}
        differing: list[str] = []

        def fill(before: Talk) -> Mapping[str, Answer]:
            mine.update(_read(turn, before, filled).answers)
            differing.extend(_list_differing(before, mine, filled.base))
            return {slot: mine[slot] for slot in mine if _unit_of(slot) not in differing}

        before = await keep_filled(turn, filled.meeting, fill)
        turn.say("filled-kept")
        if slots := [slot for slot in mine if _unit_of(slot) in differing]:
            turn.say("filled-kept-theirs", answers=_shown(turn, before, mine, slots))

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes which of two answers is to stay."""
        state = turn.state(Comparing)
        if given not in (_MINE, _THEIRS):
            ask_again(turn)
            return
        unit = state.left.pop(0)
        if given == _THEIRS:
            gone = [slot for slot in state.answers if _unit_of(slot) == unit]
            state.answers = {s: a for s, a in state.answers.items() if s not in gone}
        await self._go_on(turn, state)

    async def _go_on(self, turn: Turn, state: Comparing) -> None:
        if not state.left:
            answers = answers_from_dict(state.answers)
            await fill_draft(turn, state.meeting, answers, [Rich(n) for n in state.notes])
            return
        before = await talk_to_fill(turn, state.meeting)
        mine = {**before.answers, **answers_from_dict(state.answers)}
        turn.start(self.name, state)
        slots = [slot for slot in mine if _unit_of(slot) == state.left[0]]
        turn.say("filled-differs")
        turn.ask(
            (
                Choice(_MINE.key, self._named(turn, before, mine, slots, "filled-mine")),
                Choice(
                    _THEIRS.key, self._named(turn, before, before.answers, slots, "filled-theirs")
                ),
            )
        )

    @staticmethod
    def _named(
        turn: Turn, before: Talk, answers: Mapping[str, Answer], slots: Iterable[str], key: str
    ) -> str:
        return shorten(turn.label(key, answer=_shown(turn, before, answers, slots)))


def _read(turn: Turn, before: Talk, filled: FilledReport) -> FilledAnswers:
    return read_filled(
        report_form(before.facts),
        before,
        filled.answers,
        today=turn.today,
        clock=turn.policy.local(turn.now).time(),
        language=turn.language,
    )


def _shown(turn: Turn, before: Talk, answers: Mapping[str, Answer], slots: Iterable[str]) -> str:
    form = report_form(before.facts)
    shown = (
        shown_answer(
            form, answers, slot, facts=before.facts, today=turn.today, language=turn.language
        )
        for slot in slots
    )
    return ", ".join(filter(None, shown)) or "–"


def _list_differing(
    before: Talk, mine: Mapping[str, Answer], base: Mapping[str, Answer]
) -> list[str]:
    """Returns what was answered elsewhere since, and otherwise than here, in the form's order."""
    differing = [
        slot
        for slot, answer in mine.items()
        if (there := before.answers.get(slot)) is not None
        and there not in (answer, base.get(slot))
    ]
    return list(dict.fromkeys(map(_unit_of, differing)))


def _unit_of(slot_id: str) -> str:
    """The answers of one difficulty are chosen together."""
    _, dot, number = slot_id.partition(".")
    return f".{number}" if dot else slot_id
