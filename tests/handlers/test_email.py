"""Staff give an address, confirm it by a code, and get letters until they want none."""

import re
from collections.abc import AsyncIterator
from email.message import EmailMessage
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from bot.email import stop_routes
from channels.email.channel import EmailChannel
from channels.email.channel import MailServer as Server
from domain.files import StoredFile
from domain.mailboxes import Wish
from domain.people import Role
from handlers.registry import build_handlers
from operations.exports.asking import SheetFormat
from operations.letters import letter_addresses
from operations.maintenance.health import note_disk, tell_administrators
from operations.messaging.bounces import note_bounce
from operations.notifications.digest_letters import change_letter, list_letter_changes
from operations.notifications.digesting import due_digests, post_digest
from operations.people.erasing import erase_person
from operations.people.mailboxes import MailRules
from storage import Database
from storage.directory import digest_targets
from storage.messages import mailboxes
from tests.codes import counting_bytes
from tests.directory import POLICY, Directory, at
from tests.handing_over import hand_over
from tests.handlers.office import Office, open_office
from tests.handlers.reported import go
from tests.handlers.test_documents import TO_THE_CARD, make
from tests.operations.planned import send
from tests.operations.test_ways import queue
from tests.smtp import PASSWORD, USER, MailServer, mail_server
from tests.talks import Phone

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
SITE = "https://sinhhoat.example.vn"
NGAN, OTHER = "ngan@xa.gov.vn", "ngan@khac.gov.vn"


class Desk:
    """An office with a mail server: `post` sends what waits, `letters` is what came."""

    def __init__(self, office: Office, mail: MailServer, files: Path) -> None:
        self.office, self.mail, self.files = office, mail, files

    async def post(self) -> list[EmailMessage]:
        """Sends what waits for mailboxes; returns the letters that came by it."""
        seen, town = len(self.mail.letters), self.office.town
        server = Server(
            host="localhost",
            port=self.mail.port,
            security="starttls",
            sender=USER,
            user=USER,
            password=PASSWORD,
            ca_file=self.mail.ca_file,
        )
        channel = EmailChannel(
            server, stop_url=lambda token: f"{SITE}/mail/stop/{token}", clock=lambda: town.now
        )
        await hand_over(channel, self.office, self.files)
        await town.run()
        return [mail for _, mail in self.mail.letters[seen:]]

    async def confirm(self, phone: Phone, email: str = NGAN) -> None:
        await go(phone, "=/caidat", "Thư điện tử", f"={email}")
        await phone.say(read_code(*await self.post()))


def read_code(letter: EmailMessage) -> str:
    body = letter.get_body(("plain",))
    assert body is not None
    found = re.search(r"[A-Z0-9]{3}-[A-Z0-9]{3}", body.get_content())
    assert found
    return found[0]


@pytest.fixture
async def desk(database: Database, tmp_path: Path) -> AsyncIterator[Desk]:
    office = await open_office(database, now=at(20))
    office.town.registry = build_handlers(
        public_url="",
        random_bytes=counting_bytes(700),
        mail=MailRules(domains=frozenset({"gov.vn"}), random_bytes=counting_bytes(900)),
    )
    async with mail_server(tmp_path) as mail:
        yield Desk(office, mail, tmp_path)


async def test_nothing_goes_to_an_address_before_its_code_was_typed(desk: Desk) -> None:
    staff = await desk.office.enrol(desk.office.commune.staff)
    await go(staff, "=/caidat", "Thư điện tử")
    for typed in ("ngan", f"{NGAN}\nBcc: ai@khac.vn", "ngan@", "a b@xa.gov.vn", "x" * 80 + NGAN):
        await staff.say(typed)
        assert "chưa đúng" in staff.last
    await staff.say("ngan@gmail.com")
    assert "thuộc gov.vn" in staff.last
    await staff.say(NGAN)
    assert f"Đã gửi mã tới {NGAN}" in staff.last
    (letter,) = await desk.post()
    assert letter["To"] == NGAN
    assert read_code(letter) not in letter["Subject"]
    async with desk.office.database.read() as unit:
        assert await letter_addresses(unit, [desk.office.commune.staff], Wish.FILES) == {}
    await staff.say("ABCDEF")
    assert "chưa đúng" in staff.last
    await staff.say(read_code(letter).lower())
    assert "Đã xác nhận" in staff.last
    assert "Bản tổng hợp: có nhận" in staff.buttons


async def test_codes_can_be_neither_guessed_nor_sent_without_end(desk: Desk) -> None:
    staff = await desk.office.enrol(desk.office.commune.staff)
    await go(staff, "=/caidat", "Thư điện tử", f"={NGAN}")
    (letter,) = await desk.post()
    for _ in range(5):
        await staff.say("CCCCCC")
    await staff.say(read_code(letter))
    assert "không còn dùng được" in staff.last
    for number in range(4):
        await go(staff, "=/thudientu", f"=ngan{number}@xa.gov.vn")
    assert "Đã gửi mã" in staff.last
    await go(staff, "=/thudientu", f"={NGAN}")
    assert "thử lại vào ngày mai" in staff.last
    assert len(await desk.post()) == 1, "a code of an address that was replaced goes nowhere"


async def test_a_finished_document_comes_by_letter_too(desk: Desk) -> None:
    office = desk.office
    await send(office.database, office.commune.leader, office.meeting)
    staff = await office.enrol(office.commune.staff)
    await desk.confirm(staff)
    await go(staff, *TO_THE_CARD, "Nhận tệp Word")
    await make(office, desk.files)
    assert staff.from_bot[-1].message.attachments
    (letter,) = await desk.post()
    (enclosed,) = letter.iter_attachments()
    assert enclosed.get_filename() == "bao-cao-periodic-2026-q4.docx"
    await go(staff, "=thư điện tử", "Văn bản, bảng đã yêu cầu: có nhận")
    async with office.database.read() as unit:
        assert await letter_addresses(unit, [office.commune.staff], Wish.FILES) == {}


async def change_letters(desk: Desk) -> int:
    async with desk.office.database.write() as unit:
        now = desk.office.town.now
        changes = await list_letter_changes(unit, policy=POLICY, now=now)
        for box, place in changes.values():
            await change_letter(unit, box, place, now=now)
    return len(changes)


async def post_digests(desk: Desk) -> list[EmailMessage]:
    stored = desk.files / "aa" / ("a" * 64)
    stored.parent.mkdir(exist_ok=True)
    stored.write_bytes(b"PK\x03\x04")
    sheet = StoredFile("a" * 64, SheetFormat.XLSX.mime, 4)
    async with desk.office.database.write() as unit:
        for digest in await due_digests(unit, policy=POLICY, now=desk.office.town.now):
            await post_digest(
                unit, digest, picture=sheet, workbook=sheet, now=desk.office.town.now
            )
    return await desk.post()


async def test_digests_come_with_all_that_belongs_to_them_until_one_press_stops_them(
    desk: Desk,
) -> None:
    office = desk.office
    staff = await office.enrol(office.commune.staff)
    await desk.confirm(staff)
    assert await change_letters(desk) == 1
    assert await change_letters(desk) == 0
    office.town.now = at(23, 9)
    (letter,) = await post_digests(desk)
    assert "THÁNG 11/2026" in letter["Subject"]
    assert len([*letter.iter_attachments()]) == 2
    assert await post_digests(desk) == []

    link = letter["List-Unsubscribe"].strip(" <>")
    routes = stop_routes(office.database, language="vi", clock=lambda: office.town.now)
    transport = httpx.ASGITransport(Starlette(routes=routes))
    async with httpx.AsyncClient(transport=transport, base_url=SITE) as reader:
        looked = await reader.get(link)
        assert (looked.status_code, "Thôi nhận thư" in looked.text) == (200, True)
        assert await change_letters(desk) == 0, "mail scanners open links"
        for _ in range(2):
            done = await reader.post(link, data={"List-Unsubscribe": "One-Click"})
            assert done.status_code == 200
        assert (await reader.post(f"{link}0")).status_code == 404
        assert (await reader.get(f"{SITE}/mail/stop/0")).status_code == 404
    office.town.now = at(30, 9)
    assert await change_letters(desk) == 0
    assert await post_digests(desk) == []
    await staff.say("thư điện tử")
    assert "thôi nhận thư" in staff.last
    await staff.press("Nhận thư trở lại")
    assert await change_letters(desk) == 1


async def test_a_mailbox_that_is_gone_gets_nothing_more_and_its_person_hears_of_it(
    desk: Desk,
) -> None:
    office = desk.office
    async with office.database.write() as unit:
        await Directory(unit).post(
            office.commune.staff, Role.ADMINISTRATOR, area=office.commune.commune
        )
    staff = await office.enrol(office.commune.staff)
    await desk.confirm(staff)
    desk.mail.answers[NGAN] = "550 5.1.1 no such mailbox"
    async with office.database.write() as unit:
        await note_disk(unit, free=1)
        await tell_administrators(unit, policy=POLICY, now=office.town.now)
    assert await desk.post() == []
    assert "Thư gửi tới ngan@xa.gov.vn bị trả lại" in staff.last
    assert await change_letters(desk) == 0
    await staff.say("thư điện tử")
    assert "đang bị trả lại" in staff.last
    del desk.mail.answers[NGAN]
    await go(staff, "Đổi địa chỉ", f"={NGAN}")
    await staff.say(read_code(*await desk.post()))
    async with office.database.write() as unit:
        await tell_administrators(unit, policy=POLICY, now=at(21))
    letters = await desk.post()
    assert any("ổ đĩa chỉ còn" in str(letter["Subject"]) for letter in letters)


async def test_who_leaves_the_office_or_is_erased_leaves_no_address(desk: Desk) -> None:
    office, staff_id = desk.office, desk.office.commune.staff
    leader = await office.enrol(office.commune.leader)
    await leader.say("thư điện tử")
    assert "dành cho cán bộ tổng hợp" in leader.last
    staff = await office.enrol(staff_id)
    await desk.confirm(staff)
    await change_letters(desk)
    async with office.database.write() as unit:
        await erase_person(unit, staff_id, by=None, policy=POLICY, now=office.town.now)
    async with office.database.read() as unit:
        assert await mailboxes.of_person(unit, staff_id) is None
        assert await digest_targets.list_live(unit) == []
    assert await change_letters(desk) == 0


async def test_a_letter_that_came_back_later_ends_them_and_a_forged_report_does_not(
    desk: Desk,
) -> None:
    office = desk.office
    staff = await office.enrol(office.commune.staff)
    await desk.confirm(staff)
    async with office.database.write() as unit:
        box = await mailboxes.of_person(unit, office.commune.staff)
        assert box is not None
        here = (await letter_addresses(unit, [box.person_id], Wish.MISSED))[box.person_id]
        row = await queue(unit, here, "Nhắc")
    (letter,) = await desk.post()
    assert letter["Message-ID"] == f"<{row.id}.1@xa.gov.vn>"
    now = office.town.now
    async with office.database.write() as unit:
        forged = await note_bounce(unit, "0" * 32, outbox_id=row.id, policy=POLICY, now=now)
        assert not forged
        assert (await mailboxes.of_person(unit, box.person_id)) == box
        token = here.address.user
        assert await note_bounce(unit, token, outbox_id=row.id, policy=POLICY, now=now)
        assert await note_bounce(unit, token, outbox_id=row.id, policy=POLICY, now=now)
    await office.town.run()
    assert sum("bị trả lại" in bubble.text for bubble in staff.from_bot) == 1
    assert "Nhắc" in [bubble.text for bubble in staff.from_bot], "it goes by the chat instead"
    async with office.database.read() as unit:
        assert await letter_addresses(unit, [box.person_id], Wish.DIGESTS) == {}
