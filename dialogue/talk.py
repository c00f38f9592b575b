"""The state of one talk: what is kept between two messages, for weeks if need be."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dialogue.answer import Answer, Answers
from dialogue.facts import Facts, facts_from_dict, facts_to_dict

REVIEW = "review"
LINES = "lines"


def lines_page(current: str) -> int | None:
    """Returns which page of the lines to correct is open, from 0 on; None for anything else."""
    name, _, page = current.partition(".")
    return int(page or 0) if name == LINES else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """Where a person is in a form, and what they said so far.

    `current` is the open slot, REVIEW, or LINES (which line to correct, its pages "lines.1" …).
    `previous` is what was open before the prompt on screen: texts typed before its delivery
    belong there.
    `fixing` is the slot being corrected from the review. `ticked` holds ticks not yet done.
    `offers` are answers that a doubtful text may have meant, shown as buttons of the open slot.
    `leaving` is true while the question whether to stop is open. `aside` keeps recordings
    that answered no question. `maybe` are answers that a message for several questions may have
    meant, by slot, and under "" its words without a question; `told` are such messages as typed.
    `together` is how many questions are asked at once where they were asked, `unread` how many
    messages to several questions could not be read.
    """

    form: str
    version: int
    current: str
    previous: str = ""
    answers: Answers = field(default_factory=dict)
    facts: Facts = field(default_factory=dict)
    fixing: str = ""
    ticked: tuple[str, ...] | None = None
    offers: tuple[Answer, ...] = ()
    leaving: bool = False
    aside: tuple[int, ...] = ()
    maybe: Mapping[str, tuple[Answer, ...]] = field(default_factory=dict)
    told: tuple[str, ...] = ()
    together: int = 1
    unread: int = 0

    def to_dict(self) -> dict[str, Any]:
        """Returns the talk as plain JSON values."""
        return {
            "form": self.form,
            "version": self.version,
            "current": self.current,
            "previous": self.previous,
            "answers": answers_to_dict(self.answers),
            "facts": facts_to_dict(self.facts),
            "fixing": self.fixing,
            "ticked": None if self.ticked is None else list(self.ticked),
            "offers": [offer.to_dict() for offer in self.offers],
            "leaving": self.leaving,
            "aside": list(self.aside),
            "maybe": {
                slot: [a.to_dict() for a in answers] for slot, answers in self.maybe.items()
            },
            "told": list(self.told),
            "together": self.together,
            "unread": self.unread,
        }

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> "Talk":
        """Returns the talk that `to_dict` wrote."""
        ticked = stored["ticked"]
        return cls(
            form=stored["form"],
            version=stored["version"],
            current=stored["current"],
            previous=stored["previous"],
            answers=answers_from_dict(stored["answers"]),
            facts=facts_from_dict(stored["facts"]),
            fixing=stored["fixing"],
            ticked=None if ticked is None else tuple(ticked),
            offers=tuple(Answer.from_dict(offer) for offer in stored.get("offers", ())),
            leaving=stored["leaving"],
            aside=tuple(stored["aside"]),
            maybe={
                slot: tuple(map(Answer.from_dict, answers))
                for slot, answers in stored.get("maybe", {}).items()
            },
            told=tuple(stored.get("told", ())),
            together=stored.get("together", 1),
            unread=stored.get("unread", 0),
        )


def answers_to_dict(answers: Answers) -> dict[str, Any]:
    """Returns answers by slot as plain JSON values."""
    return {slot: answer.to_dict() for slot, answer in answers.items()}


def answers_from_dict(stored: Mapping[str, Any]) -> dict[str, Answer]:
    """Returns the answers that `answers_to_dict` wrote."""
    return {slot: Answer.from_dict(answer) for slot, answer in stored.items()}
