"""Shortcuts of the report talk's tests: several moves at once, what was kept, a restart."""

from datetime import timedelta

from domain.message import Message
from domain.outbox import Priority
from domain.records import Report
from domain.report import check_report
from domain.talks import Draft
from handlers.registry import build_handlers
from operations.notifications.reminding import enqueue_reminders
from operations.replies import Delivery, enqueue_notices, notice
from storage import Database
from storage.meetings import meetings
from storage.messages import addresses, inbox, talks
from storage.reports import reports
from storage.tables.mail import inbox as inbox_table
from tests.codes import counting_bytes
from tests.directory import POLICY
from tests.handlers.office import Office
from tests.reminding import all_due
from tests.talks import Phone, Talks

# A text to type begins with "=", anything else is a button.
FORM = ("Đúng như trên", "=28", "Không có chủ đề", "Xong", "Có dự", "Không có")
USUAL = (*FORM, "Gửi báo cáo")
OPENING = "tổ chức thế nào?"
PRESENT = "Có bao nhiêu hội viên dự?"
TOPIC = "ghi chủ đề buổi sinh hoạt"
REVIEW = "Mời đồng chí xem lại."


async def go(phone: Phone, *moves: str) -> Phone:
    for move in moves:
        await (phone.say(move[1:]) if move.startswith("=") else phone.press(move))
    return phone


async def find_report(office: Office) -> Report | None:
    """The live report of the meeting of 5 November, checked as a record."""
    async with office.database.read() as unit:
        found = (await reports.of_meetings(unit, [office.meeting.id])).get(office.meeting.id)
        meeting = await meetings.find(unit, office.meeting.id)
    assert meeting
    if found:
        today = POLICY.day_of(found.sent_at)
        check_report(found.answers, planned_date=None, today=today)
    return found


async def live(office: Office) -> Report:
    found = await find_report(office)
    assert found
    return found


async def drafts_of(database: Database, person_id: int) -> list[Draft]:
    async with database.read() as unit:
        return await talks.list_drafts(unit, person_id)


def restart(town: Talks) -> None:
    """Everything that lives in memory is made anew."""
    town.registry = build_handlers(public_url="", random_bytes=counting_bytes(900))
    town.__post_init__()


async def remind(office: Office) -> None:
    await remind_without_showing(office)
    await office.town.run()


async def remind_without_showing(office: Office) -> None:
    async with office.database.write() as unit:
        due = await all_due(unit, policy=POLICY, now=office.town.now)
        await enqueue_reminders(unit, due, policy=POLICY, now=office.town.now)


async def announce(office: Office, phone: Phone, words: str, *, started_by_bot: bool) -> None:
    """Something that the bot says unasked."""
    async with office.database.write() as unit:
        here = (await addresses.find_many(unit, [phone.address]))[phone.address]
        row = notice(
            unit,
            here,
            Message(text=words),
            Delivery(priority=Priority.NOTICE, started_by_bot=started_by_bot),
            dedupe_key=words,
        )
        await enqueue_notices(unit, [row], now=office.town.now)
    await office.town.run()


async def count_aside(database: Database) -> int:
    async with database.read() as unit:
        rows = await unit.all(inbox_table.select().where(inbox_table.c.state == "aside"))
        waiting = await inbox.count_pending(unit)
    assert not waiting
    return len(rows)


async def open_prompts(phone: Phone) -> int:
    """How many messages on a screen have buttons that answer a question."""
    return sum(
        bubble.prompt is not None and not bubble.prompt.id.startswith("do.")
        for bubble in phone.from_bot
    )


def later(town: Talks, **by: float) -> None:
    town.now += timedelta(**by)
