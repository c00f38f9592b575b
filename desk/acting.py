"""What a form asks for, tried: done, or a sentence why not, with nothing changed."""

from collections.abc import Awaitable, Callable
from datetime import date

from desk.page import Drawn, Visit
from desk.view import read_number
from domain.refusals import BadInput, Closed, Conflict, Refusal
from operations.wording import day_words
from texts import label

# What is said on the page; what is out of sight is as if it were not there.
REFUSED = (BadInput, Closed, Conflict)


async def try_out(visit: Visit, work: Awaitable[object]) -> str:
    """Does something and returns "", or the sentence why it may not be."""
    try:
        async with visit.context.unit.savepoint():
            await work
    except REFUSED as refusal:
        return refusal_words(visit, refusal)
    return ""


async def go_on(
    visit: Visit,
    work: Awaitable[str | Drawn],
    tell: Callable[[str], Awaitable[Drawn]],
) -> str | Drawn:
    """Returns what something leads to once done, or what `tell` shows of why it may not be."""
    try:
        async with visit.context.unit.savepoint():
            return await work
    except REFUSED as refusal:
        return await tell(refusal_words(visit, refusal))


def refusal_words(visit: Visit, refusal: Refusal) -> str:
    """Returns the sentence that says why something may not be."""
    return label(refusal.code, visit.language, **refusal.facts)


def read_field(visit: Visit, name: str) -> int:
    """Returns a number that a form carries; raises BadInput for what is none."""
    return require_number(str(visit.form.get(name, "")))


def read_fields(visit: Visit, name: str) -> list[int]:
    """Returns the numbers that a form carries by one name; raises BadInput for what is none."""
    return [require_number(str(value)) for value in visit.form.getlist(name)]


def read_chosen(visit: Visit, name: str) -> int | None:
    """Returns the number that a parameter of the page is, if given; raises BadInput."""
    text = visit.view.chosen[name]
    return require_number(text) if text else None


def require_number(text: str) -> int:
    """Returns the number that a text is; raises BadInput for what is none."""
    try:
        return read_number(text)
    except ValueError as error:
        raise BadInput("desk-bad-request") from error


def read_day(visit: Visit, name: str) -> date:
    """Returns a day that a form carries; raises BadInput with an example for what is none."""
    try:
        return date.fromisoformat(read_words(visit, name))
    except ValueError:
        example = day_words(visit.context.today)
        raise BadInput("appoint-bad-day", example=example) from None


def read_words(visit: Visit, name: str, *, longest: int = 4000) -> str:
    """Returns what was written into a field of a form."""
    return str(visit.form.get(name, ""))[:longest].strip()
