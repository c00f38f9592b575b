import asyncio
from collections.abc import AsyncIterator, Sequence
from io import BytesIO
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from PIL import Image

from channels.delivery import ReceivedUpdate, Sending, TargetLost, Unreachable
from channels.telegram.channel import TelegramChannel
from channels.telegram.webhook import Webhook
from domain.inbound import Address, Inbound, InboundKind
from domain.message import Choice, Expects, Message, Prompt
from domain.rich import split_rich
from tests.botapi import BotApi, Person, some_picture
from tests.channels.telegram.stub import connected
from tests.patience import PATIENCE

PROMPT = Prompt(
    id="42",
    expects=Expects.CHOICE,
    choices=(Choice("held", "Có họp"), Choice("moved", "Dời ngày")),
    navigation=(Choice("cancel", "Huỷ"),),
    columns=2,
)


class Inbox:
    def __init__(self) -> None:
        self.rows: asyncio.Queue[Inbound] = asyncio.Queue()
        self.away = False
        self.refused = asyncio.Event()

    async def store(self, received: Sequence[ReceivedUpdate]) -> None:
        if self.away:
            self.refused.set()
            raise ConnectionError("the database is away")
        for row in received:
            self.rows.put_nowait(row.inbound)

    async def next(self) -> Inbound:
        return await asyncio.wait_for(self.rows.get(), timeout=PATIENCE)


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi() as running:
        yield running
        assert running.take_faults() == []


@pytest.fixture
async def live(api: BotApi) -> AsyncIterator[TelegramChannel]:
    async with connected(api.url, token=api.token) as client:
        yield TelegramChannel(account="main", client=client, longest_pause=0.02, poll_seconds=5)


@pytest.fixture
async def inbox(live: TelegramChannel) -> AsyncIterator[Inbox]:
    inbox = Inbox()
    polling = asyncio.create_task(live.receive(inbox.store))
    yield inbox
    polling.cancel()
    with pytest.raises(asyncio.CancelledError):
        await polling


def to(
    person: Person,
    message: Message,
    *,
    edits: str | None = None,
    files: tuple[Path, ...] = (),
) -> Sending:
    address = Address("telegram", "main", str(person.id), str(person.id))
    return Sending(outbox_id=1, address=address, message=message, edits=edits, files=files)


async def test_a_question_is_asked_pressed_answered_and_changed(
    api: BotApi, live: TelegramChannel, inbox: Inbox
) -> None:
    lan = api.user("Lan")
    await lan.send("/start AB12")
    assert (await inbox.next()).text == "/start AB12"
    shown = await live.send(to(lan, Message(text="<b>Có họp</b> &amp; gì?", prompt=PROMPT)))
    assert lan.last.text == "Có họp & gì?"
    assert lan.last.labels == [["Có họp", "Dời ngày"], ["Huỷ"]]
    await lan.press("Dời ngày")
    pressed = await inbox.next()
    assert (pressed.prompt_id, pressed.choice, pressed.message_id) == (
        "42",
        "moved",
        shown.message_id,
    )
    await live.answer_press(pressed.press_id or "")
    for _ in range(2):
        changed = await live.send(to(lan, Message(text="Đã ghi"), edits=shown.message_id))
        assert changed.message_id == shown.message_id
    assert (lan.last.text, lan.last.labels) == ("Đã ghi", [])


async def test_nothing_is_lost_while_the_database_and_telegram_are_away(
    api: BotApi, inbox: Inbox
) -> None:
    lan, inbox.away = api.user("Lan"), True
    await lan.send("một")
    await asyncio.wait_for(inbox.refused.wait(), timeout=PATIENCE)
    async with api.outage():
        await lan.send("hai")
        await asyncio.sleep(0.05)
    inbox.away = False
    assert [(await inbox.next()).text for _ in range(2)] == ["một", "hai"]


async def test_a_malformed_update_does_not_hold_up_the_next(api: BotApi, inbox: Inbox) -> None:
    api.inject({"message": {"chat": 3}})
    await api.user("Lan").send("sau đó")
    kinds = [(await inbox.next()).kind for _ in range(2)]
    assert kinds == [InboundKind.UNSUPPORTED, InboundKind.TEXT]


async def test_an_album_a_file_and_an_edit_arrive(
    api: BotApi, live: TelegramChannel, inbox: Inbox
) -> None:
    lan = api.user("Lan")
    await lan.send_album([some_picture(1), some_picture(2)], caption="Biên bản")
    first, second = await inbox.next(), await inbox.next()
    assert first.kind is second.kind is InboundKind.PHOTO
    assert first.album == second.album is not None
    assert first.file
    content = b"".join([chunk async for chunk in live.fetch(first.file)])
    assert content == some_picture(1)
    said = await lan.send("28/32")
    await lan.edit(said.message_id, "29/32")
    typed, edited = await inbox.next(), await inbox.next()
    assert (edited.kind, edited.text, edited.message_id) == (
        InboundKind.EDITED,
        "29/32",
        typed.message_id,
    )


async def test_photos_and_long_texts_arrive_whole(
    api: BotApi, live: TelegramChannel, inbox: Inbox, tmp_path: Path
) -> None:
    lan = api.user("Lan")
    await lan.send("/start")
    await inbox.next()
    paths = tuple(tmp_path / name for name in ("one", "two"))
    for path in paths:
        path.write_bytes(some_picture())
    await live.send(to(lan, Message(text="Hai ảnh"), files=paths))
    await live.send(to(lan, Message(text="Một ảnh", prompt=PROMPT), files=paths[:1]))
    assert [seen.kind for seen in lan.chat[1:]] == ["photo"] * 3
    assert lan.last.labels[0] == ["Có họp", "Dời ngày"]
    first, last = split_rich("<i>Đồng chí &lt;Lan&gt;. </i>" * 400, 4096)
    for part in (Message(text=first), Message(text=last, prompt=PROMPT)):
        await live.send(to(lan, part))
    assert [bool(seen.labels) for seen in lan.chat[-2:]] == [False, True]


async def test_who_blocked_the_bot_is_unreachable_and_a_lost_message_is_told(
    api: BotApi, live: TelegramChannel, inbox: Inbox
) -> None:
    lan = api.user("Lan")
    await lan.send("/start")
    await inbox.next()
    with pytest.raises(TargetLost):
        await live.send(to(lan, Message(text="Sửa"), edits="4000"))
    await lan.block()
    assert (await inbox.next()).active is False
    with pytest.raises(Unreachable):
        await live.send(to(lan, Message(text="Chào")))
    with pytest.raises(Unreachable):
        await live.send(to(api.user("Người lạ"), Message(text="Chào")))


async def test_a_code_posted_in_a_channel_is_read_and_deleted(
    api: BotApi, live: TelegramChannel, inbox: Inbox
) -> None:
    channel = api.channel("Kênh tổng hợp")
    await channel.add_bot(api.user("Lan"), admin=True)
    joined = await inbox.next()
    assert (joined.kind, joined.active, joined.title) == ("membership", True, "Kênh tổng hợp")
    await channel.post("MA-12")
    posted = await inbox.next()
    assert (posted.text, posted.address.user, posted.in_group) == ("MA-12", "", True)
    await live.delete(posted.address, posted.message_id or "")
    assert [seen.text for seen in channel.seen] == []


async def test_the_same_comes_in_by_webhook_once_the_secret_fits(
    api: BotApi, live: TelegramChannel
) -> None:
    inbox, hook = Inbox(), live.webhook("a-Secret_1")

    async def answer(request: web.Request) -> web.Response:
        secret = request.headers.get(Webhook.header)
        return web.Response(status=await hook.handle(await request.read(), secret, inbox.store))

    app = web.Application()
    app.router.add_post("/telegram/webhook", answer)
    async with TestServer(app) as server:
        await live.set_webhook(str(server.make_url("/telegram/webhook")), "a-Secret_1")
        inbox.away = True
        await api.user("Lan").send("28/32")
        await asyncio.wait_for(inbox.refused.wait(), timeout=PATIENCE)
        inbox.away = False
        assert (await inbox.next()).text == "28/32"
        await live.delete_webhook()


async def test_the_menu_is_taken(api: BotApi, live: TelegramChannel) -> None:
    await live.set_commands({"": [("baocao", "Báo cáo")], "en": [("baocao", "Report")]})
    await live.introduce()
    assert live.username


def tall_picture() -> bytes:
    made = BytesIO()
    Image.new("RGB", (1080, 12_000), "white").save(made, "JPEG")
    return made.getvalue()


@pytest.fixture
async def lan(api: BotApi, inbox: Inbox) -> Person:
    lan = api.user("Lan")
    await lan.send("/start")
    await inbox.next()
    return lan


def stored(folder: Path, *contents: bytes) -> tuple[Path, ...]:
    paths = tuple(folder / f"file{number}" for number in range(len(contents)))
    for path, content in zip(paths, contents, strict=True):
        path.write_bytes(content)
    return paths


@pytest.mark.parametrize(
    ("text", "kind"), [("Đã ghi", "photo"), ("Đã ghi. " * 200, "text")], ids=["short", "long"]
)
async def test_words_under_a_photo_are_changed_and_its_buttons_go(
    live: TelegramChannel, lan: Person, tmp_path: Path, text: str, kind: str
) -> None:
    files = stored(tmp_path, some_picture())
    shown = await live.send(to(lan, Message(text="Đúng không?", prompt=PROMPT), files=files))
    assert (lan.last.kind, bool(lan.last.labels)) == ("photo", True)
    change = to(lan, Message(text=text), edits=shown.message_id)
    if kind == "text":
        with pytest.raises(TargetLost):
            await live.send(change)
        assert (lan.last.text, lan.last.labels) == ("Đúng không?", [])
        return
    for _ in range(2):
        assert (await live.send(change)).message_id == shown.message_id
    assert (lan.last.kind, lan.last.text, lan.last.labels) == ("photo", "Đã ghi", [])


@pytest.mark.parametrize(
    "pictures",
    [
        (odd, *(some_picture(shade) for shade in range(others)))
        for odd in (tall_picture(), b"\xff\xd8\xff damaged")
        for others in (0, 1, 11)
    ],
    ids=lambda pictures: f"{len(pictures)}-{'damaged' if b'damaged' in pictures[0] else 'tall'}",
)
@pytest.mark.parametrize("prompt", [None, PROMPT], ids=["words", "question"])
async def test_a_picture_that_telegram_refuses_goes_as_a_document_and_stops_nothing(
    api: BotApi,
    live: TelegramChannel,
    lan: Person,
    tmp_path: Path,
    pictures: tuple[bytes, ...],
    prompt: Prompt | None,
) -> None:
    files = stored(tmp_path, *pictures)
    await live.send(to(lan, Message(text="Ảnh khó khăn", prompt=prompt), files=files))
    shown = lan.chat[1:]
    assert [seen.kind for seen in shown].count("document") == 1
    assert [seen.kind for seen in shown].count("photo") == len(pictures) - 1
    assert [seen.text for seen in shown if seen.text] == ["Ảnh khó khăn"]
    assert bool(prompt) is any(seen.labels for seen in shown)
    api.take_faults()


async def test_files_that_are_empty_or_gone_take_nothing_with_them(
    api: BotApi, live: TelegramChannel, lan: Person, tmp_path: Path
) -> None:
    files = (*stored(tmp_path, b"", some_picture(1), some_picture(2)), tmp_path / "gone")
    await live.send(to(lan, Message(text="Bốn tệp", prompt=PROMPT), files=files))
    await live.send(to(lan, Message(text="Tệp trống"), files=files[:1]))
    await live.send(to(lan, Message(text="Tệp mất"), files=files[3:]))
    assert [seen.kind for seen in lan.chat[1:]] == ["photo", "photo", "text", "text", "text"]
    assert [seen.text for seen in lan.chat[3:]] == ["Bốn tệp", "Tệp trống", "Tệp mất"]
    api.take_faults()
