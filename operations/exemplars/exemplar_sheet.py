"""Exemplars with the units that try them, as they are looked through at the desk."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.chapters import Chapter
from domain.exemplars import Copy
from operations.access import may_see
from operations.context import ActorContext
from operations.exemplars.lookup import Register, RegisterQuery, list_register
from operations.exemplars.register import ExemplarView, get_exemplar
from storage.directory import chapters
from storage.exemplars import exemplar_copies
from storage.exemplars.exemplar_copies import CopyCounts


@dataclass(frozen=True, slots=True, kw_only=True)
class ExemplarList:
    """The exemplars that fit, and how each spread, by its id."""

    register: Register
    spread: Mapping[int, CopyCounts]


async def list_exemplars(context: ActorContext, query: RegisterQuery) -> ExemplarList:
    """Returns the exemplars in sight that fit; raises NotAllowed, NotFound."""
    register = await list_register(context.unit, context.posts, query, today=context.today)
    ids = {one.id for one in register.lines}
    spread = await exemplar_copies.count_copies(context.unit, ids) if ids else {}
    return ExemplarList(register=register, spread=spread)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExemplarSheet:
    """An exemplar, and the units in sight that try it or did; `elsewhere` counts the others."""

    view: ExemplarView
    tried: Sequence[tuple[Copy, Chapter]]
    elsewhere: int


async def open_exemplar_sheet(context: ActorContext, exemplar_id: int) -> ExemplarSheet:
    """Returns an exemplar in sight; raises NotFound."""
    view = await get_exemplar(context.unit, context.posts, exemplar_id, today=context.today)
    copies = await exemplar_copies.list_of(context.unit, exemplar_id)
    known = await chapters.by_ids(context.unit, {one.chapter_id for one in copies})
    tried = [
        (one, known[one.chapter_id])
        for one in copies
        if may_see(context.posts, known[one.chapter_id], context.today)
    ]
    return ExemplarSheet(view=view, tried=tried, elsewhere=len(copies) - len(tried))
