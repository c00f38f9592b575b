"""Names that differ by their marks alone are two, unless one is written without any."""

from operations.workbook import fault_lines
from tests.directory import Directory
from tests.operations.workbook.offices import CHAPTER, KINDS, Office, Rows, wrong

COMMUNE = {"name": "Xã Long Vĩnh", "level": "xã"}
HAMLETS = [
    {"name": name, "level": "ấp", "parent": "Xã Long Vĩnh"}
    for name in ("Ấp Thanh Hòa", "Ấp Thạnh Hòa")
]
WHOLE: Rows = {
    "areas": [COMMUNE, *HAMLETS],
    "kinds": KINDS,
    "chapters": [
        CHAPTER | {"name": f"Chi hội phụ nữ {area['name'].lower()}", "area": area["name"]}
        for area in HAMLETS
    ],
    "people": [{"name": "Nguyễn Thị Hoa"}, {"name": "Nguyễn Thị Hòa"}],
    "posts": [
        {
            "person": "Nguyễn Thị Hòa",
            "role": "leader",
            "chapter": "Chi hội phụ nữ ấp Thạnh Hoà",
            "area": "Ấp Thạnh Hòa",
        }
    ],
}


async def test_places_and_people_with_like_names_are_told_apart(office: Office) -> None:
    await office.bring_in(WHOLE)
    hoa, hoaf = await office.rows("people")
    _, first, second = await office.rows("areas")
    chapters = {value.area_id: value for value in await office.rows("chapters")}
    (post,) = await office.rows("posts")
    assert {hoa.name, hoaf.name} == {"Nguyễn Thị Hoa", "Nguyễn Thị Hòa"}
    assert (post.person_id, post.chapter_id) == (hoaf.id, chapters[second.id].id)
    assert set(chapters) == {first.id, second.id}
    assert (await office.plan(WHOLE)).is_empty
    await office.export()
    assert (await office.plan_file()).is_empty


async def test_a_name_without_marks_that_fits_two_is_asked_about(office: Office) -> None:
    await office.bring_in(WHOLE)
    asked: list[tuple[Rows, str]] = [
        ({"people": [{"name": "Nguyen Thi Hoa"}]}, "Người!B2"),
        ({"duties": [{"area": "ap thanh hoa", "visits": 1, "per": "quarter"}]}, "Phân công dự!B2"),
    ]
    for rows, cell in asked:
        plan = await office.plan(rows)
        assert wrong(plan) == [(cell, "several")], fault_lines(plan.faults, "vi")


async def test_marks_that_differ_from_a_stored_name_are_asked_about(office: Office) -> None:
    await office.bring_in({**WHOLE, "areas": [COMMUNE, HAMLETS[0]], "chapters": [], "posts": []})
    alone: Rows = {"areas": [HAMLETS[1]], "people": [{"name": "Nguyễn Thị Họa"}]}
    plan = await office.plan(alone)
    assert {doubt.known for doubt in plan.doubts} >= {"Ấp Thanh Hòa"}
    both = await office.plan({"areas": HAMLETS})
    assert both.doubts == []
    assert [add["name"] for add in both.adds["areas"]] == ["Ấp Thạnh Hòa"]


async def test_one_name_twice_is_still_a_fault_in_any_spelling(office: Office) -> None:
    rows: Rows = {
        "areas": [COMMUNE, {**HAMLETS[0], "name": "Ấp Thanh Hoà"}, HAMLETS[0]],
        "people": [{"name": "Nguyen Thi Hoa"}, {"name": "Nguyễn Thị Hòa"}],
    }
    plan = await office.plan(rows)
    assert wrong(plan) == [("Địa bàn!B4", "twice"), ("Người!B3", "twice")]


async def test_of_two_likes_the_one_that_is_spelt_so_is_meant(office: Office) -> None:
    async with office.database.write() as unit:
        for name in ("Kim Sa Rây", "Kim Sa Ray"):
            await Directory(unit).person(name)
    plan = await office.plan({"people": [{"name": "Kim Sa Ray"}]})
    assert plan.is_empty, (plan.faults.listed, plan.doubts)
