"""Bad input and attack at the level of conversations: a clear sentence, nothing lost or leaked."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.channels import Channels
from bot.task_handlers import build_work
from channels.delivery import Rejected
from domain.files import LARGEST_FILE
from domain.inbound import FileRef, InboundKind
from domain.people import Role
from storage import Database
from storage.maintenance import tasks
from storage.messages import attachments
from tests.bot.house import Clock, Messenger
from tests.directory import POLICY, Directory
from tests.handlers.office import Office, open_office
from tests.handlers.reported import (
    FORM,
    PRESENT,
    REVIEW,
    TOPIC,
    USUAL,
    count_aside,
    find_report,
    go,
    live,
)
from tests.operations.planned import plan_all
from tests.pictures import MAKER, picture
from tests.talks import Phone

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

# Long ways to write nasty things; each is a text that somebody could send.
HOSTILE = (
    "<b>đậm</b> & <script>alert(1)</script>",
    "</b></i><a href='tg://user?id=1'>x</a>",
    "{ $chapter } { $x } {report-send} -term = x",
    "'; DROP TABLE report; --",
    "%s %d {0} {} {{}} ${PATH} $(id) `id`",
    "../../../../etc/passwd",
    "\u202eđảo ngược\u202c \u2066ab\u2069 \u200f",
    "ch\u0301u\u0302\u0301 nghi\u0303a",
    "a\u200bb\u200cc\u200dd\ufeffe\u00ad",
    "👨‍👩‍👧‍👦 👍🏽 🇻🇳 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "Z̷̢̧̛͙̪a̶̡̛l̴̨̛g̷̢̛o̸̧̢",
    "&amp; &lt; &#0; &#x202e;",
    "*_~`[](){}#+-=|!.\\",
    "\t\r\n dòng\r\ndòng \u2028 dòng \x0b",
    "ﷺ" * 50,
    "x" * 4096,
    "&" * 4096,
    "😀" * 2048,
    "dài " * 1000,
)
NAMELESS = ("", " ", "\u200b", "\u3164\u200b", "\u202e", "\n\n")


@pytest.fixture
async def office(database: Database) -> Office:
    return await open_office(database)


@pytest.fixture
async def leader(office: Office) -> Phone:
    return await office.enrol(office.commune.leader)


async def test_any_text_is_kept_as_an_answer_and_shown_as_it_is(
    office: Office, leader: Phone
) -> None:
    await go(leader, "Báo cáo", *FORM[:5])
    for text in HOSTILE:
        await go(leader, "Hạ tầng", f"={text}", "Xã")
        if "Không còn" not in leader.buttons:
            break
    assert REVIEW in leader.last
    await go(leader, "Gửi báo cáo", "Xem báo cáo", "Sửa báo cáo", "Sửa")
    kept = [difficulty.text for difficulty in (await live(office)).answers.difficulties]
    assert len(kept) == 10
    assert kept[:4] == list(HOSTILE[:4])
    assert await count_aside(office.database) == 0


@pytest.mark.parametrize("at", ["menu", "choice", "count", "topic", "review"])
async def test_any_text_is_answered_anywhere(office: Office, leader: Phone, at: str) -> None:
    moves = {"menu": 0, "choice": 1, "count": 2, "topic": 3, "review": 7}[at]
    for text in (*HOSTILE, *NAMELESS):
        await go(leader, "=/huy", f"=/baocao {office.meeting.id}"[: 6 if at == "menu" else None])
        if "Làm lại từ đầu" in leader.buttons:
            await leader.press("Làm lại từ đầu")
        await go(leader, *FORM[: max(moves - 1, 0)])
        before = leader.see()
        await leader.say(text)
        assert leader.see() != before
        assert not leader.screen[-1].mine, text
        assert leader.buttons, text
    assert await count_aside(office.database) == 0
    assert await find_report(office) is None


async def test_five_thousand_characters_are_refused_in_words_and_joined_in_two(
    office: Office, leader: Phone
) -> None:
    words = "đường " * 833
    await go(leader, "Báo cáo", *FORM[:5], "Hạ tầng", f"={words}")
    assert "dài quá 4" in leader.last
    assert "ghi ngắn gọn khó khăn" in leader.last
    await leader.type_ahead(words[:3996], words[3996:])
    await office.town.run()
    await go(leader, "Xã", "Không còn", "Gửi báo cáo")
    [told] = (await live(office)).answers.difficulties
    assert told.text.replace("\n", " ") == words.strip()


@pytest.mark.parametrize(
    ("typed", "present"),
    [
        ("２８", 28),
        ("٢٨", 28),
        ("२८", 28),
        ("hai mươi tám", 28),
        ("hai mu\u031boi ta\u0301m", 28),
        ("\u200b28\u200b", 28),
        ("\u202e28\u202c", 28),
        ("28/32", 28),
        ("28\u204432", 28),
        ("28 / 32, phép 2", 28),
    ],
)
async def test_a_number_in_any_script_is_read(
    office: Office, leader: Phone, typed: str, present: int
) -> None:
    await go(leader, "Báo cáo", "Đúng như trên", f"={typed}")
    assert TOPIC in leader.last
    await go(leader, *FORM[2:], "Gửi báo cáo")
    assert (await live(office)).answers.present == present


@pytest.mark.parametrize(
    "typed",
    ["0", "33", "33/32", "31", "-1", "99999999999999999999", "1e9", "28.5", "²⁸", "½", "28/0"],
)
async def test_a_count_that_cannot_be_is_refused_in_words(leader: Phone, typed: str) -> None:
    await go(leader, "Báo cáo", "Đúng như trên", f"={typed}")
    assert PRESENT in leader.last
    assert len(leader.last) > len(PRESENT) + len("Câu 2/6\n")


@pytest.mark.parametrize(
    "typed", ["28/11/2026", "ngày mai", "31/11", "30/2", "5/11/2020", "5/11/9999", "99/99", "0/0"]
)
async def test_a_day_that_cannot_be_is_refused_in_words(leader: Phone, typed: str) -> None:
    await go(leader, "Báo cáo", "Có điểm khác", "Ngày sinh hoạt", "Xong", f"={typed}")
    assert "tổ chức ngày nào" in leader.last
    assert not leader.last.startswith("Câu")


async def test_very_long_names_fit_into_every_message(office: Office) -> None:
    async with office.database.write() as unit:
        make = Directory(unit)
        name = ("Chi hội phụ nữ ấp có tên rất dài & <b>lạ</b> " * 6)[:198]
        for number in range(3):
            chapter = await make.chapter(
                f"{number} {name}", office.commune.hamlet, office.commune.kind
            )
            await make.post(office.commune.leader, Role.LEADER, chapter=chapter)
    await plan_all(office.database, office.town.now)
    leader = await office.enrol(office.commune.leader)
    for command in ("/menu", "/baocao", "/tinhhinh", "/lich", "/lichsu"):
        await leader.say(command)
        assert leader.screen[-1].text
    await go(leader, "=/baocao", "0 Chi hội", *USUAL)
    assert "Đã nhận báo cáo" in leader.last


class Store(Messenger):
    """A messenger that keeps the files that people sent."""

    def __init__(self, clock: Clock, *, files: dict[str, bytes]) -> None:
        super().__init__(clock)
        self.files = files

    async def fetch(self, file: FileRef) -> AsyncIterator[bytes]:
        data = self.files.get(file.file_id)
        if data is None:
            raise Rejected("no such file")
        for start in range(0, len(data), 65536):
            yield data[start : start + 65536]


JPEG = picture()
FILES = {
    "exe": b"MZ\x90\0" + b"\0" * 60,
    "html": b"<html><script>alert(1)</script>",
    "zip": b"PK\x03\x04" + b"\0" * 60,
    "empty": b"",
    "large": b"\xff\xd8\xff" + b"\0" * (LARGEST_FILE + 10),
    "good": JPEG,
}


async def fetch_all(office: Office, folder: Path) -> None:
    clock = Clock(office.town.now)
    channels = Channels([Store(clock, files=FILES)])
    work = build_work(office.database, channels, folder=folder, policy=POLICY, clock=clock)
    async with office.database.write() as unit:
        claimed = await tasks.claim(unit, now=clock(), until=clock(), limit=10)
    for task in claimed:
        await work[task.kind](task)
    await office.town.run()


@pytest.mark.parametrize(
    ("file_id", "words"),
    [
        ("exe", "không phải là ảnh"),
        ("html", "không phải là ảnh"),
        ("zip", "không phải là ảnh"),
        ("empty", "không phải là ảnh"),
        ("large", "lớn quá 20 MB"),
        ("gone", "không nhận được tệp"),
    ],
)
async def test_a_file_that_is_no_photo_is_not_kept_and_its_sender_is_told(
    office: Office, leader: Phone, tmp_path: Path, file_id: str, words: str
) -> None:
    await go(leader, "Báo cáo", *FORM)
    long = f"{'../' * 200}a.jpg"
    for name, known in (("../../../etc/cron.d/evil.jpg", file_id), (long, "good")):
        file = FileRef(file_id=known, name=name, mime="image/jpeg" * 30, size=100)
        await leader.send(InboundKind.PHOTO, file=file)
    await fetch_all(office, tmp_path / "files")
    assert words in leader.last
    await go(leader, "Gửi báo cáo", "Xem báo cáo")
    assert "Ảnh biên bản: 1" in leader.last
    report = await live(office)
    async with office.database.read() as unit:
        kept = await attachments.of_report(unit, report.id)
    assert [attachment.state for attachment in kept] == ["ready"]
    assert report.answers.photos == tuple(attachment.id for attachment in kept)
    assert [MAKER.encode() in content for content in list_files(tmp_path / "files")] == [False]
    assert not [name for name in list_names(tmp_path) if "evil" in name or name.endswith("a.jpg")]


def list_files(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in folder.rglob("*") if path.is_file()]


def list_names(folder: Path) -> list[str]:
    return [path.as_posix() for path in folder.rglob("*")]


async def test_a_photo_of_thirty_megabytes_is_refused_at_once(
    office: Office, leader: Phone
) -> None:
    await go(leader, "Báo cáo", "Đúng như trên")
    await leader.send_photo(size=30 * 1024 * 1024)
    assert "nặng 30 MB; hệ thống chỉ nhận tệp đến 20 MB" in leader.last
    assert leader.last.endswith(PRESENT)
    await go(leader, *FORM[1:], "Gửi báo cáo")
    assert (await live(office)).answers.photos == ()


async def test_another_communes_people_and_strangers_see_no_names(
    office: Office, leader: Phone
) -> None:
    await go(leader, "Báo cáo", *USUAL)
    async with office.database.write() as unit:
        make = Directory(unit)
        other = await make.area("Xã Đôn Châu")
        away = await make.chapter("Chi hội Đôn Châu", other, office.commune.kind)
        person = await make.person("Sơn Thị Hoa")
        await make.post(person, Role.LEADER, chapter=away)
    outsider, stranger = await office.enrol(person), office.town.phone("666")
    meeting = office.meeting.id
    probes = [f"{name}.{meeting}" for name in ("report", "history", "board", "overview", "status")]
    probes += [f"history.f{meeting}", "attendance.2026-11-05", f"schedule.{meeting}"]
    for phone in (outsider, stranger):
        for key in probes:
            await phone.send(InboundKind.CHOICE, prompt_id="do.1.1", choice=key, press_id="p")
        for command in ("/baocao", "/lichsu", "/chihoi", "/tonghop", "/xacnhan", "/lich"):
            await phone.say(f"{command} {meeting}")
            await phone.say(command)
        for prompt_id in ("1.1", "2.5", f"{meeting}.1"):
            await phone.send(InboundKind.CHOICE, prompt_id=prompt_id, choice="send", press_id="p")
        seen = "\n".join(bubble.text for bubble in phone.from_bot)
        for secret in ("Cái Cối", "Thạch Thị Lan", "Trần Thị Bé", "Lê Văn Sáu", "11.26-"):
            assert secret not in seen, secret
    assert await count_aside(office.database) == 0
    assert (await live(office)).version == 1
