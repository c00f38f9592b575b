"""An answer to an office's question as a person reads it."""

from domain.questionnaires.answers import GivenAnswer, write_decimal
from domain.questionnaires.definition import SELECTS, AskedQuestion, Definition
from texts import label


def answer_words(
    definition: Definition, asked: AskedQuestion, given: GivenAnswer, language: str
) -> str:
    """Returns what was answered in words; of files how many there are."""
    if given.number is not None:
        return write_decimal(given.number)
    if asked.type in SELECTS:
        labels = {
            option.name: definition.words(option.labels, language) for option in asked.options
        }
        return "; ".join(labels.get(name, name) for name in given.choices)
    if given.day:
        return f"{given.day:%d/%m/%Y}"
    if given.clock:
        return f"{given.clock:%H:%M}"
    if given.files and not given.words:
        return label("survey-given-file", language, count=len(given.files))
    return given.words
