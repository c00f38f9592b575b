"""Turns the record of a meeting back into answers, so that it can be corrected by talk."""

from collections.abc import Iterator

from dialogue.answer import Answer
from dialogue.facts import Facts
from dialogue.report_asked import from_asked
from dialogue.report_facts import TOPIC_KEY
from domain.message import Choice
from domain.report import OWN_WORDS, CadrePresence, ReportAnswers, ReportState


def from_answers(report: ReportAnswers, facts: Facts) -> dict[str, Answer]:
    """Returns the answers from which `to_answers` makes this report, given the same facts."""
    answers = dict(_opening(report, facts))
    if report.state is ReportState.HELD:
        answers |= dict(_figures(report))
        answers |= dict(_content(report, facts))
        answers |= dict(_difficulties(report))
        answers |= dict(from_asked(report.asked, facts))
    answers |= dict(_texts(report))
    return answers | _recordings(report, answers)


def _opening(report: ReportAnswers, facts: Facts) -> Iterator[tuple[str, Answer]]:
    planned = facts.get("planned_date")
    day = report.held_date or report.postponed_to
    if report.state is ReportState.NOT_HELD:
        yield "opening", Answer(keys=("not_held",))
        yield "not_held_reason", Answer(keys=(report.reason,))
    elif planned and day != planned:
        yield "opening", Answer(keys=("moved",))
        yield "held_date", Answer(day=day)
        if report.reason:
            yield "moved_reason", Answer(keys=(report.reason,))
    elif planned:
        yield "opening", Answer(keys=("as_planned",))
    else:
        yield "opening", Answer(keys=("held",))
        yield "held_date", Answer(day=day)


def _figures(report: ReportAnswers) -> Iterator[tuple[str, Answer]]:
    for name in ("present", "total", "excused"):
        number = getattr(report, name)
        if number is not None:
            yield name, Answer(number=number)


def _content(report: ReportAnswers, facts: Facts) -> Iterator[tuple[str, Answer]]:
    yield "topic", _topic(report, facts)
    yield "activities", Answer(keys=report.activities)
    if report.cadre_present is not CadrePresence.NONE:
        yield "cadre_present", Answer(keys=(report.cadre_present.value,))
    if report.photos:
        yield "photos", Answer(attachments=report.photos)
    if report.starts:
        yield "times", Answer(starts=report.starts, ends=report.ends)


def _topic(report: ReportAnswers, facts: Facts) -> Answer:
    if report.topic_id is None:
        keys = () if report.topic_text else ("no_topic",)
        return Answer(keys=keys, text=report.topic_text)
    key, known = f"{TOPIC_KEY}{report.topic_id}", facts.get("topics")
    listed = known if isinstance(known, tuple) else ()
    titles = [c.label for c in listed if isinstance(c, Choice) and c.key == key]
    return Answer(keys=(key,), text=titles[0] if titles else "")


def _difficulties(report: ReportAnswers) -> Iterator[tuple[str, Answer]]:
    for at, difficulty in enumerate(report.difficulties):
        yield f"category.{at}", Answer(keys=(difficulty.category,))
        yield f"words.{at}", Answer(text=difficulty.text)
        yield f"level.{at}", Answer(keys=(difficulty.level,))
    yield f"category.{len(report.difficulties)}", Answer(keys=("none",))


def _texts(report: ReportAnswers) -> Iterator[tuple[str, Answer]]:
    said = {
        "reason_words": report.reason_text,
        "place": report.place,
        "chair": report.chair,
        **{question: getattr(report, question) for question in OWN_WORDS},
    }
    yield from ((slot, Answer(text=text)) for slot, text in said.items() if text)


def _recordings(report: ReportAnswers, answers: dict[str, Answer]) -> dict[str, Answer]:
    found: dict[str, Answer] = {}
    for slot, attachment in report.voice_notes:
        if slot:
            before = found.get(slot) or answers.get(slot) or Answer()
            attachments = (*before.attachments, attachment)
            found[slot] = Answer(text=before.text, attachments=attachments)
    return found
