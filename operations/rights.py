"""Which role may do what, and how far: the table that all decisions are read from."""

from collections.abc import Mapping
from enum import StrEnum

from domain.people import Role


class Right(StrEnum):
    """What somebody may do with a chapter, with a place, or with a person there."""

    SEE_REPORTS = "see_reports"
    SEND_REPORT = "send_report"
    ADD_MEETING = "add_meeting"
    REVIEW_REPORT = "review_report"
    GRADE = "grade"
    GRADE_YEAR = "grade_year"
    GIVE_COUNTERS = "give_counters"
    SEE_OVERVIEW = "see_overview"
    SEE_RATES = "see_rates"
    SEE_JOURNAL = "see_journal"
    INVITE = "invite"
    CUT_OFF = "cut_off"
    MANAGE = "manage"
    BIND_CHANNEL = "bind_channel"
    REOPEN_PERIOD = "reopen_period"
    TEND_CASES = "tend_cases"
    SEE_CASE_FIGURES = "see_case_figures"
    ERASE_PERSON = "erase_person"
    SET_DUTY = "set_duty"
    SEE_TURNOUT = "see_turnout"
    SEE_CONTRASTS = "see_contrasts"
    KEEP_EXEMPLAR = "keep_exemplar"
    REGISTER_EXEMPLAR = "register_exemplar"
    RECOGNISE_EXEMPLAR = "recognise_exemplar"
    TRY_EXEMPLAR = "try_exemplar"
    INTRODUCE_EXEMPLAR = "introduce_exemplar"
    ISSUE_TOPIC = "issue_topic"
    ASK_CHAPTERS = "ask_chapters"
    NOTE_EVENT = "note_event"
    ANSWER_ENQUIRY = "answer_enquiry"
    NUDGE = "nudge"
    SEND_REPORT_FOR = "send_report_for"
    MAKE_DOCUMENT = "make_document"
    EXPORT = "export"
    CONFIRM_MONTH = "confirm_month"
    GIVE_TOKEN = "give_token"  # noqa: S105 - the name of a right


class Relation(StrEnum):
    """Where a thing lies, seen from the post of whoever wants to do something with it."""

    OWN = "own"
    BELOW = "below"
    NEIGHBOUR = "neighbour"
    ABOVE = "above"
    OTHER_ASSOCIATION = "other_association"


_HERE = frozenset({Relation.OWN})
_DOWN = frozenset({Relation.OWN, Relation.BELOW})

Reaches = Mapping[Role, frozenset[Relation]]

# A post for a place reaches all that lies below it; whoever is not named may not at all.
# Nothing ever reaches a neighbour, upwards, or what belongs to another association.
RIGHTS: Mapping[Right, Reaches] = {
    Right.SEE_REPORTS: {
        Role.LEADER: _HERE,
        Role.DEPUTY: _HERE,
        Role.CADRE: _DOWN,
        Role.STAFF: _DOWN,
        Role.READER: _DOWN,
        Role.ADMINISTRATOR: _DOWN,
    },
    Right.SEND_REPORT: {Role.LEADER: _HERE, Role.DEPUTY: _HERE},
    Right.ADD_MEETING: {Role.LEADER: _HERE, Role.DEPUTY: _HERE},
    Right.REVIEW_REPORT: {Role.CADRE: _DOWN, Role.STAFF: _DOWN},
    Right.GRADE: {Role.CADRE: _DOWN, Role.STAFF: _DOWN},
    Right.GRADE_YEAR: {Role.STAFF: _DOWN},
    Right.GIVE_COUNTERS: {Role.LEADER: _HERE, Role.DEPUTY: _HERE},
    Right.SEE_OVERVIEW: {Role.STAFF: _DOWN, Role.READER: _DOWN, Role.ADMINISTRATOR: _DOWN},
    Right.SEE_RATES: {
        Role.CADRE: _DOWN,
        Role.STAFF: _DOWN,
        Role.READER: _DOWN,
        Role.ADMINISTRATOR: _DOWN,
    },
    Right.SEE_JOURNAL: {Role.CADRE: _DOWN, Role.STAFF: _DOWN, Role.ADMINISTRATOR: _DOWN},
    Right.INVITE: {Role.CADRE: _DOWN, Role.STAFF: _DOWN, Role.ADMINISTRATOR: _DOWN},
    Right.CUT_OFF: {Role.CADRE: _DOWN, Role.STAFF: _DOWN, Role.ADMINISTRATOR: _DOWN},
    Right.MANAGE: {Role.STAFF: _DOWN, Role.ADMINISTRATOR: _DOWN},
    Right.BIND_CHANNEL: {Role.STAFF: _DOWN, Role.ADMINISTRATOR: _DOWN},
    Right.REOPEN_PERIOD: {Role.STAFF: _DOWN},
    Right.TEND_CASES: {Role.CADRE: _DOWN, Role.STAFF: _DOWN},
    Right.SEE_CASE_FIGURES: {
        Role.CADRE: _DOWN,
        Role.STAFF: _DOWN,
        Role.READER: _DOWN,
        Role.ADMINISTRATOR: _DOWN,
    },
    Right.ERASE_PERSON: {Role.STAFF: _DOWN, Role.ADMINISTRATOR: _DOWN},
    Right.SET_DUTY: {Role.STAFF: _DOWN, Role.ADMINISTRATOR: _DOWN},
    Right.SEE_TURNOUT: {Role.STAFF: _DOWN, Role.READER: _DOWN, Role.ADMINISTRATOR: _DOWN},
    Right.SEE_CONTRASTS: {Role.STAFF: _DOWN, Role.ADMINISTRATOR: _DOWN},
    Right.KEEP_EXEMPLAR: {
        Role.LEADER: _HERE,
        Role.DEPUTY: _HERE,
        Role.CADRE: _DOWN,
        Role.STAFF: _DOWN,
    },
    Right.REGISTER_EXEMPLAR: {Role.CADRE: _DOWN, Role.STAFF: _DOWN},
    Right.RECOGNISE_EXEMPLAR: {Role.STAFF: _DOWN},
    Right.TRY_EXEMPLAR: {Role.LEADER: _HERE, Role.DEPUTY: _HERE},
    Right.INTRODUCE_EXEMPLAR: {Role.STAFF: _DOWN},
    Right.ISSUE_TOPIC: {Role.CADRE: _DOWN, Role.STAFF: _DOWN},
    Right.ASK_CHAPTERS: {Role.STAFF: _DOWN},
    Right.NOTE_EVENT: {Role.CADRE: _DOWN, Role.STAFF: _DOWN},
    Right.ANSWER_ENQUIRY: {Role.CADRE: _DOWN, Role.STAFF: _DOWN},
    Right.NUDGE: {Role.CADRE: _DOWN, Role.STAFF: _DOWN},
    Right.SEND_REPORT_FOR: {Role.CADRE: _DOWN, Role.STAFF: _DOWN},
    Right.MAKE_DOCUMENT: {Role.STAFF: _DOWN},
    Right.EXPORT: {Role.STAFF: _DOWN, Role.READER: _DOWN, Role.ADMINISTRATOR: _DOWN},
    Right.CONFIRM_MONTH: {Role.STAFF: _HERE},
    Right.GIVE_TOKEN: {Role.STAFF: _DOWN, Role.ADMINISTRATOR: _DOWN},
}


def roles_with(right: Right) -> frozenset[Role]:
    """Returns the roles that have a right at all."""
    return frozenset(RIGHTS[right])


def allows(right: Right, role: Role, relation: Relation) -> bool:
    """True when a role's right reaches what lies so."""
    return relation in RIGHTS[right].get(role, frozenset())
