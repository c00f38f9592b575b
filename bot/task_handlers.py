"""What the task pump can do: fetch and remove files, delete messages, hand over data, plan."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from bot.channels import Channels
from bot.downloads import FileStore
from bot.erasures import listing_work
from bot.personal_files import personal_data_work, removal_work
from bot.task_worker import Work
from channels.delivery import Rejected
from channels.telegram.errors import FileTooLarge
from domain.files import too_large
from domain.inbound import FileRef
from domain.policy import Policy
from domain.refusals import BadInput
from operations.maintenance import files
from operations.maintenance.retention import REMOVE_FILES
from operations.meetings.planning import list_to_plan, plan_areas
from operations.meetings.replanning import REPLAN
from operations.news import TELL_NEWS, in_parts, tell_urgent
from operations.notifications.digest_targets import DELETE_MESSAGE
from operations.people.erasing import LIST_ERASURES
from operations.people.privacy import PERSONAL_DATA
from storage import Database
from storage.maintenance.tasks import Task
from storage.messages import addresses


def build_work(
    database: Database,
    channels: Channels,
    *,
    folder: Path,
    policy: Policy,
    clock: Callable[[], datetime],
) -> Mapping[str, Work]:
    """Returns what is done for each kind of task."""
    store = FileStore(folder)

    async def fetch_file(task: Task) -> None:
        attachment_id = task.payload["attachment_id"]
        async with database.read() as unit:
            pending = await files.get(unit, attachment_id)
            here = (await addresses.by_ids(unit, [pending.address_id]))[pending.address_id]
        channel = channels.of(here.address)
        if channel is None or pending.source is None:
            return
        try:
            chunks = channel.fetch(FileRef(**pending.source))
            stored = await store.take(chunks, kind=pending.kind)
        except BadInput as refusal:
            await fail(attachment_id, refusal)
        except FileTooLarge:
            await fail(attachment_id, too_large())
        except Rejected:
            await fail(attachment_id, BadInput("file-missing"))
        else:
            async with database.write() as unit:
                await files.file_ready(unit, attachment_id, stored)
                ready = await files.get(unit, attachment_id)
                await files.have_read(unit, ready, policy=policy, now=clock())

    async def fail(attachment_id: int, refusal: BadInput) -> None:
        async with database.write() as unit:
            await files.file_failed(unit, attachment_id, refusal=refusal, now=clock())

    async def delete_message(task: Task) -> None:
        async with database.read() as unit:
            here = (await addresses.by_ids(unit, [task.payload["address_id"]])).popitem()[1]
        channel = channels.of(here.address)
        if channel is not None:
            await channel.delete(here.address, task.payload["message_id"])

    return {
        files.FETCH: fetch_file,
        DELETE_MESSAGE: delete_message,
        PERSONAL_DATA: personal_data_work(database, folder=folder, clock=clock),
        REPLAN: _replan_work(database, policy=policy, clock=clock),
        TELL_NEWS: _telling_work(database, clock=clock),
        REMOVE_FILES: removal_work(database, folder=folder),
        LIST_ERASURES: listing_work(database, folder=folder.parent),
    }


def _telling_work(database: Database, *, clock: Callable[[], datetime]) -> Work:
    """Returns the telling of many people, some in each transaction."""

    async def tell(task: Task) -> None:
        for person_ids in in_parts(task.payload["people"]):
            async with database.write() as unit:
                await tell_urgent(unit, person_ids, now=clock())

    return tell


def _replan_work(database: Database, *, policy: Policy, clock: Callable[[], datetime]) -> Work:
    """Returns the planning of many places, some in each transaction."""

    async def replan(task: Task) -> None:
        now, path = clock(), task.payload["path"]
        async with database.read() as unit:
            parts = await list_to_plan(unit, today=policy.day_of(now), path=path)
        for area_ids in parts:
            async with database.write() as unit:
                await plan_areas(unit, area_ids, policy=policy, now=now)

    return replan
