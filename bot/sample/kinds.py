"""The kinds of chapters with their words, their usual calendar and their sizes."""

from dataclasses import dataclass, field
from typing import Any

from documents.usual_kinds import common_noun
from domain.chapters import Recording


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind; a hamlet's chapter takes the rule of its turn from `rules`, if there are any.

    `size` is the range of its members, `rate` the share of them that usually comes.
    """

    code: str
    name: str
    association: str
    members: str
    leader: str
    deputy: str
    rule: dict[str, Any]
    frequency: int = 1
    shift: str = "none"
    regular: str = "định kỳ"
    recording: Recording = Recording.FULL
    rules: tuple[dict[str, Any], ...] = ()
    starts: tuple[str, ...] = ("19:00",)
    minutes: int = 90
    size: tuple[int, int] = (20, 40)
    rate: float = 0.8
    has_deputy: bool = False
    places: tuple[str, ...] = field(default=("Nhà văn hóa {hamlet}",))

    @property
    def words(self) -> dict[str, str]:
        """The words by which this kind calls its things."""
        return {
            "unit": common_noun(self.name),
            "members": self.members,
            "regular": self.regular,
            "leader": self.leader,
            "deputy": self.deputy,
        }


def _day(day: int, *, month: int = 1) -> dict[str, Any]:
    return {"kind": "day", "day": day, "month": month}


def _weekday(name: str, *, month: int = 1) -> dict[str, Any]:
    return {"kind": "rrule", "rrule": f"FREQ=MONTHLY;BYDAY={name}", "month": month}


KINDS = (
    Kind(
        code="chi_bo",
        name="Chi bộ",
        association="Đảng bộ xã",
        members="đảng viên",
        leader="Bí thư",
        deputy="Phó bí thư",
        rule=_day(3),
        shift="next_day_off_skipped",
        regular="thường kỳ",
        recording=Recording.FRAME,
        starts=("18:30", "19:00"),
        size=(14, 28),
        rate=0.93,
        has_deputy=True,
    ),
    Kind(
        code="chi_doan",
        name="Chi đoàn",
        association="Đoàn TNCS Hồ Chí Minh",
        members="đoàn viên",
        leader="Bí thư",
        deputy="Phó bí thư",
        rule=_weekday("-1SA"),
        rules=(_weekday("-1SA"), _weekday("2SU"), _day(26)),
        starts=("19:00", "19:30"),
        size=(12, 26),
        rate=0.68,
        has_deputy=True,
    ),
    Kind(
        code="phu_nu",
        name="Chi hội Phụ nữ",
        association="Hội Liên hiệp Phụ nữ Việt Nam",
        members="hội viên",
        leader="Chi hội trưởng",
        deputy="Chi hội phó",
        rule=_day(5),
        rules=(_day(5), _day(8), _day(1), _day(12), {"kind": "lunar", "day": 15}),
        shift="next_day_holiday_only",
        starts=("18:30", "14:00", "18:30"),
        size=(38, 74),
        rate=0.79,
        has_deputy=True,
        places=("Nhà văn hóa {hamlet}", "Nhà chi hội trưởng, {hamlet}"),
    ),
    Kind(
        code="nong_dan",
        name="Chi hội Nông dân",
        association="Hội Nông dân Việt Nam",
        members="hội viên",
        leader="Chi hội trưởng",
        deputy="Chi hội phó",
        rule=_weekday("2SU", month=2),
        frequency=3,
        starts=("14:00", "15:00"),
        size=(56, 124),
        rate=0.66,
    ),
    Kind(
        code="cuu_chien_binh",
        name="Chi hội Cựu chiến binh",
        association="Hội Cựu chiến binh Việt Nam",
        members="hội viên",
        leader="Chi hội trưởng",
        deputy="Chi hội phó",
        rule={"kind": "free", "count": 1},
        frequency=3,
        starts=("08:00", "14:00"),
        size=(11, 26),
        rate=0.86,
    ),
    Kind(
        code="mat_tran",
        name="Ban Công tác Mặt trận",
        association="Mặt trận Tổ quốc Việt Nam",
        members="thành viên",
        leader="Trưởng",
        deputy="Phó Trưởng",
        rule=_day(25),
        rules=(_day(25), _day(6)),
        shift="next_day_off_skipped",
        starts=("17:00", "18:30"),
        minutes=75,
        size=(9, 15),
        rate=0.88,
    ),
    Kind(
        code="to_hoi",
        name="Tổ hội Nghề nghiệp",
        association="Hội Nông dân Việt Nam",
        members="hội viên",
        leader="Tổ trưởng",
        deputy="Tổ phó",
        rule={"kind": "lunar", "day": 16},
        starts=("16:30",),
        minutes=60,
        rate=0.85,
    ),
    Kind(
        code="cong_doan",
        name="Công đoàn cơ sở",
        association="Công đoàn Việt Nam",
        members="đoàn viên",
        leader="Chủ tịch",
        deputy="Phó Chủ tịch",
        rule=_weekday("1FR"),
        starts=("17:00",),
        minutes=60,
        rate=0.72,
        places=("Hội trường công ty",),
    ),
)
