"""Nhật ký: who did or changed what, newest first."""

from dataclasses import dataclass
from datetime import datetime

from desk.page import Drawn, Page, Visit
from desk.view import Asking, read_number
from operations.directory.journal import list_changes_at
from operations.directory.journal_values import ChangedField, action_words, say_fields
from operations.rights import Right

_ROWS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A line of the journal in words."""

    at: datetime
    who: str
    what: str
    where: str
    fields: list[ChangedField]


async def show(visit: Visit) -> Drawn:
    """Shows a part of the journal of a place and period, and the way to the next."""
    place, context = visit.require_place(), visit.context
    found = await list_changes_at(
        context, place, visit.view.period, before=_before(visit.view.after), limit=_ROWS + 1
    )
    lines = [
        _Line(
            at=entry.at,
            who=entry.who,
            what=action_words(entry.action, visit.language),
            where=entry.where,
            fields=say_fields(entry, language=visit.language, policy=context.policy),
        )
        for entry in found[:_ROWS]
    ]
    more = visit.link(after=str(found[_ROWS - 1].id)) if len(found) > _ROWS else ""
    start = visit.link() if visit.view.after else ""
    return Drawn(frame="journal.html", values={"lines": lines, "more": more, "start": start})


def _before(text: str) -> int | None:
    """Returns the line after which the page goes on, None for the first page."""
    try:
        return read_number(text)
    except ValueError:
        return None


JOURNAL = Page(
    name="journal",
    path="/journal",
    right=Right.SEE_JOURNAL,
    show=show,
    asking=Asking(by_kind=False),
)
