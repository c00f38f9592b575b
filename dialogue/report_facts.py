"""What is known of a meeting before its report: plan, last month, words of the kind."""

from dataclasses import dataclass, field
from datetime import date

from dialogue.asked_form import TAKES_FILES
from dialogue.facts import Facts
from domain.levels import LevelWords
from domain.message import Choice

TOPIC_KEY = "topic"
# The fact that holds what offices ask, as `dialogue.report_asked` writes it.
ASKED = "asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFacts:
    """The facts of one meeting as the report form fills them in.

    `meeting` is the kind's word for it ("định kỳ", "thường kỳ", "đột xuất"), `unit` and
    `members` its words for chapter and members. `topics` are (id, title); `activities` are
    last month's, and `last_present` how many came; `by_moon` says that the plan goes by the
    lunar calendar; `cadre` names the assigned cadres, empty if there are none. `frame` asks
    only for the frame of the meeting. `levels` names the places above. `asked` is what offices
    ask beside the common questions (`dialogue.report_asked`), with the answers `offered` to it;
    pictures are asked for where the channel takes files.
    """

    chapter: str
    period: str
    meeting: str
    unit: str
    members: str
    planned_date: date | None = None
    planned_time: str = ""
    by_moon: bool = False
    last_present: int | None = None
    place: str = ""
    chair: str = ""
    total: int | None = None
    exempt: int = 0
    topics: tuple[tuple[int, str], ...] = field(default=())
    activities: tuple[str, ...] = ()
    cadre: str = ""
    frame: bool = False
    levels: LevelWords = field(default_factory=LevelWords)
    asked: str = ""
    offered: Facts = field(default_factory=dict)
    takes_files: bool = True

    def to_facts(self) -> Facts:
        """Returns the facts as a talk keeps them."""
        asked = {ASKED: self.asked, TAKES_FILES: self.takes_files, **self.offered}
        return {
            **(asked if self.asked else {}),
            "chapter": self.chapter,
            "period": self.period,
            "meeting": self.meeting,
            "unit": self.unit,
            "members": self.members,
            "planned_date": self.planned_date,
            "planned_time": self.planned_time,
            "by_moon": self.by_moon,
            "last_present": self.last_present,
            "place": self.place,
            "chair": self.chair,
            "total": self.total,
            "exempt": self.exempt,
            "topics": tuple(Choice(f"{TOPIC_KEY}{at}", title) for at, title in self.topics),
            "activities": self.activities,
            "cadre": self.cadre,
            "frame": self.frame,
            "hamlet": self.levels.hamlet,
            "commune": self.levels.commune,
        }
