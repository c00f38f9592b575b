"""A chapter's year in words: the facts, what follows from them, what was settled."""

from documents.usual_names import table_words
from handlers.screen import shorten
from operations.cadres.year_grading import YearRecord
from operations.turn import Turn
from operations.wording import moment_words

_LONGEST_REASON = 300


def say_year_record(turn: Turn, record: YearRecord) -> None:
    """Says what a year rests on, what is proposed and what was settled."""
    facts = record.facts
    turn.say("year-chapter", chapter=record.chapter.name, year=str(record.year))
    turn.say(
        "year-facts" if facts.graded else "year-facts-none",
        held=facts.held,
        due=facts.due,
        graded=len(facts.graded),
        counts=", ".join(
            f"{number} {name}" for name, number in _counts(record, turn.language).items()
        ),
    )
    if record.proposal.level:
        turn.say("year-proposed", level=record.proposal.level.name)
    else:
        turn.say(
            f"year-none-{record.proposal.missing}",
            graded=len(facts.graded),
            due=facts.due,
            least=record.scale.least_graded,
        )
    _say_settled(turn, record)
    if record.may_settle:
        turn.say("year-ask")


def _counts(record: YearRecord, language: str) -> dict[str, int]:
    return {
        table_words(record.grade_names[key], language).lower(): number
        for key, number in record.facts.counts().items()
    }


def _say_settled(turn: Turn, record: YearRecord) -> None:
    given = record.given
    if given is None:
        turn.say("year-open")
        return
    turn.say(
        "year-given-why" if given.reason else "year-given",
        level=level_words(record),
        who=record.who or turn.label("history-somebody"),
        at=moment_words(turn.policy.local(given.at), turn.language),
        reason=shorten(given.reason, _LONGEST_REASON),
    )


def level_words(record: YearRecord) -> str:
    """Returns the name of the settled level, as its scale called it then."""
    return record.level.name if record.level else record.given.level if record.given else ""


def chapter_words(turn: Turn, record: YearRecord) -> str:
    """Returns a chapter with what was settled, else what is proposed."""
    if record.given:
        return turn.label(
            "year-line-given", chapter=record.chapter.name, level=level_words(record)
        )
    if record.proposal.level:
        level = record.proposal.level.name
        return turn.label("year-line-proposed", chapter=record.chapter.name, level=level)
    return turn.label("year-line-none", chapter=record.chapter.name)
