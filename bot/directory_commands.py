"""Commands that change places and chapters as of a day: `sinhhoat change …`."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from bot.settings import Settings, load_settings
from bot.work import wait

if TYPE_CHECKING:
    from bot.directory_changes import Subject
    from domain.reforms import AreaPart, Change, ChapterPart

# Imports of the rest stand in the commands: `--help` answers at once on a slow machine.
# ruff: noqa: PLC0415

commands = typer.Typer(
    help="Rename, move, close, merge, split or pause, as of a day.", no_args_is_help=True
)

_DAY = typer.Option("--from", formats=["%Y-%m-%d"], help="First day it holds; default: today.")
First = Annotated[datetime | None, _DAY]
Dry = Annotated[bool, typer.Option("--dry-run", help="Say what would change, write nothing.")]
What = Annotated[str, typer.Argument(help="area:… or chapter:…, by number, code or name.")]


def add_directory_commands(app: typer.Typer) -> None:
    """Adds the group of commands to the command line."""
    app.add_typer(commands, name="change")


@commands.command()
def rename(
    what: What,
    name: Annotated[str, typer.Argument(help="The new name.")],
    code: Annotated[str, typer.Option(help="New code of an area.")] = "",
    first: First = None,
    dry_run: Dry = False,
) -> None:
    """Give another name; old months keep the old one."""
    from domain.reforms import RenameArea, RenameChapter

    settings = load_settings()
    found = _find(settings, what)
    if found.sort == "area":
        change: Change = RenameArea(area_id=found.id, name=name, code=code or None)
    else:
        change = RenameChapter(chapter_id=found.id, name=name)
    _do(settings, change, first, dry_run=dry_run)


@commands.command()
def move(
    what: What,
    into: Annotated[str, typer.Argument(help="The area it comes to, by number, code or name.")],
    first: First = None,
    dry_run: Dry = False,
) -> None:
    """Bring an area under another, or a chapter to another area."""
    from domain.reforms import MoveArea, MoveChapter

    settings = load_settings()
    found, place = _find(settings, what), _find_area(settings, into)
    if found.sort == "area":
        change: Change = MoveArea(area_id=found.id, parent_id=place)
    else:
        change = MoveChapter(chapter_id=found.id, area_id=place)
    _do(settings, change, first, dry_run=dry_run)


@commands.command()
def close(what: What, first: First = None, dry_run: Dry = False) -> None:
    """Close; `--from` is the first day without it."""
    from domain.reforms import CloseArea, CloseChapter

    settings = load_settings()
    found = _find(settings, what)
    if found.sort == "area":
        change: Change = CloseArea(area_id=found.id)
    else:
        change = CloseChapter(chapter_id=found.id)
    _do(settings, change, first, dry_run=dry_run)


@commands.command()
def merge(
    what: Annotated[list[str], typer.Argument(help="Two or more areas, or chapters.")],
    name: Annotated[str, typer.Option(help="Name of the new one.")],
    code: Annotated[str, typer.Option(help="Code of a new area.")] = "",
    into: Annotated[str, typer.Option(help="Area of a new chapter; default: the first's.")] = "",
    first: First = None,
    dry_run: Dry = False,
) -> None:
    """Merge into a new one."""
    from domain.reforms import MergeAreas, MergeChapters

    settings = load_settings()
    found = [_find(settings, text) for text in what]
    if len({subject.sort for subject in found}) > 1:
        raise typer.BadParameter("merge areas, or chapters, not both")
    ids = tuple(subject.id for subject in found)
    if found[0].sort == "area":
        change: Change = MergeAreas(area_ids=ids, name=name, code=code or None)
    else:
        place = _find_area(settings, into) if into else None
        change = MergeChapters(chapter_ids=ids, name=name, area_id=place)
    _do(settings, change, first, dry_run=dry_run)


@commands.command()
def split(
    what: What,
    part: Annotated[
        list[str],
        typer.Option(help='Chapter: "Name=members". Area: "Name" or "Name=12,15" (chapters).'),
    ],
    first: First = None,
    dry_run: Dry = False,
) -> None:
    """Split into several new ones, each by its --part."""
    from domain.reforms import SplitArea, SplitChapter

    settings = load_settings()
    found = _find(settings, what)
    if found.sort == "area":
        parts = tuple(_area_part(text) for text in part)
        change: Change = SplitArea(area_id=found.id, parts=parts)
    else:
        change = SplitChapter(
            chapter_id=found.id, parts=tuple(_chapter_part(text) for text in part)
        )
    _do(settings, change, first, dry_run=dry_run)


@commands.command()
def pause(
    what: Annotated[str, typer.Argument(help="area:…, chapter:…, person:… or everybody.")],
    first: Annotated[datetime, typer.Option("--from", formats=["%Y-%m-%d"], help="First day.")],
    last: Annotated[datetime, typer.Option("--to", formats=["%Y-%m-%d"], help="Last day.")],
    reason: Annotated[str, typer.Option(help="Why.")],
) -> None:
    """Pause: nothing is planned, reminded of or counted as missed on these days."""
    from bot import directory_changes

    settings = load_settings()
    subject = wait(directory_changes.find_subject(settings, what))
    number, shifted = wait(
        directory_changes.pause(
            settings, subject, first_day=first.date(), last_day=last.date(), reason=reason
        )
    )
    moved = "many, planned anew by the running bot," if shifted is None else str(len(shifted))
    typer.echo(f"Pause {number}: {subject.name}, {moved} meetings fall away or move.")


def _find(settings: Settings, what: str) -> "Subject":
    from bot import directory_changes

    found = wait(directory_changes.find_subject(settings, what))
    if found.sort not in (directory_changes.AREA, directory_changes.CHAPTER):
        raise typer.BadParameter("name an area or a chapter")
    return found


def _find_area(settings: Settings, wanted: str) -> int:
    from bot.office import find_one_area

    return wait(find_one_area(settings, wanted.removeprefix("area:"))).id


def _area_part(text: str) -> "AreaPart":
    from domain.reforms import AreaPart

    name, _, listed = text.partition("=")
    numbers = tuple(_number(word) for word in listed.split(",")) if listed else ()
    return AreaPart(name=name, chapter_ids=numbers)


def _chapter_part(text: str) -> "ChapterPart":
    from domain.reforms import ChapterPart

    name, _, members = text.rpartition("=")
    return ChapterPart(name=name, member_count=_number(members))


def _number(text: str) -> int:
    if not text.strip().isdecimal():
        raise typer.BadParameter(f"{text!r} is no number")
    return int(text)


def _do(settings: Settings, change: "Change", first: datetime | None, *, dry_run: bool) -> None:
    from bot import directory_changes

    first_day: date = first.date() if first else directory_changes.today(settings)
    said, made = wait(
        directory_changes.change(settings, change, first_day=first_day, dry_run=dry_run)
    )
    for line in said:
        typer.echo(line)
    if dry_run:
        typer.echo(f"Nothing was changed; it would hold from {first_day:%Y-%m-%d}.")
    elif made:
        typer.echo(f"New: {', '.join(map(str, made))}.")
