"""The HTML frames of the desk, with what they need to write numbers, shares and days."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from domain.figures import share
from domain.reporting_span import Span
from operations.wording import count_words, day_words
from texts import label
from web.static_files import compute_version, open_frames

STATIC = Path(__file__).parent / "static"
VERSION = compute_version(STATIC)
_FRAMES = open_frames(Path(__file__).parent / "templates")
_FRAMES.filters["number"] = count_words
_FRAMES.filters["day"] = day_words


def draw(frame: str, language: str, root: str, **values: Any) -> str:  # noqa: ANN401 - any value
    """Returns a page as HTML; what is put into it is escaped."""

    def word(key: str, /, **args: str | int) -> str:
        return label(f"desk-{key}", language, **args)

    return _FRAMES.get_template(frame).render(
        language=language,
        root=root,
        static=f"{root}static/{VERSION}",
        word=word,
        percent=_percents(language),
        short_day=_short_day,
        span_words=partial(_span_words, language),
        **values,
    )


def _percents(language: str) -> Callable[[int, int], str]:
    def percent(part: int, whole: int) -> str:
        """A share with one decimal; "" of nothing."""
        tenths = share(part, whole)
        if tenths is None:
            return ""
        text = f"{tenths // 10}.{tenths % 10}%"
        return text.replace(".", ",") if language == "vi" else text

    return percent


def _short_day(day: date) -> str:
    return f"{day:%d/%m}"


def _span_words(language: str, span: Span) -> str:
    return label(f"desk-span-{span.months}", language, number=span.number, year=str(span.year))
