"""A summary as the text that a channel reads: counts only, never one chapter (decision 14)."""

from collections.abc import Iterator, Mapping
from datetime import date

from domain.corrections import Correction
from domain.disclosure import tables_of
from domain.figures import (
    SMALLEST_CELL,
    Figures,
    Summary,
    chapters_asked,
    chapters_held,
    share,
)
from domain.message import Message
from texts import Rich, label, render

TOPICS_SHOWN = 5


def render_digest(summary: Summary, language: str) -> Message:
    """Returns the digest of an area's month, to be read on a phone."""
    head = "\n".join(_head(summary, language))
    if summary.total.meeting < SMALLEST_CELL:
        parts = [head, render("digest-too-few", language, least=SMALLEST_CELL)]
    elif summary.is_hidden:
        parts = [head, render("digest-hidden", language, least=SMALLEST_CELL)]
    else:
        cells = {(one.place, one.kind): one.figures for one in summary.cells}
        tables = tables_of(cells, with_kinds=summary.with_kinds)
        parts = [
            head,
            "\n".join(_total(summary, language)),
            _before(summary, language),
            _rows("places", tables.places, tables.other_places, language),
            _rows("kinds", tables.kinds, tables.other_kinds, language),
            _topics(summary, language),
            _difficulties(summary, language),
        ]
    return Message(text="\n\n".join(filter(None, parts)))


def render_correction(correction: Correction, language: str) -> Message:
    """Returns what changed in an area's month after it was closed."""
    month = f"{correction.month}/{correction.year}"
    head = render("digest-correction", language, month=month, area=correction.area)
    return Message(text="\n".join([head, *render_changes(correction.changes(), language)]))


def render_changes(changes: Mapping[str, tuple[int, int]], language: str) -> Iterator[str]:
    """Yields a line for each figure that changed: "Báo cáo chậm: 0 → 1"."""
    for name, (old, new) in changes.items():
        yield render("digest-correction-line", language, what=name, before=old, after=new)


def _head(summary: Summary, language: str) -> Iterator[str]:
    month = f"{summary.month}/{summary.year}"
    yield render("digest-title", language, month=month, area=summary.area)
    key = "digest-final" if summary.is_final else "digest-not-final"
    yield render(key, language, day=_day(summary.as_of))


def _total(summary: Summary, language: str) -> Iterator[str]:
    total = summary.total
    yield render(
        "digest-expected", language, number=total.expected, reason=render_reason(total, language)
    )
    yield render(
        "digest-on-time",
        language,
        number=total.on_time,
        due=total.due,
        share=percent(total.on_time, total.due, language),
    )
    for key, number in (
        ("digest-late", total.late),
        ("digest-missing", total.missing),
        ("digest-awaited", total.awaited),
        ("digest-not-held", total.not_held),
        ("digest-moved", total.moved),
    ):
        if number:
            yield render(key, language, number=number)
    # While the month runs, the sums of two weeks would tell of who reported between them.
    if summary.is_final and summary.with_sums:
        yield from _sums(total, language)


def _sums(total: Figures, language: str) -> Iterator[str]:
    if chapters_held(total) >= SMALLEST_CELL:
        yield render(
            "digest-members",
            language,
            present=total.present,
            room=total.room,
            share=percent(total.present, total.room, language),
        )
    if chapters_asked(total) >= SMALLEST_CELL:
        yield render(
            "digest-cadres",
            language,
            present=total.cadre,
            told=total.cadre_told,
            asked=total.cadre_asked,
            share=percent(total.cadre, total.cadre_asked, language),
        )


def render_reason(figures: Figures, language: str) -> str:
    """Returns why so many meetings are expected: "64 đơn vị, trừ 2 đã ngừng, trừ 1 chưa lập"."""
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
    return label("digest-reason", language, parts=", ".join(parts))


def _before(summary: Summary, language: str) -> str:
    before, month = summary.before, summary.period.previous()
    if before.meeting < SMALLEST_CELL:
        return ""
    told = summary.is_before_final and summary.with_sums
    parts = [
        render(
            "digest-before-reports",
            language,
            expected=before.expected,
            on_time=percent(before.on_time, before.due, language),
        )
    ]
    counted = (("digest-before-late", before.late), ("digest-before-missing", before.missing))
    parts += (render(key, language, number=number) for key, number in counted if number)
    if told and chapters_held(before) >= SMALLEST_CELL:
        share = percent(before.present, before.room, language)
        parts.append(render("digest-before-members", language, share=share))
    if told and chapters_asked(before) >= SMALLEST_CELL:
        share = percent(before.cadre, before.cadre_asked, language)
        parts.append(render("digest-before-cadres", language, share=share))
    words = f"{month.month}/{month.year}"
    return render("digest-before", language, month=words, parts=Rich("; ".join(parts)))


def _rows(table: str, shown: Mapping[str, Figures], rest: Figures, language: str) -> str:
    if not shown:
        return ""
    lines = [_row(name, figures, language) for name, figures in shown.items()]
    if rest.meeting:
        lines.append(_row(label(f"digest-other-{table}", language), rest, language))
    return "\n".join([render(f"digest-{table}", language), *lines])


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
    counted = (
        ("digest-cases-solved", found.solved),
        ("digest-cases-passed-up", found.passed_up),
        ("digest-cases-overdue", found.overdue),
    )
    parts = [render(key, language, number=number) for key, number in counted if number]
    if parts:
        yield "; ".join(parts)
    # The days of fewer chapters would tell of one, and so would those of two weeks.
    told = summary.is_final and found.solved_chapters >= SMALLEST_CELL
    if told and found.median_days is not None:
        yield render("digest-case-days", language, days=render_days(found.median_days, language))


def render_days(days: float, language: str) -> str:
    """Returns a number of days, perhaps a half one, as the language writes it."""
    number = f"{days:g}"
    return number.replace(".", ",") if language == "vi" else number


def percent(part: int, whole: int, language: str) -> str:
    """Returns a share with one decimal as the language writes it; a dash of nothing."""
    tenths = share(part, whole)
    if tenths is None:
        return label("digest-nothing", language)
    number = f"{tenths / 10:.1f}".removesuffix(".0")
    return f"{number.replace('.', ',') if language == 'vi' else number}%"


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"
