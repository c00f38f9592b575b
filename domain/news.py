"""What somebody is to be told that can wait for their next message."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Section(StrEnum):
    """Under which heading news stand, in the order in which they are told."""

    QUESTIONS = "questions"
    CASES = "cases"
    REPORTS = "reports"
    VISITS = "visits"
    ENQUIRIES = "enquiries"
    TOPICS = "topics"
    EXEMPLARS = "exemplars"
    FIGURES = "figures"
    REFORMS = "reforms"


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """One line for one person: a text and its arguments, with a command to act on it.

    `command` ("case.12") becomes a button labelled `label_key` with the same arguments. What is
    `urgent` does not wait. The same `dedupe_key` is told once.
    """

    person_id: int
    section: Section
    key: str
    args: Mapping[str, str | int]
    command: str | None = None
    label_key: str | None = None
    dedupe_key: str | None = None
    urgent: bool = False
