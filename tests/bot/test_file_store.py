"""What people send from their phones: looked at by a worker, kept or refused with the reason."""

import hashlib
from collections.abc import AsyncIterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bot.downloads import LEAST_FREE, FileStore
from domain.refusals import BadInput
from tests.documents.test_secrecy import docx, pdf
from tests.pictures import MAKER, PLACE, TAKEN, iso, picture


async def chunks(content: bytes) -> AsyncIterator[bytes]:
    for first in range(0, len(content), 1000):
        yield content[first : first + 1000]


def list_files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def read(folder: Path) -> bytes:
    [file] = list_files(folder)
    return file.read_bytes()


async def test_a_document_without_a_mark_is_kept(tmp_path: Path) -> None:
    stored = await FileStore(tmp_path).take(chunks(docx("Danh sách")), kind="document")
    assert [path.name for path in list_files(tmp_path)] == [stored.sha256]
    assert stored.kind == "document"


@pytest.mark.parametrize("content", [docx("TỐI MẬT"), pdf("MAT")], ids=["docx", "pdf"])
async def test_a_document_with_a_mark_is_refused_and_leaves_nothing(
    content: bytes, tmp_path: Path
) -> None:
    with pytest.raises(BadInput, match="file-secret") as refused:
        await FileStore(tmp_path).take(chunks(content), kind="document")
    assert refused.value.facts["number"] == 1
    assert list_files(tmp_path) == []


async def test_a_small_file_that_takes_for_ever_is_stopped_and_refused_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = pdf("a", times=1_500_000)
    assert len(content) < 20_000
    monkeypatch.setenv("SINHHOAT_TELEGRAM_TOKEN", "nothing of this reaches the worker")
    with pytest.raises(BadInput, match="file-too-slow"):
        await FileStore(tmp_path).take(chunks(content), kind="document")
    assert list_files(tmp_path) == []


@pytest.mark.parametrize(
    ("content", "kind", "reason"),
    [
        (b"PK\x03\x04 cut", "document", "file-unreadable"),
        (b"MZ program", "document", "file-unreadable"),
        (b"", "photo", "file-not-a-photo"),
        (b"\xff\xd8\xff" + b"\0" * 40, "photo", "file-photo-damaged"),
        (picture()[:-300], "photo", "file-photo-damaged"),
        (picture("PNG")[:-40], "photo", "file-photo-damaged"),
        (picture("HEIF")[:-100], "photo", "file-photo-damaged"),
        (pdf("Biên bản"), "photo", "file-not-a-photo"),
        (picture(), "voice", "file-not-a-voice"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "document", "file-old-office"),
        (iso(b"mp42", b"vide", b"soun"), "document", "file-film"),
        (iso(b"isom", b"soun", b"vide"), "voice", "file-film"),
        (iso(b"qt  ", b"vide"), "photo", "file-film"),
        (b"\x1aE\xdf\xa3" + b"\0" * 40 + b"V_VP8", "voice", "file-film"),
    ],
)
async def test_what_is_not_taken_is_refused_with_the_reason(
    content: bytes, kind: str, reason: str, tmp_path: Path
) -> None:
    with pytest.raises(BadInput, match=reason):
        await FileStore(tmp_path).take(chunks(content), kind=kind)
    assert list_files(tmp_path) == []


@pytest.mark.parametrize(
    ("content", "kind", "mime"),
    [
        (iso(b"mp42", b"soun"), "voice", "audio/mp4"),
        (iso(b"M4A ", b"soun"), "document", "audio/mp4"),
        (b"RIFF\x24\0\0\0WAVEfmt " + b"\0" * 40, "voice", "audio/wav"),
        (b"#!AMR\n" + b"\0" * 40, "voice", "audio/amr"),
        (b"\xff\xf1\x50\x80" + b"\0" * 40, "voice", "audio/aac"),
        (b"OggS" + b"\0" * 40, "voice", "audio/ogg"),
        (b"\x1aE\xdf\xa3" + b"\0" * 40 + b"A_OPUS", "voice", "audio/webm"),
    ],
)
async def test_sounds_are_kept_as_they_are(
    content: bytes, kind: str, mime: str, tmp_path: Path
) -> None:
    stored = await FileStore(tmp_path).take(chunks(content), kind=kind)
    assert (stored.kind, stored.mime) == ("voice", mime)
    assert read(tmp_path) == content


@pytest.mark.parametrize("sent_as", ["photo", "document"])
@pytest.mark.parametrize(
    "content",
    [
        picture(),
        picture("JPEG", turn=6),
        picture("JPEG", mode="CMYK"),
        picture("JPEG", mode="L"),
        picture("PNG", mode="RGBA"),
        picture("PNG", mode="P"),
        picture("WEBP", turn=6),
        picture("TIFF"),
        picture("GIF", mode="P"),
        picture("AVIF"),
        picture("HEIF"),
        picture("HEIF").replace(b"ftypheic", b"ftypheix"),
        picture("HEIF").replace(b"ftypheic", b"ftyphevc"),
    ],
    ids=lambda content: hashlib.sha256(content).hexdigest()[:6],
)
async def test_pictures_are_kept_upright_as_jpeg_and_without_what_the_camera_wrote(
    content: bytes, sent_as: str, tmp_path: Path
) -> None:
    stored = await FileStore(tmp_path).take(chunks(content), kind=sent_as)
    kept = read(tmp_path)
    assert (stored.kind, stored.mime) == ("photo", "image/jpeg")
    assert stored.sha256 == hashlib.sha256(kept).hexdigest()
    assert stored.original == hashlib.sha256(content).hexdigest()
    for secret in (MAKER.encode(), PLACE.encode(), TAKEN.encode()):
        assert secret not in kept
    with Image.open(BytesIO(kept)) as shown:
        assert dict(shown.getexif()) == {}
        assert shown.size == (64, 48)
        if shown.mode == "RGB":
            left, right = shown.getpixel((4, 24)), shown.getpixel((60, 24))
            assert isinstance(left, tuple)
            assert isinstance(right, tuple)
            assert left[0] > left[2]
            assert right[2] > right[0]


async def test_the_time_that_the_camera_wrote_is_kept_beside_the_picture(tmp_path: Path) -> None:
    stored = await FileStore(tmp_path).take(chunks(picture()), kind="photo")
    assert stored.taken == TAKEN
    bare = await FileStore(tmp_path).take(chunks(picture("GIF", mode="P")), kind="photo")
    assert bare.taken == ""


async def test_a_worker_that_does_not_end_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.downloads._LONGEST_LOOK", 0.001)
    with pytest.raises(BadInput, match="file-too-slow"):
        await FileStore(tmp_path).take(chunks(picture()), kind="photo")
    assert list_files(tmp_path) == []


async def test_a_sound_picture_is_kept_though_what_the_camera_wrote_is_broken(
    tmp_path: Path,
) -> None:
    made = BytesIO()
    Image.new("RGB", (64, 48), "red").save(made, "WEBP", exif=b"Exif\0\0no metadata at all")
    stored = await FileStore(tmp_path).take(chunks(made.getvalue()), kind="photo")
    assert (stored.mime, stored.taken) == ("image/jpeg", "")


async def test_a_small_file_that_would_be_a_giant_picture_is_refused(tmp_path: Path) -> None:
    giant = BytesIO()
    Image.new("1", (30_000, 30_000)).save(giant, "PNG")
    with pytest.raises(BadInput, match="file-photo-too-many-points"):
        await FileStore(tmp_path).take(chunks(giant.getvalue()), kind="photo")


async def test_nothing_is_taken_where_the_disk_is_all_but_full(tmp_path: Path) -> None:
    store = FileStore(tmp_path / "not yet there", free=lambda _folder: LEAST_FREE - 1)
    with pytest.raises(BadInput, match="file-no-room"):
        await store.take(chunks(picture()), kind="photo")
    assert list_files(tmp_path) == []
