"""Turns the answers of a report talk into the record of a meeting."""

from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from dialogue.answer import Answer
from dialogue.asked_values import is_asked
from dialogue.facts import Facts
from dialogue.path import Path, walk
from dialogue.report_asked import report_form, to_asked
from dialogue.report_facts import TOPIC_KEY
from dialogue.talk import Talk
from domain.meeting_times import parse_times
from domain.message import Expects
from domain.report import OWN_WORDS, CadrePresence, RaisedDifficulty, ReportAnswers, ReportState

OWN_REASON = "other"


def to_answers(talk: Talk, *, today: date) -> ReportAnswers:
    """Returns the record that a finished report talk stands for."""
    path = walk(report_form(talk.facts), talk.answers, talk.facts, today)
    said = _AnswersByQuestion(path, talk.facts)
    state = said.state()
    reason, reason_text = said.reason()
    common = ReportAnswers(
        state=state,
        postponed_to=said.day() if state is ReportState.MOVED else None,
        reason=reason,
        reason_text=reason_text,
        told=talk.told,
        asked=to_asked(path, talk.facts),
        **said.own_words(),
        voice_notes=said.voice_notes() + tuple(("", at) for at in talk.aside),
    )
    return said.held(common) if state is ReportState.HELD else common


@dataclass(frozen=True, slots=True)
class _AnswersByQuestion:
    path: Path
    facts: Facts

    def state(self) -> ReportState:
        if "not_held" in self.path.case.keys("opening"):
            return ReportState.NOT_HELD
        day = self.day()
        ahead = day is not None and day > self.path.case.today
        return ReportState.MOVED if ahead else ReportState.HELD

    def day(self) -> date | None:
        planned = self.facts.get("planned_date")
        known = planned if isinstance(planned, date) else None
        return self.path.case.day("held_date") or known

    def reason(self) -> tuple[str, str]:
        answer = self.answer("moved_reason") or self.answer("not_held_reason")
        if answer is None:
            return "", ""
        if answer.text:
            return OWN_REASON, answer.text
        return answer.keys[0], self.text("reason_words")

    def held(self, common: ReportAnswers) -> ReportAnswers:
        topic_id, topic_text = self.topic()
        starts, ends = self.times()
        case = self.path.case
        return replace(
            common,
            held_date=self.day(),
            place=self.known_text("place"),
            chair=self.known_text("chair"),
            total=case.number("total"),
            exempt=case.number("exempt") or 0,
            present=case.number("present"),
            excused=case.number("excused"),
            unexcused=self.unexcused(),
            topic_id=topic_id,
            topic_text=topic_text,
            activities=case.keys("activities"),
            cadre_present=self.cadre_present(),
            difficulties=self.difficulties(),
            photos=self.photos(),
            starts=starts,
            ends=ends,
        )

    def times(self) -> tuple[time | None, time | None]:
        """Drafts of older versions keep the times as they were typed."""
        answer = self.answer("times") or Answer()
        if answer.starts:
            return answer.starts, answer.ends
        return parse_times(answer.text) or (None, None)

    def unexcused(self) -> int | None:
        """Follows from the other figures once the excused are told."""
        case = self.path.case
        total, present = case.number("total"), case.number("present")
        excused = case.number("excused")
        if total is None or present is None or excused is None:
            return None
        return total - (case.number("exempt") or 0) - present - excused

    def answer(self, slot_id: str) -> Answer | None:
        return self.path.case.answers.get(slot_id)

    def text(self, slot_id: str) -> str:
        answer = self.answer(slot_id)
        return answer.text if answer else ""

    def own_words(self) -> dict[str, Any]:
        """Returns what was said freely, by the field that keeps it."""
        return {question: self.text(question) for question in OWN_WORDS}

    def known_text(self, slot_id: str) -> str:
        """A skipped or missing answer leaves what is known."""
        return self.text(slot_id) or str(self.facts.get(slot_id) or "")

    def topic(self) -> tuple[int | None, str]:
        answer = self.answer("topic") or Answer()
        listed = [key for key in answer.keys if key.removeprefix(TOPIC_KEY).isdecimal()]
        if listed:
            return int(listed[0].removeprefix(TOPIC_KEY)), ""
        return None, "" if answer.keys else answer.text

    def cadre_present(self) -> CadrePresence:
        keys = self.path.case.keys("cadre_present")
        return CadrePresence(keys[0]) if keys else CadrePresence.NONE

    def photos(self) -> tuple[int, ...]:
        answer = self.answer("photos")
        return answer.attachments if answer else ()

    def difficulties(self) -> tuple[RaisedDifficulty, ...]:
        rounds = [slot.round for slot in self.path.slots if slot.question.key == "level"]
        return tuple(
            RaisedDifficulty(
                category=self.path.case.keys(f"category.{at}")[0],
                text=self.text(f"words.{at}"),
                level=self.path.case.keys(f"level.{at}")[0],
            )
            for at in rounds
        )

    def voice_notes(self) -> tuple[tuple[str, int], ...]:
        return tuple(
            (slot.id, attachment)
            for slot in self.path.slots
            if slot.question.expects is Expects.TEXT and not is_asked(slot.question)
            for attachment in (self.answer(slot.id) or Answer()).attachments
        )
