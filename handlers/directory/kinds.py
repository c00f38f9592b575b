"""Kinds of chapters: their names, words and calendar, seen and changed by administrators."""

from collections.abc import Mapping
from typing import Any

from domain.buttons import read_button
from domain.calendar import fit_rule, rule_words
from domain.chapters import ChapterKind
from domain.kind_changes import CALENDAR, CHOICES, KindField, parse_field, read_field
from domain.message import Choice, Expects
from handlers.directory.editing import AskedValue, EditHandler, ShownChange, ShownValue
from handlers.screen import show
from handlers.steps import ask_words, show_list
from operations.directory.buttons import ChangeKind, ListKinds, OpenKind
from operations.directory.kinds import get_kind, list_kinds, make_kind_change, propose_kind
from operations.turn import Turn


class KindsHandler(EditHandler):
    """Lists the kinds, shows one, and changes a field of it."""

    name = "kinds"
    command = "loaihinh|kinds"
    words = "command-kinds-words"
    pressed_fields = frozenset(CHOICES)

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows the list, a kind, or the question for a new value."""
        match read_button(argument, OpenKind, ChangeKind, ListKinds):
            case ChangeKind(kind, field):
                await self._ask(turn, kind, field)
            case OpenKind(kind):
                await _say_kind(turn, kind)
            case ListKinds(page):
                await _say_kinds(turn, page)
            case _:
                await _say_kinds(turn, 1)

    async def _ask(self, turn: Turn, kind_id: int, field: KindField) -> None:
        kind, _ = await get_kind(turn.context, kind_id)
        turn.start(self.name, AskedValue(thing=kind_id, field=field))
        now, thing = _value(turn, field, read_field(kind, field)), _field(turn, field)
        choices = [
            Choice(value, turn.label(f"workbook-choice-{field}-{value}"))
            for value in CHOICES.get(field, ())
        ]
        if choices:
            turn.say("kind-choose", kind=kind.name, thing=thing, now=now)
        elif field is KindField.RULE:
            turn.say("edit-ask-day", chapter=kind.name, now=now)
        else:
            turn.say("kind-type", kind=kind.name, thing=thing, now=now)
        ask_words(turn, *choices, expects=Expects.CHOICE if choices else Expects.TEXT)

    async def propose(self, turn: Turn, asked: AskedValue, text: str) -> ShownChange:
        """Returns the change of a kind."""
        field = KindField(asked.field)
        kind, _ = await get_kind(turn.context, asked.thing)
        wanted = parse_field(kind, field, text)
        proposal = await propose_kind(turn.context, asked.thing, field, wanted)
        note = ""
        if field is KindField.ASSOCIATION:
            note = turn.text("kind-association-everywhere")
        elif field in CALENDAR:
            note = turn.text("kind-meetings-follow", count=proposal.chapters)
        return ShownChange(
            field=_field(turn, field),
            name=kind.name,
            before=_value(turn, field, proposal.before),
            after=_value(turn, field, proposal.after),
            seen=dict(proposal.before),
            wanted=wanted,
            note=note,
        )

    async def write(self, turn: Turn, shown: ShownValue) -> None:
        """Changes the kind."""
        proposal = await propose_kind(
            turn.context, shown.thing, KindField(shown.field), shown.wanted
        )
        await make_kind_change(turn.context, proposal, seen=shown.seen)
        turn.say("kind-changed")
        self.end(turn, shown.thing)

    def end(self, turn: Turn, thing: int) -> None:
        """Leads back to the kind."""
        show(turn, Choice(OpenKind(thing).key, turn.label("kind-button-back")))


async def _say_kinds(turn: Turn, number: int) -> None:
    found = await list_kinds(turn.context)
    turn.say("kind-list" if found else "kind-none")
    show_list(
        turn, [Choice(OpenKind(kind.id).key, kind.name) for kind in found], number, ListKinds
    )


async def _say_kind(turn: Turn, kind_id: int) -> None:
    kind, count = await get_kind(turn.context, kind_id)
    turn.say("kind-card", name=kind.name, code=kind.code, count=count)
    turn.say_rich("\n".join(_line(turn, kind, field) for field in KindField))
    fields = (
        Choice(
            ChangeKind(kind_id, field).key,
            turn.label("kind-button-field", thing=_field(turn, field)),
        )
        for field in KindField
    )
    show(turn, *fields, navigation=(Choice("kinds", turn.label("kind-button-list")),), columns=2)


def _line(turn: Turn, kind: ChapterKind, field: KindField) -> str:
    value = _value(turn, field, read_field(kind, field))
    return turn.text("kind-line", thing=_field(turn, field), value=value)


def _field(turn: Turn, field: KindField) -> str:
    return turn.label(f"kind-field-{field}")


def _value(turn: Turn, field: KindField, values: Mapping[str, Any]) -> str:
    if field is KindField.RULE:
        rule = fit_rule(values["frequency"], values["rule"])
        return rule_words(rule, turn.language)
    value = str(values[field])
    return turn.label(f"workbook-choice-{field}-{value}") if field in CHOICES else value
