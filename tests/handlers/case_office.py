"""A commune whose first chapter told of a flooded road on 5 November, and what tests do there."""

from datetime import date, datetime

from domain.cases import Case
from domain.chapters import Area
from domain.meetings import Meeting
from domain.people import Role
from domain.reforms import MoveArea
from operations.directory.reforms import apply_change
from operations.directory.reorganisation import Asker
from operations.notifications.bundling import due_bundles, enqueue_bundles
from operations.notifications.reminding import enqueue_reminders
from scheduler.context import ClockContext
from scheduler.jobs import JOBS, run_job
from storage import Database
from storage.cases import cases
from storage.directory import areas
from tests.directory import LONG_AGO, POLICY, ROAD, Directory, at, held
from tests.handlers.office import Office, open_office
from tests.operations.planned import meetings_of, plan_all, send
from tests.reminding import all_due
from tests.talks import Phone

CAI_COI = "Chi hội phụ nữ ấp Cái Cối"
FLOODED = "Đường ấp ngập"


async def open_flooded_office(database: Database) -> Office:
    office = await open_office(database, now=at(6))
    await send(database, office.commune.leader, office.meeting, held(difficulties=(ROAD,)))
    return office


async def follow_up(office: Office) -> None:
    job = next(job for job in JOBS if job.name == "cases")
    context = ClockContext(database=office.database, policy=POLICY, clock=lambda: office.town.now)
    assert await run_job(job, context, office.town.now)


async def case_of(office: Office, case_id: int = 1) -> Case:
    async with office.database.read() as unit:
        found = await cases.find(unit, case_id)
    assert found
    return found


async def tell_everybody(office: Office) -> None:
    """Sends the daily bundles and the reminders that are due."""
    async with office.database.write() as unit:
        if due := await due_bundles(unit, policy=POLICY, now=office.town.now):
            await enqueue_bundles(unit, due, policy=POLICY, now=office.town.now)
        reminders = await all_due(unit, policy=POLICY, now=office.town.now)
        await enqueue_reminders(unit, reminders, policy=POLICY, now=office.town.now)
    await office.town.run()


async def open_case(phone: Phone, text: str = FLOODED) -> Phone:
    await phone.say("/vuviec")
    await phone.press(next(button for button in phone.buttons if text in button))
    return phone


async def december(office: Office) -> Meeting:
    """Goes on to the evening of 5 December and gives its meeting."""
    return await evening_of(office, at(5, 21, month=12))


async def evening_of(office: Office, now: datetime) -> Meeting:
    """Goes on to an evening and gives the meeting of its month."""
    await plan_all(office.database, now.replace(day=1))
    office.town.now = now
    found = await meetings_of(office.database, office.commune.chapter, now)
    return next(meeting for meeting in found if meeting.period.last_month == now.month)


async def tell_in_la_ghi(office: Office, *, lead: bool = True) -> int:
    """The other hamlet tells of a flooded road too; returns its leader."""
    async with office.database.write() as unit:
        make = Directory(unit)
        leader = await make.person("Sơn Thị Mai")
        if lead:
            await make.post(leader, Role.LEADER, chapter=office.commune.other_chapter)
    (meeting, *_) = await meetings_of(office.database, office.commune.other_chapter, at(6))
    await send(office.database, leader, meeting, held(difficulties=(ROAD,)))
    return leader


async def put_below_a_province(office: Office) -> tuple[Area, int]:
    """Lets the commune lie in a province from now on; returns that and an officer there."""
    async with office.database.write() as unit:
        make = Directory(unit)
        province = await areas.add(
            unit, areas.NewArea(name="Tỉnh Vĩnh Long", level="tỉnh", valid_from=LONG_AGO)
        )
        officer = await make.person("Lâm Thị Sáng")
        await make.post(officer, Role.STAFF, area=province)
        await apply_change(
            unit,
            MoveArea(area_id=office.commune.commune.id, parent_id=province.id),
            first_day=date(2026, 11, 1),
            asker=Asker(),
            policy=POLICY,
            now=office.town.now,
        )
    return province, officer
