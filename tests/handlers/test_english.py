"""Who chose English reads English, but for names of people, places, chapters and topics."""

import re

import pytest

from storage import Database
from tests.handlers.office import Office, open_office
from tests.handlers.reported import live
from tests.talks import Phone

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
# What offices call things in their own lists stays as it is.
NAMES = (
    "Chi hội phụ nữ ấp La Ghi",
    "Ấp La Ghi",
    "Chi hội phụ nữ ấp Cái Cối",
    "Thạch Thị Lan",
    "Lê Văn Sáu",
    "Nhà văn hóa ấp",
    "Xã Long Vĩnh",
    "Ấp Cái Cối",
    "Ngô Văn Tám",
    "Trần Thị Bé",
    "Tiếng Việt",
    "tiếng việt",
)
VIETNAMESE = re.compile(r"\w*[^\W\d_a-zA-Z]\w*")


@pytest.fixture
async def office(database: Database) -> Office:
    return await open_office(database)


@pytest.fixture
async def leader(office: Office) -> Phone:
    phone = await office.enrol(office.commune.leader)
    await phone.say("/caidat")
    await phone.press("Ngôn ngữ")
    await phone.press("English")
    return phone


def left(phone: Phone) -> list[str]:
    """The Vietnamese words on the lowest message, names left out."""
    shown = "\n".join([phone.last, *phone.buttons])
    for name in NAMES:
        shown = shown.replace(name, "").replace(name[:1].lower() + name[1:], "")
    return VIETNAMESE.findall(shown)


async def test_a_report_is_english_from_the_command_to_the_receipt(
    office: Office, leader: Phone
) -> None:
    assert left(leader) == []
    moves = (
        "/report",
        "Just so",
        "28",
        "No topic",
        "Done",
        "Attended",
        "Infra",
        "The road floods",
        "The chapter itself",
    )
    for move in moves:
        typed = move.startswith("/") or move[:1].isdecimal() or move == "The road floods"
        await (leader.say(move) if typed else leader.press(move))
        assert left(leader) == [], leader.last
    await leader.press("No more")
    assert left(leader) == [], leader.last
    await leader.press("Send")
    assert left(leader) == [], leader.last
    assert (await live(office)).answers.present == 28


@pytest.mark.parametrize("command", ["/history", "/status", "/menu", "/help", "/settings"])
async def test_what_a_leader_opens_is_english(leader: Phone, command: str) -> None:
    await leader.say(command)
    assert left(leader) == [], leader.last


async def test_the_parts_that_differ_are_english_too(leader: Phone) -> None:
    await leader.say("/report")
    for label in leader.buttons[:4]:
        await leader.say("/report")
        if "Start anew" in leader.buttons or "anew" in str(leader.buttons):
            await leader.press(next(button for button in leader.buttons if "anew" in button))
        await leader.press(label)
        assert left(leader) == [], leader.last


async def english(office: Office, person: int) -> Phone:
    phone = await office.enrol(person)
    await phone.say("/language")
    await phone.press("English")
    return phone


STAFF = (
    *("/overview", "/cases", "/directory", "/review", "/nudge", "/events", "/duties", "/turnout"),
    *("/contrasts", "/messages", "/exemplars", "/introduce", "/freedays", "/kinds", "/pause"),
    *("/invite", "/rates", "/journal", "/reopen", "/news", "/settings", "/targets", "/topics"),
    *("/typed", "/workbook", "/yeargrade", "/casefigures", "/counters", "/changes", "/help"),
    *("/practice", "/mydata", "/appoint", "/lostphone", "/help all", "/menu more"),
)


@pytest.mark.parametrize("command", STAFF)
async def test_what_staff_open_by_an_english_command_is_english(
    office: Office, command: str
) -> None:
    staff = await english(office, office.commune.staff)
    await staff.say(command)
    assert "no command" not in staff.last
    assert left(staff) == [], staff.last


@pytest.mark.parametrize(
    "command",
    [
        *("/chapters", "/attend", "/visits", "/visitplan", "/grade", "/schedule", "/cases"),
        *("/messages", "/typed", "/topics", "/help", "/help all", "/turnout", "/contrasts"),
    ],
)
async def test_what_a_cadre_opens_by_an_english_command_is_english(
    office: Office, command: str
) -> None:
    cadre = await english(office, office.commune.cadre)
    await cadre.say(command)
    assert left(cadre) == [], cadre.last
