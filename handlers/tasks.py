"""Which tasks a person's posts give: a few on the menu's first page, the others behind it."""

from collections.abc import Iterator

from domain.message import Choice
from domain.people import Role
from operations.access import OFFICE, REPORTING, held
from operations.desks import at_desk
from operations.notifications.late import nudging_posts
from operations.rights import Right, roles_with
from operations.turn import Turn

# What is done every week; more buttons than these are not read on a small phone.
_FIRST_FOR_REPORTER = ("report", "history", "status", "schedule", "topic", "owncase")
_FIRST_FOR_CADRE = ("attendance", "visits", "board", "review", "case", "grade")
_FIRST_FOR_STAFF = ("overview", "review", "case", "topic", "directory", "messages")

_MORE_FOR_REPORTER = (
    "extra",
    "enquire",
    "grade",
    "yeargrade",
    "trial",
    "exemplar",
    "counters",
    "answer",
)
_MORE_FOR_CADRE = (
    "schedule",
    "visitplan",
    "turnout",
    "rates",
    "topic",
    "messages",
    "exemplar",
    "directory",
    "search",
)
_MORE_AT_DESK = (
    "targets",
    "rates",
    "turnout",
    "contrasts",
    "yeargrade",
    "exemplar",
    "journal",
    "search",
)
_MORE_FOR_OFFICE = (
    "casefigs",
    "counters",
    "introduce",
    "event",
    "duties",
    "freedays",
    "channels",
    "workbook",
)
_BY_RIGHT = {
    "survey": Right.ASK_CHAPTERS,
    "document": Right.MAKE_DOCUMENT,
    "export": Right.EXPORT,
    "confirm": Right.CONFIRM_MONTH,
}


def list_first(turn: Turn) -> tuple[str, ...]:
    """Returns the names of the tasks on the first page, in the order of the menu."""
    return tuple(dict.fromkeys(_first(turn)))


def list_more(turn: Turn) -> tuple[str, ...]:
    """Returns the names of the tasks behind the first page."""
    first = set(list_first(turn))
    return tuple(text for text in dict.fromkeys(_more(turn)) if text not in first)


def offer_tasks(turn: Turn, *names: str) -> tuple[Choice, ...]:
    """Returns the buttons of those tasks that the person's posts give."""
    given = {*list_first(turn), *list_more(turn)}
    return tuple(Choice(name, turn.label(f"menu-{name}")) for name in names if name in given)


def _first(turn: Turn) -> Iterator[str]:
    if held(turn.posts, REPORTING, turn.today):
        yield from _FIRST_FOR_REPORTER
    if held(turn.posts, {Role.CADRE}, turn.today):
        yield from _FIRST_FOR_CADRE
    if at_desk(turn.posts, turn.today):
        yield from _FIRST_FOR_STAFF


def _more(turn: Turn) -> Iterator[str]:
    if nudging_posts(turn.posts, turn.today):
        yield from ("nudge", "typed")
    if held(turn.posts, REPORTING, turn.today):
        yield from _MORE_FOR_REPORTER
    if held(turn.posts, {Role.CADRE}, turn.today):
        yield from _MORE_FOR_CADRE
    if at_desk(turn.posts, turn.today):
        yield from _MORE_AT_DESK
    if held(turn.posts, OFFICE, turn.today):
        yield from _MORE_FOR_OFFICE
    for task, right in _BY_RIGHT.items():
        if held(turn.posts, roles_with(right), turn.today):
            yield task
    if held(turn.posts, {Role.ADMINISTRATOR}, turn.today):
        yield from ("kinds", "health")
    if turn.posts:
        yield "pause"
