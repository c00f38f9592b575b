"""The meetings ahead as somebody assigned to them is told of them."""

from collections.abc import Iterator, Mapping, Sequence

from domain.message import Choice
from domain.visits import Intent, Visit, clashes_of
from operations.wording import clock_words, day_words
from texts import label, render

# With more than so many to answer, only the usual answer has a button of its own.
_EVERY_ANSWER = 2
_SHOWN = 4
_SHEETS = 2
_ANSWERS = (("y", "coming"), ("n", "declined"), ("s", "sending"))


def ahead_lines(visits: Sequence[Visit], person_id: int, language: str) -> list[str]:
    """Returns a line for each meeting: when and where, what clashes, what was said of it."""
    clashes = clashes_of(person_id, visits)
    names = {one.meeting_id: one.chapter_name for one in visits}
    return [_line(one, person_id, clashes, names, language) for one in visits]


def _line(
    one: Visit,
    person_id: int,
    clashes: Mapping[int, Sequence[int]],
    names: Mapping[int, str],
    language: str,
) -> str:
    line = render(
        "bundle-ahead-line",
        language,
        chapter=placed(one),
        weekday=label("reminder-weekday", language, number=one.day.weekday()),
        day=day_words(one.day),
        time=clock_words(one.start_time),
        place=one.place,
    )
    return "; ".join([line, *visit_notes(one, person_id, clashes, names, language)])


def placed(one: Visit) -> str:
    """Returns the chapter's name, with its place unless the name tells it."""
    is_told = one.area_name.lower() in one.chapter_name.lower()
    return one.chapter_name if is_told else f"{one.chapter_name}, {one.area_name}"


def visit_notes(
    one: Visit,
    person_id: int,
    clashes: Mapping[int, Sequence[int]],
    names: Mapping[int, str],
    language: str,
) -> Iterator[str]:
    """Yields what there is to say of a visit: the answer given, whom for, what it clashes with."""
    if one.substitute_id == person_id:
        yield render("visit-note-for", language, name=one.person_name)
    elif one.intent is Intent.SENDING:
        yield render("visit-note-sending", language, name=one.substitute_name or "–")
    elif one.intent is not None:
        yield render(f"visit-note-{one.intent}", language)
    for other in clashes.get(one.meeting_id, ()):
        yield render("visit-note-clash", language, chapter=names[other])


def ahead_buttons(visits: Sequence[Visit], person_id: int, language: str) -> tuple[Choice, ...]:
    """Returns the answers to the meetings that wait for one, each given by one press.

    Where they are many the usual answer has a button, and the others are behind the last one.
    """
    waiting = [one for one in visits if one.intent is None and one.person_id == person_id]
    ways = _ANSWERS if len(waiting) <= _EVERY_ANSWER else _ANSWERS[:1]
    buttons = [
        Choice(f"visits.{key}{one.meeting_id}", _button(f"visit-button-{way}", one, language))
        for one in waiting[:_SHOWN]
        for key, way in ways
    ]
    if len(waiting) > _EVERY_ANSWER:
        buttons.append(Choice("visits", label("visit-button-others", language)))
    return (*buttons, *_sheets(visits, person_id, language))


def _sheets(visits: Sequence[Visit], person_id: int, language: str) -> list[Choice]:
    """Returns what is to know before the next meetings, those of the first day."""
    going = [one for one in visits if one.may_go(person_id)]
    next_ones = [one for one in going if one.day == going[0].day]
    return [
        Choice(f"visits.b{one.meeting_id}", _button("schedule-button-sheet", one, language))
        for one in next_ones[:_SHEETS]
    ]


def _button(key: str, one: Visit, language: str) -> str:
    return label(key, language, day=f"{one.day:%d/%m}", chapter=one.chapter_name)
