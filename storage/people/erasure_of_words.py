"""Takes a person's own words out of what is kept beside reports: messages, answers, drafts."""

from sqlalchemy import delete, select, update

from domain.cases import Action
from storage.tables.cadres import enquiry, news
from storage.tables.meetings import difficulty_event, topic, topic_chapter, topic_file
from storage.tables.questionnaires import (
    questionnaire,
    questionnaire_chapter,
    questionnaire_kind,
    questionnaire_version,
)
from storage.unit import UnitOfWork


async def empty_enquiries(unit: UnitOfWork, person_id: int) -> None:
    """Empties what somebody asked and answered; that they did, and when, stays."""
    mine = select(enquiry.c.id).where(enquiry.c.person_id == person_id)
    commands = [f"messages.{row.id}" for row in await unit.all(mine)]
    await unit.run(delete(news).where(news.c.command.in_(commands)))
    await unit.run(update(enquiry).where(enquiry.c.person_id == person_id).values(text=""))
    await unit.run(update(enquiry).where(enquiry.c.answered_by == person_id).values(answer=""))


async def empty_case_notes(unit: UnitOfWork, person_id: int) -> None:
    """Empties what somebody wrote to cases, and takes it out of others' news; the step stays.

    A day that was set and a chapter's name are no words of anybody's.
    """
    events = difficulty_event.c
    mine = (events.person_id == person_id) & events.note.is_not(None)
    wrote = mine & events.action.not_in((Action.DUE_SET, Action.JOINED))
    rows = await unit.all(select(events.difficulty_id, events.note).where(wrote))
    notes = {row.note for row in rows}
    commands = [f"{task}.{row.difficulty_id}" for row in rows for task in ("case", "owncase")]
    told = await unit.all(select(news.c.id, news.c.args).where(news.c.command.in_(commands)))
    gone = [row.id for row in told if row.args.get("note") in notes]
    await unit.run(delete(news).where(news.c.id.in_(gone)))
    await unit.run(update(difficulty_event).where(wrote).values(note=None))


async def drop_topic_drafts(unit: UnitOfWork, person_id: int) -> None:
    """Deletes the topics that somebody prepared and never issued; their files become free."""
    drafts = select(topic.c.id).where(topic.c.issued_by == person_id, topic.c.issued_at.is_(None))
    for table in (topic_file, topic_chapter):
        await unit.run(delete(table).where(table.c.topic_id.in_(drafts)))
    await unit.run(
        delete(topic).where(topic.c.issued_by == person_id, topic.c.issued_at.is_(None))
    )


async def drop_unsent_questionnaires(unit: UnitOfWork, person_id: int) -> None:
    """Deletes the questionnaires that somebody prepared and never sent."""
    unsent = (questionnaire.c.created_by == person_id, questionnaire.c.sent_at.is_(None))
    drafts = select(questionnaire.c.id).where(*unsent)
    for table in (questionnaire_version, questionnaire_chapter, questionnaire_kind):
        await unit.run(delete(table).where(table.c.questionnaire_id.in_(drafts)))
    await unit.run(delete(questionnaire).where(*unsent))
