"""The way out of every talk."""

from handlers.screen import ScreenHandler, show
from handlers.steps import choice
from handlers.topics.states import find_draft
from operations.reports.buttons import GoOnWithReport
from operations.topics.buttons import GoOnWithTopic
from operations.turn import Turn


class CancelHandler(ScreenHandler):
    """Leaves whatever is open; a draft is kept, and how to go on with it is said."""

    name = "cancel"
    command = "huy|cancel"
    words = "command-cancel-words"

    async def begin(self, turn: Turn, argument: str) -> None:  # noqa: ARG002 - needs none
        """Leaves the open task."""
        draft, is_open = turn.draft, turn.talk.handler is not None
        topic_id = find_draft(turn)
        if topic_id is not None:
            turn.say("topic-kept")
            show(turn, choice(turn, GoOnWithTopic(topic_id), "button-go-on"))
        elif draft is not None:
            turn.say("cancel-kept")
            show(turn, choice(turn, GoOnWithReport(draft.meeting_id), "button-go-on-with-report"))
        else:
            turn.say("cancel-left" if is_open else "cancel-nothing")
            show(turn)
