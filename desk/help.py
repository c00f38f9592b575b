"""How a figure is counted, with the numbers of the place and period looked at put in."""

from desk.page import Drawn, Page, Visit
from desk.view import Asking
from domain.figures import Figures
from domain.refusals import NotFound
from operations.figures.desk_overview import count_place
from operations.rights import Right
from texts.numbers import count, percent

# Each figure with the names of its part and its whole.
_TOPICS = {
    "reported": ("reported", "due"),
    "missing": ("missing", "due"),
    "present": ("present", "room"),
    "cadre": ("cadre", "cadre_asked"),
}


async def show(visit: Visit) -> Drawn:
    """Explains one figure; raises NotFound for one that there is not."""
    topic, view, place = visit.given["topic"], visit.view, visit.require_place()
    if topic not in _TOPICS:
        raise NotFound("not-in-sight")
    now = await count_place(visit.context, place, view.period, view.only, afresh=view.afresh)
    return Drawn(
        frame="help.html",
        values={
            "topic": topic,
            "topics": list(_TOPICS),
            "explained": visit.word(f"help-{topic}"),
            "reckoned": _reckoned(topic, now, visit),
        },
    )


def _reckoned(topic: str, figures: Figures, visit: Visit) -> str:
    """Returns the figure as it is reckoned: part, whole and share; "" of nothing."""
    part, whole = (getattr(figures, name) for name in _TOPICS[topic])
    if not whole:
        return ""
    return visit.word(
        f"help-{topic}-now",
        part=count(part, visit.language),
        whole=count(whole, visit.language),
        share=percent(part, whole, visit.language),
    )


HELP = Page(
    name="help",
    path="/help/{topic}",
    right=Right.SEE_OVERVIEW,
    show=show,
    asking=Asking(),
    in_menu=False,
)
