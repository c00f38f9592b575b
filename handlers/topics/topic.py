"""Topics of meetings: leaders read them and ask, staff and cadres set and follow them."""

from dialogue.inputs import Input
from domain.calendar import Period, period_of
from handlers.screen import parse_number
from handlers.topics.changes import ask_change, ask_field, ask_withdrawal, withdraw
from handlers.topics.compose import answer_compose, begin_compose, copy_topic, go_on
from handlers.topics.follow import share, show_desk, show_followed, show_openers, show_own_topics
from handlers.topics.pages import show_offered, show_topic
from operations.access import REPORTING
from operations.turn import Turn

_MONTHS = range(1, 13)
_YEARS = range(2000, 10000)


class TopicHandler:
    """Shows topics and takes new ones.

    The argument is a letter and numbers: "v12" opens a topic, "m2" lists those of one's own
    chapters; for those who set them "l202611-2" lists a month, "d12" follows one, "o12-2" says
    who opened it, "u202611-2" lists what chapters chose, "s34" takes that up for all, "n" begins
    a new one, "g12" goes on with it, "c12" copies, "e12" corrects, "w12" withdraws.
    """

    name = "topic"
    command = "chude|topics"
    words = "command-topic-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Does what the button or the command says."""
        first, _, second = argument[1:].partition("-")
        letter, number = argument[:1], parse_number(first)
        if letter in ("l", "u"):
            await _show_month(turn, letter, number, parse_number(second))
        elif letter == "n":
            await begin_compose(turn)
        elif letter == "m":
            await show_offered(turn, number)
        elif letter == "E" and number:
            await ask_field(turn, number, second)
        elif letter == "W" and number:
            await withdraw(turn, number, version=parse_number(second))
        elif letter == "o" and number:
            await show_openers(turn, number, page=parse_number(second))
        elif letter in _OF_ONE and number:
            await _OF_ONE[letter](turn, number)
        elif any(post.role not in REPORTING for post in turn.posts):
            await show_desk(turn, period_of(turn.today, 1), 1)
        else:
            await show_offered(turn, 1)

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the next answer about a topic that is prepared or corrected."""
        await answer_compose(turn, given)


_OF_ONE = {
    "v": show_topic,
    "d": show_followed,
    "s": share,
    "g": go_on,
    "c": copy_topic,
    "e": ask_change,
    "w": ask_withdrawal,
}


async def _show_month(turn: Turn, letter: str, number: int, page: int) -> None:
    year, month = divmod(number, 100)
    is_month = year in _YEARS and month in _MONTHS
    period = Period(year, month) if is_month else period_of(turn.today, 1)
    await (show_desk if letter == "l" else show_own_topics)(turn, period, page)
