"""Commands about kept data: erase a person, see and apply the periods."""

from typing import Annotated

import typer

from bot.settings import load_settings
from bot.work import wait

# Imports of the rest stand in the commands: `--help` answers at once on a slow machine.
# ruff: noqa: PLC0415


def add_keeping_commands(app: typer.Typer) -> None:
    """Adds the commands to the command line."""
    app.command()(erase)
    app.command()(retention)
    app.command()(doctor)
    app.command("try")(try_out)


def erase(
    who: Annotated[str, typer.Argument(help="Person's number, phone or name.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask again.")] = False,
) -> None:
    """Erase a person for good: the name becomes the role, the meetings stay."""
    from bot import kept_data
    from bot.office import find_one_person

    settings = load_settings()
    person = wait(find_one_person(settings, who))
    if not yes:
        typer.confirm(f"Erase {person.name} (number {person.id})? It cannot be undone", abort=True)
    erased = wait(kept_data.erase(settings, person))
    typer.echo(
        f"Person {erased.person_id} is now {erased.title!r}; {erased.rows} rows were changed."
    )
    typer.echo(
        "Backups made before still have the data until they are replaced; a restore erases again."
    )


def retention(
    apply: Annotated[bool, typer.Option("--apply", help="Delete what is over its time.")] = False,
) -> None:
    """Show how long each kind of data is kept, what is over its time, and what went last."""
    from rich.console import Console
    from rich.table import Table

    from bot import kept_data
    from operations.maintenance.retention import list_staying

    settings = load_settings()
    held = wait(kept_data.look_at_retention(settings))
    table = Table("kind", "kept for", "over its time", "went last")
    for kept in held.due:
        went = held.applied.rows.get(kept.kind, 0) if held.applied else 0
        table.add_row(kept.kind, f"{kept.days} days", str(kept.rows), str(went))
    Console(highlight=False).print(table)
    for reason, tables in list_staying().items():
        typer.echo(f"Kept {reason}: {', '.join(tables)}.")
    if held.applied:
        typer.echo(
            f"Last applied {held.applied.at:%Y-%m-%d %H:%M} UTC; the bot does it every night."
        )
    if apply:
        gone = wait(kept_data.apply_now(settings))
        typer.echo(f"{sum(gone.values())} rows deleted.")


def doctor() -> None:
    """Look at messengers, webhook, database, disk, clock, backups and what is stuck."""
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    from bot.doctor import examine, row_of
    from operations.maintenance.health import Light
    from texts import label

    colours = {Light.GREEN: "green", Light.YELLOW: "yellow", Light.RED: "red"}
    settings = load_settings()
    found = wait(examine(settings))
    table = Table(box=None, show_header=False)
    for finding in sorted(found, key=lambda finding: list(Light).index(finding.light)):
        row = row_of(finding, settings.language)
        colour, light = colours[row.light], label(f"health-light-{row.light}", settings.language)
        table.add_row(f"[{colour}]● {light}[/]", row.what, escape(row.how))
        if row.mend:
            table.add_row("", "", f"→ {escape(row.mend)}")
    Console(highlight=False).print(table)
    if any(finding.light is Light.RED for finding in found):
        raise typer.Exit(1)


def try_out(
    form: Annotated[str, typer.Argument(help="Talk to try: report, attendance, overview …")],
    role: Annotated[str, typer.Option("--as", help="leader, cadre or officer.")] = "leader",
    port: Annotated[
        int, typer.Option(help="Port to listen on; if busy, the next free one.")
    ] = 8080,
) -> None:
    """Open one talk in the web page, as practice, on a sample that is thrown away."""
    from bot.try_talk import ROLES, try_form

    if role not in ROLES:
        raise typer.BadParameter(f"--as takes one of {', '.join(ROLES)}")
    try_form(form, role=role, port=port, say=typer.echo)
