"""Messages that tell of a whole meeting, among everything that people write."""

from domain.inbound import InboundKind
from domain.one_message import Likeness, hear_report, judge
from domain.reading import clean_text
from handlers.offers import takes_words
from operations.access import REPORTING, held
from operations.turn import Turn

_LONGEST = 2000
_KINDS = (InboundKind.TEXT, InboundKind.PHOTO, InboundKind.FILE)


def tells_of_meeting(turn: Turn) -> bool:
    """Says whether the words of a message are the report of somebody who reports.

    Inside another task only what is surely one counts; an answer in any words is no report.
    """
    if turn.inbound.kind not in _KINDS or takes_words(turn):
        return False
    likeness = like_report(turn, clean_text(turn.inbound.text))
    is_free = turn.talk.handler is None and turn.inbound.kind is InboundKind.TEXT
    return likeness is Likeness.REPORT or (is_free and likeness is Likeness.PERHAPS)


def like_report(turn: Turn, text: str) -> Likeness:
    """Returns whether words are the report of a meeting; only those of who reports can be."""
    if not text or len(text) > _LONGEST or not held(turn.posts, REPORTING, turn.today):
        return Likeness.OTHER
    return judge(hear_report(text, today=turn.today), today=turn.today)
