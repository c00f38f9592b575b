"""One report: what was said and what it was before, photos, the words of all sides, the review."""

import asyncio

from desk.acting import read_field, read_words, try_out
from desk.files import give_file
from desk.page import Drawn, Given, Page, Visit
from documents.official.photos import shrink_photos
from documents.rendering import MIMES
from domain.official import DocumentKind
from domain.refusals import BadInput, NotFound
from domain.report import ReportState
from operations.documents.file_names import name_minutes
from operations.documents.minutes import draw_up_minutes, gather_minutes, minutes_lines
from operations.documents.sending import note_minutes_taken
from operations.reports.report_sheet import find_report, list_photos, open_sheet
from operations.reports.reviewing import accept_report, return_report
from operations.rights import Right
from operations.wording import period_words
from texts import label

_REASONS = ("missing", "unclear", "differs", "no-photos")


async def show(visit: Visit, problem: str = "") -> Drawn:
    """Shows a report, with what was typed into its form if that could not be done."""
    context, number = visit.context, visit.given["number"]
    sheet = await open_sheet(context, number)
    view = sheet.found.view
    is_held = view.report.state is ReportState.HELD
    copied: list[str] = []
    if is_held:
        minutes = await gather_minutes(context, view.meeting.id)
        copied = minutes_lines(minutes, policy=context.policy)
    return Drawn(
        frame="report.html",
        values={
            "sheet": sheet,
            "view_of": view,
            "meeting_period": period_words(view.meeting.period, visit.language),
            "report": view.report,
            "is_held": is_held,
            "copied": copied,
            "reasons": [label(f"review-reason-{one}", visit.language) for one in _REASONS],
            "may_return": not view.meeting.is_closed(context.today),
            "problem": problem,
            "step": read_words(visit, "step"),
            "reason": read_words(visit, "reason"),
        },
    )


async def act(visit: Visit) -> str | Drawn:
    """Accepts a report or returns it; what could not be done is said on the page."""
    found = await find_report(visit.context, visit.given["number"])
    seen = {
        "meeting_id": found.view.meeting.id,
        "version": read_field(visit, "version"),
        "seen": read_field(visit, "seen"),
    }
    match visit.form.get("do"):
        case "accept":
            work = accept_report(visit.context, **seen)
        case "return":
            reason = read_words(visit, "reason") or read_words(visit, "usual")
            step = read_words(visit, "step")
            work = return_report(visit.context, **seen, step=step, reason=reason)
        case _:
            raise BadInput("desk-bad-request")
    problem = await try_out(visit, work)
    return await show(visit, problem) if problem else visit.link()


async def show_photo(visit: Visit) -> Given:
    """Gives a photo of a report in sight."""
    photos = await list_photos(visit.context, visit.given["number"])
    one = next((one for one in photos if str(one.file.id) == visit.given["photo"]), None)
    if one is None:
        raise NotFound("not-in-sight")
    return await give_file(visit, one.file.id)


async def show_minutes(visit: Visit) -> Given:
    """Gives the minutes of a meeting as a file."""
    suffix, settings = f".{visit.given['kind']}", visit.settings
    if suffix not in DocumentKind.MINUTES.suffixes:
        raise NotFound("not-in-sight")
    found = await find_report(visit.context, visit.given["number"])
    minutes = await gather_minutes(visit.context, found.view.meeting.id)
    now, policy = visit.context.now, visit.context.policy
    note_minutes_taken(visit.context, found.view.meeting.id, suffix)

    async def make() -> bytes:
        names = [one.sha256 for one in minutes.facts.photos]
        pictures = await asyncio.to_thread(shrink_photos, settings.files, names)
        paper = draw_up_minutes(minutes, pictures, policy=policy, now=now)
        return await settings.draw(paper, suffix, now)

    return Given(name=name_minutes(minutes, suffix), mime=MIMES[suffix], make=make)


REPORT = Page(
    name="report",
    path="/reports/{number}",
    right=Right.SEE_REPORTS,
    show=show,
    act=act,
    in_menu=False,
    is_noted=True,
)
PHOTO = Page(
    name="photo",
    path="/reports/{number}/photos/{photo}",
    right=Right.SEE_REPORTS,
    show=show_photo,
    in_menu=False,
)
MINUTES = Page(
    name="minutes",
    path="/reports/{number}/minutes.{kind}",
    right=Right.SEE_REPORTS,
    show=show_minutes,
    in_menu=False,
    is_noted=True,
)
