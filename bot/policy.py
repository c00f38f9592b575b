"""The house rules of the installation."""

from zoneinfo import ZoneInfo

from bot.settings import Settings
from domain.policy import Policy
from domain.quota import Quota
from domain.retention import parse_retention


def plan_of(settings: Settings) -> Quota:
    """Returns what the plan of each Zalo bot allows."""
    return Quota(
        messages=settings.zalo_messages,
        people=settings.zalo_people,
        counts_received=settings.zalo_counts == "both",
    )


def build_policy(settings: Settings) -> Policy:
    """Returns the house rules that the settings ask for."""
    return Policy(
        timezone=ZoneInfo(settings.timezone),
        controller=settings.controller,
        language=settings.language,
        retention=parse_retention(settings.keep_days),
        reads=frozenset(settings.file_readers),
        repeats=settings.repeats,
        plans={"zalo": plan_of(settings)},
    )
