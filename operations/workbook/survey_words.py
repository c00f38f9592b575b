"""What was recognised in a file, in words to agree to or to put right."""

from collections.abc import Iterator

from documents.agreement import Survey
from documents.fonts import OldFonts
from documents.list_fields import Field
from documents.lists import ListColumn, OfficeList, is_used
from documents.usual_kinds import USUAL_KINDS
from texts import label

_KINDS = {row["code"]: row["name"] for row in USUAL_KINDS}
_MOST_LISTS = 12


def survey_lines(survey: Survey, language: str, *, by_command: bool = False) -> list[str]:
    """Returns what a file holds as it would be read, and how to agree or to change that."""
    lines = [label("workbook-survey-unread", language, line=line) for line in survey.unread]
    if survey.fonts.count:
        lines += _font_lines(survey.fonts, language)
    before: list[str] = []
    for number, each in enumerate(survey.lists[:_MOST_LISTS], start=1):
        headings = [f"{column.letter}{column.heading}{column.holds}" for column in each.columns]
        lines += _list_lines(each, number, language, with_columns=headings != before)
        before = headings
    how = "workbook-survey-command" if by_command else _help_of(survey)
    return [*lines, label(how, language)]


def _help_of(survey: Survey) -> str:
    return "workbook-survey-help" if survey.lists else "workbook-survey-help-fonts"


def _font_lines(fonts: OldFonts, language: str) -> Iterator[str]:
    names = ", ".join(sorted(fonts.fonts))
    yield label("workbook-survey-fonts", language, count=fonts.count, fonts=names)
    for old_text in fonts.samples:
        facts = {"place": old_text.place, "before": old_text.before, "after": old_text.after}
        yield label("workbook-survey-font", language, **facts)


def _list_lines(
    there: OfficeList, number: int, language: str, *, with_columns: bool
) -> Iterator[str]:
    yield label(
        "workbook-survey-list",
        language,
        number=number,
        caption=there.caption or there.title,
        sheet=there.title,
        row=there.heading,
        rows=len(there.rows),
    )
    if there.is_dropped:
        yield label("workbook-survey-dropped", language)
        return
    kind = there.shared.get(Field.KIND) or _KINDS.get(there.kind or "", "")
    facts = {"kind": kind or "none", "commune": there.commune or "none"}
    yield label("workbook-survey-about", language, **facts)
    for holds, value in there.shared.items():
        if holds is not Field.KIND:
            yield label(
                "workbook-survey-shared", language, field=_name(holds, language), value=value
            )
    if with_columns:
        yield from (_column_line(column, language) for column in there.columns)
    for place, cells in enumerate(there.samples, start=1):
        yield label("workbook-survey-sample", language, number=place, cells=" | ".join(cells))


def _column_line(column: ListColumn, language: str) -> str:
    facts = {"letter": column.letter, "heading": column.heading}
    if column.holds is None:
        return label("workbook-survey-unknown", language, **facts)
    if not is_used(column):
        return label(f"workbook-survey-{column.holds}", language, **facts)
    return label("workbook-survey-column", language, field=_name(column.holds, language), **facts)


def _name(holds: Field, language: str) -> str:
    return label(f"workbook-field-{holds}", language)
