"""The HTML frames of the desk, with what they need to write numbers, shares and days."""

from functools import partial
from pathlib import Path
from typing import Any

from markupsafe import Markup

from domain.questionnaires.answers import write_decimal
from domain.reporting_span import Span
from operations.wording import day_words
from texts import label
from texts.numbers import count, percent
from web.static_files import compute_version, open_frames

STATIC = Path(__file__).parent / "static"
VERSION = compute_version(STATIC)
_FRAMES = open_frames(Path(__file__).parent / "templates")
_FRAMES.filters["day"] = day_words
_FRAMES.filters["number"] = write_decimal
_FRAMES.filters["rich"] = lambda text: Markup(text.replace("\n", "<br>"))  # noqa: S704 - ours
_FRAMES.filters["begin"] = lambda text: text[:1].upper() + text[1:]


def draw(frame: str, language: str, root: str, **values: Any) -> str:  # noqa: ANN401 - any value
    """Returns a page as HTML; what is put into it is escaped.

    `word` gives a text of the desk, `say` any other, `share` a part of a whole in per cent ("" of
    nothing).
    """
    return _FRAMES.get_template(frame).render(
        language=language,
        root=root,
        static=f"{root}static/{VERSION}",
        word=partial(_word, language),
        say=partial(_say, language),
        share=partial(_share, language),
        span_words=partial(_span_words, language),
        count=partial(_count, language),
        **values,
    )


def _word(language: str, key: str, /, **args: str | int) -> str:
    return label(f"desk-{key}", language, **args)


def _say(language: str, key: str, /, **args: str | int) -> str:
    return label(key, language, **args)


def _share(language: str, part: int, whole: int) -> str:
    return percent(part, whole, language) if whole else ""


def _count(language: str, number: int) -> str:
    return count(number, language)


def _span_words(language: str, span: Span) -> str:
    return label(f"span-{span.months}", language, number=span.number, year=span.year)
