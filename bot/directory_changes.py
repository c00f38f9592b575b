"""Changes of the directory from the command line, as transactions on the database."""

from dataclasses import dataclass
from datetime import date

from bot.clock import utc_now
from bot.office import OfficeError, find_one_area, find_one_person, opened
from bot.policy import build_policy
from bot.settings import Settings
from domain.chapters import Chapter
from domain.names import named_so
from domain.reforms import Change
from operations.directory.reforms import apply_change, preview_change
from operations.directory.reorganisation import Asker
from operations.meetings.pausing import Effect, PauseDays, PauseOf, enter_pause
from storage.directory import chapters
from texts import label

AREA, CHAPTER, PERSON, EVERYBODY = "area", "chapter", "person", "everybody"


@dataclass(frozen=True, slots=True)
class Subject:
    """What a command names: its sort and its number; everybody has number 0."""

    sort: str
    id: int
    name: str


async def find_subject(settings: Settings, named: str) -> Subject:
    """Returns what "area:29533" or "chapter:Chi hội Phụ nữ ấp Cái Cối" names."""
    sort, _, wanted = named.partition(":")
    if sort == EVERYBODY:
        return Subject(EVERYBODY, 0, EVERYBODY)
    if sort == AREA and wanted:
        place = await find_one_area(settings, wanted)
        return Subject(AREA, place.id, place.name)
    if sort == CHAPTER and wanted:
        chapter = await _find_one_chapter(settings, wanted)
        return Subject(CHAPTER, chapter.id, chapter.name)
    if sort == PERSON and wanted:
        person = await find_one_person(settings, wanted)
        return Subject(PERSON, person.id, person.name)
    raise OfficeError(f"write area:… or chapter:… with a number or name, not {named!r}")


async def _find_one_chapter(settings: Settings, wanted: str) -> Chapter:
    day = today(settings)
    async with opened(settings) as database, database.read() as unit:
        if wanted.isdecimal():
            found = [chapter for chapter in [await chapters.find(unit, int(wanted))] if chapter]
        else:
            known = await chapters.list_in_scopes(
                unit, chapter_ids=(), scopes=[("/", None)], day=day
            )
            found = named_so(wanted, known, lambda chapter: chapter.name)
    if len(found) != 1:
        listed = "; ".join(
            f"{chapter.id} {chapter.name}, {chapter.area_name}" for chapter in found[:20]
        )
        raise OfficeError(f"name one chapter by number, not {wanted!r}: {listed or 'none fits'}")
    return found[0]


def today(settings: Settings) -> date:
    """Returns the date where the people are."""
    return build_policy(settings).day_of(utc_now())


async def change(
    settings: Settings, what: Change, *, first_day: date, dry_run: bool
) -> tuple[list[str], tuple[int, ...]]:
    """Does a change, or only looks at it; returns its effects in words and what it makes."""
    policy, now = build_policy(settings), utc_now()
    async with opened(settings) as database, database.write() as unit:
        if dry_run:
            outcome = await preview_change(
                unit, what, first_day=first_day, posts=None, policy=policy, now=now
            )
        else:
            outcome = await apply_change(
                unit, what, first_day=first_day, asker=Asker(), policy=policy, now=now
            )
    said = [label(effect.key, settings.language, **effect.facts) for effect in outcome.effects]
    return said, () if dry_run else outcome.made


async def pause(
    settings: Settings, subject: Subject, *, first_day: date, last_day: date, reason: str
) -> tuple[int, Effect]:
    """Adds a pause; returns its number and the meetings that fall away."""
    number = subject.id or None
    of = PauseOf(
        person_id=number if subject.sort == PERSON else None,
        chapter_id=number if subject.sort == CHAPTER else None,
        area_id=number if subject.sort == AREA else None,
    )
    async with opened(settings) as database, database.write() as unit:
        added, shifted = await enter_pause(
            unit,
            of,
            PauseDays(first_day, last_day, reason),
            by=None,
            policy=build_policy(settings),
            now=utc_now(),
        )
    return added.id, shifted
