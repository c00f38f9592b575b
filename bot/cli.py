"""The command line: each command with its help, one clear line on stderr when it fails."""

import asyncio
import logging
import os
import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer
from rich.console import Console

from bot.directory_commands import add_directory_commands
from bot.maintenance_commands import add_keeping_commands
from bot.progress import counting
from bot.settings import Settings, load_settings
from bot.workbook_commands import add_workbook_commands

# Imports of the rest stand in the commands: `--help` answers at once on a slow machine.
# ruff: noqa: PLC0415

app = typer.Typer(
    name="sinhhoat",
    help="A chatbot for hamlet-level meeting reports: run it, try it, look after it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
add_workbook_commands(app)
add_keeping_commands(app)
add_directory_commands(app)
_errors = Console(stderr=True)

T = TypeVar("T")


def main() -> None:
    """Runs a command; whatever an operator can mend ends in one line and exit code 1.

    What it writes (database, photos, lists of people) is readable for its own user alone.
    """
    os.umask(0o077)
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:
        from bot.errors import describe

        line = describe(error)
        if line is None:
            raise
        _errors.print(
            f"sinhhoat: {line}", style="red", markup=False, highlight=False, soft_wrap=True
        )
        sys.exit(1)


@app.command()
def run() -> None:
    """Run the bot: messengers, web page and clock, until SIGTERM or Ctrl-C."""
    from bot.logs import set_up_logs
    from bot.service import run_service

    settings = load_settings()
    set_up_logs(settings.log_format)
    _wait(run_service(settings))


@app.command()
def demo(
    play: Annotated[bool, typer.Option(help="Play a month in the terminal instead.")] = False,
    fresh: Annotated[bool, typer.Option(help="Begin anew.")] = False,
    folder: Annotated[Path, typer.Option(help="Where the demo keeps its data.")] = Path(
        "demo-data"
    ),
    port: Annotated[
        int | None,
        typer.Option(help="Port to listen on, else that of the settings; if busy, the next free."),
    ] = None,
) -> None:
    """Try it: four phones in the browser, a sample region, a clock that moves; no token."""
    from bot.logs import set_up_logs

    set_up_logs("console", level=logging.WARNING)
    if play:
        from bot.demo.terminal import play_month

        play_month(Console())
        return
    from bot.demo.run import run_demo

    run_demo(folder, port=port, fresh=fresh, say=_say)


@app.command()
def migrate() -> None:
    """Bring the database's tables up to date; a SQLite file is copied beside itself first."""
    from bot.app import utc_now
    from storage.migrate import migrate as migrate_database

    settings = _prepared()
    before, after = _wait(migrate_database(settings.database, now=utc_now()))
    _say(f"The database is at {after} (was {before or 'empty'}).")


@app.command()
def backup(
    file: Annotated[Path, typer.Argument(help="Archive to write, e.g. backup.tar.gz.")],
) -> None:
    """Copy every row and file into one archive; the bot may go on running."""
    from bot.app import utc_now
    from bot.backup import write_backup

    with counting("Backing up") as on_rows:
        made = _wait(write_backup(load_settings(), file, now=utc_now(), on_rows=on_rows))
    _say(f"{file}: {sum(made.rows.values())} rows, {made.files} files.")


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(help="Archive made by `backup`.", exists=True)],
    key_file: Annotated[
        Path | None, typer.Option(help="File with the secret key or passphrase of the backup.")
    ] = None,
    rehearse: Annotated[
        bool, typer.Option(help="Restore into a database that is thrown away, and note it.")
    ] = False,
) -> None:
    """Restore an archive into an empty database, SQLite or PostgreSQL; the bot must be stopped."""
    from bot.app import utc_now
    from bot.backup import rehearse_backup, restore_backup
    from bot.kept_data import note_rehearsed, read_key, repeat_erasures
    from bot.lock import only_one

    settings = _prepared()
    key = read_key(settings, key_file)
    if rehearse:
        with counting("Rehearsing") as on_rows:
            found = _wait(rehearse_backup(settings, file, now=utc_now(), on_rows=on_rows, key=key))
        _wait(note_rehearsed(settings))
        _say(f"{sum(found.rows.values())} rows and {found.files} files came back; thrown away.")
        return
    with only_one(settings.data_dir, settings.database_file), counting("Restoring") as on_rows:
        found = _wait(restore_backup(settings, file, now=utc_now(), on_rows=on_rows, key=key))
        again = _wait(repeat_erasures(settings, file))
    _say(f"{sum(found.rows.values())} rows and {found.files} files restored.")
    if again:
        _say(f"{again} people who had been erased since were erased again.")


@app.command()
def sample() -> None:
    """Fill an empty database with an invented region, and print codes to try it with."""
    from bot.admin_service import fill_with_sample, invite_person, list_people_to_try
    from bot.app import utc_now
    from storage.migrate import migrate as migrate_database

    settings = _prepared()
    _wait(migrate_database(settings.database, now=utc_now()))
    made = _wait(fill_with_sample(settings))
    _say(f"{made.chapters} chapters, {made.people} people, {made.meetings} meetings.")
    for role, person in zip(
        ("leader", "cadre", "officer"), _wait(list_people_to_try(settings)), strict=True
    ):
        _say(f"{role} {person.name}: /start {_wait(invite_person(settings, person))}")


@app.command()
def invite(
    who: Annotated[str, typer.Argument(help="Person's number, phone or name.")] = "",
    channel: Annotated[
        str, typer.Option(help="Area whose digests a group or channel is to receive.")
    ] = "",
    open_ones: Annotated[
        bool, typer.Option("--list", help="List the codes that can still be used.")
    ] = False,
    revoke: Annotated[int, typer.Option(help="Take back the code of this number.")] = 0,
    sheet: Annotated[
        tuple[str, Path], typer.Option(help="Area, and the .docx file of slips to write.")
    ] = ("", Path()),
) -> None:
    """Make a one-time code for a person, a group or a whole area; list or revoke codes."""
    from bot import admin_service

    settings = load_settings()
    if open_ones:
        for one in _wait(admin_service.list_open_invitations(settings)):
            _say(f"{one.invitation.id}  {one.name}  {one.invitation.expires_at:%Y-%m-%d %H:%M}")
    elif revoke:
        _wait(admin_service.revoke_invitation(settings, revoke))
        _say(f"Code {revoke} can no longer be used.")
    elif sheet[0]:
        area = _wait(admin_service.find_one_area(settings, sheet[0]))
        for file, slips in _wait(admin_service.write_sheets(settings, area, sheet[1])):
            _say(f"{file}: {slips} slips for {area.name}.")
    elif channel:
        area = _wait(admin_service.find_one_area(settings, channel))
        code = _wait(admin_service.invite_channel(settings, area))
        _say(f"{area.name}: post this in the group or channel: /ketnoi {code}")
    elif who:
        person = _wait(admin_service.find_one_person(settings, who))
        code = _wait(admin_service.invite_person(settings, person))
        _say(f"{person.name}: {code}")
        _say(f"On Telegram: /start {code}")
        if settings.public_url:
            _say(f"On the web: {settings.public_url}/enter?c={code}")
    else:
        raise typer.BadParameter("name a person, or --sheet, --channel, --list or --revoke")


@app.command()
def revoke(
    who: Annotated[str, typer.Argument(help="Person's number, phone or name.")],
) -> None:
    """Cut off a lost phone: every account of a person, every session, every open code."""
    from bot import admin_service

    settings = load_settings()
    person = _wait(admin_service.find_one_person(settings, who))
    done = _wait(admin_service.cut_off_person(settings, person))
    _say(f"{person.name}: {len(done.channels)} accounts and {done.codes} codes closed.")


@app.command()
def digest(
    area: Annotated[str, typer.Argument(help="Area's number, code or name.")],
    period: Annotated[str, typer.Option(help="Month as 2026-11; default: the running one.")] = "",
) -> None:
    """Print an area's digest of a month."""
    from bot import admin_service
    from domain.calendar import parse_period

    settings = load_settings()
    try:
        month = parse_period(period) if period else None
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error
    found = _wait(admin_service.find_one_area(settings, area))
    _say(_wait(admin_service.make_digest(settings, found, month)))


def _prepared() -> Settings:
    settings = load_settings()
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    return settings


def _wait(work: Coroutine[Any, Any, T]) -> T:
    return asyncio.run(work)


def _say(text: str) -> None:
    Console().print(text, markup=False, highlight=False, soft_wrap=True)
