"""What reporters hear of a review, and reviewers of the correction that follows."""

from dialogue.words import shorten
from domain.chapters import Chapter
from domain.meetings import Meeting
from domain.news import News, Section
from domain.people import Person, Role
from domain.records import Report
from domain.report import ReportAnswers
from domain.reviews import ReviewAction
from operations.context import ActorContext
from operations.facts import ReportCorrected, ReportReviewed, ReportTaken
from operations.levels import levels_of
from operations.news import add_news
from operations.reports.asked import load_parts
from operations.reports.buttons import CompleteReport, SeeReport
from operations.reports.news import tell_hurried_cadres
from operations.reports.words import ReportWords, list_changes
from operations.wording import period_words
from storage.notifications import news
from storage.people import people
from storage.reports import reports, reviews
from storage.topics import topics
from texts import label

CORRECTED = "review-news-corrected"
_REVIEWERS = (Role.CADRE, Role.STAFF)
_CHANGES_SHOWN = 3
_LONGEST_VALUE = 60


async def tell_reporters(context: ActorContext, made: ReportReviewed) -> None:
    """Tells the sender and the leader; a return reaches its sender at once."""
    chapter_id, roles = made.chapter.id, (Role.LEADER, Role.DEPUTY)
    held = await people.holders(context.unit, [chapter_id], roles=roles, day=context.today)
    holders = {holder.person.id: holder for holder in held.get(chapter_id, ())}
    sender = made.report.person_id if made.report.person_id in holders else None
    told = {
        number: holder.person
        for number, holder in holders.items()
        if number == sender or holder.post.role is Role.LEADER or sender is None
    }
    by = context.actor.name
    lines = [
        _returned(made, person, by, urgent=sender in (None, person.id))
        if made.step
        else _accepted(made, person, by)
        for person in told.values()
    ]
    await add_news(context.unit, lines, now=context.now)


async def settle_return(context: ActorContext, fact: ReportTaken | ReportReviewed) -> None:
    """Lets earlier news offer no completion any more: it was made, asked anew or accepted."""
    await news.take_buttons_away(context.unit, CompleteReport(fact.meeting.id, "").key)


def _returned(made: ReportReviewed, to: Person, by: str, *, urgent: bool) -> News:
    return News(
        person_id=to.id,
        section=Section.REPORTS,
        key="review-news-returned",
        args={
            **_about(made.meeting, made.chapter, to),
            "who": by,
            "line": made.lines[to.language],
            "reason": made.reason,
        },
        command=CompleteReport(made.meeting.id, made.step).key,
        label_key="review-button-complete",
        dedupe_key=f"returned:{made.review_id}:{to.id}",
        urgent=urgent,
    )


def _accepted(made: ReportReviewed, to: Person, by: str) -> News:
    return News(
        person_id=to.id,
        section=Section.REPORTS,
        key="review-news-accepted",
        args={**_about(made.meeting, made.chapter, to), "who": by},
        dedupe_key=f"accepted:{made.review_id}:{to.id}",
    )


def _about(meeting: Meeting, chapter: Chapter, to: Person) -> dict[str, str]:
    return {"chapter": chapter.name, "period": period_words(meeting.period, to.language)}


async def tell_of_correction(context: ActorContext, fact: ReportCorrected) -> None:
    """Tells who had decided on the version before what is different now, and hurried cadres."""
    told = await _tell_reviewers(context, fact)
    await tell_hurried_cadres(context, fact, but=told)


async def _tell_reviewers(context: ActorContext, fact: ReportCorrected) -> set[int]:
    """Returns who was told; of an earlier correction not told yet they read as well."""
    unit, report, chapter = context.unit, fact.report, fact.chapter
    unsaid = await news.drop_untold(unit, f"corrected:{report.id}:")
    said = (await reviews.of_reports(unit, [report.id]))[report.id]
    waiting = {person_id for person_id, _ in unsaid}
    decided = {
        review.person_id: review.version
        for review in said
        if review.person_id is not None
        and review.action in (ReviewAction.RETURNED, ReviewAction.ACCEPTED)
        and (review.version == report.version - 1 or review.person_id in waiting)
    }
    held = await people.holders(unit, [chapter.id], roles=_REVIEWERS, day=context.today)
    told = {holder.person.id: holder.person for holder in held.get(chapter.id, ())}
    wanted = [person for number, person in sorted(told.items()) if number in decided]
    if not wanted:
        return set()
    known = {each.version: each.answers for each in await reports.revisions(unit, report.id)}
    named = {answers.topic_id for answers in known.values() if answers.topic_id}
    titles = await topics.titles(unit, named)
    levels = await levels_of(unit, chapter)
    asked = await load_parts(unit, known.values())
    words = {to.id: ReportWords(to.language, chapter, titles, levels, asked) for to in wanted}
    lines = [
        _corrected(to, fact, _changes(known[decided[to.id]], report, words[to.id]))
        for to in wanted
    ]
    await add_news(unit, lines, now=context.now)
    return {to.id for to in wanted}


def _corrected(to: Person, fact: ReportCorrected, changes: str) -> News:
    report, meeting = fact.report, fact.meeting
    return News(
        person_id=to.id,
        section=Section.REPORTS,
        key=CORRECTED,
        args={**_about(meeting, fact.chapter, to), "changes": changes},
        command=SeeReport(meeting.id).key,
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
