"""Kinds of chapters: their names, words and calendar, seen and changed by administrators."""

from collections.abc import Mapping
from typing import Any

from dialogue.inputs import Input, Late, Press, Say
from domain.calendar import fit_rule
from domain.chapters import ChapterKind
from domain.kind_changes import CALENDAR, CHOICES, KindField, parse_field, read_field
from domain.message import Choice, Expects
from domain.refusals import BadInput, Conflict
from handlers.screen import page_buttons, parse_number, say_page, show, take_page, unfit_key
from operations.directory.kinds import (
    KindProposal,
    get_kind,
    list_kinds,
    make_kind_change,
    propose_kind,
)
from operations.turn import Turn
from operations.wording import rule_words


class KindsHandler:
    """Lists the kinds ("" or "l2"), shows one ("12"), asks for a change of it ("12-unit").

    The state holds the kind and the field, then the values seen and wanted.
    """

    name = "kinds"
    command = "loaihinh|kinds"
    words = "command-kinds-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows the list, a kind, or the question for a new value."""
        number, _, field = argument.partition("-")
        if field in set(KindField):
            await self._ask(turn, parse_number(number), KindField(field))
        elif kind_id := parse_number(number):
            await _say_kind(turn, kind_id)
        else:
            await _say_kinds(turn, parse_number(argument[1:]))

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the value, or the word on what was shown."""
        state = turn.talk.state
        if given == Press("cancel"):
            turn.say("edit-left")
            _end(turn, state["kind"])
        elif given == Press("yes") and "seen" in state:
            await self._make(turn)
        elif "seen" not in state and isinstance(given, Say | Late | Press):
            text = given.key if isinstance(given, Press) else given.text
            try:
                await self._preview(turn, text)
            except BadInput as refusal:
                turn.say(refusal.code, **refusal.facts)
                turn.repeat_prompt()
        else:
            turn.say(unfit_key(turn))
            turn.repeat_prompt()

    async def _ask(self, turn: Turn, kind_id: int, field: KindField) -> None:
        kind, _ = await get_kind(turn.unit, turn.posts, kind_id, today=turn.today)
        turn.leave()
        turn.talk.handler = self.name
        turn.talk.state = {"kind": kind_id, "field": str(field)}
        now = _value(turn, field, read_field(kind, field))
        thing = turn.label(f"kind-field-{field}")
        choices = tuple(
            Choice(one, turn.label(f"workbook-choice-{field}-{one}"))
            for one in CHOICES.get(field, ())
        )
        if choices:
            turn.say("kind-choose", kind=kind.name, thing=thing, now=now)
        elif field is KindField.RULE:
            turn.say("edit-ask-day", chapter=kind.name, now=now)
        else:
            turn.say("kind-type", kind=kind.name, thing=thing, now=now)
        expects = Expects.CHOICE if choices else Expects.TEXT
        turn.ask(choices, expects=expects, navigation=(_cancel(turn),))

    async def _preview(self, turn: Turn, text: str) -> None:
        state = turn.talk.state
        field = KindField(state["field"])
        kind, _ = await get_kind(turn.unit, turn.posts, state["kind"], today=turn.today)
        wanted = parse_field(kind, field, text)
        proposal = await self._propose(turn, wanted)
        state |= {"seen": dict(proposal.before), "wanted": wanted}
        turn.say(
            "edit-preview",
            thing=turn.label(f"kind-field-{field}"),
            chapter=kind.name,
            before=_value(turn, field, proposal.before),
            after=_value(turn, field, proposal.after),
        )
        if field is KindField.ASSOCIATION:
            turn.say("kind-association-everywhere")
        elif field in CALENDAR:
            turn.say("kind-meetings-follow", count=proposal.chapters)
        turn.ask((Choice("yes", turn.label("edit-button-yes")),), navigation=(_cancel(turn),))

    async def _propose(self, turn: Turn, wanted: Mapping[str, Any]) -> KindProposal:
        state = turn.talk.state
        return await propose_kind(
            turn.unit,
            turn.posts,
            state["kind"],
            KindField(state["field"]),
            wanted,
            today=turn.today,
        )

    async def _make(self, turn: Turn) -> None:
        state = dict(turn.talk.state)
        try:
            await make_kind_change(
                turn.unit,
                await self._propose(turn, state["wanted"]),
                seen=state["seen"],
                by=turn.require_person(),
                policy=turn.policy,
                now=turn.now,
            )
        except (BadInput, Conflict) as refusal:
            code = "edit-overtaken" if isinstance(refusal, BadInput) else refusal.code
            turn.say(code)
        else:
            turn.say("kind-changed")
        _end(turn, state["kind"])


async def _say_kinds(turn: Turn, number: int) -> None:
    found = await list_kinds(turn.unit, turn.posts, today=turn.today)
    page = take_page(found, number)
    turn.say("kind-list" if found else "kind-none")
    say_page(turn, page)
    show(
        turn,
        *(Choice(f"kinds.{one.id}", one.name) for one in page.items),
        navigation=page_buttons(turn, page, "kinds.l"),
    )


async def _say_kind(turn: Turn, kind_id: int) -> None:
    kind, count = await get_kind(turn.unit, turn.posts, kind_id, today=turn.today)
    turn.say("kind-card", name=kind.name, code=kind.code, count=count)
    turn.say_rich("\n".join(_line(turn, kind, field) for field in KindField))
    fields = (
        Choice(
            f"kinds.{kind_id}-{field}",
            turn.label("kind-button-field", thing=turn.label(f"kind-field-{field}")),
        )
        for field in KindField
    )
    show(turn, *fields, navigation=(Choice("kinds", turn.label("kind-button-list")),), columns=2)


def _line(turn: Turn, kind: ChapterKind, field: KindField) -> str:
    value = _value(turn, field, read_field(kind, field))
    return turn.text("kind-line", thing=turn.label(f"kind-field-{field}"), value=value)


def _value(turn: Turn, field: KindField, values: Mapping[str, Any]) -> str:
    if field is KindField.RULE:
        rule = fit_rule(values["frequency"], values["rule"])
        return rule_words(rule, turn.language)
    value = str(values[field])
    return turn.label(f"workbook-choice-{field}-{value}") if field in CHOICES else value


def _cancel(turn: Turn) -> Choice:
    return Choice("cancel", turn.label("button-cancel"))


def _end(turn: Turn, kind_id: int) -> None:
    show(turn, Choice(f"kinds.{kind_id}", turn.label("kind-button-back")))
