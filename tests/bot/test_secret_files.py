from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.downloads import store_stream
from domain.refusals import BadInput
from tests.documents.test_secrecy import docx, pdf


async def chunks(content: bytes) -> AsyncIterator[bytes]:
    for first in range(0, len(content), 1000):
        yield content[first : first + 1000]


def list_files(folder: Path) -> list[Path]:
    return [one for one in folder.rglob("*") if one.is_file()]


async def test_a_document_without_a_mark_is_kept(tmp_path: Path) -> None:
    stored = await store_stream(chunks(docx("Danh sách")), kind="document", folder=tmp_path)
    assert [one.name for one in list_files(tmp_path)] == [stored.sha256]


@pytest.mark.parametrize("content", [docx("TỐI MẬT"), pdf("MAT")], ids=["docx", "pdf"])
async def test_a_document_with_a_mark_is_refused_and_leaves_nothing(
    content: bytes, tmp_path: Path
) -> None:
    with pytest.raises(BadInput, match="file-secret"):
        await store_stream(chunks(content), kind="document", folder=tmp_path)
    assert list_files(tmp_path) == []


async def test_a_document_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="file-unreadable"):
        await store_stream(chunks(b"PK\x03\x04 cut"), kind="document", folder=tmp_path)
    with pytest.raises(BadInput, match="file-unreadable"):
        await store_stream(chunks(b"MZ program"), kind="document", folder=tmp_path)
