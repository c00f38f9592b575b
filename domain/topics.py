"""Topics: what a place sets for the meetings of a period."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.calendar import Period, overlapping
from domain.chapters import Chapter, ids_of
from domain.people import Only, is_within


class TopicField(StrEnum):
    """The words of a topic, in the order in which they are asked and shown."""

    TITLE = "title"
    GUIDANCE = "guidance"
    QUESTIONS = "questions"
    DIALOGUE = "dialogue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A topic for an area's meetings of a period: for all kinds, an association's, or one.

    `chapter_ids` narrows it to some chapters. What came with older data has no `issued_by`.
    `taken_from` is the chapter whose own topic was taken up for all.
    """

    id: int
    area_id: int
    kind_id: int | None
    period: str
    title: str
    association: str | None = None
    guidance: str | None = None
    questions: str | None = None
    dialogue: str | None = None
    issued_by: int | None = None
    issued_at: datetime | None = None
    withdrawn_at: datetime | None = None
    taken_from: int | None = None
    version: int = 0
    chapter_ids: frozenset[int] = frozenset()

    def words_of(self, field: TopicField) -> str:
        """Returns the words of a field, "" for none."""
        return getattr(self, field) or ""

    @property
    def only(self) -> Only:
        """What of its area it is for: a kind by id, an association by name, None for all."""
        return self.kind_id if self.kind_id is not None else self.association

    @property
    def is_draft(self) -> bool:
        """True while it has an author and was not issued."""
        return self.issued_at is None and self.issued_by is not None

    @property
    def is_live(self) -> bool:
        """True from when it was issued until it is withdrawn."""
        return not self.is_draft and self.withdrawn_at is None

    def is_for(self, chapter: Chapter) -> bool:
        """True when a chapter is among those it was set for."""
        here = f"/{self.area_id}/" in chapter.area_path
        named = not self.chapter_ids or chapter.id in self.chapter_ids
        return here and named and is_within(self.only, chapter.kind.id, chapter.kind.association)


def topics_for(chapter: Chapter, period: Period, topics: Iterable[Topic]) -> list[Topic]:
    """Returns the topics that hold for a chapter's meeting of a period, the nearest first."""
    places, wanted = ids_of(chapter.area_path), overlapping(period)
    found = [topic for topic in topics if topic.period in wanted and topic.is_for(chapter)]
    return sorted(found, key=lambda value: (-places.index(value.area_id), value.id))
