"""Writes the sample's places, chapters, people and posts, a statement for each table."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from random import Random
from typing import Any

from bot.sample.dice import dice
from bot.sample.kinds import KINDS, Kind
from bot.sample.names import invent_names
from bot.sample.places import COMMUNES, PROVINCE, UPPER, Commune
from domain.chapters import Area
from domain.people import Role
from storage import UnitOfWork
from storage.directory import areas, chapters
from storage.tables import directory as tables

SINCE = date(2025, 7, 1)
_EXEMPT_AT_MOST = 2
_TWO_POSTS = 3


@dataclass(frozen=True, slots=True)
class Seat:
    """A chapter to be written: its kind, its place, which hamlet's turn it is."""

    kind: Kind
    area: Area
    commune: str
    turn: int
    name: str
    members: int


@dataclass(slots=True)
class WrittenDirectory:
    """What stands in the tables so far; people are listed by what they do."""

    upper: Area
    communes: dict[str, Area] = field(default_factory=dict)
    hamlets: list[tuple[Commune, Area, int]] = field(default_factory=list)
    kinds: dict[str, int] = field(default_factory=dict)
    chapters: list[tuple[int, Seat]] = field(default_factory=list)
    people: list[int] = field(default_factory=list)
    leaders: dict[int, int] = field(default_factory=dict)
    cadres: dict[int, int] = field(default_factory=dict)
    officers: dict[int, int] = field(default_factory=dict)
    administrator: int = 0


async def write_directory(unit: UnitOfWork, *, seed: int, now: datetime) -> WrittenDirectory:
    """Writes the whole directory and returns the ids of it."""
    written = await _write_places(unit)
    for kind in KINDS:
        written.kinds[kind.code] = await chapters.add_kind(unit, **_kind_row(kind))
    await _write_chapters(unit, written, seed)
    await _write_people(unit, written, seed, now)
    return written


async def _write_places(unit: UnitOfWork) -> WrittenDirectory:
    level, name, code = PROVINCE
    province = await areas.add(
        unit, areas.NewArea(name=name, level=level, code=code, valid_from=SINCE)
    )
    upper = await areas.add(
        unit, areas.NewArea(name=UPPER[1], level=UPPER[0], parent=province, valid_from=SINCE)
    )
    written = WrittenDirectory(upper)
    for commune in COMMUNES:
        place = await areas.add(
            unit,
            areas.NewArea(
                name=commune.name, level="xã", code=commune.code, parent=upper, valid_from=SINCE
            ),
        )
        written.communes[commune.name] = place
        for turn, hamlet in enumerate(commune.hamlets):
            level = hamlet.split()[0]
            inside = await areas.add(
                unit, areas.NewArea(name=hamlet, level=level, parent=place, valid_from=SINCE)
            )
            written.hamlets.append((commune, inside, turn))
    return written


def _kind_row(kind: Kind) -> dict[str, Any]:
    return {
        "code": kind.code,
        "name": kind.name,
        "association": kind.association,
        "words": kind.words,
        "rule": kind.rule,
        "shift": kind.shift,
        "frequency": kind.frequency,
        "recording": kind.recording,
    }


async def _write_chapters(unit: UnitOfWork, written: WrittenDirectory, seed: int) -> None:
    seats = [*_seats(written, seed)]
    ids = await unit.add_all(
        tables.chapter, [_chapter_row(seat, written, dice(seed, seat.name)) for seat in seats]
    )
    written.chapters = list(zip(ids, seats, strict=True))


def _seats(written: WrittenDirectory, seed: int) -> Iterator[Seat]:
    known = {kind.code: kind for kind in KINDS}
    for commune, area, turn in written.hamlets:
        for code in commune.kinds:
            kind = known[code]
            name = f"{kind.name} {area.name}"
            members = dice(seed, name, "members").randint(*kind.size)
            yield Seat(kind, area, commune.name, turn, name, members)
        if turn == len(commune.hamlets) - 1:
            place = written.communes[commune.name]
            for code, name, members in commune.unions:
                yield Seat(known[code], place, commune.name, 0, name, members)


def _chapter_row(seat: Seat, written: WrittenDirectory, random: Random) -> dict[str, Any]:
    kind = seat.kind
    place = random.choice(kind.places).format(hamlet=seat.area.name)
    return {
        "kind_id": written.kinds[kind.code],
        "area_id": seat.area.id,
        "name": seat.name,
        "member_count": seat.members,
        "exempt_count": random.randint(0, _EXEMPT_AT_MOST) if kind.code == "chi_bo" else 0,
        "rule": kind.rules[seat.turn % len(kind.rules)] if kind.rules else None,
        "start_time": kind.starts[seat.turn % len(kind.starts)],
        "duration_min": kind.minutes,
        "place": place,
        "valid_from": SINCE,
    }


@dataclass(slots=True)
class _Hiring:
    """People and their posts, gathered until both can be written at once."""

    random: Random
    men: Iterator[str]
    women: Iterator[str]
    people: list[dict[str, Any]]
    posts: list[tuple[int, dict[str, Any]]]
    now: datetime

    def person(self, *, woman: bool | None = None) -> int:
        """Invents somebody and returns their place in the list."""
        chosen = self.random.random() < 0.4 if woman is None else woman  # noqa: PLR2004 - a share
        number = len(self.people)
        self.people.append(
            {
                "name": next(self.women if chosen else self.men),
                "address_form": "đồng chí",
                "phone": f"09{self.random.randint(0, 99_999_999):08}",
                "language": "vi",
                "created_at": self.now,
            }
        )
        return number

    def give(self, person: int, role: Role, *, chapter: int | None, area: int | None) -> None:
        """Gives somebody a post."""
        scope = {"chapter_id": chapter, "area_id": area, "kind_id": None}
        self.posts.append((person, {"role": role, "valid_from": SINCE, **scope}))


async def _write_people(
    unit: UnitOfWork, written: WrittenDirectory, seed: int, now: datetime
) -> None:
    random = dice(seed, "people")
    hiring = _Hiring(
        random, invent_names(random, women=False), invent_names(random, women=True), [], [], now
    )
    leaders = _hire_leaders(hiring, written)
    cadres = _hire_cadres(hiring, written)
    officers = _hire_officers(hiring, written)
    administrator = hiring.person(woman=False)
    hiring.give(administrator, Role.ADMINISTRATOR, chapter=None, area=written.upper.parent_id)
    ids = await unit.add_all(tables.person, hiring.people)
    await unit.add_many(
        tables.post, [{"person_id": ids[person], **post} for person, post in hiring.posts]
    )
    written.people = ids
    written.leaders = {chapter: ids[person] for chapter, person in leaders.items()}
    written.cadres = {chapter: ids[person] for chapter, person in cadres.items()}
    written.officers = {area: ids[person] for area, person in officers.items()}
    written.administrator = ids[administrator]


def _hire_leaders(hiring: _Hiring, written: WrittenDirectory) -> Mapping[int, int]:
    """One for each chapter; here and there the cell's secretary leads the Front board too."""
    leaders: dict[int, int] = {}
    secretaries: dict[int, int] = {}
    for chapter, seat in written.chapters:
        both = seat.kind.code == "mat_tran" and seat.turn % _TWO_POSTS == 0
        woman = True if seat.kind.code == "phu_nu" else None
        person = secretaries[seat.area.id] if both else hiring.person(woman=woman)
        if seat.kind.code == "chi_bo":
            secretaries[seat.area.id] = person
        leaders[chapter] = person
        hiring.give(person, Role.LEADER, chapter=chapter, area=None)
        if seat.kind.has_deputy:
            hiring.give(hiring.person(woman=woman), Role.DEPUTY, chapter=chapter, area=None)
    return leaders


def _hire_cadres(hiring: _Hiring, written: WrittenDirectory) -> Mapping[int, int]:
    """Shares the chapters of each commune out among its cadres, hamlet by hamlet."""
    cadres: dict[int, int] = {}
    for commune in COMMUNES:
        own = [chapter for chapter, seat in written.chapters if seat.commune == commune.name]
        for share in _shares(own, commune.cadres):
            person = hiring.person()
            for chapter in share:
                cadres[chapter] = person
                hiring.give(person, Role.CADRE, chapter=chapter, area=None)
    return cadres


def _shares(chapters: Sequence[int], count: int) -> Iterator[Sequence[int]]:
    for number in range(count):
        first, last = (len(chapters) * step // count for step in (number, number + 1))
        yield chapters[first:last]


def _hire_officers(hiring: _Hiring, written: WrittenDirectory) -> Mapping[int, int]:
    officers: dict[int, int] = {}
    for area in (written.upper, *written.communes.values()):
        officers[area.id] = hiring.person()
        hiring.give(officers[area.id], Role.STAFF, chapter=None, area=area.id)
    return officers
