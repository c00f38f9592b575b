"""What to know before a visit, on one screen."""

from handlers.screen import phone_words, shorten, show
from handlers.steps import task_button
from operations.cadres.visit_sheet import VisitSheet, get_visit_sheet
from operations.turn import Turn
from operations.wording import clock_words, day_words

_SHOWN = 5
_LONGEST = 200


async def say_sheet(turn: Turn, meeting_id: int) -> None:
    """Shows the sheet of one meeting."""
    sheet = await get_visit_sheet(
        turn.unit,
        turn.require_person().id,
        turn.posts,
        meeting_id,
        policy=turn.policy,
        now=turn.now,
    )
    meeting = sheet.meeting
    turn.say(
        "visit-sheet",
        chapter=sheet.chapter.name,
        day=day_words(meeting.day) if meeting.day else "–",
        time=clock_words(meeting.start_time),
        place=meeting.place,
    )
    _say_last(turn, sheet)
    _say_open(turn, sheet)
    _say_promises(turn, sheet)
    _say_leaders(turn, sheet)
    show(turn, navigation=(task_button(turn, "visits"),))


def _say_last(turn: Turn, sheet: VisitSheet) -> None:
    last = sheet.last
    if last is None or last.answers.held_date is None:
        turn.say("visit-sheet-last-none")
        return
    turn.say(
        "visit-sheet-last",
        day=day_words(last.answers.held_date),
        present=last.answers.present or 0,
        expected=last.total - last.exempt,
        topic=shorten(sheet.topic, _LONGEST) or "–",
    )


def _say_open(turn: Turn, sheet: VisitSheet) -> None:
    lines = [
        turn.text(
            "visit-sheet-open-line",
            text=shorten(case.text, _LONGEST),
            day=day_words(turn.policy.day_of(case.raised_at)),
        )
        for case in sheet.open[:_SHOWN]
    ]
    more = len(sheet.open) - len(lines)
    if more > 0:
        lines.append(turn.text("visit-sheet-more", count=more))
    turn.say_rich("\n".join([turn.text("visit-sheet-open", count=len(sheet.open)), *lines]))


def _say_promises(turn: Turn, sheet: VisitSheet) -> None:
    lines = [
        turn.text(
            "visit-sheet-promise",
            day=day_words(turn.policy.day_of(promise.at)),
            difficulty=shorten(promise.difficulty),
            note=shorten(promise.note, _LONGEST),
        )
        for promise in sheet.promises[:_SHOWN]
    ]
    if lines:
        turn.say_rich("\n".join([turn.text("visit-sheet-promises"), *lines]))


def _say_leaders(turn: Turn, sheet: VisitSheet) -> None:
    for leader in sheet.leaders:
        turn.say("board-contact", name=leader.name, phone=phone_words(turn, leader.phone))
    if not sheet.leaders:
        turn.say("board-contact-nobody")
