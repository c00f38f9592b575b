"""Chỉ tiêu: each indicator beside its target, the period before and the same one last year."""

from collections.abc import Sequence
from dataclasses import dataclass

from desk.page import Drawn, Page, Visit
from desk.view import Asking
from documents.tables.columns import SheetName
from domain.indicators import Indicator, is_share
from operations.desks import at_desk
from operations.figures.indicator_words import aim_words, figure_words, met_words, value_words
from operations.figures.indicators import Aim, Line, get_report
from operations.rights import Right
from texts import label

# Each group goes on until the first indicator of the next.
_GROUPS = {
    Indicator.HELD: "meetings",
    Indicator.RAISED: "difficulties",
    Indicator.MEMBERS_NEW: "members",
    Indicator.STRENGTHENED: "strengthening",
    Indicator.REGISTERED: "models",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """An indicator in words, with what is aimed at and whether that is met."""

    name: str
    now: str
    is_told: bool
    aims: Sequence[tuple[Aim, str, str]]
    before: str
    year_before: str


async def show(visit: Visit) -> Drawn:
    """Shows the indicators of a place and period, in the order in which a review tells them."""
    context = visit.context
    report = await get_report(
        context.unit,
        at_desk(context.posts, context.today),
        visit.require_place().id,
        visit.view.period,
        policy=context.policy,
        now=context.now,
    )
    groups: dict[str, list[_Row]] = {}
    group = ""
    for line in report.lines:
        group = _GROUPS.get(line.indicator, group)
        groups.setdefault(group, []).append(_row(line, visit.language))
    return Drawn(frame="figures.html", values={"report": report, "groups": groups})


def _row(line: Line, language: str) -> _Row:
    share = is_share(line.indicator)
    return _Row(
        name=label(f"indicator-{line.indicator}", language),
        now=figure_words(line.now, language, share=share),
        is_told=line.now.value is not None,
        aims=[(aim, aim_words(aim, language), met_words(aim, language)) for aim in line.aims],
        before=value_words(line.before, language, share=share),
        year_before=value_words(line.year_before, language, share=share),
    )


FIGURES = Page(
    name="figures",
    path="/figures",
    right=Right.SEE_OVERVIEW,
    show=show,
    sheet=SheetName.INDICATORS,
    asking=Asking(by_kind=False),
)
