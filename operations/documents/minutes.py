"""The minutes of a meeting as a document: for whoever sees its report."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from documents.official.minutes import tell_minutes
from documents.official.paper import Heading, Paper, Paragraph, Signature, ended
from documents.official.profiles import PROFILES, place_date_line
from domain.chapters import Area, Chapter
from domain.levels import is_commune
from domain.minutes_facts import MinutesFacts, ToldPhoto
from domain.official import Issuer, ProfileName
from domain.policy import Policy
from domain.refusals import BadInput
from domain.report import ReportAnswers, ReportState
from operations.context import ActorContext
from operations.documents.default_issuers import profile_of
from operations.documents.issuing import Body, find_issuer
from operations.reports.archive import ArchivedReport, get_archived
from operations.wording import kind_word, meeting_words, moment_words, period_words
from storage import UnitOfWork
from storage.directory import areas
from storage.messages import attachments
from texts import label


@dataclass(frozen=True, slots=True)
class Minutes:
    """What the minutes say, and the body right above the chapter."""

    facts: MinutesFacts
    chapter: Chapter
    above: Issuer


async def gather_minutes(context: ActorContext, meeting_id: int) -> Minutes:
    """Returns the minutes of a meeting that was held; raises NotFound, BadInput."""
    unit, policy = context.unit, context.policy
    found = await get_archived(unit, context.posts, meeting_id, today=context.today)
    answers = found.view.report.answers
    if answers.state is not ReportState.HELD or answers.held_date is None:
        raise BadInput("doc-minutes-none")
    chapter = found.view.chapter
    return Minutes(
        facts=_facts(found, answers, await _photos(unit, found, policy), policy),
        chapter=chapter,
        above=await _above(unit, chapter, policy),
    )


async def _above(unit: UnitOfWork, chapter: Chapter, policy: Policy) -> Issuer:
    """Returns the body of the chapter's association in its commune."""
    chain = await areas.chain(unit, chapter.area_path)
    is_party = profile_of(chapter.kind.association) is ProfileName.PARTY
    association = "" if is_party else chapter.kind.association
    return await find_issuer(unit, Body(_commune(chain), association), policy)


def _commune(chain: Sequence[Area]) -> Area:
    return next((area for area in reversed(chain) if is_commune(area.level)), chain[0])


async def _photos(
    unit: UnitOfWork, found: ArchivedReport, policy: Policy
) -> tuple[ToldPhoto, ...]:
    rows = await attachments.find_many(unit, found.photos)
    return tuple(
        ToldPhoto(
            sha256=row.sha256,
            sent=moment_words(policy.local(row.created_at), policy.language),
        )
        for number in found.photos
        if (row := rows.get(number)) is not None and row.sha256
    )


def _facts(
    found: ArchivedReport, answers: ReportAnswers, photos: tuple[ToldPhoto, ...], policy: Policy
) -> MinutesFacts:
    view, language = found.view, policy.language
    report, last = view.report, view.revisions[-1]
    return MinutesFacts(
        chapter=view.chapter.name,
        meeting=meeting_words(view.meeting, view.chapter, language),
        members=kind_word(view.chapter, "members", language),
        period=period_words(view.meeting.period, language),
        number=report.number,
        version=report.version,
        sender=view.names.get(last.person_id or 0) or label("history-somebody", language),
        sent=moment_words(policy.local(last.at), language),
        held_on=answers.held_date or policy.day_of(report.sent_at),
        starts=answers.starts,
        ends=answers.ends,
        place=answers.place,
        chair=answers.chair,
        total=report.total,
        exempt=report.exempt,
        present=answers.present or 0,
        excused=answers.excused,
        unexcused=answers.unexcused,
        cadre=answers.cadre_present,
        topic=found.topics.get(answers.topic_id or 0, "") or answers.topic_text,
        activities=tuple(
            label(f"report-activities-{activity}", language).lower()
            for activity in answers.activities
        ),
        difficulties=tuple(
            (difficulty.category, difficulty.text)
            for difficulty in answers.difficulties
            if difficulty.text
        ),
        proposal=answers.proposal,
        best_practice=answers.best_practice,
        photos=photos,
    )


def draw_up_minutes(
    minutes: Minutes, pictures: Mapping[str, bytes], *, policy: Policy, now: datetime
) -> Paper:
    """Returns the paper, with the photos by their checksums; the secretary signs at the left."""
    facts, language = minutes.facts, policy.language
    profile = PROFILES[profile_of(minutes.chapter.kind.association)]
    told = tell_minutes(facts, pictures, language, section=profile.section)
    return Paper(
        profile=profile,
        superior=minutes.above.name,
        issuer=facts.chapter.upper(),
        number="",
        place_date=place_date_line(minutes.above.seat, facts.held_on, around=policy.day_of(now)),
        title=label("doc-type-minutes", language),
        subject=_subject(facts, language),
        body=ended(told, profile.ending),
        signature=Signature("", label("doc-minutes-sign-chair", language), facts.chair),
        left_signature=Signature("", label("doc-minutes-sign-secretary", language), ""),
        author=facts.chapter,
    )


def _subject(facts: MinutesFacts, language: str) -> str:
    return label(
        "doc-subject-minutes",
        language,
        meeting=facts.meeting,
        period=facts.period,
        chapter=facts.chapter,
    )


def minutes_lines(minutes: Minutes, *, policy: Policy) -> list[str]:
    """Returns what the minutes say as plain lines, to be copied into the Party's own tool."""
    facts, language = minutes.facts, policy.language
    subject = _subject(facts, language)
    profile = PROFILES[profile_of(minutes.chapter.kind.association)]
    told = tell_minutes(facts, {}, language, section=profile.section)
    words = [block.text for block in told if isinstance(block, (Heading, Paragraph))]
    return [f"{label('doc-type-minutes', language)} {subject}", *words]
