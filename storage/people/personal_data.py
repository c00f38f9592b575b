"""Everything that is kept about one person, as rows."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, Float, Row, cast, select

from domain.questionnaires.answers import PARTS
from storage.tables.cadres import calendar_link, duty, enquiry, news, nudge, preference
from storage.tables.directory import (
    address,
    audit,
    chapter,
    consent,
    person,
    privacy_request,
    wanted_name,
)
from storage.tables.grading import meeting_grade, report_review, year_grade
from storage.tables.history import pause
from storage.tables.mail import mailbox, push_device
from storage.tables.meetings import (
    attachment,
    attendance,
    difficulty_event,
    meeting,
    report,
    topic,
    topic_opening,
)
from storage.tables.programmes import chapter_event, counter, exemplar
from storage.tables.questionnaires import (
    questionnaire,
    questionnaire_answer,
    questionnaire_response,
)
from storage.unit import UnitOfWork

_OF_MEETING = (chapter.c.name.label("chapter"), meeting.c.period)


async def collect(unit: UnitOfWork, person_id: int) -> dict[str, list[dict[str, Any]]]:
    """Returns a person's rows by what they are about, oldest first."""
    by_meeting = meeting.join(chapter, chapter.c.id == meeting.c.chapter_id)
    reports = (
        select(report.c.number, report.c.sent_at, report.c.answers, *_OF_MEETING)
        .select_from(report.join(by_meeting, report.c.meeting_id == meeting.c.id))
        .where(report.c.person_id == person_id)
    )
    visits = (
        select(*_visit(), *_OF_MEETING)
        .select_from(attendance.join(by_meeting, attendance.c.meeting_id == meeting.c.id))
        .order_by(attendance.c.id)
    )
    typed = (
        select(report.c.number, report.c.sent_at, *_OF_MEETING)
        .select_from(report.join(by_meeting, report.c.meeting_id == meeting.c.id))
        .where(report.c.typed_by == person_id)
    )
    files = (
        select(attachment.c.kind, attachment.c.size, attachment.c.created_at)
        .join(address, address.c.id == attachment.c.address_id)
        .where(address.c.person_id == person_id)
    )
    return {
        "person": await _rows(unit, person.c.id == person_id, *_person()),
        "wanted_name": _dicts(
            await unit.all(select(wanted_name.c.name).where(wanted_name.c.person_id == person_id))
        ),
        "accounts": await _rows(unit, address.c.person_id == person_id, *_account()),
        "consents": await _rows(unit, consent.c.person_id == person_id, *_consent()),
        "requests": await _rows(unit, privacy_request.c.person_id == person_id, *_request()),
        "reports": _dicts(await unit.all(reports.order_by(report.c.id))),
        "typed": _dicts(await unit.all(typed.order_by(report.c.id))),
        "nudges": await _rows(unit, nudge.c.person_id == person_id, nudge.c.day),
        "attendance": _dicts(await unit.all(visits.where(attendance.c.person_id == person_id))),
        "sent_to": _dicts(await unit.all(visits.where(attendance.c.substitute_id == person_id))),
        "leaves": await _rows(unit, pause.c.person_id == person_id, *_leave()),
        "duties": await _rows(unit, duty.c.person_id == person_id, *_duty()),
        "calendar": await _rows(
            unit, calendar_link.c.person_id == person_id, calendar_link.c.created_at
        ),
        "files": _dicts(await unit.all(files.order_by(attachment.c.id))),
        "exemplars": await _rows(unit, exemplar.c.created_by == person_id, *_exemplar()),
        "events": await _rows(unit, chapter_event.c.person_id == person_id, *_event()),
        "counters": await _rows(unit, counter.c.person_id == person_id, *_counter()),
        "cases": await _rows(unit, difficulty_event.c.person_id == person_id, *_case_event()),
        **await _typed_and_told(unit, person_id),
        **await _messages_and_topics(unit, person_id),
        **await _grades_and_reviews(unit, person_id),
        "changes": await _rows(unit, audit.c.person_id == person_id, *_change()),
    }


async def _typed_and_told(unit: UnitOfWork, person_id: int) -> dict[str, list[dict[str, Any]]]:
    by_meeting = meeting.join(chapter, chapter.c.id == meeting.c.chapter_id)
    typed = (
        select(report.c.number, report.c.sent_at, *_OF_MEETING)
        .select_from(report.join(by_meeting, report.c.meeting_id == meeting.c.id))
        .where(report.c.typed_by == person_id)
    )
    chosen = select(preference.c.bundle_at, preference.c.urgent, preference.c.way).where(
        preference.c.person_id == person_id
    )
    letters = (
        select(address.c.chat, mailbox.c.wishes, mailbox.c.confirmed_at, mailbox.c.stopped_at)
        .join(mailbox, mailbox.c.address_id == address.c.id)
        .where(mailbox.c.person_id == person_id)
    )
    rings = select(push_device.c.created_at).where(push_device.c.person_id == person_id)
    return {
        "email": _dicts(await unit.all(letters)),
        "rings": _dicts(await unit.all(rings)),
        "typed": _dicts(await unit.all(typed.order_by(report.c.id))),
        "preferences": _dicts(await unit.all(chosen)),
        "news": await _rows(unit, news.c.person_id == person_id, *_news()),
        "nudges": await _rows(unit, nudge.c.person_id == person_id, nudge.c.day),
    }


async def _messages_and_topics(
    unit: UnitOfWork, person_id: int
) -> dict[str, list[dict[str, Any]]]:
    opened = (
        select(topic.c.title, topic.c.period, topic_opening.c.at)
        .join(topic_opening, topic_opening.c.topic_id == topic.c.id)
        .where(topic_opening.c.person_id == person_id)
        .order_by(topic_opening.c.at)
    )
    answers = (
        select(
            questionnaire.c.title,
            chapter.c.name.label("chapter"),
            questionnaire_response.c.at,
            questionnaire_answer.c.question,
            questionnaire_answer.c.words,
            questionnaire_answer.c.choice,
            (cast(questionnaire_answer.c.amount, Float) / PARTS).label("number"),
            questionnaire_answer.c.day,
            questionnaire_answer.c.clock,
            questionnaire_answer.c.round,
        )
        .select_from(questionnaire_answer)
        .join(
            questionnaire_response,
            questionnaire_response.c.id == questionnaire_answer.c.response_id,
        )
        .join(questionnaire, questionnaire.c.id == questionnaire_answer.c.questionnaire_id)
        .join(chapter, chapter.c.id == questionnaire_answer.c.chapter_id)
        .where(questionnaire_response.c.person_id == person_id)
        .order_by(questionnaire_answer.c.id)
    )
    asked = (questionnaire.c.title, questionnaire.c.created_at, questionnaire.c.sent_at)
    return {
        "questionnaires": await _rows(unit, questionnaire.c.created_by == person_id, *asked),
        "questionnaire_answers": _dicts(await unit.all(answers)),
        "messages": await _rows(unit, enquiry.c.person_id == person_id, *_asked()),
        "answers": await _rows(unit, enquiry.c.answered_by == person_id, *_answered()),
        "topics": await _rows(unit, topic.c.issued_by == person_id, *_topic()),
        "opened_topics": _dicts(await unit.all(opened)),
    }


async def _grades_and_reviews(unit: UnitOfWork, person_id: int) -> dict[str, list[dict[str, Any]]]:
    by_meeting = meeting.join(chapter, chapter.c.id == meeting.c.chapter_id)
    given = (
        select(*_given(), *_OF_MEETING)
        .select_from(meeting_grade.join(by_meeting, meeting_grade.c.meeting_id == meeting.c.id))
        .where(meeting_grade.c.person_id == person_id)
        .order_by(meeting_grade.c.id)
    )
    reviewed = (
        select(*_reviewed(), *_OF_MEETING)
        .select_from(report_review)
        .join(report, report.c.id == report_review.c.report_id)
        .join(meeting, meeting.c.id == report.c.meeting_id)
        .join(chapter, chapter.c.id == meeting.c.chapter_id)
        .where(report_review.c.person_id == person_id)
        .order_by(report_review.c.id)
    )
    settled = (
        select(*_settled(), chapter.c.name.label("chapter"))
        .join(chapter, chapter.c.id == year_grade.c.chapter_id)
        .where(year_grade.c.person_id == person_id)
        .order_by(year_grade.c.id)
    )
    return {
        "grades": _dicts(await unit.all(given)),
        "reviews": _dicts(await unit.all(reviewed)),
        "year_grades": _dicts(await unit.all(settled)),
    }


def _given() -> tuple[Column[Any], ...]:
    table = meeting_grade.c
    return table.source, table.grade, table.points, table.reason, table.at


def _reviewed() -> tuple[Column[Any], ...]:
    table = report_review.c
    return table.action, table.version, table.step, table.reason, table.at


def _settled() -> tuple[Column[Any], ...]:
    return year_grade.c.year, year_grade.c.level, year_grade.c.reason, year_grade.c.at


def _person() -> tuple[Column[Any], ...]:
    return person.c.name, person.c.address_form, person.c.phone, person.c.language


def _account() -> tuple[Column[Any], ...]:
    return address.c.channel, address.c.user, address.c.created_at


def _consent() -> tuple[Column[Any], ...]:
    return consent.c.version, consent.c.given_at, consent.c.withdrawn_at


def _request() -> tuple[Column[Any], ...]:
    return privacy_request.c.kind, privacy_request.c.state, privacy_request.c.asked_at


def _visit() -> tuple[Column[Any], ...]:
    table = attendance.c
    return table.planned, table.planned_at, table.state, table.confirmed_at


def _leave() -> tuple[Column[Any], ...]:
    return pause.c.first_day, pause.c.last_day, pause.c.reason


def _duty() -> tuple[Column[Any], ...]:
    return duty.c.visits, duty.c.per, duty.c.valid_from, duty.c.valid_to


def _news() -> tuple[Column[Any], ...]:
    return news.c.at, news.c.section, news.c.key, news.c.args


def _exemplar() -> tuple[Column[Any], ...]:
    return exemplar.c.name, exemplar.c.created_at, exemplar.c.content


def _event() -> tuple[Column[Any], ...]:
    return chapter_event.c.kind, chapter_event.c.at, chapter_event.c.note


def _counter() -> tuple[Column[Any], ...]:
    return counter.c.period, counter.c.value, counter.c.at


def _case_event() -> tuple[Column[Any], ...]:
    return difficulty_event.c.at, difficulty_event.c.action, difficulty_event.c.note


def _asked() -> tuple[Column[Any], ...]:
    return enquiry.c.at, enquiry.c.text, enquiry.c.answer, enquiry.c.answered_at


def _answered() -> tuple[Column[Any], ...]:
    return enquiry.c.answered_at, enquiry.c.answer


def _topic() -> tuple[Column[Any], ...]:
    return topic.c.title, topic.c.period, topic.c.issued_at


def _change() -> tuple[Column[Any], ...]:
    return audit.c.at, audit.c.action, audit.c.before, audit.c.after


async def _rows(unit: UnitOfWork, where: Any, *columns: Column[Any]) -> list[dict[str, Any]]:  # noqa: ANN401 - a condition
    keys = columns[0].table.primary_key.columns
    return _dicts(await unit.all(select(*columns).where(where).order_by(*keys)))


def _dicts(rows: Sequence[Row[Any]]) -> list[dict[str, Any]]:
    return [dict(row._mapping) for row in rows]
