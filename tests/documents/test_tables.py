"""Sheets of figures and records, opened as a program and as a person would."""

import csv
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from documents.tables import workbook
from documents.tables.columns import TABLES, SheetName, Shown, Value
from documents.tables.heading import TableHead
from documents.tables.text import TextTable
from documents.tables.workbook import WorkbookTable
from domain.figures import Figures, total_of
from domain.reporting_span import Span

# The library that reads them here does not know the bars inside cells.
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")
# What offices and their programs go by. Add at the end of a line; change nothing that is there.
FROZEN = {
    SheetName.FIGURES: (
        "period area_id area level kind_id kind chapters expected on_time late missing "
        "awaited held not_held moved present room cadre cadre_asked closed not_founded "
        "paused not_this_month not_recorded state version geography"
    ),
    SheetName.REPORTS: (
        "number chapter_id chapter kind area_id hamlet commune period planned_on held_on "
        "state on_time first_sent_at sent_at version present excused total exempt topic "
        "discussion dialogue commendation cadre_present difficulties proposals photos "
        "review grade typed_by_role type meeting_id"
    ),
    SheetName.ATTENDANCE: (
        "meeting_id chapter_id chapter planned_on cadre_id cadre duty state confirmed_at "
        "chapter_says grade remark"
    ),
    SheetName.DIFFICULTIES: (
        "id case_id chapter_id chapter commune category text level_asked state raised_on "
        "due_on answered_on solved_on days passed_up verdict"
    ),
    SheetName.INDICATORS: (
        "indicator period area_id kind_id part whole value target sense met before year_before"
    ),
    SheetName.EXEMPLARS: (
        "id chapter_id chapter commune field name aim content progress lead result state "
        "registered_on recognised_on recognised_by replicated"
    ),
    SheetName.CHAPTERS: (
        "id name kind area member_count exempt_count frequency rule shift start_time "
        "duration_min place valid_from valid_to area_id kind_id"
    ),
    SheetName.POSTS: ("id person phone role chapter area kind association valid_from valid_to"),
    SheetName.ANSWERS: (
        "id questionnaire_id questionnaire version purpose chapter_id chapter kind area_id "
        "meeting_id question label amount day clock choice choice_label words has_file "
        "answered_at round"
    ),
    SheetName.AREAS: "id parent_id level code name valid_from valid_to",
    SheetName.MEETINGS: (
        "id chapter_id chapter kind area_id period type planned_on moved_to start_time "
        "duration_min place state due_on number"
    ),
    SheetName.DIGESTS: "id area_id area kind period posted_at text",
    SheetName.DOCUMENTS: (
        "id area_id area association kind period version state number numbered_on changed_at"
    ),
}
VIETNAM = timezone(timedelta(hours=7))
PARTS = (
    ("Ấp Cái Cối", Figures(expected=6, on_time=3, late=1, missing=2)),
    ("Ấp La Ghi", Figures(expected=7, on_time=4, late=2)),
)
FORMULA = '=HYPERLINK("http://x","y")'


def head(sheet: SheetName = SheetName.REPORTS, **values: object) -> TableHead:
    usual: dict[str, object] = {
        "sheet": sheet,
        "place": "Xã Long Vĩnh",
        "span": Span(2026, 11, 1),
        "kind": "",
        "made_at": datetime(2026, 11, 22, 7, 5, tzinfo=VIETNAM),
        "as_of": date(2026, 11, 22),
        "is_final": False,
        "parts": PARTS,
        "total": total_of(figures for _, figures in PARTS),
        "shown": frozenset(Shown),
    }
    return TableHead(**(usual | values))  # type: ignore[arg-type]


def report(number: int, **values: Value) -> Mapping[str, Value]:
    usual = dict.fromkeys(column.id for column in TABLES[SheetName.REPORTS])
    known: dict[str, Value] = {
        "number": f"11.26-{number:04}",
        "chapter": "Chi hội phụ nữ ấp Cái Cối",
        "planned_on": date(2026, 11, 5),
        "first_sent_at": datetime(2026, 11, 5, 20, 41, tzinfo=VIETNAM),
        "present": 28,
        "on_time": True,
        "state": "held",
        "topic": "Phòng chống hạn mặn",
    }
    return {**usual, **known, **values}


def test_a_column_keeps_its_place_and_its_id_for_ever() -> None:
    for sheet, ids in FROZEN.items():
        now = [column.id for column in TABLES[sheet]]
        assert now[: len(ids.split())] == ids.split(), f"{sheet}: new columns come at the end"
        assert now == ids.split(), f"{sheet}: add the new column to the list in this test"
        assert len(set(now)) == len(now)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Worksheet]]:
    file = tmp_path_factory.mktemp("tables") / "reports.xlsx"
    with WorkbookTable(file, head(), "vi") as table:
        table.add([report(1), report(2, topic=FORMULA, present=0, on_time=False)])
        table.add([report(3, topic="-5 hộ & <b>“nghèo”</b>", planned_on=None)])
    book = load_workbook(file)
    yield {sheet.title: sheet for sheet in book.worksheets}
    book.close()


def test_a_workbook_has_its_ids_hidden_and_its_headings_frozen(
    opened: dict[str, Worksheet],
) -> None:
    assert list(opened) == ["Tóm tắt", "Báo cáo", "Chú giải"]
    rows = opened["Báo cáo"]
    ids = [cell.value for cell in rows[1]]
    assert ids == [column.id for column in TABLES[SheetName.REPORTS]]
    assert rows.row_dimensions[1].hidden
    assert [cell.value for cell in rows[2]][:3] == ["Số báo cáo", "Mã đơn vị", "Đơn vị"]
    assert rows.freeze_panes == "D3"
    assert rows.auto_filter.ref == "A2:AF5"
    assert rows.print_title_rows == "$1:$2"
    assert rows.page_setup.orientation == "landscape"
    assert rows.page_setup.paperSize == 9
    assert rows.page_setup.fitToHeight == 0


def places_of(rows: Worksheet) -> dict[object, int]:
    return {cell.value: place for place, cell in enumerate(rows[1], start=1)}


def test_days_are_days_and_numbers_are_numbers(opened: dict[str, Worksheet]) -> None:
    rows = opened["Báo cáo"]
    at = places_of(rows)
    first = {name: rows.cell(3, place).value for name, place in at.items()}
    assert first["planned_on"] == datetime(2026, 11, 5)  # noqa: DTZ001 - as the library has it
    assert first["first_sent_at"] == datetime(2026, 11, 5, 20, 41)  # noqa: DTZ001 - local
    assert first["present"] == 28
    assert first["on_time"] == "có"
    assert first["state"] == "đã tổ chức"
    assert rows.cell(4, at["present"]).value == 0
    assert rows.cell(4, at["on_time"]).value == "không"
    assert rows.cell(5, at["planned_on"]).value is None


def test_what_people_wrote_is_never_a_formula(opened: dict[str, Worksheet]) -> None:
    rows = opened["Báo cáo"]
    at = places_of(rows)
    for row, words in ((4, FORMULA), (5, "-5 hộ & <b>“nghèo”</b>")):
        cell = rows.cell(row, at["topic"])
        assert cell.data_type == "s"
        assert cell.value == words
        assert cell.quotePrefix


def test_the_first_sheet_says_what_it_is_and_who_is_behind(
    opened: dict[str, Worksheet], tmp_path: Path
) -> None:
    first = opened["Tóm tắt"]
    lines = [cell.value for cell in first["A"] if cell.value]
    assert lines[0] == "Báo cáo – Xã Long Vĩnh – tháng 11 năm 2026"
    assert "Số liệu CHƯA CHỐT, tính đến 22/11/2026." in lines
    reported = "Đã báo cáo 10/12 buổi đến hạn (83,3%); quá hạn chưa báo cáo 2; chưa đến hạn 1."
    assert reported in lines
    assert "Số dòng: 3" in lines
    assert lines[-2:] == ["Ấp Cái Cối", "Ấp La Ghi"]  # the lowest first
    (bars,) = first.conditional_formatting
    assert bars.rules[0].type == "dataBar"
    file = tmp_path / "figures.xlsx"
    with WorkbookTable(file, head(SheetName.FIGURES, is_final=True), "vi"):
        pass
    with ZipFile(file) as parts:
        chart = parts.read("xl/charts/chart1.xml").decode()
    for colour in ("0B5A8A", "F5B942", "FFFFFF"):
        assert colour in chart
    assert "'Tóm tắt'!$C$8:$C$9" in chart


def test_the_legend_explains_every_column(opened: dict[str, Worksheet]) -> None:
    legend = opened["Chú giải"]
    said = [[cell.value for cell in row] for row in legend.iter_rows(min_row=2)]
    assert [row[0] for row in said] == [column.id for column in TABLES[SheetName.REPORTS]]
    assert all(all(row) for row in said)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("sheet", SheetName)
def test_every_sheet_can_be_written_in_each_language(
    sheet: SheetName, language: str, tmp_path: Path
) -> None:
    file = tmp_path / "any.xlsx"
    with WorkbookTable(file, head(sheet, parts=(), total=Figures()), language) as table:
        table.add([dict.fromkeys(column.id for column in TABLES[sheet])])
    legend = load_workbook(file).worksheets[2]
    assert legend.max_row == 1 + len(TABLES[sheet])


def break_off(table: WorkbookTable | TextTable) -> None:
    with suppress(ConnectionError), table:
        table.add([report(1)])
        raise ConnectionError


def test_what_broke_off_says_so_at_its_end(tmp_path: Path) -> None:
    said = "CHƯA ĐẦY ĐỦ: tệp chỉ có 1 dòng đầu."
    file = tmp_path / "broken.xlsx"
    break_off(WorkbookTable(file, head(), "vi"))
    book = load_workbook(file)
    assert book["Báo cáo"].cell(4, 1).value == said
    assert said in [cell.value for cell in book["Tóm tắt"]["A"]]
    for for_machines in (False, True):
        text = tmp_path / "broken.csv"
        break_off(TextTable(text, head(), "vi", for_machines=for_machines))
        assert text.read_text("utf-8").splitlines()[-1] == said


def test_more_rows_than_a_workbook_holds_are_said_to_be_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "_MOST", 2)
    file = tmp_path / "long.xlsx"
    with WorkbookTable(file, head(), "vi") as table:
        table.add([report(number) for number in range(1, 6)])
    rows = load_workbook(file)["Báo cáo"]
    assert rows.max_row == 5
    assert rows.cell(5, 1).value == "CHƯA ĐẦY ĐỦ: tệp chỉ có 2 dòng đầu."


def test_text_for_people_opens_right_by_double_click(tmp_path: Path) -> None:
    file = tmp_path / "indicators.csv"
    row: dict[str, Value] = dict.fromkeys(column.id for column in TABLES[SheetName.INDICATORS])
    row |= {"indicator": "held", "period": "2026-11", "value": 91.5, "met": False}
    with TextTable(file, head(SheetName.INDICATORS), "vi", for_machines=False) as table:
        table.add([row])
    content = file.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    heads, values = (line.split(";") for line in content.decode("utf-8-sig").splitlines())
    found = dict(zip(heads, values, strict=True))
    assert found["Giá trị"] == "91,5"
    assert found["Đạt"] == "không"
    assert found["Chỉ số"] == "Buổi đã tổ chức / đã đến hạn báo cáo"


@pytest.mark.parametrize("words", ["=1+1", "+84 90", "-----", "@SUM(A1)", "\t=1"])
def test_text_for_people_starts_nothing(words: str, tmp_path: Path) -> None:
    file = tmp_path / "reports.csv"
    with TextTable(file, head(), "vi", for_machines=False) as table:
        table.add([report(1, topic=words)])
    with file.open(encoding="utf-8-sig", newline="") as lines:
        _, row = csv.reader(lines, delimiter=";")
    assert f"'{words}" in row


def test_text_for_machines_is_plain(tmp_path: Path) -> None:
    file = tmp_path / "reports.csv"
    words = 'Đường "liên ấp",\nngập'
    with TextTable(file, head(), "vi", for_machines=True) as table:
        table.add([report(1, topic=words)])
    assert not file.read_bytes().startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in file.read_bytes()
    with file.open(encoding="utf-8", newline="") as lines:
        (row,) = csv.DictReader(lines)
    assert row["topic"] == words
    assert row["planned_on"] == "2026-11-05"
    assert datetime.fromisoformat(row["first_sent_at"]).astimezone(UTC).hour == 13
    assert row["state"] == "held"
    assert row["on_time"] == "true"
    assert row["held_on"] == ""


def test_what_may_not_be_seen_is_said_to_be_left_out(tmp_path: Path) -> None:
    file = tmp_path / "reports.xlsx"
    with WorkbookTable(file, head(shown=frozenset({Shown.FIGURES})), "vi"):
        pass
    lines = [cell.value for cell in load_workbook(file)["Tóm tắt"]["A"]]
    assert "Một số cột để trống vì người yêu cầu không được giao xem." in lines
