"""The level of a year: proposed from the meetings' grades, confirmed or changed by staff."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from dialogue.inputs import Input
from domain.buttons import Button, read_button
from domain.chapters import Chapter, ids_of
from domain.message import Choice
from domain.refusals import Conflict
from domain.talks import TaskState
from handlers.cadres.year_words import chapter_words, say_year_record
from handlers.screen import show, take_page
from handlers.steps import CANCEL, ask_words, choice, choose_desk, say_refusal, show_page, typed
from operations.access import own_chapters
from operations.cadres.buttons import (
    YEAR_BUTTONS,
    SettleYear,
    YearOfChapter,
    YearOfOwn,
    YearOfPlace,
)
from operations.cadres.year_grading import (
    Settling,
    YearRecord,
    check_year,
    check_year_reason,
    count_settled,
    get_year_record,
    list_year_records,
    needs_reason,
    settle_year,
)
from operations.desks import at_desk
from operations.directory.directory_look import chapters_of, get_area_page
from operations.turn import Turn

# In the first months of a year the one before is what has to be settled.
_LAST_YEAR_UNTIL = 6


class LevelWithoutReason(TaskState):
    """A level that waits for its reason."""

    chapter: int
    year: int
    level: str
    version: int


class YearGradeHandler:
    """Shows the levels of a place or of a chapter, and settles one."""

    name = "yeargrade"
    command = "xeploai|yeargrade"
    words = "command-yeargrade-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows or settles what is named."""
        named = read_button(argument, *YEAR_BUTTONS)
        usual = turn.today.year - (turn.today.month <= _LAST_YEAR_UNTIL)
        year = (named.year if named else 0) or usual
        check_year(year, turn.today)
        match named:
            case SettleYear():
                await self._settle(turn, replace(named, year=year))
            case YearOfChapter(chapter_id):
                await _show_chapter(turn, chapter_id, year)
            case YearOfPlace(place, page=page) if at_desk(turn.posts, turn.today):
                await _show_place(turn, YearOfPlace(place, year, page))
            case _ if at_desk(turn.posts, turn.today):
                await _show_place(turn, YearOfPlace(year=year))
            case _:
                await _show_own(turn, year)

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the reason."""
        state = turn.state(LevelWithoutReason)
        if given == CANCEL:
            turn.say("year-left")
            await _show_chapter(turn, state.chapter, state.year)
            return
        reason = typed(given) or ""
        check_year_reason(reason)
        settling = Settling(level=state.level, reason=reason, version=state.version)
        await _write(turn, state.chapter, state.year, settling)

    async def _settle(self, turn: Turn, named: SettleYear) -> None:
        record = await get_year_record(
            turn.unit, turn.posts, named.chapter, year=named.year, today=turn.today
        )
        level = next(iter(record.scale.levels[named.level :]), None)
        key = level.key if level else ""
        if level is None or not record.may_settle or not needs_reason(record, key):
            settling = Settling(level=key, version=named.version)
            await _write(turn, named.chapter, named.year, settling)
            return
        state = LevelWithoutReason(
            chapter=named.chapter, year=named.year, level=key, version=named.version
        )
        turn.start(self.name, state)
        turn.say("year-why", chapter=record.chapter.name, level=level.name)
        ask_words(turn)


async def _write(turn: Turn, chapter_id: int, year: int, settling: Settling) -> None:
    try:
        record = await settle_year(
            turn.context, chapter_id=chapter_id, year=year, settling=settling
        )
    except Conflict as refusal:
        say_refusal(turn, refusal)
    else:
        turn.say("year-settled", chapter=record.chapter.name)
    await _show_chapter(turn, chapter_id, year)


async def _show_chapter(turn: Turn, chapter_id: int, year: int) -> None:
    record = await get_year_record(turn.unit, turn.posts, chapter_id, year=year, today=turn.today)
    say_year_record(turn, record)
    buttons = _level_buttons(turn, record) if record.may_settle else []
    around = []
    if _is_in_care(turn, record):
        place = YearOfPlace(record.chapter.area_id, year)
        around.append(Choice(place.key, record.chapter.area_name))
    years = _year_buttons(turn, year, lambda other: YearOfChapter(chapter_id, other))
    show(turn, *buttons, navigation=(*around, *years))


def _is_in_care(turn: Turn, record: YearRecord) -> bool:
    """True where the list of the chapter's place can be opened."""
    path = ids_of(record.chapter.area_path)
    return any(post.area_id in path for post in at_desk(turn.posts, turn.today))


def _level_buttons(turn: Turn, record: YearRecord) -> list[Choice]:
    return [
        Choice(
            SettleYear(record.chapter.id, record.year, record.version, at).key,
            turn.label("year-button-proposed", level=level.name)
            if level == record.proposal.level
            else level.name,
        )
        for at, level in enumerate(record.scale.levels)
    ]


async def _show_place(turn: Turn, view: YearOfPlace) -> None:
    """Shows the chapters and the places of a place, and how many of all are settled."""
    year = view.year
    number = await choose_desk(
        turn, view.place, key="year-where", button=lambda place: YearOfPlace(place, year)
    )
    if number is None:
        return
    there = await get_area_page(turn.unit, turn.posts, number, today=turn.today)
    place = there.place
    settled, of = await count_settled(
        turn.unit, turn.posts, place.path, year=year, today=turn.today
    )
    turn.say("year-place", place=place.name, year=str(year), settled=settled, of=of)
    listed: list[Chapter | tuple[int, str]] = [*there.chapters, *there.children]
    page = take_page(listed, view.page)
    chapters = [item for item in page.items if isinstance(item, Chapter)]
    places = [item for item in page.items if not isinstance(item, Chapter)]
    above = there.above
    show_page(
        turn,
        page,
        lambda number: YearOfPlace(place.id, year, number),
        *await _chapter_buttons(turn, chapters, year),
        *(Choice(YearOfPlace(number, year).key, name) for number, name in places),
        navigation=(
            *((Choice(YearOfPlace(above.id, year).key, above.name),) if above else ()),
            *_year_buttons(turn, year, lambda other: YearOfPlace(place.id, other)),
        ),
    )


async def _chapter_buttons(turn: Turn, chapters: Sequence[Chapter], year: int) -> list[Choice]:
    records = await list_year_records(turn.unit, turn.posts, chapters, year=year, today=turn.today)
    return [
        Choice(YearOfChapter(record.chapter.id, year).key, chapter_words(turn, record))
        for record in records
    ]


async def _show_own(turn: Turn, year: int) -> None:
    """Shows the years of the chapters somebody reports for."""
    own = await chapters_of(turn.unit, sorted(own_chapters(turn.posts, turn.today)))
    buttons = await _chapter_buttons(turn, own, year)
    turn.say("year-own" if buttons else "year-own-empty", year=str(year))
    show(turn, *buttons, navigation=_year_buttons(turn, year, YearOfOwn))


def _year_buttons(turn: Turn, year: int, there: Callable[[int], Button]) -> tuple[Choice, ...]:
    years = [year - 1, *([year + 1] if year < turn.today.year else [])]
    return tuple(
        choice(turn, there(other), "year-button-year", year=str(other)) for other in years
    )
