"""The table of points, asked part by part; what could be worked out stands in it already."""

from collections.abc import Mapping

from dialogue.inputs import Input, Press
from domain.grading import Part, ScoreTable, points_of, total_of
from domain.message import Choice, Expects
from domain.reading import Everyone, ReadCount, parse_count
from domain.refusals import BadInput
from domain.talks import TaskState
from handlers.screen import shorten
from handlers.steps import YES, ask_again, back_button, cancel_button, choice, pressed, typed
from operations.cadres.buttons import ChangePart
from operations.cadres.grading import Grading, Mark, get_grading
from operations.turn import Turn
from storage.cadres.meeting_grades import Source

_REVIEW = "review"


def grade_of(grading: Grading, mark: Mark) -> str:
    """Returns the grade that a mark leads to; points outside the table lead to none."""
    if not grading.asks_for_points:
        return mark.grade
    try:
        return grading.table.grade_of(total_of(grading.table, mark.points)).key
    except ValueError:
        return ""


class ScoreSheet(TaskState):
    """A table of points on its way: `at` is the part that is asked for, or the review."""

    meeting: int
    source: Source
    version: int
    points: dict[str, int]
    at: str = ""


def open_sheet(turn: Turn, handler: str, grading: Grading, source: Source) -> None:
    """Begins with the first part without points, or with the whole where all have some."""
    given = grading.given.get(source)
    known = {part.key for part in grading.table.parts}
    points = (
        dict(given.points) if given and set(given.points) == known else points_of(grading.scores)
    )
    state = ScoreSheet(
        meeting=grading.meeting.id,
        source=source,
        version=grading.version(source),
        points=dict(points),
    )
    turn.start(handler, state)
    turn.say("grade-sheet", chapter=grading.chapter.name, table=grading.table.name)
    _go_on(turn, state, grading.table)


async def take(turn: Turn, state: ScoreSheet, given: Input) -> Mapping[str, int] | None:
    """Takes grading answer; returns the points of all parts once they are to be written."""
    grading = await get_grading(turn.unit, turn.posts, state.meeting, today=turn.today)
    table = grading.table
    part = next((part for part in table.parts if part.key == state.at), None)
    if part is not None:
        _take_points(turn, state, table, part, given)
    elif given == YES:
        return state.points
    elif changed := pressed(given, ChangePart):
        _go_to(turn, state, table, changed.part)
    else:
        ask_again(turn)
    return None


def _take_points(
    turn: Turn, state: ScoreSheet, table: ScoreTable, part: Part, given: Input
) -> None:
    if given == Press("back"):
        _go_back(turn, state, table, part)
        return
    points = _points(part, given)
    if points is None or not 0 <= points <= part.most:
        raise BadInput("grade-points-unread", name=part.name, most=part.most)
    state.points[part.key] = points
    _go_on(turn, state, table)


def _points(part: Part, given: Input) -> int | None:
    """Reads "8", "8/10", "tám" or "đủ"; None for anything less plain."""
    text = typed(given)
    read = parse_count(text) if text is not None else None
    if given == Press("full") or read is Everyone.EVERYONE:
        return part.most
    if isinstance(read, ReadCount) and read.total in (None, part.most):
        return read.present
    return None


def _go_on(turn: Turn, state: ScoreSheet, table: ScoreTable) -> None:
    unknown = (part.key for part in table.parts if part.key not in state.points)
    _go_to(turn, state, table, next(unknown, _REVIEW))


def _go_back(turn: Turn, state: ScoreSheet, table: ScoreTable, part: Part) -> None:
    """Leads to the part before, from the first one to the whole as far as it is known."""
    keys = [known.key for known in table.parts]
    at = keys.index(part.key)
    _go_to(turn, state, table, keys[at - 1] if at else _REVIEW)


def _go_to(turn: Turn, state: ScoreSheet, table: ScoreTable, at: str) -> None:
    state.at = at
    turn.keep(state)
    part = next((part for part in table.parts if part.key == at), None)
    if part is None:
        _show_review(turn, state.points, table)
        return
    noted = state.points.get(part.key)
    turn.say("grade-part", name=part.name, most=part.most)
    if noted is not None:
        turn.say("grade-part-noted", points=noted)
    turn.ask(
        (choice(turn, "full", "grade-button-full"),),
        expects=Expects.COUNT,
        navigation=(back_button(turn), cancel_button(turn)),
    )


def _show_review(turn: Turn, points: Mapping[str, int], table: ScoreTable) -> None:
    lines = [_part_button(turn, part, points) for part in table.parts]
    complete = set(points) == {part.key for part in table.parts}
    if complete:
        total = total_of(table, points)
        turn.say("grade-total", total=total, most=table.most, grade=table.grade_of(total).name)
        turn.say("grade-review")
    else:
        turn.say("grade-review-open")
    yes = [choice(turn, YES, "grade-button-yes")] if complete else []
    turn.ask((*yes, *lines), navigation=(cancel_button(turn),))


def _part_button(turn: Turn, part: Part, points: Mapping[str, int]) -> Choice:
    noted = points.get(part.key)
    words = turn.label(
        "grade-button-part",
        name=part.name,
        points="–" if noted is None else str(noted),
        most=part.most,
    )
    return Choice(ChangePart(part.key).key, shorten(words))
