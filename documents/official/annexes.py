"""Tables behind a report: places, kinds, indicators, and what each sentence rests on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from documents.official.paper import Annex, BarChart, Block, Heading, Paragraph, Sentence, Table
from documents.official.tables import numbered, table_of
from documents.official.wording import figure_words, hundredths_words, large, part_name, small
from domain.figures import Figures, total_of
from domain.indicators import Indicator, Sense
from domain.periodic_facts import Part, PeriodicFacts, SourceReport, ToldAim, ToldIndicator
from texts import label
from texts.numbers import count, percent

# A list of more is no annex any more; the ranges of the comments then name them.
MOST_REPORTS = 600
# As many can be read from the last row of a hall.
MOST_BARS = 12
_BARS = ("on-time", "late", "missing")
_FIGURES = {
    "due": 14,
    "on-time": 14,
    "late": 14,
    "missing": 14,
    "held": 17,
    "members": 25,
    "cadre": 18,
}
_BEGINNING = 90


def list_annexes(facts: PeriodicFacts, body: Sequence[Block], language: str) -> Iterator[Annex]:
    """Yields the annexes that have anything to show, numbered."""
    found: list[tuple[str, tuple[Block, ...]]] = []
    if len(facts.by_place) > 1:
        found.append(("places", (_parts_table(facts.by_place, "place", language),)))
    if facts.by_place_now:
        found.append(("places-now", (_parts_table(facts.by_place_now, "place", language),)))
    if facts.by_kind:
        found.append(("kinds", (_parts_table(facts.by_kind, "kind", language),)))
    if told := indicator_table(facts, language):
        found.append(("indicators", (told,)))
    listed = facts.reports if len(facts.reports) <= MOST_REPORTS else ()
    found.append(("basis", (_basis_table(body, listed, language),)))
    if listed:
        found.append(("reports", (_reports_table(listed, language),)))
    for number, (name, blocks) in enumerate(found, start=1):
        yield Annex(
            label("doc-annex", language, number=number),
            label(f"doc-annex-{name}", language),
            blocks,
        )


def draw_chart(facts: PeriodicFacts, language: str) -> BarChart | None:
    """Returns how reports came in from the places furthest behind, of one place by its kinds."""
    parts = facts.by_place if len(facts.by_place) > 1 else facts.by_kind
    told = sorted((part for part in parts if part.figures.due), key=_share_in)
    if not told:
        return None
    title = label("doc-chart", language)
    if len(told) > MOST_BARS:
        few = label("doc-chart-fewer", language, shown=MOST_BARS, all=len(told))
        title = f"{title}. {few}"
    return BarChart(
        title=title,
        parts=tuple(label(f"doc-chart-{name}", language) for name in _BARS),
        rows=tuple(
            (
                large(part_name(part, language)),
                (part.figures.on_time, part.figures.late, part.figures.missing),
            )
            for part in told[:MOST_BARS]
        ),
    )


def _share_in(part: Part) -> tuple[float, float]:
    due = part.figures.due
    return 1 - part.figures.missing / due, part.figures.on_time / due


def _parts_table(parts: Sequence[Part], name: str, language: str) -> Table:
    total = total_of(part.figures for part in parts)
    return table_of(
        {"number": 9, name: 40, **_FIGURES},
        numbered(
            (large(part_name(part, language)), *_figures(part.figures, language)) for part in parts
        ),
        language,
        numbers={"number", *_FIGURES},
        total=("", label("doc-total", language), *_figures(total, language)),
    )


def _figures(figures: Figures, language: str) -> tuple[str, ...]:
    plain = (figures.due, figures.on_time, figures.late, figures.missing, figures.held)
    return (
        *(count(number, language) for number in plain),
        _of(figures.present, figures.room, language),
        _of(figures.cadre, figures.cadre_asked, language),
    )


def _of(part: int, whole: int, language: str) -> str:
    return f"{count(part, language)}/{count(whole, language)}" if whole else "–"


def indicator_table(facts: PeriodicFacts, language: str) -> Table | None:
    """Returns the indicators of which something is known, beside earlier ones and targets."""
    rows = [_indicator_row(line, language) for line in facts.lines if _is_told(line)]
    if not rows:
        return None
    return table_of(
        {"number": 8, "indicator": 50, "now": 28, "before": 28, "year": 24, "aim": 32},
        numbered(rows),
        language,
        numbers={"number", "now", "before", "year"},
    )


def _is_told(line: ToldIndicator) -> bool:
    return any(figure.value is not None for figure in (line.now, line.before)) or bool(line.aims)


def _indicator_row(line: ToldIndicator, language: str) -> tuple[str, ...]:
    figures = (line.now, line.before, line.year_before)
    return (
        large(label(f"doc-about-{line.indicator}", language)),
        *(figure_words(figure, language) for figure in figures),
        "; ".join(_aim_words(line.indicator, aim, language) for aim in line.aims),
    )


def _aim_words(indicator: Indicator, aim: ToldAim, language: str) -> str:
    words = label(
        "doc-aim-short",
        language,
        sense=label("doc-least" if aim.sense is Sense.MIN else "doc-most", language),
        value=hundredths_words(indicator, aim.value, language),
        met={True: "met", False: "unmet", None: "open"}[aim.met],
    )
    if not aim.kind:
        return words
    return label("doc-aim-of-kind", language, kind=small(aim.kind), aim=words)


def pilot_table(facts: PeriodicFacts, language: str) -> Table:
    """Returns the pilot places beside the whole."""
    wanted = [indicator for indicator, _ in facts.pilots[0].figures]
    heads = [large(label(f"doc-about-{indicator}", language)) for indicator in wanted]
    whole = [figure_words(facts.line(indicator).now, language) for indicator in wanted]
    return Table(
        caption=label("doc-pilots", language),
        heads=(label("doc-col-pilot", language), *heads),
        rows=tuple(
            (
                large(pilot.name),
                *(figure_words(figure, language) for _, figure in pilot.figures),
            )
            for pilot in facts.pilots
        ),
        widths=(36, *(24 for _ in wanted)),
        numbers=frozenset(range(1, len(heads) + 1)),
        total=(label("doc-whole", language), *whole),
    )


def _basis_table(body: Iterable[Block], reports: Sequence[SourceReport], language: str) -> Table:
    """Returns sentence by sentence, under its heading's number, what it rests on.

    Reports are named by their places in the list that follows, where there is one.
    """
    places = {report.number: place for place, report in enumerate(reports, start=1)}
    rows: list[tuple[str, str, str]] = []
    section = part = ""
    for block in body:
        if isinstance(block, Heading):
            number = block.text.split(" ")[0].rstrip(".-")
            section, part = (number, "") if block.level == 1 else (section, f".{number}")
        elif isinstance(block, Paragraph):
            for sentence in block.sentences:
                if sentence.basis:
                    basis = _basis(sentence, places, language)
                    rows.append((f"{section}{part}", _beginning(sentence.text), basis))
    columns = {"part": 14, "sentence": 66, "basis": 90}
    return table_of(columns, rows, language, numbers={"part"})


def _basis(sentence: Sentence, places: Mapping[str, int], language: str) -> str:
    found = sorted({places[number] for number in sentence.reports if number in places})
    if not found or len(found) < len(set(sentence.reports)):
        return sentence.basis
    return label(
        "doc-basis-places",
        language,
        count=count(len(found), language),
        places=", ".join(_runs(found)),
    )


def _runs(numbers: Sequence[int]) -> Iterator[str]:
    """Yields "3–7" for numbers in a row, and each other by itself."""
    first = last = numbers[0]
    for number in numbers[1:]:
        if number != last + 1:
            yield str(first) if first == last else f"{first}–{last}"
            first = number
        last = number
    yield str(first) if first == last else f"{first}–{last}"


def _beginning(text: str) -> str:
    return text if len(text) <= _BEGINNING else f"{text[:_BEGINNING].rsplit(' ', 1)[0]} …"


def _reports_table(reports: Sequence[SourceReport], language: str) -> Table:
    rows = (
        (
            report.number,
            report.chapter,
            large(report.area),
            f"{report.month[5:]}/{report.month[:4]}",
            _state(report, language),
        )
        for report in reports
    )
    return table_of(
        {"number": 10, "report": 26, "chapter": 56, "place": 32, "month": 20, "state": 28},
        numbered(rows),
        language,
        numbers={"number", "report", "month"},
    )


def _state(report: SourceReport, language: str) -> str:
    shown = [name for name in ("held", "not_held", "moved", "late") if name in report.flags]
    words = "; ".join(label(f"doc-state-{name}", language) for name in shown)
    came = f", {percent(report.present, report.room, language)}" if report.room else ""
    return f"{words}{came}"
