"""Figures in words as official documents write them: "54/61", "88,5%", "2,7 điểm phần trăm"."""

from collections.abc import Iterable, Sequence
from datetime import date

from domain.indicators import Figure, Indicator, is_share
from domain.periodic_facts import Part
from domain.reporting_span import Span
from texts import label
from texts.numbers import count, decimal, percent

# A comment that names more is not read; the annex names them all.
MOST_NUMBERS = 40


def figure_words(figure: Figure, language: str) -> str:
    """Returns "88,5% (54/61)", "12", or a dash where nothing was told."""
    if figure.part is None or figure.whole == 0:
        return "–"
    if figure.whole is None:
        return count(figure.part, language)
    parts = f"{count(figure.part, language)}/{count(figure.whole, language)}"
    return f"{percent(figure.part, figure.whole, language)} ({parts})"


def hundredths_words(indicator: Indicator, value: int, language: str) -> str:
    """Returns a target or a difference: "95%" or "12"."""
    shown = decimal(value / 100, language, digits=2)
    return f"{shown}%" if is_share(indicator) else shown


def span_words(span: Span, language: str) -> str:
    """Returns "tháng 11 năm 2026", "quý IV năm 2026" and the like."""
    return label(f"doc-span-{span.months}", language, number=span.number, year=str(span.year))


def day_words(day: date) -> str:
    """Returns a day as documents write it inside a sentence."""
    return f"{day:%d/%m/%Y}"


def listed(words: Iterable[str], language: str, *, most: int) -> str:
    """Returns words in a row, and how many more there are."""
    found = list(dict.fromkeys(words))
    shown, more = found[:most], len(found) - most
    line = "; ".join(shown)
    return label("doc-and-more", language, line=line, more=more) if more > 0 else line


def part_name(part: Part, language: str) -> str:
    """Returns the name of a part inside a sentence; the place itself has units of its own."""
    name = small(part.name)
    return label("doc-own-units", language, place=name) if part.is_own else name


def small(name: str) -> str:
    """Returns a name as it stands inside a sentence: "Ấp Cái Cối" as "ấp Cái Cối"."""
    return name[:1].lower() + name[1:]


def large(name: str) -> str:
    """Returns a name as it begins a sentence."""
    return name[:1].upper() + name[1:]


def basis_words(numbers: Sequence[str], language: str) -> str:
    """Returns what a sentence rests on: how many reports, and their numbers in order."""
    known = sorted(dict.fromkeys(numbers))
    if not known:
        return label("doc-basis-none", language)
    more = len(known) - MOST_NUMBERS
    named = ", ".join(known[:MOST_NUMBERS])
    if more > 0:
        named = label("doc-basis-more", language, named=named, more=more)
    return label("doc-basis", language, count=len(known), named=named)
