"""All pages of the desk, in the order of the menu."""

from desk.attendance import ATTENDANCE
from desk.changes import CHANGES
from desk.chapters import CHAPTER, CHAPTERS
from desk.confirm import CONFIRM
from desk.contrasts import CONTRASTS
from desk.difficulties import CASE_PHOTO, DIFFICULTIES, DIFFICULTY
from desk.digests import DIGEST, DIGESTS
from desk.directory import DIRECTORY, INVITATIONS, RECENT
from desk.documents import DOCUMENT, DOCUMENT_FILE, DOCUMENTS
from desk.exemplars import EXEMPLAR, EXEMPLARS
from desk.exports import EXPORT_FILE, EXPORTS
from desk.figures import FIGURES
from desk.help import HELP
from desk.imports import IMPORT
from desk.journal import JOURNAL
from desk.missing import MISSING
from desk.overview import OVERVIEW
from desk.page import Page
from desk.pauses import PAUSES
from desk.person import PERSON
from desk.questions import QUESTIONS
from desk.reform import REFORM
from desk.report import MINUTES, PHOTO, REPORT
from desk.reports import REPORTS
from desk.search import SEARCH
from desk.seat import SEAT
from desk.sessions import SESSIONS
from desk.surveys import SURVEY, SURVEYS
from desk.targets import TARGETS
from desk.terms import TERMS
from desk.tokens import TOKENS
from desk.topics import TOPIC, TOPICS
from desk.unit import UNIT
from desk.ways import WAYS

PAGES: tuple[Page, ...] = (
    OVERVIEW,
    MISSING,
    REPORTS,
    REPORT,
    PHOTO,
    MINUTES,
    CHAPTERS,
    CHAPTER,
    DIFFICULTIES,
    DIFFICULTY,
    CASE_PHOTO,
    TOPICS,
    TOPIC,
    EXEMPLARS,
    EXEMPLAR,
    QUESTIONS,
    SURVEYS,
    SURVEY,
    SEARCH,
    DOCUMENTS,
    DOCUMENT,
    DOCUMENT_FILE,
    EXPORTS,
    EXPORT_FILE,
    FIGURES,
    TARGETS,
    ATTENDANCE,
    CONTRASTS,
    DIGESTS,
    DIGEST,
    CHANGES,
    CONFIRM,
    DIRECTORY,
    UNIT,
    SEAT,
    PERSON,
    INVITATIONS,
    PAUSES,
    REFORM,
    IMPORT,
    TERMS,
    RECENT,
    JOURNAL,
    WAYS,
    TOKENS,
    HELP,
    SESSIONS,
)
