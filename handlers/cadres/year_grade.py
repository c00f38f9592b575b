"""The level of a year: proposed from the meetings' grades, confirmed or changed by staff."""

from dataclasses import dataclass

from dialogue.inputs import Input, Press, Say
from domain.message import Choice, Expects
from domain.people import Post
from domain.refusals import BadInput, Conflict
from handlers.cadres.year_words import chapter_words, say_year_record
from handlers.screen import (
    page_buttons,
    parse_number,
    say_page,
    shorten,
    show,
    take_page,
)
from operations.access import own_chapters
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
from operations.desks import at_desk, list_desks
from operations.directory.directory_look import AreaPage, chapters_of, get_area_page
from operations.turn import Turn

# In the first months of a year the one before is what has to be settled.
_LAST_YEAR_UNTIL = 6


@dataclass(frozen=True, slots=True)
class _Look:
    """What a button names: a place with its page, a chapter, or a level for it."""

    letter: str
    number: int
    year: int
    rest: tuple[int, ...]


class YearGradeHandler:
    """Shows a place ("a3.2026.1": area, year, page), a chapter ("c12.2026"), or settles a level.

    "g12.2026.0.1" means version seen and place of the level on the scale. The state holds what
    is being settled while its reason is asked for.
    """

    name = "yeargrade"
    command = "xeploai|yeargrade"
    words = "command-yeargrade-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows or settles what is named."""
        look = _parse(turn, argument)
        check_year(look.year, turn.today)
        if look.letter == "g":
            await self._settle(turn, look)
        elif look.letter == "c":
            await _show_chapter(turn, look.number, look.year)
        elif at_desk(turn.posts, turn.today):
            await _show_place(turn, look)
        else:
            await _show_own(turn, look.year)

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the reason."""
        state = turn.talk.state
        if given == Press("cancel"):
            turn.say("year-left")
            await _show_chapter(turn, state["chapter"], state["year"])
            return
        reason = given.text if isinstance(given, Say) else ""
        try:
            check_year_reason(reason)
        except BadInput as refusal:
            turn.say(refusal.code, **refusal.facts)
            turn.repeat_prompt()
            return
        settling = Settling(level=state["level"], reason=reason, version=state["version"])
        await _write(turn, state["chapter"], state["year"], settling)

    async def _settle(self, turn: Turn, look: _Look) -> None:
        one = await get_year_record(
            turn.unit, turn.posts, look.number, year=look.year, today=turn.today
        )
        version, at = (*look.rest, 0, 0)[:2]
        level = one.scale.levels[at].key if at < len(one.scale.levels) else ""
        if not level or not one.may_settle or not needs_reason(one, level):
            settling = Settling(level=level, version=version)
            await _write(turn, look.number, look.year, settling)
            return
        turn.leave()
        turn.talk.handler = self.name
        turn.talk.state = {
            "chapter": look.number,
            "year": look.year,
            "level": level,
            "version": version,
        }
        turn.say("year-why", chapter=one.chapter.name, level=one.scale.levels[at].name)
        turn.ask(
            expects=Expects.TEXT,
            navigation=(Choice("cancel", turn.label("button-cancel")),),
        )


async def _write(turn: Turn, chapter_id: int, year: int, settling: Settling) -> None:
    try:
        one = await settle_year(turn.context, chapter_id=chapter_id, year=year, settling=settling)
    except Conflict as refusal:
        turn.say(refusal.code, **refusal.facts)
    else:
        turn.say("year-settled", chapter=one.chapter.name)
    await _show_chapter(turn, chapter_id, year)


async def _show_chapter(turn: Turn, chapter_id: int, year: int) -> None:
    one = await get_year_record(turn.unit, turn.posts, chapter_id, year=year, today=turn.today)
    say_year_record(turn, one)
    buttons = _level_buttons(turn, one) if one.may_settle else []
    around = []
    if _is_in_care(turn, one):
        around.append(Choice(f"yeargrade.a{one.chapter.area_id}.{year}", one.chapter.area_name))
    show(
        turn,
        *buttons,
        navigation=(*around, *_year_buttons(turn, f"c{chapter_id}", year)),
    )


def _is_in_care(turn: Turn, one: YearRecord) -> bool:
    """True where the list of the chapter's place can be opened."""
    desks: tuple[Post, ...] = at_desk(turn.posts, turn.today)
    path = one.chapter.area_path
    return any(f"/{post.area_id}/" in path for post in desks)


def _level_buttons(turn: Turn, one: YearRecord) -> list[Choice]:
    proposed = one.proposal.level
    return [
        Choice(
            f"yeargrade.g{one.chapter.id}.{one.year}.{one.version}.{at}",
            turn.label("year-button-proposed", level=level.name)
            if level == proposed
            else level.name,
        )
        for at, level in enumerate(one.scale.levels)
    ]


async def _show_place(turn: Turn, look: _Look) -> None:
    """Shows the chapters and the places of a place, and how many of all are settled."""
    desks = await list_desks(turn.unit, turn.posts, today=turn.today)
    if not look.number and len(desks) > 1:
        turn.say("year-where")
        show(turn, *(Choice(f"yeargrade.a{one.id}.{look.year}", one.name) for one in desks))
        return
    there = await get_area_page(
        turn.unit, turn.posts, look.number or desks[0].id, today=turn.today
    )
    settled, of = await count_settled(
        turn.unit, turn.posts, there.place.path, year=look.year, today=turn.today
    )
    turn.say("year-place", place=there.place.name, year=str(look.year), settled=settled, of=of)
    key = f"a{there.place.id}"
    page = take_page(_items(there), (*look.rest, 1)[0])
    standings = await list_year_records(
        turn.unit,
        turn.posts,
        [one for one in there.chapters if one.id in page.items],
        year=look.year,
        today=turn.today,
    )
    names = {one.chapter.id: chapter_words(turn, one) for one in standings}
    places = dict(there.children)
    buttons = [
        Choice(f"yeargrade.c{one}.{look.year}", shorten(names[one]))
        if isinstance(one, int)
        else Choice(f"yeargrade.{one}.{look.year}", places[int(one[1:])])
        for one in page.items
    ]
    say_page(turn, page)
    above = there.above
    show(
        turn,
        *buttons,
        navigation=(
            *page_buttons(turn, page, f"yeargrade.{key}.{look.year}."),
            *((Choice(f"yeargrade.a{above.id}.{look.year}", above.name),) if above else ()),
            *_year_buttons(turn, key, look.year),
        ),
    )


def _items(there: AreaPage) -> list[int | str]:
    """Returns the place's own chapters as numbers, then the places below it as "a3"."""
    return [
        *(one.id for one in there.chapters),
        *(f"a{number}" for number, _ in there.children),
    ]


async def _show_own(turn: Turn, year: int) -> None:
    """Shows the years of the chapters somebody reports for."""
    own = sorted(own_chapters(turn.posts, turn.today))
    found = await chapters_of(turn.unit, own)
    standings = await list_year_records(turn.unit, turn.posts, found, year=year, today=turn.today)
    turn.say("year-own" if standings else "year-own-empty", year=str(year))
    show(
        turn,
        *(
            Choice(f"yeargrade.c{one.chapter.id}.{year}", shorten(chapter_words(turn, one)))
            for one in standings
        ),
        navigation=_year_buttons(turn, "o", year),
    )


def _year_buttons(turn: Turn, key: str, year: int) -> tuple[Choice, ...]:
    years = [year - 1, *([year + 1] if year < turn.today.year else [])]
    return tuple(
        Choice(f"yeargrade.{key}.{one}", turn.label("year-button-year", year=str(one)))
        for one in years
    )


def _parse(turn: Turn, argument: str) -> _Look:
    letter, numbers = argument[:1], [parse_number(one) for one in argument[1:].split(".")]
    number, year, *rest = (*numbers, 0, 0)[: max(len(numbers), 2)]
    usual = turn.today.year - (turn.today.month <= _LAST_YEAR_UNTIL)
    return _Look(letter, number, year or usual, tuple(rest))
