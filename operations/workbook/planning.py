"""Compares a workbook with the directory: a pure function of both."""

from datetime import date

from documents.book import Book
from operations.access import Limits
from operations.workbook.areas import plan_areas
from operations.workbook.chapters import plan_chapters
from operations.workbook.desk import Desk, Rows
from operations.workbook.duties import plan_duties
from operations.workbook.kinds import plan_kinds
from operations.workbook.others import plan_channels, plan_holidays
from operations.workbook.people import plan_people
from operations.workbook.plans import Plan
from operations.workbook.posts import plan_posts
from operations.workbook.programmes import plan_programmes
from operations.workbook.reforms import plan_reforms
from operations.workbook.scores import plan_scales, plan_scores
from operations.workbook.sight import look


def make_plan(
    book: Book,
    known: Rows,
    *,
    today: date,
    limits: Limits | None = None,
    accepts_doubtful: bool = False,
) -> Plan:
    """Returns what bringing `book` in would do; `limits` is None for the operator.

    Faults of the file come first. With `accepts_doubtful` a row that is probably a stored one
    under another name is that one.
    """
    plan = Plan(today, faults=book.faults, remarks=book.remarks)
    sight = look(known, limits)
    desk = Desk(book, sight.known, plan, today, limits, accepts_doubtful)
    places = plan_areas(desk)
    kinds = plan_kinds(desk)
    chapters = plan_chapters(desk, places, kinds)
    people = plan_people(desk, sight)
    plan_posts(desk, places, kinds, chapters, people)
    plan_duties(desk, places, kinds, people)
    plan_holidays(desk, places)
    plan_channels(desk, places)
    plan_programmes(desk, places, kinds)
    plan_scores(desk, places, kinds)
    plan_scales(desk)
    plan_reforms(desk, places, chapters)
    return plan
