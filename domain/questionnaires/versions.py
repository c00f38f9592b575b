"""From one version of a form to the next: the same form, its questions of the same types."""

from collections.abc import Iterator

from domain.questionnaires.definition import QuestionType
from domain.questionnaires.reading import read_form
from domain.questionnaires.sheets import SETTINGS, SURVEY, Fault, Sheets, read_lines


def form_id_of(sheets: Sheets) -> str:
    """Returns what a form calls itself, "" for nothing."""
    settings = next(read_lines(sheets, SETTINGS), None)
    return settings.text("form_id") if settings else ""


def find_other_form(before: Sheets, after: Sheets) -> Iterator[Fault]:
    """Yields that a form is another than the one it is to follow."""
    named, known = form_id_of(after), form_id_of(before)
    if named != known:
        line = next(read_lines(after, SETTINGS), None)
        yield (
            line.fault("form_id", "form-other", known)
            if line
            else Fault(SETTINGS, 1, "A", "form-other", known)
        )


def find_retyped(before: Sheets, after: Sheets) -> Iterator[Fault]:
    """Yields the questions whose answers would be of another type than those there are."""
    types, kept = _types(before), _types(after)
    for line in read_lines(after, SURVEY):
        name = line.text("name")
        if name in types and name in kept and types[name] != kept[name]:
            yield line.fault("type", "type-changed", name)


def _types(sheets: Sheets) -> dict[str, tuple[QuestionType, str]]:
    """Returns by name what type a question is of, and which repeat it belongs to."""
    questions = read_form(sheets).definition.questions
    return {asked.name: (asked.type, asked.repeat) for asked in questions}
