"""The rows of an invented directory: places, chapters, people, their posts and accounts."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import count
from random import Random
from typing import Any

from sqlalchemy import Table

from benchmarks.land import KINDS, Size, names, shares
from bot.sample.names import invent_names
from domain.people import Role
from storage.tables import directory

SINCE = date(2020, 1, 1)
MADE = datetime(2020, 1, 1, tzinfo=UTC)
WORDS = {
    "unit": "chi hội",
    "members": "hội viên",
    "regular": "định kỳ",
    "leader": "chi hội trưởng",
    "deputy": "chi hội phó",
}
# Name, months of a period, rule: three kinds meet monthly, three quarterly.
USUAL: tuple[tuple[str, int, dict[str, Any]], ...] = (
    ("Chi bộ", 1, {"kind": "day", "day": 3}),
    ("Chi đoàn", 1, {"kind": "rrule", "rrule": "FREQ=MONTHLY;BYDAY=-1SA"}),
    ("Chi hội Phụ nữ", 1, {"kind": "day", "day": 25}),
    ("Chi hội Nông dân", 3, {"kind": "day", "day": 5, "month": 2}),
    ("Chi hội Cựu chiến binh", 3, {"kind": "free", "count": 1}),
    ("Ban công tác Mặt trận", 3, {"kind": "lunar", "day": 15, "month": 3}),
)
_OWN_RULE = 0.4
_NAMES = 600

Row = tuple[Table, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Seat:
    """A chapter as its history needs it: its rule, who leads it and who is assigned to it."""

    chapter_id: int
    kind: int
    own_rule: dict[str, Any] | None
    members: int
    hamlet_id: int
    commune_id: int
    leader: int
    cadre: int
    place: str


@dataclass
class Directory:
    """Yields the rows of a country commune by commune; the same seed gives the same rows."""

    size: Size
    seed: int
    accounts: bool = True
    _area: Iterator[int] = field(default_factory=lambda: count(1))
    _chapter: Iterator[int] = field(default_factory=lambda: count(1))
    _person: Iterator[int] = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        self.random = Random(self.seed)  # noqa: S311 - invented data
        known = invent_names(self.random, women=True), invent_names(self.random, women=False)
        self._names = [next(source) for source in known for _ in range(_NAMES // 2)]

    def kinds(self) -> Iterator[Row]:
        """Yields the kinds of chapters."""
        for number, (name, months, rule) in enumerate(USUAL, start=1):
            yield (
                directory.chapter_kind,
                {
                    "id": number,
                    "code": f"kind_{number}",
                    "name": name,
                    "association": name,
                    "words": WORDS,
                    "rule": {**rule, "every": months},
                    "shift": "none",
                    "frequency": months,
                    "recording": "full",
                },
            )

    def communes(self) -> Iterator[tuple[list[Row], list[Seat]]]:
        """Yields each commune's rows, those it stands under before it, and its chapters."""
        size = self.size
        hamlets = iter(shares(size.hamlets, size.communes, self.random))
        helpers = max(size.people - size.chapters - size.communes - 1, size.communes)
        cadres = iter(shares(helpers, size.communes, self.random))
        above: list[Row] = []
        top = self._place(above, None, "/", "Cả nước", "nước") if size.provinces > 1 else None
        called = names(0)
        for number, inside in enumerate(shares(size.communes, size.provinces, self.random)):
            path = f"/{top}/" if top else "/"
            province = self._place(above, top, path, f"Tỉnh {next(called)}", "tỉnh")
            if number == 0:
                self._person_with(above, Role.ADMINISTRATOR, {"area_id": top or province})
            for name, _ in zip(names(number * 37), range(inside), strict=False):
                here = self._place(above, province, f"{path}{province}/", f"Xã {name}", "xã")
                path_here = f"{path}{province}/{here}/"
                seats = self._commune(above, here, path_here, next(hamlets), next(cadres))
                yield above, seats
                above = []

    def _commune(
        self, rows: list[Row], commune: int, path: str, hamlets: int, cadres: int
    ) -> list[Seat]:
        self._person_with(rows, Role.STAFF, {"area_id": commune})
        helping = [self._somebody(rows) for _ in range(cadres)]
        called = names(commune * 11)
        seats: list[Seat] = []
        for _ in range(hamlets):
            name = f"ấp {next(called)}"
            hamlet = self._place(rows, commune, path, name.capitalize(), "ấp")
            for kind in range(1, KINDS + 1):
                cadre = helping[len(seats) % len(helping)]
                seats.append(self._seat(rows, kind, name, hamlet, commune, cadre))
        return seats

    def _seat(
        self, rows: list[Row], kind: int, hamlet: str, area_id: int, commune: int, cadre: int
    ) -> Seat:
        name, months, _ = USUAL[kind - 1]
        rule = {"kind": "day", "day": self.random.randint(1, 28), "every": months}
        own = rule if self.random.random() < _OWN_RULE else None
        seat = Seat(
            chapter_id=next(self._chapter),
            kind=kind,
            own_rule=own,
            members=self.random.randint(12, 90),
            hamlet_id=area_id,
            commune_id=commune,
            leader=self._somebody(rows),
            cadre=cadre,
            place=f"Nhà văn hóa {hamlet}",
        )
        values = {
            "id": seat.chapter_id,
            "kind_id": kind,
            "area_id": area_id,
            "name": f"{name} {hamlet}",
            "member_count": seat.members,
            "rule": own,
            "start_time": "19:00",
            "place": seat.place,
            "valid_from": SINCE,
        }
        rows.append((directory.chapter, values))
        self._post(rows, seat.leader, Role.LEADER, {"chapter_id": seat.chapter_id})
        self._post(rows, seat.cadre, Role.CADRE, {"chapter_id": seat.chapter_id})
        return seat

    def _place(
        self, rows: list[Row], parent: int | None, above: str, name: str, level: str
    ) -> int:
        here = next(self._area)
        values = {
            "id": here,
            "parent_id": parent,
            "path": f"{above}{here}/",
            "level": level,
            "name": name,
            "valid_from": SINCE,
        }
        rows.append((directory.area, values))
        return here

    def _somebody(self, rows: list[Row]) -> int:
        here = next(self._person)
        name = self.random.choice(self._names)
        values = {"id": here, "name": name, "phone": f"09{here:08}", "created_at": MADE}
        rows.append((directory.person, values))
        if self.accounts:
            rows.append((directory.conversation, {"id": here, "person_id": here, "state": {}}))
            rows.append((directory.address, _account(here, name)))
        return here

    def _person_with(self, rows: list[Row], role: Role, scope: dict[str, int]) -> None:
        self._post(rows, self._somebody(rows), role, scope)

    def _post(self, rows: list[Row], person: int, role: Role, scope: dict[str, int]) -> None:
        nowhere = {"chapter_id": None, "area_id": None}
        values = {"person_id": person, "role": role, "valid_from": SINCE, **nowhere, **scope}
        rows.append((directory.post, values))


def _account(person: int, name: str) -> dict[str, Any]:
    chat = str(10**9 + person)
    return {
        "id": person,
        "channel": "telegram",
        "account": "main",
        "chat": chat,
        "user": chat,
        "conversation_id": person,
        "person_id": person,
        "in_group": False,
        "title": name,
        "created_at": MADE,
    }
