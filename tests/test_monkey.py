"""Three people of two communes do whatever comes to their minds, in any order."""

import asyncio
import shutil
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from domain.inbound import FileRef, InboundKind
from domain.people import Role
from domain.report import check_report
from handlers.registry import build_handlers
from operations.access import reporting_role
from storage import Database
from storage.directory import chapters
from storage.ids import IdSource
from storage.meetings import meetings
from storage.people import people
from storage.reports.reports import report_of
from storage.tables.mail import draft
from storage.tables.meetings import report
from tests.codes import code_for, counting_bytes
from tests.directory import POLICY, Commune, Directory, at, settle_commune
from tests.handlers.reported import count_aside, open_prompts
from tests.operations.planned import plan_all
from tests.talks import Bubble, Phone, Talks

TEXTS = [
    *("/baocao", "/menu", "/huy", "/trogiup", "/lichsu", "/tinhhinh", "/start", "/x", "/language"),
    *("28", "28/32", "33", "đủ", "hôm qua", "5/11", "20/11", "không", "có", "xong", "quay lại"),
    *("bỏ qua", "gửi", "gửi báo cáo", "hủy", "1", "2", "sửa", "giữ nguyên", "báo cáo", "làm tiếp"),
    *("Đường <b>ngập & hư", "19h - 20h", "{ $x }", "\u200f\u0301", ""),
]
NUMBER = st.integers(0, 10_000)
MOVE = st.one_of(
    st.tuples(st.sampled_from(["now", "now", "now", "old", "stolen"]), NUMBER),
    st.tuples(st.just("say"), st.sampled_from(TEXTS) | st.text(max_size=8)),
    st.tuples(st.just("edit"), st.sampled_from(TEXTS)),
    st.tuples(st.sampled_from(["photo", "voice", "location", "file", "unsupported"]), NUMBER),
    st.tuples(st.just("wait"), st.sampled_from([1, 30, 400])),
)
USER = st.integers(0, 2)

Move = tuple[str, int | str]


class Monkey:
    """Three phones, every button that was ever seen on them, and what must always hold."""

    def __init__(self, database: Database) -> None:
        registry = build_handlers(public_url="", random_bytes=counting_bytes(500))
        self.database = database
        self.town = Talks(database, registry, now=at(5, 20))
        self.phones: list[Phone] = []
        self.people: list[int] = []
        self.buttons: list[list[tuple[str, str]]] = [[], [], []]

    async def settle(self) -> None:
        commune = await settle_commune(self.database)
        await self._second_chapter(commune)
        async with self.database.write() as unit:
            make = Directory(unit)
            away = await make.area("Xã Đôn Châu")
            chapter = await make.chapter("Chi hội Đôn Châu", away, commune.kind)
            other = await make.person("Sơn Thị Hoa")
            await make.post(other, Role.LEADER, chapter=chapter)
        await plan_all(self.database, at(1))
        for person in (commune.leader, commune.deputy, other):
            phone = self.town.phone(str(person))
            await phone.say(f"/start {await code_for(self.database, person, now=self.town.now)}")
            await phone.press("Đồng ý")
            self.phones.append(phone)
            self.people.append(person)

    async def _second_chapter(self, commune: Commune) -> None:
        async with self.database.write() as unit:
            await Directory(unit).post(commune.leader, Role.LEADER, chapter=commune.other_chapter)

    async def do(self, who: int, move: Move) -> None:
        phone, (name, what) = self.phones[who], move
        before = [(bubble.id, bubble.text, bubble.prompt) for bubble in phone.from_bot]
        match name, what:
            case "wait", int(hours):
                self.town.now = self.town.now.replace(microsecond=0) + (at(2, 0) - at(1, 0)) * (
                    hours / 24
                )
                return await self.town.run()
            case "say", str(text):
                await phone.say(text)
            case "edit", str(text) if any(bubble.mine for bubble in phone.screen):
                await phone.edit(text)
            case (("photo" | "voice"), int(number)):
                file = FileRef(file_id=f"f{number}", mime="image/jpeg", size=number * 5000)
                await phone.send(InboundKind(name), file=file, album="a" if number % 2 else None)
            case (("now" | "old" | "stolen"), int(number)):
                await self._press(who, name, number)
            case _:
                await phone.send(InboundKind(name))
        after = [(bubble.id, bubble.text, bubble.prompt) for bubble in phone.from_bot]
        assert after != before, f"no answer to {move}"
        return None

    async def _press(self, who: int, name: str, number: int) -> None:
        phone = self.phones[who]
        self.buttons[who] = [*self.buttons[who], *_buttons(phone.from_bot)][-200:]
        seen = self.buttons[(who + 1) % 3] if name == "stolen" else self.buttons[who]
        if name == "now":
            seen = _buttons([b for b in phone.from_bot if b.labels][-1:]) or seen
        prompt_id, key = seen[number % len(seen)] if seen else ("1.1", "send")
        await phone.send(InboundKind.CHOICE, prompt_id=prompt_id, choice=key, press_id="p")

    async def check(self) -> None:
        assert await count_aside(self.database) == 0
        for phone in self.phones:
            assert await open_prompts(phone) <= 1, phone.see()
        assert "Cái Cối" not in self.phones[2].see()
        assert "Đôn Châu" not in self.phones[0].see() + self.phones[1].see()
        await self._check_reports()
        await self._check_drafts()

    async def _check_reports(self) -> None:
        async with self.database.read() as unit:
            sent = [report_of(row) for row in await unit.all(report.select())]
        assert len({one.meeting_id for one in sent}) == len(sent)
        for one in sent:
            check_report(one.answers, planned_date=None, today=POLICY.day_of(one.sent_at))

    async def _check_drafts(self) -> None:
        async with self.database.read() as unit:
            for row in await unit.all(draft.select()):
                meeting = await meetings.find(unit, row.meeting_id)
                assert meeting
                chapter = await chapters.find(unit, meeting.chapter_id)
                posts = await people.posts_of(unit, [row.person_id])
                assert chapter
                assert reporting_role(posts[row.person_id], chapter, at(5).date())


def _buttons(bubbles: Sequence[Bubble]) -> list[tuple[str, str]]:
    return [
        (bubble.prompt.id, choice.key)
        for bubble in bubbles
        if bubble.prompt
        for choice in bubble.prompt.every_choice
    ]


async def play(file: Path, moves: list[tuple[int, Move]]) -> None:
    database = Database(
        f"sqlite:///{file}", new_id=IdSource(lambda: time.time_ns() // 1_000_000, node=1)
    )
    try:
        monkey = Monkey(database)
        await monkey.settle()
        for who, move in moves:
            await monkey.do(who, move)
            await monkey.check()
    finally:
        await database.close()


# What fails is not shrunk: a case takes a second, and its moves can be read as they are.
@settings(max_examples=25, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(moves=st.lists(st.tuples(USER, MOVE), min_size=10, max_size=60))
def test_whatever_people_do_everybody_is_answered_and_nothing_breaks(
    sqlite_template: Path, moves: list[tuple[int, Move]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "monkey.db"
        shutil.copy(sqlite_template, file)
        asyncio.run(play(file, moves))
