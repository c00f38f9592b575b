"""A summary as the text that a channel reads: counts only, never one chapter (decision 14)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
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
from domain.rich import displayed_length
from texts import Rich, label, render
from texts.numbers import decimal, percent

# A caption takes 1,024 characters; some room is left for what a channel adds.
LONGEST = 900
_TOPICS, _PLACES, _LONGEST_ROW = 3, 5, 240
# Below this share of what is due a place is counted among those that need attention.
_LOW = 800


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a digest; of those that do not fit together the ones with a high rank go."""

    rank: int
    text: str


Paragraph = list[_Line]


def render_digest(summary: Summary, language: str, *, week_ago: Summary | None = None) -> Message:
    """Returns the digest of an area's month, one screen of a phone.

    `week_ago` is the one before in the same channel, of the same month.
    """
    head = "\n".join(_head(summary, language))
    if summary.total.meeting < SMALLEST_CELL:
        return Message(text=f"{head}\n\n{render('digest-too-few', language, least=SMALLEST_CELL)}")
    if summary.is_hidden:
        return Message(text=f"{head}\n\n{render('digest-hidden', language, least=SMALLEST_CELL)}")
    cells = {(cell.place, cell.kind): cell.figures for cell in summary.cells}
    tables = tables_of(cells, with_kinds=summary.with_kinds)
    body = [
        list(_total(summary, language)),
        [
            *_lowest(3, "places", _behind(tables.places), language),
            *_difficulties(summary, language),
            *_change(summary, week_ago, language),
        ],
        [
            *_planned(summary, language),
            *_lowest(8, "kinds", tables.kinds, language),
            *_topics(summary, language),
        ],
    ]
    return Message(text=_fitted(head, body))


def _fitted(head: str, body: Sequence[Paragraph]) -> str:
    """Returns the lines that fit, in their order; none is ever cut."""
    left = LONGEST - displayed_length(head)
    kept: list[_Line] = []
    for line in sorted((line for lines in body for line in lines), key=lambda line: line.rank):
        # With the break before it, and perhaps an empty line.
        length = displayed_length(line.text) + 2
        if length <= left:
            kept.append(line)
            left -= length
    shown = ("\n".join(line.text for line in lines if line in kept) for lines in body)
    return "\n\n".join(filter(None, (head, *shown)))


def render_correction(correction: Correction, language: str, *, version: int) -> Message:
    """Returns what changed in an area's month after it was closed, as its version of a number."""
    changes = correction.changes()
    head = render(
        "digest-correction",
        language,
        month=f"{correction.month}/{correction.year}",
        area=correction.area,
        version=version,
        before=version - 1,
        count=len(changes),
    )
    return Message(text="\n".join([head, *render_changes(changes, language)]))


def render_changes(changes: Mapping[str, tuple[int, int]], language: str) -> Iterator[str]:
    """Yields a line for each figure that changed: "Báo cáo chậm: 0 → 1"."""
    for name, (old, new) in changes.items():
        yield render("digest-correction-line", language, what=name, before=old, after=new)


def _head(summary: Summary, language: str) -> Iterator[str]:
    month = f"{summary.month}/{summary.year}"
    yield render("digest-title", language, month=month, area=summary.area)
    key = "digest-final" if summary.is_final else "digest-not-final"
    yield render(key, language, day=_day(summary.as_of))


def _total(summary: Summary, language: str) -> Iterator[_Line]:
    total, before = summary.total, summary.before
    known = before.meeting >= SMALLEST_CELL and before.due
    yield _Line(
        0,
        render(
            "digest-reported" if total.due else "digest-none-due",
            language,
            number=total.reported,
            due=total.due,
            share=percent(total.reported, total.due, language),
            is_known="yes" if known else "no",
            before=percent(before.reported, before.due, language),
        ),
    )
    parts = _counted(
        language,
        ("digest-on-time", total.on_time),
        ("digest-late", total.late),
        ("digest-missing", total.missing),
        ("digest-awaited", total.awaited),
    )
    if parts:
        yield _Line(1, _sentence(parts))
    if other := _counted(
        language, ("digest-not-held", total.not_held), ("digest-moved", total.moved)
    ):
        yield _Line(5, _sentence(other))
    # While the month runs, the sums of two weeks would tell of who reported between them.
    if summary.is_final and summary.with_sums:
        yield from _sums(summary, language)


def _counted(language: str, *counted: tuple[str, int]) -> str:
    """Returns those of some counts that are not 0."""
    return ", ".join(render(key, language, number=number) for key, number in counted if number)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _sums(summary: Summary, language: str) -> Iterator[_Line]:
    total, before = summary.total, summary.before
    if chapters_held(total) >= SMALLEST_CELL:
        told = summary.is_before_final and chapters_held(before) >= SMALLEST_CELL
        yield _Line(
            2,
            render(
                "digest-members",
                language,
                present=total.present,
                room=total.room,
                share=percent(total.present, total.room, language),
                **_compared(total, before if told else Figures(), language),
            ),
        )
    if chapters_asked(total) >= SMALLEST_CELL:
        yield _Line(
            5,
            render(
                "digest-cadres",
                language,
                present=total.cadre,
                told=total.cadre_told,
                asked=total.cadre_asked,
                share=percent(total.cadre, total.cadre_asked, language),
            ),
        )


def _compared(total: Figures, before: Figures, language: str) -> dict[str, str]:
    """Returns whether more members came than the month before, and by how many points."""
    new, old = share(total.present, total.room), share(before.present, before.room)
    if new is None or old is None:
        return {"trend": "unknown", "points": ""}
    trend = "same" if new == old else "up" if new > old else "down"
    return {"trend": trend, "points": decimal(abs(new - old) / 10, language)}


def _planned(summary: Summary, language: str) -> Iterator[_Line]:
    total = summary.total
    reason = render_reason(total, language)
    yield _Line(7, render("digest-expected", language, number=total.expected, reason=reason))


def _lowest(rank: int, table: str, rows: Mapping[str, Figures], language: str) -> Iterator[_Line]:
    """Yields the rows with the lowest shares of what is due, as many as fit one line."""
    due = [(name, figures) for name, figures in rows.items() if figures.due]
    if not due:
        return
    due.sort(key=lambda row: row[1].reported / row[1].due)
    shown = _rows(due[:_PLACES])
    while len(shown) > 1 and len(", ".join(shown)) > _LONGEST_ROW:
        shown.pop()
    low = [
        figures for _, figures in due[len(shown) :] if 1000 * figures.reported < _LOW * figures.due
    ]
    yield _Line(
        rank,
        render(f"digest-lowest-{table}", language, rows=", ".join(shown), more=len(low)),
    )


def _behind(rows: Mapping[str, Figures]) -> Mapping[str, Figures]:
    """Returns the places that have not reported all that is due, where there are others."""
    behind = {name: figures for name, figures in rows.items() if figures.reported < figures.due}
    return behind if len(rows) > 1 else {}


def _rows(rows: Iterable[tuple[str, Figures]]) -> list[str]:
    return [f"{name} {figures.reported}/{figures.due}" for name, figures in rows]


def _change(summary: Summary, week_ago: Summary | None, language: str) -> Iterator[_Line]:
    if week_ago is None or summary.is_final:
        return
    parts = [
        render(key, language, number=number)
        for key, number in (
            ("digest-more-reports", summary.total.reported - week_ago.total.reported),
            ("digest-more-solved", summary.cases.solved - week_ago.cases.solved),
        )
        if number > 0
    ]
    if parts:
        yield _Line(6, render("digest-since", language, parts=Rich("; ".join(parts))))


def _topics(summary: Summary, language: str) -> Iterator[_Line]:
    shared = [topic for topic in summary.topics if topic.chapters >= SMALLEST_CELL][:_TOPICS]
    topics = [
        label("digest-topic", language, title=topic.title, number=topic.meetings)
        for topic in shared
    ]
    for number in range(len(topics), 0, -1):
        if len("; ".join(topics[:number])) <= _LONGEST_ROW:
            yield _Line(9, render("digest-topics", language, topics="; ".join(topics[:number])))
            return


def _difficulties(summary: Summary, language: str) -> Iterator[_Line]:
    """Yields how many were told and wait; of which categories most, and how long they took."""
    if not summary.difficulties:
        return
    most = max(summary.difficulties, key=lambda value: (value.raised, value.open))
    cases = summary.cases
    parts = _counted(
        language,
        (
            "digest-difficulties-raised",
            sum(difficulty.raised for difficulty in summary.difficulties),
        ),
        ("digest-difficulties-open", sum(difficulty.open for difficulty in summary.difficulties)),
        ("digest-cases-overdue", cases.overdue),
        ("digest-cases-solved", cases.solved),
        ("digest-cases-passed-up", cases.passed_up),
    )
    category = label("digest-category", language, category=most.category)
    count = most.raised or most.open
    if parts:
        yield _Line(
            4,
            render(
                "digest-difficulties",
                language,
                parts=Rich(parts),
                category=category[:1].lower() + category[1:],
                count=count,
            ),
        )
    # The days of fewer chapters would tell of one, and so would those of two weeks.
    told = summary.is_final and cases.solved_chapters >= SMALLEST_CELL
    if told and cases.median_days is not None:
        days = render_days(cases.median_days, language)
        yield _Line(6, render("digest-case-days", language, days=days))


def render_reasons(figures: Figures, language: str) -> str:
    """Returns in words why so many meetings are due, and what became of them."""
    lines = [
        render(
            "digest-reasons-expected",
            language,
            reason=render_reason(figures, language),
            number=figures.expected,
        ),
        render("digest-reasons-due", language, awaited=figures.awaited, number=figures.due),
        render(
            "digest-reasons-reported",
            language,
            number=figures.reported,
            missing=figures.missing,
        ),
    ]
    return "\n".join(lines)


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


def render_days(days: float, language: str) -> str:
    """Returns a number of days, perhaps a half one, as the language writes it."""
    number = f"{days:g}"
    return number.replace(".", ",") if language == "vi" else number


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"
