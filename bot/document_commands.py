"""Commands for official documents: `sinhhoat report` draws and checks, `sinhhoat issuer` sets."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.settings import load_settings
from bot.work import wait
from domain.official import DocumentKind

if TYPE_CHECKING:
    from domain.reporting_span import Span

# Imports of the rest stand in the commands: `--help` answers at once on a slow machine.
# ruff: noqa: PLC0415

_SUFFIXES = (".docx", ".pdf", ".pptx")
Association = Annotated[str, typer.Option(help="Of one association only, by its full name.")]


def add_document_commands(app: typer.Typer) -> None:
    """Adds the commands to the command line."""
    app.command()(report)
    app.command()(issuer)


def report(
    place: Annotated[str, typer.Option(help="Place's number, code or name.")] = "",
    period: Annotated[
        str, typer.Option(help="2026-11, 2026-Q4, 2026-H2 or 2026; default: the running quarter.")
    ] = "",
    kind: Annotated[
        DocumentKind, typer.Option(help="What is to be made.")
    ] = DocumentKind.PERIODIC,
    association: Association = "",
    out: Annotated[Path | None, typer.Option(help="Word, PDF or slides (.pptx) to write.")] = None,
    check: Annotated[
        Path | None, typer.Option(help="A .docx to check against the prescribed layout.")
    ] = None,
) -> None:
    """Write a report in the prescribed layout, or check any Word file against it."""
    if check is not None:
        _check(check)
        return
    if not place or out is None or out.suffix not in _SUFFIXES:
        raise typer.BadParameter("name --place and --out FILE.docx or FILE.pdf, or --check FILE")
    from bot.documents import write_document
    from bot.office import find_one_area
    from operations.documents.issuing import Body

    settings = load_settings()
    span = _span(period)
    area = wait(find_one_area(settings, place))
    wait(write_document(settings, Body(area, association), kind, span, out))
    typer.echo(f"{out}: {kind} {span}, {area.name}.")


def issuer(
    place: Annotated[str, typer.Argument(help="Place's number, code or name.")],
    association: Association = "",
    change: Annotated[
        list[str] | None, typer.Option("--set", help='What to change, "signer=Nguyễn Văn An".')
    ] = None,
) -> None:
    """Show or change who issues a place's documents: heads, number, signer, recipients."""
    from bot.documents import say_issuer
    from bot.office import find_one_area

    changes = dict(_split(text) for text in change or [])
    settings = load_settings()
    area = wait(find_one_area(settings, place))
    shown = wait(say_issuer(settings, area, association, changes))
    for name, value in shown.items():
        typer.echo(f"{name:<11} {value}")


def _split(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign:
        raise typer.BadParameter(f'write --set "name=value", not {text!r}')
    return name.strip(), value


def _span(period: str) -> "Span":
    from bot.clock import utc_now
    from bot.policy import build_policy
    from domain.reporting_span import parse_span, span_of

    if not period:
        return span_of(build_policy(load_settings()).day_of(utc_now()), 3)
    try:
        return parse_span(period)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def _check(file: Path) -> None:
    from documents.official.check import check_word
    from documents.official.opened import Unopened
    from texts import label

    language = load_settings().language
    try:
        checked = check_word(file.read_bytes())
    except Unopened as error:
        raise typer.BadParameter(f"{file} is no Word file (.docx)") from error
    typer.echo(label(f"doc-profile-{checked.profile}", language))
    for finding in checked.findings:
        what = label(f"doc-check-{finding.what}", language)
        typer.echo(
            label(
                "doc-check-line", language, what=what, wanted=finding.wanted, found=finding.found
            )
        )
    if checked.findings:
        raise typer.Exit(1)
    typer.echo(label("doc-check-right", language))
