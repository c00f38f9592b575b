"""Commands for the directory as a workbook: template, import."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.settings import Settings, load_settings
from bot.work import wait

if TYPE_CHECKING:
    from bot.workbook import Looked
    from documents.agreement import Agreement

# Imports of the rest stand in the commands: `--help` answers at once on a slow machine.
# ruff: noqa: PLC0415


def add_workbook_commands(app: typer.Typer) -> None:
    """Adds the commands to the command line."""
    app.command()(template)
    app.command("import")(import_file)


def template(
    file: Annotated[Path, typer.Argument(help="Workbook to write, e.g. danh-ba.xlsx.")],
) -> None:
    """Write a workbook to fill in, with headings, drop-downs, the usual kinds and examples."""
    from documents.template import write_template

    if not file.parent.is_dir():
        raise typer.BadParameter(f"there is no folder {file.parent}")
    if file.suffix != ".xlsx":
        raise typer.BadParameter(f"{file} has to end in .xlsx")
    write_template(file, language=load_settings().language)
    typer.echo(f"{file}: fill it in, then try `sinhhoat import {file} --dry-run`.")


def import_file(
    file: Annotated[
        Path,
        typer.Argument(help=".xlsx, .xls, .xlsb, .ods, .csv, a folder or .zip.", exists=True),
    ],
    dry_run: Annotated[bool, typer.Option(help="Show what would change, write nothing.")] = False,
    accept_doubtful: Annotated[
        bool, typer.Option(help="Take rows that look like a renamed one for that one.")
    ] = False,
    put: Annotated[
        list[str] | None,
        typer.Option("--set", help='Read a list otherwise: "H = điện thoại", "giờ = 19h".'),
    ] = None,
    agree: Annotated[
        bool, typer.Option(help="Read a list, old fonts and odd cells the way that is shown.")
    ] = False,
) -> None:
    """Bring a directory in, all of it or nothing; the same file twice changes nothing."""
    from documents.agreement import Agreement, Unagreed
    from operations.workbook.survey_words import survey_lines

    settings = load_settings()
    said = Agreement(tuple(put or ()), is_given=agree)
    try:
        is_clean = wait(
            _import(settings, file, said, dry_run=dry_run, accepts_doubtful=accept_doubtful)
        )
    except Unagreed as unagreed:
        typer.echo("\n".join(survey_lines(unagreed.survey, settings.language, by_command=True)))
        is_clean = dry_run and not unagreed.survey.unread
    if not is_clean:
        sys.exit(1)


async def _import(
    settings: Settings,
    file: Path,
    said: "Agreement",
    *,
    dry_run: bool,
    accepts_doubtful: bool,
) -> bool:
    from bot.clock import utc_now
    from bot.office import opened
    from bot.policy import build_policy
    from bot.progress import counting
    from bot.workbook import ReadingOptions, bring_in, look_at
    from operations.workbook import finish_imports
    from texts import label

    now, policy = utc_now(), build_policy(settings)
    async with opened(settings) as database:
        await finish_imports(database.read, database.write, policy=policy, now=now)
        with counting("Reading") as on_rows:
            looked = await look_at(
                database,
                file,
                policy=policy,
                now=now,
                options=ReadingOptions(accepts_doubtful, said),
                on_rows=on_rows,
            )
        _show(looked, settings.language)
        if not looked.plan.can_be_applied or dry_run or looked.plan.is_empty:
            return looked.plan.can_be_applied
        if looked.plan.remarks.count and not said.is_given:
            typer.echo(label("workbook-remarks-command", settings.language))
            return False
        total = sum(looked.plan.total(sort) for sort in ("added", "changed", "ended"))
        with counting("Writing", total=total) as on_rows:
            done = await bring_in(database, looked, policy=policy, now=now, on_rows=on_rows)
    typer.echo(
        label(
            "workbook-applied",
            settings.language,
            added=done.added,
            changed=done.changed,
            ended=done.ended,
        )
    )
    return True


def _show(looked: "Looked", language: str) -> None:
    from operations.workbook import fault_lines, preview_lines

    if looked.plan.faults.count:
        typer.echo("\n".join(fault_lines(looked.plan.faults, language, most=200)), err=True)
    else:
        typer.echo("\n".join(preview_lines(looked.plan, language)))
