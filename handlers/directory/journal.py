"""What changed in the places somebody answers for, newest first."""

from collections.abc import Iterator

from domain.buttons import read_button
from domain.message import Choice
from domain.reading import key
from domain.refusals import NotFound
from handlers.screen import PAGE, ScreenHandler, shorten, show
from operations.access import list_chapters_in_sight
from operations.directory.buttons import OpenJournal, OpenJournalOf
from operations.directory.journal import list_changes
from operations.directory.journal_values import ChangedField, action_words, say_fields
from operations.turn import Turn
from operations.wording import moment_words
from storage.maintenance.journal import Entry
from texts import Rich

_LONGEST_VALUE = 60
_MOST_FILTERS = 3


class JournalHandler(ScreenHandler):
    """Shows a page of the journal, of everything or of one chapter; a typed name picks it."""

    name = "journal"
    command = "nhatky|journal"
    words = "command-journal-words"

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows one page."""
        match read_button(argument, OpenJournal, OpenJournalOf):
            case OpenJournal(page):
                await _show(turn, page)
            case OpenJournalOf(chapter, page):
                await _show(turn, page, chapter)
            case _ if argument:
                await _show(turn, 1, await _chapter_named(turn, argument))
            case _:
                await _show(turn, 1)


async def _show(turn: Turn, page: int, chapter_id: int | None = None) -> None:
    page = max(page, 1)
    found = await list_changes(
        turn.unit,
        turn.posts,
        today=turn.today,
        chapter_id=chapter_id,
        offset=(page - 1) * PAGE,
        limit=PAGE + 1,
    )
    turn.say("journal-list" if found else "journal-empty")
    for entry in found[:PAGE]:
        turn.say_rich(_entry(turn, entry))
    filters = [] if chapter_id else _filters(found[:PAGE])
    pages = _pages(turn, chapter_id, page, more=len(found) > PAGE)
    show(turn, *filters, navigation=tuple(pages))


async def _chapter_named(turn: Turn, text: str) -> int:
    wanted = f" {key(text)} "
    seen = await list_chapters_in_sight(turn.unit, turn.posts, today=turn.today)
    named = (chapter.id for chapter in seen if wanted in f" {key(chapter.name)} ")
    found = next(named, None)
    if found is None:
        raise NotFound("not-in-sight")
    return found


def _filters(entries: list[Entry]) -> list[Choice]:
    named = {entry.chapter_id: entry.where for entry in entries if entry.chapter_id}
    return [
        Choice(OpenJournalOf(chapter_id).key, name)
        for chapter_id, name in list(named.items())[:_MOST_FILTERS]
    ]


def _pages(turn: Turn, chapter_id: int | None, number: int, *, more: bool) -> Iterator[Choice]:
    def there(page: int) -> str:
        button = OpenJournalOf(chapter_id, page) if chapter_id else OpenJournal(page)
        return button.key

    if number > 1:
        yield Choice(there(number - 1), turn.label("button-page-before"))
    if more:
        yield Choice(there(number + 1), turn.label("button-page-after"))
    if chapter_id:
        yield Choice("journal", turn.label("journal-button-all"))


def _entry(turn: Turn, entry: Entry) -> Rich:
    head = turn.text(
        "journal-entry" if entry.where else "journal-entry-nowhere",
        at=moment_words(turn.policy.local(entry.at), turn.language),
        who=entry.who or turn.label("journal-bot"),
        what=action_words(entry.action, turn.language),
        **({"where": entry.where} if entry.where else {}),
    )
    fields = say_fields(entry, language=turn.language, policy=turn.policy)
    return Rich("\n".join([head, *(_field(turn, field) for field in fields)]))


def _field(turn: Turn, field: ChangedField) -> Rich:
    before, after = (shorten(value, _LONGEST_VALUE) for value in (field.before, field.after))
    if before and after:
        return turn.text("journal-changed", name=field.name, before=before, after=after)
    if after:
        return turn.text("journal-value", name=field.name, value=after)
    return turn.text("journal-removed", name=field.name, value=before)
