"""The command line: each command with its help, one clear line on stderr when it fails."""

import logging
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.bounce_command import bounce
from bot.directory_commands import add_directory_commands
from bot.document_commands import add_document_commands
from bot.export_commands import export
from bot.maintenance_commands import add_keeping_commands
from bot.settings import Settings, load_settings
from bot.token_commands import add_token_commands
from bot.work import load_undisturbed, wait
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
add_document_commands(app)
add_token_commands(app)
app.command()(export)
app.command()(bounce)


def main() -> None:
    """Runs a command; whatever an operator can mend ends in one line and exit code 1.

    What it writes (database, photos, lists of people) is readable for its own user alone.
    """
    os.umask(0o077)
    load_undisturbed()
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:
        from bot.errors import describe

        line = describe(error)
        if line is None:
            raise
        typer.secho(f"sinhhoat: {line}", fg="red", err=True)
        sys.exit(1)


@app.command()
def run() -> None:
    """Run the bot: messengers, web page and clock, until SIGTERM or Ctrl-C."""
    from bot.logs import set_up_logs
    from bot.service import run_service

    settings = load_settings()
    set_up_logs(settings.log_format)
    wait(run_service(settings))


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
    """Try it: five phones in the browser, a sample region, a clock that moves; no token."""
    from bot.logs import set_up_logs

    set_up_logs("console", level=logging.WARNING)
    if play:
        from rich.console import Console

        from bot.demo.terminal import play_month

        play_month(Console())
        return
    from bot.demo.run import run_demo

    run_demo(folder, port=port, fresh=fresh, say=typer.echo)


@app.command()
def migrate() -> None:
    """Bring the database's tables up to date; a SQLite file is copied beside itself first."""
    from bot.clock import utc_now
    from storage.migrate import migrate as migrate_database

    settings = _prepared()
    before, after = wait(migrate_database(settings.database, now=utc_now()))
    typer.echo(f"The database is at {after} (was {before or 'empty'}).")


@app.command()
def backup(
    file: Annotated[Path, typer.Argument(help="Archive to write, e.g. backup.tar.gz.")],
) -> None:
    """Copy every row and file into one archive; the bot may go on running."""
    from bot.backup import write_backup
    from bot.clock import utc_now
    from bot.progress import counting

    with counting("Backing up") as on_rows:
        made = wait(write_backup(load_settings(), file, now=utc_now(), on_rows=on_rows))
    typer.echo(f"{file}: {sum(made.rows.values())} rows, {made.files} files.")


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
    from bot.backup import rehearse_backup, restore_backup
    from bot.clock import utc_now
    from bot.kept_data import note_rehearsed, read_key, repeat_erasures
    from bot.lock import only_one
    from bot.progress import counting

    settings = _prepared()
    key = read_key(settings, key_file)
    if rehearse:
        with counting("Rehearsing") as on_rows:
            found = wait(rehearse_backup(settings, file, now=utc_now(), on_rows=on_rows, key=key))
        wait(note_rehearsed(settings))
        typer.echo(
            f"{sum(found.rows.values())} rows and {found.files} files came back; thrown away."
        )
        return
    with only_one(settings.data_dir, settings.database_file), counting("Restoring") as on_rows:
        found = wait(restore_backup(settings, file, now=utc_now(), on_rows=on_rows, key=key))
        again = wait(repeat_erasures(settings, file))
    typer.echo(f"{sum(found.rows.values())} rows and {found.files} files restored.")
    if again:
        typer.echo(f"{again} people who had been erased since were erased again.")


@app.command()
def sample() -> None:
    """Fill an empty database with an invented region, and print codes to try it with."""
    from bot.clock import utc_now
    from bot.invitations import invite_person
    from bot.sample.fill import fill_with_sample, list_people_to_try
    from storage.migrate import migrate as migrate_database

    settings = _prepared()
    wait(migrate_database(settings.database, now=utc_now()))
    made = wait(fill_with_sample(settings))
    typer.echo(f"{made.chapters} chapters, {made.people} people, {made.meetings} meetings.")
    for role, person in zip(
        ("leader", "cadre", "officer"), wait(list_people_to_try(settings)), strict=True
    ):
        typer.echo(f"{role} {person.name}: /start {wait(invite_person(settings, person))}")


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
    from bot import invitations
    from bot.office import find_one_area, find_one_person

    settings = load_settings()
    if open_ones:
        for invited in wait(invitations.list_open_invitations(settings)):
            invitation = invited.invitation
            typer.echo(f"{invitation.id}  {invited.name}  {invitation.expires_at:%Y-%m-%d %H:%M}")
    elif revoke:
        wait(invitations.revoke_invitation(settings, revoke))
        typer.echo(f"Code {revoke} can no longer be used.")
    elif sheet[0]:
        from bot.slip_files import write_sheets

        area = wait(find_one_area(settings, sheet[0]))
        for file, slips in wait(write_sheets(settings, area, sheet[1])):
            typer.echo(f"{file}: {slips} slips for {area.name}.")
    elif channel:
        area = wait(find_one_area(settings, channel))
        code = wait(invitations.invite_channel(settings, area))
        typer.echo(f"{area.name}: post this in the group or channel: /ketnoi {code}")
    elif who:
        person = wait(find_one_person(settings, who))
        code = wait(invitations.invite_person(settings, person))
        typer.echo(f"{person.name}: {code}")
        typer.echo(f"On Telegram: /start {code}")
        if settings.public_url:
            typer.echo(f"On the web: {settings.public_url}/enter?c={code}")
    else:
        raise typer.BadParameter("name a person, or --sheet, --channel, --list or --revoke")


@app.command()
def revoke(
    who: Annotated[str, typer.Argument(help="Person's number, phone or name.")],
) -> None:
    """Cut off a lost phone: every account of a person, every session, every open code."""
    from bot import invitations
    from bot.office import find_one_person

    settings = load_settings()
    person = wait(find_one_person(settings, who))
    done = wait(invitations.cut_off_person(settings, person))
    typer.echo(f"{person.name}: {len(done.channels)} accounts and {done.codes} codes closed.")


@app.command()
def digest(
    area: Annotated[str, typer.Argument(help="Area's number, code or name.")],
    period: Annotated[str, typer.Option(help="Month as 2026-11; default: the running one.")] = "",
) -> None:
    """Print an area's digest of a month."""
    from bot.digests import make_digest
    from bot.office import find_one_area
    from domain.calendar import parse_period

    settings = load_settings()
    try:
        month = parse_period(period) if period else None
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error
    found = wait(find_one_area(settings, area))
    typer.echo(wait(make_digest(settings, found, month)))


def _prepared() -> Settings:
    settings = load_settings()
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    return settings
