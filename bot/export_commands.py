"""`sinhhoat export`: a sheet of figures or records, or the whole directory, as a file."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.settings import Settings, load_settings
from bot.work import wait

if TYPE_CHECKING:
    from domain.chapters import Area
    from domain.reporting_span import Span
    from operations.exports.asking import SheetAsked

# Imports of the rest stand in the commands: `--help` answers at once on a slow machine.
# ruff: noqa: PLC0415


def export(
    what: Annotated[
        str,
        typer.Argument(
            help="A sheet (figures, reports, attendance, difficulties, indicators, exemplars,"
            " chapters, posts), or a workbook to write the whole directory to."
        ),
    ],
    area: Annotated[str, typer.Option(help="Area's number, code or name.")] = "",
    period: Annotated[
        str, typer.Option(help="2026-11, 2026-Q4, 2026-H2 or 2026; default: the running month.")
    ] = "",
    only: Annotated[
        str, typer.Option(help="Of one kind by its number, or one association by its full name.")
    ] = "",
    machine: Annotated[
        bool, typer.Option(help="CSV by RFC 4180 instead of CSV for people.")
    ] = False,
    out: Annotated[Path | None, typer.Option(help="File to write, .xlsx or .csv.")] = None,
) -> None:
    """Write a sheet of a place and period, or the directory to be changed and brought in again."""
    from documents.tables.columns import SheetName

    settings = load_settings()
    if what not in list(SheetName):
        if area or out is not None or Path(what).suffix != ".xlsx":
            raise typer.BadParameter(f"there is no sheet {what!r}: {', '.join(SheetName)}")
        wait(_export_directory(settings, Path(what)))
        typer.echo(f"{what} written.")
        return
    if not area or out is None or out.suffix not in (".xlsx", ".csv"):
        raise typer.BadParameter("name --area AREA and --out FILE.xlsx or FILE.csv")
    from bot.office import find_one_area
    from operations.exports.asking import SheetAsked, SheetFormat

    place = wait(find_one_area(settings, area))
    text = SheetFormat.RAW if machine else SheetFormat.CSV
    asked = SheetAsked(
        sheet=SheetName(what),
        area_id=place.id,
        span=_span(settings, period),
        format=SheetFormat.XLSX if out.suffix == ".xlsx" else text,
        kind_id=int(only) if only.isdecimal() else None,
        association="" if only.isdecimal() else only,
    )
    rows = wait(_export_sheet(settings, place, asked, out))
    typer.echo(f"{out}: {what} {asked.span}, {place.name}, {rows} rows.")


def _span(settings: Settings, period: str) -> "Span":
    from bot.clock import utc_now
    from bot.policy import build_policy
    from domain.reporting_span import parse_span, span_of

    if not period:
        return span_of(build_policy(settings).day_of(utc_now()), 1)
    try:
        return parse_span(period)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


async def _export_sheet(settings: Settings, place: "Area", asked: "SheetAsked", file: Path) -> int:
    from bot.clock import utc_now
    from bot.office import OfficeError, opened
    from bot.policy import build_policy
    from bot.progress import counting
    from domain.refusals import BadInput
    from operations.documents.facts import post_for
    from operations.exports.asking import accept_order
    from operations.exports.pages import count_rows
    from operations.exports.sending import note_taken
    from operations.exports.writing import write_sheet

    policy, now = build_policy(settings), utc_now()
    async with opened(settings) as database:
        async with database.read() as unit:
            try:
                order = await accept_order(
                    unit,
                    [post_for(place, asked.association)],
                    asked,
                    policy=policy,
                    now=now,
                    language=settings.language,
                )
            except BadInput as error:
                raise OfficeError(f"{asked.span} has not begun yet") from error
            total = await count_rows(unit, order)
            with counting("Writing", total=total or None) as on_rows:
                rows = await write_sheet(unit, order, file, on_rows=on_rows)
        async with database.write() as unit:
            await note_taken(unit, asked, rows=rows, by=None, now=now)
    return rows


async def _export_directory(settings: Settings, file: Path) -> None:
    from bot.clock import utc_now
    from bot.office import opened
    from bot.policy import build_policy
    from bot.workbook import write_out

    async with opened(settings) as database:
        day = build_policy(settings).day_of(utc_now())
        await write_out(database, file, language=settings.language, today=day)
