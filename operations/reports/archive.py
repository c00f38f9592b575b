"""A sent report with everything that hangs on it, as it is shown to a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.levels import LevelWords
from domain.people import Post
from domain.refusals import NotFound
from operations.access import may, reporting_role
from operations.levels import levels_of
from operations.reports.asked import AskedParts, load_parts
from operations.reports.history import ReportView, get_report
from operations.rights import Right
from storage import UnitOfWork
from storage.messages import attachments
from storage.reports import reports
from storage.topics import topics


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedReport:
    """A report, its topics' titles by id, and the photos and recordings that are on disk.

    `may_correct` is true for those who report for the chapter while its period is open,
    `may_reopen` for those who may open it again once it is closed.
    """

    view: ReportView
    topics: dict[int, str]
    photos: tuple[int, ...]
    recordings: tuple[int, ...]
    levels: LevelWords
    asked: AskedParts
    may_correct: bool
    may_reopen: bool


async def get_archived(
    unit: UnitOfWork, posts: Sequence[Post], meeting_id: int, *, today: date
) -> ArchivedReport:
    """Returns the report of a meeting in one's sight; raises NotFound."""
    live = (await reports.of_meetings(unit, [meeting_id])).get(meeting_id)
    if live is None:
        raise NotFound("not-in-sight")
    view = await get_report(unit, posts, live.id, today=today)
    titles = {
        revision.answers.topic_id for revision in view.revisions if revision.answers.topic_id
    }
    files = await attachments.of_report(unit, live.id)
    ready = [attachment for attachment in files if attachment.state == "ready"]
    is_open = not view.meeting.is_closed(today)
    return ArchivedReport(
        view=view,
        topics=await topics.titles(unit, titles),
        photos=tuple(attachment.id for attachment in ready if attachment.kind == "photo"),
        recordings=tuple(attachment.id for attachment in ready if attachment.kind == "voice"),
        may_reopen=not is_open and may(Right.REOPEN_PERIOD, posts, view.chapter, today),
        levels=await levels_of(unit, view.chapter),
        asked=await load_parts(unit, [revision.answers for revision in view.revisions]),
        may_correct=is_open and reporting_role(posts, view.chapter, today) is not None,
    )
