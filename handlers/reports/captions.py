"""The words written with a photo: kept until a question asks for words, and offered there."""

from dataclasses import replace

from dialogue import Input, Photos, Press, Say, View
from domain.inbound import InboundKind
from domain.message import Choice, Expects
from handlers.screen import shorten
from operations.turn import Turn

_KEY = "caption"
_LONGEST = 1000
_OFFERED = 40


def take_caption(turn: Turn, given: Input) -> Input:
    """Keeps the words of photos in the talk's state; the button that offers them says them."""
    if isinstance(given, Photos) and given.words:
        kept = "\n".join(filter(None, (turn.talk.state.get(_KEY, ""), given.words)))
        turn.talk.state[_KEY] = kept[:_LONGEST]
    if given == Press(_KEY) and _KEY in turn.talk.state:
        return Say(turn.talk.state.pop(_KEY))
    return given


def say_caption_waits(turn: Turn, view: View) -> None:
    """Says that the words of a photo are not in the report yet, where they cannot be offered."""
    came_now = turn.inbound.kind in (InboundKind.PHOTO, InboundKind.FILE)
    if came_now and turn.talk.state.get(_KEY) and not _takes_words(view):
        turn.say("photo-words-not-taken")


def offer_caption(turn: Turn, view: View) -> None:
    """Adds the button with the kept words to a question that takes words."""
    words = turn.talk.state.get(_KEY, "")
    if words and _takes_words(view) and turn.asked is not None:
        button = Choice(_KEY, turn.label("report-caption-button", text=shorten(words, _OFFERED)))
        turn.asked = replace(turn.asked, choices=(*turn.asked.choices, button))


def _takes_words(view: View) -> bool:
    takes = view.expects is Expects.TEXT or view.own_words
    return takes or view.question.startswith("category")
