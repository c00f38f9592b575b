"""What is said of a questionnaire before it goes out: what it asks, and what it costs."""

from collections.abc import Iterator

from domain.questionnaires.definition import SELECTS, QuestionType
from domain.questionnaires.questionnaire import Questionnaire
from handlers.cost_words import account_lines
from operations.questionnaires.definitions import AskedVersion
from operations.questionnaires.sending import SendingPlan
from operations.turn import Turn
from operations.wording import day_words, moment_words
from texts import Rich, escape_rich, render

_SHOWN = 12
_NAMED = 5


def say_draft(turn: Turn, draft: Questionnaire, version: AskedVersion, scope: str) -> None:
    """Says what a questionnaire asks, whom, and until when."""
    turn.say("survey-draft", title=draft.title)
    definition, lines = version.definition, []
    for asked in definition.questions[:_SHOWN]:
        words = definition.words(asked.labels, turn.language)
        options = ""
        if asked.type in SELECTS:
            labels = (definition.words(option.labels, turn.language) for option in asked.options)
            options = " / ".join(labels)
        sort = options or turn.label(f"survey-type-{asked.type}")
        lines.append(turn.text("survey-draft-line", words=words, sort=sort))
    more = len(definition.questions) - _SHOWN
    if more > 0:
        lines.append(turn.text("survey-draft-more", count=more))
    turn.say_rich(Rich("\n".join(lines)))
    turn.say("survey-draft-whom", scope=scope)
    if draft.closes_on:
        turn.say("survey-draft-term", day=day_words(draft.closes_on))
    if any(definition.repeats()):
        turn.say("survey-draft-repeats")
    is_asked_in_pictures = any(q.type is QuestionType.IMAGE for q in definition.questions)
    if is_asked_in_pictures:
        turn.say("survey-draft-pictures")


def cost_lines(plan: SendingPlan, language: str) -> Iterator[Rich]:
    """Yields how many messages go out, by which messenger, and who is not reached."""
    chapters = len(plan.chapters)
    yield render("survey-cost", language, chapters=chapters, messages=plan.now)
    yield from account_lines(plan.costs, language)
    if plan.later:
        yield render("survey-cost-later", language, people=len(plan.later))
    if plan.at is not None:
        yield render("survey-cost-quiet", language, at=moment_words(plan.at, language))
    if plan.unreached:
        names = ", ".join(chapter.name for chapter in plan.unreached[:_NAMED])
        count = len(plan.unreached)
        yield render("survey-cost-unreached", language, count=count, names=escape_rich(names))
