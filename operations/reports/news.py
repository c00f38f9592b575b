"""Tells cadres of a report at once, where they chose not to wait for the bundle."""

from collections.abc import Collection
from datetime import date, datetime

from domain.chapters import Chapter
from domain.news import News, Section
from domain.records import Report
from operations.cadres.assignment import cadres_of
from operations.news import add_news
from operations.wording import day_words
from storage import UnitOfWork
from storage.notifications import news, preferences

_NEW = "bundle-report-"


async def tell_hurried_cadres(
    unit: UnitOfWork,
    report: Report,
    chapter: Chapter,
    *,
    but: Collection[int],
    today: date,
    now: datetime,
) -> None:
    """Queues a message for each cadre on duty who wants reports at once, `but` the ones told.

    The others read of it in their bundle, which is told from the reports themselves. What
    nobody was told yet of an earlier version is left unsaid.
    """
    if report.version > 1:
        await news.drop_untold(unit, f"report:{report.id}:")
    on_duty = {one.person.id for one in await cadres_of(unit, chapter.id, day=today)}
    chosen = await preferences.of_people(unit, on_duty.difference(but))
    hurried = [one for one, how in chosen.items() if Section.REPORTS in how.urgent]
    await add_news(unit, [_line(one, report, chapter) for one in hurried], now=now)


def is_new_report(one: News) -> bool:
    """True for the line by which hurried cadres are told of a report."""
    return one.key.startswith(_NEW)


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
        command=f"history.{report.meeting_id}",
        label_key="bundle-button-report",
        dedupe_key=f"report:{report.id}:{report.version}:cadre:{person_id}",
    )
