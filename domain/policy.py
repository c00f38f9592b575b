"""What an installation may decide for itself."""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.retention import Retention

_VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The house rules of one installation; areas may have their own days of grace and closing.

    `remind_before_days`, `remind_morning`, `remind_after_days` say when a leader is reminded;
    nothing that the bot starts is sent between `quiet_from` and `quiet_until`. A place has
    `case_days` for a difficulty unless it set a term of its own.
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
    undisturbed: timedelta = timedelta(minutes=30)
    invitation_days: int = 30
    wrong_codes_per_address: int = 5
    wrong_codes_in_all: int = 200
    wrong_codes_window: timedelta = timedelta(hours=1)
    retention: Retention = field(default_factory=Retention)

    def local(self, moment: datetime) -> datetime:
        """Returns a moment in the installation's zone."""
        return moment.astimezone(self.timezone)
