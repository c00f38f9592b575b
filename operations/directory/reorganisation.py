"""What every change of places and chapters needs: who, from when, and the checks before it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, TypeVar

from domain.chapters import Area, Chapter
from domain.people import Post
from domain.policy import Policy
from domain.reading import clean_text
from domain.reforms import DAY, Effect, earliest_day
from domain.refusals import BadInput, Conflict, NotFound
from operations.access import may, may_at, may_see, may_see_place, refuse_unless
from operations.rights import Right
from operations.wording import day_fact
from storage import UnitOfWork
from storage.directory import areas, chapters, pasts
from storage.maintenance import audit

LONGEST_NAME = 200

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks for a change, with their posts; the command line, which may do all, has none."""

    person_id: int | None = None
    posts: Sequence[Post] | None = None


@dataclass(slots=True, kw_only=True)
class Reform:
    """A change under way; `touched` are the places whose meetings are to be planned anew."""

    unit: UnitOfWork
    first_day: date
    asker: Asker
    policy: Policy
    now: datetime
    effects: list[Effect] = field(default_factory=list)
    touched: set[int] = field(default_factory=set)

    @property
    def today(self) -> date:
        """The date where the people are."""
        return self.policy.day_of(self.now)

    @property
    def last_day(self) -> date:
        """The last day on which the old state holds."""
        return self.first_day - DAY

    def say(self, key: str, **facts: Any) -> None:  # noqa: ANN401 - whatever a text takes
        """Notes an effect by its text key."""
        self.effects.append(Effect(key=key, facts=facts))

    def note(
        self,
        action: str,
        subject: str,
        before: Mapping[str, Any] | None,
        after: Mapping[str, Any] | None,
    ) -> None:
        """Writes what changed into the audit."""
        held = {"from": self.first_day.isoformat()}
        audit.add_later(
            self.unit,
            audit.Entry(
                person_id=self.asker.person_id,
                action=action,
                subject=subject,
                before=before,
                after={**(after or {}), **held},
            ),
            now=self.now,
        )

    def check_day(self, *, ahead: bool) -> None:
        """Refuses a day in a closed month, and one to come unless `ahead` is allowed."""
        earliest = earliest_day(self.today, closing_day=self.policy.closing_day)
        if self.first_day < earliest:
            raise BadInput("change-day-closed", day=day_fact(earliest))
        if self.first_day > self.today and not ahead:
            raise BadInput("change-day-ahead", day=day_fact(self.first_day))

    def check_office(self, path: str) -> None:
        """Refuses who does not work for the place at `path` or one above it."""
        if self.asker.posts is not None:
            refuse_unless(may_at(Right.BIND_CHANNEL, self.asker.posts, path, self.today))

    def check_chapter(self, chapter: Chapter, place: Area | None = None) -> None:
        """Refuses who does not manage a chapter, or one like it at another place."""
        if self.asker.posts is not None:
            at = replace(chapter, area_id=place.id, area_path=place.path) if place else chapter
            refuse_unless(may(Right.MANAGE, self.asker.posts, at, self.today))

    def _is_there(self, area: Area | Chapter) -> bool:
        """True when it is seen, has begun by the last old day and would go on after it."""
        lasts = area.valid_from <= self.last_day and (
            area.valid_to is None or area.valid_to >= self.first_day
        )
        if self.asker.posts is None or not lasts:
            return lasts
        if isinstance(area, Chapter):
            return may_see(self.asker.posts, area, self.today)
        return may_see_place(self.asker.posts, area.path, self.today)

    async def get_areas(self, ids: Collection[int]) -> list[Area]:
        """Returns places in sight that exist on the last old day, in the order asked for."""
        found = await areas.by_ids(self.unit, ids)
        begun = await pasts.areas_begun(self.unit, found.values())
        for area_id in ids:
            area = found.get(area_id)
            if area is None or not self._is_there(area):
                raise NotFound("change-area-not-there", id=str(area_id))
            if begun[area_id] > self.first_day:
                raise Conflict("change-later-change", name=area.name, day=day_fact(begun[area_id]))
        return [found[area_id] for area_id in ids]

    async def get_chapters(self, ids: Collection[int]) -> list[Chapter]:
        """Returns chapters in sight that exist on the last old day, in the order asked for."""
        found = await chapters.by_ids(self.unit, ids)
        begun = await pasts.chapters_begun(self.unit, found.values())
        for chapter_id in ids:
            chapter = found.get(chapter_id)
            if chapter is None or not self._is_there(chapter):
                raise NotFound("change-chapter-not-there", id=str(chapter_id))
            if begun[chapter_id] > self.first_day:
                raise Conflict(
                    "change-later-change", name=chapter.name, day=day_fact(begun[chapter_id])
                )
        return [found[chapter_id] for chapter_id in ids]


def several(items: Iterable[T]) -> tuple[T, ...]:
    """Returns the items without repetition; raises BadInput for fewer than two."""
    found = tuple(dict.fromkeys(items))
    if len(found) <= 1:
        raise BadInput("change-two-needed")
    return found


def checked_name(name: str) -> str:
    """Returns a name without stray spaces; raises BadInput for none or a very long one."""
    cleaned = clean_text(name)
    if not 0 < len(cleaned) <= LONGEST_NAME:
        raise BadInput("change-name", longest=LONGEST_NAME)
    return cleaned
