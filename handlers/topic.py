"""Topics of meetings: leaders read them and ask, staff and cadres set them."""

from dialogue.inputs import Input
from handlers.standing import parse_number
from handlers.topic_pages import show_offered, show_topic
from operations.turn import Turn


class TopicHandler:
    """Shows topics: "" or "m2" the page of those for one's own chapters, "v12" one of them."""

    name = "topic"
    command = "chude|topics"
    words = "command-topic-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Does what the button or the command says."""
        number = parse_number(argument[1:])
        if argument.startswith("v") and number:
            await show_topic(turn, number)
        else:
            await show_offered(turn, number if argument.startswith("m") else 1)

    async def answer(self, turn: Turn, given: Input) -> None:  # noqa: ARG002 - nothing to answer
        """Shows itself again."""
        await self.begin(turn, "")
