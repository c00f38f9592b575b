"""What reporters hear of a review, and reviewers of the correction that follows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from dialogue.words import shorten
from domain.chapters import Chapter
from domain.meetings import Meeting
from domain.news import News, Section
from domain.people import Person, Role
from domain.records import Report
from domain.report import ReportAnswers
from domain.reviews import ReviewAction
from operations.levels import levels_of
from operations.news import add_news
from operations.reports.words import ReportWords, list_changes
from operations.wording import period_words
from storage import UnitOfWork
from storage.notifications import news
from storage.people import people
from storage.reports import reports, reviews
from storage.topics import topics
from texts import label

CORRECTED = "review-news-corrected"
_REVIEWERS = (Role.CADRE, Role.STAFF)
_CHANGES_SHOWN = 3
_LONGEST_VALUE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A decision on a report: a return where a `step` is named, else an acceptance."""

    id: int
    report: Report
    meeting: Meeting
    chapter: Chapter
    by: Person
    step: str = ""
    reason: str = ""


async def tell_reporters(
    unit: UnitOfWork, made: Decision, *, lines: Mapping[str, str], now: datetime, today: date
) -> None:
    """Tells the sender and the leader; a return reaches its sender at once.

    `lines` are the question to complete with its answer, by language.
    """
    chapter_id = made.chapter.id
    await settle_return(unit, made.meeting.id)
    held = await people.holders(unit, [chapter_id], roles=[Role.LEADER, Role.DEPUTY], day=today)
    holders = {one.person.id: one for one in held.get(chapter_id, ())}
    sender = made.report.person_id if made.report.person_id in holders else None
    told = {
        number: one.person
        for number, one in holders.items()
        if number == sender or one.post.role is Role.LEADER or sender is None
    }
    await add_news(
        unit,
        [
            _returned(made, person, lines[person.language], urgent=sender in (None, person.id))
            if made.step
            else _accepted(made, person)
            for person in told.values()
        ],
        now=now,
    )


async def settle_return(unit: UnitOfWork, meeting_id: int) -> None:
    """Lets earlier news offer no completion any more: it was made, asked anew or accepted."""
    await news.take_buttons_away(unit, f"report.{meeting_id}@")


def _returned(made: Decision, to: Person, line: str, *, urgent: bool) -> News:
    return News(
        person_id=to.id,
        section=Section.REPORTS,
        key="review-news-returned",
        args={
            **_about(made.meeting, made.chapter, to),
            "who": made.by.name,
            "line": line,
            "reason": made.reason,
        },
        command=f"report.{made.meeting.id}@{made.step}",
        label_key="review-button-complete",
        dedupe_key=f"returned:{made.id}:{to.id}",
        urgent=urgent,
    )


def _accepted(made: Decision, to: Person) -> News:
    return News(
        person_id=to.id,
        section=Section.REPORTS,
        key="review-news-accepted",
        args={**_about(made.meeting, made.chapter, to), "who": made.by.name},
        dedupe_key=f"accepted:{made.id}:{to.id}",
    )


def _about(meeting: Meeting, chapter: Chapter, to: Person) -> dict[str, str]:
    return {"chapter": chapter.name, "period": period_words(meeting.period, to.language)}


async def tell_reviewers(
    unit: UnitOfWork,
    report: Report,
    *,
    meeting: Meeting,
    chapter: Chapter,
    now: datetime,
    today: date,
) -> set[int]:
    """Tells those who had decided on the version before what is different now; returns them.

    Who was not yet told of an earlier correction is told of all changes at once.
    """
    unsaid = await news.drop_untold(unit, f"corrected:{report.id}:")
    said = (await reviews.of_reports(unit, [report.id]))[report.id]
    waiting = {person_id for person_id, _ in unsaid}
    decided = {
        one.person_id: one.version
        for one in said
        if one.person_id is not None
        and one.action in (ReviewAction.RETURNED, ReviewAction.ACCEPTED)
        and (one.version == report.version - 1 or one.person_id in waiting)
    }
    held = await people.holders(unit, [chapter.id], roles=_REVIEWERS, day=today)
    told = {one.person.id: one.person for one in held.get(chapter.id, ())}
    wanted = [person for number, person in sorted(told.items()) if number in decided]
    if not wanted:
        return set()
    known = {one.version: one.answers for one in await reports.revisions(unit, report.id)}
    named = {one.topic_id for one in known.values() if one.topic_id}
    titles = await topics.titles(unit, named)
    levels = await levels_of(unit, chapter)
    words = {to.id: ReportWords(to.language, chapter, titles, levels) for to in wanted}
    await add_news(
        unit,
        [
            _corrected(
                to, report, meeting, chapter, _changes(known[decided[to.id]], report, words[to.id])
            )
            for to in wanted
        ],
        now=now,
    )
    return {to.id for to in wanted}


def _corrected(
    to: Person, report: Report, meeting: Meeting, chapter: Chapter, changes: str
) -> News:
    return News(
        person_id=to.id,
        section=Section.REPORTS,
        key=CORRECTED,
        args={**_about(meeting, chapter, to), "changes": changes},
        command=f"history.{meeting.id}",
        label_key="review-button-look",
        dedupe_key=f"corrected:{report.id}:{report.version}:{to.id}",
    )


def _changes(before: ReportAnswers, after: Report, words: ReportWords) -> str:
    found = list_changes(words.lines(before), words.lines(after.answers))
    nothing = label("history-nothing", words.language)
    shown = [
        label(
            "history-change-line",
            words.language,
            name=name,
            before=shorten(old, _LONGEST_VALUE) or nothing,
            after=shorten(new, _LONGEST_VALUE) or nothing,
        )
        for name, old, new in found[:_CHANGES_SHOWN]
    ]
    if len(found) > len(shown):
        shown.append(label("review-more-changes", words.language, count=len(found) - len(shown)))
    return "; ".join(shown) or label("history-change-none", words.language)
