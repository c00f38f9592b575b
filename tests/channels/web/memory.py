"""A backend that lives in memory and forgets nothing while the test lasts."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from html import escape
from pathlib import Path

from channels.delivery import DeliveryResult, ReceivedUpdate, Sending, TargetLost
from channels.web import Attachment, PlannedMeeting, Session, StoredFile, WebEvent
from domain.inbound import Address, FileRef, Inbound, InboundKind
from domain.message import Message, Prompt
from domain.refusals import BadInput, NotAllowed

LEADER = Address("web", "web", "7", "7")
OTHER = Address("web", "web", "8", "8")
READER = Address("web", "web", "9", "9")
MORNING = datetime(2026, 11, 5, 1, 30, tzinfo=UTC)


@dataclass
class MemoryBackend:
    folder: Path
    sessions: dict[str, Session] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)
    inbox: list[ReceivedUpdate] = field(default_factory=list)
    rows: dict[Address, dict[str, WebEvent]] = field(default_factory=lambda: defaultdict(dict))
    files: dict[str, tuple[Address, StoredFile]] = field(default_factory=dict)
    shown: dict[int, DeliveryResult] = field(default_factory=dict)
    waiting: dict[Address, list[asyncio.Event]] = field(default_factory=lambda: defaultdict(list))
    clients: list[str] = field(default_factory=list)
    planned: dict[Address, list[PlannedMeeting]] = field(default_factory=lambda: defaultdict(list))
    outlines: dict[Address, list[object]] = field(default_factory=lambda: defaultdict(list))
    counter: int = 0
    claimed: str = ""

    def __post_init__(self) -> None:
        self.sessions["leader"] = Session(
            address=LEADER,
            language="vi",
            name="Bà Kim Thị Sa Rinh",
            title="Chi hội trưởng Phụ nữ ấp Bào Môn",
        )
        self.sessions["other"] = Session(address=OTHER, language="en", name="Mr Lê Văn Tư")
        self.sessions["reader"] = Session(
            address=READER, language="vi", name="Kênh tổng hợp", can_write=False
        )
        self.codes["GOOD-CODE"] = "leader"

    async def session(self, token: str) -> Session | None:
        return self.sessions.get(token)

    async def is_open(self, token: str) -> bool:
        return token in self.sessions

    async def plan(self, address: Address, _language: str) -> Sequence[PlannedMeeting]:
        return self.planned[address]

    async def forms(self, address: Address) -> Sequence[object]:
        return self.outlines[address]

    async def enter(self, code: str, *, client: str) -> str:
        self.clients.append(client)
        if code not in self.codes:
            raise NotAllowed("web-error-session")
        return self.codes.pop(code)

    async def leave(self, token: str) -> None:
        self.sessions.pop(token, None)

    async def store(self, received: Sequence[ReceivedUpdate]) -> None:
        known = {(one.inbound.address, one.inbound.external_id) for one in self.inbox}
        for one in received:
            inbound = one.inbound
            if (inbound.address, inbound.external_id) in known:
                continue
            self.inbox.append(one)
            self._echo(inbound)

    async def events(self, address: Address, *, after: int, limit: int) -> Sequence[WebEvent]:
        rows = sorted(self.rows[address].values(), key=lambda row: row.id)
        return [row for row in rows if row.id > after][:limit]

    async def history(
        self, address: Address, *, before: int | None, limit: int
    ) -> Sequence[WebEvent]:
        rows = sorted(self.rows[address].values(), key=lambda row: row.place)
        return [row for row in rows if before is None or row.place < before][-limit:]

    @contextmanager
    def listen(self, address: Address) -> Iterator[asyncio.Event]:
        news = asyncio.Event()
        self.waiting[address].append(news)
        try:
            yield news
        finally:
            self.waiting[address].remove(news)

    async def upload(
        self, address: Address, *, name: str, mime: str, chunks: AsyncIterator[bytes]
    ) -> FileRef:
        self.claimed = mime
        data = b"".join([chunk async for chunk in chunks])
        if not data.startswith(b"\x89PNG"):
            raise BadInput("web-error-bad")
        file_id = f"f{len(self.files) + 1}"
        path = self.folder / file_id
        path.write_bytes(data)
        self.files[file_id] = (address, StoredFile(path=path, name=name, mime="image/png"))
        return FileRef(file_id=file_id, name=name, mime="image/png", size=len(data))

    async def attachment(self, address: Address, file_id: str) -> StoredFile | None:
        owner, file = self.files.get(file_id, (None, None))
        return file if owner == address else None

    async def show(self, sending: Sending) -> DeliveryResult:
        if sending.outbox_id not in self.shown:
            if sending.edits is not None and sending.edits not in self.rows[sending.address]:
                raise TargetLost("gone")
            key = sending.edits or f"bot-{sending.outbox_id}"
            row = self.put(sending.address, key, sending.message)
            self.shown[sending.outbox_id] = DeliveryResult(key, row.at)
        return self.shown[sending.outbox_id]

    async def read(self, file: FileRef) -> AsyncIterator[bytes]:
        yield self.files[file.file_id][1].path.read_bytes()

    def put(
        self,
        address: Address,
        key: str,
        message: Message,
        *,
        mine: bool = False,
        attachments: tuple[Attachment, ...] = (),
    ) -> WebEvent:
        self.counter += 1
        old = self.rows[address].get(key)
        row = WebEvent(
            id=self.counter,
            place=old.place if old else self.counter,
            key=key,
            author="me" if mine else "bot",
            at=old.at if old else MORNING + timedelta(minutes=self.counter),
            text=message.text,
            prompt=message.prompt,
            attachments=attachments,
        )
        self.rows[address][key] = row
        for news in self.waiting[address]:
            news.set()
        return row

    def say(self, text: str, *, prompt: Prompt | None = None, key: str = "") -> str:
        key = key or f"bot-{self.counter + 1}"
        self.put(LEADER, key, Message(text=text, prompt=prompt))
        return key

    def heard(self) -> list[Inbound]:
        return [one.inbound for one in self.inbox]

    def close_prompt(self, key: str) -> None:
        row = self.rows[LEADER][key]
        self.put(LEADER, key, Message(text=row.text))

    def _echo(self, inbound: Inbound) -> None:
        key = inbound.message_id or ""
        match inbound.kind:
            case InboundKind.TEXT | InboundKind.EDITED:
                text = escape(inbound.text, quote=False)
                self.put(inbound.address, key, Message(text=text), mine=True)
            case InboundKind.PHOTO if inbound.file is not None:
                file = inbound.file
                shown = Attachment(id=file.file_id, name=file.name, mime=file.mime, size=file.size)
                self.put(inbound.address, key, Message(text=""), mine=True, attachments=(shown,))
