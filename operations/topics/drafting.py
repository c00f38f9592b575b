"""A topic is prepared: words and files are gathered before anybody else sees them."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from documents.secrecy import find_mark
from domain.calendar import Period, parse_period, period_of
from domain.people import Person, Post, split_only
from domain.reading import clean_text
from domain.refusals import BadInput, Conflict, NotFound
from domain.topics import Topic, TopicField
from operations.context import ActorContext
from operations.lengths import check_length
from operations.topics.scopes import Scope, get_scope, may_manage
from storage import UnitOfWork
from storage.people import people
from storage.topics import topic_files, topics

MOST_FILES = 10
_LIMITS = {TopicField.TITLE: 300}
_LONGEST = 3000
_SHORTEST = 3


def read_field(field: TopicField, text: str) -> str:
    """Returns the words of a topic as typed; raises BadInput where they cannot be kept.

    Words that bear a secrecy mark are no topic: secret matters do not belong here.
    """
    words = clean_text(text).strip()
    limit = _LIMITS.get(field, _LONGEST)
    if field is TopicField.TITLE:
        words = " ".join(words.split())
    check_length(words, least=_SHORTEST, most=limit, short="topic-bad-length")
    if find_mark(words):
        raise BadInput("topic-words-secret")
    return words


def periods_to_choose(today: date) -> list[Period]:
    """Returns the periods that a topic can be set for: months and quarters now and next."""
    month, quarter = period_of(today, 1), period_of(today, 3)
    return [month, month.next(), month.next().next(), quarter, quarter.next()]


async def start_draft(context: ActorContext, scope_key: str, *, period: Period, title: str) -> int:
    """Begins a topic that nobody but its author sees; returns its id.

    Raises NotAllowed for a scope that is not theirs, BadInput for a bad title or a period gone.
    """
    today, by = context.today, context.actor
    scope = await get_scope(
        context.unit, context.posts, scope_key, today=today, language=by.language
    )
    if period.last_day < today:
        raise BadInput("topic-period-over")
    words = read_field(TopicField.TITLE, title)
    return await add_draft(context.unit, scope, by=by, period=period, title=words)


async def add_draft(
    unit: UnitOfWork, scope: Scope, *, by: Person, period: Period, title: str
) -> int:
    """Adds a topic for a scope; returns its id."""
    kind_id, association = split_only(scope.only)
    added = await topics.add(
        unit,
        area_id=scope.area.id,
        kind_id=kind_id,
        association=association,
        period=str(period),
        title=title,
        issued_by=by.id,
    )
    await topics.narrow(unit, added, scope.chapter_ids)
    return added


async def get_draft(unit: UnitOfWork, topic_id: int, by: Person) -> Topic:
    """Returns a topic that somebody is preparing; raises NotFound for anything else."""
    found = await topics.find(unit, topic_id)
    if found is None or not found.is_draft or found.issued_by != by.id:
        raise NotFound("topic-draft-gone")
    return found


async def list_drafts(unit: UnitOfWork, by: Person) -> list[Topic]:
    """Returns the topics that somebody is preparing, the newest first."""
    return await topics.list_drafts(unit, by.id)


async def write_field(
    unit: UnitOfWork, topic_id: int, field: TopicField, text: str, *, by: Person
) -> None:
    """Writes words of a draft, "" for none; raises NotFound or BadInput."""
    draft = await get_draft(unit, topic_id, by)
    words = read_field(field, text) if text else None
    await change(unit, draft, {str(field): words})


async def drop_draft(unit: UnitOfWork, topic_id: int, *, by: Person) -> None:
    """Deletes a draft; its files go with the next clearing of the disk."""
    draft = await get_draft(unit, topic_id, by)
    await topics.remove(unit, draft.id)


async def add_file(unit: UnitOfWork, topic_id: int, attachment_id: int, *, by: Person) -> int:
    """Gives a file to a draft and returns how many it has; raises NotFound or BadInput."""
    draft = await get_draft(unit, topic_id, by)
    before = (await topic_files.of_topics(unit, [draft.id])).get(draft.id, [])
    if len(before) >= MOST_FILES:
        raise BadInput("topic-many-files", limit=MOST_FILES)
    await topic_files.add(unit, draft.id, [attachment_id])
    return len(before) + 1


async def remove_files(
    unit: UnitOfWork, topic_id: int, ids: Collection[int], *, by: Person
) -> None:
    """Takes files from a draft."""
    draft = await get_draft(unit, topic_id, by)
    await topic_files.remove(unit, draft.id, ids)


async def copy_to_next(
    unit: UnitOfWork, topic_id: int, *, by: Person, posts: Sequence[Post], today: date
) -> int:
    """Begins a draft with the same words and files for the next period; returns its id.

    Raises NotFound for a topic that is not theirs to manage.
    """
    old = await topics.find(unit, topic_id)
    if old is None or old.is_draft or not await may_manage(unit, posts, old, today=today):
        raise NotFound("topic-not-there")
    period = parse_period(old.period)
    following = max(period.next(), period_of(today, period.months))
    for draft in await topics.list_drafts(unit, by.id):
        if (draft.title, draft.period) == (old.title, str(following)):
            return draft.id
    added = await topics.add(
        unit,
        area_id=old.area_id,
        kind_id=old.kind_id,
        association=old.association,
        period=str(following),
        title=old.title,
        guidance=old.guidance,
        questions=old.questions,
        dialogue=old.dialogue,
        issued_by=by.id,
    )
    await topics.narrow(unit, added, old.chapter_ids)
    files = (await topic_files.of_topics(unit, [old.id])).get(old.id, [])
    await topic_files.add(
        unit, added, [attachment.id for attachment in files if attachment.state == "ready"]
    )
    return added


async def change(
    unit: UnitOfWork, topic: Topic, values: dict[str, str | datetime | int | None]
) -> None:
    """Writes columns of a topic as it was read; raises Conflict if somebody was quicker."""
    if not await topics.change(unit, topic.id, version=topic.version, **values):
        raise await overtaken(unit, topic.id)


async def overtaken(unit: UnitOfWork, topic_id: int) -> Conflict:
    """Returns the refusal that says who changed a topic meanwhile."""
    who = await topics.find_changer(unit, topic_id)
    known = await people.persons(unit, [who] if who else [])
    name = next((person.name for person in known.values()), "")
    return Conflict("topic-overtaken-by", who=name) if name else Conflict("topic-overtaken")
