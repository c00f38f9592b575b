"""Who hears of what becomes of a case: its chapters below, its desk above."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from domain.cases import Case
from domain.news import News, Section
from domain.people import Person, Role
from operations.cases.buttons import OpenCase, OpenOwnCase
from operations.news import add_news
from storage import UnitOfWork
from storage.people import people

_LONGEST = 60


async def tell_chapters(
    unit: UnitOfWork,
    voices: Sequence[Case],
    key: str,
    *,
    day: date,
    now: datetime,
    asks: bool = False,
    **args: str,
) -> None:
    """Tells the leaders of the chapters that raised a case; `asks` wants their word on it."""
    found = await people.holders(
        unit, {case.chapter_id for case in voices}, roles=[Role.LEADER], day=day
    )
    label_key = "case-button-judge" if asks else "case-button-view"
    lines = [
        News(
            person_id=holder.person.id,
            section=Section.CASES,
            key=key,
            args={"text": short(case.text), **args},
            command=OpenOwnCase(case.id).key,
            label_key=label_key,
            dedupe_key=_key(case, key, holder.person.id),
        )
        for case in voices
        for holder in found.get(case.chapter_id, ())
    ]
    await add_news(unit, lines, now=now)


@dataclass(frozen=True, slots=True)
class CaseWord:
    """What became of a case, in words; it `opens` the case unless that is gone."""

    key: str
    args: Mapping[str, str] = field(default_factory=dict)
    opens: bool = True


async def tell_people(
    unit: UnitOfWork,
    whom: Iterable[Person],
    case: Case,
    word: CaseWord,
    *,
    now: datetime,
    but: int | None = None,
) -> None:
    """Tells those who work on a case what became of it, `but` not who did it."""
    lines = [
        News(
            person_id=person.id,
            section=Section.CASES,
            key=word.key,
            args={"text": short(case.text), "chapter": case.chapter_name, **word.args},
            command=OpenCase(case.id).key if word.opens else None,
            label_key="case-button-open" if word.opens else None,
            dedupe_key=_key(case, word.key, person.id),
        )
        for person in whom
        if person.id != but
    ]
    await add_news(unit, lines, now=now)


def _key(case: Case, key: str, person_id: int) -> str:
    return f"case:{case.id}:{case.version}:{key}:{person_id}"


def short(text: str) -> str:
    """Returns the beginning of a difficulty's words, enough to know it by."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
