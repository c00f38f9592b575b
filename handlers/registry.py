"""All conversation handlers, in the order in which their commands are tried."""

from collections.abc import Sequence

from handlers.cadres.attendance import AttendanceHandler
from handlers.cadres.attendance_statistics import TurnoutHandler
from handlers.cadres.board import BoardHandler
from handlers.cadres.calendar_link import CalendarLinkHandler
from handlers.cadres.discrepancies import ContrastsHandler
from handlers.cadres.duties import DutiesHandler
from handlers.cadres.grading import GradeHandler
from handlers.cadres.nudge import NudgeHandler
from handlers.cadres.rates import RatesHandler
from handlers.cadres.schedule import ScheduleHandler
from handlers.cadres.visit import VisitHandler
from handlers.cadres.visit_plan import VisitPlanHandler
from handlers.cadres.year_grade import YearGradeHandler
from handlers.cancel import CancelHandler
from handlers.cases.case import CaseHandler
from handlers.cases.figures import CaseFiguresHandler
from handlers.cases.own_case import OwnCaseHandler
from handlers.digest_channels import DigestChannelsHandler
from handlers.directory.appoint import AppointHandler
from handlers.directory.change import ChangeHandler
from handlers.directory.directory import DirectoryHandler
from handlers.directory.free_days import FreeDaysHandler
from handlers.directory.journal import JournalHandler
from handlers.directory.kinds import KindsHandler
from handlers.directory.pause import PauseHandler
from handlers.directory.workbook import WorkbookHandler
from handlers.documents.document import DocumentHandler
from handlers.exemplars.exemplar import ExemplarHandler
from handlers.exemplars.introduce import IntroduceHandler
from handlers.exemplars.trial import TrialHandler
from handlers.exports.export import ExportHandler
from handlers.figures.confirm import ConfirmHandler
from handlers.figures.counters import CountersHandler
from handlers.figures.digest import DigestHandler
from handlers.figures.event import EventHandler
from handlers.figures.overview import OverviewHandler
from handlers.figures.targets import TargetsHandler
from handlers.groups import GroupsHandler
from handlers.handler import Handler, Registry
from handlers.health import HealthHandler
from handlers.help import HelpHandler
from handlers.menu import MenuHandler
from handlers.people.desk import DeskHandler
from handlers.people.email import EmailHandler
from handlers.people.enrolment import EnrolmentHandler
from handlers.people.invite import InviteHandler
from handlers.people.language import LanguageHandler
from handlers.people.lost_phone import LostPhoneHandler
from handlers.people.news import NewsHandler
from handlers.people.practice import PracticeHandler
from handlers.people.privacy import PrivacyHandler
from handlers.people.settings import SettingsHandler
from handlers.people.sms import SmsHandler
from handlers.people.weblink import WebLinkHandler
from handlers.people.withdrawal import WithdrawalHandler
from handlers.questionnaires.answer import AnswerHandler
from handlers.questionnaires.survey import SurveyHandler
from handlers.reports.extra import ExtraHandler
from handlers.reports.filled import FilledHandler
from handlers.reports.history import HistoryHandler
from handlers.reports.late_file import LateFileHandler
from handlers.reports.reopen import ReopenHandler
from handlers.reports.report import ReportHandler
from handlers.reports.review import ReviewHandler
from handlers.reports.search import SearchHandler
from handlers.reports.status import StatusHandler
from handlers.reports.told import ToldHandler
from handlers.reports.typed import TypedHandler
from handlers.tasks import list_first
from handlers.topics.enquire import EnquireHandler
from handlers.topics.messages import MessagesHandler
from handlers.topics.topic import TopicHandler
from operations.codes import RandomBytes
from operations.messaging.phone_lines import SmsRules
from operations.people.mailboxes import MailRules
from operations.turn import Turn
from texts import LANGUAGES, label


def build_handlers(
    *,
    public_url: str,
    random_bytes: RandomBytes,
    mail: MailRules | None = None,
    sms: SmsRules | None = None,
) -> Registry:
    """Returns the handlers; without a `public_url` there is no web page to link to.

    Without rules of `mail` there is no e-mail, without those of `sms` no text message.
    """
    has_page = bool(public_url)
    menu = MenuHandler(has_page=has_page)
    enrolment = EnrolmentHandler(menu, public_url=public_url)
    report, attendance = ReportHandler(), AttendanceHandler()
    handlers: tuple[Handler, ...] = (
        # Ways out and help come first: no other task's words may ever hide them.
        CancelHandler(),
        HelpHandler((report, attendance), has_page=has_page),
        menu,
        report,
        ToldHandler(report),
        LateFileHandler(report),
        FilledHandler(),
        ExtraHandler(report),
        HistoryHandler(),
        StatusHandler(),
        NewsHandler(),
        attendance,
        ScheduleHandler(),
        *_at_work(),
        DirectoryHandler(),
        SearchHandler(),
        WorkbookHandler(),
        KindsHandler(),
        AppointHandler(),
        ChangeHandler(),
        InviteHandler(public_url, random_bytes),
        DigestChannelsHandler(),
        LostPhoneHandler(),
        JournalHandler(),
        ReopenHandler(),
        PracticeHandler(),
        HealthHandler(),
        PrivacyHandler(),
        WithdrawalHandler(),
        WebLinkHandler(public_url, random_bytes),
        DeskHandler(public_url, random_bytes),
        CalendarLinkHandler(public_url, random_bytes),
        SettingsHandler(has_email=mail is not None, has_sms=sms is not None),
        EmailHandler(mail),
        SmsHandler(sms),
        LanguageHandler(menu),
        # Its command "/start" is for newcomers; who is known comes to the menu by it.
        enrolment,
    )
    return Registry(handlers=handlers, enrolment=enrolment, groups=GroupsHandler(), home=menu)


def _at_work() -> tuple[Handler, ...]:
    """Returns the tasks between chapters, cadres and staff that need nothing from outside."""
    return (
        GradeHandler(),
        ReviewHandler(),
        TopicHandler(),
        EnquireHandler(),
        MessagesHandler(),
        YearGradeHandler(),
        VisitHandler(),
        VisitPlanHandler(),
        DutiesHandler(),
        TurnoutHandler(),
        ContrastsHandler(),
        BoardHandler(),
        NudgeHandler(),
        TypedHandler(),
        OverviewHandler(),
        ConfirmHandler(),
        DigestHandler(),
        CaseHandler(),
        OwnCaseHandler(),
        CaseFiguresHandler(),
        RatesHandler(),
        TargetsHandler(),
        FreeDaysHandler(),
        PauseHandler(),
        ExemplarHandler(),
        TrialHandler(),
        IntroduceHandler(),
        EventHandler(),
        CountersHandler(),
        AnswerHandler(),
        SurveyHandler(),
        DocumentHandler(),
        ExportHandler(),
    )


_FOR_EVERYBODY = ("menu", "help")
# More is not read on a small phone; the rest is behind "/menu" and "/trogiup".
_MOST_COMMANDS = 8
# One command shows difficulties to all: to a leader their own, to others those on their desk.
_FOR_ALL_POSTS = {"case": "owncase"}


def list_commands(registry: Registry) -> dict[str, tuple[tuple[str, str], ...]]:
    """Returns the commands shown to who is not known, by language; "" is Vietnamese, for all."""
    return {
        "" if language == "vi" else language: _described(registry, _FOR_EVERYBODY, language)
        for language in LANGUAGES
    }


def list_own_commands(registry: Registry, turn: Turn) -> tuple[tuple[str, str], ...]:
    """Returns the commands, (name, description), that somebody's posts give, the usual first."""
    tasks = dict.fromkeys(_FOR_ALL_POSTS.get(name, name) for name in list_first(turn))
    shown = [*tasks][: _MOST_COMMANDS - len(_FOR_EVERYBODY)]
    return _described(registry, (*shown, *_FOR_EVERYBODY), turn.language)


def _described(
    registry: Registry, names: Sequence[str], language: str
) -> tuple[tuple[str, str], ...]:
    found = [handler for name in names if (handler := registry.named(name))]
    return tuple(
        (
            _name_in(handler.command, language),
            label(f"command-{handler.name}-description", language),
        )
        for handler in found
    )


def _name_in(command: str, language: str) -> str:
    """Returns what a command is called: the Vietnamese name comes first, the English one last."""
    names = command.split("|")
    return names[0] if language == "vi" else names[-1]
