"""One chapter of the directory: its rule and numbers changed, closed, changed back."""

from dataclasses import dataclass
from typing import Any

import orjson

from desk.acting import go_on, read_field, read_words, try_out
from desk.page import Drawn, Page, Visit
from desk.view import Asking
from domain.chapter_changes import COLUMNS, TYPED, What, parse_value
from domain.refusals import BadInput
from operations.access import APPOINTED_ROLES
from operations.directory.change_words import value_words
from operations.directory.changing import make_change, propose, read_columns
from operations.directory.directory_look import get_chapter_card
from operations.directory.undoing import undo
from operations.rights import Right
from operations.titles import role_words

_FIELDS = (*TYPED, What.CLOSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Field:
    """What can be changed, what it is now, and what was typed with why it is wrong."""

    what: What
    now: str
    seen: str
    typed: str = ""
    problem: str = ""


async def show(visit: Visit, field: What | None = None, problem: str = "") -> Drawn:
    """Shows a chapter with what can be changed; a problem stands at its field."""
    context = visit.context
    card = await get_chapter_card(
        context.unit, context.posts, visit.number("chapter"), today=context.today
    )
    columns = [name for what in _FIELDS for name in COLUMNS[what]]
    known = await read_columns(context.unit, card.chapter.id, columns)
    fields = []
    for what in _FIELDS:
        there = {name: known[name] for name in COLUMNS[what]}
        is_asked = what is field
        fields.append(
            _Field(
                what=what,
                now=value_words(what, there, card.chapter, visit.language),
                seen=orjson.dumps(there).decode(),
                typed=read_words(visit, "text") if is_asked else "",
                problem=problem if is_asked else "",
            )
        )
    return Drawn(
        frame="unit.html",
        values={
            "card": card,
            "chapter": card.chapter,
            "fields": fields,
            "seats": [
                (
                    role,
                    role_words(role, card.chapter, visit.language),
                    [one for one in card.holders if one.holder.post.role is role],
                )
                for role in APPOINTED_ROLES
            ],
            "problem": problem if field is None else "",
        },
    )


async def act(visit: Visit) -> str | Drawn:
    """Changes one thing of a chapter, or takes a change back."""
    if visit.form.get("do") == "undo":
        problem = await try_out(visit, undo(visit.context, read_field(visit, "change")))
        return await show(visit, problem=problem) if problem else visit.link(done="undone")
    wanted = read_words(visit, "what")
    if wanted not in _FIELDS:
        raise BadInput("desk-bad-request")
    what = What(wanted)
    return await go_on(visit, _change(visit, what), lambda problem: show(visit, what, problem))


async def _change(visit: Visit, what: What) -> str:
    values = parse_value(what, read_words(visit, "text")) if what in TYPED else {}
    proposal = await propose(visit.context, visit.number("chapter"), what, values)
    number = await make_change(visit.context, proposal, seen=read_seen(visit))
    return visit.link(done=number)


def read_seen(visit: Visit) -> dict[str, Any]:
    """Returns what stood there when a form was shown; raises BadInput for what is no such."""
    try:
        seen = orjson.loads(read_words(visit, "seen"))
    except ValueError as error:
        raise BadInput("desk-bad-request") from error
    if not isinstance(seen, dict):
        raise BadInput("desk-bad-request")
    return seen


UNIT = Page(
    name="unit",
    path="/directory/chapters/{chapter}",
    right=Right.MANAGE,
    show=show,
    act=act,
    asking=Asking(by_kind=False, choices={"done": ()}),
    in_menu=False,
)
