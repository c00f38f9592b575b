"""Sheets: chosen by name, span and place, made apart and sent."""

from documents.official.wording import span_words
from documents.tables.columns import SheetName
from domain.buttons import read_button
from domain.refusals import BadInput, NotAllowed
from domain.reporting_span import span_of
from handlers.screen import ScreenHandler, show
from handlers.steps import choice, choose_desk, choose_span, say_refusal
from operations.desks import get_desk
from operations.exports.asking import SheetAsked, SheetFormat, list_sheets
from operations.exports.buttons import (
    EXPORT_BUTTONS,
    ChooseSheet,
    ChooseSheetSpan,
    ListExports,
    OfSheet,
    TakeRaw,
    TakeText,
    TakeWorkbook,
)
from operations.exports.sending import Export, ask_for_sheet, list_own_exports
from operations.turn import Turn
from operations.wording import moment_words
from texts.numbers import count

_FORMATS = {
    TakeWorkbook: SheetFormat.XLSX,
    TakeText: SheetFormat.CSV,
    TakeRaw: SheetFormat.RAW,
}


class ExportHandler(ScreenHandler):
    """Has figures and records written out as a workbook or as text."""

    name = "export"
    command = "bang|sheets"
    words = "command-export-words"

    async def begin(self, turn: Turn, argument: str) -> None:
        """Does what the button names, else offers the sheets."""
        sheets = list_sheets(turn.posts, turn.today)
        if not sheets:
            raise NotAllowed("not-your-area")
        match read_button(argument, *EXPORT_BUTTONS):
            case ListExports():
                await _list(turn)
            case ChooseSheetSpan(sheet, months) if sheet in sheets:
                _choose_span(turn, sheet, months)
            case ChooseSheet() as asked if asked.sheet in sheets:
                await _choose_form(turn, asked)
            case TakeWorkbook() | TakeText() | TakeRaw() as asked:
                await _take(turn, asked)
            case _:
                _offer(turn, sheets)


def _offer(turn: Turn, sheets: list[SheetName]) -> None:
    turn.say("sheet-which")
    show(
        turn,
        *(choice(turn, ChooseSheetSpan(sheet), f"sheet-name-{sheet}") for sheet in sheets),
        navigation=(choice(turn, ListExports(), "sheet-button-list"),),
        columns=2,
    )


def _choose_span(turn: Turn, sheet: SheetName, months: int) -> None:
    turn.say("sheet-about", about=turn.label(f"sheet-about-{sheet}"))
    turn.say("sheet-which-span")
    choose_span(
        turn,
        months,
        lambda span: ChooseSheet(sheet, span),
        lambda length: ChooseSheetSpan(sheet, length),
    )


async def _choose_form(turn: Turn, asked: ChooseSheet) -> None:
    span = min(asked.span, span_of(turn.today, asked.span.months))
    number = await choose_desk(
        turn,
        asked.place,
        key="sheet-which-place",
        button=lambda place: ChooseSheet(asked.sheet, span, place),
    )
    if number is None:
        return
    place, _ = await get_desk(turn.unit, turn.posts, number, today=turn.today)
    turn.say(
        "sheet-card",
        sheet=turn.label(f"sheet-name-{asked.sheet}"),
        place=place.name,
        span=span_words(span, turn.language),
    )
    show(
        turn,
        choice(turn, TakeWorkbook(asked.sheet, span, number), "sheet-button-xlsx"),
        choice(turn, TakeText(asked.sheet, span, number), "sheet-button-csv"),
        choice(turn, TakeRaw(asked.sheet, span, number), "sheet-button-raw"),
        navigation=(choice(turn, ChooseSheetSpan(asked.sheet), "button-back"),),
    )


async def _take(turn: Turn, asked: OfSheet) -> None:
    wanted = SheetAsked(
        sheet=asked.sheet,
        area_id=asked.place,
        span=asked.span,
        format=_FORMATS[type(asked)],
    )
    try:
        await ask_for_sheet(turn.context, wanted, turn.here)
    except BadInput as refusal:
        say_refusal(turn, refusal)
    else:
        turn.say("sheet-begun")
    show(turn, choice(turn, ListExports(), "sheet-button-list"))


async def _list(turn: Turn) -> None:
    found = await list_own_exports(turn.context)
    turn.say("sheet-list" if found else "sheet-list-none")
    turn.say_rich(*(turn.text("sheet-list-line", line=_line(turn, export)) for export in found))
    is_any_awaited = any(export.state == "pending" for export in found)
    again = [choice(turn, ListExports(), "sheet-button-again")] if is_any_awaited else []
    show(turn, *again, navigation=(choice(turn, "export", "sheet-button-new"),))


def _line(turn: Turn, export: Export) -> str:
    is_begun = export.state == "pending" and not export.of
    return turn.label(
        "sheet-stand-begun" if is_begun else f"sheet-stand-{export.state}",
        sheet=turn.label(f"sheet-name-{export.asked.sheet}"),
        span=span_words(export.asked.span, turn.language),
        at=moment_words(turn.policy.local(export.asked_at), turn.language),
        rows=count(export.rows, turn.language),
        of=count(export.of, turn.language),
    )
