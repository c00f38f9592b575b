"""The house rules of the installation."""

from zoneinfo import ZoneInfo

from bot.settings import Settings
from domain.policy import Policy
from domain.retention import parse_retention


def build_policy(settings: Settings) -> Policy:
    """Returns the house rules that the settings ask for."""
    return Policy(
        timezone=ZoneInfo(settings.timezone),
        controller=settings.controller,
        language=settings.language,
        retention=parse_retention(settings.keep_days),
        reads=frozenset(settings.file_readers),
    )
