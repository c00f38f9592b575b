"""Builds areas, kinds, chapters, people and posts in a few words; everything is invented."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from domain.chapters import Area
from domain.people import Post, Role
from domain.policy import Policy
from domain.report import RaisedDifficulty, ReportAnswers, ReportState
from operations.context import ActorContext
from operations.reactions import REACTIONS
from storage import Database, UnitOfWork
from storage.directory import areas, chapters
from storage.people import people

POLICY = Policy()
LONG_AGO = date(2020, 1, 1)
DAY_5 = {"kind": "day", "day": 5}
WORDS = {
    "unit": "chi hội",
    "members": "hội viên",
    "regular": "định kỳ",
    "leader": "chi hội trưởng",
    "deputy": "chi hội phó",
}
ROAD = RaisedDifficulty(category="infrastructure", text="Đường ấp ngập", level="commune")
LOANS = RaisedDifficulty(category="funding", text="Thiếu vốn vay", level="higher")


def at(day: int, hour: int = 12, *, month: int = 11) -> datetime:
    """A moment of 2026 by the local clock."""
    return datetime(2026, month, day, hour, tzinfo=POLICY.timezone).astimezone(UTC)


@dataclass
class Directory:
    """Adds rows through an open unit and remembers nothing."""

    unit: UnitOfWork

    async def area(self, name: str, parent: Area | None = None, **values: Any) -> Area:
        level = "hamlet" if parent else "commune"
        return await areas.add(
            self.unit,
            areas.NewArea(name=name, level=level, valid_from=LONG_AGO, parent=parent, **values),
        )

    async def kind(self, code: str = "women", **values: Any) -> int:
        usual: dict[str, Any] = {
            "name": f"Chi hội {code}",
            "association": "Hội Liên hiệp Phụ nữ",
            "words": WORDS,
            "rule": DAY_5,
            "shift": "none",
            "frequency": 1,
            "recording": "full",
        }
        return await chapters.add_kind(self.unit, code=code, **(usual | values))

    async def chapter(self, name: str, area: Area, kind_id: int, **values: Any) -> int:
        usual: dict[str, Any] = {
            "member_count": 32,
            "exempt_count": 2,
            "start_time": "19:00",
            "place": "Nhà văn hóa ấp",
            "valid_from": LONG_AGO,
        }
        return await chapters.add(
            self.unit, name=name, area_id=area.id, kind_id=kind_id, **(usual | values)
        )

    async def person(self, name: str) -> int:
        return (await people.add(self.unit, name=name, now=at(1))).id

    async def post(
        self,
        person_id: int,
        role: Role,
        *,
        chapter: int | None = None,
        area: Area | None = None,
        **values: Any,
    ) -> None:
        usual: dict[str, Any] = {"valid_from": LONG_AGO}
        await people.add_post(
            self.unit,
            people.NewPost(
                person_id=person_id,
                role=role,
                chapter_id=chapter,
                area_id=area.id if area else None,
                **(usual | values),
            ),
        )

    async def posts(self, person_id: int) -> tuple[Post, ...]:
        return (await people.posts_of(self.unit, [person_id])).get(person_id, ())


@dataclass(frozen=True)
class Commune:
    """A commune with two hamlets; the first has a chapter with all its people."""

    commune: Area
    hamlet: Area
    other_hamlet: Area
    kind: int
    chapter: int
    other_chapter: int
    leader: int
    deputy: int
    cadre: int
    staff: int
    stranger: int


async def settle_commune(database: Database, **of_kind: Any) -> Commune:
    """Makes a commune whose chapters meet on day 5."""
    async with database.write() as unit:
        make = Directory(unit)
        commune = await make.area("Xã Long Vĩnh")
        hamlet = await make.area("Ấp Cái Cối", commune)
        other_hamlet = await make.area("Ấp La Ghi", commune)
        kind = await make.kind(**of_kind)
        chapter = await make.chapter("Chi hội phụ nữ ấp Cái Cối", hamlet, kind)
        other_chapter = await make.chapter("Chi hội phụ nữ ấp La Ghi", other_hamlet, kind)
        leader, deputy = await make.person("Thạch Thị Lan"), await make.person("Trần Thị Bé")
        cadre, staff = await make.person("Lê Văn Sáu"), await make.person("Ngô Văn Tám")
        stranger = await make.person("Kim Ngọc")
        await make.post(leader, Role.LEADER, chapter=chapter)
        await make.post(deputy, Role.DEPUTY, chapter=chapter)
        await make.post(cadre, Role.CADRE, area=hamlet)
        await make.post(staff, Role.STAFF, area=commune)
    return Commune(
        commune=commune,
        hamlet=hamlet,
        other_hamlet=other_hamlet,
        kind=kind,
        chapter=chapter,
        other_chapter=other_chapter,
        leader=leader,
        deputy=deputy,
        cadre=cadre,
        staff=staff,
        stranger=stranger,
    )


async def posts_of(database: Database, person_id: int) -> tuple[Post, ...]:
    async with database.read() as unit:
        return await Directory(unit).posts(person_id)


async def acting(unit: UnitOfWork, person_id: int, now: datetime) -> ActorContext:
    """Somebody acting at a moment, with all their posts and all that follows from it."""
    actor = (await people.persons(unit, [person_id]))[person_id]
    posts = await Directory(unit).posts(person_id)
    return ActorContext(unit, actor, posts, POLICY, now, REACTIONS)


def held(day: int = 5, *, month: int = 11, **values: Any) -> ReportAnswers:
    """The answers of a usual report."""
    usual: dict[str, Any] = {
        "state": ReportState.HELD,
        "held_date": date(2026, month, day),
        "place": "Nhà văn hóa ấp",
        "chair": "Thạch Thị Lan",
        "total": 32,
        "exempt": 2,
        "present": 28,
        "topic_text": "Vệ sinh đường làng",
        "activities": ("discussion",),
    }
    return ReportAnswers(**(usual | values))
