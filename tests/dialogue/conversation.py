"""A talk as a conversation: say, press by label, see; by buttons or as plain text."""

import json
from dataclasses import dataclass, field, replace
from datetime import date, time

from dialogue import (
    Facts,
    Form,
    Input,
    Late,
    Press,
    Say,
    Step,
    Talk,
    View,
    has_list,
    open_talk,
    resume,
    step,
    view_to_message,
    write_out,
)
from dialogue.report_answers import to_answers
from dialogue.report_facts import ReportFacts
from dialogue.report_form import REPORT
from domain.message import Expects
from domain.report import ReportAnswers
from texts import plain

TODAY = date(2026, 11, 22)
PLANNED = date(2026, 11, 5)
CHANNELS = ("buttons", "numbers", "labels")

USUAL = ReportFacts(
    chapter="Chi hội phụ nữ ấp Cái Cối",
    period="tháng 11/2026",
    meeting="định kỳ",
    unit="chi hội",
    members="hội viên",
    planned_date=PLANNED,
    place="Nhà văn hóa ấp",
    chair="Trần Thị Lành",
    total=32,
    topics=((7, "Phòng chống sốt xuất huyết"), (8, "Hùn vốn xoay vòng")),
    cadre="Lê Văn Tâm",
)


@dataclass
class Conversation:
    """Plays one person; every talk goes through JSON between two messages."""

    facts: Facts = field(default_factory=USUAL.to_facts)
    channel: str = "buttons"
    form: Form = REPORT
    today: date = TODAY
    clock: time | None = None
    language: str = "vi"
    talk: Talk = field(init=False)
    view: View = field(init=False)
    seen: str = ""
    finished: str | None = None
    taps: int = 1
    typed: int = 0
    together: int = 1

    def __post_init__(self) -> None:
        self.start(open_talk(self.form, facts=self.facts, today=self.today))

    def start(self, talk: Talk) -> None:
        talk = replace(talk, together=self.together)
        self._take(resume(self.form, talk, today=self.today, language=self.language))

    def press(self, *labels: str) -> None:
        for wanted in labels:
            self.taps += 1
            if self.channel == "buttons":
                key = self._key(wanted)
                is_tick = self.view.expects is Expects.CHOICES
                self.give(Press(key, wanted=key not in self.view.selected if is_tick else None))
            else:
                self.give(Say(self._typed(wanted)))

    def say(self, *texts: str) -> None:
        for text in texts:
            self.typed += len(text)
            self.give(Say(text))

    def late(self, *texts: str) -> None:
        for text in texts:
            self.give(Late(text))

    def give(self, given: Input) -> None:
        assert self.finished is None, "the talk is over"
        took = step(
            self.form,
            replace(self.talk, together=self.together),
            given,
            today=self.today,
            clock=self.clock,
            language=self.language,
        )
        self._take(took)

    def see(self, *words: str) -> None:
        for word in words:
            assert word in self.seen, f"{word!r} not in:\n{self.seen}"

    def labels(self) -> list[str]:
        return [choice.label for choice in self.view.choices + self.view.navigation]

    @property
    def report(self) -> ReportAnswers:
        return to_answers(self.talk, today=self.today)

    def _take(self, took: Step) -> None:
        self.talk = Talk.from_dict(json.loads(json.dumps(took.talk.to_dict())))
        assert self.talk == took.talk
        self.finished = took.finished
        self.seen = plain("\n".join(took.notes))
        if took.show:
            self.view = took.show
            message = view_to_message(took.show, "p1", notes=took.notes)
            self.seen = plain(write_out(message, self.language).text)

    def _key(self, wanted: str) -> str:
        found = [
            c.key for c in self.view.choices + self.view.navigation if c.label.startswith(wanted)
        ]
        assert len(found) == 1, f"{wanted!r} is not one of {self.labels()}"
        return found[0]

    def _typed(self, wanted: str) -> str:
        key = self._key(wanted)
        keys = [choice.key for choice in self.view.choices]
        prompt = view_to_message(self.view, "p1").prompt
        assert prompt
        if self.channel == "numbers" and key in keys and has_list(prompt):
            return str(keys.index(key) + 1)
        return next(c.label for c in prompt.every_choice if c.key == key)
