"""A questionnaire is tried before it is sent: asked as leaders are asked, and nothing is kept."""

from dataclasses import replace

from dialogue import (
    Input,
    Photos,
    Press,
    Step,
    Talk,
    UnsupportedInput,
    VoiceNote,
    open_talk,
    resume,
    step,
    view_to_message,
)
from handlers.questionnaires.states import Trying
from handlers.screen import show
from handlers.steps import choice
from operations.questionnaires.answering import list_facts
from operations.questionnaires.buttons import FollowAnswers, GoOnAsking
from operations.questionnaires.definitions import load_version
from operations.questionnaires.importing import get_readable
from operations.turn import Turn

# What stands for a file that is sent for a try: it is not kept.
_NO_FILE = 0


async def begin_trial(turn: Turn, questionnaire_id: int) -> None:
    """Asks the first question, to nobody's record."""
    asked = await get_readable(turn.context, questionnaire_id)
    version = await load_version(turn.unit, asked)
    facts = list_facts(
        turn.context,
        asked,
        version,
        turn.label("trial-chapter"),
        takes_files=turn.abilities.takes_files,
        before={},
    )
    talk = open_talk(version.form, facts=facts, today=turn.today)
    state = Trying(questionnaire=asked.id, talk=talk.to_dict())
    turn.start("survey", state)
    turn.say("trial-begins")
    _say(turn, state, resume(version.form, talk, today=turn.today, language=turn.language))


async def answer_trial(turn: Turn, state: Trying, given: Input) -> None:
    """Takes one answer, and keeps it in the talk alone."""
    asked = await get_readable(turn.context, state.questionnaire)
    version = await load_version(turn.unit, asked)
    result = step(
        version.form,
        Talk.from_dict(state.talk),
        _as_tried(state, given),
        today=turn.today,
        clock=turn.policy.local(turn.now).time(),
        language=turn.language,
    )
    if result.finished is None:
        _say(turn, state, result)
        return
    turn.say("trial-sent" if result.finished == "sent" else "trial-left")
    back = GoOnAsking(asked.id) if asked.is_draft else FollowAnswers(asked.id)
    show(turn, choice(turn, back, "trial-button-back"))


def _as_tried(state: Trying, given: Input) -> Input:
    if isinstance(given, Press):
        return replace(given, question=state.question)
    if isinstance(given, UnsupportedInput) and given.kind in ("photo", "file"):
        return Photos((_NO_FILE,))
    if isinstance(given, UnsupportedInput) and given.kind == "voice":
        return VoiceNote(_NO_FILE)
    return given


def _say(turn: Turn, state: Trying, result: Step) -> None:
    turn.say_rich(*result.notes)
    state.talk = result.talk.to_dict()
    if result.show is not None:
        state.question = result.show.question
        turn.ask_message(view_to_message(result.show, turn.next_prompt_id()))
    turn.keep(state)
