"""Two drafts of one report, a former leader's and one's own: their reader chooses."""

from dialogue import Talk, list_questions, upgrade
from dialogue.report_form import REPORT
from domain.message import Choice
from domain.talks import Draft
from handlers.reports.report_states import BeforeForm, Question
from handlers.screen import shorten
from operations.reports import drafts
from operations.turn import Turn
from texts import escape_rich


async def ask_which(turn: Turn, handler: str, meeting_id: int) -> bool:
    """Asks with which of two drafts to go on, if there are two; True if that was asked.

    A draft of one's own without answers gives way to the other.
    """
    own = await drafts.find(turn, form=REPORT.name, meeting_id=meeting_id)
    found = await drafts.find_beside(turn, meeting_id)
    if own is None or found is None or found[0].state.get("chosen"):
        return False
    other, name = found
    if own.state.get("corrects", 0) != other.state.get("corrects", 0):
        return False
    if not has_answers(own):
        drafts.exchange(turn, own, other)
        return False
    turn.start(handler, BeforeForm(phase=Question.WHICH_DRAFT, meeting=meeting_id))
    turn.say("report-beside", who=name)
    turn.say("report-beside-theirs", who=name)
    turn.say_rich(*_lines(turn, other))
    turn.say("report-beside-mine")
    turn.say_rich(*_lines(turn, own))
    turn.ask(
        (_button(turn, "theirs", who=name), _button(turn, "mine")),
        navigation=(Choice("later", turn.label("button-later")),),
    )
    return True


async def take_choice(turn: Turn, key: str, meeting_id: int) -> None:
    """Goes on with the draft that was chosen; the other one is kept until the report is sent."""
    own = await drafts.find(turn, form=REPORT.name, meeting_id=meeting_id)
    found = await drafts.find_beside(turn, meeting_id)
    if own is None or found is None:
        return
    if key == "theirs":
        drafts.exchange(turn, own, found[0])
    else:
        drafts.choose(turn, found[0])


async def offer_other(turn: Turn, meeting_id: int) -> tuple[Choice, ...]:
    """Returns a button to the draft that was not chosen, if there is one."""
    found = await drafts.find_beside(turn, meeting_id)
    return (_button(turn, "theirs", who=found[1]),) if found else ()


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
        REPORT, talk.answers, facts=talk.facts, today=turn.today, language=turn.language
    )
    lines = [escape_rich(shorten(line.label)) for line in answered if line.key in talk.answers]
    return tuple(f"– {line}" for line in lines)


def _button(turn: Turn, name: str, **args: str) -> Choice:
    return Choice(name, shorten(turn.label(f"report-beside-button-{name}", **args)))
