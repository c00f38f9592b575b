"""The sheet of posts against the stored ones."""

from datetime import date
from typing import Any

from documents.book import CLEARED, SheetRow, Table
from domain.people import Role
from operations.workbook.chapters import ChapterIndex
from operations.workbook.desk import Desk, given, group, key_of
from operations.workbook.kinds import Kinds
from operations.workbook.lookup import find_area, may_change, number_in
from operations.workbook.naming import find_kind, find_person
from operations.workbook.people import PersonIndex
from operations.workbook.places import Places, Several
from operations.workbook.plans import differences

_OF_A_CHAPTER = frozenset({Role.LEADER, Role.DEPUTY})
_KEY = ("person_id", "role", "chapter_id", "area_id", "kind_id", "association")

Scope = tuple[int | None, int | None, int | None, str | None]


def plan_posts(
    desk: Desk, places: Places, kinds: Kinds, chapters: ChapterIndex, people: PersonIndex
) -> None:
    """Plans the posts."""
    _Posts(desk, places, kinds, chapters, people).plan()


def _was_never(post: Any) -> bool:  # noqa: ANN401 - a row
    return post.valid_to is not None and post.valid_to < post.valid_from


class _Posts:
    def __init__(
        self,
        desk: Desk,
        places: Places,
        kinds: Kinds,
        chapters: ChapterIndex,
        people: PersonIndex,
    ) -> None:
        self.desk = desk
        self.places = places
        self.kinds = kinds
        self.chapters = chapters
        self.people = people
        # What was given and taken away on one day was never held, and no sheet shows it.
        held = [value for value in desk.known["posts"] if not _was_never(value)]
        self.held = group(held, *_KEY)
        self.seen: dict[int, int] = {}
        self.added: dict[tuple[Any, ...], int] = {}

    def plan(self) -> None:
        rows = list(self.desk.rows("posts"))
        for table, row in sorted(rows, key=lambda value: not isinstance(value[1]["id"], int)):
            if isinstance(row["id"], int):
                if known := self.desk.named("posts", self.seen, table, row):
                    self._change_numbered(table, row, known)
            elif not self.desk.lacks(table, row):
                self._match(table, row)

    def _change_numbered(self, table: Table, row: SheetRow, known: Any) -> None:  # noqa: ANN401 - a row
        if row["person"] is not None:
            person = self._person(table, row)
            scope = self._scope(table, row)
            if person is None or scope is None:
                return
            if (person, row["role"] or known.role, *scope) != tuple(
                getattr(known, text) for text in _KEY
            ):
                self.desk.wrong(table, row, "person", "fixed")
                return
        self._change(table, row, known)

    def _match(self, table: Table, row: SheetRow) -> None:
        person = self._person(table, row)
        scope = self._scope(table, row)
        if person is None or scope is None:
            return
        if not self._may(scope):
            self.desk.wrong(table, row, "area" if row["area"] else "chapter", "not-yours")
            return
        identity = (person, row["role"], *scope)
        if known := self._held(identity, row["valid_from"]):
            self.seen[known.id] = row.number
            self._change(table, row, known)
        else:
            self._add(table, row, identity)

    def _held(self, identity: tuple[Any, ...], first: Any) -> Any:  # noqa: ANN401 - a row, a day
        posts = [value for value in self.held.get(identity, []) if value.id not in self.seen]
        exact = [post for post in posts if isinstance(first, date) and post.valid_from == first]
        live = [
            post for post in posts if post.valid_to is None or post.valid_to >= self.desk.today
        ]
        return next(iter([*exact, *live]), None)

    def _add(self, table: Table, row: SheetRow, identity: tuple[Any, ...]) -> None:
        if (*identity, row["valid_from"]) in self.added:
            number = self.added[(*identity, row["valid_from"])]
            self.desk.wrong(table, row, "person", "twice", other=number)
            return
        usual = {"valid_from": self.desk.today, "valid_to": None}
        values = usual | given(row, "valid_from", "valid_to")
        if self.desk.misordered(table, row, values["valid_from"], values["valid_to"]):
            return
        self.desk.plan.add(
            "posts",
            self.people.names[identity[0]],
            dict(zip(_KEY, identity, strict=True)) | values,
        )
        self.added[(*identity, row["valid_from"])] = row.number

    def _change(self, table: Table, row: SheetRow, known: Any) -> None:  # noqa: ANN401 - a row
        wanted = given(row, "valid_from", "valid_to")
        first = wanted.get("valid_from", known.valid_from)
        if first is None:
            self.desk.wrong(table, row, "valid_from", "needed")
            return
        if self.desk.misordered(table, row, first, wanted.get("valid_to", known.valid_to)):
            return
        after = differences(known, wanted)
        scope = (known.chapter_id, known.area_id, known.kind_id, known.association)
        if after and not self._may(scope):
            self.desk.wrong(table, row, "person", "not-yours")
            return
        self.desk.plan.change("posts", known, self.people.names[known.person_id], after)

    def _person(self, table: Table, row: SheetRow) -> int | None:
        if not isinstance(row["person"], str):
            self.desk.wrong(table, row, "person", "needed")
            return None
        return find_person(self.desk, self.people, table, row)

    def _scope(self, table: Table, row: SheetRow) -> Scope | None:
        """The chapter, or the area and perhaps kind or association; None with a fault noted."""
        has_chapter = isinstance(row["chapter"], str)
        kind = self._kind(table, row)
        if kind == 0:
            return None
        if has_chapter:
            chapter = self._chapter(table, row, kind)
            return None if chapter is None else (chapter, None, None, None)
        if row["area"] is None or row["area"] is CLEARED:
            self.desk.wrong(table, row, "chapter", "scope")
            return None
        if row["role"] in _OF_A_CHAPTER:
            self.desk.wrong(table, row, "chapter", "role-scope")
            return None
        association = self._association(table, row, kind)
        area = find_area(self.desk, self.places, table, row)
        return None if area is None or association == "" else (None, area, kind, association)

    def _association(self, table: Table, row: SheetRow, kind: int | None) -> str | None:
        """The association as its kinds spell it, None where none is written, "" with a fault."""
        written = row["association"]
        if not isinstance(written, str):
            return None
        if kind is not None:
            self.desk.wrong(table, row, "association", "kind-or-association")
            return ""
        known = {
            key_of(association): association for association in self.desk.associations.values()
        }
        if key_of(written) not in known:
            names = " | ".join(sorted(known.values())[:12])
            self.desk.wrong(table, row, "association", "unknown-association", names=names)
            return ""
        return known[key_of(written)]

    def _kind(self, table: Table, row: SheetRow) -> int | None:
        """The kind's reference, None where none is written, 0 with a fault noted."""
        if not isinstance(row["kind"], str):
            return None
        return find_kind(self.desk, self.kinds, table, row) or 0

    def _chapter(self, table: Table, row: SheetRow, kind: int | None) -> int | None:
        number = number_in(row["chapter"])
        if number is not None and number in self.chapters.areas:
            return number
        area = None
        if isinstance(row["area"], str):
            area = find_area(self.desk, self.places, table, row)
            if area is None:
                return None
        fitting = self.chapters.find(row["chapter"], area, kind, self.places)
        if len(fitting) > 1:
            facts = Several(len(fitting), f"#{max(fitting)}").facts
            self.desk.wrong(table, row, "chapter", "several", **facts)
            return None
        if not fitting:
            self._miss_chapter(table, row)
            return None
        return fitting[0]

    def _miss_chapter(self, table: Table, row: SheetRow) -> None:
        """Notes that no chapter has the name, unless its own row is at fault already."""
        name = row["chapter"]
        if self.desk.comes_right("chapters", name, is_lacking=self.chapters.lack(name)):
            return
        is_unheard = self.chapters.lack(name) and self.desk.may_suggest
        near = self.chapters.near(name) if is_unheard else ""
        self.desk.wrong(table, row, "chapter", "unknown-chapter", near=near or "none")

    def _may(self, scope: Scope) -> bool:
        chapter, area, kind, association = scope
        if chapter is not None:
            area, kind = self.chapters.areas[chapter]
        return area is None or may_change(
            self.desk, self.places, area, kind, association=association
        )
