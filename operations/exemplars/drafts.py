"""A report's "cách làm hay" opens an exemplar, once, and follows the report's corrections."""

from textwrap import shorten

from domain.chapters import Chapter
from domain.exemplars import LONGEST_TEXT, Exemplar, Part, State, name_from
from domain.news import News, Section
from domain.records import Report
from operations.cadres.assignment import cadres_of
from operations.context import ActorContext
from operations.exemplars.buttons import FillExemplar
from operations.facts import ReportCorrected, ReportTaken
from operations.news import add_news
from storage.exemplars import exemplars
from storage.maintenance import audit

_SHOWN = 100


async def draft_exemplar(context: ActorContext, fact: ReportTaken) -> None:
    """Opens, rewrites or takes back the draft of a report; what somebody wrote on stays."""
    unit, report = context.unit, fact.report
    before = fact.before if isinstance(fact, ReportCorrected) else None
    words, words_before = _words(report), _words(before)
    if report.version == 1 and not words:
        return
    known = await exemplars.find_of_report(unit, report.id)
    if known is None:
        if not words:
            return
        await _open(context, report.id, fact.chapter, words)
    elif not _is_untouched(known, words_before) or words == words_before:
        return
    elif words:
        values = {"name": name_from(words), "content": words}
        await exemplars.change(unit, known.id, values, version=known.version)
    else:
        await exemplars.remove(unit, known.id, version=known.version)
    audit.add_later(
        unit,
        audit.Entry(
            person_id=context.actor.id,
            action="exemplar.from_report",
            subject=f"chapter:{fact.chapter.id}",
            before={"content": words_before} if known else None,
            after={"content": words},
        ),
        now=context.now,
    )


def _words(report: Report | None) -> str:
    told = report.answers.best_practice if report else ""
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


async def _open(context: ActorContext, report_id: int, chapter: Chapter, words: str) -> None:
    exemplar_id = await exemplars.add(
        context.unit,
        exemplars.NewExemplar(
            chapter_id=chapter.id, report_id=report_id, name=name_from(words), content=words
        ),
        by=context.actor.id,
        now=context.now,
    )
    told = [
        News(
            person_id=cadre.person.id,
            section=Section.EXEMPLARS,
            key="exemplar-news-draft",
            args={"chapter": chapter.name, "words": shorten(words, _SHOWN, placeholder="…")},
            command=FillExemplar(exemplar_id).key,
            label_key="exemplar-news-button-draft",
            dedupe_key=f"exemplar:{exemplar_id}:{cadre.person.id}",
        )
        for cadre in await cadres_of(context.unit, chapter.id, day=context.today)
    ]
    await add_news(context.unit, told, now=context.now)
