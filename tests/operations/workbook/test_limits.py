from datetime import timedelta

import pytest

from domain.people import Role
from operations.workbook import Limits, fault_lines, limits_of
from storage.directory import directory_changes
from storage.people import people
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
        ({"people": [{"name": "Kim Thị Na Ry", "phone": "0900000911"}]}, None),
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
        "duties": [{"area": "Ấp Cái Cối", "visits": 1, "per": "quarter"}],
        "holidays": [{"day": TODAY, "name": "Ngày lạ"}],
        "channels": [{"channel": "telegram", "chat": "-1", "area": "Xã Long Vĩnh"}],
        "scores": [{"code": "x", "name": "X", "parts": "A: 5", "grades": "Tốt; Kém"}],
        "scales": [{"association": "X", "name": "X", "levels": "Tốt; Kém"}],
    }
    plan = await office.plan(rows, limits=elsewhere)
    codes = [code for _, code in wrong(plan)]
    assert sorted(codes) == ["kind-not-yours", *["not-yours"] * 8, "unknown-id"]


async def test_staff_of_one_association_leave_the_others_alone(office: Office) -> None:
    commune = await settle_commune(office.database)
    limits = Limits(frozenset({(commune.commune.id, commune.kind + 1)}))
    plan = await office.plan(
        {"chapters": [{"id": commune.chapter, "member_count": 50}, INSIDE]}, limits=limits
    )
    assert [code for _, code in wrong(plan)] == ["not-yours"] * 2
    assert CHAPTER["name"] not in [doubt.name for doubt in plan.doubts]


async def test_staff_of_a_whole_association_change_all_its_kinds_there(office: Office) -> None:
    commune = await settle_commune(office.database)
    rows: Rows = {
        "chapters": [{"id": commune.chapter, "member_count": 50}],
        "posts": [{"person": "Kim Ngọc", "role": "cadre", "area": "Ấp Cái Cối", "kind": "women"}],
        "areas": [{"id": commune.hamlet.id, "name": "Ấp Đổi Tên"}],
    }
    for association, codes in (
        ("Hội Liên hiệp Phụ nữ", ["not-yours"]),
        ("Hội Nông dân", ["not-yours"] * 3),
    ):
        limits = Limits(frozenset({(commune.commune.id, association)}))
        plan = await office.plan(rows, limits=limits)
        assert [code for _, code in wrong(plan)] == codes


async def test_a_post_for_an_association_is_brought_in_and_out_again(office: Office) -> None:
    commune = await settle_commune(office.database)
    post = {
        "person": "Kim Ngọc",
        "role": "staff",
        "area": "Xã Long Vĩnh",
        "association": "hoi lien hiep phu nu",
    }
    await office.bring_in({"posts": [post]})
    stored = [value for value in await office.rows("posts") if value.person_id == commune.stranger]
    assert [value.association for value in stored] == ["Hội Liên hiệp Phụ nữ"]
    assert (await office.plan({"posts": [post]})).is_empty
    await office.export()
    assert (await office.plan_file()).is_empty
    for changed, code in (
        (post | {"association": "Hội lạ"}, "unknown-association"),
        (post | {"kind": "women"}, "kind-or-association"),
    ):
        assert [found for _, found in wrong(await office.plan({"posts": [changed]}))] == [code]
    renamed: Rows = {"kinds": [{"code": "women", "association": "Hội khác"}]}
    assert [found for _, found in wrong(await office.plan(renamed))] == ["association-held"]


async def test_a_post_given_and_taken_away_on_one_day_stays_out_of_the_workbook(
    office: Office,
) -> None:
    commune = await settle_commune(office.database)
    async with office.database.write() as unit:
        gone = await people.add_post(
            unit,
            people.NewPost(
                person_id=commune.stranger,
                role=Role.STAFF,
                area_id=commune.commune.id,
                valid_from=TODAY,
            ),
        )
        await directory_changes.set_end(unit, gone, TODAY - timedelta(days=1))
    await office.export()
    assert (await office.plan_file()).is_empty
    again = {"person": "Kim Ngọc", "role": "staff", "area": "Xã Long Vĩnh", "valid_from": TODAY}
    plan = await office.plan({"posts": [again]})
    assert [len(rows) for rows in plan.adds.values()] == [1]
    inverted = again | {"valid_to": TODAY - timedelta(days=1)}
    plan = await office.plan({"posts": [inverted]})
    assert wrong(plan) == [("Nhiệm vụ!J2", "order")]
    (_, line) = fault_lines(plan.faults, "vi")
    assert line == "Nhiệm vụ!J2: “Đến hết ngày” sớm hơn “Từ ngày”"
