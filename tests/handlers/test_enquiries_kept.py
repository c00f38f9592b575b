import pytest

from domain.people import Role
from domain.refusals import BadInput, Conflict
from operations.context import ActorContext
from operations.maintenance.retention import apply_retention
from operations.people.erasing import erase_person
from operations.people.privacy import get_own_data
from operations.reactions import REACTIONS
from operations.topics.answering import answer_enquiry
from operations.topics.enquiring import send_enquiry
from storage import Database
from storage.people import people
from storage.tables.cadres import enquiry
from storage.tables.directory import audit
from storage.topics import enquiries
from tests.directory import POLICY, Directory, at, posts_of
from tests.handlers.office import Office, open_office
from tests.handlers.reported import go, later
from tests.handlers.test_enquiries import WORDS, count, three, told


@pytest.fixture
async def office(database: Database) -> Office:
    return await open_office(database, now=at(2, 9))


async def test_messages_are_paged_and_belong_to_those_who_look_after_the_chapter(
    office: Office,
) -> None:
    leader, cadre, _ = await three(office)
    for number in range(7):
        await go(leader, f"=Lời nhắn số {number}", "Có, gửi")
    await cadre.say("/loinhan")
    assert "Lời nhắn số 4" in cadre.last
    assert "Lời nhắn số 5" not in cadre.last
    await cadre.press("Trang sau")
    assert "Lời nhắn số 6" in cadre.last
    await leader.say("/loinhan 1")
    assert "Không tìm thấy lời nhắn này trong phạm vi" in leader.see()
    async with office.database.write() as unit:
        make = Directory(unit)
        neighbour = await make.person("Sơn Thị Hoa")
        await make.post(neighbour, Role.CADRE, area=office.commune.other_hamlet)
    other = await office.enrol(neighbour)
    await other.say("/loinhan")
    assert "Không có lời nhắn nào" in other.last
    await other.say("/loinhan 1-0-1")
    assert "Không tìm thấy lời nhắn này trong phạm vi" in other.see()


async def test_an_erased_persons_words_are_gone(office: Office) -> None:
    leader, cadre, _ = await three(office)
    await go(leader, f"={WORDS}", "Có, gửi")
    await go(cadre, "=/loinhan", "Thạch Thị Lan", "Viết câu trả lời", "=Tôi đến ngay")
    async with office.database.read() as unit:
        mine = await get_own_data(unit, office.commune.leader)
        theirs = await get_own_data(unit, office.commune.cadre)
    assert (mine["messages"][0]["text"], theirs["answers"][0]["answer"]) == (WORDS, "Tôi đến ngay")
    for person in (office.commune.leader, office.commune.cadre):
        async with office.database.write() as unit:
            await erase_person(unit, person, by=None, policy=POLICY, now=office.town.now)
    async with office.database.read() as unit:
        (row,) = await unit.all(enquiry.select())
        assert (row.text, row.answer) == ("", "")
        assert not [item for item in await unit.all(audit.select()) if WORDS in str(item)]
    assert await told(office, office.commune.cadre) == []


async def test_messages_are_kept_for_two_years(office: Office) -> None:
    leader, _, _ = await three(office)
    await go(leader, f"={WORDS}", "Có, gửi")
    for days, left in ((729, 1), (731, 0)):
        later(office.town, days=days - (0 if left else 729))
        async with office.database.write() as unit:
            await apply_retention(unit, policy=POLICY, now=office.town.now)
        assert await count(office) == left


async def test_no_message_is_empty_or_without_end(office: Office) -> None:
    await three(office)
    posts = await posts_of(office.database, office.commune.leader)
    for text, refused in (
        (" ", "ask-bad-length"),
        ("x", "ask-bad-length"),
        ("x" * 2001, "words-too-long"),
    ):
        async with office.database.write() as unit:
            by = (await people.persons(unit, [office.commune.leader]))[office.commune.leader]
            with pytest.raises(BadInput, match=refused):
                await send_enquiry(
                    ActorContext(unit, by, posts, POLICY, at(2), REACTIONS),
                    office.commune.chapter,
                    text,
                )


async def test_an_answer_to_an_older_state_changes_nothing(office: Office) -> None:
    leader, _, _ = await three(office)
    await go(leader, f"={WORDS}", "Có, gửi")
    posts = await posts_of(office.database, office.commune.cadre)
    async with office.database.write() as unit:
        by = (await people.persons(unit, [office.commune.cadre]))[office.commune.cadre]
        (row,) = await unit.all(enquiry.select())

        async def answer(words: str) -> None:
            await answer_enquiry(
                ActorContext(unit, by, posts, POLICY, at(3), REACTIONS), row.id, words, version=0
            )

        await answer("Lần đầu")
        with pytest.raises(Conflict) as conflict:
            await answer("Lần sau")
        assert conflict.value.facts["answer"] == "Lần đầu"
        found = await enquiries.find(unit, row.id)
    assert found is not None
    assert found.answer == "Lần đầu"
