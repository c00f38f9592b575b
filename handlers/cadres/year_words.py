"""A chapter's year in words: the facts, what follows from them, what was settled."""

from handlers.screen import shorten
from operations.cadres.year_grading import YearRecord
from operations.turn import Turn
from operations.wording import moment_words

_LONGEST_REASON = 300


def say_year_record(turn: Turn, one: YearRecord) -> None:
    """Says what a year rests on, what is proposed and what was settled."""
    facts = one.facts
    turn.say("year-chapter", chapter=one.chapter.name, year=str(one.year))
    turn.say(
        "year-facts" if facts.graded else "year-facts-none",
        held=facts.held,
        due=facts.due,
        graded=len(facts.graded),
        counts=", ".join(f"{number} {name}" for name, number in _counts(one).items()),
    )
    if one.proposal.level:
        turn.say("year-proposed", level=one.proposal.level.name)
    else:
        turn.say(
            f"year-none-{one.proposal.missing}",
            graded=len(facts.graded),
            due=facts.due,
            least=one.scale.least_graded,
        )
    _say_settled(turn, one)
    if one.may_settle:
        turn.say("year-ask")


def _counts(one: YearRecord) -> dict[str, int]:
    return {one.grade_names[key].lower(): number for key, number in one.facts.counts().items()}


def _say_settled(turn: Turn, one: YearRecord) -> None:
    given = one.given
    if given is None:
        turn.say("year-open")
        return
    turn.say(
        "year-given-why" if given.reason else "year-given",
        level=level_words(one),
        who=one.who or turn.label("history-somebody"),
        at=moment_words(turn.policy.local(given.at), turn.language),
        reason=shorten(given.reason, _LONGEST_REASON),
    )


def level_words(one: YearRecord) -> str:
    """Returns the name of the settled level, as its scale called it then."""
    return one.level.name if one.level else one.given.level if one.given else ""


def chapter_words(turn: Turn, one: YearRecord) -> str:
    """Returns a chapter with what was settled, else what is proposed."""
    if one.given:
        return turn.label("year-line-given", chapter=one.chapter.name, level=level_words(one))
    if one.proposal.level:
        level = one.proposal.level.name
        return turn.label("year-line-proposed", chapter=one.chapter.name, level=level)
    return turn.label("year-line-none", chapter=one.chapter.name)
