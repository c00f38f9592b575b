"""Answers of chapters where a paragraph of a document has room for them."""

import re

from domain.figures import SMALLEST_CELL
from domain.questionnaires.answers import write_decimal
from domain.refusals import BadInput
from operations.context import ActorContext
from operations.documents.facts import Subject
from storage.questionnaires.named_sums import NamedSum, sum_named

# "{{clean_water}}" is the sum of a question's numbers, "{{need.boat}}" how many chose an option.
_ROOM = re.compile(r"\{\{\s*([A-Za-z_]\w{0,30})(?:\.([\w.-]{1,24}))?\s*\}\}", re.ASCII)


async def fill_in(context: ActorContext, subject: Subject, text: str) -> str:
    """Returns a paragraph with the figures that its rooms name, as they are now.

    Raises BadInput for what nobody has answered there, or too few to be told.
    """
    names = {found[1] for found in _ROOM.finditer(text)}
    if not names:
        return text
    place = subject.place
    sums = await sum_named(context.unit, place.path, subject.association, subject.span, names)
    return _ROOM.sub(lambda found: _figure(sums, found[1], found[2]), text)


def _figure(sums: list[NamedSum], question: str, option: str | None) -> str:
    of = [each for each in sums if each.question == question]
    if option is None:
        totals = [each.total for each in of if each.total is not None]
        if not totals:
            raise BadInput("doc-asked-unknown", name=question)
        return write_decimal(sum(totals[1:], totals[0]))
    counts = {each.choice: each.chapters for each in of if each.choice is not None}
    if not counts:
        raise BadInput("doc-asked-unknown", name=f"{question}.{option}")
    if sum(counts.values()) < SMALLEST_CELL:
        raise BadInput("doc-asked-few", name=question, least=SMALLEST_CELL)
    return str(counts.get(option, 0))
