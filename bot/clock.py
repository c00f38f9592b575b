"""The clock of the installation."""

from datetime import UTC, datetime


def utc_now() -> datetime:
    """Returns the present moment."""
    return datetime.now(UTC)
