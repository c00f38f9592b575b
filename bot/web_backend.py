"""The web page's other side: sessions, bubbles and files, on database and disk."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from weakref import WeakValueDictionary

from bot.downloads import FileStore, path_of
from channels.delivery import DeliveryResult, ReceivedUpdate, Sending, TargetLost, TryLater
from channels.web.backend import Attachment, PlannedMeeting, Session, StoredFile, WebEvent
from domain.bubbles import Bubble
from domain.inbound import Address, FileRef, Inbound
from domain.policy import Policy
from operations.cadres.calendar_link import list_ahead
from operations.maintenance import files
from operations.messaging import web_page
from operations.people import web_entry
from operations.people.redeeming import CodesBlocked
from operations.reports.outlines import list_outlines
from operations.wording import time_words, weekday_words
from operations.workbook.chat import find_kind
from storage import Database, Unavailable, UnitOfWork

_KINDS = {"image/": "photo", "audio/": "voice"}
# Streams of another process are not woken by this one's commits.
_LOOK_AGAIN = 1.0
# Questions of so many seconds are answered by one look at the database.
_GATHERED = 0.1
# One wrong code too many is answered late, while not too many wait so.
_WRONG_CODE_COSTS = 2.0
_MOST_WAITING = 50


class Listeners:
    """Events of open streams, set when a commit changes their page."""

    def __init__(self) -> None:
        self._events: dict[str, set[asyncio.Event]] = {}

    @contextmanager
    def listen(self, name: str) -> Iterator[asyncio.Event]:
        """Gives an event that is set whenever `name` is woken."""
        event = asyncio.Event()
        self._events.setdefault(name, set()).add(event)
        try:
            yield event
        finally:
            self._events[name].discard(event)
            if not self._events[name]:
                del self._events[name]

    def wake(self, name: str) -> None:
        """Sets the events of one page."""
        for event in self._events.get(name, ()):
            event.set()

    async def watch_others(self, database: Database) -> None:
        """Wakes pages that other processes changed; looks each second, at all of them at once."""
        seen: Mapping[str, int] = {}
        while True:
            await asyncio.sleep(_LOOK_AGAIN)
            if self._events:
                with suppress(Unavailable):
                    async with database.read() as unit:
                        found = await web_page.count_changes(unit, self._events)
                    for name in found.keys() - {n for n, c in found.items() if seen.get(n) == c}:
                        self.wake(name)
                    seen = found


class DatabaseWebBackend:
    """Implements `channels.web.WebBackend`; `received` hears of each stored update."""

    def __init__(
        self,
        database: Database,
        *,
        policy: Policy,
        clock: Callable[[], datetime],
        random_bytes: Callable[[int], bytes],
        folder: Path,
        listeners: Listeners,
    ) -> None:
        self._database = database
        self._policy = policy
        self._clock = clock
        self._random_bytes = random_bytes
        self._folder = folder
        self._files = FileStore(folder)
        # One after the other for each page, so that its quota holds for what comes at once.
        self._uploading: WeakValueDictionary[Address, asyncio.Lock] = WeakValueDictionary()
        self._listeners = listeners
        self._asked: set[str] = set()
        self._looking: asyncio.Task[set[str]] | None = None
        self._waiting = 0

    async def session(self, token: str) -> Session | None:
        """Returns whose session a token opens."""
        if not token:
            return None
        now = self._clock()
        async with self._database.read() as unit:
            found = await web_entry.find_session(unit, token, now=now, policy=self._policy)
        if found is None:
            return None
        if found.is_ageing:
            async with self._database.write() as unit:
                await web_entry.prolong_session(unit, token, now=now)
        return Session(
            address=found.address,
            language=found.language,
            name=found.name,
            title=found.title,
            can_write=found.can_write,
            sends_files=found.sends_files,
        )

    async def is_open(self, token: str) -> bool:
        """Tells whether a session still is; thousands of pages ask it every few seconds."""
        if self._looking is None:
            self._looking = asyncio.create_task(self._find_open())
        self._asked.add(token)
        return token in await asyncio.shield(self._looking)

    async def _find_open(self) -> set[str]:
        await asyncio.sleep(_GATHERED)
        asked, self._asked, self._looking = self._asked, set(), None
        try:
            async with self._database.read() as unit:
                return await web_entry.list_open_sessions(unit, asked, now=self._clock())
        except Unavailable:
            # Thousands of pages that all come anew would not help the database.
            return asked

    async def enter(self, code: str, *, client: str) -> str:
        """Spends a code and returns a session token."""
        async with self._database.write() as unit:
            entered = await web_entry.enter(
                unit,
                code,
                client=client,
                now=self._clock(),
                policy=self._policy,
                random_bytes=self._random_bytes,
            )
        if isinstance(entered.refusal, CodesBlocked) and self._waiting < _MOST_WAITING:
            await self._let_wait()
        return entered.unwrap()

    async def _let_wait(self) -> None:
        """Answers who tries many wrong codes late, outside of any transaction."""
        self._waiting += 1
        try:
            await asyncio.sleep(_WRONG_CODE_COSTS)
        finally:
            self._waiting -= 1

    async def leave(self, token: str) -> None:
        """Ends a session."""
        async with self._database.write() as unit:
            await web_entry.end_session(unit, token, now=self._clock())

    async def store(self, received: Sequence[ReceivedUpdate]) -> None:
        """Stores what was sent, with its bubble."""
        sent = [(update.raw, update.inbound, _files(update.inbound)) for update in received]
        async with self._database.write() as unit:
            await web_page.store_sent(unit, sent, now=self._clock())

    async def events(self, address: Address, *, after: int, limit: int) -> Sequence[WebEvent]:
        """Returns bubbles changed after a number."""
        async with self._database.read() as unit:
            found = await web_page.list_changes(unit, address, after=after, limit=limit)
            return await self._drawn(unit, found)

    async def history(
        self, address: Address, *, before: int | None, limit: int
    ) -> Sequence[WebEvent]:
        """Returns the last bubbles before a place."""
        async with self._database.read() as unit:
            found = await web_page.list_history(unit, address, before=before, limit=limit)
            return await self._drawn(unit, found)

    def listen(self, address: Address) -> AbstractContextManager[asyncio.Event]:
        """Gives an event that is set after each commit that changed the page."""
        return self._listeners.listen(web_page.page_wake(address))

    async def plan(self, address: Address, language: str) -> Sequence[PlannedMeeting]:
        """Returns the meetings ahead of whose page it is, in words."""
        async with self._database.read() as unit:
            found = await list_ahead(unit, address, policy=self._policy, now=self._clock())
        return [
            PlannedMeeting(
                when=f"{time_words(entry.starts.time())} {weekday_words(entry.day, language)}",
                chapter=entry.chapter_name,
                place=entry.place,
                off=entry.is_off,
            )
            for entry in found
        ]

    async def forms(self, address: Address) -> Sequence[object]:
        """Returns the reports that can be written without a network."""
        async with self._database.read() as unit:
            return await list_outlines(unit, address, policy=self._policy, now=self._clock())

    async def upload(
        self, address: Address, *, name: str, mime: str, chunks: AsyncIterator[bytes]
    ) -> FileRef:
        """Stores a photo, a voice message or a document; the content must be what it says."""
        kind = next((text for start, text in _KINDS.items() if mime.startswith(start)), "document")
        today = self._policy.day_of(self._clock())
        lock = self._uploading.setdefault(address, asyncio.Lock())
        async with lock:
            async with self._database.read() as unit:
                await files.check_upload(unit, address, policy=self._policy, now=self._clock())
                kind = await find_kind(unit, address, name, today=today) or kind
            stored = await self._files.take(chunks, kind=kind)
            async with self._database.write() as unit:
                file_id = await files.add_uploaded(
                    unit, address, kind=kind, name=name, stored=stored, now=self._clock()
                )
        return FileRef(file_id=str(file_id), name=name, mime=stored.mime, size=stored.size)

    async def attachment(self, address: Address, file_id: str) -> StoredFile | None:
        """Returns a file that this address may see."""
        if not file_id.isdigit():
            return None
        async with self._database.read() as unit:
            found = await files.find_visible(unit, address, int(file_id))
        if found is None or found.sha256 is None:
            return None
        return StoredFile(
            path=self._folder / path_of(found.sha256), name=found.name, mime=found.mime
        )

    async def show(self, sending: Sending) -> DeliveryResult:
        """Makes or changes a bubble, once for each outbox row."""
        part = f".{sending.part}" if sending.part > 1 else ""
        key = sending.edits or f"b{sending.outbox_id}{part}"
        now = self._clock()
        try:
            async with self._database.write() as unit:
                if sending.edits is None:
                    await web_page.show_bubble(
                        unit, sending.address, key=key, message=sending.message, now=now
                    )
                elif not await web_page.change_bubble(
                    unit, sending.address, key=key, message=sending.message
                ):
                    raise TargetLost(key)
        except Unavailable as error:
            raise TryLater(str(error)) from error
        return DeliveryResult(key, now)

    async def read(self, file: FileRef) -> AsyncIterator[bytes]:
        """Streams a file that `upload` stored; the page's files need no fetching."""
        async with self._database.read() as unit:
            found = await files.get(unit, int(file.file_id))
        yield await asyncio.to_thread((self._folder / path_of(str(found.sha256))).read_bytes)

    async def _drawn(self, unit: UnitOfWork, found: Sequence[Bubble]) -> list[WebEvent]:
        wanted = {number for bubble in found for number in bubble.message.attachments}
        known = await files.get_many(unit, wanted)
        return [
            WebEvent(
                id=bubble.changed,
                place=bubble.place,
                key=bubble.key,
                author="me" if bubble.author == "me" else "bot",
                at=bubble.at,
                text=bubble.message.text,
                prompt=bubble.message.prompt,
                attachments=tuple(
                    Attachment(
                        id=str(n), name=known[n].name, mime=known[n].mime, size=known[n].size
                    )
                    for n in bubble.message.attachments
                    if n in known
                ),
            )
            for bubble in found
        ]


def _files(inbound: Inbound) -> tuple[int, ...]:
    return (int(inbound.file.file_id),) if inbound.file else ()
