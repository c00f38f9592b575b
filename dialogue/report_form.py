"""The report of a meeting as data: which questions, when, with which buttons."""

from dialogue.conditions import NEVER, Ahead, Among, Differs, Either, FactKnown, No
from dialogue.form import Form, Option, Question, Variant
from dialogue.report_checks import (
    check_held_date,
    check_meeting_times,
    check_opening,
    check_present,
    parse_meeting_times,
    remark_on_total,
)
from dialogue.report_message import hear_answers
from domain.message import Expects

PLANNED = FactKnown("planned_date")
MOVED = Among("opening", ("moved",))
NOT_HELD = Among("opening", ("not_held",))
HELD = (No(NOT_HELD), No(Ahead("held_date")))
FULL = No(FactKnown("frame"))
OTHER_REASON = Either((Among("moved_reason", ("other",)), Among("not_held_reason", ("other",))))

REASONS = tuple(
    Option(key) for key in ("weather", "season", "other_duty", "too_few", "chair_away", "other")
)
CATEGORIES = (
    "infrastructure",
    "economy",
    "rights",
    "organization",
    "funding",
    "environment",
    "security",
    "other",
)
LEVELS = ("chapter", "hamlet", "commune", "higher")
ACTIVITIES = ("discussion", "dialogue", "commendation")

_MEETING = (
    Question(
        key="opening",
        brief=True,
        expects=Expects.CHOICE,
        options=(
            Option("as_planned", (PLANNED,), has_said=True),
            Option("held", (No(PLANNED),)),
            Option("details", (PLANNED,)),
            Option("moved", (PLANNED,)),
            Option("not_held"),
        ),
        usual="as_planned",
        check=check_opening,
        variants=(Variant("unplanned", (No(PLANNED),), of=("-example", "-brief")),),
    ),
    Question(
        key="differs",
        expects=Expects.CHOICES,
        options=tuple(Option(key) for key in ("date", "time", "place", "chair", "total")),
        when=(Among("opening", ("details",)),),
    ),
    Question(
        key="held_date",
        brief=True,
        expects=Expects.DATE,
        options=(
            Option("today", offset=0),
            Option("yesterday", offset=-1),
            Option("planned", (PLANNED, No(MOVED)), fact="planned_date"),
        ),
        when=(No(NOT_HELD), Either((MOVED, Among("differs", ("date",)), No(PLANNED)))),
        offered=(No(NOT_HELD),),
        preset="planned_date",
        preset_when=(No(MOVED),),
        variants=(Variant("moved", (MOVED,), of=("", "-label")),),
        near="planned_date",
        ahead=(MOVED,),
        check=check_held_date,
    ),
    Question(
        key="moved_reason",
        expects=Expects.CHOICE,
        options=REASONS,
        allow_text=True,
        when=(No(NOT_HELD), Either((Differs("held_date", "planned_date"), Ahead("held_date")))),
    ),
    Question(
        key="not_held_reason",
        expects=Expects.CHOICE,
        options=REASONS,
        allow_text=True,
        when=(NOT_HELD,),
    ),
    Question(key="reason_words", expects=Expects.TEXT, when=(OTHER_REASON,)),
    Question(
        key="place",
        expects=Expects.TEXT,
        when=(*HELD, Among("differs", ("place",))),
        offered=HELD,
        preset="place",
    ),
    Question(
        key="chair",
        expects=Expects.TEXT,
        when=(*HELD, Among("differs", ("chair",))),
        offered=HELD,
        preset="chair",
    ),
    Question(
        key="times",
        expects=Expects.TEXT,
        when=(*HELD, Among("differs", ("time",))),
        offered=HELD,
        optional=True,
        parse=parse_meeting_times,
        check=check_meeting_times,
    ),
    Question(
        key="present",
        brief=True,
        expects=Expects.COUNT,
        when=HELD,
        check=check_present,
        remark=remark_on_total,
        also={"total": "total", "excused": "excused"},
    ),
    Question(
        key="total",
        brief=True,
        expects=Expects.COUNT,
        when=(*HELD, Either((Among("differs", ("total",)), No(FactKnown("total"))))),
        offered=HELD,
        preset="total",
        check=check_present,
    ),
)

_CONTENT = (
    Question(
        key="topic",
        brief=True,
        expects=Expects.CHOICE,
        options=(Option("no_topic"),),
        choices_from="topics",
        allow_text=True,
        when=HELD,
        variants=(Variant("free", (No(FactKnown("topics")),), of=("", "-example")),),
    ),
    Question(
        key="activities",
        brief=True,
        expects=Expects.CHOICES,
        options=tuple(Option(key) for key in ACTIVITIES),
        when=(*HELD, FULL),
        preset="activities",
        variants=(Variant("usual", (FactKnown("activities"),)),),
    ),
    Question(
        key="cadre_present",
        brief=True,
        expects=Expects.CHOICE,
        options=tuple(Option(key) for key in ("yes", "substitute", "no")),
        when=(*HELD, FactKnown("cadre")),
    ),
    Question(
        key="category",
        brief=True,
        expects=Expects.CHOICE,
        options=(Option("none"), *(Option(key) for key in CATEGORIES)),
        when=HELD,
        usual="none",
        group="difficulty",
        stop="none",
        told_in="words",
    ),
    Question(key="words", expects=Expects.TEXT, group="difficulty"),
    Question(
        key="level",
        expects=Expects.CHOICE,
        options=tuple(Option(key) for key in LEVELS),
        group="difficulty",
    ),
)

_EXTRAS = (
    Question(
        key="excused",
        expects=Expects.COUNT,
        when=NEVER,
        offered=HELD,
        optional=True,
        check=check_present,
    ),
    Question(
        key="best_practice",
        expects=Expects.TEXT,
        when=NEVER,
        offered=(*HELD, FULL),
        optional=True,
    ),
    Question(key="proposal", expects=Expects.TEXT, when=NEVER, offered=(FULL,), optional=True),
    Question(key="photos", expects=Expects.PHOTOS, when=NEVER, offered=(*HELD, FULL)),
)

REPORT = Form(
    "report",
    1,
    _MEETING + _CONTENT + _EXTRAS,
    hear=hear_answers,
    usual_words={"hamlet": "level-hamlet", "commune": "level-commune"},
)
