"""How long the rows of each table are kept: every table has its line here.

`tests/storage/test_terms.py` walks the schema, so that a new table needs one.
"""

from collections.abc import Mapping
from enum import StrEnum

from sqlalchemy import Table

from storage.tables import (
    api,
    cadres,
    cases,
    directory,
    figures,
    grading,
    history,
    mail,
    meetings,
    official,
    programmes,
    questionnaires,
    workbook,
)


class Stays(StrEnum):
    """Why rows have no number of days."""

    DIRECTORY = "as long as the place, the chapter or the person is in the directory"
    RECORD = "as a chapter's record, without the names that an erasure takes out"
    PERSON = "until the person changes it, withdraws or is erased"
    RULE = "until the office sets something else"
    PASSING = "for hours or days, purged by what wrote it"


# Of some rows only the words go, of others the row; see `storage.maintenance.retention`.
TERMS: Mapping[Table, Stays | tuple[str, ...]] = {
    directory.area: Stays.DIRECTORY,
    directory.chapter_kind: Stays.DIRECTORY,
    directory.chapter: Stays.DIRECTORY,
    directory.person: Stays.DIRECTORY,
    directory.post: Stays.DIRECTORY,
    history.area_past: Stays.DIRECTORY,
    history.chapter_past: Stays.DIRECTORY,
    history.area_successor: Stays.DIRECTORY,
    history.chapter_successor: Stays.DIRECTORY,
    history.expectation: Stays.RECORD,
    history.pause: ("pauses",),
    directory.conversation: ("accounts",),
    directory.address: ("accounts",),
    directory.change: Stays.PASSING,
    directory.invitation: ("invitations",),
    directory.wrong_code: Stays.PASSING,
    directory.consent: ("consents",),
    directory.privacy_request: ("requests",),
    directory.wanted_name: ("names",),
    directory.erasure: ("erasures",),
    directory.holiday: Stays.RULE,
    directory.setting: Stays.RULE,
    directory.audit: ("journal",),
    api.api_token: ("tokens",),
    cadres.duty: Stays.RULE,
    cadres.calendar_link: Stays.PERSON,
    cadres.preference: Stays.PERSON,
    mail.mailbox: Stays.PERSON,
    mail.push_device: Stays.PERSON,
    cadres.news: ("news",),
    cadres.nudge: ("nudges",),
    cadres.enquiry: ("enquiries",),
    cadres.enquiry_file: ("enquiries",),
    cases.difficulty_term: Stays.RULE,
    cases.difficulty_file: Stays.RECORD,
    figures.closed_figures: Stays.RECORD,
    figures.closed_below: Stays.RECORD,
    figures.summed_month: Stays.PASSING,
    figures.month_confirmation: Stays.RECORD,
    grading.score_table: Stays.RULE,
    grading.rating_scale: Stays.RULE,
    grading.meeting_grade: ("reasons",),
    grading.year_grade: Stays.RECORD,
    grading.report_review: ("returns",),
    mail.inbox: ("inbox", "strangers", "aside"),
    mail.outbox: ("outbox",),
    mail.account_usage: Stays.RECORD,
    mail.sms_sent: Stays.RECORD,
    mail.outbox_passed: Stays.PASSING,
    mail.web_message: ("page",),
    mail.web_session: ("sessions",),
    mail.desk_request: Stays.PASSING,
    mail.desk_form: Stays.PASSING,
    mail.draft: ("drafts",),
    mail.task: ("tasks",),
    mail.lease: Stays.PASSING,
    meetings.meeting: Stays.RECORD,
    meetings.report: Stays.RECORD,
    meetings.report_revision: Stays.RECORD,
    meetings.attendance: Stays.RECORD,
    meetings.topic: Stays.RECORD,
    meetings.topic_chapter: Stays.RECORD,
    meetings.topic_file: ("topics",),
    meetings.topic_opening: Stays.RECORD,
    meetings.difficulty: Stays.RECORD,
    official.issuer: Stays.RULE,
    official.document: Stays.RECORD,
    meetings.difficulty_event: Stays.RECORD,
    meetings.attachment: ("photos", "documents", "unattached"),
    meetings.digest_target: Stays.RULE,
    meetings.digest_post: Stays.RECORD,
    programmes.exemplar: ("exemplars",),
    programmes.exemplar_copy: Stays.RECORD,
    programmes.exemplar_pick: Stays.RECORD,
    programmes.chapter_event: ("events",),
    programmes.programme: Stays.RULE,
    programmes.programme_area: Stays.RULE,
    programmes.target: Stays.RULE,
    programmes.counter_kind: Stays.RULE,
    programmes.counter: ("counters",),
    questionnaires.questionnaire: Stays.RECORD,
    questionnaires.questionnaire_version: Stays.RECORD,
    questionnaires.questionnaire_chapter: Stays.RECORD,
    questionnaires.questionnaire_kind: Stays.RECORD,
    questionnaires.questionnaire_draft: Stays.PASSING,
    questionnaires.questionnaire_response: Stays.RECORD,
    questionnaires.questionnaire_answer: Stays.RECORD,
    workbook.directory_import: ("imports",),
    workbook.directory_import_part: ("imports",),
}


def list_staying() -> dict[str, list[str]]:
    """Returns for each reason to keep rows without a number of days the names of the tables."""
    found: dict[str, list[str]] = {}
    for table, term in TERMS.items():
        if isinstance(term, Stays):
            found.setdefault(term.value, []).append(table.name)
    return found
