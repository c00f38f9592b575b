"""The words written with a photo: kept until a question asks for words, and offered there."""

from dataclasses import replace

from dialogue import Input, Photos, Press, Say, View
from domain.inbound import InboundKind
from domain.message import Choice, Expects
from handlers.reports.report_states import Filling
from handlers.screen import shorten
from operations.turn import Turn

_KEY = "caption"
_LONGEST = 1000
_OFFERED = 40


def take_caption(state: Filling, given: Input) -> Input:
    """Keeps the words of photos in the talk's state; the button that offers them says them."""
    if isinstance(given, Photos) and given.words:
        state.caption = "\n".join(filter(None, (state.caption, given.words)))[:_LONGEST]
    if given == Press(_KEY) and state.caption:
        words, state.caption = state.caption, ""
        return Say(words)
    return given


def say_caption_waits(turn: Turn, state: Filling, view: View) -> None:
    """Says that the words of a photo are not in the report yet, where they cannot be offered."""
    came_now = turn.inbound.kind in (InboundKind.PHOTO, InboundKind.FILE)
    if came_now and state.caption and not _takes_words(view):
        turn.say("photo-words-not-taken")


def offer_caption(turn: Turn, state: Filling, view: View) -> None:
    """Adds the button with the kept words to a question that takes words."""
    if state.caption and _takes_words(view) and turn.asked is not None:
        button = Choice(
            _KEY, turn.label("report-caption-button", text=shorten(state.caption, _OFFERED))
        )
        turn.asked = replace(turn.asked, choices=(*turn.asked.choices, button))


def _takes_words(view: View) -> bool:
    takes = view.expects is Expects.TEXT or view.own_words
    return takes or view.question.startswith("category")
