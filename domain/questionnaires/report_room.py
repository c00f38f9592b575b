"""How much is asked with one report: of all offices together few questions, each by its name."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from domain.chapters import Chapter, ids_of
from domain.people import is_within
from domain.questionnaires.questionnaire import Questionnaire
from domain.refusals import BadInput

# As few as leave the minute a minute.
MOST_ASKED = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Confined:
    """To which chapters of its place a questionnaire is confined; empty for no bound.

    By their ids, their kinds, and the places in which a programme is tried out.
    """

    chapter_ids: frozenset[int] = frozenset()
    kind_ids: frozenset[int] = frozenset()
    area_ids: frozenset[int] = frozenset()

    def takes(self, chapter: Chapter) -> bool:
        """True for a chapter within these bounds."""
        is_there = not self.area_ids or not self.area_ids.isdisjoint(ids_of(chapter.area_path))
        is_kind = not self.kind_ids or chapter.kind.id in self.kind_ids
        return is_there and is_kind and (not self.chapter_ids or chapter.id in self.chapter_ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedSet:
    """What a questionnaire asks with reports, and of which chapters of its place.

    `names` are those of its questions as they are compared.
    """

    questionnaire: Questionnaire
    confined: Confined
    names: frozenset[str]

    def asks(self, chapter: Chapter) -> bool:
        """True where a chapter's reports have these questions."""
        asked = self.questionnaire
        is_there = asked.area_id in ids_of(chapter.area_path)
        is_for = is_within(asked.only, chapter.kind.id, chapter.kind.association)
        return is_there and is_for and self.confined.takes(chapter)

    def lasts(self, day: date) -> bool:
        """True for a day of whose meetings it asks."""
        asked = self.questionnaire
        begun = asked.begins_on is not None and asked.begins_on <= day
        return begun and (asked.closes_on is None or day <= asked.closes_on)


def check_room(new: AskedSet, others: Collection[AskedSet], chapters: Iterable[Chapter]) -> None:
    """Raises BadInput if a report would have too many questions of offices, or two of one name.

    `chapters` are those that the new questions are for.
    """
    if len(new.names) > MOST_ASKED:
        raise BadInput("asked-too-many", count=len(new.names), limit=MOST_ASKED)
    for together in _list_together(new, others, chapters):
        for other in together:
            if shared := sorted(new.names & other.names):
                raise BadInput("asked-name-taken", name=shared[0], title=other.questionnaire.title)
        count = len(new.names) + sum(len(other.names) for other in together)
        if count > MOST_ASKED:
            titles = ", ".join(f"“{other.questionnaire.title}”" for other in together)
            raise BadInput("asked-together", count=count, limit=MOST_ASKED, titles=titles)


def _list_together(
    new: AskedSet, others: Collection[AskedSet], chapters: Iterable[Chapter]
) -> set[tuple[AskedSet, ...]]:
    """Returns what is asked beside the new questions with any one report.

    What is asked changes on the days on which something begins.
    """
    found = set()
    known = list(others)
    asked_of = {tuple(other for other in known if other.asks(each)) for each in chapters}
    for there in asked_of:
        begins = [each.questionnaire.begins_on for each in (new, *there)]
        days = [day for day in begins if day is not None and new.lasts(day)]
        found |= {tuple(other for other in there if other.lasts(day)) for day in days}
    return found
