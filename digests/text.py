"""A summary as the text that a channel reads: counts only, never one chapter (decision 14)."""

from collections.abc import Iterator, Mapping
from datetime import date

from domain.figures import SMALLEST_CELL, Figures, Summary, rate, showable
from domain.message import Message
from texts import label, render

TOPICS_SHOWN = 5


def render_digest(summary: Summary, language: str) -> Message:
    """Returns the digest of an area's month, to be read on a phone."""
    head = "\n".join(_head(summary, language))
    if summary.total.meeting < SMALLEST_CELL:
        parts = [head, render("digest-too-few", language, least=SMALLEST_CELL)]
    else:
        parts = [
            head,
            "\n".join(_total(summary.total, language)),
            _before(summary, language),
            _rows("digest-places", "digest-other-places", summary.by_place(), language),
            _rows("digest-kinds", "digest-other-kinds", summary.by_kind(), language),
            _topics(summary, language),
            _difficulties(summary, language),
        ]
    return Message(text="\n\n".join(filter(None, parts)))


def _head(summary: Summary, language: str) -> Iterator[str]:
    month = f"{summary.month:02}/{summary.year}"
    yield render("digest-title", language, month=month, area=summary.area)
    key = "digest-final" if summary.is_final else "digest-not-final"
    yield render(key, language, day=_day(summary.as_of))


def _total(total: Figures, language: str) -> Iterator[str]:
    yield render(
        "digest-expected", language, number=total.expected, reason=render_reason(total, language)
    )
    yield render(
        "digest-on-time",
        language,
        number=total.on_time,
        share=percent(total.on_time, total.expected, language),
    )
    yield render("digest-late", language, number=total.late)
    yield render("digest-missing", language, number=total.missing)
    if total.awaited:
        yield render("digest-awaited", language, number=total.awaited)
    yield render("digest-not-held", language, not_held=total.not_held, moved=total.moved)
    # With fewer meetings held so far, a sum would tell of one chapter.
    if total.held >= SMALLEST_CELL:
        yield render(
            "digest-members",
            language,
            present=total.present,
            room=total.room,
            share=percent(total.present, total.room, language),
        )
    if total.cadre_asked >= SMALLEST_CELL:
        yield render(
            "digest-cadres",
            language,
            present=total.cadre,
            asked=total.cadre_asked,
            share=percent(total.cadre, total.cadre_asked, language),
        )


def render_reason(figures: Figures, language: str) -> str:
    """Returns why so many meetings are expected: "64 đơn vị − 2 đã ngừng − 1 chưa lập"."""
    parts = [render("digest-reason-chapters", language, number=figures.chapters)]
    parts += (
        render(key, language, number=number)
        for key, number in (
            ("digest-reason-closed", figures.closed),
            ("digest-reason-not-founded", figures.not_founded),
            ("digest-reason-paused", figures.paused),
            ("digest-reason-not-this-month", figures.not_this_month),
            ("digest-reason-not-recorded", figures.not_recorded),
            ("digest-reason-repeated", figures.repeated),
        )
        if number
    )
    return label("digest-reason", language, parts=" ".join(parts))


def _before(summary: Summary, language: str) -> str:
    before, month = summary.before, summary.period.previous()
    if before.meeting < SMALLEST_CELL:
        return ""
    nothing = label("digest-nothing", language)
    few, unasked = before.held < SMALLEST_CELL, before.cadre_asked < SMALLEST_CELL
    return render(
        "digest-before",
        language,
        month=f"{month.month:02}/{month.year}",
        expected=before.expected,
        on_time=percent(before.on_time, before.expected, language),
        late=before.late,
        missing=before.missing,
        members=nothing if few else percent(before.present, before.room, language),
        cadres=nothing if unasked else percent(before.cadre, before.cadre_asked, language),
    )


def _rows(key: str, others: str, rows: Mapping[str, Figures], language: str) -> str:
    shown, rest = showable(rows)
    if not shown:
        return ""
    lines = [_row(name, figures, language) for name, figures in shown.items()]
    if rest.meeting:
        lines.append(_row(label(others, language), rest, language))
    return "\n".join([render(key, language), *lines])


def _row(name: str, figures: Figures, language: str) -> str:
    uneven = figures.chapters > figures.meeting or figures.repeated
    return render(
        "digest-row",
        language,
        name=name,
        expected=figures.expected,
        reason=f" {render_reason(figures, language)}" if uneven else "",
        on_time=figures.on_time,
        late=figures.late,
        missing=figures.missing,
    )


def _topics(summary: Summary, language: str) -> str:
    shared = [topic for topic in summary.topics if topic.chapters >= SMALLEST_CELL]
    lines = [
        render("digest-topic", language, title=topic.title, number=topic.meetings)
        for topic in shared[:TOPICS_SHOWN]
    ]
    return "\n".join([render("digest-topics", language), *lines]) if lines else ""


def _difficulties(summary: Summary, language: str) -> str:
    counted = sorted(summary.difficulties, key=lambda one: (-one.raised, -one.open, one.category))
    lines = [
        render(
            "digest-difficulty",
            language,
            category=label("digest-category", language, category=one.category),
            raised=one.raised,
            open=one.open,
        )
        for one in counted
    ]
    if not lines:
        return ""
    return "\n".join([render("digest-difficulties", language), *lines, *_cases(summary, language)])


def _cases(summary: Summary, language: str) -> Iterator[str]:
    found = summary.cases
    yield render(
        "digest-cases",
        language,
        solved=found.solved,
        passed_up=found.passed_up,
        overdue=found.overdue,
    )
    # The days of fewer chapters would tell of one.
    if found.median_days is not None and found.solved_chapters >= SMALLEST_CELL:
        yield render("digest-case-days", language, days=render_days(found.median_days, language))


def render_days(days: float, language: str) -> str:
    """Returns a number of days, perhaps a half one, as the language writes it."""
    number = f"{days:g}"
    return number.replace(".", ",") if language == "vi" else number


def percent(part: int, whole: int, language: str) -> str:
    """Returns a share with one decimal as the language writes it; a dash of nothing."""
    share = rate(part, whole)
    if share is None:
        return label("digest-nothing", language)
    number = f"{share:.1f}".removesuffix(".0")
    return f"{number.replace('.', ',') if language == 'vi' else number}%"


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"
