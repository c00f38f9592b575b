from domain.people import Role
from storage import Database
from storage.messages import addresses
from tests.directory import Directory, at
from tests.handlers.office import open_office


async def test_staff_find_a_chapter_by_words_without_marks(database: Database) -> None:
    office = await open_office(database)
    staff = await office.enrol(office.commune.staff)
    await staff.say("/donvi")
    assert "Đồng chí gõ tên đơn vị" in staff.last
    await staff.say("phu nu la ghi")
    assert "1 kết quả" in staff.last
    await staff.press("Chi hội phụ nữ ấp La Ghi")
    assert "Ngày sinh hoạt: ngày 5" in staff.last
    assert "Chưa có người báo cáo" in staff.last


async def test_the_command_takes_the_words_at_once(database: Database) -> None:
    office = await open_office(database)
    staff = await office.enrol(office.commune.staff)
    await staff.say("/donvi Thạch Lan")
    await staff.press("Thạch Thị Lan")
    assert "Chi hội trưởng Chi hội phụ nữ ấp Cái Cối" in staff.last
    assert "Chưa có tài khoản." in staff.last


async def test_a_search_that_finds_nothing_says_so_and_goes_on(database: Database) -> None:
    office = await open_office(database)
    staff = await office.enrol(office.commune.staff)
    await staff.say("/donvi")
    await staff.say("không có đâu")
    assert "Không tìm thấy “không có đâu”" in staff.last
    await staff.say("cai coi")
    assert "kết quả" in staff.last


async def test_much_that_is_found_comes_in_pages(database: Database) -> None:
    office = await open_office(database)
    commune = office.commune
    async with database.write() as unit:
        make = Directory(unit)
        for number in range(9):
            await make.chapter(f"Tổ hội số {number}", commune.hamlet, commune.kind)
    staff = await office.enrol(commune.staff)
    await staff.say("/donvi to hoi so")
    assert "9 kết quả" in staff.last
    assert "Trang 1/2" in staff.last
    await staff.press("Trang sau")
    assert staff.buttons[0] == "Tổ hội số 8"
    await staff.press("Tổ hội số 8")
    await staff.press("Kết quả tìm")
    assert staff.buttons[0] == "Tổ hội số 0"


async def test_places_lead_down_to_chapters_and_people(database: Database) -> None:
    office = await open_office(database)
    staff = await office.enrol(office.commune.staff)
    await staff.say("/donvi")
    await staff.press("Xã Long Vĩnh")
    await staff.press("Ấp Cái Cối")
    await staff.press("Chi hội phụ nữ ấp Cái Cối")
    assert "Chi hội trưởng: Thạch Thị Lan" in staff.last
    assert "Chi hội phó: Trần Thị Bé" in staff.last
    assert "chưa có tài khoản" in staff.last
    await staff.press("Lê Văn Sáu")
    assert "Cán bộ phụ trách" in staff.last


async def test_nobody_finds_what_lies_beyond_their_reach(database: Database) -> None:
    office = await open_office(database)
    async with database.write() as unit:
        make = Directory(unit)
        far = await make.area("Xã Đôn Châu")
        away = await make.chapter("Chi hội xa", far, office.commune.kind)
        stranger = await make.person("Người Xa")
        await make.post(stranger, Role.LEADER, chapter=away)
    staff = await office.enrol(office.commune.staff)
    await staff.say("/donvi xa")
    assert "Chi hội xa" not in staff.see()
    assert "Người Xa" not in staff.see()
    for key in (f"c{away}", f"p{stranger}", f"a{far.id}"):
        await staff.say(f"/donvi {key}")
        assert "Chi hội xa" not in staff.last
        assert "Người Xa" not in staff.last


async def test_a_cadre_sees_their_hamlet_and_changes_nothing(database: Database) -> None:
    office = await open_office(database)
    commune = office.commune
    cadre = await office.enrol(commune.cadre)
    await cadre.say("/donvi phu nu")
    assert "Chi hội phụ nữ ấp La Ghi" not in cadre.see()
    await cadre.press("Chi hội phụ nữ ấp Cái Cối")
    assert "Sửa giờ" not in cadre.buttons
    await cadre.say(f"/thaydoi {commune.chapter}-place")
    assert "không" in cadre.last


async def test_a_leader_has_no_directory(database: Database) -> None:
    office = await open_office(database)
    leader = await office.enrol(office.commune.leader)
    await leader.say("/donvi Lê Văn Sáu")
    assert "Lê Văn Sáu" not in leader.last


async def test_who_cannot_be_reached_is_named_with_the_phone(database: Database) -> None:
    office = await open_office(database)
    leader = await office.enrol(office.commune.leader)
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("/chihoi")
    assert "Trần Thị Bé, chưa có số điện thoại: chưa có tài khoản" in cadre.last
    assert "Thạch Thị Lan" not in cadre.last
    async with database.write() as unit:
        (known,) = (await addresses.find_many(unit, [leader.address])).values()
        await addresses.set_reachable(unit, known.id, reachable=False, now=at(5))
    await cadre.say("/chihoi")
    assert "Lan, chưa có số điện thoại: không gửi tin được, đề nghị gọi điện" in cadre.last


async def test_the_meeting_day_is_said_in_english_to_who_wants_english(
    database: Database,
) -> None:
    office = await open_office(database)
    staff = await office.enrol(office.commune.staff)
    await staff.say("english")
    await staff.say(f"/directory c{office.commune.chapter}")
    assert "the 5th" in staff.last
    assert "ngày 5" not in staff.last
