"""Every right, every role, every relation, through the operations themselves."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest

from documents.tables.columns import SheetName
from domain.calendar import Period
from domain.chapter_events import EventKind
from domain.chapters import Area
from domain.duties import Duty, Per
from domain.enquiries import Ready
from domain.exemplars import State
from domain.meetings import MeetingType
from domain.official import DocumentKind, DocumentTopic
from domain.people import Person, Post, Role
from domain.questionnaires.urgent import Sort
from domain.rates import By
from domain.records import Presence
from domain.refusals import Refusal
from domain.report import CadrePresence
from domain.reporting_span import Span
from operations.access import list_chapters_in_sight, may, require
from operations.api.reading import ReadAsked, read_part
from operations.api.tokens import TokenAsked, find_bearer, give_token
from operations.cadres.attendance_statistics import list_assigned
from operations.cadres.discrepancies import list_contrasts
from operations.cadres.duties import set_duty
from operations.cadres.grading import Mark, grade_meeting
from operations.cadres.rates import list_rates
from operations.cadres.year_grading import Settling, settle_year
from operations.cases.desk_actions import advise
from operations.cases.figures import count_reach
from operations.context import ActorContext
from operations.desks import at_desk
from operations.directory.journal import list_changes
from operations.documents.register import open_document
from operations.exemplars import trials
from operations.exemplars.picks import introduce_exemplar
from operations.exemplars.register import move_exemplar, open_exemplar
from operations.exports.asking import SheetAsked, accept_order
from operations.exports.pages import read_pages
from operations.figures import chapter_events
from operations.figures.confirming import confirm_month
from operations.figures.counters import give_counters
from operations.figures.overview import overview
from operations.meetings.extraordinary import add_extraordinary
from operations.meetings.reopening import reopen_period
from operations.notifications.nudging import nudge_one
from operations.people.erasing import erase_person
from operations.people.invitations import invite_channel, invite_person
from operations.people.inviting import require_may_cut_off
from operations.questionnaires.drafting import set_term, start_question
from operations.questionnaires.sending import send_questionnaire
from operations.reactions import REACTIONS
from operations.reports.archive import get_archived
from operations.reports.reporting import submit_report
from operations.reports.reviewing import accept_report
from operations.rights import RIGHTS, Relation, Right, allows
from operations.topics.answering import answer_enquiry
from operations.topics.drafting import start_draft
from operations.topics.issuing import issue_topic
from storage import Database, UnitOfWork
from storage.cadres.meeting_grades import Source
from storage.cases import difficulties
from storage.directory import chapters
from storage.exemplars import exemplar_copies, exemplars
from storage.figures import confirmations
from storage.people import people
from storage.reports import reports
from storage.tables.meetings import attendance as attendance_table
from storage.tables.meetings import meeting as meeting_table
from storage.tables.meetings import report as report_table
from storage.topics import enquiries
from tests.codes import counting_bytes
from tests.directory import POLICY, ROAD, Directory, at, held
from tests.operations.planned import meetings_of, plan_all, send
from tests.operations.rights_page import PAGE, render_rights
from tests.reached import reach

NOW = at(6)
TODAY = POLICY.day_of(NOW)
OCTOBER = Period(2026, 10)
AREA_ROLES = (Role.CADRE, Role.STAFF, Role.READER, Role.ADMINISTRATOR)


@dataclass
class Region:
    """A province, two communes, hamlets; chapters of two associations, each with its leader."""

    areas: dict[str, Area] = field(default_factory=dict)
    chapters: dict[str, int] = field(default_factory=dict)
    leaders: dict[int, int] = field(default_factory=dict)
    people: dict[tuple[Role, str], int] = field(default_factory=dict)
    sent: dict[int, int] = field(default_factory=dict)
    waiting: dict[int, int] = field(default_factory=dict)


PLACES = {
    "province": None,
    "commune": "province",
    "hamlet": "commune",
    "other commune": "province",
}
# Seen from a post for "commune" (women), and from the leader of the chapter "hamlet women".
FROM_AREA = {
    Relation.OWN: "commune women",
    Relation.BELOW: "hamlet women",
    Relation.NEIGHBOUR: "other commune women",
    Relation.ABOVE: "province women",
    Relation.OTHER_ASSOCIATION: "hamlet farmers",
}
FROM_CHAPTER = {
    Relation.OWN: "hamlet women",
    Relation.NEIGHBOUR: "other commune women",
    Relation.ABOVE: "commune women",
    Relation.OTHER_ASSOCIATION: "hamlet farmers",
}
# A place as a whole, seen from a post for all kinds; of one kind only, it is another's too.
PLACES_FROM = {
    Relation.OWN: "commune",
    Relation.BELOW: "hamlet",
    Relation.NEIGHBOUR: "other commune",
    Relation.ABOVE: "province",
    Relation.OTHER_ASSOCIATION: "commune",
}
# These are about a place with all its associations.
OF_PLACES = {
    Right.CONFIRM_MONTH,
    Right.BIND_CHANNEL,
    Right.INTRODUCE_EXEMPLAR,
    Right.MAKE_DOCUMENT,
}


@pytest.fixture
async def region(database: Database) -> Region:
    made = Region()
    async with database.write() as unit:
        make = Directory(unit)
        kinds = {name: await make.kind(name, association=name) for name in ("women", "farmers")}
        for name, parent in PLACES.items():
            made.areas[name] = await make.area(name, made.areas[parent] if parent else None)
            for kind, kind_id in kinds.items():
                key = f"{name} {kind}"
                made.chapters[key] = await make.chapter(key, made.areas[name], kind_id)
                leader = await make.person(f"Head of {key}")
                await make.post(leader, Role.LEADER, chapter=made.chapters[key])
                made.leaders[made.chapters[key]] = leader
        own = made.chapters["hamlet women"]
        made.people[Role.LEADER, "kind"] = made.leaders[own]
        deputy = made.people[Role.DEPUTY, "kind"] = await make.person("Deputy")
        await make.post(deputy, Role.DEPUTY, chapter=own)
        for role in AREA_ROLES:
            for sort in ("kind", "association", "all"):
                person = made.people[role, sort] = await make.person(f"{role} {sort}")
                await make.post(
                    person,
                    role,
                    area=made.areas["commune"],
                    kind_id=kinds["women"] if sort == "kind" else None,
                    association="women" if sort == "association" else None,
                )
        # Somebody is assigned to every chapter, so that there is something to see everywhere.
        everywhere = await make.person("Cadre of all")
        await make.post(everywhere, Role.CADRE, area=made.areas["province"])
    await plan_all(database, at(1, month=10))
    await plan_all(database, at(1))
    for chapter in made.chapters.values():
        planned = await meetings_of(database, chapter, at(1))
        november = next(meeting for meeting in planned if meeting.period == Period(2026, 11))
        october = next(meeting for meeting in planned if meeting.period == OCTOBER)
        await send(database, made.leaders[chapter], october, held(5, month=10), now=NOW)
        made.sent[chapter], made.waiting[chapter] = october.id, november.id
    async with database.write() as unit:
        october_only = meeting_table.c.period == str(OCTOBER)
        await unit.run(
            meeting_table.update().where(october_only).values(closes_on=date(2026, 11, 1))
        )
    return made


@dataclass(frozen=True)
class Trial:
    """Somebody tries something on a chapter or a place."""

    unit: UnitOfWork
    region: Region
    by: int
    chapter: int
    area: Area

    async def posts(self) -> tuple[Post, ...]:
        return await Directory(self.unit).posts(self.by)

    async def context(self) -> ActorContext:
        return ActorContext(
            self.unit, await self.person(), await self.posts(), POLICY, NOW, REACTIONS
        )

    async def person(self) -> Person:
        return (await people.persons(self.unit, [self.by]))[self.by]


async def see_reports(trial: Trial) -> bool:
    meeting = trial.region.sent[trial.chapter]
    return bool(await get_archived(trial.unit, await trial.posts(), meeting, today=TODAY))


async def send_report(trial: Trial) -> bool:
    meeting_id = trial.region.waiting[trial.chapter]
    receipt = await submit_report(await trial.context(), meeting_id, held())
    report = await reports.find(trial.unit, receipt.report_id)
    return report is not None and report.typed_by is None


async def add_meeting(trial: Trial) -> bool:
    added = await add_extraordinary(
        await trial.context(), trial.chapter, TODAY, MeetingType.EXTRAORDINARY
    )
    return added.chapter_id == trial.chapter


async def review_report(trial: Trial) -> bool:
    accepted = await accept_report(
        await trial.context(),
        meeting_id=trial.region.sent[trial.chapter],
        version=1,
        seen=0,
    )
    return accepted.id == trial.chapter


async def grade(trial: Trial) -> bool:
    given = await grade_meeting(
        await trial.context(),
        meeting_id=trial.region.waiting[trial.chapter],
        source=Source.CADRE,
        mark=Mark(grade="tot"),
    )
    return Source.CADRE in given.given


async def give(trial: Trial) -> bool:
    sheet = await give_counters(
        ActorContext(
            trial.unit,
            await trial.person(),
            await trial.posts(),
            POLICY,
            at(10, month=12),
            REACTIONS,
        ),
        trial.chapter,
        Period(2026, 10, 3),
        {},
        seen={},
    )
    return sheet.chapter.id == trial.chapter


async def grade_year(trial: Trial) -> bool:
    settled = await settle_year(
        await trial.context(),
        chapter_id=trial.chapter,
        year=2026,
        settling=Settling(level="hoan_thanh_nhiem_vu", reason="Theo hồ sơ"),
    )
    return settled.given is not None


async def see_overview(trial: Trial) -> bool:
    desk = at_desk(await trial.posts(), TODAY)
    found = await overview(trial.unit, desk, day=TODAY, today=TODAY)
    return trial.chapter in {line.row.chapter_id for line in found.lines}


async def see_rates(trial: Trial) -> bool:
    found = await list_rates(
        trial.unit, await trial.posts(), by=By.CHAPTER, month=OCTOBER, today=TODAY
    )
    return trial.chapter in {line.number for line in found.lines}


async def see_journal(trial: Trial) -> bool:
    found = await list_changes(trial.unit, await trial.posts(), today=TODAY, limit=100)
    return trial.chapter in {entry.chapter_id for entry in found}


async def invite(trial: Trial) -> bool:
    leader = trial.region.leaders[trial.chapter]
    code = await invite_person(
        trial.unit,
        by=await trial.person(),
        person_id=leader,
        random_bytes=counting_bytes(7000),
        now=NOW,
        policy=POLICY,
    )
    return bool(code)


async def cut_off(trial: Trial) -> bool:
    lost = await Directory(trial.unit).posts(trial.region.leaders[trial.chapter])
    await require_may_cut_off(trial.unit, await trial.posts(), lost, day=TODAY)
    return True


async def manage(trial: Trial) -> bool:
    known = await chapters.find(trial.unit, trial.chapter)
    assert known is not None
    require(Right.MANAGE, await trial.posts(), known, TODAY)
    return True


async def bind_channel(trial: Trial) -> bool:
    code = await invite_channel(
        trial.unit,
        by=await trial.person(),
        area_id=trial.area.id,
        random_bytes=counting_bytes(8000),
        now=NOW,
        policy=POLICY,
    )
    return bool(code)


async def make_document(trial: Trial) -> bool:
    wanted = DocumentTopic(
        kind=DocumentKind.PERIODIC, area_id=trial.area.id, association="", period="2026-Q4"
    )
    opened = await open_document(await trial.context(), wanted)
    return opened.place.id == trial.area.id


async def reopen(trial: Trial) -> bool:
    opened = await reopen_period(
        await trial.context(),
        chapter_id=trial.chapter,
        period=OCTOBER,
        until=TODAY + timedelta(days=3),
        reason="Mất sóng cả tuần",
    )
    return bool(opened.meetings)


async def tend_case(trial: Trial) -> bool:
    sent = trial.region.sent[trial.chapter]
    report = (await reports.of_meetings(trial.unit, [sent]))[sent]
    case_id = await add_case(trial, report.id)
    await advise(await trial.context(), case_id, version=0, note="Xã cho khơi cống")
    return True


async def add_case(trial: Trial, report_id: int) -> int:
    return await difficulties.add(
        trial.unit,
        difficulties.NewDifficulty(
            report_id=report_id,
            chapter_id=trial.chapter,
            ordinal=1,
            raised=ROAD,
            desk_id=trial.area.id,
            owner_id=None,
            due_on=TODAY,
        ),
        now=NOW,
    )


async def see_case_figures(trial: Trial) -> bool:
    sent = trial.region.sent[trial.chapter]
    report = (await reports.of_meetings(trial.unit, [sent]))[sent]
    await add_case(trial, report.id)
    return (await count_reach(await trial.context(), Period(2026, 11))).whole.raised > 0


async def erase(trial: Trial) -> bool:
    leader = trial.region.leaders[trial.chapter]
    by = await trial.person()
    erased = await erase_person(trial.unit, leader, by=by, policy=POLICY, now=NOW)
    return erased.person_id == leader


async def keep_exemplar(trial: Trial) -> bool:
    return bool(await draft(trial, by=trial.by))


async def draft(trial: Trial, *, by: int) -> int:
    """An exemplar of the chapter, opened by somebody who may try to."""
    return await open_exemplar(
        ActorContext(
            trial.unit,
            (await people.persons(trial.unit, [by]))[by],
            await Directory(trial.unit).posts(by),
            POLICY,
            NOW,
            REACTIONS,
        ),
        chapter_id=trial.chapter,
        name="Đường hoa",
    )


async def step_exemplar(trial: Trial, chapter: int, before: State, to: State) -> int:
    """Takes a complete exemplar of a chapter one step on, as whoever tries."""
    number = await exemplars.add(
        trial.unit, exemplars.NewExemplar(chapter_id=chapter, name="Đường hoa"), by=None, now=NOW
    )
    ready = {"state": before, "field": "society", "aim": "Sạch", "content": "Trồng hoa"}
    await exemplars.change(trial.unit, number, ready, version=0)
    if before is not to:
        await move_exemplar(
            await trial.context(),
            number,
            to,
            version=1,
            body="Đảng ủy xã",
        )
    return number


async def register_exemplar(trial: Trial) -> bool:
    return bool(await step_exemplar(trial, trial.chapter, State.DRAFT, State.REGISTERED))


async def recognise_exemplar(trial: Trial) -> bool:
    return bool(await step_exemplar(trial, trial.chapter, State.REGISTERED, State.RECOGNISED))


async def try_exemplar(trial: Trial) -> bool:
    """Another chapter's exemplar, introduced in the whole province."""
    others = (chapter for chapter in trial.region.chapters.values() if chapter != trial.chapter)
    number = await step_exemplar(trial, next(others), State.RECOGNISED, State.RECOGNISED)
    await exemplar_copies.add_pick(
        trial.unit,
        exemplar_id=number,
        area_id=trial.region.areas["province"].id,
        month="2026-11",
        person_id=trial.by,
        now=NOW,
    )
    tried = await trials.try_exemplar(
        await trial.context(),
        number,
        trial.chapter,
    )
    return tried.chapter.id == trial.chapter


async def introduce(trial: Trial) -> bool:
    source = trial.region.chapters[f"{trial.area.name} women"]
    number = await step_exemplar(trial, source, State.RECOGNISED, State.RECOGNISED)
    look = await introduce_exemplar(
        await trial.context(),
        trial.area.id,
        number,
    )
    return look.exemplar.id == number


async def issue(trial: Trial) -> bool:
    context = await trial.context()
    draft = await start_draft(
        context, f"c{trial.chapter}", period=Period(2026, 11), title="Vệ sinh đường làng"
    )
    issued = await issue_topic(context, draft, without_missing=False)
    return issued.chapter_ids == {trial.chapter}


async def ask_a_chapter(trial: Trial) -> bool:
    context = await trial.context()
    draft = await start_question(
        context, f"c{trial.chapter}", "Có nơi tránh bão chưa?", Sort.WORDS, ()
    )
    await set_term(context, draft, TODAY)
    plan = await send_questionnaire(context, draft)
    return [chapter.id for chapter in plan.chapters] == [trial.chapter]


async def set_a_duty(trial: Trial) -> bool:
    known = await chapters.find(trial.unit, trial.chapter)
    assert known is not None
    wanted = Duty(
        id=0,
        area_id=known.area_id,
        kind_id=known.kind.id,
        visits=1,
        per=Per.QUARTER,
        valid_from=TODAY,
    )
    by, posts = await trial.person(), await trial.posts()
    view = await set_duty(ActorContext(trial.unit, by, posts, POLICY, NOW, REACTIONS), wanted)
    return bool(view.duty.id)


async def see_turnout(trial: Trial) -> bool:
    found = await list_assigned(trial.unit, await trial.posts(), OCTOBER, policy=POLICY, now=NOW)
    return trial.chapter in {assigned.chapter_id for assigned in found}


async def see_contrasts(trial: Trial) -> bool:
    meeting = trial.region.sent[trial.chapter]
    await trial.unit.run(
        report_table.update()
        .where(report_table.c.meeting_id == meeting)
        .values(cadre_present=CadrePresence.NO)
    )
    await trial.unit.run(
        attendance_table.update()
        .where(attendance_table.c.meeting_id == meeting)
        .values(state=Presence.ATTENDED)
    )
    found = await list_contrasts(trial.unit, await trial.posts(), OCTOBER, today=TODAY)
    return meeting in {statement.meeting_id for statement in found}


async def note_event(trial: Trial) -> bool:
    noted = await chapter_events.note_event(
        await trial.context(),
        trial.chapter,
        EventKind.COMMENDED,
        day=TODAY,
        number=1,
        note="",
    )
    return bool(noted)


async def answer(trial: Trial) -> bool:
    leader = trial.region.leaders[trial.chapter]
    asked = await enquiries.add(
        trial.unit,
        person_id=leader,
        chapter_id=trial.chapter,
        topic_id=None,
        text="Xin hoãn buổi họp",
        at=NOW,
    )
    await answer_enquiry(
        await trial.context(),
        asked,
        Ready.AGREED,
        version=0,
    )
    found = await enquiries.find(trial.unit, asked)
    return found is not None and found.answered_by == trial.by


async def nudge(trial: Trial) -> bool:
    leader = trial.region.leaders[trial.chapter]
    await reach(trial.unit, leader, now=at(1))
    told = await nudge_one(
        await trial.context(),
        meeting_id=trial.region.waiting[trial.chapter],
    )
    return [person.id for person in told] == [leader]


async def type_for(trial: Trial) -> bool:
    meeting_id = trial.region.waiting[trial.chapter]
    receipt = await submit_report(await trial.context(), meeting_id, held())
    report = await reports.find(trial.unit, receipt.report_id)
    return report is not None and report.typed_by == trial.by


async def take_sheet(trial: Trial) -> bool:
    order = await accept_order(
        trial.unit,
        await trial.posts(),
        SheetAsked(sheet=SheetName.REPORTS, area_id=trial.area.id, span=Span(2026, 10, 1)),
        policy=POLICY,
        now=NOW,
        language="vi",
    )
    pages = read_pages(trial.unit, order)
    return trial.chapter in {row["chapter_id"] async for rows in pages for row in rows}


async def confirm_figures(trial: Trial) -> bool:
    await confirm_month(await trial.context(), trial.area.id, Period(2026, 9))
    known = await confirmations.find(trial.unit, Period(2026, 9), trial.area.id)
    return known is not None


async def give_a_token(trial: Trial) -> bool:
    asked = TokenAsked(
        name="Kho số liệu",
        area_id=trial.area.id,
        only=None,
        classes=frozenset(),
        days=30,
    )
    context = await trial.context()
    token = await give_token(context, asked, random_bytes=counting_bytes(9000))
    bearer = await find_bearer(trial.unit, token, today=TODAY, now=NOW)
    if bearer is None:
        return False
    read = ReadAsked(resource=SheetName.CHAPTERS, area_id=None, span=Span(2026, 10, 1))
    part = await read_part(trial.unit, bearer, read, policy=POLICY, now=NOW)
    return trial.chapter in {row["id"] for row in part.rows}


TRIES: dict[Right, Callable[[Trial], Awaitable[bool]]] = {
    Right.SEE_REPORTS: see_reports,
    Right.SEND_REPORT: send_report,
    Right.ADD_MEETING: add_meeting,
    Right.REVIEW_REPORT: review_report,
    Right.GRADE: grade,
    Right.GRADE_YEAR: grade_year,
    Right.GIVE_COUNTERS: give,
    Right.SEE_OVERVIEW: see_overview,
    Right.SEE_RATES: see_rates,
    Right.SEE_JOURNAL: see_journal,
    Right.INVITE: invite,
    Right.CUT_OFF: cut_off,
    Right.MANAGE: manage,
    Right.BIND_CHANNEL: bind_channel,
    Right.REOPEN_PERIOD: reopen,
    Right.ERASE_PERSON: erase,
    Right.SET_DUTY: set_a_duty,
    Right.SEE_TURNOUT: see_turnout,
    Right.SEE_CONTRASTS: see_contrasts,
    Right.TEND_CASES: tend_case,
    Right.SEE_CASE_FIGURES: see_case_figures,
    Right.KEEP_EXEMPLAR: keep_exemplar,
    Right.REGISTER_EXEMPLAR: register_exemplar,
    Right.RECOGNISE_EXEMPLAR: recognise_exemplar,
    Right.TRY_EXEMPLAR: try_exemplar,
    Right.INTRODUCE_EXEMPLAR: introduce,
    Right.ISSUE_TOPIC: issue,
    Right.ASK_CHAPTERS: ask_a_chapter,
    Right.ANSWER_ENQUIRY: answer,
    Right.NOTE_EVENT: note_event,
    Right.NUDGE: nudge,
    Right.SEND_REPORT_FOR: type_for,
    Right.MAKE_DOCUMENT: make_document,
    Right.EXPORT: take_sheet,
    Right.GIVE_TOKEN: give_a_token,
    Right.CONFIRM_MONTH: confirm_figures,
}


class Undo(Exception):
    pass


async def succeeds(trial: Trial, right: Right) -> bool:
    done = False
    try:
        async with trial.unit.savepoint():
            done = await TRIES[right](trial)
            await trial.unit.flush()
            raise Undo
    except (Undo, Refusal):
        return done


def cases(right: Right) -> Iterator[tuple[Role, Relation, str, str, str]]:
    """Yields role, relation, what the post is for, and chapter and place tried."""
    for role in Role:
        seen = FROM_AREA if role in AREA_ROLES else FROM_CHAPTER
        for relation in Relation:
            on_place = right in OF_PLACES and role in AREA_ROLES
            of_kind = not on_place or relation is Relation.OTHER_ASSOCIATION
            for sort in ("kind", "association") if of_kind and role in AREA_ROLES else ():
                yield role, relation, sort, seen[relation], PLACES_FROM[relation]
            if on_place and not of_kind:
                yield role, relation, "all", seen[relation], PLACES_FROM[relation]
            elif role not in AREA_ROLES and relation in seen:
                yield role, relation, "kind", seen[relation], PLACES_FROM[relation]


async def test_every_right_reaches_exactly_as_far_as_the_table_says(
    database: Database, region: Region
) -> None:
    wrong = []
    for right in Right:
        for role, relation, sort, chapter, place in cases(right):
            async with database.write() as unit:
                trial = Trial(
                    unit,
                    region,
                    by=region.people[role, sort],
                    chapter=region.chapters[chapter],
                    area=region.areas[place],
                )
                done = await succeeds(trial, right)
            if done is not allows(right, role, relation):
                wrong.append((right, role, relation, sort, done))
    assert wrong == []


async def test_a_post_for_an_association_reaches_all_its_kinds_and_no_others(
    database: Database, region: Region
) -> None:
    async with database.write() as unit:
        make = Directory(unit)
        group = await make.kind("women's group", association="women")
        made = await make.chapter("hamlet group", region.areas["hamlet"], group)
        for sort, seen in (("association", True), ("kind", False), ("all", True)):
            posts = await make.posts(region.people[Role.STAFF, sort])
            chapter = await chapters.find(unit, made)
            assert chapter is not None
            assert may(Right.MANAGE, posts, chapter, TODAY) is seen
            listed = await list_chapters_in_sight(unit, posts, today=TODAY)
            assert (made in {chapter.id for chapter in listed}) is seen
            farmers = region.chapters["hamlet farmers"] in {chapter.id for chapter in listed}
            assert farmers is (sort == "all")
        held = await people.holders(
            unit, [made, region.chapters["hamlet farmers"]], roles=[Role.STAFF], day=TODAY
        )
    names = {key: {holder.person.name for holder in found} for key, found in held.items()}
    assert names[made] == {"staff association", "staff all"}
    assert names[region.chapters["hamlet farmers"]] == {"staff all"}


def test_every_right_is_tried_and_in_the_table() -> None:
    assert set(TRIES) == set(Right) == set(RIGHTS)


def test_nothing_reaches_a_neighbour_upwards_or_another_association() -> None:
    far = {Relation.NEIGHBOUR, Relation.ABOVE, Relation.OTHER_ASSOCIATION}
    assert not any(far & reached for roles in RIGHTS.values() for reached in roles.values())


def test_the_page_of_rights_is_the_table() -> None:
    assert render_rights() in PAGE.read_text("utf-8")
