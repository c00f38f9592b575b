"""Thời hạn: how many days each level of a place has to answer a difficulty."""

from desk.acting import read_words, try_out
from desk.page import Drawn, Page, Visit
from desk.view import Asking, read_number
from domain.refusals import BadInput, NotAllowed
from operations.cases.terms import LONGEST_TERM, list_terms, set_term
from operations.rights import Right


async def show(visit: Visit, problem: str = "") -> Drawn:
    """Shows the terms as they hold; a problem stands at the level that was sent."""
    try:
        _, terms = await list_terms(visit.context, visit.require_place().id)
    except NotAllowed:
        # Who is there for one association does not speak for the place.
        terms = {}
    return Drawn(
        frame="terms.html",
        values={
            "terms": terms,
            "problem": problem,
            "level": read_words(visit, "level") if problem else "",
            "typed": read_words(visit, "days"),
        },
    )


async def act(visit: Visit) -> str | Drawn:
    """Sets the days of one level."""
    level, place = read_words(visit, "level"), visit.require_place()
    problem = await try_out(visit, _set(visit, place.id, level))
    return await show(visit, problem) if problem else visit.link(done="set")


async def _set(visit: Visit, area_id: int, level: str) -> None:
    try:
        days = read_number(read_words(visit, "days"))
    except ValueError:
        raise BadInput("case-term-wrong", longest=LONGEST_TERM) from None
    await set_term(visit.context, area_id, level, days)


TERMS = Page(
    name="terms",
    path="/directory/terms",
    right=Right.MANAGE,
    show=show,
    act=act,
    asking=Asking(by_kind=False, choices={"done": ("", "set")}),
    in_menu=False,
)
