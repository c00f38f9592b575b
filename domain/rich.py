"""Rich text measured and cut as people see it: by displayed UTF-16 units, outside markup."""

import html
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

_TAG = re.compile(r"</?[bi]>")
_PIECE = re.compile(r"</?[bi]>|&(?:amp|lt|gt|quot|#\d{1,7}|#x[0-9a-fA-F]{1,6});|.", re.DOTALL)
_JOINER = "\u200d"
_FLAGS = range(0x1F1E6, 0x1F200)
_TONES = range(0x1F3FB, 0x1F400)
_SENTENCE_ENDS = frozenset(".!?…:;")


@dataclass(frozen=True, slots=True)
class _Cell:
    """One displayed character: how it is written, how it looks, inside which tag."""

    source: str
    shown: str
    tag: str


def plain_text(text: str) -> str:
    """Gives the characters a reader sees: no tags, entities resolved."""
    return html.unescape(_TAG.sub("", text))


def displayed_length(text: str) -> int:
    """Counts what a reader sees in UTF-16 code units, the measure of messengers."""
    return _width(plain_text(text))


def split_rich(text: str, limit: int) -> tuple[str, ...]:
    """Cuts rich text into parts of at most `limit` displayed units, tags reopened in each.

    Cuts after a paragraph or a line; within a line that does not fit by itself, after a sentence
    or a space. Never cuts inside a tag, an entity or one visible character. Parts of nothing but
    blanks are left out.
    """
    if len(text) <= limit // 2 or displayed_length(text) <= limit:
        return (text,)
    cells = tuple(_cells(text))
    parts = [part for part in _slices(cells, limit) if any(c.shown.strip() for c in part)]
    return tuple(_render(part) for part in parts) or (text[:0],)


def _width(shown: str) -> int:
    return len(shown) + sum(character > "\uffff" for character in shown)


def _cells(text: str) -> Iterator[_Cell]:
    tag = ""
    for source in _PIECE.findall(text):
        if _TAG.fullmatch(source):
            tag = "" if source.startswith("</") else source[1]
        else:
            yield _Cell(source, html.unescape(source) if len(source) > 1 else source, tag)


def _slices(cells: Sequence[_Cell], limit: int) -> Iterator[Sequence[_Cell]]:
    start = 0
    while start < len(cells):
        end = _furthest(cells, start, limit)
        if end < len(cells):
            end = _best_cut(cells, start, end)
        yield cells[start:end]
        start = end


def _furthest(cells: Sequence[_Cell], start: int, limit: int) -> int:
    room, end = limit, start
    while end < len(cells) and (room := room - _width(cells[end].shown)) >= 0:
        end += 1
    return max(end, start + 1)


def _best_cut(cells: Sequence[_Cell], start: int, end: int) -> int:
    middle = (start + end) // 2
    for fits, lowest in (
        (_paragraph, middle),
        (_line, start),
        (_sentence, middle),
        (_space, start),
    ):
        if cut := _last_cut(cells, end, lowest, fits):
            return cut
    return _last_cut(cells, end, start, lambda _cells, _cut: True) or end


def _last_cut(
    cells: Sequence[_Cell], end: int, lowest: int, fits: Callable[[Sequence[_Cell], int], bool]
) -> int | None:
    cuts = range(end, lowest, -1)
    return next((cut for cut in cuts if fits(cells, cut) and not _glued(cells, cut)), None)


def _paragraph(cells: Sequence[_Cell], cut: int) -> bool:
    return cut > 1 and cells[cut - 1].shown == cells[cut - 2].shown == "\n"


def _line(cells: Sequence[_Cell], cut: int) -> bool:
    return cells[cut - 1].shown == "\n"


def _sentence(cells: Sequence[_Cell], cut: int) -> bool:
    return cut > 1 and _space(cells, cut) and cells[cut - 2].shown in _SENTENCE_ENDS


def _space(cells: Sequence[_Cell], cut: int) -> bool:
    shown = cells[cut - 1].shown
    return shown.isspace() and shown != "\u00a0"


def _glued(cells: Sequence[_Cell], cut: int) -> bool:
    """Tells whether the characters around the cut are seen as one."""
    before, after = cells[cut - 1].shown, cells[cut].shown
    joined = before == _JOINER or before + after == "\r\n"
    return joined or _extends(after) or _inside_flag(cells, cut)


def _extends(shown: str) -> bool:
    return any(
        unicodedata.category(c)[0] == "M" or c == _JOINER or ord(c) in _TONES for c in shown[:1]
    )


def _inside_flag(cells: Sequence[_Cell], cut: int) -> bool:
    count = 0
    while count < cut and _is_flag(cells[cut - 1 - count].shown):
        count += 1
    return count % 2 == 1 and _is_flag(cells[cut].shown)


def _is_flag(shown: str) -> bool:
    return len(shown) == 1 and ord(shown) in _FLAGS


def _render(cells: Sequence[_Cell]) -> str:
    return "".join(
        _tagged("".join(cell.source for cell in run), tag)
        for tag, run in groupby(cells, key=lambda cell: cell.tag)
    )


def _tagged(source: str, tag: str) -> str:
    return f"<{tag}>{source}</{tag}>" if tag else source
