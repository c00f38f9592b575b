from datetime import date
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy import update

from domain.grading import grades_to_json, parse_grades
from operations.cadres.score_tables import ensure_defaults
from storage.tables.grading import score_table
from tests.operations.workbook.offices import KINDS, TODAY, WHOLE, Office, Rows, wrong

PARTS = "Tỷ lệ dự: 5 (tỷ lệ dự: 85=5, 0=1); Chuẩn bị: 95"
GRADES = "Tốt: 90; Khá: 70; Kém: 0 (cần lý do)"
TABLE: dict[str, Any] = {
    "code": "phu_nu_xa",
    "name": "Bảng điểm của xã",
    "area": "Xã Long Vĩnh",
    "kind": "Chi hội phụ nữ",
    "parts": PARTS,
    "grades": GRADES,
    "valid_from": date(2026, 1, 1),
}
SCALE: dict[str, Any] = {
    "association": "Hội Liên hiệp Phụ nữ",
    "name": "Xếp loại năm",
    "levels": "Mạnh: khá từ 80%, không kém; Khá",
    "valid_from": date(2026, 1, 1),
}
ROWS: Rows = {**WHOLE, "scores": [TABLE], "scales": [SCALE]}


async def test_tables_and_scales_are_brought_in_and_out_again(office: Office) -> None:
    await office.bring_in(ROWS)
    assert (await office.plan(ROWS)).is_empty
    for language in ("vi", "en"):
        await office.export(language)
        assert (await office.plan_file()).is_empty
    (table,) = await office.rows("scores")
    assert (table.version, [part["most"] for part in table.parts]) == (1, [5, 95])
    assert [grade["key"] for grade in table.grades] == ["tot", "kha", "kem"]
    assert table.area_id
    assert table.kind_id
    (scale,) = await office.rows("scales")
    assert (scale.rule, [level["name"] for level in scale.levels]) == (
        {"least_graded": 60},
        ["Mạnh", "Khá"],
    )


async def test_a_later_row_is_a_new_version_and_the_old_one_stays(office: Office) -> None:
    await office.bring_in(ROWS)
    (old,) = await office.rows("scores")
    newer = TABLE | {"grades": "Đạt: 50; Chưa đạt: 0", "valid_from": date(2027, 1, 1)}
    newest = newer | {"valid_from": date(2028, 1, 1)}
    await office.bring_in({"scores": [newer, newest]})
    first, *others = await office.rows("scores")
    assert tuple(first) == tuple(old)
    assert [other.version for other in others] == [2, 3]
    await office.bring_in({"scales": [SCALE | {"name": "Mới", "valid_from": TODAY}]})
    assert [value.name for value in await office.rows("scales")] == ["Xếp loại năm", "Mới"]


async def test_a_version_that_is_there_ends_and_is_not_rewritten(office: Office) -> None:
    await office.bring_in(ROWS)
    key = {"code": TABLE["code"], "valid_from": TABLE["valid_from"]}
    for row, column in (
        (TABLE | {"grades": "Đạt: 50; Chưa đạt: 0"}, "grades"),
        (key | {"parts": "Chuẩn bị: 100"}, "parts"),
        (key | {"area": "Ấp Cái Cối"}, "area"),
    ):
        assert [code for _, code in wrong(await office.plan({"scores": [row]}))] == ["fixed"], (
            column
        )
    assert [
        code for _, code in wrong(await office.plan({"scales": [SCALE | {"least_graded": 10}]}))
    ] == ["fixed"]
    plan = await office.bring_in({"scores": [key | {"valid_to": date(2026, 12, 31)}]})
    assert plan.total("ended") == 1
    (ended,) = await office.rows("scores")
    assert ended.valid_to == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("sheet", "values", "code"),
    [
        ("scores", {"code": None}, "needed"),
        ("scores", {"parts": None}, "needed"),
        ("scores", {"parts": "Chuẩn bị"}, "parts"),
        ("scores", {"grades": "Tốt: 50; Khá: 70"}, "grades"),
        ("scores", {"parts": "Chuẩn bị: 50"}, "points"),
        ("scores", {"area": "Ấp Lạ"}, "unknown-area"),
        ("scores", {"kind": "Chi hội lạ"}, "unknown-kind"),
        ("scores", {"valid_to": date(2025, 1, 1)}, "order"),
        ("scales", {"levels": "Mạnh: lạ lắm; Khá"}, "levels"),
        ("scales", {"least_graded": 101}, "count"),
        ("scales", {"association": None}, "needed"),
    ],
)
async def test_what_cannot_be_is_named_by_its_cell(
    office: Office, sheet: str, values: dict[str, Any], code: str
) -> None:
    await office.bring_in(WHOLE)
    row = (TABLE if sheet == "scores" else SCALE) | values
    plan = await office.plan({sheet: [row]})
    assert [found for _, found in wrong(plan)][:1] == [code]
    assert not plan.can_be_applied


async def test_an_english_reader_has_english_cells_and_may_write_them(office: Office) -> None:
    await office.bring_in(ROWS)
    await office.export("en")
    book = load_workbook(office.file)
    cells = {
        str(cell.value) for sheet in book.worksheets[1:] for row in sheet.rows for cell in row
    }
    assert {
        "the 5th",
        "Attendance: 5 (attendance: 85=5, 0=1); Preparation: 95",
        "Good: 90; Fair: 70; Poor: 0 (needs a reason)",
        "Mạnh: fair from 80%, no poor; Khá",
    } <= cells
    english = TABLE | {
        "code": "of_english",
        "parts": "Attendance: 5 (attendance: 85=5, 0=1, absent without excuse=2); Singing: 95",
        "grades": "Good: 90; Passed: 0 (needs a reason)",
    }
    scale = SCALE | {"association": "Đoàn", "levels": "Strong: good from 80%, held 90%; Weak"}
    kind = KINDS[0] | {"code": "other", "name": "Tổ khác", "rule": "last Saturday of the month"}
    await office.bring_in({"scores": [english], "scales": [scale], "kinds": [kind]})
    (_, table) = await office.rows("scores")
    assert [part["name"] for part in table.parts] == ["Tỷ lệ dự", "Singing"]
    assert [grade["key"] for grade in table.grades] == ["tot", "passed"]
    assert (await office.rows("scales"))[-1].levels[0]["conditions"][0]["grade"] == "tốt"
    rule = (await office.rows("kinds"))[-1].rule
    assert rule["rrule"] == "FREQ=MONTHLY;BYDAY=-1SA"


async def test_a_usual_grade_kept_in_english_is_the_same_grade(office: Office) -> None:
    await office.bring_in(ROWS)
    async with office.database.write() as unit:
        grades = grades_to_json(parse_grades("Good: 90; Poor: 0"))
        await unit.connection.execute(update(score_table).values(grades=grades))
    for language in ("vi", "en"):
        await office.export(language)
        assert (await office.plan_file()).is_empty


async def test_the_same_version_twice_is_named(office: Office) -> None:
    await office.bring_in(WHOLE)
    plan = await office.plan({"scores": [TABLE, TABLE], "scales": [SCALE, SCALE]})
    assert [code for _, code in wrong(plan)] == ["twice", "twice"]


async def test_what_an_installation_starts_with_can_be_taken_out_and_replaced(
    office: Office,
) -> None:
    await office.bring_in(WHOLE)
    async with office.database.write() as unit:
        await ensure_defaults(unit)
    for language in ("vi", "en"):
        await office.export(language)
        assert (await office.plan_file()).is_empty
    (table,) = await office.rows("scores")
    await office.bring_in(
        {"scores": [{"code": table.code, "name": "Khác", "parts": PARTS, "grades": GRADES}]}
    )
    assert [value.version for value in await office.rows("scores")] == [1, 2]
