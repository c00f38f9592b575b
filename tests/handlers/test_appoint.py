from datetime import date, timedelta

from domain.people import Role
from storage import Database
from storage.cadres import attendance
from storage.directory import directory_changes
from storage.people import people
from tests.directory import POLICY, Directory, at, held, posts_of
from tests.handlers.office import Office, open_office
from tests.handlers.reported import FORM, TOPIC, USUAL, drafts_of, find_report, go, live
from tests.operations.planned import send
from tests.reminding import all_due
from tests.talks import Phone


async def open_seat(office: Office, role: str, *, by: int = 0) -> Phone:
    phone = await office.enrol(by or office.commune.staff)
    await phone.say(f"/donvi c{office.commune.chapter}")
    await phone.press(role)
    return phone


async def holders(office: Office, role: Role, day: date) -> list[str]:
    async with office.database.read() as unit:
        found = await people.holders(unit, [office.commune.chapter], roles=[role], day=day)
    return [holder.person.name for holder in found.get(office.commune.chapter, ())]


async def reminded(office: Office, day: int) -> set[int]:
    async with office.database.read() as unit:
        due = await all_due(unit, policy=POLICY, now=at(day, 8))
    return {reminder.person_id for reminder in due}


async def test_the_new_leader_sees_the_history_and_the_old_one_no_longer(
    database: Database,
) -> None:
    office = await open_office(database, now=at(6))
    await send(database, office.commune.leader, office.meeting, held())
    old = await office.enrol(office.commune.leader)
    new = await office.enrol(office.commune.stranger)
    staff = await open_seat(office, "Người đứng đầu")
    await staff.press("Thay Thạch Thị Lan")
    await staff.say("Kim Ngọc Hân")
    assert "Chưa có ai tên" in staff.last
    await staff.say("bé")
    await staff.press("Trần Thị Bé")
    assert "Đang ghi: Thạch Thị Lan" in staff.last
    assert "Sửa thành: Trần Thị Bé" in staff.last
    await staff.press("Ghi thay đổi")
    await staff.say("/nhatky")
    assert "– Người giữ: Thạch Thị Lan → Trần Thị Bé" in staff.last
    deputy = await office.enrol(office.commune.deputy)
    await deputy.say("/lichsu")
    assert any("11/2026" in label for label in deputy.buttons)
    await old.say(f"/lichsu {office.meeting.id}")
    assert "28" not in old.last
    await old.say("/baocao")
    assert "Chi hội" not in old.last
    await new.say("/lichsu")
    assert "11/2026" not in " ".join(new.buttons)


async def test_a_phone_number_that_nobody_has_is_no_name_for_somebody_new(
    database: Database,
) -> None:
    office = await open_office(database)
    staff = await open_seat(office, "Người đứng đầu")
    await go(staff, "Thay Thạch Thị Lan", "=0977 123 456")
    assert "Chưa có ai dùng số điện thoại “0977 123 456”" in staff.last
    assert not any("Người mới" in button for button in staff.buttons)
    await go(staff, "=Sơn Thị Mỹ Duyên", "Người mới: Sơn Thị Mỹ Duyên")
    assert "Số điện thoại của Sơn Thị Mỹ Duyên" in staff.last


async def test_a_new_person_comes_into_the_directory_with_the_post(database: Database) -> None:
    office = await open_office(database)
    staff = await open_seat(office, "Người đứng đầu")
    await go(staff, "Thay Thạch Thị Lan", "=Sơn Thị Mỹ Duyên", "Người mới: Sơn Thị Mỹ Duyên")
    for no_phone in ("không có", "15/05/1975", "084175001234", "912345678"):
        await staff.say(no_phone)
        assert "chưa hiểu số điện thoại" in staff.last
    await staff.say("(+84) 912 345 678")
    assert "Sửa thành: Sơn Thị Mỹ Duyên 0912345678" in staff.last
    await staff.press("Ghi thay đổi")
    assert await holders(office, Role.LEADER, date(2026, 11, 5)) == ["Sơn Thị Mỹ Duyên"]
    await staff.press("Hoàn tác")
    assert await holders(office, Role.LEADER, date(2026, 11, 5)) == ["Thạch Thị Lan"]
    await staff.say("/nhatky")
    assert "– Người giữ: Sơn Thị Mỹ Duyên → Thạch Thị Lan" in staff.last
    await staff.say("/donvi 0912345678")
    assert "Sơn Thị Mỹ Duyên" not in staff.buttons


async def test_whoever_gets_a_post_is_told(database: Database) -> None:
    office = await open_office(database)
    deputy = await office.enrol(office.commune.deputy)
    staff = await open_seat(office, "Người đứng đầu")
    await go(staff, "Thay Thạch Thị Lan", "=bé", "Trần Thị Bé", "Ghi thay đổi")
    assert "Đồng chí được giao làm chi hội trưởng" in deputy.last


async def test_a_stand_in_is_reminded_and_reports_and_it_ends_by_itself(
    database: Database,
) -> None:
    office = await open_office(database, now=at(1))
    leader = await office.enrol(office.commune.leader)
    deputy = await office.enrol(office.commune.deputy)
    staff = await open_seat(office, "Người đứng đầu")
    await staff.press("Tạm thay Thạch Thị Lan")
    await go(staff, "=bé", "Trần Thị Bé", "=2/11", "=10/11")
    assert "Trần Thị Bé thay, từ 02/11/2026 đến hết 10/11/2026" in staff.last
    await staff.press("Ghi thay đổi")
    assert await reminded(office, 5) == {office.commune.deputy}
    office.town.now = at(5, 20)
    await go(deputy, "=/baocao", *USUAL)
    assert "Đã nhận báo cáo" in deputy.see()
    assert "Trần Thị Bé" in leader.last
    office.town.now = at(11)
    async with database.read() as unit:
        posts = (await people.posts_of(unit, [office.commune.deputy]))[office.commune.deputy]
    assert [post.role for post in posts if post.holds_on(date(2026, 11, 11))] == [Role.DEPUTY]
    assert await reminded(office, 5 + 25) <= {office.commune.leader}


async def test_without_a_stand_in_the_leader_is_reminded(database: Database) -> None:
    office = await open_office(database, now=at(1))
    await office.enrol(office.commune.leader)
    await office.enrol(office.commune.deputy)
    assert await reminded(office, 5) == {office.commune.leader}


async def test_a_stand_in_for_a_cadre_gets_the_evenings_of_the_whole_hamlet(
    database: Database,
) -> None:
    office = await open_office(database, now=at(2))
    staff = await open_seat(office, "Cán bộ phụ trách")
    await go(staff, "Tạm thay Lê Văn Sáu", "=bé", "Trần Thị Bé")
    await go(staff, "=hôm nay", "=10/11")
    assert "mọi đơn vị đồng chí ấy phụ trách ở ấp Cái Cối" in staff.last
    await staff.press("Ghi thay đổi")
    async with database.read() as unit:
        rows = await attendance.list_of(unit, [office.meeting.id])
    assert {row.person_id for row in rows} == {office.commune.deputy}
    await staff.press("Hoàn tác")
    async with database.read() as unit:
        rows = await attendance.list_of(unit, [office.meeting.id])
    assert {row.person_id for row in rows} == {office.commune.cadre}


async def test_days_that_cannot_be_are_asked_again(database: Database) -> None:
    office = await open_office(database)
    staff = await open_seat(office, "Người đứng đầu")
    await go(staff, "Tạm thay Thạch Thị Lan", "=bé", "Trần Thị Bé")
    await staff.say("khi nào rảnh")
    assert "chưa hiểu ngày" in staff.last
    await staff.say("1/11/2026")
    assert "không được trước hôm nay" in staff.last
    await go(staff, "=20/11", "=10/11/2026")
    assert "không được" in staff.last
    assert await holders(office, Role.LEADER, date(2026, 11, 20)) == ["Thạch Thị Lan"]


async def test_a_post_taken_away_comes_back_from_the_trash(database: Database) -> None:
    office = await open_office(database)
    staff = await open_seat(office, "Cấp phó")
    await go(staff, "Thôi nhiệm vụ: Trần Thị Bé", "Ghi thay đổi")
    assert await holders(office, Role.DEPUTY, date(2026, 11, 5)) == []
    office.town.now += timedelta(days=20)
    await staff.say("/thaydoi trash")
    assert "Trần Thị Bé → chưa có ai" in staff.last
    await staff.press("Khôi phục 1")
    assert await holders(office, Role.DEPUTY, date(2026, 11, 5)) == ["Trần Thị Bé"]
    await staff.say("/thaydoi trash")
    assert "không có gì" in staff.last


async def test_a_leader_is_not_brought_back_beside_a_new_one(database: Database) -> None:
    office = await open_office(database)
    staff = await open_seat(office, "Người đứng đầu")
    await go(staff, "Thôi nhiệm vụ: Thạch Thị Lan", "Ghi thay đổi")
    await go(staff, f"=/donvi c{office.commune.chapter}", "Người đứng đầu", "Thêm người")
    await go(staff, "=bé", "Trần Thị Bé", "Ghi thay đổi")
    await go(staff, "=/thaydoi trash", "Khôi phục 1")
    assert "vừa sửa mục này" in staff.last
    assert await holders(office, Role.LEADER, date(2026, 11, 5)) == ["Trần Thị Bé"]


async def test_two_officers_who_replace_the_same_leader_notice_each_other(
    database: Database,
) -> None:
    office = await open_office(database)
    first = await open_seat(office, "Người đứng đầu")
    await go(first, "Thay Thạch Thị Lan", "=bé", "Trần Thị Bé")
    other = await second_officer(office)
    second = await open_seat(office, "Người đứng đầu", by=other)
    await go(second, "Thay Thạch Thị Lan", "=sáu", "Lê Văn Sáu", "Ghi thay đổi")
    await first.press("Ghi thay đổi")
    assert "Sơn Thị Mai vừa sửa mục này" in first.last
    assert await holders(office, Role.LEADER, date(2026, 11, 5)) == ["Lê Văn Sáu"]


async def second_officer(office: Office) -> int:
    async with office.database.write() as unit:
        person = await people.add(unit, name="Sơn Thị Mai", now=at(1))
        await people.add_post(
            unit,
            people.NewPost(
                person_id=person.id,
                role=Role.STAFF,
                valid_from=date(2020, 1, 1),
                area_id=office.commune.commune.id,
            ),
        )
    return person.id


async def test_a_cadre_appoints_nobody(database: Database) -> None:
    office = await open_office(database)
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say(f"/bonhiem {office.commune.chapter}-leader")
    assert "Thay Thạch Thị Lan" not in cadre.buttons
    assert len(await posts_of(database, office.commune.leader)) == 1


async def test_staff_of_an_association_lend_its_cadre_and_nobody_elses(database: Database) -> None:
    office = await open_office(database, now=at(6))
    commune, women = office.commune, "Hội Liên hiệp Phụ nữ"
    async with database.write() as unit:
        make = Directory(unit)
        officer, cadre = await make.person("Lâm Thị Hoa"), await make.person("Sơn Thị Út")
        await make.post(officer, Role.STAFF, area=commune.commune, association=women)
        await make.post(cadre, Role.CADRE, area=commune.hamlet, association=women)
    staff = await open_seat(office, "Cán bộ phụ trách", by=officer)
    await go(staff, "Tạm thay Sơn Thị Út", "=bé", "Trần Thị Bé", "=hôm nay", "=20/11")
    assert "Ấp Cái Cối" in staff.last
    await staff.press("Ghi thay đổi")
    (lent,) = [post for post in await posts_of(database, commune.deputy) if post.stands_in_for]
    assert (lent.area_id, lent.association) == (commune.hamlet.id, women)
    await staff.say(f"/donvi c{commune.chapter}")
    await go(staff, "Cán bộ phụ trách", "Tạm thay Lê Văn Sáu", "=kim", "Người mới")
    await go(staff, "Bỏ qua", "=hôm nay", "=20/11")
    assert "không được phân công phụ trách địa bàn" in staff.see()


async def replace_leader(office: Office, staff: Phone, name: str = "Trần Thị Bé") -> None:
    await staff.say(f"/donvi c{office.commune.chapter}")
    await staff.press("Người đứng đầu")
    await staff.press("Thay Thạch Thị Lan")
    await staff.say(name)
    await staff.press(name)
    await staff.press("Ghi thay đổi")


async def test_what_a_replaced_leader_had_begun_goes_to_the_new_one(database: Database) -> None:
    office = await open_office(database, now=at(6))
    old = await office.enrol(office.commune.leader)
    new = await office.enrol(office.commune.deputy)
    staff = await office.enrol(office.commune.staff)
    await go(await reporting(old), *FORM)
    await replace_leader(office, staff)
    await old.press("Gửi báo cáo")
    assert "không còn do đồng chí phụ trách" in old.see()
    office.town.now += timedelta(hours=1)
    await office.town.run()
    assert "Trần Thị Bé được giao làm chi hội trưởng" in old.see()
    assert "đang ghi được chuyển cho đồng chí Trần Thị Bé" in old.see()
    assert "Thạch Thị Lan đã ghi một phần báo cáo" in new.see()
    assert await find_report(office) is None
    await new.press("Làm tiếp")
    assert "28" in new.last
    await new.press("Gửi báo cáo")
    assert (await live(office)).person_id == office.commune.deputy


async def test_a_draft_waits_for_a_leader_who_comes_later(database: Database) -> None:
    office = await open_office(database, now=at(6))
    old = await office.enrol(office.commune.leader)
    await go(await reporting(old), *FORM)
    async with database.write() as unit:
        make = Directory(unit)
        for person in (office.commune.leader, office.commune.deputy):
            (mine,) = await make.posts(person)
            await directory_changes.set_end(unit, mine.id, at(5).date())
    await old.press("Gửi báo cáo")
    assert "được giữ và chuyển cho người phụ trách mới" in old.last
    async with database.write() as unit:
        await Directory(unit).post(
            office.commune.stranger, Role.LEADER, chapter=office.commune.chapter
        )
    new = await office.enrol(office.commune.stranger)
    await new.say("/baocao")
    await new.press("Làm tiếp")
    assert "28" in new.last


async def two_drafts(office: Office) -> tuple[Phone, Phone]:
    """The former leader has answered everything, the new one two questions; both are kept."""
    old = await office.enrol(office.commune.leader)
    new = await office.enrol(office.commune.deputy)
    staff = await office.enrol(office.commune.staff)
    await go(await reporting(old), *FORM)
    await go(await reporting(new), "Đúng như trên", "=21")
    await replace_leader(office, staff)
    office.town.now += timedelta(hours=1)
    await office.town.run()
    assert "Thạch Thị Lan đã ghi một phần báo cáo" in new.see()
    assert "bên cạnh bản của đồng chí" in new.see()
    return old, new


async def test_of_two_drafts_the_new_leader_takes_over_the_former_one(
    database: Database,
) -> None:
    office = await open_office(database, now=at(6))
    old, new = await two_drafts(office)
    assert await drafts_of(database, office.commune.leader) == []
    assert "đang ghi được chuyển cho đồng chí Trần Thị Bé" in old.see()
    await new.say("/baocao")
    assert "– Có mặt: 28" in new.last
    assert "– Có mặt: 21" in new.last
    await new.press("Dùng bản của Thạch Thị Lan")
    assert "Có mặt: 28" in new.last
    await new.press("Gửi báo cáo")
    report = await live(office)
    assert (report.person_id, report.answers.present) == (office.commune.deputy, 28)
    assert await drafts_of(database, office.commune.deputy) == []


async def test_every_former_leaders_draft_is_shown_one_after_the_other(
    database: Database,
) -> None:
    office = await open_office(database, now=at(6))
    await two_drafts(office)
    third = await office.enrol(office.commune.stranger)
    async with database.write() as unit:
        make = Directory(unit)
        await make.post(office.commune.stranger, Role.LEADER, chapter=office.commune.chapter)
    await go(await reporting(third), "Đúng như trên", "=17", "=/menu")
    async with database.write() as unit:
        for post in await Directory(unit).posts(office.commune.deputy):
            await directory_changes.set_end(unit, post.id, at(5).date())
    await third.say("/baocao")
    assert await drafts_of(database, office.commune.deputy) == []
    assert "– Có mặt: 17" in third.last
    first = "28" if "– Có mặt: 28" in third.last else "21"
    await third.press("Giữ bản của tôi")
    other = "21" if first == "28" else "28"
    assert f"– Có mặt: {other}" in third.last
    assert f"– Có mặt: {first}" not in third.last
    await third.press("Dùng bản của")
    await go(third, "=/menu", "=/baocao")
    offered = [label for label in third.buttons if label.startswith("Dùng bản của")]
    assert len(offered) == 2, "both that were not chosen are one tap away"
    await go(third, "Dùng bản của Kim Ngọc", "=/menu", "=/baocao", "Làm tiếp", "Không có chủ đề")
    await go(third, "Xong", "Có dự", "Không có", "Gửi báo cáo")
    assert (await live(office)).answers.present == 17
    assert await drafts_of(database, office.commune.stranger) == []


async def test_of_two_drafts_the_new_leader_keeps_hers_and_may_still_change_her_mind(
    database: Database,
) -> None:
    office = await open_office(database, now=at(6))
    _, new = await two_drafts(office)
    await new.say("/baocao")
    await new.press("Giữ bản của tôi")
    assert TOPIC in new.last
    await go(new, "=/menu", "=/baocao")
    await new.press("Dùng bản của Thạch Thị Lan")
    assert "Có mặt: 28" in new.last
    await go(new, "=/menu", "=/baocao")
    await new.press("Dùng bản của Trần Thị Bé")
    assert TOPIC in new.last


async def test_a_report_is_not_sent_past_the_former_leader_s_draft(database: Database) -> None:
    office = await open_office(database, now=at(6))
    _, new = await two_drafts(office)
    await go(new, *FORM[2:], "Gửi báo cáo")
    assert "có hai bản nháp" in new.last
    assert await find_report(office) is None
    await go(new, "Giữ bản của tôi", "Gửi báo cáo")
    assert (await live(office)).answers.present == 21


async def test_a_draft_without_answers_gives_way_to_the_former_leader_s(
    database: Database,
) -> None:
    office = await open_office(database, now=at(6))
    old = await office.enrol(office.commune.leader)
    new = await office.enrol(office.commune.deputy)
    staff = await office.enrol(office.commune.staff)
    await go(await reporting(old), *FORM)
    await reporting(new)
    await replace_leader(office, staff)
    await go(new, "=/menu", "=/baocao")
    if "Làm tiếp" in new.buttons:
        await new.press("Làm tiếp")
    assert "Có mặt: 28" in new.last


async def test_the_former_leader_s_draft_outlives_one_that_was_deleted(
    database: Database,
) -> None:
    office = await open_office(database, now=at(6))
    _, new = await two_drafts(office)
    await go(new, "Tạm dừng", "Xóa bản nháp", "=/baocao", "Làm tiếp")
    assert "Có mặt: 28" in new.last


async def reporting(phone: Phone) -> Phone:
    await phone.say("/baocao")
    if "Tiếp tục" in phone.buttons:
        await phone.press("Tiếp tục")
    return phone


async def test_a_cadre_who_is_stood_in_for_is_told_until_when_in_vietnamese(
    database: Database,
) -> None:
    office = await open_office(database, now=at(6))
    cadre = await office.enrol(office.commune.cadre)
    other = await office.enrol(office.commune.deputy)
    staff = await open_seat(office, "Cán bộ phụ trách")
    await staff.press("Tạm thay Lê Văn Sáu")
    await staff.say("Trần Thị Bé")
    await staff.press("Trần Thị Bé")
    await staff.say("10/11")
    await staff.say("20/11")
    await staff.press("Ghi thay đổi")
    assert "Trần Thị Bé tạm thay đồng chí làm Cán bộ phụ trách" in cadre.last
    assert "từ 10/11/2026 đến hết 20/11/2026" in cadre.last
    assert "tạm thay người làm Cán bộ phụ trách" in other.last
    assert "cadre" not in cadre.see() + other.see()
