"""What has been kept for as long as it should: counted, and deleted."""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    String,
    Table,
    Text,
    and_,
    cast,
    delete,
    exists,
    func,
    or_,
    select,
    update,
)

from storage.tables.api import api_token
from storage.tables.cadres import enquiry, enquiry_file, news, nudge
from storage.tables.cases import difficulty_file
from storage.tables.directory import (
    address,
    audit,
    consent,
    conversation,
    erasure,
    invitation,
    privacy_request,
    wanted_name,
)
from storage.tables.grading import meeting_grade, report_review
from storage.tables.history import pause
from storage.tables.mail import (
    draft,
    inbox,
    mailbox,
    outbox,
    outbox_passed,
    push_device,
    task,
    web_message,
    web_session,
)
from storage.tables.meetings import attachment, digest_target, topic, topic_file
from storage.tables.programmes import chapter_event, counter, exemplar
from storage.tables.questionnaires import questionnaire_answer, questionnaire_draft
from storage.tables.workbook import directory_import, directory_import_part
from storage.unit import UnitOfWork

# Pictures and voices of reports; documents are what the bot made for somebody.
_DOCUMENTS = attachment.c.kind.in_(("document", "workbook"))
# What a topic offers is kept as long as the topic says.
_OF_TOPICS = attachment.c.id.in_(select(topic_file.c.attachment_id))

# A case keeps its photo's row as a report does, emptied.
_OF_CASES = attachment.c.id.in_(select(difficulty_file.c.attachment_id))
# So does an answer to a questionnaire.
_OF_ANSWERS = attachment.c.id.in_(
    select(questionnaire_answer.c.attachment_id).where(
        questionnaire_answer.c.attachment_id.is_not(None)
    )
)
# The files of a message go when the message goes.
_OF_MESSAGES = attachment.c.id.in_(select(enquiry_file.c.attachment_id))

# What the bot made for somebody has no original.
_SENT = attachment.c.original_sha256.is_not(None)
_KEPT = _OF_CASES | _OF_ANSWERS | _OF_MESSAGES
_FREE = attachment.c.report_id.is_(None) & ~_KEPT & ~_OF_TOPICS
_ID = cast(attachment.c.id, String)
# Their state names it somewhere: the number of a file is like no other number.
_IN_A_DRAFT = exists(
    select(draft.c.id)
    .join(address, address.c.person_id == draft.c.person_id)
    .where(address.c.id == attachment.c.address_id, cast(draft.c.state, Text).contains(_ID))
)
_IN_AN_ANSWER = exists(
    select(questionnaire_draft.c.person_id)
    .join(address, address.c.person_id == questionnaire_draft.c.person_id)
    .where(
        address.c.id == attachment.c.address_id,
        cast(questionnaire_draft.c.state, Text).contains(_ID),
    )
)
_UNFINISHED = _IN_A_DRAFT | _IN_AN_ANSWER
_IN_A_TALK = exists(
    select(conversation.c.id)
    .join(address, address.c.conversation_id == conversation.c.id)
    .where(address.c.id == attachment.c.address_id, cast(conversation.c.state, Text).contains(_ID))
)

_OF_STRANGERS = inbox.c.address_id.in_(
    # What people say to each other in a group is nobody's message to the bot.
    select(address.c.id).where(address.c.person_id.is_(None))
)

_WORDS = ("aim", "content", "progress", "lead", "result")
_EMPTIED = {
    "reasons": ("reason",),
    "returns": ("reason",),
    "exemplars": _WORDS,
    "events": ("note",),
}


_AT_ONCE = 500


def _older(before: datetime) -> ColumnElement[bool]:
    return (attachment.c.created_at < before) & ~_OF_TOPICS


def _worked_off(before: datetime) -> ColumnElement[bool]:
    return func.coalesce(inbox.c.done_at, inbox.c.received_at) < before


def _nobodys(before: datetime) -> ColumnElement[bool]:
    """Returns which accounts are nobody's, quiet for long, and named by nothing that is kept."""
    named = (
        select(inbox.c.address_id),
        select(outbox.c.address_id),
        select(outbox_passed.c.address_id),
        select(web_message.c.address_id),
        select(web_session.c.address_id),
        select(attachment.c.address_id),
        select(digest_target.c.address_id),
        select(mailbox.c.address_id),
        select(push_device.c.address_id),
        select(consent.c.address_id).where(consent.c.address_id.is_not(None)),
        select(invitation.c.used_by).where(invitation.c.used_by.is_not(None)),
    )
    talked = select(conversation.c.id).where(conversation.c.active_at >= before)
    return and_(
        address.c.person_id.is_(None),
        address.c.created_at < before,
        address.c.conversation_id.not_in(talked),
        *(address.c.id.not_in(accounts) for accounts in named),
    )


# Which table a kind is in, and which of its rows are older than a moment.
_OLD: Mapping[str, tuple[Table, Callable[[datetime], ColumnElement[bool]]]] = {
    "photos": (
        attachment,
        lambda before: _older(before) & (~_DOCUMENTS | ~_FREE) & attachment.c.sha256.is_not(None),
    ),
    "documents": (attachment, lambda before: _older(before) & _DOCUMENTS & _FREE),
    "unattached": (
        attachment,
        lambda before: _older(before) & _SENT & _FREE & ~_UNFINISHED & ~_IN_A_TALK,
    ),
    "topics": (
        topic_file,
        lambda before: topic_file.c.topic_id.in_(
            select(topic.c.id).where(topic.c.issued_at < before)
        ),
    ),
    "drafts": (draft, lambda before: draft.c.updated_at < before),
    "strangers": (
        inbox,
        lambda before: (inbox.c.state == "done") & _worked_off(before) & _OF_STRANGERS,
    ),
    "inbox": (inbox, lambda before: (inbox.c.state == "done") & _worked_off(before)),
    "aside": (inbox, lambda before: (inbox.c.state != "done") & _worked_off(before)),
    "tasks": (
        task,
        lambda before: (
            (task.c.state != "pending")
            & (func.coalesce(task.c.done_at, task.c.created_at) < before)
        ),
    ),
    # Whatever became of a message: one that failed was never sent.
    "outbox": (
        outbox,
        lambda before: func.coalesce(outbox.c.sent_at, outbox.c.created_at) < before,
    ),
    "news": (news, lambda before: news.c.at < before),
    "page": (web_message, lambda before: web_message.c.at < before),
    "enquiries": (enquiry, lambda before: enquiry.c.at < before),
    "nudges": (nudge, lambda before: nudge.c.at < before),
    "sessions": (
        web_session,
        lambda before: or_(web_session.c.ended_at < before, web_session.c.expires_at < before),
    ),
    "invitations": (invitation, lambda before: invitation.c.expires_at < before),
    "tokens": (api_token, lambda before: api_token.c.expires_at < before),
    "accounts": (address, _nobodys),
    "consents": (consent, lambda before: consent.c.withdrawn_at < before),
    "requests": (privacy_request, lambda before: privacy_request.c.closed_at < before),
    "names": (wanted_name, lambda before: wanted_name.c.asked_at < before),
    "erasures": (erasure, lambda before: erasure.c.at < before),
    "journal": (audit, lambda before: audit.c.at < before),
    "reasons": (
        meeting_grade,
        lambda before: meeting_grade.c.reason.is_not(None) & (meeting_grade.c.at < before),
    ),
    "returns": (
        report_review,
        lambda before: report_review.c.reason.is_not(None) & (report_review.c.at < before),
    ),
    "exemplars": (
        exemplar,
        lambda before: (
            exemplar.c.state.in_(("draft", "ended"))
            & (exemplar.c.created_at < before)
            & or_(*(exemplar.c[name].is_not(None) for name in _WORDS))
        ),
    ),
    "events": (
        chapter_event,
        lambda before: chapter_event.c.note.is_not(None) & (chapter_event.c.at < before),
    ),
    "counters": (counter, lambda before: counter.c.at < before),
    "pauses": (pause, lambda before: (pause.c.reason != "") & (pause.c.last_day < before.date())),
    "imports": (
        directory_import,
        lambda before: (
            directory_import.c.state.in_(("done", "dropped"))
            & (directory_import.c.created_at < before)
        ),
    ),
}


def _old(kind: str, before: datetime) -> tuple[Table, ColumnElement[bool]]:
    table, is_old = _OLD[kind]
    return table, is_old(before)


async def count_old(unit: UnitOfWork, kind: str, *, before: datetime) -> int:
    """Returns how many rows of a kind are older than they should be."""
    table, where = _old(kind, before)
    return int(await unit.scalar(select(func.count()).select_from(table).where(where)) or 0)


async def delete_old(unit: UnitOfWork, kind: str, *, before: datetime) -> int:
    """Deletes what is older than it should be.

    Of a report's or case's photo the row stays, emptied; of a grade or return all but the reason,
    of an exemplar all but the words, of a chapter's event all but the remark.
    """
    table, where = _old(kind, before)
    if kind == "photos":
        free = attachment.c.report_id.is_(None) & ~_KEPT
        await unit.run(delete(table).where(where, free))
        return await unit.run(
            update(table)
            .where(where)
            .values(state="failed", reason="photo-expired", sha256=None, source=None, name="")
        )
    emptied = _EMPTIED.get(kind)
    if emptied:
        return await unit.run(update(table).where(where).values(dict.fromkeys(emptied)))
    if kind == "drafts":
        begun = questionnaire_draft.c.updated_at < before
        await unit.run(delete(questionnaire_draft).where(begun))
    if kind == "pauses":
        return await unit.run(update(table).where(where).values(reason=""))
    if kind == "imports":
        parts = directory_import_part
        old = select(table.c.id).where(where)
        await unit.run(delete(parts).where(parts.c.import_id.in_(old)))
    if kind == "enquiries":
        old = select(table.c.id).where(where)
        await unit.run(delete(enquiry_file).where(enquiry_file.c.enquiry_id.in_(old)))
    if kind == "accounts":
        return await _delete_accounts(unit, where)
    return await unit.run(delete(table).where(where))


async def _delete_accounts(unit: UnitOfWork, where: ColumnElement[bool]) -> int:
    """Deletes accounts that are nobody's, and the empty talk that each has."""
    rows = await unit.all(select(address.c.id, address.c.conversation_id).where(where))
    for first in range(0, len(rows), _AT_ONCE):
        part = rows[first : first + _AT_ONCE]
        await unit.run(delete(address).where(address.c.id.in_([row.id for row in part])))
        talks = [row.conversation_id for row in part]
        still = select(address.c.conversation_id).where(address.c.conversation_id.in_(talks))
        await unit.run(
            delete(conversation).where(
                conversation.c.id.in_(talks),
                conversation.c.person_id.is_(None),
                conversation.c.id.not_in(still),
            )
        )
    return len(rows)


async def list_files(unit: UnitOfWork, *, kinds: Mapping[str, datetime]) -> list[str]:
    """Returns the files (SHA-256) that old rows of some kinds name."""
    found: set[str] = set()
    for kind, before in kinds.items():
        _, where = _old(kind, before)
        rows = await unit.all(
            select(attachment.c.sha256).where(where, attachment.c.sha256.is_not(None))
        )
        found |= {row.sha256 for row in rows}
    return sorted(found)


async def list_spare(unit: UnitOfWork, sha256: Collection[str]) -> list[str]:
    """Returns those of the files that no row names."""
    rows = await unit.all(
        select(attachment.c.sha256).where(attachment.c.sha256.in_(sorted(sha256)))
    )
    return sorted(set(sha256) - {row.sha256 for row in rows})
