"""Models from elsewhere that one's own chapter tries, and what came of it."""

from dialogue.inputs import Input, Press
from domain.buttons import read_button
from domain.exemplars import CopyState
from domain.message import Choice, Expects
from domain.refusals import BadInput, Conflict, NotAllowed
from domain.talks import TaskState
from handlers.exemplars.card import say_exemplar
from handlers.screen import show
from handlers.steps import ask_again, say_refusal, show_list, typed
from operations.access import own_chapters
from operations.exemplars.buttons import (
    TRIAL_BUTTONS,
    ListTrials,
    OpenOffer,
    OpenTrial,
    Outcome,
    SettleTrial,
    TakeBackTrial,
    TryExemplar,
)
from operations.exemplars.register import get_exemplar
from operations.exemplars.trials import (
    Trial,
    get_trial,
    list_offers,
    settle_trial,
    take_back_trial,
    try_exemplar,
)
from operations.turn import Turn
from operations.wording import day_words

_OUTCOMES = {
    Outcome.GO_ON: CopyState.TRYING,
    Outcome.STOP: CopyState.STOPPED,
    Outcome.DONE: CopyState.DONE,
}


class TrialResult(TaskState):
    """The trial whose result is asked for."""

    trial: int


class TrialHandler:
    """Lists what is tried and offered, and takes the word of the leader."""

    name = "trial"
    command = "nhanrong|trials"
    words = "command-trial-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Does what a button says, or shows the list."""
        match read_button(argument, *TRIAL_BUTTONS):
            case OpenOffer(exemplar):
                await _show_offer(turn, exemplar)
            case TryExemplar(exemplar, chapter):
                await _try(turn, exemplar, chapter)
            case TakeBackTrial(copy):
                await _take_back(turn, copy)
            case SettleTrial(copy, Outcome.DONE):
                await self._ask_result(turn, copy)
            case SettleTrial(copy, outcome):
                await _settle(turn, copy, _OUTCOMES[outcome], "")
            case OpenTrial(copy):
                await _ask_how(turn, copy)
            case ListTrials(page):
                await _show_list(turn, page)
            case _:
                await _show_list(turn, 1)

    async def _ask_result(self, turn: Turn, copy_id: int) -> None:
        trial = await get_trial(turn.unit, turn.posts, copy_id, today=turn.today)
        if trial.copy.state is not CopyState.TRYING:
            raise Conflict("trial-has-outcome", exemplar=trial.exemplar.name)
        turn.start(self.name, TrialResult(trial=copy_id))
        turn.say("trial-ask-result", name=trial.exemplar.name)
        skip = Choice("skip", turn.label("trial-button-skip"))
        turn.ask(expects=Expects.TEXT, navigation=(skip,))

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the words on what came of a trial."""
        copy_id, text = turn.state(TrialResult).trial, typed(given)
        if given == Press("skip"):
            await _settle(turn, copy_id, CopyState.DONE, "")
        elif text is not None:
            await _settle(turn, copy_id, CopyState.DONE, text)
        else:
            ask_again(turn)


async def _show_list(turn: Turn, number: int) -> None:
    if not own_chapters(turn.posts, turn.today):
        raise NotAllowed("trial-no-chapter")
    found = await list_offers(turn.unit, turn.posts, today=turn.today)
    tried = {trial.copy.exemplar_id for trial in found.trials}
    choices = [_trial_button(turn, trial) for trial in found.trials]
    choices += [
        Choice(OpenOffer(offer.id).key, turn.label("trial-button-offer", name=offer.name))
        for offer in found.introduced
        if offer.id not in tried
    ]
    turn.say("trial-list" if choices else "trial-none")
    show_list(turn, choices, number, ListTrials)


def _trial_button(turn: Turn, trial: Trial) -> Choice:
    words = turn.label(
        "trial-button-mine",
        name=trial.exemplar.name,
        state=turn.label(f"trial-state-{trial.copy.state}"),
    )
    return Choice(OpenTrial(trial.copy.id).key, words)


async def _show_offer(turn: Turn, exemplar_id: int) -> None:
    view = await get_exemplar(turn.unit, turn.posts, exemplar_id, today=turn.today)
    found = await list_offers(turn.unit, turn.posts, today=turn.today)
    say_exemplar(turn, view)
    free = found.chapters_without(exemplar_id)
    show(
        turn,
        *(
            Choice(
                TryExemplar(exemplar_id, chapter.id).key,
                turn.label("trial-button-try-in", chapter=chapter.name)
                if len(free) > 1
                else turn.label("trial-button-try"),
            )
            for chapter in free
        ),
        navigation=(_to_list(turn),),
    )


async def _try(turn: Turn, exemplar_id: int, chapter_id: int) -> None:
    try:
        trial = await try_exemplar(turn.context, exemplar_id, chapter_id)
    except (BadInput, Conflict) as refusal:
        say_refusal(turn, refusal)
        show(turn, navigation=(_to_list(turn),))
        return
    turn.say("trial-begun", name=trial.exemplar.name, chapter=trial.chapter.name,
             day=day_words(trial.copy.ask_again_on or turn.today))  # fmt: skip
    say_exemplar(turn, await get_exemplar(turn.unit, turn.posts, exemplar_id, today=turn.today))
    back = Choice(TakeBackTrial(trial.copy.id).key, turn.label("trial-button-take-back"))
    show(turn, back, navigation=(_to_list(turn),))


async def _take_back(turn: Turn, copy_id: int) -> None:
    trial = await take_back_trial(turn.context, copy_id)
    turn.say("trial-taken-back", name=trial.exemplar.name)
    show(turn, navigation=(_to_list(turn),))


async def _ask_how(turn: Turn, copy_id: int) -> None:
    trial = await get_trial(turn.unit, turn.posts, copy_id, today=turn.today)
    day = day_words(turn.policy.day_of(trial.copy.at))
    state = trial.copy.state
    turn.say(f"trial-is-{state}", name=trial.exemplar.name, chapter=trial.chapter.name, day=day)
    if trial.copy.result:
        turn.say("trial-result", words=trial.copy.result)
    ways = Outcome if state is CopyState.TRYING else ()
    show(
        turn,
        *(
            Choice(SettleTrial(copy_id, outcome).key, turn.label(f"trial-button-{outcome}"))
            for outcome in ways
        ),
        navigation=(
            Choice(OpenOffer(trial.exemplar.id).key, turn.label("exemplar-news-button-see")),
            _to_list(turn),
        ),
    )


async def _settle(turn: Turn, copy_id: int, state: CopyState, words: str) -> None:
    trial = await settle_trial(turn.context, copy_id, state, result=words)
    turn.say(f"trial-settled-{state}", name=trial.exemplar.name)
    show(turn, navigation=(_to_list(turn),))


def _to_list(turn: Turn) -> Choice:
    return Choice("trial", turn.label("exemplar-button-offers"))
