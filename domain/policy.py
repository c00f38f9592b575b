"""What an installation may decide for itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.quota import Quota
from domain.retention import Retention
from domain.text import key

_VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
# By the level's name without marks; who is further from the hamlet decides about more.
_CASE_TERMS = {
    **dict.fromkeys(("ap", "khom", "thon", "khu pho", "to dan pho"), 10),
    **dict.fromkeys(("tinh", "thanh pho"), 30),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The house rules of one installation; areas may have their own days of grace and closing.

    `remind_before_days`, `remind_morning`, `remind_after_days` say when a leader is reminded;
    nothing that the bot starts is sent between `quiet_from` and `quiet_until`. A level has
    `case_terms` days for a difficulty, `case_days` if it is not named there, unless a place set
    a term of its own. Nobody sends more than `files_per_day` or `file_bytes_per_day` in a day.
    `reads` are the kinds of files whose words a program of the operator's reads. `plans` says, by
    messenger, what each account there may use in a month. A repeat of a questionnaire is gone
    through `repeats` times at most.
    """

    timezone: ZoneInfo = _VIETNAM
    language: str = "vi"
    grace_days: int = 5
    closing_day: int = 10
    quiet_from: time = time(21, 0)
    quiet_until: time = time(6, 30)
    remind_before_days: int = 3
    remind_morning: time = time(7, 0)
    remind_after_days: tuple[int, ...] = (2, 5)
    bundle_at: time = time(17, 0)
    digest_at: time = time(7, 30)
    digest_weekday: int = 0
    case_days: int = 15
    case_terms: Mapping[str, int] = field(default_factory=lambda: dict(_CASE_TERMS))
    undisturbed: timedelta = timedelta(minutes=30)
    invitation_days: int = 30
    controller: str = "Ủy ban nhân dân"
    wrong_codes_per_address: int = 5
    wrong_codes_per_network: int = 40
    wrong_codes_in_all: int = 200
    wrong_codes_window: timedelta = timedelta(hours=1)
    files_per_day: int = 100
    file_bytes_per_day: int = 300 * 1024 * 1024
    reads: frozenset[str] = frozenset()
    plans: Mapping[str, Quota] = field(default_factory=dict)
    repeats: int = 20
    retention: Retention = field(default_factory=Retention)

    def case_term(self, level: str) -> int:
        """Returns the days that a level of places has for a difficulty."""
        return self.case_terms.get(key(level), self.case_days)

    def local(self, moment: datetime) -> datetime:
        """Returns a moment in the installation's zone."""
        return moment.astimezone(self.timezone)

    def midnight(self, day: date) -> datetime:
        """Returns the moment at which a day begins in the installation's zone."""
        return datetime.combine(day, time(), self.timezone)

    def bounds(self, first: date, last: date) -> tuple[datetime, datetime]:
        """Returns the moments between which the days from one to another lie."""
        return self.midnight(first), self.midnight(last + timedelta(days=1))

    def day_of(self, moment: datetime) -> date:
        """Returns the day on which a moment falls in the installation's zone."""
        return self.local(moment).date()
