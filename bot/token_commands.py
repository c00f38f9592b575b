"""Commands for tokens by which other systems read: `sinhhoat token …`."""

import secrets
from typing import TYPE_CHECKING, Annotated

import typer

from bot.settings import Settings, load_settings
from bot.work import wait

if TYPE_CHECKING:
    from operations.api.tokens import TokenAsked

# Imports of the rest stand in the commands: `--help` answers at once on a slow machine.
# ruff: noqa: PLC0415

commands = typer.Typer(help="Let another system read figures by the API.", no_args_is_help=True)


def add_token_commands(app: typer.Typer) -> None:
    """Adds the group of commands to the command line."""
    app.add_typer(commands, name="token")


@commands.command()
def give(
    name: Annotated[str, typer.Argument(help="For which system.")],
    area: Annotated[str, typer.Option(help="Area's number, code or name.")],
    only: Annotated[
        str, typer.Option(help="Of one kind by its number, or one association by its full name.")
    ] = "",
    words: Annotated[bool, typer.Option(help="Also what reports say in words.")] = False,
    people: Annotated[bool, typer.Option(help="Also who the cadres are.")] = False,
    days: Annotated[int, typer.Option(help="How long it lasts, a year at most.")] = 365,
) -> None:
    """Give a system a token of a place; it is shown once, here."""
    from bot.office import find_one_area
    from documents.tables.columns import Shown
    from operations.api.tokens import TokenAsked

    settings = load_settings()
    asked = TokenAsked(
        name=name,
        area_id=wait(find_one_area(settings, area)).id,
        only=(int(only) if only.isdecimal() else only) or None,
        classes=frozenset(
            kind for kind, is_wanted in ((Shown.WORDS, words), (Shown.PEOPLE, people)) if is_wanted
        ),
        days=days,
    )
    typer.echo(wait(_give(settings, asked)))


@commands.command(name="list")
def show() -> None:
    """List every token: number, state, place, what it may read, until when, used when."""
    for line in wait(_list(load_settings())):
        typer.echo(line)


@commands.command()
def cut_off(number: Annotated[int, typer.Argument(help="The token's number.")]) -> None:
    """End a token at once."""
    typer.echo(wait(_cut_off(load_settings(), number)))


async def _give(settings: Settings, asked: "TokenAsked") -> str:
    from bot.clock import utc_now
    from bot.office import opened
    from operations.api.tokens import add_token

    async with opened(settings) as database, database.write() as unit:
        return await add_token(
            unit, asked, by=None, random_bytes=secrets.token_bytes, now=utc_now()
        )


async def _list(settings: Settings) -> list[str]:
    from bot.clock import utc_now
    from bot.office import opened
    from bot.policy import build_policy
    from operations.api.tokens import list_tokens_at

    policy, now = build_policy(settings), utc_now()
    async with opened(settings) as database, database.read() as unit:
        lines = await list_tokens_at(unit, "/", today=policy.day_of(now), now=now)
    return [
        "{number:>4}  {state:<9} {what}".format(
            number=line.token.id,
            state=line.state.replace("_", " "),
            what=", ".join(
                (
                    line.token.name,
                    *filter(None, (line.place.name, line.of)),
                    "+".join(line.classes),
                    f"until {policy.day_of(line.token.expires_at)}",
                    f"used {policy.day_of(line.token.used_at)}"
                    if line.token.used_at
                    else "never used",
                )
            ),
        )
        for line in lines
    ]


async def _cut_off(settings: Settings, number: int) -> str:
    from bot.clock import utc_now
    from bot.office import OfficeError, opened
    from operations.api.tokens import end_token
    from storage.people import api_tokens

    async with opened(settings) as database, database.write() as unit:
        token = await api_tokens.get(unit, number)
        if token is None:
            raise OfficeError(f"there is no token {number}: `sinhhoat token list` names them")
        await end_token(unit, token, by=None, now=utc_now())
    return f"{token.name}: cut off."
