"""A Word file opened to be measured: its parts by what they are, letters as they are shown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

from docx import Document
from docx.document import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from documents.official.profiles import HYPHENS

_NUMBER = re.compile(r"Số\s*:?[\s\d…._]*[-/]\s*\w", re.IGNORECASE)
_PLACE_DATE = re.compile(r",\s*ngày\b.*\btháng\b.*\bnăm\b")
_AUTHORITY = re.compile(r"(T/M|K/T|T/L|T/UQ|TM\.|KT\.|TL\.|TUQ\.|TM |KT )")
_TITLE = re.compile(
    r"(BÁO CÁO|BIÊN BẢN|DANH SÁCH|KẾ HOẠCH|TỜ TRÌNH|NGHỊ QUYẾT|QUYẾT ĐỊNH|THÔNG BÁO|KẾT LUẬN"
    r"|CHƯƠNG TRÌNH|PHƯƠNG ÁN|ĐỀ ÁN|QUY CHẾ|HƯỚNG DẪN)\b.*"
)
_MOTTO = re.compile(r"(ĐẢNG CỘNG SẢN|CỘNG HÒA|CỘNG HOÀ|ĐOÀN TNCS)")
_SIGNS = frozenset({"*", "***", HYPHENS})


class Unopened(Exception):
    """The file is no Word file."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph with its letters as they are shown; `has_line` where a line is drawn."""

    text: str
    size: float | None = None
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    fonts: frozenset[str] = frozenset()
    alignment: Any = None
    first_line: float | None = None
    space_after: float | None = None
    pitch: float | None = None
    is_pitch_exact: bool = False
    has_line: bool = False
    in_table: bool = False


@dataclass(slots=True)
class Parts:
    """The parts that were found; a part that is not there is None."""

    motto: Shown | None = None
    motto_has_line: bool = False
    superior: Shown | None = None
    issuer: Shown | None = None
    under_issuer: str = ""
    number: Shown | None = None
    place_date: Shown | None = None
    title: Shown | None = None
    subject: Shown | None = None
    under_subject: str = ""
    bases: list[Shown] = field(default_factory=list)
    body: list[Shown] = field(default_factory=list)
    authority: Shown | None = None
    signer_title: Shown | None = None
    signer_name: Shown | None = None
    recipients_label: Shown | None = None
    recipients: list[Shown] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Opened:
    """A file with its paper in millimetres, its page number and its parts."""

    width: float
    height: float
    margins: dict[str, float]
    page_number: Shown | None
    numbers_first_page: bool
    number_from_edge: float
    parts: Parts


def open_word(content: bytes) -> Opened:
    """Returns what a .docx is laid out like; raises Unopened for anything else."""
    try:
        file = Document(BytesIO(content))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError) as error:
        raise Unopened from error
    section = file.sections[0]
    header = next((shown for shown in _header(file) if shown is not None), None)
    return Opened(
        width=section.page_width.mm if section.page_width else 0,
        height=section.page_height.mm if section.page_height else 0,
        margins={
            side: length.mm if (length := getattr(section, f"{side}_margin")) else 0
            for side in ("top", "bottom", "left", "right")
        },
        page_number=header,
        numbers_first_page=not section.different_first_page_header_footer
        or _has_number(section.first_page_header.paragraphs),
        number_from_edge=section.header_distance.mm if section.header_distance else 0,
        parts=_find_parts([*_paragraphs(file)]),
    )


def _header(file: WordFile) -> Iterator[Shown | None]:
    for paragraph in file.sections[0].header.paragraphs:
        if _has_number([paragraph]):
            yield _shown(paragraph, file)


def _has_number(paragraphs: list[Paragraph]) -> bool:
    return any(
        "PAGE" in (mark.text or "").split()
        for paragraph in paragraphs
        for mark in paragraph._p.iter(qn("w:instrText"))
    ) or any(
        "PAGE" in str(mark.get(qn("w:instr"))).split()
        for paragraph in paragraphs
        for mark in paragraph._p.iter(qn("w:fldSimple"))
    )


def _paragraphs(file: WordFile) -> Iterator[Shown]:
    """Yields every paragraph in the order of the text, those of tables cell by cell."""
    for element in file.element.body.iter(qn("w:p")):
        is_inside = any(True for _ in element.iterancestors(qn("w:tc")))
        is_box = any(True for _ in element.iterancestors(qn("w:txbxContent")))
        if not is_box:
            yield _shown(Paragraph(element, file._body), file, in_table=is_inside)


def _shown(paragraph: Paragraph, file: WordFile, *, in_table: bool = False) -> Shown:
    runs = [run for run in paragraph.runs if run.text.strip()] or paragraph.runs
    first = runs[0] if runs else None
    form = paragraph.paragraph_format
    pitch, exact = _pitch(paragraph)
    return Shown(
        text=" ".join(paragraph.text.split()),
        size=_size(first, paragraph, file),
        bold=_holds(first, paragraph, "bold"),
        italic=_holds(first, paragraph, "italic"),
        underlined=_holds(first, paragraph, "underline"),
        fonts=frozenset(name for run in runs for name in _fonts(run, file)),
        alignment=form.alignment if form.alignment is not None else _of_style(paragraph),
        first_line=form.first_line_indent.mm if form.first_line_indent is not None else None,
        space_after=form.space_after.pt if form.space_after is not None else None,
        pitch=pitch,
        is_pitch_exact=exact,
        has_line=any(
            True for mark in ("w:drawing", "w:pict") for _ in paragraph._p.iter(qn(mark))
        ),
        in_table=in_table,
    )


def _of_style(paragraph: Paragraph) -> WD_ALIGN_PARAGRAPH | None:
    style = paragraph.style
    return style.paragraph_format.alignment if style is not None else None


def _size(run: Any, paragraph: Paragraph, file: WordFile) -> float | None:  # noqa: ANN401
    if run is not None and run.font.size is not None:
        return float(run.font.size.pt)
    style: Any = paragraph.style
    while style is not None:
        if style.font.size is not None:
            return float(style.font.size.pt)
        style = style.base_style
    normal = file.styles["Normal"].font.size
    return float(normal.pt) if normal is not None else None


def _holds(run: Any, paragraph: Paragraph, name: str) -> bool:  # noqa: ANN401
    value = getattr(run.font, name) if run is not None else None
    style: Any = paragraph.style
    while value is None and style is not None:
        value = getattr(style.font, name)
        style = style.base_style
    return bool(value)


def _fonts(run: Any, file: WordFile) -> set[str]:  # noqa: ANN401
    """Returns the fonts of a run for the scripts that Vietnamese letters are looked up in."""
    found = set()
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        name = None
        for element in (run._element, file.styles["Normal"].element):
            properties = element.find(qn("w:rPr"))
            fonts = properties.find(qn("w:rFonts")) if properties is not None else None
            name = name or (fonts.get(qn(script)) if fonts is not None else None)
        found.add(name or "")
    return found


def _pitch(paragraph: Paragraph) -> tuple[float | None, bool]:
    form = paragraph.paragraph_format
    spacing: Any = form.line_spacing
    if spacing is None:
        return None, False
    exact = form.line_spacing_rule is WD_LINE_SPACING.EXACTLY
    return float(spacing if isinstance(spacing, float) else spacing.pt), exact


def _find_parts(shown: list[Shown]) -> Parts:
    """Finds the parts by what they say and where they stand."""
    parts = Parts()
    title = next(
        (at for at, paragraph in enumerate(shown) if _TITLE.fullmatch(paragraph.text)), None
    )
    head = shown[: title if title is not None else len(shown)]
    _find_head(head, parts)
    if title is None:
        return parts
    parts.title = shown[title]
    rest = shown[title + 1 :]
    if rest and rest[0].text and rest[0].text not in _SIGNS:
        parts.subject, rest = rest[0], rest[1:]
    if rest:
        parts.under_subject = _sign(rest[0])
    _find_foot(rest, parts)
    return parts


def _sign(shown: Shown) -> str:
    """Returns what stands below a title: a sign, or "line" for a drawn one."""
    if shown.has_line:
        return "line"
    return shown.text if shown.text in _SIGNS or set(shown.text) <= set("-*") else ""


def _find_head(head: list[Shown], parts: Parts) -> None:
    mottos = [at for at, shown in enumerate(head) if _MOTTO.match(shown.text)]
    if mottos:
        parts.motto = head[mottos[0]]
        parts.motto_has_line = any(shown.has_line for shown in head[mottos[0] :])
    left = head[: mottos[0] if mottos else len(head)]
    parts.number = next((shown for shown in head if _NUMBER.match(shown.text)), None)
    parts.place_date = next((shown for shown in head if _PLACE_DATE.search(shown.text)), None)
    named = [
        shown
        for shown in left
        if shown.text
        and shown is not parts.number
        and not _sign(shown)
        and shown.text == shown.text.upper()
    ]
    if named:
        parts.issuer = named[-1]
        parts.superior = named[0] if len(named) > 1 else None
        after = left[left.index(named[-1]) + 1 :]
        parts.under_issuer = _sign(after[0]) if after else ""


def _find_foot(rest: list[Shown], parts: Parts) -> None:
    foot = next(
        (
            at
            for at, shown in enumerate(rest)
            if shown.in_table
            and (shown.text.startswith("Nơi nhận") or _AUTHORITY.match(shown.text))
        ),
        len(rest),
    )
    # What is centred is a caption, or the heading of a chapter.
    told = [
        shown
        for shown in rest[:foot]
        if shown.text
        and not shown.in_table
        and not _sign(shown)
        and shown.alignment != WD_ALIGN_PARAGRAPH.CENTER
    ]
    parts.bases = [shown for shown in told if shown.text.lstrip("- ").startswith("Căn cứ ")]
    parts.body = [shown for shown in told if shown not in parts.bases]
    signed = rest[foot:]
    _find_recipients(signed, parts)
    at = next((at for at, shown in enumerate(signed) if _AUTHORITY.match(shown.text)), None)
    if at is None:
        return
    parts.authority = signed[at]
    cell = []
    for paragraph in signed[at + 1 :]:
        if not paragraph.in_table:
            break
        cell.append(paragraph)
    said = [shown for shown in cell if shown.text]
    parts.signer_title = next((shown for shown in said if shown.text == shown.text.upper()), None)
    names = [shown for shown in said if shown.text != shown.text.upper()]
    parts.signer_name = names[-1] if names else None


def _find_recipients(signed: list[Shown], parts: Parts) -> None:
    at = next((at for at, shown in enumerate(signed) if shown.text.startswith("Nơi nhận")), None)
    if at is None:
        return
    parts.recipients_label = signed[at]
    for paragraph in signed[at + 1 :]:
        if not paragraph.text.startswith("-"):
            break
        parts.recipients.append(paragraph)
