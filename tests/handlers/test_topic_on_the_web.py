from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.web_backend import DatabaseWebBackend, Listeners
from domain.inbound import InboundKind
from domain.refusals import BadInput
from storage import Database
from tests.codes import counting_bytes
from tests.directory import POLICY, at
from tests.documents.test_secrecy import docx
from tests.handlers.office import Office, open_office
from tests.handlers.reported import go
from tests.handlers.test_topic_setting import SCOPE, START, WORDS
from tests.talks import Phone

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture
async def office(database: Database) -> Office:
    return await open_office(database, now=at(2, 8))


async def chunks(content: bytes) -> AsyncIterator[bytes]:
    yield content


async def open_page(office: Office, person: int) -> Phone:
    return await office.enrol(person, channel="web")


async def test_a_document_goes_from_page_to_page(office: Office, tmp_path: Path) -> None:
    backend = DatabaseWebBackend(
        office.database,
        policy=POLICY,
        clock=lambda: office.town.now,
        random_bytes=counting_bytes(9000),
        folder=tmp_path,
        listeners=Listeners(),
    )
    staff = await open_page(office, office.commune.staff)
    await staff.say("/chude")
    await go(staff, *START, SCOPE, *WORDS)
    content = docx("Mỗi nhà một thùng rác")
    file = await backend.upload(
        staff.address, name="huong-dan.docx", mime=MIME, chunks=chunks(content)
    )
    await staff.send(InboundKind.FILE, file=file)
    assert "Đã nhận “huong-dan.docx”" in staff.last
    with pytest.raises(BadInput, match="file-secret"):
        await backend.upload(staff.address, name="m.docx", mime=MIME, chunks=chunks(docx("MẬT")))
    await go(staff, "Xong, xem lại", "Giao chủ đề")
    assert "Tệp kèm theo (1): huong-dan.docx" in staff.last
    leader = await open_page(office, office.commune.leader)
    await go(leader, "=/chude", WORDS[0][1:])
    (shown,) = leader.from_bot[-1].message.attachments
    assert str(shown) == file.file_id
