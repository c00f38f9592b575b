"""Chapters take an exemplar over: they try it, are asked how it went, and others are told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.chapters import Chapter
from domain.exemplars import (
    ASK_AGAIN_AFTER,
    LONGEST_TEXT,
    Copy,
    CopyState,
    Exemplar,
)
from domain.news import News, Section
from domain.people import Person, Post, Role
from domain.policy import Policy
from domain.reading import clean_text
from domain.refusals import BadInput, Conflict, NotFound
from operations.access import own_chapters, require
from operations.contacts import leaders_of
from operations.context import ActorContext
from operations.exemplars.buttons import OpenExemplar, OpenTrial
from operations.lengths import check_length
from operations.news import add_news
from operations.rights import Right
from operations.wording import day_words
from storage import UnitOfWork
from storage.directory import chapters
from storage.exemplars import exemplar_copies, exemplars
from storage.exemplars.exemplars import ExemplarLine
from storage.maintenance import audit
from storage.people import people

_AT_ONCE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """An exemplar as a chapter tries it."""

    copy: Copy
    exemplar: Exemplar
    chapter: Chapter


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers:
    """What one's own chapters try or tried, and what was introduced to them besides."""

    trials: tuple[Trial, ...]
    introduced: tuple[ExemplarLine, ...]
    chapters: tuple[Chapter, ...]

    def chapters_without(self, exemplar_id: int) -> tuple[Chapter, ...]:
        """Returns those of one's chapters that could still try an exemplar."""
        busy = {
            trial.chapter.id for trial in self.trials if trial.copy.exemplar_id == exemplar_id
        } | {exemplar.chapter_id for exemplar in self.introduced if exemplar.id == exemplar_id}
        return tuple(chapter for chapter in self.chapters if chapter.id not in busy)


async def list_offers(unit: UnitOfWork, posts: Sequence[Post], *, today: date) -> Offers:
    """Returns what one's own chapters try, and what they could."""
    own = await chapters.by_ids(unit, own_chapters(posts, today))
    copies = await exemplar_copies.copies_of_chapters(unit, own)
    known = await exemplars.by_ids(unit, {copy.exemplar_id for copy in copies})
    return Offers(
        trials=tuple(
            Trial(copy=copy, exemplar=known[copy.exemplar_id], chapter=own[copy.chapter_id])
            for copy in copies
        ),
        introduced=tuple(await exemplars.list_introduced(unit, own)),
        chapters=tuple(own.values()),
    )


async def try_exemplar(
    context: ActorContext,
    exemplar_id: int,
    chapter_id: int,
) -> Trial:
    """Notes that a chapter tries an exemplar that was introduced to it.

    Raises NotFound for one that was not, NotAllowed for another's chapter, BadInput for the
    chapter it comes from, Conflict where it is tried already.
    """
    today = context.today
    chapter = require(
        Right.TRY_EXEMPLAR, context.posts, await chapters.find(context.unit, chapter_id), today
    )
    offered = {
        exemplar.id for exemplar in await exemplars.list_introduced(context.unit, [chapter_id])
    }
    found = await exemplars.find(context.unit, exemplar_id)
    if found is None or exemplar_id not in offered:
        raise NotFound("exemplar-not-there")
    if found.chapter_id == chapter_id:
        raise BadInput("trial-own")
    copy_id = await exemplar_copies.add_copy(
        context.unit,
        exemplar_id=exemplar_id,
        chapter_id=chapter_id,
        person_id=context.actor.id,
        ask_again_on=today + ASK_AGAIN_AFTER,
        now=context.now,
    )
    copy = await exemplar_copies.find_copy(context.unit, copy_id) if copy_id else None
    if copy is None:
        raise Conflict("trial-already", exemplar=found.name)
    trial = Trial(copy=copy, exemplar=found, chapter=chapter)
    _note(context.unit, trial, "exemplar.tried", context.actor, context.now)
    return trial


async def get_trial(
    unit: UnitOfWork, posts: Sequence[Post], copy_id: int, *, today: date
) -> Trial:
    """Returns a trial of one's own chapter; raises NotFound, NotAllowed."""
    copy = await exemplar_copies.find_copy(unit, copy_id)
    known = await chapters.find(unit, copy.chapter_id) if copy else None
    chapter = require(Right.TRY_EXEMPLAR, posts, known, today)
    found = await exemplars.find(unit, copy.exemplar_id) if copy else None
    if copy is None or found is None:
        raise NotFound("exemplar-not-there")
    return Trial(copy=copy, exemplar=found, chapter=chapter)


async def take_back_trial(
    context: ActorContext,
    copy_id: int,
) -> Trial:
    """Takes back that a chapter tries an exemplar; raises Conflict once it has an outcome."""
    trial = await get_trial(context.unit, context.posts, copy_id, today=context.today)
    if not await exemplar_copies.remove_copy(context.unit, copy_id):
        raise Conflict("trial-has-outcome", exemplar=trial.exemplar.name)
    _note(context.unit, trial, "exemplar.untried", context.actor, context.now)
    return trial


async def settle_trial(
    context: ActorContext,
    copy_id: int,
    state: CopyState,
    *,
    result: str = "",
) -> Trial:
    """Writes how a trial stands; an outcome is told to the cadres and to the chapter it is from.

    Raises Conflict if it has an outcome already, BadInput for words too long.
    """
    today = context.today
    trial = await get_trial(context.unit, context.posts, copy_id, today=today)
    words = clean_text(result)
    check_length(words, least=0, most=LONGEST_TEXT, short="exemplar-text")
    goes_on = state is CopyState.TRYING
    if not await exemplar_copies.settle_copy(
        context.unit,
        copy_id,
        exemplar_copies.Outcome(
            state=state, ask_again_on=today + ASK_AGAIN_AFTER if goes_on else None, result=words
        ),
        before=CopyState.TRYING,
        now=context.now,
    ):
        raise Conflict("trial-has-outcome", exemplar=trial.exemplar.name)
    if not goes_on:
        _note(context.unit, trial, f"exemplar.copy_{state}", context.actor, context.now)
        await _tell(context.unit, trial, state, today=today, now=context.now)
    return trial


async def ask_how_trials_go(unit: UnitOfWork, *, policy: Policy, now: datetime) -> int:
    """Adds one line to the news of those whose trials are due to be asked about; counts them."""
    today = policy.day_of(now)
    due = await exemplar_copies.list_due(unit, today=today, limit=_AT_ONCE)
    known = await exemplars.by_ids(unit, {copy.exemplar_id for copy in due})
    leaders = await leaders_of(unit, {copy.chapter_id for copy in due}, day=today)
    lines = [
        News(
            person_id=person.id,
            section=Section.EXEMPLARS,
            key="exemplar-news-ask",
            args={
                "exemplar": known[copy.exemplar_id].name,
                "since": day_words(policy.day_of(copy.at)),
            },
            command=OpenTrial(copy.id).key,
            label_key="exemplar-news-button-ask",
            dedupe_key=f"trial:{copy.id}:{copy.ask_again_on}:{person.id}",
        )
        for copy in due
        for person in leaders.get(copy.chapter_id, ())[:1]
    ]
    await add_news(unit, lines, now=now)
    await exemplar_copies.ask_again(unit, [copy.id for copy in due], on=today + ASK_AGAIN_AFTER)
    return len(due)


async def _tell(
    unit: UnitOfWork, trial: Trial, state: CopyState, *, today: date, now: datetime
) -> None:
    source = trial.exemplar.chapter_id
    both = [trial.chapter.id, source]
    cadres = await people.holders(unit, both, roles=[Role.CADRE], day=today)
    concerned = {holder.person.id for here in both for holder in cadres.get(here, ())}
    lines = [
        _line(person_id, trial, f"exemplar-news-{state}", chapter=trial.chapter.name)
        for person_id in sorted(concerned)
    ]
    if state is CopyState.DONE:
        counts = await exemplar_copies.count_copies(unit, [trial.exemplar.id])
        spread = counts[trial.exemplar.id].areas
        leaders = await leaders_of(unit, [source], day=today)
        lines += [
            _line(person.id, trial, "exemplar-news-spread", count=spread)
            for person in leaders.get(source, ())
        ]
    await add_news(unit, _once(lines), now=now)


def _line(person_id: int, trial: Trial, key: str, **args: str | int) -> News:
    return News(
        person_id=person_id,
        section=Section.EXEMPLARS,
        key=key,
        args={"exemplar": trial.exemplar.name, **args},
        command=OpenExemplar(trial.exemplar.id).key,
        label_key="exemplar-news-button-see",
        dedupe_key=f"trial:{trial.copy.id}:{key}:{person_id}",
    )


def _once(lines: Iterable[News]) -> list[News]:
    """Returns one line for each person, their first."""
    return list({news.person_id: news for news in reversed(list(lines))}.values())[::-1]


def _note(unit: UnitOfWork, trial: Trial, action: str, by: Person, now: datetime) -> None:
    audit.add_later(
        unit,
        audit.Entry(
            person_id=by.id,
            action=action,
            subject=f"chapter:{trial.chapter.id}",
            after={"exemplar": trial.exemplar.name},
        ),
        now=now,
    )
