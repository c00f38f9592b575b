"""A short paper in every layout, and facts of a commune; everything is invented."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from documents.official.paper import (
    Annex,
    Heading,
    Paper,
    Paragraph,
    Sentence,
    Signature,
    Table,
    ended,
    recipient_lines,
)
from documents.official.profiles import PROFILES, Profile, place_date_line
from documents.official.word import render_word
from domain.figures import Figures
from domain.indicators import Figure, Indicator
from domain.official import ProfileName
from domain.periodic_facts import (
    Part,
    PeriodicFacts,
    SourceReport,
    ToldIndicator,
    Units,
)

MADE_AT = datetime(2026, 11, 30, 3, tzinfo=UTC)
TABLE = Table(
    caption="",
    heads=("TT", "Địa bàn"),
    rows=tuple((str(number), "Ấp Cái Cối") for number in range(60)),
    widths=(1, 4),
    numbers=frozenset({0}),
    total=("", "Cộng"),
)

ANNEXES = (Annex("PHỤ LỤC 1", "Kết quả", (TABLE,)),)


def paper_in(name: ProfileName, layout: Profile | None = None, **values: Any) -> Paper:
    """A paper as the rules of `name` have it, drawn by `layout` where that is another."""
    right, layout = PROFILES[name], layout or PROFILES[name]
    usual: dict[str, Any] = {
        "superior": "ĐẢNG BỘ TỈNH VĨNH LONG",
        "issuer": "ĐẢNG ỦY XÃ LONG VĨNH",
        "number": right.number_line(5, "BC", "ĐU"),
        "place_date": place_date_line("Long Vĩnh", date(2026, 2, 5), around=date(2026, 2, 5)),
        "title": "BÁO CÁO",
        "subject": "kết quả sinh hoạt định kỳ quý IV năm 2026",
        "body": ended(
            [
                Heading(1, right.section.format(number="I", name="TÌNH HÌNH CHUNG")),
                Heading(2, "1. Sinh hoạt định kỳ"),
                Paragraph(
                    (
                        Sentence("Có 54/61 buổi đã tổ chức.", "Căn cứ 54 báo cáo."),
                        Sentence("Có 7 buổi không tổ chức được.", "Căn cứ 7 báo cáo."),
                    )
                ),
            ],
            right.ending,
        ),
        "signature": Signature(
            right.authority_line("T/M BAN THƯỜNG VỤ"), "PHÓ BÍ THƯ", "Nguyễn Văn An"
        ),
        "recipients_label": "Nơi nhận:",
        "recipients": recipient_lines(right, ["Các chi bộ"], "Văn phòng Đảng ủy"),
    }
    return Paper(profile=layout, **(usual | values))


def word_in(name: ProfileName, layout: Profile | None = None, **values: Any) -> bytes:
    return render_word(paper_in(name, layout, **values), made_at=MADE_AT)


def facts(**values: Any) -> PeriodicFacts:
    """A quarter of a commune of two hamlets: 9 of 10 meetings held, one report missing."""
    figures = Figures(
        chapters=4, meeting=4, expected=10, on_time=8, late=1, missing=1, held=9,
        present=240, room=300, cadre=6, cadre_asked=9,
    )  # fmt: skip
    reports = tuple(
        SourceReport(
            number=f"11.26-{number:04}",
            chapter=f"Chi hội {number}",
            area="Ấp Cái Cối",
            month="2026-11",
            flags=frozenset({"held", "on_time" if number < 9 else "late"}),
            present=20,
            room=30,
        )
        for number in range(1, 10)
    )
    usual: dict[str, Any] = {
        "place": "Xã Long Vĩnh",
        "level": "xã",
        "association": "",
        "span": "2026-Q4",
        "as_of": date(2026, 12, 31),
        "is_final": False,
        "units": (Units(kind="Chi hội Phụ nữ", units=4, members=128),),
        "by_kind": (Part(name="Chi hội Phụ nữ", figures=figures),),
        "by_place": (
            Part(name="Ấp Cái Cối", figures=replace(figures, missing=0, on_time=5, late=0)),
            Part(name="Ấp La Ghi", figures=Figures(on_time=3, late=1, missing=1, held=4)),
        ),
        "lines": tuple(line(indicator) for indicator in Indicator),
        "reports": reports,
        "missing": ("Chi hội Phụ nữ ấp La Ghi",),
    }
    return PeriodicFacts(**(usual | values))


def line(indicator: Indicator, now: Figure | None = None, **values: Any) -> ToldIndicator:
    usual: dict[str, Any] = {"before": Figure(None), "year_before": Figure(None)}
    return ToldIndicator(indicator=indicator, now=now or Figure(None), **(usual | values))


def with_line(told: ToldIndicator) -> PeriodicFacts:
    """The facts with another line for an indicator."""
    found = facts()
    lines = tuple(
        told if indicator.indicator is told.indicator else indicator for indicator in found.lines
    )
    return replace(found, lines=lines)
