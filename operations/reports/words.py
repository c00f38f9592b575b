"""A report as lines of words: each field by its name, for reading and for comparing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dialogue.words import render_day
from domain.chapters import Chapter
from domain.levels import LevelWords
from domain.meeting_times import render_times
from domain.questionnaires.answers import AskedAnswers
from domain.report import OWN_WORDS, ReportAnswers, ReportState
from operations.questionnaires.answer_words import answer_words
from operations.reports.asked import AskedParts
from operations.wording import kind_word
from texts import label

Lines = dict[str, str]

_COUNTED = ("present", "excused")


@dataclass(frozen=True, slots=True)
class ReportWords:
    """What is needed to put the answers of one chapter's report into words."""

    language: str
    chapter: Chapter
    topics: Mapping[int, str]
    levels: LevelWords
    asked: AskedParts

    def lines(self, answers: ReportAnswers) -> Lines:
        """Returns every answer given, as value by name, in the order of the record."""
        return {name: value for name, value in self._lines(answers) if value}

    def _lines(self, told: ReportAnswers) -> Iterator[tuple[str, str]]:
        yield self._name("opening"), self._option("opening", told.state)
        yield from self._when(told)
        if told.state is ReportState.HELD:
            yield from self._held(told)
        for question in OWN_WORDS:
            yield self._name(question), self._said(told, question)
        yield self._name("photos"), self._number(len(told.photos) or None)
        for answers in told.asked:
            yield from self._asked(answers)
        yield self._name("told"), "\n".join(told.told)

    def _when(self, told: ReportAnswers) -> Iterator[tuple[str, str]]:
        day = told.held_date or told.postponed_to
        yield self._name("held_date"), render_day(day, self.language) if day else ""
        question = "not_held_reason" if told.state is ReportState.NOT_HELD else "moved_reason"
        reason = self._option(question, told.reason) if told.reason else ""
        words = ": ".join(part for part in (reason, told.reason_text) if part)
        yield self._name(question), words
        yield self._name("times"), render_times(told.starts, told.ends) if told.starts else ""

    def _held(self, told: ReportAnswers) -> Iterator[tuple[str, str]]:
        yield self._name("place"), told.place
        yield self._name("chair"), told.chair
        yield self._name("total"), self._number(told.total)
        for name in _COUNTED:
            yield self._name(name), self._number(getattr(told, name))
        yield self._name("topic"), self.topics.get(told.topic_id or 0, "") or told.topic_text
        activities = (self._option("activities", key) for key in told.activities)
        yield self._name("activities"), ", ".join(activities)
        if told.cadre_present != "none":
            yield self._name("cadre_present"), self._option("cadre_present", told.cadre_present)
        yield from self._difficulties(told)

    def _difficulties(self, told: ReportAnswers) -> Iterator[tuple[str, str]]:
        for number, difficulty in enumerate(told.difficulties, start=1):
            category = self._option("category", difficulty.category)
            words = difficulty.text or label("dialogue-voice", self.language)
            yield self._own("category-label", round=number), f"{category} – {words}"
            yield self._own("level-label", round=number), self._option("level", difficulty.level)

    def _asked(self, answers: AskedAnswers) -> Iterator[tuple[str, str]]:
        """Yields the answers to an office's questions, each marked with whose it is."""
        part = self.asked[answers.questionnaire, answers.version]
        given = {answer.question: answer for answer in answers.given}
        for asked in part.definition.answered():
            words = part.definition.words(asked.labels, self.language)
            name = label("report-asked-line", self.language, words=words, whose=part.whose)
            if asked.name in given:
                yield (
                    name,
                    answer_words(part.definition, asked, given[asked.name], self.language),
                )

    def _said(self, told: ReportAnswers, question: str) -> str:
        """Returns a free answer; one that was spoken is at least named."""
        words = str(getattr(told, question))
        spoken = any(voice_note == question for voice_note, _ in told.voice_notes)
        return words or (label("dialogue-voice", self.language) if spoken else "")

    def _name(self, question: str) -> str:
        return self._own(f"{question}-label")

    def _option(self, question: str, key: str) -> str:
        return self._own(f"{question}-{key}")

    def _own(self, key: str, **args: int) -> str:
        words = {
            "members": kind_word(self.chapter, "members", self.language),
            "hamlet": self.levels.hamlet or label("level-hamlet", self.language),
            "commune": self.levels.commune or label("level-commune", self.language),
        }
        return label(f"report-{key}", self.language, **words, **args)

    def _number(self, number: int | None) -> str:
        return "" if number is None else str(number)


def list_changes(old: Lines, new: Lines) -> list[tuple[str, str, str]]:
    """Returns the name of each line that differs, with its value before and after."""
    names = dict.fromkeys((*old, *new))
    return [
        (name, old.get(name, ""), new.get(name, ""))
        for name in names
        if old.get(name) != new.get(name)
    ]
