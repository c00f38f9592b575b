"""Refusals: what a person asked for and may not or cannot have.

Refusal
├── NotAllowed      the person's posts do not reach that far
├── NotFound        no such thing, or not for this person
├── Conflict        somebody else was first
├── Closed          the period is locked
└── BadInput        what was sent cannot be used
"""


class Refusal(Exception):
    """A clear "no": `code` is the text key of the sentence shown, `facts` its arguments."""

    def __init__(self, code: str, **facts: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


class NotAllowed(Refusal):
    """The person's posts do not give this right."""


class NotFound(Refusal):
    """The thing does not exist or is out of the person's sight."""


class Conflict(Refusal):
    """Another change came first."""


class Closed(Refusal):
    """The period is locked."""


class BadInput(Refusal):
    """What was sent cannot be used; nothing was changed."""
