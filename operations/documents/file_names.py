"""The names of files: what a document is and of when, without marks."""

import re

from documents.official.paper import Paper
from domain.reading import fold
from operations.documents.minutes import Minutes
from operations.documents.register import Opened

_LONGEST_NAME = 80


def name_document(paper: Paper, opened: Opened, suffix: str) -> str:
    """Returns the name of a document's file."""
    return _name(f"{paper.title} {opened.document.topic.kind} {opened.span}", suffix)


def name_minutes(minutes: Minutes, suffix: str) -> str:
    """Returns the name of the file of a meeting's minutes."""
    return _name(f"bien ban {minutes.facts.number} {minutes.facts.chapter}", suffix)


def _name(words: str, suffix: str) -> str:
    return "-".join(re.findall("[a-z0-9]+", fold(words)))[:_LONGEST_NAME] + suffix
