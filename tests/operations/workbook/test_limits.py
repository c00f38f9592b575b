import pytest

from operations.workbook import Limits, limits_of
from tests.directory import posts_of, settle_commune
from tests.operations.workbook.offices import CHAPTER, KINDS, TODAY, Office, Rows, wrong

NEW = {"name": "Chi hội mới", "kind": "women", "start_time": "19:00", "place": "Nhà văn hóa"}
INSIDE = {**NEW, "member_count": 20, "area": "Ấp La Ghi", "id": "mới"}


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ({"chapters": [INSIDE]}, None),
        ({"areas": [{"name": "Ấp Mới", "level": "ấp", "parent": "Xã Long Vĩnh"}]}, None),
        ({"areas": [{"name": "Xã Khác", "level": "xã"}]}, "not-yours"),
        ({"people": [{"name": "Kim Thị Na Ry", "phone": "0911"}]}, None),
        ({"kinds": KINDS}, None),
    ],
)
async def test_staff_change_only_what_lies_within_their_area(
    office: Office, rows: Rows, code: str | None
) -> None:
    commune = await settle_commune(office.database)
    limits = limits_of(await posts_of(office.database, commune.staff), TODAY)
    assert limits == Limits(frozenset({(commune.commune.id, None)}))
    plan = await office.plan(rows, limits=limits)
    assert [found for _, found in wrong(plan)] == ([code] if code else [])


async def test_staff_of_elsewhere_change_nothing_here(office: Office) -> None:
    commune = await settle_commune(office.database)
    elsewhere = Limits(frozenset({(commune.other_hamlet.id, None)}))
    rows: Rows = {
        "areas": [{"id": commune.hamlet.id, "name": "Ấp Đổi Tên"}],
        "chapters": [{"id": commune.chapter, "member_count": 50}],
        "people": [{"id": commune.leader, "name": "Tên Khác"}],
        "posts": [{"person": "Kim Ngọc", "role": "cadre", "area": "Ấp Cái Cối"}],
        "kinds": KINDS,
        "holidays": [{"day": TODAY, "name": "Ngày lạ"}],
        "channels": [{"channel": "telegram", "chat": "-1", "area": "Xã Long Vĩnh"}],
    }
    plan = await office.plan(rows, limits=elsewhere)
    assert [code for _, code in wrong(plan)] == ["not-yours"] * 7


async def test_staff_of_one_association_leave_the_others_alone(office: Office) -> None:
    commune = await settle_commune(office.database)
    limits = Limits(frozenset({(commune.commune.id, commune.kind + 1)}))
    plan = await office.plan(
        {"chapters": [{"id": commune.chapter, "member_count": 50}, INSIDE]}, limits=limits
    )
    assert [code for _, code in wrong(plan)] == ["not-yours"] * 2
    assert CHAPTER["name"] not in [one.name for one in plan.doubts]
