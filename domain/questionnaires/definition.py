"""The questions of one version of a questionnaire, as an XLSForm names them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from domain.questionnaires.expressions import Expression

# Words by the code of their language; "" is the language of the form.
Labels = Mapping[str, str]


class QuestionType(StrEnum):
    """What is asked for, by the names of XLSForm."""

    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    TIME = "time"
    SELECT_ONE = "select_one"
    SELECT_MULTIPLE = "select_multiple"
    NOTE = "note"
    IMAGE = "image"
    AUDIO = "audio"
    # How many times the questions of a repeat are answered.
    REPEAT = "repeat"


NUMBERS = frozenset({QuestionType.INTEGER, QuestionType.DECIMAL, QuestionType.REPEAT})
SELECTS = frozenset({QuestionType.SELECT_ONE, QuestionType.SELECT_MULTIPLE})
FILES = frozenset({QuestionType.IMAGE, QuestionType.AUDIO})
# What is answered in one's own words, or by files that stand for them.
WORDED = FILES | {QuestionType.TEXT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One choice of a question, by its stable name."""

    name: str
    labels: Labels


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedQuestion:
    """One question; `name` is its stable id, by which answers are kept.

    It is asked where `relevant` holds. `constraint` is what an answer must meet, else
    `refusals` say why not. `default` is the answer offered, `last_saved` the question whose
    answer of the time before is. `headings` are those of the groups it stands in, the outer first.
    `repeat` names the repeat that it belongs to, and is the name of the repeat's own question.
    """

    name: str
    type: QuestionType
    labels: Labels
    hints: Labels = field(default_factory=dict)
    required: bool = False
    relevant: Expression | None = None
    constraint: Expression | None = None
    refusals: Labels = field(default_factory=dict)
    default: str = ""
    last_saved: str = ""
    options: tuple[Option, ...] = ()
    headings: tuple[Labels, ...] = ()
    repeat: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """What one version of a questionnaire asks; `language` is what labels without one are in."""

    titles: Labels
    questions: tuple[AskedQuestion, ...]
    language: str = "vi"

    @property
    def names(self) -> frozenset[str]:
        """The names of the questions, as they are compared."""
        return frozenset(asked.name.lower() for asked in self.questions)

    def answered(self) -> Iterator[AskedQuestion]:
        """Yields the questions that are answered: notes are only read."""
        return (asked for asked in self.questions if asked.type is not QuestionType.NOTE)

    def find(self, name: str) -> AskedQuestion | None:
        """Returns the question of a name."""
        return next((asked for asked in self.questions if asked.name == name), None)

    def repeats(self) -> Iterator[AskedQuestion]:
        """Yields the repeats, each by its own question."""
        return (asked for asked in self.questions if asked.type is QuestionType.REPEAT)

    def within(self, repeat: AskedQuestion) -> Iterator[AskedQuestion]:
        """Yields what is answered in each round of a repeat."""
        return (each for each in self.answered() if each.repeat == repeat.name != each.name)

    def words(self, labels: Labels, language: str) -> str:
        """Returns the words in a language, else in that of the form, else in whatever there is."""
        wanted = (language, self.language, "")
        found = (labels[code] for code in wanted if labels.get(code))
        return next(found, next((words for words in labels.values() if words), ""))
