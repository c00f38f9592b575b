"""A report's "cách làm hay" opens an exemplar, once, and follows the report's corrections."""

from datetime import date, datetime
from textwrap import shorten

from domain.chapters import Chapter
from domain.exemplars import LONGEST_TEXT, Exemplar, Part, State, name_from
from domain.news import News, Section
from operations.cadres.assignment import cadres_of
from operations.news import add_news
from storage import UnitOfWork
from storage.exemplars import exemplars
from storage.maintenance import audit

_SHOWN = 100


async def follow_report(
    unit: UnitOfWork,
    *,
    report_id: int,
    chapter: Chapter,
    told: str,
    told_before: str,
    by: int,
    today: date,
    now: datetime,
) -> None:
    """Opens, rewrites or takes back the draft of a report; what somebody wrote on stays."""
    words, words_before = _words(told), _words(told_before)
    known = await exemplars.find_of_report(unit, report_id)
    if known is None:
        if not words:
            return
        await _open(unit, report_id, chapter, words, by=by, today=today, now=now)
    elif not _is_untouched(known, words_before) or words == words_before:
        return
    elif words:
        values = {"name": name_from(words), "content": words}
        await exemplars.change(unit, known.id, values, version=known.version)
    else:
        await exemplars.remove(unit, known.id, version=known.version)
    audit.add_later(
        unit,
        person_id=by,
        action="exemplar.from_report",
        subject=f"chapter:{chapter.id}",
        now=now,
        before={"content": words_before} if known else None,
        after={"content": words},
    )


def _words(told: str) -> str:
    return told.strip()[:LONGEST_TEXT].rstrip()


def _is_untouched(known: Exemplar, words: str) -> bool:
    """True while a draft says nothing but what the report said."""
    added = (Part.FIELD, Part.AIM, Part.LEAD, Part.RESULT)
    return (
        known.state is State.DRAFT
        and (known.name, known.content) == (name_from(words), words)
        and not known.progress
        and not any(map(known.value_of, added))
    )


async def _open(
    unit: UnitOfWork,
    report_id: int,
    chapter: Chapter,
    words: str,
    *,
    by: int,
    today: date,
    now: datetime,
) -> None:
    exemplar_id = await exemplars.add(
        unit,
        chapter_id=chapter.id,
        report_id=report_id,
        name=name_from(words),
        content=words,
        by=by,
        now=now,
    )
    told = [
        News(
            person_id=one.person.id,
            section=Section.EXEMPLARS,
            key="exemplar-news-draft",
            args={"chapter": chapter.name, "words": shorten(words, _SHOWN, placeholder="…")},
            command=f"exemplar.f{exemplar_id}",
            label_key="exemplar-news-button-draft",
            dedupe_key=f"exemplar:{exemplar_id}:{one.person.id}",
        )
        for one in await cadres_of(unit, chapter.id, day=today)
    ]
    await add_news(unit, told, now=now)
