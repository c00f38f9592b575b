"""The first sheet of a workbook: what it is of, and which places are behind, as bars."""

from collections.abc import Sequence
from typing import Any

from documents.tables.heading import TableHead, title_of
from domain.figures import Figures
from texts import label

# As in the pictures of digests: dark, light, and an empty bar for what is missing.
_BARS = (("on_time", "#0B5A8A"), ("late", "#F5B942"), ("missing", "#FFFFFF"))
_INK = "#1B1B1B"
_COLUMNS = ("place", "due", "on_time", "late", "missing", "share")
_WIDTHS = (34, 12, 12, 12, 16, 16)
# More bars than these are no picture any more; the lowest are shown.
_MOST_BARS = 40


def write_overview(
    workbook: Any,  # noqa: ANN401 - the library's own
    sheet: Any,  # noqa: ANN401 - the library's own
    head: TableHead,
    language: str,
    *,
    lines: Sequence[str],
) -> None:
    """Writes title, lines, a table of the parts with the lowest first, and their bars."""
    sheet.hide_gridlines(2)
    for place, width in enumerate(_WIDTHS):
        sheet.set_column(place, place, width)
    large = workbook.add_format({"bold": True, "font_size": 14})
    sheet.write_string(0, 0, title_of(head, language), large)
    for number, line in enumerate(lines, start=1):
        sheet.write_string(number, 0, line)
    first = len(lines) + 2
    parts = [(name, figures) for name, figures in head.parts if figures.due]
    parts.sort(key=lambda part: part[1].reported / part[1].due)
    if not parts:
        return
    _write_table(workbook, sheet, first, parts, language)
    last = first + len(parts)
    sheet.conditional_format(
        *(first + 1, 5, last, 5),
        {
            "type": "data_bar",
            "bar_solid": True,
            "bar_color": "#9DC3DC",
            "min_type": "num",
            "min_value": 0,
            "max_type": "num",
            "max_value": 1,
        },
    )
    _insert_chart(workbook, sheet, (first + 1, min(last, first + _MOST_BARS)), language)


def _write_table(
    workbook: Any,  # noqa: ANN401 - the library's own
    sheet: Any,  # noqa: ANN401 - the library's own
    first: int,
    parts: Sequence[tuple[str, Figures]],
    language: str,
) -> None:
    bold = workbook.add_format(
        {"bold": True, "bg_color": "#DCE6F1", "border": 1, "text_wrap": True, "valign": "top"}
    )
    sheet.set_row(first, 32)
    share = workbook.add_format({"num_format": "0.0%"})
    for place, name in enumerate(_COLUMNS):
        sheet.write_string(first, place, label(f"sheet-part-{name}", language), bold)
    for number, (name, figures) in enumerate(parts, start=first + 1):
        sheet.write_string(number, 0, name)
        for place, count in enumerate(
            (figures.due, figures.on_time, figures.late, figures.missing), start=1
        ):
            sheet.write_number(number, place, count)
        sheet.write_number(number, 5, figures.reported / figures.due, share)


def _insert_chart(
    workbook: Any,  # noqa: ANN401 - the library's own
    sheet: Any,  # noqa: ANN401 - the library's own
    rows: tuple[int, int],
    language: str,
) -> None:
    """Puts the bars beside the table: of all that is due what is on time, late, missing."""
    name, (first, last) = sheet.get_name(), rows
    chart = workbook.add_chart({"type": "bar", "subtype": "percent_stacked"})
    for place, (key, colour) in enumerate(_BARS, start=2):
        chart.add_series(
            {
                "name": label(f"sheet-part-{key}", language),
                "categories": [name, first, 0, last, 0],
                "values": [name, first, place, last, place],
                "fill": {"color": colour},
                "border": {"color": _INK, "width": 0.75},
                "gap": 40,
            }
        )
    chart.set_title({"name": label("sheet-chart", language), "name_font": {"size": 12}})
    chart.set_y_axis({"reverse": True, "num_font": {"size": 9}})
    chart.set_x_axis({"num_format": "0%", "major_gridlines": {"visible": True}})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 620, "height": 150 + 26 * (last - first + 1)})
    sheet.insert_chart(first - 1, 7, chart, {"description": label("sheet-chart", language)})
