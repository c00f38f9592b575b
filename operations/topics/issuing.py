"""A topic goes out, is corrected, or is withdrawn; those who should know find it in their news."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.calendar import parse_period
from domain.news import News, Section
from domain.people import Person, Post, Role
from domain.policy import Policy
from domain.refusals import BadInput, NotAllowed, NotFound
from domain.topics import Topic, TopicField
from operations.context import ActorContext
from operations.news import add_news
from operations.topics.buttons import OpenTopic
from operations.topics.drafting import change, get_draft, overtaken, read_field
from operations.topics.scopes import chapters_to_guide, may_manage
from operations.wording import period_words
from storage import UnitOfWork
from storage.maintenance import audit
from storage.messages.attachments import Attachment
from storage.people import people
from storage.topics import topic_files, topic_openings, topics


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """The files of a draft by what has become of them."""

    ready: tuple[Attachment, ...]
    coming: tuple[Attachment, ...]
    failed: tuple[Attachment, ...]

    @property
    def is_complete(self) -> bool:
        """True when every file can go out."""
        return not (self.coming or self.failed)


async def readiness(unit: UnitOfWork, topic_id: int) -> Readiness:
    """Returns how far the files of a topic are."""
    found = (await topic_files.of_topics(unit, [topic_id])).get(topic_id, [])
    by_state = {
        state: tuple(attachment for attachment in found if attachment.state == state)
        for state in ("ready", "pending", "failed")
    }
    return Readiness(
        ready=by_state["ready"], coming=by_state["pending"], failed=by_state["failed"]
    )


async def issue_topic(
    context: ActorContext,
    topic_id: int,
    *,
    without_missing: bool,
) -> Topic:
    """Lets those whom a draft is for have it; the cadres there find it in their news.

    Raises NotFound, NotAllowed, and BadInput for a period that is over or while a file is
    missing, unless the rest is to go `without_missing`.
    """
    today = context.today
    draft = await get_draft(context.unit, topic_id, context.actor)
    if not await may_manage(context.unit, context.posts, draft, today=today):
        raise NotAllowed("topic-not-yours")
    if parse_period(draft.period).last_day < today:
        raise BadInput("topic-period-over")
    files = await readiness(context.unit, topic_id)
    if not files.is_complete:
        if not without_missing:
            raise BadInput("topic-files-missing", count=len(files.coming) + len(files.failed))
        missing = [attachment.id for attachment in (*files.coming, *files.failed)]
        await topic_files.remove(context.unit, topic_id, missing)
    await change(context.unit, draft, {"issued_at": context.now})
    _note(
        context,
        draft,
        "topic.issued",
        after={"title": draft.title},
    )
    await tell_cadres(context, draft)
    return draft


async def get_managed(
    unit: UnitOfWork, topic_id: int, *, posts: Sequence[Post], today: date
) -> Topic:
    """Returns a topic one may correct or withdraw; raises NotFound for any other."""
    found = await topics.find(unit, topic_id)
    if found is None or not found.is_live or not await may_manage(unit, posts, found, today=today):
        raise NotFound("topic-not-there")
    return found


async def correct_topic(
    context: ActorContext,
    topic_id: int,
    field: TopicField,
    text: str,
    *,
    version: int,
) -> None:
    """Writes words of a topic anew; who opened it finds that in their news.

    Raises NotFound, BadInput, and Conflict if it is no longer as it was seen.
    """
    topic = await _as_seen(
        context.unit,
        topic_id,
        version,
        posts=context.posts,
        policy=context.policy,
        now=context.now,
    )
    words = read_field(field, text)
    await change(context.unit, topic, {str(field): words})
    before, after = {str(field): topic.words_of(field) or None}, {str(field): words}
    _note(
        context,
        topic,
        "topic.corrected",
        before=before,
        after=after,
    )
    await _tell_openers(context, topic, "news-topic-corrected", is_there=True)


async def withdraw_topic(
    context: ActorContext,
    topic_id: int,
    *,
    version: int,
) -> Topic:
    """Takes a topic back: offered no more, kept in what was reported; who opened it hears of it.

    Raises NotFound, and Conflict if it is no longer as it was seen.
    """
    topic = await _as_seen(
        context.unit,
        topic_id,
        version,
        posts=context.posts,
        policy=context.policy,
        now=context.now,
    )
    await change(context.unit, topic, {"withdrawn_at": context.now})
    _note(
        context,
        topic,
        "topic.withdrawn",
        before={"title": topic.title},
    )
    await _tell_openers(context, topic, "news-topic-withdrawn", is_there=False)
    return topic


async def _as_seen(
    unit: UnitOfWork,
    topic_id: int,
    version: int,
    *,
    posts: Sequence[Post],
    policy: Policy,
    now: datetime,
) -> Topic:
    topic = await get_managed(unit, topic_id, posts=posts, today=policy.day_of(now))
    if topic.version != version:
        raise await overtaken(unit, topic_id)
    return topic


def _note(
    context: ActorContext,
    topic: Topic,
    action: str,
    *,
    before: Mapping[str, str | None] | None = None,
    after: Mapping[str, str | None] | None = None,
) -> None:
    audit.add_later(
        context.unit,
        audit.Entry(
            person_id=context.actor.id,
            action=action,
            subject=f"topic:{topic.id}",
            before=before,
            after=after,
        ),
        now=context.now,
    )


async def tell_cadres(context: ActorContext, topic: Topic) -> None:
    """Lets the cadres of the chapters that a topic is for find it in their news."""
    unit, today = context.unit, context.today
    reached = await chapters_to_guide(unit, context.posts, today=today)
    wanted = {chapter.id for chapter in reached if topic.is_for(chapter)}
    found = await people.holders(unit, wanted, roles=[Role.CADRE], day=today)
    told = {holder.person.id: holder.person for of in found.values() for holder in of}
    await _tell(
        unit,
        topic,
        (person for person in told.values() if person.id != context.actor.id),
        ("news-topic-issued", f"topic:{topic.id}:issued"),
        now=context.now,
    )


async def _tell_openers(context: ActorContext, topic: Topic, key: str, *, is_there: bool) -> None:
    unit = context.unit
    opened = {opening.person_id for opening in await topic_openings.list_of(unit, [topic.id])}
    known = await people.persons(unit, opened - {context.actor.id})
    await _tell(
        unit,
        topic,
        known.values(),
        (key, f"topic:{topic.id}:v{topic.version + 1}"),
        now=context.now,
        is_there=is_there,
    )


async def _tell(
    unit: UnitOfWork,
    topic: Topic,
    whom: Iterable[Person],
    keys: tuple[str, str],
    *,
    now: datetime,
    is_there: bool = True,
) -> None:
    """Tells people by the words and under the deduplication key of `keys`."""
    (key, dedupe), period = keys, parse_period(topic.period)
    lines = [
        News(
            person_id=person.id,
            section=Section.TOPICS,
            key=key,
            args={"title": topic.title, "period": period_words(period, person.language)},
            command=OpenTopic(topic.id).key if is_there else None,
            label_key="reminder-button-topic" if is_there else None,
            dedupe_key=f"{dedupe}:{person.id}",
        )
        for person in whom
    ]
    await add_news(unit, lines, now=now)
