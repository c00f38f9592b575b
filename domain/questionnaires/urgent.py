"""One question in a hurry, written as the XLSForm that it is."""

from collections.abc import Sequence
from enum import StrEnum

from domain.questionnaires.sheets import CHOICES, SETTINGS, SURVEY, Sheets

NAME = "question"
FEWEST_OPTIONS, MOST_OPTIONS = 2, 10
LONGEST_QUESTION, LONGEST_OPTION = 500, 60


class Sort(StrEnum):
    """What sort of answer an urgent question wants."""

    YES_NO = "yesno"
    NUMBER = "number"
    CHOICE = "choice"
    WORDS = "words"


_TYPES = {
    Sort.YES_NO: "select_one answers",
    Sort.NUMBER: "integer",
    Sort.CHOICE: "select_one answers",
    Sort.WORDS: "text",
}
YES, NO = "yes", "no"


def write_question(words: str, sort: Sort, options: Sequence[str], title: str) -> Sheets:
    """Returns the form of one question; a question of yes and no has these as its options."""
    names = (YES, NO) if sort is Sort.YES_NO else tuple(map(str, range(1, len(options) + 1)))
    constraint, message = (
        (". >= 0", "Xin ghi số từ 0 trở lên.") if sort is Sort.NUMBER else ("", "")
    )
    return {
        SURVEY: (
            ("type", "name", "label", "required", "constraint", "constraint_message"),
            (_TYPES[sort], NAME, words, "yes", constraint, message),
        ),
        CHOICES: (
            ("list_name", "name", "label"),
            *(("answers", name, label) for name, label in zip(names, options, strict=True)),
        ),
        SETTINGS: (("form_title", "default_language"), (title, "vi")),
    }
