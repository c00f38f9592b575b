"""From draft to issue: figures are frozen, a number is given, the document goes out.

Back only by a new version. A number is given once, by body, type, and term or year.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from documents.official.paper import Paper
from domain.chapters import Area
from domain.figures import Figures
from domain.official import DocumentState, DocumentTopic
from domain.periodic_facts import (
    Difference,
    PeriodicFacts,
    compare,
    facts_from_json,
    facts_to_json,
)
from domain.policy import Policy
from domain.refusals import BadInput, Conflict, NotFound
from domain.reporting_span import Span, parse_span, span_of
from operations.access import may_at, require_at
from operations.context import ActorContext
from operations.desks import list_kinds_in_sight
from operations.documents.facts import Subject, count_total, gather_facts
from operations.documents.issuing import Body, find_issuer
from operations.documents.papers import draw_up, write_in
from operations.rights import Right
from storage import Duplicate, UnitOfWork
from storage.directory import areas
from storage.documents import documents
from storage.documents.documents import StoredDocument
from storage.maintenance import audit

_LISTED = 60


@dataclass(frozen=True, slots=True)
class Opened:
    """A version of a document with its place."""

    document: StoredDocument
    place: Area

    @property
    def body(self) -> Body:
        """Whose document it is."""
        return Body(self.place, self.document.topic.association)

    @property
    def subject(self) -> Subject:
        """What it tells the figures of."""
        return Subject(self.place, self.document.topic.association, self.span)

    @property
    def span(self) -> Span:
        """The span it is about."""
        return parse_span(self.document.topic.period)


async def require_place(context: ActorContext, area_id: int, association: str = "") -> Area:
    """Returns a place for which somebody may make documents; raises NotFound, NotAllowed."""
    place = (await areas.by_ids(context.unit, [area_id])).get(area_id)
    kind = _kind_of(association)
    return require_at(Right.MAKE_DOCUMENT, context.posts, place, context.today, kind=kind)


async def list_bodies(context: ActorContext, area_id: int) -> dict[int, str]:
    """Returns whose documents of a place somebody may make, each by a number of its own.

    "" is the place as a whole with the number 0, others are associations by name; one that is
    alone is the whole.
    """
    place = (await areas.by_ids(context.unit, [area_id])).get(area_id)
    if place is None:
        return {}
    names: dict[str, int] = {}
    for kind in await list_kinds_in_sight(context, Right.MAKE_DOCUMENT):
        names.setdefault(kind.association, kind.id)

    def may(association: str) -> bool:
        kind = _kind_of(association)
        return may_at(Right.MAKE_DOCUMENT, context.posts, place.path, context.today, kind=kind)

    found = {number: name for name, number in names.items() if may(name)}
    if not may(""):
        return found
    return {0: ""} | (found if len(found) > 1 else {})


def _kind_of(association: str) -> tuple[int, str] | None:
    return (0, association) if association else None


async def open_document(context: ActorContext, topic: DocumentTopic) -> Opened:
    """Returns the newest version of a document, begun as a draft where there is none.

    Raises NotFound, NotAllowed, BadInput for a span that has not begun.
    """
    place = await require_place(context, topic.area_id, topic.association)
    check_span(parse_span(topic.period), context)
    found = await documents.find_newest(context.unit, topic)
    return Opened(found or await _begin(context, topic, 1), place)


async def _begin(context: ActorContext, topic: DocumentTopic, version: int) -> StoredDocument:
    """Begins a version as a draft; raises Conflict where somebody else has just done so."""
    with _unless_taken():
        async with context.unit.savepoint():
            number = await documents.add(
                context.unit, topic, version, person_id=context.actor.id, now=context.now
            )
    note(context, topic, "document.begun", after={"version": version})
    found = await documents.find(context.unit, number)
    if found is None:
        raise NotFound("not-in-sight")
    return found


@contextmanager
def _unless_taken() -> Iterator[None]:
    """Turns what somebody else did at the same moment into a Conflict."""
    try:
        yield
    except Duplicate:
        raise Conflict("doc-step-taken") from None


def check_span(span: Span, context: ActorContext) -> None:
    """Raises BadInput for a span of which nothing has happened yet."""
    if span > span_of(context.today, span.months):
        raise BadInput("doc-span-ahead")


async def get_document(context: ActorContext, document_id: int) -> Opened:
    """Returns a version of a document; raises NotFound, NotAllowed."""
    found = await documents.find(context.unit, document_id)
    if found is None:
        raise NotFound("not-in-sight")
    place = await require_place(context, found.topic.area_id, found.topic.association)
    return Opened(found, place)


async def list_documents(context: ActorContext) -> list[Opened]:
    """Returns the documents of the places somebody makes them for, changed last first."""
    own = {post.area_id for post in context.posts if post.area_id is not None}
    paths = [one.path for one in (await areas.by_ids(context.unit, own)).values()]
    below = {one.id: one for path in paths for one in await areas.list_below(context.unit, path)}
    found = await documents.list_of_areas(context.unit, below, most=_LISTED)
    return [Opened(one, below[one.topic.area_id]) for one in found if _may(context, one, below)]


def _may(context: ActorContext, one: StoredDocument, places: Mapping[int, Area]) -> bool:
    kind = _kind_of(one.topic.association)
    path = places[one.topic.area_id].path
    return may_at(Right.MAKE_DOCUMENT, context.posts, path, context.today, kind=kind)


async def advance(context: ActorContext, document_id: int, to: DocumentState) -> Opened:
    """Takes a document one step on; raises NotFound, NotAllowed, Conflict if it is elsewhere."""
    opened = await get_document(context, document_id)
    document = opened.document
    if document.state.next is not to:
        raise Conflict("doc-step-taken")
    values: dict[str, object] = {"state": to}
    if to is DocumentState.FROZEN:
        facts = await facts_of(context.unit, opened, policy=context.policy, now=context.now)
        values["facts"] = facts_to_json(facts)
    if to is DocumentState.NUMBERED:
        values |= await _next_number(context, opened)
    with _unless_taken():
        async with context.unit.savepoint():
            moved = await documents.move(
                context.unit, document_id, values, before=document.state, now=context.now
            )
    if not moved:
        raise Conflict("doc-step-taken")
    after = {"version": document.version}
    if "number" in values:
        after["number"] = int(str(values["number"]))
    note(context, document.topic, f"document.{to}", after=after)
    return await get_document(context, document_id)


async def _next_number(context: ActorContext, opened: Opened) -> dict[str, object]:
    """Returns the number that is next in the run of the body and type, and the day on it."""
    topic, today = opened.document.topic, context.today
    issuer = await find_issuer(context.unit, opened.body, context.policy)
    counted_from = issuer.count_from(today)
    last = await documents.highest_number(context.unit, topic, counted_from=counted_from)
    return {"number": last + 1, "numbered_on": today, "counted_from": counted_from}


async def begin_version(context: ActorContext, document_id: int) -> Opened:
    """Begins a new version of a document that is frozen or further; raises as `advance` does."""
    opened = await get_document(context, document_id)
    topic = opened.document.topic
    newest = await documents.find_newest(context.unit, topic)
    if newest is None or newest.state is DocumentState.DRAFT:
        raise Conflict("doc-draft-there")
    begun = await _begin(context, topic, newest.version + 1)
    edits = await documents.get_edits(context.unit, newest.id)
    if edits:
        await documents.set_edits(
            context.unit, begun.id, edits, edited=begun.edited, now=context.now
        )
    return await get_document(context, begun.id)


async def facts_of(
    unit: UnitOfWork, opened: Opened, *, policy: Policy, now: datetime
) -> PeriodicFacts:
    """Returns what a document says: as frozen, or of a draft as it is now."""
    stored = await documents.get_facts(unit, opened.document.id)
    if stored is not None:
        return facts_from_json(stored)
    kind = opened.document.topic.kind
    return await gather_facts(unit, opened.subject, kind, policy=policy, now=now)


async def total_of_document(
    unit: UnitOfWork, opened: Opened, *, policy: Policy, now: datetime
) -> Figures:
    """Returns the figures of the whole place that a document tells."""
    stored = await documents.get_facts(unit, opened.document.id)
    if stored is not None:
        return facts_from_json(stored).total
    return await count_total(unit, opened.subject, policy=policy, now=now)


async def list_differences(
    unit: UnitOfWork, opened: Opened, facts: PeriodicFacts, *, policy: Policy, now: datetime
) -> tuple[Difference, ...]:
    """Returns what `facts` say otherwise than the version before; of the first one nothing."""
    document = opened.document
    before = await documents.find_version(unit, document.topic, document.version - 1)
    if before is None:
        return ()
    old = await facts_of(unit, replace(opened, document=before), policy=policy, now=now)
    return compare(old, facts)


async def draw_newest(
    unit: UnitOfWork, topic: DocumentTopic, place: Area, *, policy: Policy, now: datetime
) -> Paper:
    """Returns a document as it is drawn in its newest version, as a draft where there is none."""
    found = await documents.find_newest(unit, topic) or StoredDocument(
        id=0,
        topic=topic,
        version=1,
        state=DocumentState.DRAFT,
        numbering=None,
        person_id=None,
        made_at=now,
        changed_at=now,
    )
    return await draw(unit, Opened(found, place), policy=policy, now=now)


async def draw(unit: UnitOfWork, opened: Opened, *, policy: Policy, now: datetime) -> Paper:
    """Returns a document as it is drawn, with the paragraphs that somebody wrote anew."""
    facts = await facts_of(unit, opened, policy=policy, now=now)
    paper = await draw_as_told(unit, opened, facts, policy=policy)
    edits = await documents.get_edits(unit, opened.document.id)
    return write_in(paper, edits, facts, policy.language) if edits else paper


async def draw_as_told(
    unit: UnitOfWork, opened: Opened, facts: PeriodicFacts, *, policy: Policy
) -> Paper:
    """Returns a document as its figures tell it."""
    document = opened.document
    issuer = await find_issuer(unit, opened.body, policy)
    return draw_up(
        document.topic.kind,
        facts,
        issuer,
        state=document.state,
        numbering=document.numbering,
        language=policy.language,
    )


def note(
    context: ActorContext,
    topic: DocumentTopic,
    action: str,
    *,
    after: dict[str, int] | None = None,
) -> None:
    """Writes down what somebody did with a document."""
    audit.add_later(
        context.unit,
        audit.Entry(
            person_id=context.actor.id,
            action=action,
            subject=f"area:{topic.area_id}",
            after={"document": topic.kind, "span": topic.period, **(after or {})},
        ),
        now=context.now,
    )
