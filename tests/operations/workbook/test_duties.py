from datetime import date

from tests.operations.workbook.offices import TODAY, WHOLE, Office, Rows, wrong

DUTY = {"area": "Xã Long Vĩnh", "visits": 1, "per": "quarter"}
OWN = {
    "area": "Ấp Cái Cối",
    "kind": "Chi hội phụ nữ",
    "person": "Thạch Thị Lan",
    "phone": "0900000123",
    "visits": 2,
    "per": "month",
    "valid_from": date(2026, 1, 1),
    "valid_to": date(2026, 12, 31),
}


async def test_duties_are_brought_in_with_the_directory_and_out_again(office: Office) -> None:
    rows: Rows = {**WHOLE, "duties": [DUTY, OWN]}
    await office.bring_in(rows)
    assert (await office.plan(rows)).is_empty
    await office.export()
    assert (await office.plan_file()).is_empty
    first, second = await office.rows("duties")
    assert (first.visits, first.per, first.valid_from) == (1, "quarter", TODAY)
    assert (first.kind_id, first.person_id) == (None, None)
    assert (second.visits, second.valid_to) == (2, date(2026, 12, 31))
    assert second.kind_id
    assert second.person_id


async def test_a_duty_is_changed_and_ended_by_its_row(office: Office) -> None:
    await office.bring_in({**WHOLE, "duties": [DUTY]})
    (stored,) = await office.rows("duties")
    await office.bring_in({"duties": [{"id": stored.id, "visits": 3, "per": "month"}]})
    (changed,) = await office.rows("duties")
    assert (changed.id, changed.visits, changed.per) == (stored.id, 3, "month")
    plan = await office.bring_in({"duties": [{"id": stored.id, "valid_to": TODAY}]})
    assert plan.total("ended") == 1


async def test_a_duty_that_cannot_be_is_named_by_its_cell(office: Office) -> None:
    await office.bring_in({**WHOLE, "duties": [DUTY]})
    (stored,) = await office.rows("duties")
    later = date(2026, 12, 1)
    for row, code in (
        (DUTY | {"valid_from": later, "valid_to": TODAY}, "order"),
        (DUTY | {"visits": 99}, "count"),
        (DUTY | {"area": "Ấp Lạ"}, "unknown-area"),
        (DUTY | {"kind": "Chi hội lạ"}, "unknown-kind"),
        (DUTY | {"person": "Người Lạ"}, "unknown-person"),
        ({"id": stored.id, "area": "Ấp Cái Cối"}, "fixed"),
        ({"area": "Xã Long Vĩnh", "visits": 1}, "needed"),
    ):
        found = wrong(await office.plan({"duties": [row]}))
        assert found[0][1] == code, row
    twice = [DUTY | {"valid_from": later}] * 2
    assert [text for _, text in wrong(await office.plan({"duties": twice}))] == ["twice"]
