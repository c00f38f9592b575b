"""The words of the day's bundle, and the buttons by which it is answered in place."""

from collections.abc import Sequence
from datetime import date

from dialogue.words import shorten
from domain.calendar import period_of
from domain.message import Choice, Expects, Message, Prompt
from domain.people import Person
from operations.cadres.buttons import AttendanceOfDay
from operations.figures.buttons import MissingInCare
from operations.news import news_buttons, news_lines
from operations.notifications.ahead import ahead_buttons, ahead_lines
from operations.notifications.bundle_items import Bundle
from operations.reports.buttons import SeeReport
from operations.wording import day_words, period_words
from storage.notifications.bundles import LateCount, LostLeader, NewReport, SilentLeader
from texts import label, render

# So many new reports have a button each; more of them are found on the board.
_BUTTONS_FOR_REPORTS = 3
_SHOWN = 12


def render_bundle(bundle: Bundle, person: Person, *, prompt_id: str) -> Message:
    """Returns the message: what needs an answer has a button that never grows old."""
    language = person.language
    parts = [
        render("bundle-greeting", language, who=person.called),
        _section("bundle-ahead", ahead_lines(bundle.ahead, person.id, language), language),
        _section(
            "bundle-reports", [_report(report, language) for report in bundle.reports], language
        ),
        _section("bundle-lost", [_lost(leader, language) for leader in bundle.lost], language),
        _section(
            "bundle-silent", [_silent(leader, language) for leader in bundle.silent], language
        ),
        _section("bundle-late", [_late(late, language) for late in bundle.late], language),
        *(_evening(day, number, language) for day, number in sorted(bundle.evenings.items())),
        *news_lines(bundle.news, language),
    ]
    choices = _buttons(bundle, language)
    prompt = Prompt(id=prompt_id, expects=Expects.CHOICE, choices=choices) if choices else None
    return Message(text="\n\n".join(filter(None, parts)), prompt=prompt)


def _buttons(bundle: Bundle, language: str) -> tuple[Choice, ...]:
    found = (
        *ahead_buttons(bundle.ahead, bundle.person_id, language),
        *(
            Choice(
                AttendanceOfDay(day).key,
                label("bundle-button-confirm", language, day=day_words(day)),
            )
            for day in sorted(bundle.evenings)
        ),
        *news_buttons(bundle.news, language),
        *_report_buttons(bundle, language),
        *(_late_button(late, language) for late in bundle.late),
    )
    return tuple({choice.key: choice for choice in found}.values())


def _report_buttons(bundle: Bundle, language: str) -> tuple[Choice, ...]:
    few = len(bundle.reports) <= _BUTTONS_FOR_REPORTS
    singly = (
        Choice(
            SeeReport(report.meeting_id).key,
            shorten(label("bundle-button-report", language, chapter=report.chapter_name)),
        )
        for report in bundle.reports
        if few
    )
    on_board = bundle.lost or bundle.silent or (bundle.reports and not few)
    board = (Choice("board", label("bundle-button-board", language)),) if on_board else ()
    return (*singly, *board)


def _late_button(late: LateCount, language: str) -> Choice:
    month = period_of(late.period.last_day, 1)
    words = label("bundle-button-late", language, period=period_words(late.period, language))
    return Choice(MissingInCare(period=month).key, words)


def _section(key: str, lines: Sequence[str], language: str) -> str:
    if not lines:
        return ""
    shown = [*lines[:_SHOWN]]
    if len(lines) > _SHOWN:
        shown.append(render("news-more", language, count=len(lines) - _SHOWN))
    return "\n".join([render(key, language), *shown])


def _place(chapter: str, area: str) -> str:
    """Returns the chapter's name, with its place unless the name tells it."""
    return chapter if area.lower() in chapter.lower() else f"{chapter}, {area}"


def _report(report: NewReport, language: str) -> str:
    line = render(
        f"bundle-report-{report.state.replace('_', '-')}",
        language,
        chapter=_place(report.chapter_name, report.area_name),
        present=str(report.present or 0),
        expected=str(report.expected),
        day=day_words(report.moved_to) if report.moved_to else "",
    )
    notes = [
        *([render("bundle-note-late", language)] if not report.on_time else []),
        *([render("bundle-note-changed", language)] if report.version > 1 else []),
        *(
            [render("bundle-note-difficulties", language, number=report.difficulties)]
            if report.difficulties
            else []
        ),
    ]
    return "; ".join([line, *notes])


def _lost(leader: LostLeader, language: str) -> str:
    return render(
        "bundle-lost-line",
        language,
        name=leader.name,
        chapter=leader.chapter_name,
        phone=leader.phone or "–",
    )


def _silent(leader: SilentLeader, language: str) -> str:
    return render(
        "bundle-silent-line",
        language,
        name=leader.name,
        chapter=_place(leader.chapter_name, leader.area_name),
        due=day_words(leader.due_on),
        phone=leader.phone or "–",
        count=leader.count,
    )


def _late(late: LateCount, language: str) -> str:
    return render(
        "bundle-late-line",
        language,
        period=period_words(late.period, language),
        late=late.late,
        newly=late.newly,
    )


def _evening(day: date, number: int, language: str) -> str:
    return render("bundle-evening", language, number=number, day=day_words(day))
