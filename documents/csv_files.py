"""Sheets kept as text, one file a sheet: whatever encoding and separator a program wrote."""

import codecs
import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from documents.book import BadFile
from documents.raw_sheet import Cells, RawSheet
from domain.reading.syllables import is_syllable

_ENDINGS = (".csv", ".txt", ".tsv")
_SEPARATORS = ";,\t|"
_LOOKED_AT = 40
_LONGEST_FIELD = 4000
_BOMS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
# Vietnamese Windows keeps tones apart from their letters; old fonts use the codes of the West.
_ONE_BYTE = ("cp1258", "cp1252", "latin-1")


def read_csv_file(path: Path, *, title: str) -> RawSheet:
    """Returns the one sheet of a text file, named by its title."""
    return read_csv(path.read_bytes(), title=title)


def read_csv_folder(path: Path) -> list[RawSheet]:
    """Returns the sheets of a folder of text files."""
    files = sorted(file for file in path.iterdir() if file.suffix.lower() in _ENDINGS)
    return [read_csv_file(file, title=file.stem) for file in files]


def read_csv_zip(path: Path, names: Sequence[str]) -> list[RawSheet]:
    """Returns the sheets of a zip file that has text files in it."""
    with zipfile.ZipFile(path) as archive:
        return [
            read_csv(archive.read(name), title=Path(name).stem)
            for name in names
            if name.lower().endswith(_ENDINGS)
        ]


def read_csv(content: bytes, *, title: str) -> RawSheet:
    """Returns a sheet kept as text."""
    text = decode(content)
    if text is None:
        raise BadFile("encoding", name=title)
    lines = text.splitlines(keepends=True)
    if lines and lines[0].strip().lower().startswith("sep=") and len(lines[0].strip()) == 5:  # noqa: PLR2004 - "sep=;"
        separator, text = lines[0].strip()[-1], "".join(lines[1:])
    else:
        separator = find_separator("".join(lines[:_LOOKED_AT]))
    return RawSheet(title, partial(_rows, text, separator), is_text=True)


def decode(content: bytes) -> str | None:
    """Returns the text of a file in whatever way it is encoded, None for what is no text."""
    for mark, encoding in _BOMS.items():
        if content.startswith(mark):
            return _decoded(content, encoding)
    if b"\0" in content:
        return _decode_wide(content)
    if (text := _decoded(content, "utf-8")) is not None:
        return text
    readings = (_decoded(content, encoding) for encoding in _ONE_BYTE)
    texts = [text for text in readings if text is not None]
    # Equally good readings: the first, which is how Windows writes it.
    return max(texts, key=_count_syllables) if texts else None


def _decode_wide(content: bytes) -> str | None:
    """Returns the text of UTF-16 without its mark, by where its zero bytes stand."""
    order = "utf-16-le" if content[1::2].count(0) >= content[0::2].count(0) else "utf-16-be"
    text = _decoded(content, order)
    return None if text is None or "\0" in text else text


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _count_syllables(text: str) -> int:
    words = text[: 64 * 1024].replace(";", " ").replace(",", " ").replace("\t", " ").split()
    return sum(is_syllable(word) for word in words if not word.isascii())


def find_separator(sample: str) -> str:
    """Returns the sign between the columns: the one that divides most lines into most parts."""

    def columns(sign: str) -> int:
        try:
            return sum(len(cells) - 1 for cells in csv.reader(io.StringIO(sample), delimiter=sign))
        except csv.Error:
            return 0

    return max(_SEPARATORS, key=columns)


def _rows(text: str, separator: str) -> Iterator[Cells]:
    csv.field_size_limit(_LONGEST_FIELD)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    except csv.Error:
        raise BadFile("damaged") from None
