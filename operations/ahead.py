"""The meetings ahead as somebody assigned to them is told of them."""

from collections.abc import Iterator, Mapping, Sequence

from domain.visits import Intent, Visit, clashes_of
from operations.wording import day_words
from texts import label, render


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
        time=one.start_time,
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
