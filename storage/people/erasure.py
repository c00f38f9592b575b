"""Takes a person's traces out of every table; what the chapter did stays."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, or_, select, update

from storage.tables.base import named
from storage.tables.cadres import enquiry_file, news, preference
from storage.tables.cases import difficulty_file
from storage.tables.directory import (
    address,
    area,
    audit,
    chapter,
    consent,
    conversation,
    invitation,
    person,
    post,
    wrong_code,
)
from storage.tables.grading import meeting_grade, report_review, year_grade
from storage.tables.history import pause
from storage.tables.mail import (
    desk_form,
    desk_request,
    draft,
    inbox,
    outbox,
    web_message,
    web_session,
)
from storage.tables.meetings import attachment, meeting, report, topic_file
from storage.tables.questionnaires import questionnaire_answer, questionnaire_draft
from storage.unit import UnitOfWork


async def list_chapters(unit: UnitOfWork, person_id: int) -> list[int]:
    """Returns the chapters for which somebody holds or held a post, or sent a report."""
    posts = select(post.c.chapter_id).where(
        post.c.person_id == person_id, post.c.chapter_id.is_not(None)
    )
    sent = (
        select(meeting.c.chapter_id)
        .join(report, report.c.meeting_id == meeting.c.id)
        .where(or_(report.c.person_id == person_id, report.c.typed_by == person_id))
    )
    return [row.chapter_id for row in await unit.all(posts.union(sent))]


async def list_names_like(unit: UnitOfWork, person_id: int, names: Collection[str]) -> list[str]:
    """Returns the names of other people, places and chapters that hold one of some names."""
    found: set[str] = set()
    for table in (person, area, chapter):
        mine = [table.c.id != person_id] if table is person else []
        like = or_(*(table.c.name.contains(name, autoescape=True) for name in names))
        found |= {row.name for row in await unit.all(select(table.c.name).where(like, *mine))}
    return sorted(found)


async def list_former(unit: UnitOfWork, person_id: int) -> list[Mapping[str, Any]]:
    """Returns what the journal has of a person's earlier names and phones."""
    mine = (audit.c.subject == f"person:{person_id}") & audit.c.before.is_not(None)
    changed = audit.c.action == "person.changed"
    rows = await unit.all(select(audit.c.before).where(mine, changed).order_by(audit.c.id))
    return [row.before for row in rows if isinstance(row.before, dict)]


async def end_addresses(unit: UnitOfWork, ids: Collection[int]) -> None:
    """Lets addresses be nobody's, each with an empty conversation; their sessions end."""
    for address_id in ids:
        talk = await unit.add(conversation, state={}, tail={})
        await unit.run(
            update(address)
            .where(address.c.id == address_id)
            .values(person_id=None, conversation_id=talk)
        )
    if ids:
        await unit.run(delete(web_session).where(web_session.c.address_id.in_(sorted(ids))))


async def forget_talk(unit: UnitOfWork, person_id: int) -> None:
    """Deletes what a person has begun, chose or is to be told, their leave; empties the talk."""
    await unit.run(
        update(conversation)
        .where(conversation.c.person_id == person_id)
        .values(
            handler=None,
            state={},
            draft_id=None,
            prompt=None,
            prompt_id=None,
            tail={},
            practice=None,
        )
    )
    await unit.run(delete(draft).where(draft.c.person_id == person_id))
    begun = questionnaire_draft.c.person_id == person_id
    await unit.run(delete(questionnaire_draft).where(begun))
    await unit.run(delete(desk_form).where(desk_form.c.person_id == person_id))
    await unit.run(delete(invitation).where(invitation.c.person_id == person_id))
    await unit.run(delete(news).where(news.c.person_id == person_id))
    await unit.run(delete(pause).where(pause.c.person_id == person_id))
    await unit.run(delete(preference).where(preference.c.person_id == person_id))


async def forget_reasons(unit: UnitOfWork, person_id: int) -> None:
    """Empties the reasons that a person wrote; what they gave, returned and settled stays."""
    for table in (meeting_grade, report_review, year_grade):
        await unit.run(update(table).where(table.c.person_id == person_id).values(reason=None))


async def withdraw_consents(unit: UnitOfWork, person_id: int, *, now: datetime) -> None:
    """Ends every consent; that it was given, and when, stays on record."""
    await unit.run(
        update(consent)
        .where(consent.c.person_id == person_id, consent.c.withdrawn_at.is_(None))
        .values(withdrawn_at=now)
    )


async def forget_addresses(
    unit: UnitOfWork, ids: Collection[int], *, sources: Collection[str]
) -> list[str]:
    """Deletes all that came from and went to addresses, and who they were.

    Returns the files (SHA-256) that no report or case has and that may go from the disk.
    """
    wanted = sorted(ids)
    for table in (inbox, outbox, web_message, web_session, desk_request):
        await unit.run(delete(table).where(table.c.address_id.in_(wanted)))
    await unit.run(delete(wrong_code).where(wrong_code.c.source.in_(sorted(sources))))
    # The files of a topic are the office's, whoever sent them.
    of_topics = attachment.c.id.in_(select(topic_file.c.attachment_id))
    mine = attachment.c.address_id.in_(wanted) & ~of_topics
    of_cases = attachment.c.id.in_(select(difficulty_file.c.attachment_id))
    # What a chapter answered is kept as what it reported is.
    of_answers = attachment.c.id.in_(
        select(questionnaire_answer.c.attachment_id).where(
            questionnaire_answer.c.attachment_id.is_not(None)
        )
    )
    free = attachment.c.report_id.is_(None) & ~of_cases & ~of_answers
    rows = await unit.all(
        select(attachment.c.sha256).where(mine, free, attachment.c.sha256.is_not(None))
    )
    gone = select(attachment.c.id).where(mine, free)
    await unit.run(delete(enquiry_file).where(enquiry_file.c.attachment_id.in_(gone)))
    await unit.run(delete(attachment).where(mine, free))
    await unit.run(update(attachment).where(mine).values(name="", source=None))
    for address_id in wanted:
        nobody = f"erased:{address_id}"
        await unit.run(
            update(address)
            .where(address.c.id == address_id)
            .values(person_id=None, chat=nobody, user=nobody, title="", reachable=False)
        )
    return [row.sha256 for row in rows]


async def addresses_of(unit: UnitOfWork, users: Collection[tuple[str, str, str]]) -> list[int]:
    """Returns every address of accounts (channel, account, user), those in groups too."""
    found: list[int] = []
    for channel, account, user in users:
        rows = await unit.all(
            select(address.c.id).where(
                address.c.channel == channel, address.c.account == account, address.c.user == user
            )
        )
        found += [row.id for row in rows]
    return found


async def rename_person(unit: UnitOfWork, person_id: int, title: str) -> None:
    """Lets a person be known by a title only."""
    values = {**named(title), "phone": None, "address_form": "đồng chí"}
    await unit.run(update(person).where(person.c.id == person_id).values(values))


async def end_posts(unit: UnitOfWork, person_id: int, *, last_day: date) -> None:
    """Ends every post of a person that goes on beyond a day."""
    await unit.run(
        update(post)
        .where(
            post.c.person_id == person_id,
            or_(post.c.valid_to.is_(None), post.c.valid_to > last_day),
        )
        .values(valid_to=last_day)
    )
