"""The sections of a report on a place and span, in the order that each kind is told in."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from documents.official.annexes import list_annexes, pilot_table
from documents.official.lists import attendance_table, commendation_table
from documents.official.paper import Annex, Block, Heading, Paragraph, Sentence
from documents.official.telling import Telling
from domain.official import DocumentKind
from domain.periodic_facts import PeriodicFacts
from texts import label

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
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
        ("tasks", [("", _each(telling.tasks()))]),
        ("proposals", [("", [[*telling.proposals()], *_each(telling.proposal_words())])]),
    )


def _review(telling: Telling, section: str) -> Iterator[Block]:
    results = [part for part in _results(telling) if part[0] not in ("models", "commendation")]
    yield from _sections(
        telling,
        section,
        ("situation", _situation(telling)),
        ("advantages", [*results, ("advantages", _each(telling.advantages()))]),
        ("difficulties", _difficulties(telling)),
        ("solutions", [("", _each(telling.tasks()))]),
        ("models", [("", _each(telling.models()))]),
        ("commended", [("", _each(telling.commendation()))]),
        ("proposals", [("", [[*telling.proposals()], *_each(telling.proposal_words())])]),
    )
    if telling.facts.pilots:
        yield pilot_table(telling.facts, telling.language)


def _one_page(telling: Telling, section: str) -> Iterator[Block]:
    opening = [*telling.owed(), *telling.share_missing()] or [*telling.missing()]
    yield from _sections(
        telling,
        section,
        (
            "results",
            [("", [opening, [*telling.in_short()]])],
        ),
        ("difficulties", [("", [[*telling.difficulties()]])]),
        ("tasks", [("", _each([*telling.tasks()][:_SHORT_TASKS]))]),
    )


def _attendance(telling: Telling, section: str) -> Iterator[Block]:
    yield from _sections(
        telling, section, ("results", [("", [[*telling.cadres()], [*telling.gaps()][:2]])])
    )
    yield from attendance_table(telling.facts, telling.language)


def _commendation(telling: Telling, section: str) -> Iterator[Block]:
    yield from _sections(
        telling, section, ("results", [("", [[*telling.situation()], [*telling.gaps()][:2]])])
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
        ("units", [[*telling.situation()]]),
        ("gaps", [[*telling.gaps()]]),
    ]


def _results(telling: Telling) -> list[Part]:
    return [
        ("guidance", [[*telling.guidance()]]),
        ("meetings", [[*telling.meetings()]]),
        ("discipline", [[*telling.discipline()]]),
        ("contents", [[*telling.contents()]]),
        ("cadres", [[*telling.cadres()]]),
        ("strengthening", [[*telling.strengthening()]]),
        ("models", [[*telling.models()]]),
        ("commendation", [[*telling.commendation()]]),
    ]


def _difficulties(telling: Telling) -> list[Part]:
    return [
        ("difficulties", [[*telling.difficulties()], *_each(telling.open_cases())]),
        ("shortcomings", _each(telling.shortcomings())),
        ("causes", [[*telling.causes()]]),
    ]


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
        yield Heading(1, pattern.format(number=_ROMAN[number], name=head))
        number += 1
        for place, (key, some) in enumerate(told, start=1):
            if key:
                yield Heading(2, f"{place}. {label(f'doc-head-{key}', telling.language)}")
            yield from (Paragraph(tuple(one)) for one in some)
