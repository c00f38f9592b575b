"""The sections of a report on a place and span, in the order that each kind is told in."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from documents.official.annexes import list_annexes, pilot_table
from documents.official.lists import attendance_table, commendation_table
from documents.official.paper import Annex, Block, Heading, Paragraph, Sentence, section_heading
from documents.official.telling import difficulties, meetings, outlook, strengthening, units
from documents.official.telling.sentences import Telling
from domain.official import DocumentKind
from domain.periodic_facts import PeriodicFacts
from texts import label

_SHORT_TASKS = 2

# A part of a section: the key of its heading, "" for none, and its paragraphs.
Part = tuple[str, Sequence[Sequence[Sentence]]]
Section = tuple[str, Sequence[Part]]


@dataclass(frozen=True, slots=True)
class Told:
    """What is written before the signature and behind it."""

    body: tuple[Block, ...]
    annexes: tuple[Annex, ...]


def tell(kind: DocumentKind, facts: PeriodicFacts, language: str, *, section: str) -> Told:
    """Returns the body and annexes of a document; `section` is how this layout heads sections."""
    telling = Telling(facts, language)
    body = [*_SECTIONS_OF[kind](telling, section)]
    if kind in (DocumentKind.PERIODIC, DocumentKind.REVIEW):
        return Told(tuple(body), tuple(list_annexes(facts, body, language)))
    return Told(tuple(body), ())


def _periodic(telling: Telling, section: str) -> Iterator[Block]:
    yield from _sections(
        telling,
        section,
        ("situation", _situation(telling)),
        ("results", _results(telling)),
        ("difficulties", _difficulties(telling)),
        ("tasks", [("", _each(outlook.tasks(telling)))]),
        ("proposals", _proposals(telling)),
    )


def _review(telling: Telling, section: str) -> Iterator[Block]:
    results = [part for part in _results(telling) if part[0] not in ("models", "commendation")]
    yield from _sections(
        telling,
        section,
        ("situation", _situation(telling)),
        ("advantages", [*results, ("advantages", _each(outlook.advantages(telling)))]),
        ("difficulties", _difficulties(telling)),
        ("solutions", [("", _each(outlook.tasks(telling)))]),
        ("models", [("", _each(strengthening.models(telling)))]),
        ("commended", [("", _each(strengthening.commendation(telling)))]),
        ("proposals", _proposals(telling)),
    )
    if telling.facts.pilots:
        yield pilot_table(telling.facts, telling.language)


def _one_page(telling: Telling, section: str) -> Iterator[Block]:
    opening = [*units.owed(telling), *units.share_missing(telling)] or [*units.missing(telling)]
    yield from _sections(
        telling,
        section,
        ("results", [("", [opening, [*meetings.in_short(telling)]])]),
        ("difficulties", [("", [[*difficulties.raised(telling)]])]),
        ("tasks", [("", _each([*outlook.tasks(telling)][:_SHORT_TASKS]))]),
    )


def _attendance(telling: Telling, section: str) -> Iterator[Block]:
    yield from _sections(
        telling,
        section,
        ("results", [("", [[*meetings.cadres(telling)], [*units.gaps(telling)][:2]])]),
    )
    yield from attendance_table(telling.facts, telling.language)


def _commendation(telling: Telling, section: str) -> Iterator[Block]:
    yield from _sections(
        telling,
        section,
        ("results", [("", [[*units.situation(telling)], [*units.gaps(telling)][:2]])]),
    )
    yield from commendation_table(telling.facts, telling.language)


_SECTIONS_OF: dict[DocumentKind, Callable[[Telling, str], Iterator[Block]]] = {
    DocumentKind.PERIODIC: _periodic,
    DocumentKind.REVIEW: _review,
    DocumentKind.ONE_PAGE: _one_page,
    DocumentKind.ATTENDANCE: _attendance,
    DocumentKind.COMMENDATION: _commendation,
}


def _situation(telling: Telling) -> list[Part]:
    return [
        ("units", [[*units.situation(telling)]]),
        ("gaps", [[*units.gaps(telling)]]),
    ]


def _results(telling: Telling) -> list[Part]:
    return [
        ("guidance", [[*meetings.guidance(telling)]]),
        ("meetings", [[*meetings.held(telling)]]),
        ("discipline", [[*meetings.discipline(telling)]]),
        ("contents", [[*meetings.contents(telling)]]),
        ("cadres", [[*meetings.cadres(telling)]]),
        ("strengthening", [[*strengthening.members_and_heads(telling)]]),
        ("models", [[*strengthening.models(telling)]]),
        ("commendation", [[*strengthening.commendation(telling)]]),
    ]


def _difficulties(telling: Telling) -> list[Part]:
    open_cases = _each(difficulties.open_cases(telling))
    return [
        ("difficulties", [[*difficulties.raised(telling)], *open_cases]),
        ("shortcomings", _each(outlook.shortcomings(telling))),
        ("causes", [[*difficulties.causes(telling)]]),
    ]


def _proposals(telling: Telling) -> list[Part]:
    words = _each(difficulties.proposal_words(telling))
    return [("", [[*difficulties.proposals(telling)], *words])]


def _each(sentences: Iterable[Sentence]) -> list[list[Sentence]]:
    return [[one] for one in sentences]


def _sections(telling: Telling, pattern: str, *sections: Section) -> Iterator[Block]:
    """Yields the sections that have anything to tell, numbered without gaps."""
    number = 0
    for name, parts in sections:
        told = [(key, [one for one in some if one]) for key, some in parts]
        told = [(key, some) for key, some in told if some]
        if not told:
            continue
        head = label(f"doc-section-{name}", telling.language)
        yield section_heading(pattern, number, head, key=name)
        number += 1
        for place, (key, some) in enumerate(told, start=1):
            if key:
                title = label(f"doc-head-{key}", telling.language)
                yield Heading(2, f"{place}. {title}", f"{name}.{key}")
            for line, one in enumerate(some, start=1):
                yield Paragraph(tuple(one), key=f"{name}.{key}.{line}")
