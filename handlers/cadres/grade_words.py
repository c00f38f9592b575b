"""A meeting to be graded, in lines and as buttons."""

from collections.abc import Sequence

from documents.usual_names import table_words
from domain.grading import Score
from domain.message import Choice
from handlers.screen import shorten
from handlers.steps import choice
from operations.cadres.buttons import LOOKS, MARKS, SHEETS
from operations.cadres.grading import Grading, may_grade
from operations.turn import Turn
from operations.wording import clock_words, day_words, period_words
from storage.cadres.meeting_grades import Source
from texts import Rich

_LONGEST_REASON = 200


def meeting_lines(turn: Turn, grading: Grading, *, name: str) -> Rich:
    """Returns the meeting's name, what could be worked out, and the grades it has."""
    lines = [turn.text("grade-meeting", name=name)]
    if not grading.is_frame:
        lines += [_score_line(turn, score) for score in grading.scores]
    lines += [given_line(turn, grading, source) for source in Source if source in grading.given]
    return Rich("\n".join(lines))


def evening_name(grading: Grading, number: int = 0) -> str:
    """Returns hour and chapter, with a number where there are several."""
    name = f"{clock_words(grading.meeting.start_time)} {grading.chapter.name}"
    return f"{number}. {name}" if number else name


def single_name(turn: Turn, grading: Grading) -> str:
    """Returns chapter, period and day."""
    period = period_words(grading.meeting.period, turn.language)
    return f"{grading.chapter.name}, {period} ({day_words(grading.day)})"


def given_line(turn: Turn, grading: Grading, source: Source) -> Rich:
    """Returns a grade that was given, with its points and its reason."""
    given = grading.given[source]
    words = table_words(grading.names[source], turn.language)
    if given.total is not None:
        words = turn.label(
            "grade-with-points", grade=words, total=given.total, most=grading.table.most
        )
    if not given.reason:
        return turn.text(f"grade-given-{source}", grade=words)
    reason = shorten(given.reason, _LONGEST_REASON)
    return turn.text(f"grade-given-{source}-why", grade=words, reason=reason)


def _score_line(turn: Turn, score: Score) -> Rich:
    part = score.part
    name = table_words(part.name, turn.language)
    if score.points is None:
        return turn.text("grade-score-missing", name=name, why=_why(turn, score.missing))
    line = turn.text(
        "grade-score",
        name=name,
        measured=turn.label(f"grade-measured-{part.rule}", value=score.value),
        points=score.points,
        most=part.most,
    )
    unsure = (
        [turn.text("grade-score-unsure", why=_why(turn, score.unsure))] if score.unsure else []
    )
    return Rich("; ".join([line, *unsure]))


def _why(turn: Turn, fact: str) -> str:
    return turn.label(f"grade-missing-{fact}")


def grade_buttons(
    turn: Turn, grading: Grading, source: Source, *, number: int = 0
) -> list[Choice]:
    """Returns a button for each grade, or the one that opens the table of points."""
    if grading.asks_for_points:
        words = turn.label("grade-button-sheet")
        return [Choice(SHEETS[source](grading.meeting.id).key, _numbered(words, number))]
    version = grading.version(source)
    return [
        Choice(
            MARKS[source](grading.meeting.id, version, grade.key).key,
            _numbered(table_words(grade.name, turn.language), number),
        )
        for grade in grading.table.grades
    ]


def grade_ways(turn: Turn, grading: Grading) -> list[Choice]:
    """Returns the buttons that lead from a report to the grades somebody may give."""
    return [
        choice(turn, LOOKS[source](grading.meeting.id), f"grade-button-{source}")
        for source in Source
        if grading.report is not None and may_grade(turn.posts, grading, source, turn.clock)
    ]


def columns_of(buttons: Sequence[Choice]) -> int:
    """Returns how many buttons stand side by side: short grades do, anything longer does not."""
    return 2 if len(buttons) > 1 else 1


def _numbered(words: str, number: int) -> str:
    return f"{words} ({number})" if number else words
