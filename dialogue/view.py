"""What is on screen: a question with its buttons, before it becomes a stored prompt."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.message import Choice, Expects, Message, Prompt
from texts import Rich


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One open question: `question` names it, to be kept with the prompt's id."""

    question: str
    text: Rich
    expects: Expects
    choices: tuple[Choice, ...] = ()
    navigation: tuple[Choice, ...] = ()
    selected: frozenset[str] = frozenset()
    columns: int = 1
    own_words: bool = False

    @property
    def keys(self) -> frozenset[str]:
        """Every key that can be pressed."""
        return frozenset(choice.key for choice in self.choices + self.navigation)


def view_to_message(view: View, prompt_id: str, *, notes: Sequence[Rich] = ()) -> Message:
    """Returns the view as a message with an open prompt, notes above the question."""
    text = Rich("\n\n".join([*notes, view.text]))
    return Message(text=text, prompt=view_to_prompt(view, prompt_id))


def view_to_prompt(view: View, prompt_id: str) -> Prompt:
    """Returns the open prompt of a view."""
    return Prompt(
        id=prompt_id,
        expects=view.expects,
        choices=view.choices,
        navigation=view.navigation,
        selected=view.selected,
        columns=view.columns,
        own_words=view.own_words,
    )
