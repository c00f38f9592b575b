"""Chủ đề: what was set, who opened it, in which reports it was used."""

from desk.listing import take_rows
from desk.page import Drawn, Page, Visit
from desk.view import Asking
from domain.calendar import parse_period
from operations.rights import Right
from operations.topics.topic_sheet import list_topics, open_topic_sheet
from operations.wording import period_words


async def show(visit: Visit) -> Drawn:
    """Shows the topics of a place and period."""
    found = await list_topics(visit.context, visit.stand.place, visit.view.period)
    periods = {
        one.topic.id: period_words(parse_period(one.topic.period), visit.language) for one in found
    }
    page = take_rows(visit, found, key=lambda one: str(one.topic.id))
    return Drawn(frame="topics.html", values={"page": page, "periods": periods})


async def show_topic(visit: Visit) -> Drawn:
    """Shows one topic with the units and reports behind its counts."""
    sheet = await open_topic_sheet(
        visit.context, visit.stand.place, visit.view.period, visit.number("topic")
    )
    period = period_words(parse_period(sheet.topic.period), visit.language)
    return Drawn(frame="topic.html", values={"sheet": sheet, "period": period})


TOPICS = Page(
    name="topics",
    path="/topics",
    right=Right.ISSUE_TOPIC,
    show=show,
    asking=Asking(choices={"rows": ("", "all")}),
)
TOPIC = Page(
    name="topic", path="/topics/{topic}", right=Right.ISSUE_TOPIC, show=show_topic, in_menu=False
)
