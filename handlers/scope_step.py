"""The step that asks whom something is for: places, kinds and chapters, looked for by words."""

from collections.abc import Sequence
from dataclasses import dataclass

from dialogue.inputs import Input, Press
from domain.message import Choice, Expects
from domain.reading import key as fold_key
from handlers.screen import page_buttons, say_page, shorten, take_page
from handlers.steps import ask_words, pressed, typed, unfit
from operations.rights import Right
from operations.topics.buttons import ScopePage
from operations.topics.scopes import Scope, list_scopes
from operations.turn import Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeAnswer:
    """What was answered: the key of a scope, or else by which words and page to look on."""

    scope: str = ""
    wanted: str = ""
    page: int = 1


async def scopes_of(turn: Turn, right: Right) -> list[Scope]:
    """Returns whom somebody has a right over, the widest first; raises NotAllowed for nobody."""
    return await list_scopes(
        turn.unit, turn.posts, today=turn.today, language=turn.language, right=right
    )


def ask_scope(turn: Turn, scopes: Sequence[Scope], look: ScopeAnswer, *, question: str) -> None:
    """Shows a page of the scopes whose names hold the words wanted; `question` is the text."""
    found = [scope for scope in scopes if f" {look.wanted}" in f" {fold_key(scope.name)} "]
    page = take_page(found, look.page)
    turn.say(question if found else f"{question}-none")
    say_page(turn, page)
    ask_words(
        turn,
        *(Choice(scope.key, shorten(scope.name)) for scope in page.items),
        expects=Expects.CHOICE,
        navigation=page_buttons(turn, page, ScopePage),
    )


def read_scope(turn: Turn, scopes: Sequence[Scope], given: Input, *, wanted: str) -> ScopeAnswer:
    """Returns what was answered where one looked for `wanted`; raises BadInput for else."""
    text = typed(given)
    if text is not None:
        return ScopeAnswer(wanted=fold_key(text))
    if shown := pressed(given, ScopePage):
        return ScopeAnswer(wanted=wanted, page=shown.page)
    if isinstance(given, Press) and given.key in {scope.key for scope in scopes}:
        return ScopeAnswer(scope=given.key)
    raise unfit(turn)
