"""A document as its editors see it: each paragraph, what it rests on, what somebody made of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from documents.official.paper import Heading, Paper, Paragraph
from domain.figures import Figures
from domain.official import DocumentState, Edit
from domain.periodic_facts import Difference
from domain.reading import clean_text
from domain.refusals import BadInput, Conflict
from operations.context import ActorContext
from operations.documents.asked_figures import fill_in
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
_OPEN = (DocumentState.DRAFT, DocumentState.FROZEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A heading, or a paragraph with its `key`: as told by the figures, and as written anew."""

    told: str
    level: int = 0
    key: str = ""
    basis: Sequence[str] = ()
    reports: Sequence[str] = ()
    edit: Edit | None = None

    @property
    def text(self) -> str:
        """What stands in the document."""
        return self.edit.text if self.edit else self.told

    @property
    def has_moved(self) -> bool:
        """True where the figures tell otherwise than when somebody wrote it anew."""
        return self.edit is not None and self.edit.was != self.told


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
    edits = {one.key: one for one in await documents.get_edits(unit, document_id)}
    passages = _passages(paper, edits)
    there = {one.key for one in passages}
    return Manuscript(
        opened=opened,
        subject=f"{paper.title} {paper.subject}",
        number=paper.number,
        passages=passages,
        lost=[one for key, one in edits.items() if key not in there],
        total=facts.total,
        differences=await list_differences(unit, opened, facts, policy=policy, now=now),
    )


def _passages(paper: Paper, edits: dict[str, Edit]) -> list[Passage]:
    found = []
    for block in paper.body:
        if isinstance(block, Heading):
            found.append(Passage(told=block.text, level=block.level))
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
    words = clean_text(text)
    check_length(words, least=_SHORTEST, most=_LONGEST, short="doc-passage-empty")
    manuscript = await _open(context, document_id)
    told = _told(manuscript, key)
    words = await fill_in(context, manuscript.opened.subject, words)
    new = None if words == clean_text(told) else Edit(key=key, was=told, text=words)
    await _put(context, manuscript, key, new, edited)


async def settle_passage(
    context: ActorContext, document_id: int, key: str, *, keeps: bool, edited: int
) -> None:
    """Keeps what was written anew though the figures have moved, or takes what they tell now.

    Raises as `write_passage` does.
    """
    manuscript = await _open(context, document_id)
    edits = {one.key: one for one in _edits(manuscript)}
    if key not in edits:
        raise Conflict("doc-edited-meanwhile")
    new = None
    if keeps:
        new = Edit(key=key, was=_told(manuscript, key), text=edits[key].text)
    await _put(context, manuscript, key, new, edited)


async def _open(context: ActorContext, document_id: int) -> Manuscript:
    manuscript = await open_manuscript(context, document_id)
    if not manuscript.is_open:
        raise Conflict("doc-step-taken")
    return manuscript


def _edits(manuscript: Manuscript) -> list[Edit]:
    return [*(one.edit for one in manuscript.passages if one.edit), *manuscript.lost]


def _told(manuscript: Manuscript, key: str) -> str:
    found = next((one.told for one in manuscript.passages if key and one.key == key), None)
    if found is None:
        raise BadInput("doc-passage-gone")
    return found


async def _put(
    context: ActorContext, manuscript: Manuscript, key: str, new: Edit | None, edited: int
) -> None:
    document = manuscript.opened.document
    edits = [one for one in _edits(manuscript) if one.key != key]
    kept = [*edits, new] if new else edits
    if not await documents.set_edits(
        context.unit, document.id, kept, edited=edited, now=context.now
    ):
        raise Conflict("doc-edited-meanwhile")
    note(context, document.topic, "document.edited", after={"version": document.version})
