"""A document as its editors see it: each paragraph, what it rests on, what somebody made of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from documents.official.paper import Block, Heading, Paragraph
from domain.figures import Figures
from domain.official import DocumentState, Edit
from domain.periodic_facts import Difference
from domain.reading import clean_text
from domain.refusals import BadInput, Conflict
from operations.context import ActorContext
from operations.documents.asked_figures import fill_in
from operations.documents.own_passages import add_own, arrange, new_key
from operations.documents.register import (
    Opened,
    draw_as_told,
    facts_of,
    get_document,
    list_differences,
    note,
)
from operations.lengths import check_length
from storage.documents import documents

_SHORTEST, _LONGEST = 2, 4000
_MOST_OWN = 40
_OPEN = (DocumentState.DRAFT, DocumentState.FROZEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A heading or paragraph with its `key`: as told by the figures, and as written anew.

    `is_own` says that it was added, and rests on no figures.
    """

    told: str
    level: int = 0
    key: str = ""
    basis: Sequence[str] = ()
    reports: Sequence[str] = ()
    edit: Edit | None = None

    @property
    def is_own(self) -> bool:
        """True for a paragraph that the office added."""
        return self.edit is not None and self.edit.is_own

    @property
    def text(self) -> str:
        """What stands in the document."""
        return self.edit.text if self.edit else self.told

    @property
    def has_moved(self) -> bool:
        """True where the figures tell otherwise than when somebody wrote it anew."""
        return self.edit is not None and not self.is_own and self.edit.was != self.told


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """A document with its passages; `lost` are edits of paragraphs that it has no longer.

    `total` are its figures, `differences` those from the version before.
    """

    opened: Opened
    subject: str
    number: str
    passages: Sequence[Passage]
    lost: Sequence[Edit]
    total: Figures
    differences: Sequence[Difference]

    @property
    def is_open(self) -> bool:
        """True while its paragraphs can be written anew."""
        return self.opened.document.state in _OPEN


async def open_manuscript(context: ActorContext, document_id: int) -> Manuscript:
    """Returns a document for its editors; raises NotFound, NotAllowed."""
    unit, policy, now = context.unit, context.policy, context.now
    opened = await get_document(context, document_id)
    facts = await facts_of(unit, opened, policy=policy, now=now)
    paper = await draw_as_told(unit, opened, facts, policy=policy)
    edits = {edit.key: edit for edit in await documents.get_edits(unit, document_id)}
    body = add_own(paper.body, edits.values(), policy.language)
    passages = _passages(body, edits)
    there = {passage.key for passage in passages}
    return Manuscript(
        opened=opened,
        subject=f"{paper.title} {paper.subject}",
        number=paper.number,
        passages=passages,
        lost=[edit for key, edit in edits.items() if key not in there],
        total=facts.total,
        differences=await list_differences(unit, opened, facts, policy=policy, now=now),
    )


def _passages(body: Iterable[Block], edits: dict[str, Edit]) -> list[Passage]:
    found = []
    for block in body:
        if isinstance(block, Heading):
            found.append(Passage(told=block.text, level=block.level, key=block.key))
        elif isinstance(block, Paragraph):
            numbers = dict.fromkeys(one for said in block.sentences for one in said.reports)
            basis = dict.fromkeys(said.basis for said in block.sentences if not said.reports)
            found.append(
                Passage(
                    told=block.text,
                    key=block.key,
                    basis=list(basis),
                    reports=list(numbers),
                    edit=edits.get(block.key),
                )
            )
    return found


async def write_passage(
    context: ActorContext, document_id: int, key: str, text: str, *, edited: int
) -> None:
    """Writes a paragraph anew; one as the figures tell it is no longer an edit.

    Where it has room for what chapters answered, the figures of now are put there. Raises BadInput
    where there are none, and Conflict where somebody changed the document since `edited`, or it
    has a number.
    """
    manuscript = await _open(context, document_id)
    words = await _read(context, manuscript, text)
    edits, known = _edits(manuscript), _find(manuscript, key)
    if known.is_own and known.edit:
        written = replace(known.edit, text=words)
        kept = [written if edit.key == key else edit for edit in edits]
    else:
        kept = _without(edits, key)
        if words != clean_text(known.told):
            kept.append(Edit(key=key, was=known.told, text=words))
    await _put(context, manuscript, kept, edited)


async def add_passage(
    context: ActorContext, document_id: int, after: str, text: str, *, edited: int
) -> None:
    """Adds a paragraph that rests on no figures, behind a passage or, with "", before all.

    Raises as `write_passage` does, and BadInput where there are too many.
    """
    manuscript = await _open(context, document_id)
    words = await _read(context, manuscript, text)
    order, edits = [passage.key for passage in manuscript.passages], _edits(manuscript)
    if after and after not in order:
        raise BadInput("doc-passage-gone")
    if sum(edit.is_own for edit in edits) >= _MOST_OWN:
        raise BadInput("doc-passage-many", most=_MOST_OWN)
    own = Edit(key=new_key(edits), text=words, after=after)
    order.insert(order.index(after) + 1 if after else 0, own.key)
    await _put(context, manuscript, arrange(edits, own, order), edited)


async def move_passage(
    context: ActorContext, document_id: int, key: str, *, by: int, edited: int
) -> None:
    """Moves a paragraph that was added so many passages on or back; raises as the others do."""
    manuscript = await _open(context, document_id)
    known = _find(manuscript, key)
    if not known.is_own or known.edit is None:
        raise BadInput("doc-passage-gone")
    order = [passage.key for passage in manuscript.passages]
    place = order.index(key)
    order.insert(max(0, place + by), order.pop(place))
    await _put(context, manuscript, arrange(_edits(manuscript), known.edit, order), edited)


async def settle_passage(
    context: ActorContext, document_id: int, key: str, *, keeps: bool, edited: int
) -> None:
    """Keeps what was written anew though the figures have moved, or takes what they tell now.

    What was added is taken away. Raises as `write_passage` does.
    """
    manuscript = await _open(context, document_id)
    edits = _edits(manuscript)
    edit = next((edit for edit in edits if edit.key == key), None)
    if edit is None:
        raise Conflict("doc-edited-meanwhile")
    kept = _without(edits, key)
    if keeps:
        kept.append(replace(edit, was=_find(manuscript, key).told))
    await _put(context, manuscript, kept, edited)


async def _open(context: ActorContext, document_id: int) -> Manuscript:
    manuscript = await open_manuscript(context, document_id)
    if not manuscript.is_open:
        raise Conflict("doc-step-taken")
    return manuscript


async def _read(context: ActorContext, manuscript: Manuscript, text: str) -> str:
    """Returns what a paragraph says once figures are put in; raises BadInput."""
    words = clean_text(text)
    check_length(words, least=_SHORTEST, most=_LONGEST, short="doc-passage-empty")
    return await fill_in(context, manuscript.opened.subject, words)


def _edits(manuscript: Manuscript) -> list[Edit]:
    there = (passage.edit for passage in manuscript.passages)
    return [*(edit for edit in there if edit), *manuscript.lost]


def _without(edits: Iterable[Edit], key: str) -> list[Edit]:
    return [edit for edit in edits if edit.key != key]


def _find(manuscript: Manuscript, key: str) -> Passage:
    """Returns a paragraph; raises BadInput where there is none."""
    for passage in manuscript.passages:
        if key and passage.key == key and not passage.level:
            return passage
    raise BadInput("doc-passage-gone")


async def _put(
    context: ActorContext, manuscript: Manuscript, edits: Sequence[Edit], edited: int
) -> None:
    document = manuscript.opened.document
    if not await documents.set_edits(
        context.unit, document.id, edits, edited=edited, now=context.now
    ):
        raise Conflict("doc-edited-meanwhile")
    note(context, document.topic, "document.edited", after={"version": document.version})
