"""Models from elsewhere that one's own chapter tries, and what came of it."""

from collections.abc import Sequence
from typing import Any

from dialogue.inputs import Input, Late, Press, Say
from domain.exemplars import CopyState
from domain.message import Choice, Expects
from domain.refusals import BadInput, Conflict, NotAllowed
from handlers.exemplars.card import say_exemplar
from handlers.screen import (
    page_buttons,
    parse_number,
    say_page,
    shorten,
    show,
    take_page,
    unfit_key,
)
from operations.access import own_chapters
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

_OUTCOMES = {"go": CopyState.TRYING, "stop": CopyState.STOPPED, "done": CopyState.DONE}


class TrialHandler:
    """Lists what is tried and offered ("", "p2"), and takes the word of the leader.

    "s12" shows an offered model, "t12-5" tries it in chapter 5, "u7" takes a trial back, "c7"
    asks how it goes, "c7-stop" says so. The state holds the trial whose result is asked for.
    """

    name = "trial"
    command = "nhanrong|trials"
    words = "command-trial-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Does what a button says, or shows the list."""
        kind, (number, _, rest) = argument[:1], argument[1:].partition("-")
        if kind == "s":
            await _show_offer(turn, parse_number(number))
        elif kind == "t":
            await _try(turn, parse_number(number), parse_number(rest))
        elif kind == "u":
            await _take_back(turn, parse_number(number))
        elif kind == "c" and rest == "done":
            await self._ask_result(turn, parse_number(number))
        elif kind == "c" and rest in _OUTCOMES:
            await _settle(turn, parse_number(number), _OUTCOMES[rest], "")
        elif kind == "c":
            await _ask_how(turn, parse_number(number))
        else:
            await _show_list(turn, parse_number(argument.removeprefix("p")))

    async def _ask_result(self, turn: Turn, copy_id: int) -> None:
        trial = await get_trial(turn.unit, turn.posts, copy_id, today=turn.today)
        if trial.copy.state is not CopyState.TRYING:
            raise Conflict("trial-has-outcome", exemplar=trial.exemplar.name)
        turn.leave()
        turn.talk.handler, turn.talk.state = self.name, {"copy": copy_id}
        turn.say("trial-ask-result", name=trial.exemplar.name)
        skip = Choice("skip", turn.label("trial-button-skip"))
        turn.ask(expects=Expects.TEXT, navigation=(skip,))

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the words on what came of a trial."""
        copy_id = turn.talk.state["copy"]
        if given == Press("skip"):
            await _settle(turn, copy_id, CopyState.DONE, "")
        elif isinstance(given, Say | Late):
            await _settle(turn, copy_id, CopyState.DONE, given.text)
        else:
            turn.say(unfit_key(turn))
            turn.repeat_prompt()


async def _show_list(turn: Turn, number: int) -> None:
    if not own_chapters(turn.posts, turn.today):
        raise NotAllowed("trial-no-chapter")
    found = await list_offers(turn.unit, turn.posts, today=turn.today)
    tried = {one.copy.exemplar_id for one in found.trials}
    choices = [_trial_button(turn, one) for one in found.trials]
    choices += [
        Choice(f"trial.s{one.id}", turn.label("trial-button-offer", name=one.name))
        for one in found.introduced
        if one.id not in tried
    ]
    turn.say("trial-list" if choices else "trial-none")
    page = take_page(choices, number)
    say_page(turn, page)
    show(turn, *page.items, navigation=page_buttons(turn, page, "trial.p"))


def _trial_button(turn: Turn, one: Trial) -> Choice:
    words = turn.label(
        "trial-button-mine",
        name=one.exemplar.name,
        state=turn.label(f"trial-state-{one.copy.state}"),
    )
    return Choice(f"trial.c{one.copy.id}", shorten(words))


async def _show_offer(turn: Turn, exemplar_id: int) -> None:
    view = await get_exemplar(turn.unit, turn.posts, exemplar_id, today=turn.today)
    found = await list_offers(turn.unit, turn.posts, today=turn.today)
    say_exemplar(turn, view)
    free = found.chapters_without(exemplar_id)
    show(
        turn,
        *(
            Choice(f"trial.t{exemplar_id}-{one.id}", _try_words(turn, one.name, free))
            for one in free
        ),
        navigation=(_to_list(turn),),
    )


def _try_words(turn: Turn, chapter: str, free: Sequence[Any]) -> str:
    several = len(free) > 1
    return (
        turn.label("trial-button-try-in", chapter=chapter)
        if several
        else turn.label("trial-button-try")
    )


async def _try(turn: Turn, exemplar_id: int, chapter_id: int) -> None:
    try:
        trial = await try_exemplar(turn.context, exemplar_id, chapter_id)
    except (BadInput, Conflict) as refusal:
        turn.say(refusal.code, **refusal.facts)
        show(turn, navigation=(_to_list(turn),))
        return
    turn.say("trial-begun", name=trial.exemplar.name, chapter=trial.chapter.name,
             day=day_words(trial.copy.ask_again_on or turn.today))  # fmt: skip
    say_exemplar(turn, await get_exemplar(turn.unit, turn.posts, exemplar_id, today=turn.today))
    back = Choice(f"trial.u{trial.copy.id}", turn.label("trial-button-take-back"))
    show(turn, back, navigation=(_to_list(turn),))


async def _take_back(turn: Turn, copy_id: int) -> None:
    trial = await take_back_trial(turn.context, copy_id)
    turn.say("trial-taken-back", name=trial.exemplar.name)
    show(turn, navigation=(_to_list(turn),))


async def _ask_how(turn: Turn, copy_id: int) -> None:
    trial = await get_trial(turn.unit, turn.posts, copy_id, today=turn.today)
    day = day_words(turn.policy.local(trial.copy.at).date())
    state = trial.copy.state
    turn.say(f"trial-is-{state}", name=trial.exemplar.name, chapter=trial.chapter.name, day=day)
    if trial.copy.result:
        turn.say("trial-result", words=trial.copy.result)
    ways = _OUTCOMES if state is CopyState.TRYING else ()
    show(
        turn,
        *(Choice(f"trial.c{copy_id}-{one}", turn.label(f"trial-button-{one}")) for one in ways),
        navigation=(
            Choice(f"trial.s{trial.exemplar.id}", turn.label("exemplar-news-button-see")),
            _to_list(turn),
        ),
    )


async def _settle(turn: Turn, copy_id: int, state: CopyState, words: str) -> None:
    trial = await settle_trial(turn.context, copy_id, state, result=words)
    turn.say(f"trial-settled-{state}", name=trial.exemplar.name)
    show(turn, navigation=(_to_list(turn),))


def _to_list(turn: Turn) -> Choice:
    return Choice("trial", turn.label("exemplar-button-offers"))
