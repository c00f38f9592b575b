"""Tells of a report: hurried cadres at once, the leader of what another sent or corrected."""

from collections.abc import Collection

from domain.chapters import Chapter
from domain.news import News, Section
from domain.people import Role
from domain.records import Report
from operations.cadres.assignment import cadres_of
from operations.context import ActorContext
from operations.facts import ReportCorrected, ReportTaken
from operations.news import add_news
from operations.notices import Notice, tell
from operations.reports.buttons import SeeReport
from operations.wording import day_words, period_words
from storage.notifications import news, preferences
from storage.people import people

_NEW = "bundle-report-"


async def tell_hurried_cadres(
    context: ActorContext, fact: ReportTaken, *, but: Collection[int] = ()
) -> None:
    """Queues a message for each cadre on duty who wants reports at once, `but` the ones told.

    The others read of it in their bundle, which is told from the reports themselves. What
    nobody was told yet of an earlier version is left unsaid.
    """
    unit, report, chapter = context.unit, fact.report, fact.chapter
    if report.version > 1:
        await news.drop_untold(unit, f"report:{report.id}:")
    cadres = await cadres_of(unit, chapter.id, day=context.today)
    on_duty = {cadre.person.id for cadre in cadres}
    chosen = await preferences.of_people(unit, on_duty.difference(but))
    hurried = [number for number, how in chosen.items() if Section.REPORTS in how.urgent]
    lines = [_line(person_id, report, chapter) for person_id in hurried]
    await add_news(unit, lines, now=context.now)


def is_new_report(line: News) -> bool:
    """True for the line by which hurried cadres are told of a report."""
    return line.key.startswith(_NEW)


def _line(person_id: int, report: Report, chapter: Chapter) -> News:
    answers = report.answers
    return News(
        person_id=person_id,
        section=Section.REPORTS,
        key=f"{_NEW}{report.state.replace('_', '-')}",
        args={
            "chapter": chapter.name,
            "present": str(answers.present or 0),
            "expected": str(report.total - report.exempt),
            "day": day_words(answers.postponed_to) if answers.postponed_to else "",
        },
        command=SeeReport(report.meeting_id).key,
        label_key="bundle-button-report",
        dedupe_key=f"report:{report.id}:{report.version}:cadre:{person_id}",
    )


async def tell_leaders(context: ActorContext, fact: ReportTaken) -> None:
    """Tells the leader of another's report, and whose report was corrected, at once.

    In whose name a report was typed is asked instead (`ask_to_confirm`).
    """
    report, chapter = fact.report, fact.chapter
    if report.typed_by:
        return
    held = await people.holders(context.unit, [chapter.id], roles=[Role.LEADER], day=context.today)
    concerned = {leader.person.id for leader in held.get(chapter.id, ())}
    before = fact.before if isinstance(fact, ReportCorrected) else None
    if before and before.person_id:
        concerned.add(before.person_id)
    known = await people.persons(context.unit, concerned - {context.actor.id})
    notices = [
        Notice(
            person_id=person.id,
            key="report-corrected-for-you" if before else "report-sent-for-you",
            args={
                "who": context.actor.name,
                "period": period_words(fact.meeting.period, person.language),
                "chapter": chapter.name,
                "number": report.number,
            },
            subject=f"report:{report.id}",
            dedupe_key=f"report:{report.id}:{report.version}:{person.id}",
        )
        for _, person in sorted(known.items())
    ]
    await tell(context.unit, notices, now=context.now)
