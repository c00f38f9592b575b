"""The meetings ahead as somebody assigned to them is told of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TypeVar

from domain.message import Choice
from domain.visits import Intent, TimedMeeting, Visit, clashes_of
from operations.cadres.buttons import AttendVisit, ChooseSubstitute, DeclineVisit, VisitSheet
from operations.wording import clock_words, day_words
from texts import label, render

T = TypeVar("T", bound=TimedMeeting)

# With more than so many to answer, only the usual answer has a button of its own.
_EVERY_ANSWER = 2
_SHOWN = 4
_SHEETS = 2
_ANSWERS = (
    (AttendVisit, "coming"),
    (DeclineVisit, "declined"),
    (ChooseSubstitute, "sending"),
)


def ahead_lines(visits: Sequence[Visit], person_id: int, language: str) -> list[str]:
    """Returns a line for each meeting: when and where, what clashes, what was said of it.

    Those of one hour stand together under that.
    """
    clashes = clashes_of(person_id, visits)
    names = {visit.meeting_id: visit.chapter_name for visit in visits}
    lines: list[str] = []
    for group in by_hour(visits):
        when = {
            "weekday": label("reminder-weekday", language, number=group[0].day.weekday()),
            "day": day_words(group[0].day),
            "time": clock_words(group[0].start_time),
        }
        rows = [_line(visit, len(group), when, language) for visit in group]
        elsewhere = other_hours(group, clashes)
        notes = [visit_notes(visit, person_id, elsewhere, names, language) for visit in group]
        shown = ["; ".join([row, *some]) for row, some in zip(rows, notes, strict=True)]
        if len(group) > 1:
            shown.insert(0, render("visit-hour", language, count=len(group), **when))
        lines.append("\n".join(shown))
    return lines


def _line(visit: Visit, together: int, when: Mapping[str, str], language: str) -> str:
    if together > 1:
        return render("visit-hour-line", language, chapter=placed(visit), place=visit.place)
    return render("bundle-ahead-line", language, chapter=placed(visit), place=visit.place, **when)


def by_hour(meetings: Iterable[T]) -> list[list[T]]:
    """Returns meetings in order of time, those that begin at one hour of a day together."""
    return [
        list(some)
        for _, some in groupby(meetings, key=lambda value: (value.day, value.start_time))
    ]


def other_hours(
    group: Sequence[TimedMeeting], clashes: Mapping[int, Sequence[int]]
) -> Mapping[int, Sequence[int]]:
    """Returns with what the meetings of one hour clash besides each other."""
    same = {timed.meeting_id for timed in group}
    return {
        number: [other for other in clashes.get(number, ()) if other not in same]
        for number in same
    }


def clash_notes(others: Sequence[int], names: Mapping[int, str], language: str) -> Iterator[str]:
    """Yields what a meeting clashes with: by its name, or how many they are."""
    if len(others) == 1:
        yield render("visit-note-clash", language, chapter=names[others[0]])
    elif others:
        yield render("visit-note-clashes", language, count=len(others))


def placed(visit: Visit) -> str:
    """Returns the chapter's name, with its place unless the name tells it."""
    is_told = visit.area_name.lower() in visit.chapter_name.lower()
    return visit.chapter_name if is_told else f"{visit.chapter_name}, {visit.area_name}"


def visit_notes(
    visit: Visit,
    person_id: int,
    clashes: Mapping[int, Sequence[int]],
    names: Mapping[int, str],
    language: str,
) -> Iterator[str]:
    """Yields what there is to say of a visit: the answer given, whom for, what it clashes with."""
    if visit.substitute_id == person_id:
        yield render("visit-note-for", language, name=visit.person_name)
    elif visit.intent is Intent.SENDING:
        yield render("visit-note-sending", language, name=visit.substitute_name or "–")
    elif visit.intent is not None:
        yield render(f"visit-note-{visit.intent}", language)
    yield from clash_notes(clashes.get(visit.meeting_id, ()), names, language)


def ahead_buttons(visits: Sequence[Visit], person_id: int, language: str) -> tuple[Choice, ...]:
    """Returns the answers to the meetings that wait for one, each given by one press.

    Where they are many the usual answer has a button, and the others are behind the last one.
    """
    waiting = [visit for visit in visits if visit.intent is None and visit.person_id == person_id]
    ways = _ANSWERS if len(waiting) <= _EVERY_ANSWER else _ANSWERS[:1]
    buttons = [
        Choice(answer(visit.meeting_id).key, _button(f"visit-button-{words}", visit, language))
        for visit in waiting[:_SHOWN]
        for answer, words in ways
    ]
    if len(waiting) > _EVERY_ANSWER:
        buttons.append(Choice("visits", label("visit-button-others", language)))
    return (*buttons, *_sheets(visits, person_id, language))


def _sheets(visits: Sequence[Visit], person_id: int, language: str) -> list[Choice]:
    """Returns what is to know before the next meetings, those of the first day."""
    going = [visit for visit in visits if visit.may_go(person_id)]
    next_ones = [visit for visit in going if visit.day == going[0].day]
    return [
        Choice(VisitSheet(visit.meeting_id).key, _button("schedule-button-sheet", visit, language))
        for visit in next_ones[:_SHEETS]
    ]


def _button(key: str, visit: Visit, language: str) -> str:
    return label(key, language, day=f"{visit.day:%d/%m}", chapter=visit.chapter_name)
