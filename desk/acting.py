"""What a form asks for, tried: done, or a sentence why not, with nothing changed."""

from collections.abc import Awaitable

from desk.page import Visit
from desk.view import read_number
from domain.refusals import BadInput, Closed, Conflict
from texts import label


async def try_out(visit: Visit, work: Awaitable[object]) -> str:
    """Does something and returns "", or the sentence why it may not be."""
    try:
        async with visit.context.unit.savepoint():
            await work
    except (BadInput, Closed, Conflict) as refusal:
        return label(refusal.code, visit.language, **refusal.facts)
    return ""


def read_field(visit: Visit, name: str) -> int:
    """Returns a number that a form carries; raises BadInput for what is none."""
    try:
        return read_number(str(visit.form.get(name, "")))
    except ValueError as error:
        raise BadInput("desk-bad-request") from error


def read_words(visit: Visit, name: str, *, longest: int = 4000) -> str:
    """Returns what was written into a field of a form."""
    return str(visit.form.get(name, ""))[:longest].strip()
