"""Whatever somebody presses or types, nothing beyond their posts is shown, changed or told apart.

Every button that the handlers and operations make is pressed with the number of what is another
commune's (or another association's) and with a number that nothing has.
"""

import ast
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from enum import Enum
from itertools import product
from pathlib import Path

import pytest
from sqlalchemy import select

from domain.buttons import Button
from domain.calendar import Period
from domain.inbound import Inbound, InboundKind
from domain.people import Role
from domain.reporting_span import Span
from handlers.registry import build_handlers
from operations.turn import COMMAND_PROMPT, Turn
from storage import Database
from storage.tables import metadata
from tests.codes import code_for, counting_bytes
from tests.directory import Directory, at
from tests.talks import Phone, Talks
from tests.worlds import add_world

ROOT = Path(__file__).parents[1]
REGISTRY = build_handlers(public_url="", random_bytes=counting_bytes(500))
# Whatever is sent after it is practice: nothing of it is kept.
UNTRIED = "practice"

OWN, NEIGHBOUR, OTHER_ASSOCIATION, NOTHING = 100001, 900001, 800001, 700001
WORDS = {OWN: "Long Vĩnh", NEIGHBOUR: "Đôn Châu", OTHER_ASSOCIATION: "Hiệp Thạnh"}
# What is typed to look for somebody of a name, there and nowhere.
TYPED = {NEIGHBOUR: "Châu", OTHER_ASSOCIATION: "Thạnh", NOTHING: "Xuyến"}
WOMEN, FARMERS = "Hội Liên hiệp Phụ nữ", "Hội Nông dân"

# A literal that begins as the key of a button does: files without one need not be parsed.
STARTS_A_KEY = re.compile(r"[\"'](\w+)\.")
HERE = "#"
LETTER = "?"
# What stands in the keys of buttons, by the expression that makes it.
FILLS = {
    r"(.*[._])?id|number|area|(self|whom)\.(area|number)|newest|state\['(chapter|meeting)'\]": (
        HERE,
    ),
    r"letter|key|do|act|other|\w+\.view|[A-Z]+\[.*\]|_ONE": (LETTER,),
    r"month|when": ("2611",),
    r"_number\(.*\)": ("202611",),
    r".*\.period|self\.span": ("2026-11",),
    r"quarter": ("264",),
    r"(\w+\.)?year": ("2026",),
    r".*isoformat\(\)|state\['day'\]": ("2026-11-05",),
    r".*\bversion(\(.*\))?": ("1",),
    r"(self\.)?page.*|at": ("1",),
    r"(self|whom)\.kind": ("0",),
    r"_MARK": ("_",),
    r"filters": ("00",),
    r".*\.step": ("present",),
    r"role": ("leader", "deputy", "cadre"),
    r"seat": (f"{HERE}-leader",),
    r"kind": ("commended",),
    r"state": ("registered", "recognised", "ended"),
    r"part": ("aim", "content"),
    r"field": ("title", "guidance", "name"),
    r"what": ("name", "member_count", f"{HERE}.1.0", f"{HERE}.1"),
    r"one": (HERE, f"a{HERE}", f"c{HERE}", f"p{HERE}", "done", "stopped"),
    # Of what concerns only who presses it.
    r"_[A-Z]+|own|section|'.*'.*|.* if .*|to|action|Section\..*": (),
}
# A key that ends so goes on with a number or a word.
GOES_ON = {"-": "1", ".": "1", "_": "1", "@": "present"}
NUMBER_FOLLOWS = {"-": f"{HERE}-0-1"}


# What stands in the fields of typed buttons that are no number of something, by their names.
FIELDS: Mapping[str, Sequence[str]] = {
    "page": ("1",),
    "version": ("1",),
    "level": ("1",),
    "seen": ("0",),
    "at": ("1",),
    "year": ("2026",),
    "grade": ("good",),
    "filters": ("00",),
    "hour": ("1700",),
    "language": ("en",),
    "answer": ("1", "w"),
    "way": ("telegram",),
    "mark": ("5f3a",),
    "field": ("title", "guidance", "name"),
    "question": ("present",),
}
TYPES: Mapping[object, Sequence[str]] = {
    int: (HERE,),
    date: ("2026-11-05",),
    Period: ("2611", "26Q4"),
    Span: ("2026-11",),
}
# What stands in those that are words.
WORDS_OF: Mapping[str, Sequence[str]] = {"step": ("present",), "period": ("2026-11",)}


def list_keys() -> list[str]:
    """The keys of all buttons that name something, with a mark where its number goes."""
    found: set[str] = {key for kind in _kinds(Button) for key in _typed(kind)}
    for folder in (ROOT / "handlers", ROOT / "operations"):
        for file in folder.rglob("*.py"):
            text = file.read_text("utf-8")
            if not any(map(REGISTRY.named, STARTS_A_KEY.findall(text))):
                continue
            tree = ast.parse(text)
            made = [literal for literal in ast.walk(tree) if isinstance(literal, ast.JoinedStr)]
            found.update(key for literal in made for key in _fill(literal, file))
    return sorted(text for text in found if HERE in text)


def _kinds(kind: type[Button]) -> Iterator[type[Button]]:
    """Yields all classes of buttons that are commands."""
    for each in kind.__subclasses__():
        yield from _kinds(each)
        if each.task and not each.__name__.startswith("_"):
            yield each


def _typed(kind: type[Button]) -> Iterator[str]:
    names = kind.written or tuple(field.name for field in fields(kind))
    if REGISTRY.named(kind.task) is None:
        return
    for chosen in product(*(_written(name, kind.types()[name]) for name in names)):
        yield f"{kind.task}.{kind.letter}{kind.separator.join(chosen)}"


def _written(name: str, wanted: object) -> Sequence[str]:
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return [str(member.value) for member in wanted]
    known = FIELDS.get(name) or TYPES.get(wanted) or WORDS_OF.get(name)
    assert known, f"what does {name} stand for in a button?"
    return known


def _fill(made: ast.JoinedStr, file: Path) -> Iterator[str]:
    first = made.values[0]
    start = str(first.value) if isinstance(first, ast.Constant) else ""
    task = REGISTRY.named(start.partition(".")[0]) if "." in start else None
    if task is None:
        return
    for chosen in product(*map(_values, made.values)):
        key = "".join(chosen)
        key += (GOES_ON if HERE in key else NUMBER_FOLLOWS).get(key[-1], "")
        letters = _letters(file, type(task).__module__) if LETTER in key else [""]
        yield from (key.replace(LETTER, letter) for letter in letters)


def _values(part: ast.expr) -> Sequence[str]:
    if isinstance(part, ast.Constant):
        return (str(part.value),)
    assert isinstance(part, ast.FormattedValue)
    made = ast.unparse(part.value)
    known = [values for form, values in FILLS.items() if re.fullmatch(form, made)]
    assert known, f"what does {made} stand for in a button?"
    return known[0]


def _letters(file: Path, module: str) -> Sequence[str]:
    """The letters that stand where a key is made, and where it is read."""
    read = (file.read_text("utf-8"), Path(sys.modules[module].__file__ or "").read_text("utf-8"))
    found = {
        str(node.value)
        for text in read
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Constant) and re.fullmatch("[a-zA-Z]", str(node.value))
    }
    return sorted(found)


def number_keys(key: str, foreign: int) -> Iterator[tuple[str, str]]:
    """Yields a key with numbers in it, one at least foreign, and the same with that of nothing."""
    marks = key.count(HERE)
    for numbers in product((OWN, foreign), repeat=marks):
        if foreign in numbers:
            absent = [NOTHING if number == foreign else number for number in numbers]
            yield _numbered(key, numbers), _numbered(key, absent)


def _numbered(key: str, numbers: Sequence[int]) -> str:
    head, *rest = key.split(HERE)
    return head + "".join(f"{number}{text}" for number, text in zip(numbers, rest, strict=True))


@dataclass(frozen=True)
class Somebody:
    """Who tries: a role, and whether it is for one association."""

    role: Role | None
    place: str = ""
    association: str | None = None
    is_known: bool = True

    @property
    def has_all_here(self) -> bool:
        """True for who works for all associations of the place."""
        return bool(self.place) and self.association is None


PEOPLE = {
    "stranger": Somebody(None, is_known=False),
    "without a post": Somebody(None),
    "leader": Somebody(Role.LEADER),
    "deputy": Somebody(Role.DEPUTY),
    "cadre": Somebody(Role.CADRE, "commune"),
    "staff of the commune": Somebody(Role.STAFF, "commune"),
    "staff of an association": Somebody(Role.STAFF, "commune", WOMEN),
    "staff of the province": Somebody(Role.STAFF, "province"),
    "reader": Somebody(Role.READER, "commune"),
    "administrator": Somebody(Role.ADMINISTRATOR, "province"),
}


@dataclass
class Heard(Talks):
    """Talks that remember what each message was answered, with the buttons and their keys.

    Once it `begins_anew`, every message finds a talk at its beginning: no answer depends on
    one before.
    """

    begins_anew: bool = False

    heard: dict[str, str] = field(default_factory=dict)

    async def _take(self, turn: Turn) -> None:
        if self.begins_anew:
            turn.leave()
            turn.talk.prompt = None
        await super()._take(turn)
        choices = turn.asked.every_choice if turn.asked else ()
        buttons = [f"[{choice.label}: {choice.key}]" for choice in choices]
        said = [*turn.said, turn.question, turn.press_note, *buttons]
        self.heard[turn.inbound.external_id] = "\n".join(filter(None, said))


async def settle(database: Database, who: Somebody) -> tuple[Heard, Phone]:
    """Makes the communes and the phone of who tries."""
    async with database.write() as unit:
        make = Directory(unit)
        women = await make.kind("women", association=WOMEN)
        farmers = await make.kind("farmers", association=FARMERS)
        province = await make.area("Tỉnh Trà Vinh")
        own = await add_world(unit, OWN, WORDS[OWN], kind=women, parent=province)
        await add_world(unit, NEIGHBOUR, WORDS[NEIGHBOUR], kind=women)
        await add_world(
            unit, OTHER_ASSOCIATION, WORDS[OTHER_ASSOCIATION], kind=farmers, parent=province
        )
        person = await make.person("Kim Thị Ngọc")
        places = {"commune": own, "province": province}
        if who.role is not None:
            await make.post(
                person,
                who.role,
                chapter=None if who.place else OWN,
                area=places.get(who.place),
                association=who.association,
            )
    town = Heard(database, REGISTRY, now=at(6))
    phone = town.phone("777")
    await phone.say("xin chào")
    if who.is_known:
        await phone.say(f"/start {await code_for(database, person, now=town.now)}")
        await phone.press("Đồng ý")
    town.begins_anew = True
    return town, phone


# What passes through and where talks stand is no fact; the standard scales come when needed.
PASSING = frozenset(("inbox", "outbox", "conversation", "rating_scale", "score_table"))


async def dump(database: Database) -> dict[str, list[str]]:
    async with database.read() as unit:
        return {
            table.name: sorted(str(row) for row in await unit.all(select(table)))
            for table in metadata.sorted_tables
            if table.name not in PASSING
        }


def send(phone: Phone, move: str, number: int) -> Inbound:
    """Gives a press of a standing button, or a command, to be stored with others."""
    if move.startswith("/"):
        return phone.write(InboundKind.TEXT, text=move)
    return phone.write(
        InboundKind.CHOICE,
        prompt_id=f"{COMMAND_PROMPT}{number}",
        choice=move,
        press_id=f"p{number}",
    )


def list_moves(foreign: int) -> Iterator[tuple[str, str]]:
    """Yields what is pressed or typed, and the same for what is not there."""
    for key in KEYS:
        yield from number_keys(key, foreign)
    for task in REGISTRY.handlers:
        if task.command and task.name != UNTRIED:
            command = f"/{task.command.partition('|')[0]}"
            yield f"{command} {foreign}", f"{command} {NOTHING}"
            yield f"{command} {TYPED[foreign]}", f"{command} {TYPED[NOTHING]}"


KEYS = list_keys()

# A talk: that the rights hold on either database is tried beneath, by tests/operations.
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.mark.parametrize("name", PEOPLE)
async def test_what_is_not_ones_own_is_as_if_it_were_not_there(
    database: Database, name: str
) -> None:
    who = PEOPLE[name]
    town, phone = await settle(database, who)
    before = await dump(database)
    sent = []
    absent: dict[str, Inbound] = {}
    for foreign in (NEIGHBOUR, OTHER_ASSOCIATION)[: 1 if who.has_all_here else 2]:
        for there, nowhere in list_moves(foreign):
            if nowhere not in absent:
                absent[nowhere] = send(phone, nowhere, town.count)
            sent.append((foreign, there, send(phone, there, town.count), absent[nowhere]))
    await town.store(*absent.values(), *(inbound for _, _, inbound, _ in sent))
    while await town.pump.run_once():
        pass
    assert town.failures == []
    wrong = []
    for foreign, there, *pair in sent:
        seen, usual = (town.heard[inbound.external_id] for inbound in pair)
        if WORDS[foreign] in seen or _bare(seen, foreign) != _bare(usual, NOTHING):
            wrong.append(f"{there} is answered\n{seen}\n-- and what is not there\n{usual}")
    assert not wrong, "\n\n".join(wrong)
    after = await dump(database)
    assert {key: rows for key, rows in after.items() if rows != before[key]} == {}


def _bare(seen: str, number: int) -> str:
    """An answer without what was asked for."""
    return seen.replace(str(number), HERE).replace(TYPED[number], HERE)
