"""What changed in the places somebody answers for, newest first."""

from domain.message import Choice
from domain.reading import key
from domain.refusals import NotFound
from handlers.screen import PAGE, ScreenHandler, parse_number, shorten, show
from operations.access import list_chapters_in_sight
from operations.directory.journal import list_changes
from operations.directory.journal_values import ChangedField, say_fields
from operations.turn import Turn
from operations.wording import moment_words
from storage.maintenance.journal import Entry
from texts import Rich

_LONGEST_VALUE = 60
_MOST_FILTERS = 3


class JournalHandler(ScreenHandler):
    """Shows a page of the journal: "" or "p2" of everything, "c12" or "c12-2" of one chapter.

    A typed name picks the chapter.
    """

    name = "journal"
    command = "nhatky|journal"
    words = "command-journal-words"

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows one page."""
        chapter_id, number = _parse(argument)
        if argument and not chapter_id and not number:
            chapter_id = await _chapter_named(turn, argument)
        first = (max(number, 1) - 1) * PAGE
        found = await list_changes(
            turn.unit,
            turn.posts,
            today=turn.today,
            chapter_id=chapter_id or None,
            offset=first,
            limit=PAGE + 1,
        )
        turn.say("journal-list" if found else "journal-empty")
        for one in found[:PAGE]:
            turn.say_rich(_entry(turn, one))
        filters = [] if chapter_id else _filters(found[:PAGE])
        pages = _pages(turn, chapter_id, max(number, 1), more=len(found) > PAGE)
        show(turn, *filters, navigation=pages)


def _parse(argument: str) -> tuple[int, int]:
    if argument.startswith("p"):
        return 0, parse_number(argument[1:])
    if argument.startswith("c"):
        chapter, _, page = argument[1:].partition("-")
        return parse_number(chapter), parse_number(page)
    return 0, 0


async def _chapter_named(turn: Turn, text: str) -> int:
    wanted = f" {key(text)} "
    seen = await list_chapters_in_sight(turn.unit, turn.posts, today=turn.today)
    found = next((one.id for one in seen if wanted in f" {key(one.name)} "), None)
    if found is None:
        raise NotFound("not-in-sight")
    return found


def _filters(entries: list[Entry]) -> list[Choice]:
    named = {one.chapter_id: one.where for one in entries if one.chapter_id}
    return [
        Choice(f"journal.c{chapter_id}", shorten(name))
        for chapter_id, name in list(named.items())[:_MOST_FILTERS]
    ]


def _pages(turn: Turn, chapter_id: int, number: int, *, more: bool) -> tuple[Choice, ...]:
    beginning = f"journal.c{chapter_id}-" if chapter_id else "journal.p"
    pages = []
    if number > 1:
        pages.append(Choice(f"{beginning}{number - 1}", turn.label("button-page-before")))
    if more:
        pages.append(Choice(f"{beginning}{number + 1}", turn.label("button-page-after")))
    if chapter_id:
        pages.append(Choice("journal", turn.label("journal-button-all")))
    return tuple(pages)


def _entry(turn: Turn, one: Entry) -> Rich:
    head = turn.text(
        "journal-entry" if one.where else "journal-entry-nowhere",
        at=moment_words(turn.policy.local(one.at), turn.language),
        who=one.who or turn.label("journal-bot"),
        what=_action(turn, one.action),
        **({"where": one.where} if one.where else {}),
    )
    fields = say_fields(one, language=turn.language, policy=turn.policy)
    return Rich("\n".join([head, *(_field(turn, field) for field in fields)]))


def _action(turn: Turn, action: str) -> str:
    try:
        return turn.label(f"journal-action-{action.replace('.', '-')}")
    except LookupError:
        return turn.label("journal-action-other")


def _field(turn: Turn, field: ChangedField) -> Rich:
    before, after = (shorten(value, _LONGEST_VALUE) for value in (field.before, field.after))
    if before and after:
        return turn.text("journal-changed", name=field.name, before=before, after=after)
    if after:
        return turn.text("journal-value", name=field.name, value=after)
    return turn.text("journal-removed", name=field.name, value=before)
