"""Programmes, pilot places, targets and kinds of figures by workbook."""

from datetime import date, timedelta
from typing import Any

import pytest

from operations.workbook import Limits
from operations.workbook.wording import fault_lines, preview_lines
from tests.operations.workbook.offices import WHOLE, Office, Rows, wrong

PROGRAMME = {
    "code": "de_an_01",
    "name": "Đề án 01",
    "area": "Xã Long Vĩnh",
    "valid_from": date(2021, 1, 1),
}
PILOT = {"programme": "de_an_01", "area": "Ấp Cái Cối"}
TARGET = {
    "programme": "de_an_01",
    "indicator": "members",
    "area": "Xã Long Vĩnh",
    "period": "2026-Q4",
    "value": "85,5",
}
COUNTER = {"code": "von_vay", "name": "Vốn ủy thác", "measure": "triệu đồng"}
ALL: Rows = {
    **WHOLE,
    "programmes": [PROGRAMME],
    "pilots": [PILOT],
    "targets": [TARGET, TARGET | {"kind": "Chi hội phụ nữ", "value": "90", "sense": "max"}],
    "counters": [COUNTER],
}


async def test_they_come_in_with_a_new_directory_and_the_same_file_changes_nothing(
    office: Office,
) -> None:
    await office.bring_in(ALL)
    targets = await office.rows("targets")
    assert [(target.value, target.sense, target.kind_id is None) for target in targets] == [
        (8550, "min", True),
        (9000, "max", False),
    ]
    assert (await office.plan(ALL)).is_empty
    await office.export()
    assert (await office.plan_file()).is_empty


async def test_a_target_is_changed_and_shown_before_it_is_written(office: Office) -> None:
    await office.bring_in(ALL)
    changed = TARGET | {"value": "90", "sense": "max"}
    plan = await office.plan({"targets": [changed], "counters": [COUNTER | {"measure": "đồng"}]})
    lines = "\n".join(preview_lines(plan, "vi"))
    assert "Giá trị 85,5 → 90" in lines
    assert "từ giá trị này → không quá giá trị này" in lines
    assert "Đơn vị tính triệu đồng → đồng" in lines
    await office.apply(await office.stage(plan))
    assert [value.value for value in await office.rows("targets")] == [9000, 9000]


async def test_targets_and_pilot_places_that_have_ended_go_and_the_preview_says_so(
    office: Office,
) -> None:
    await office.bring_in(ALL)
    today = (await office.plan(ALL)).today
    ended: Rows = {
        "pilots": [PILOT | {"valid_to": today}],
        "targets": [TARGET | {"valid_to": today}],
    }
    plan = await office.plan(ended)
    lines = "\n".join(preview_lines(plan, "vi"))
    assert f"− de_an_01 members 2026-Q4 (đến hết {today:%d/%m/%Y})" in lines
    assert "− de_an_01, Xã Long Vĩnh / Ấp Cái Cối (đến hết" in lines
    assert (plan.total("ended"), plan.total("added"), plan.total("changed")) == (2, 0, 0)
    assert len(await office.rows("targets")) == 2
    await office.apply(await office.stage(plan))
    assert [value.value for value in await office.rows("targets")] == [9000]
    assert await office.rows("pilots") == []
    assert (await office.plan(ended)).is_empty, "what is gone is not brought back"
    await office.export()
    assert (await office.plan_file()).is_empty


async def test_staff_of_one_hamlet_end_nothing_of_the_commune(office: Office) -> None:
    await office.bring_in(ALL)
    other = 999_999
    today = (await office.plan(ALL)).today
    for sheet, row in (("pilots", PILOT), ("targets", TARGET)):
        ended: Rows = {sheet: [row | {"valid_to": today}]}
        plan = await office.plan(ended, limits=Limits(frozenset({(other, None)})))
        assert [code for _, code in wrong(plan)] == ["not-yours"]


async def test_what_ends_later_stays_for_now(office: Office) -> None:
    await office.bring_in(ALL)
    later = (await office.plan(ALL)).today + timedelta(days=1)
    plan = await office.plan({"targets": [TARGET | {"valid_to": later}]})
    assert "not-gone-yet" in [code for _, code in wrong(plan)]


def changed(sheet: str, **values: Any) -> Rows:
    (first, *_) = ALL[sheet]
    return {**ALL, sheet: [first | values]}


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        (changed("targets", period="2026-Q5"), "span"),
        (changed("targets", value="nhiều"), "value"),
        (changed("targets", value="-1"), "value"),
        (changed("targets", value="1,234"), "value"),
        (changed("targets", value="99999999999"), "value"),
        (changed("targets", programme="de_an_02"), "unknown-programme"),
        (changed("targets", indicator="đẹp"), "choice"),
        (changed("targets", kind="Chi hội lạ"), "unknown-kind"),
        (changed("pilots", area="Ấp Lạ"), "unknown-area"),
        (changed("programmes", valid_to=date(2020, 1, 1)), "order"),
        ({**ALL, "pilots": [PILOT, PILOT]}, "twice"),
        ({**ALL, "counters": [COUNTER, COUNTER]}, "twice"),
    ],
)
async def test_a_fault_is_named_by_its_cell(office: Office, rows: Rows, fault: str) -> None:
    plan = await office.plan(rows)
    assert fault in [code for _, code in wrong(plan)]


@pytest.mark.parametrize(
    ("language", "said"), [("vi", "từ giá trị này | không quá"), ("en", "at least this | at most")]
)
async def test_what_could_be_chosen_is_said_in_the_reader_s_language(
    office: Office, language: str, said: str
) -> None:
    plan = await office.plan(changed("targets", sense="đẹp"))
    assert said in fault_lines(plan.faults, language)[1]


async def test_staff_of_one_hamlet_set_no_targets_for_the_commune(office: Office) -> None:
    await office.bring_in(WHOLE)
    hamlet = (await office.rows("areas"))[1].id
    limits = Limits(frozenset({(hamlet, None)}))
    rows = {key: ALL[key] for key in ("programmes", "pilots", "targets", "counters")}
    plan = await office.plan(rows, limits=limits)
    assert {code for _, code in wrong(plan)} >= {"not-yours"}
    assert not plan.can_be_applied
