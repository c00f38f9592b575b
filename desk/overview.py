"""Tổng quan: how a place is doing, where it is worst, what changed."""

from collections.abc import Callable, Sequence

from desk.page import Drawn, Page, Visit
from desk.trend import plot_trend
from desk.view import Asking, View
from documents.tables.columns import SheetName
from domain.figures import Figures
from domain.indicators import Indicator
from domain.names import collate
from operations.cases.case_board import BoardAsked, count_at_place
from operations.figures.confirming import MonthConfirmations, list_confirmations
from operations.figures.desk_overview import Part, look_over
from operations.figures.indicator_words import aimed_words, met_words
from operations.figures.indicators import Aim, list_aims
from operations.rights import Right
from texts import label

_BY = ("place", "kind", "cross")
# Where targets stand that are not about reports.
_TILES = {Indicator.MEMBERS: "present", Indicator.CADRE: "cadre"}
# What each column is ordered by; a share of nothing comes last, whichever way.
_ORDERS: dict[str, Callable[[Figures], float | None]] = {
    "share": lambda one: _share(one.reported, one.due),
    "due": lambda one: one.due,
    "on_time": lambda one: one.on_time,
    "late": lambda one: one.late,
    "missing": lambda one: one.missing,
    "awaited": lambda one: one.awaited,
    "present": lambda one: _share(one.present, one.room),
}


async def show(visit: Visit) -> Drawn:
    """Shows a place's figures, and those of what lies right below it or of its kinds."""
    view, place = visit.view, visit.require_place()
    as_today, by = view.chosen["geography"] == "now", view.chosen["by"]
    found = await look_over(
        visit.context, place, view.period, view.only, afresh=view.afresh, as_today=as_today
    )
    asked = BoardAsked(place=place, span=view.period, only=view.only)
    cases = await count_at_place(visit.context, asked) if visit.link("difficulties") else None
    by_kind = by == "kind"
    rows = found.by_kind if by_kind else found.by_place
    return Drawn(
        frame="overview.html",
        values={
            "found": found,
            "cases": cases,
            "rows": _ordered(rows, view),
            "by": by,
            "by_kind": by_kind,
            "by_ways": [
                (visit.word(f"by-{name}"), visit.link(by=name), name == by) for name in _BY
            ],
            "as_today": as_today,
            # Lists go by where units lay then: they would not be what is counted as of today.
            "to": _nowhere if as_today else visit.link,
            "reasons": _reasons(found.now),
            "trend": plot_trend(found.trend),
            "aims": await _aims(visit, found.now),
            "confirmations": await _confirmations(visit) if found.is_closed else None,
        },
    )


async def _aims(visit: Visit, figures: Figures) -> dict[str, list[tuple[Aim, str, str]]]:
    """Returns the targets by the tile that they belong to, in words and whether they are met."""
    view, language = visit.view, visit.language
    tiles: dict[str, list[tuple[Aim, str, str]]] = {"reported": [], "present": [], "cadre": []}
    place = visit.require_place()
    for aim in await list_aims(visit.context, place, view.period, view.only, figures):
        target = aim.target
        name = label(f"indicator-{target.indicator}", language)
        aimed = aimed_words(target.indicator, target.value, target.sense, language)
        words = visit.word("tile-aim", name=name, aimed=aimed)
        tile = _TILES.get(target.indicator, "reported")
        tiles[tile].append((aim, words, met_words(aim, language)))
    return tiles


def _nowhere(*_name: str, **_changes: object) -> str:
    return ""


async def _confirmations(visit: Visit) -> MonthConfirmations | None:
    """Returns how far a closed month is confirmed, None of a longer period."""
    if visit.view.period.months > 1:
        return None
    month = visit.view.period.periods[0]
    return await list_confirmations(visit.context, visit.require_place(), month)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _ordered(rows: Sequence[Part], view: View) -> list[Part]:
    """Returns the rows in the order asked for; those alike stand in the order of their names."""
    named = sorted(rows, key=lambda row: collate(row.name), reverse=view.sort == "-name")
    if view.column == "name":
        return named
    if view.column == "before":
        return _by(named, lambda row: _share(row.before.reported, row.before.due), view)
    order = _ORDERS[view.column]
    return _by(named, lambda row: order(row.now), view)


def _by(rows: Sequence[Part], key: Callable[[Part], float | None], view: View) -> list[Part]:
    known = [(value, row) for row in rows if (value := key(row)) is not None]
    known.sort(key=lambda pair: pair[0], reverse=view.is_falling)
    return [*(row for _, row in known), *(row for row in rows if key(row) is None)]


def _reasons(figures: Figures) -> list[tuple[str, int]]:
    """Returns what is taken from or added to the chapters until what is due is left."""
    parts = (
        ("closed", -figures.closed),
        ("not_founded", -figures.not_founded),
        ("paused", -figures.paused),
        ("not_this_month", -figures.not_this_month),
        ("not_recorded", -figures.not_recorded),
        ("repeated", figures.repeated),
    )
    return [(name, number) for name, number in parts if number]


OVERVIEW = Page(
    name="overview",
    path="/",
    right=Right.SEE_OVERVIEW,
    show=show,
    sheet=SheetName.FIGURES,
    asking=Asking(
        columns=("share", "name", "before", *_ORDERS),
        choices={"by": _BY, "geography": ("then", "now")},
    ),
)
