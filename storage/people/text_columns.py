"""Every text column of the schema, and what an erasure does with it (decision 21).

A new column needs a line here: `tests/storage/test_text_columns.py` walks the schema.
"""

from collections.abc import Mapping
from dataclasses import dataclass
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


class Holds(StrEnum):
    """What a text column holds.

    WORDS were written by or about people, and names in them are replaced; STORED are words in
    JSON kept as text. OWN goes or is emptied with the person or the account whose row it is.
    PLACES are names of places, kinds and the like; TECHNICAL are keys, states and hashes.
    """

    WORDS = "words"
    STORED = "stored"
    OWN = "own"
    PLACES = "places"
    TECHNICAL = "technical"


class By(StrEnum):
    """By which column a row with words belongs to chapters, places or people."""

    CHAPTER = "chapter_id"
    MEETING = "meeting_id"
    REPORT = "report_id"
    DIFFICULTY = "difficulty_id"
    EXEMPLAR = "exemplar_id"
    QUESTIONNAIRE = "questionnaire_id"
    AREA = "area_id"
    PERSON = "person_id"
    ADDRESS = "address_id"
    # The row is the chapter itself.
    ITSELF = "id"
    # Names are on their way into the whole directory.
    EVERYWHERE = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """The text columns of one table by what they hold, and how rows with words belong."""

    holds: Mapping[str, Holds]
    by: tuple[By, ...] = ()


def _columns(
    *by: By,
    words: str = "",
    stored: str = "",
    own: str = "",
    places: str = "",
    technical: str = "",
) -> Columns:
    holds: dict[str, Holds] = {}
    for kind, names in (
        (Holds.WORDS, words),
        (Holds.STORED, stored),
        (Holds.OWN, own),
        (Holds.PLACES, places),
        (Holds.TECHNICAL, technical),
    ):
        holds |= dict.fromkeys(names.split(), kind)
    return Columns(holds, by)


COLUMNS: Mapping[Table, Columns] = {
    directory.area: _columns(technical="path level code", places="name search_key"),
    directory.chapter_kind: _columns(
        technical="code rule shift recording", places="name association words"
    ),
    directory.chapter: _columns(
        By.ITSELF, words="place", technical="rule shift start_time", places="name search_key"
    ),
    directory.person: _columns(own="name search_key address_form phone", technical="language"),
    directory.conversation: _columns(
        By.PERSON, words="state prompt practice", technical="handler prompt_id tail"
    ),
    directory.address: _columns(own="chat user title", technical="channel account"),
    directory.post: _columns(technical="role", places="association"),
    directory.change: _columns(By.CHAPTER, words="before after", technical="what"),
    directory.invitation: _columns(technical="code_hash"),
    directory.wrong_code: _columns(own="source"),
    directory.consent: _columns(technical="version language"),
    directory.privacy_request: _columns(technical="kind state"),
    directory.wanted_name: _columns(own="name"),
    directory.erasure: _columns(technical="person_hash"),
    directory.holiday: _columns(places="name"),
    directory.setting: _columns(technical="key value"),
    directory.audit: _columns(
        By.CHAPTER, By.AREA, By.PERSON, words="before after note", technical="action subject"
    ),
    api.api_token: _columns(
        By.AREA, words="name", technical="token_hash classes", places="association"
    ),
    cadres.duty: _columns(technical="per"),
    cadres.calendar_link: _columns(technical="token_hash"),
    cadres.preference: _columns(technical="bundle_at urgent way"),
    cadres.news: _columns(
        By.PERSON, words="args", technical="section key command label_key dedupe_key"
    ),
    cadres.enquiry: _columns(By.CHAPTER, words="text answer"),
    cases.difficulty_term: _columns(technical="level"),
    # Counts, under the titles of topics and the names of categories.
    figures.closed_figures: _columns(technical="month", places="told"),
    figures.closed_below: _columns(technical="month"),
    figures.summed_month: _columns(technical="month"),
    figures.month_confirmation: _columns(technical="month"),
    grading.score_table: _columns(technical="code", places="name parts grades"),
    grading.meeting_grade: _columns(By.MEETING, words="reason", technical="source points grade"),
    grading.rating_scale: _columns(technical="rule", places="association name levels"),
    grading.year_grade: _columns(By.CHAPTER, words="reason", technical="computed level"),
    grading.report_review: _columns(By.REPORT, words="reason", technical="action step"),
    history.area_past: _columns(technical="path level code", places="name"),
    history.chapter_past: _columns(places="name"),
    history.pause: _columns(By.CHAPTER, By.AREA, By.PERSON, words="reason"),
    history.expectation: _columns(technical="month reason"),
    mail.inbox: _columns(
        By.ADDRESS,
        stored="raw inbound",
        technical="channel account external_id state error reference",
    ),
    mail.outbox: _columns(
        By.ADDRESS,
        words="message",
        technical="dedupe_key subject prompt_id state error message_id",
    ),
    mail.account_usage: _columns(technical="channel account month"),
    mail.sms_sent: _columns(technical="gateway_id month state"),
    mail.outbox_passed: _columns(),
    mail.mailbox: _columns(technical="wishes code_hash"),
    # Deleted with the session, the device or the person.
    mail.push_device: _columns(own="endpoint", technical="token_hash p256dh auth"),
    mail.web_message: _columns(By.ADDRESS, words="message", technical="key author"),
    mail.web_session: _columns(technical="token_hash kind device"),
    mail.desk_request: _columns(technical="code_hash secret_hash network device"),
    mail.desk_form: _columns(technical="id way"),
    mail.draft: _columns(By.PERSON, By.MEETING, words="state", technical="form"),
    mail.task: _columns(technical="kind payload state error"),
    mail.lease: _columns(technical="name owner"),
    meetings.meeting: _columns(
        By.CHAPTER, words="place", technical="type period start_time state reason"
    ),
    meetings.report: _columns(
        By.MEETING, words="topic_text answers", technical="number role state cadre_present"
    ),
    meetings.report_revision: _columns(By.REPORT, words="answers"),
    meetings.attendance: _columns(technical="planned state leader_word"),
    meetings.topic: _columns(
        By.AREA,
        words="title guidance questions dialogue",
        technical="period",
        places="association",
    ),
    meetings.difficulty: _columns(By.CHAPTER, words="text", technical="category level state"),
    meetings.difficulty_event: _columns(By.DIFFICULTY, words="note", technical="action"),
    meetings.attachment: _columns(
        By.ADDRESS,
        By.REPORT,
        words="name heard",
        technical="kind source mime sha256 original_sha256 taken state reason",
    ),
    meetings.digest_target: _columns(technical="language"),
    meetings.digest_post: _columns(technical="kind period figures"),
    official.issuer: _columns(
        By.AREA,
        words="signer recipients",
        technical="profile",
        places="association superior name code seat authority title filed",
    ),
    official.document: _columns(
        By.AREA,
        words="facts edits",
        technical="kind period state type_code",
        places="association",
    ),
    programmes.exemplar: _columns(
        By.CHAPTER,
        words="name aim content progress lead result recognised_by",
        technical="field state",
    ),
    programmes.exemplar_copy: _columns(By.CHAPTER, words="result", technical="state"),
    programmes.exemplar_pick: _columns(technical="month"),
    programmes.chapter_event: _columns(By.CHAPTER, words="note", technical="kind"),
    programmes.programme: _columns(technical="code", places="name"),
    programmes.target: _columns(technical="indicator period sense"),
    programmes.counter_kind: _columns(technical="code unit", places="name association"),
    programmes.counter: _columns(technical="period before"),
    questionnaires.questionnaire: _columns(
        By.AREA, words="title", technical="purpose", places="association"
    ),
    questionnaires.questionnaire_version: _columns(By.QUESTIONNAIRE, words="sheets"),
    questionnaires.questionnaire_draft: _columns(By.PERSON, By.CHAPTER, words="state"),
    questionnaires.questionnaire_answer: _columns(
        By.CHAPTER, words="words", technical="question clock choice"
    ),
    workbook.directory_import: _columns(technical="state fingerprint counts"),
    workbook.directory_import_part: _columns(
        By.EVERYWHERE, words="rows", technical="sheet action ids"
    ),
}
