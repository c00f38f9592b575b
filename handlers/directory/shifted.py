"""Says which meetings a change of days moves."""

from collections.abc import Sequence

from operations.meetings.replanning import ShiftedMeeting
from operations.turn import Turn
from operations.wording import day_words

_LISTED = 10


def say_shifted(turn: Turn, shifted: Sequence[ShiftedMeeting] | None) -> None:
    """Says which meetings get another day; None is for those that a task will plan anew."""
    if shifted is None:
        turn.say("freedays-shifted-later")
        return
    if not shifted:
        turn.say("freedays-shifted-none")
        return
    lines = [turn.text("freedays-shifted", count=len(shifted))]
    nothing = turn.label("freedays-no-day")
    lines += (
        turn.text(
            "freedays-shifted-line",
            chapter=moved.chapter_name,
            before=day_words(moved.before) if moved.before else nothing,
            after=day_words(moved.after) if moved.after else nothing,
        )
        for moved in shifted[:_LISTED]
    )
    if len(shifted) > _LISTED:
        lines.append(turn.text("freedays-shifted-more", count=len(shifted) - _LISTED))
    turn.say_rich("\n".join(lines))
