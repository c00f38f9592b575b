"""Digests that were asked for in the chat: drawn, and sent to who asked or posted."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.digest_files import WorkbookMaker
from bot.pictures import PictureMaker
from bot.task_worker import Work
from digests.chart import describe_picture
from domain.figures import Summary, summary_from_json
from domain.files import StoredFile
from domain.policy import Policy
from operations.notifications.digest_requests import (
    POST_DIGEST,
    SHOW_DIGEST,
    list_asked,
    show_digest,
    tell_posted,
)
from operations.notifications.digest_table import tabulate
from operations.notifications.digesting import post_digest
from storage import Database
from storage.maintenance.tasks import Task


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestTasks:
    """What the task pump does with digests."""

    database: Database
    pictures: PictureMaker
    workbooks: WorkbookMaker
    policy: Policy
    clock: Callable[[], datetime]

    def work(self) -> Mapping[str, Work]:
        """Returns what is done for each kind of task."""
        return {SHOW_DIGEST: self._show, POST_DIGEST: self._post}

    async def _show(self, task: Task) -> None:
        summary = summary_from_json(task.payload["figures"])
        picture = await self._draw(summary, self.policy.language)
        async with self.database.write() as unit:
            await show_digest(unit, task, picture, now=self.clock())

    async def _post(self, task: Task) -> None:
        async with self.database.read() as unit:
            ready = await list_asked(unit, task.payload, policy=self.policy, now=self.clock())
        posted = 0
        for one in ready:
            language = one.target.language
            picture = await self._draw(one.summary, language)
            workbook = await self._tabulate(one.summary, language)
            async with self.database.write() as unit:
                posted += await post_digest(
                    unit, one, picture=picture, workbook=workbook, now=self.clock()
                )
        async with self.database.write() as unit:
            await tell_posted(unit, task, posted, now=self.clock())

    async def _draw(self, summary: Summary, language: str) -> StoredFile | None:
        spec = describe_picture(summary, language)
        return await self.pictures.draw(spec) if spec is not None else None

    async def _tabulate(self, summary: Summary, language: str) -> StoredFile | None:
        """Returns the workbook of a closed month."""
        if not summary.is_final:
            return None
        table = tabulate(summary, language, made_at=self.policy.local(self.clock()))
        return await self.workbooks.write(table, language) if table is not None else None
