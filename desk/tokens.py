"""Mã truy cập: tokens by which other systems read, given here, shown once, cut off at once."""

from desk.acting import read_field, read_words, try_out
from desk.page import Drawn, Page, Visit
from documents.tables.columns import Shown
from domain.refusals import BadInput
from operations.api.tokens import (
    LONGEST_NAME,
    MOST_DAYS,
    TokenAsked,
    cut_off_token,
    give_token,
    list_tokens,
)
from operations.rights import Right

_TO_CHOOSE = (Shown.WORDS, Shown.PEOPLE)


async def show(visit: Visit, problem: str = "", token: str = "") -> Drawn:
    """Shows the tokens of a place and below, and a form for a new one."""
    return Drawn(
        frame="tokens.html",
        values={
            "lines": await list_tokens(visit.context, visit.require_place()),
            "classes": _TO_CHOOSE,
            "most_days": MOST_DAYS,
            "longest": LONGEST_NAME,
            "token": token,
            "problem": problem,
        },
    )


async def act(visit: Visit) -> str | Drawn:
    """Gives a token, which is shown this once, or cuts one off."""
    if "cut_off" in visit.form:
        await cut_off_token(visit.context, read_field(visit, "cut_off"))
        return visit.link()
    given: list[str] = []
    problem = await try_out(visit, _give(visit, given))
    return await show(visit, problem, *given)


async def _give(visit: Visit, given: list[str]) -> None:
    chosen = {str(name) for name in visit.form.getlist("classes")}
    if not chosen <= set(_TO_CHOOSE):
        raise BadInput("desk-bad-request")
    asked = TokenAsked(
        name=read_words(visit, "name", longest=LONGEST_NAME + 1),
        area_id=visit.require_place().id,
        only=visit.view.only,
        classes=frozenset(Shown(name) for name in chosen),
        days=read_field(visit, "days"),
    )
    given.append(await give_token(visit.context, asked, random_bytes=visit.settings.random_bytes))


TOKENS = Page(
    name="tokens",
    path="/tokens",
    right=Right.GIVE_TOKEN,
    show=show,
    act=act,
)
