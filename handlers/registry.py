"""All conversation handlers, in the order in which their commands are tried."""

from handlers.appoint import AppointHandler
from handlers.attendance import AttendanceHandler
from handlers.board import BoardHandler
from handlers.calendar_link import CalendarLinkHandler
from handlers.cancel import CancelHandler
from handlers.case import CaseHandler
from handlers.case_figures import CaseFiguresHandler
from handlers.change import ChangeHandler
from handlers.contrasts import ContrastsHandler
from handlers.counters import CountersHandler
from handlers.directory import DirectoryHandler
from handlers.duties import DutiesHandler
from handlers.enquire import EnquireHandler
from handlers.enrolment import EnrolmentHandler
from handlers.event import EventHandler
from handlers.exemplar import ExemplarHandler
from handlers.extra import ExtraHandler
from handlers.free_days import FreeDaysHandler
from handlers.grading import GradeHandler
from handlers.groups import GroupsHandler
from handlers.handler import Handler, Registry
from handlers.health import HealthHandler
from handlers.help import HelpHandler
from handlers.history import HistoryHandler
from handlers.introduce import IntroduceHandler
from handlers.invite import InviteHandler
from handlers.journal import JournalHandler
from handlers.kinds import KindsHandler
from handlers.language import LanguageHandler
from handlers.lost_phone import LostPhoneHandler
from handlers.menu import MenuHandler
from handlers.messages import MessagesHandler
from handlers.news import NewsHandler
from handlers.nudge import NudgeHandler
from handlers.overview import OverviewHandler
from handlers.own_case import OwnCaseHandler
from handlers.pause import PauseHandler
from handlers.practice import PracticeHandler
from handlers.privacy import PrivacyHandler
from handlers.rates import RatesHandler
from handlers.reopen import ReopenHandler
from handlers.report import ReportHandler
from handlers.review import ReviewHandler
from handlers.schedule import ScheduleHandler
from handlers.settings import SettingsHandler
from handlers.status import StatusHandler
from handlers.targets import TargetsHandler
from handlers.topic import TopicHandler
from handlers.trial import TrialHandler
from handlers.turnout import TurnoutHandler
from handlers.typed import TypedHandler
from handlers.visit import VisitHandler
from handlers.visit_plan import VisitPlanHandler
from handlers.weblink import WebLinkHandler
from handlers.withdrawal import WithdrawalHandler
from handlers.workbook import WorkbookHandler
from handlers.year_grade import YearGradeHandler
from operations.invitations import RandomBytes
from texts import LANGUAGES, label


def build_handlers(*, public_url: str, random_bytes: RandomBytes) -> Registry:
    """Returns the handlers; without a `public_url` there is no web page to link to."""
    has_page = bool(public_url)
    menu = MenuHandler(has_page=has_page)
    enrolment = EnrolmentHandler(menu)
    report, attendance = ReportHandler(), AttendanceHandler()
    handlers: tuple[Handler, ...] = (
        # Ways out and help come first: no other task's words may ever hide them.
        CancelHandler(),
        HelpHandler((report, attendance), has_page=has_page),
        menu,
        report,
        ExtraHandler(report),
        HistoryHandler(),
        StatusHandler(),
        NewsHandler(),
        attendance,
        ScheduleHandler(),
        *_at_work(),
        DirectoryHandler(),
        WorkbookHandler(),
        KindsHandler(),
        AppointHandler(),
        ChangeHandler(),
        InviteHandler(public_url, random_bytes),
        LostPhoneHandler(),
        JournalHandler(),
        ReopenHandler(),
        PracticeHandler(),
        HealthHandler(),
        PrivacyHandler(),
        WithdrawalHandler(),
        WebLinkHandler(public_url, random_bytes),
        CalendarLinkHandler(public_url, random_bytes),
        SettingsHandler(),
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
    )


def list_commands(registry: Registry) -> dict[str, list[tuple[str, str]]]:
    """Returns the command menu, (name, description) by language; "" is Vietnamese, for all."""
    listed = [one for one in registry.handlers if one.command and one is not registry.enrolment]
    return {
        "" if language == "vi" else language: [
            (one.command.partition("|")[0], label(f"command-{one.name}-description", language))
            for one in listed
        ]
        for language in LANGUAGES
    }
