"""Staff who send forms as workbooks, a leader, and the tasks that work on them."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from bot.channels import Channels
from bot.questionnaire_tasks import QuestionnaireTasks
from documents.xlsform import write_xlsform
from domain.inbound import Address, FileRef, InboundKind
from domain.questionnaires.sheets import Sheets
from storage import Database
from storage.maintenance import tasks
from tests.directory import POLICY, at
from tests.handlers.office import Office, open_office
from tests.handlers.reported import go
from tests.talks import Phone

SCOPE = "Mọi đơn vị của xã Long Vĩnh"


@dataclass
class FormDesk:
    """Staff with a workbook, a leader, and the tasks that work on it; it is its own messenger."""

    office: Office
    staff: Phone
    leader: Phone
    folder: Path
    content: bytes = b""
    name: str = field(default="telegram")

    def of(self, _address: Address) -> "FormDesk":
        return self

    async def fetch(self, _file: FileRef) -> AsyncIterator[bytes]:
        yield self.content

    async def send(self, sheets: Sheets) -> None:
        self.content = write_xlsform(sheets)
        file = FileRef(file_id="f1", name="phieu.xlsx", size=len(self.content))
        await self.staff.send(InboundKind.FILE, file=file)
        await self.run_tasks()

    async def run_tasks(self) -> None:
        town = self.office.town
        work = QuestionnaireTasks(
            self.office.database,
            cast("Channels", self),
            folder=self.folder,
            policy=POLICY,
            clock=lambda: town.now,
        ).work()
        async with self.office.database.write() as unit:
            claimed = await tasks.claim(unit, now=town.now, until=town.now, limit=10)
        for task in claimed:
            if task.kind in work:
                await work[task.kind](task)
                async with self.office.database.write() as unit:
                    await tasks.finish(unit, task.id, now=town.now)
        await town.run()


async def open_desk(database: Database, folder: Path) -> FormDesk:
    """Returns a desk at which a form is waited for."""
    office = await open_office(database, now=at(2, 8))
    leader = await office.enrol(office.commune.leader)
    staff = await office.enrol(office.commune.staff)
    await staff.say("/hoidonvi")
    await go(staff, "Hỏi bằng tệp XLSForm", SCOPE)
    return FormDesk(office, staff, leader, folder)
