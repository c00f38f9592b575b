"""Layouts as data: paper, margins, letters and signs that each kind of body is bound to.

Party: Quy định 399-QĐ/TW and Hướng dẫn 05-HD/VPTW, with the measures of Hướng dẫn 36-HD/VPTW.
State: Nghị định 30/2020/NĐ-CP, Phụ lục I. Đoàn: Hướng dẫn 29-HD/TWĐTN-VP; what it leaves open
follows the Party. Associations have habits of their own, mostly those of the State.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from domain.official import ProfileName

PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0
FONT = "Times New Roman"
HYPHENS = "-----"
_LAST_WITH_NOUGHT = 2


@dataclass(frozen=True, slots=True)
class Style:
    """How letters look; `size` in points."""

    size: float
    bold: bool = False
    italic: bool = False
    underlined: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One layout; lengths are millimetres, sizes of letters and spaces between lines points.

    `under_issuer` and `under_subject` are the sign below, "line" for a drawn one. `number` is
    the pattern of the number; `line_pitch` is exact where `is_pitch_exact`, else a multiple of
    single spacing.
    """

    name: ProfileName
    top: float
    bottom: float
    left: float
    right: float
    number_from_edge: float
    page_number: Style
    head_columns: tuple[float, float]
    motto: tuple[tuple[str, Style], ...]
    superior: Style
    issuer: Style
    under_issuer: str
    number: str
    number_style: Style
    place_date: Style
    remark: Style
    title: Style
    subject: Style
    under_subject: str
    body: Style
    first_line: float
    space_after: float
    line_pitch: float
    is_pitch_exact: bool
    section: str
    basis: Style
    basis_dash: str
    ending: str
    authority: Style
    authority_forms: Mapping[str, str]
    signer_title: Style
    signer_name: Style
    recipients_label: Style
    recipients: Style
    filed: str

    @property
    def text_width(self) -> float:
        """The width between the margins."""
        return PAGE_WIDTH - self.left - self.right

    def number_line(self, number: int | None, type_code: str, body: str) -> str:
        """Returns "Số 05-BC/ĐU" or "Số: 05/BC-UBND"; room is left for a number to come."""
        shown = " " * 6 if number is None else f"{number:02}"
        return self.number.format(number=shown, type=type_code, body=body)

    def authority_line(self, authority: str) -> str:
        """Returns "T/M BAN THƯỜNG VỤ" in the form of this layout, whichever it was given in."""
        mark, _, rest = authority.partition(" ")
        plain = mark.replace("/", "").replace(".", "").upper()
        return f"{self.authority_forms.get(plain, mark)} {rest}".strip()

    def filed_line(self, filed: str) -> str:
        """Returns the last line of the recipients: where a copy is kept."""
        return self.filed.format(filed=filed.rstrip(" ."))


_SLASHED = {"TM": "T/M", "KT": "K/T", "TL": "T/L", "TUQ": "T/UQ", "Q": "Q."}
_DOTTED = {"TM": "TM.", "KT": "KT.", "TL": "TL.", "TUQ": "TUQ.", "Q": "Q."}

PARTY = Profile(
    name=ProfileName.PARTY,
    top=20,
    bottom=20,
    left=30,
    right=15,
    number_from_edge=10,
    page_number=Style(14),
    head_columns=(75, 90),
    motto=(("ĐẢNG CỘNG SẢN VIỆT NAM", Style(15, bold=True)),),
    superior=Style(14),
    issuer=Style(14, bold=True),
    under_issuer="*",
    number="Số {number}-{type}/{body}",
    number_style=Style(14),
    place_date=Style(14, italic=True),
    remark=Style(14, italic=True),
    title=Style(16, bold=True),
    subject=Style(14, bold=True),
    under_subject=HYPHENS,
    body=Style(14),
    first_line=10,
    space_after=6,
    line_pitch=19,
    is_pitch_exact=True,
    section="{number}- {name}",
    basis=Style(14),
    basis_dash="- ",
    ending=".",
    authority=Style(14, bold=True),
    authority_forms=_SLASHED,
    signer_title=Style(14),
    signer_name=Style(14, bold=True),
    recipients_label=Style(14, underlined=True),
    recipients=Style(12),
    filed="- Lưu {filed}.",
)

STATE = replace(
    PARTY,
    name=ProfileName.STATE,
    head_columns=(66, 99),
    motto=(
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Style(12, bold=True)),
        ("Độc lập - Tự do - Hạnh phúc", Style(13, bold=True)),
    ),
    superior=Style(12),
    issuer=Style(12, bold=True),
    under_issuer="line",
    number="Số: {number}/{type}-{body}",
    number_style=Style(13),
    place_date=Style(13, italic=True),
    remark=Style(13, italic=True),
    title=Style(14, bold=True),
    under_subject="line",
    line_pitch=1.1,
    is_pitch_exact=False,
    section="{number}. {name}",
    basis=Style(14, italic=True),
    basis_dash="",
    ending="./.",
    authority_forms=_DOTTED,
    signer_title=Style(14, bold=True),
    recipients_label=Style(12, bold=True, italic=True),
    recipients=Style(11),
    filed="- Lưu: {filed}.",
)

YOUTH = replace(
    PARTY,
    name=ProfileName.YOUTH,
    motto=(("ĐOÀN TNCS HỒ CHÍ MINH", Style(15, bold=True)),),
    under_issuer="***",
    number="Số: {number}-{type}/{body}",
    section="{number}. {name}",
    authority_forms=_DOTTED,
)

OTHER = replace(STATE, name=ProfileName.OTHER)

PROFILES: Mapping[ProfileName, Profile] = {
    profile.name: profile for profile in (PARTY, STATE, YOUTH, OTHER)
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What the rules allow besides what we write: the least and the most of each measure."""

    margins: Mapping[str, tuple[float, float]]
    sizes: Mapping[str, tuple[float, float]]
    first_line: tuple[float, float]
    pitch: tuple[float, float]


PARTY_BOUNDS = Bounds(
    margins={"top": (20, 20), "bottom": (20, 20), "left": (30, 30), "right": (15, 15)},
    sizes={
        "motto": (15, 15),
        "superior": (14, 14),
        "issuer": (14, 14),
        "number": (14, 14),
        "place-date": (14, 14),
        "title": (15, 16),
        "subject": (14, 15),
        "body": (14, 15),
        "authority": (14, 14),
        "signer-title": (14, 14),
        "signer-name": (14, 14),
        "page-number": (14, 14),
    },
    first_line=(10, 10),
    pitch=(18, 22),
)
STATE_BOUNDS = Bounds(
    margins={"top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20)},
    sizes={
        "motto": (12, 14),
        "superior": (12, 13),
        "issuer": (12, 13),
        "number": (13, 13),
        "place-date": (13, 14),
        "title": (13, 14),
        "subject": (13, 14),
        "body": (13, 14),
        "authority": (13, 14),
        "signer-title": (13, 14),
        "signer-name": (13, 14),
        "page-number": (13, 14),
    },
    first_line=(10, 12.7),
    pitch=(1, 1.5),
)
BOUNDS: Mapping[ProfileName, Bounds] = {
    ProfileName.PARTY: PARTY_BOUNDS,
    ProfileName.YOUTH: PARTY_BOUNDS,
    ProfileName.STATE: STATE_BOUNDS,
    ProfileName.OTHER: STATE_BOUNDS,
}


def place_date_line(seat: str, day: date | None, *, around: date) -> str:
    """Returns "Long Vĩnh, ngày 05 tháng 12 năm 2026"; a day to come leaves room to write it.

    Days below 10 and the months 1 and 2 have a leading nought.
    """
    said = day or around
    number = f"{day.day:02}" if day else " " * 6
    month = f"{said.month:02}" if said.month <= _LAST_WITH_NOUGHT else str(said.month)
    if day is None:
        month = " " * 6
    return f"{seat}, ngày {number} tháng {month} năm {said.year}"
