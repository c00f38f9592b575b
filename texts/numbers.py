"""Numbers as a language writes them: "1.234", "88,5%"."""

from domain.figures import share

_VIETNAMESE = str.maketrans(",.", ".,")


def decimal(value: float, language: str, *, digits: int = 1) -> str:
    """Returns a number, its thousands apart, with its decimals if it has any."""
    written = f"{value:,.{digits}f}"
    written = written.rstrip("0").rstrip(".") if "." in written else written
    return written.translate(_VIETNAMESE) if language == "vi" else written


def percent(part: int, whole: int, language: str) -> str:
    """Returns a share with one decimal, a dash of nothing."""
    tenths = share(part, whole)
    return "–" if tenths is None else f"{decimal(tenths / 10, language)}%"


def count(number: int, language: str) -> str:
    """Returns a number with its thousands apart."""
    return decimal(number, language)
