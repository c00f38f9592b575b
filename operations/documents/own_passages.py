"""Paragraphs of the office's own in a document: where they stand among what the figures tell."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from documents.official.paper import Block, Heading, Paragraph, Sentence
from domain.official import Edit
from texts import label

_PREFIX = "own."


def new_key(edits: Iterable[Edit]) -> str:
    """Returns a key that no paragraph of the office's own bears yet."""
    numbers = (int(edit.key.removeprefix(_PREFIX)) for edit in edits if edit.is_own)
    return f"{_PREFIX}{max(numbers, default=0) + 1}"


def add_own(body: Iterable[Block], edits: Iterable[Edit], language: str) -> Iterator[Block]:
    """Yields the blocks with the office's own paragraphs where they stand, in the order given.

    Where what stood before one is no longer told, it stays in the same part or section.
    """
    blocks = list(body)
    keys = [key for block in blocks if (key := key_of(block))]
    at: dict[str, list[Paragraph]] = defaultdict(list)
    for edit in edits:
        if edit.after is not None:
            said = Sentence(edit.text, label("doc-basis-own", language))
            at[_anchor(edit.after, keys)].append(Paragraph((said,), edit.key))
    yield from at.pop("", ())
    for block in blocks:
        yield block
        yield from at.pop(key_of(block), ())


def key_of(block: Block) -> str:
    """Returns the key of a heading or paragraph, "" where there is none."""
    return block.key if isinstance(block, Heading | Paragraph) else ""


def _anchor(after: str, keys: Sequence[str]) -> str:
    """Returns the passage behind which a paragraph stands, though its own may be gone."""
    if not after or after in keys:
        return after
    part = after
    while part:
        part = part.rpartition(".")[0].rstrip(".")
        near = [key for key in keys if key.startswith(part)]
        if near:
            return near[-1]
    return ""


def arrange(edits: Sequence[Edit], own: Edit, order: Sequence[str]) -> list[Edit]:
    """Returns the edits with a paragraph of the office's own where `order`, all keys, has it."""
    told = [key for key in order[: order.index(own.key)] if not key.startswith(_PREFIX)]
    placed = replace(own, after=told[-1] if told else "")
    written = [*(edit for edit in edits if edit.key != own.key), placed]
    return sorted(written, key=lambda edit: order.index(edit.key) if edit.is_own else -1)
