"""What one message says of a whole form."""

from dataclasses import dataclass

from dialogue.answer import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardAnswers:
    """What a message says of a form: answers by slot in the form's order, and what is unsure.

    `beneath` are answers of slots that come into reach later. `maybe` are answers to be asked
    about, by slot; `unread` are words whose question is not known.
    """

    answers: tuple[tuple[str, Answer, str], ...] = ()
    beneath: tuple[tuple[str, Answer], ...] = ()
    maybe: tuple[tuple[str, Answer], ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def slots(self) -> frozenset[str]:
        """The questions that are answered or asked about."""
        return frozenset(
            (*(slot for slot, *_ in self.answers), *(slot for slot, _ in self.beneath))
        )

    @property
    def things(self) -> int:
        """How many things are said: "hôm qua" is one, though two questions are answered by it."""
        return len({words for *_, words in self.answers}) + len(self.beneath)
