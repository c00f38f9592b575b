"""Drafts of one report, former leaders' and one's own: their reader chooses."""

from dataclasses import dataclass

from dialogue import Talk, list_questions, upgrade
from dialogue.report_asked import report_form
from dialogue.report_form import REPORT
from domain.buttons import Button
from domain.message import Choice
from domain.talks import Draft
from handlers.reports.report_states import BeforeForm, Question
from handlers.screen import shorten
from operations.reports import drafts
from operations.turn import Turn
from texts import escape_rich


@dataclass(frozen=True)
class _OtherDraft(Button, letter="t"):
    """A former leader's draft, to go on with instead of one's own."""

    draft: int


async def ask_which(turn: Turn, handler: str, meeting_id: int) -> bool:
    """Asks with which of two drafts to go on, if there are two; True if that was asked.

    Who has none takes over what is kept for them, a draft of one's own without answers gives way
    to the other, and of several others one is asked about after the other.
    """
    kept = await drafts.list_of_report(turn, meeting_id)
    own, beside = kept.own, [*kept.beside]
    if own is None and beside:
        own = await drafts.take_as_own(turn, beside.pop(0))
    if own is None:
        return False
    others = [
        other
        for other in beside
        if not drafts.is_chosen_against(other)
        and own.state.get("corrects", 0) == other.state.get("corrects", 0)
    ]
    if others and not has_answers(own):
        drafts.exchange(turn, own, others.pop(0))
    if not others:
        return False
    await _ask(turn, handler, own, others[0])
    return True


async def _ask(turn: Turn, handler: str, own: Draft, other: Draft) -> None:
    name = await drafts.name_of_writer(turn, other)
    turn.start(handler, BeforeForm(phase=Question.WHICH_DRAFT, meeting=own.meeting_id))
    turn.say("report-beside", who=name)
    turn.say("report-beside-theirs", who=name)
    turn.say_rich(*_lines(turn, other))
    turn.say("report-beside-mine")
    turn.say_rich(*_lines(turn, own))
    mine = Choice("mine", turn.label("report-beside-button-mine"))
    turn.ask(
        (_button(turn, other, name), mine),
        navigation=(Choice("later", turn.label("button-later")),),
    )


async def take_choice(turn: Turn, key: str, meeting_id: int) -> None:
    """Goes on with the draft that was chosen; the others are kept until the report is sent."""
    kept, wanted = await drafts.list_of_report(turn, meeting_id), _OtherDraft.read(key)
    others = (draft for draft in kept.beside if wanted is None or draft.id == wanted.draft)
    other = next(others, None)
    if kept.own is None or other is None:
        return
    if key == "mine":
        drafts.choose(turn, other)
    else:
        drafts.exchange(turn, kept.own, other)
    await turn.unit.flush()


def is_other_draft(key: str) -> bool:
    """True for the button of a draft that is not one's own."""
    return _OtherDraft.read(key) is not None


async def offer_others(turn: Turn, meeting_id: int) -> tuple[Choice, ...]:
    """Returns a button to each draft that was not chosen."""
    kept = await drafts.list_of_report(turn, meeting_id)
    names = [await drafts.name_of_writer(turn, other) for other in kept.beside]
    return tuple(
        _button(turn, other, name) for other, name in zip(kept.beside, names, strict=True)
    )


def has_answers(draft: Draft) -> bool:
    """True for a draft in which something was told."""
    talk = talk_of(draft)
    return bool(talk.answers or talk.aside)


def talk_of(draft: Draft) -> Talk:
    """Returns the talk that a draft keeps, in today's version of the form."""
    return upgrade(REPORT, Talk.from_dict(draft.state["talk"]))


def _lines(turn: Turn, draft: Draft) -> tuple[str, ...]:
    talk = talk_of(draft)
    answered = list_questions(
        report_form(talk.facts),
        talk.answers,
        facts=talk.facts,
        today=turn.today,
        language=turn.language,
    )
    lines = [escape_rich(shorten(line.label)) for line in answered if line.key in talk.answers]
    return tuple(f"– {line}" for line in lines)


def _button(turn: Turn, other: Draft, name: str) -> Choice:
    label = turn.label("report-beside-button-theirs", who=name)
    return Choice(_OtherDraft(other.id).key, shorten(label))
