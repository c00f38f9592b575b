"""All that a person was or is to be told, at any time."""

from domain.message import Choice
from handlers.screen import (
    ScreenHandler,
    page_buttons,
    parse_number,
    say_page,
    show,
    take_page,
)
from operations.news import list_news, mark_seen, news_buttons
from operations.turn import Turn
from operations.wording import day_words
from texts import render


class NewsHandler(ScreenHandler):
    """Lists the newest news ("", "2"), those not told yet among them."""

    name = "news"
    command = "tin|news"
    words = "command-news-words"

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows one page; what stands on it is told by that."""
        found = await list_news(turn.unit, turn.require_person().id)
        page = take_page(found, parse_number(argument))
        turn.say("news-list" if found else "news-none")
        for one in page.items:
            line = render(one.news.key, turn.language, **one.news.args)
            key = "news-item" if one.is_told else "news-item-new"
            turn.say(key, day=day_words(turn.policy.local(one.at).date()), line=line)
        say_page(turn, page)
        await mark_seen(turn.unit, page.items, now=turn.now)
        show(
            turn,
            *news_buttons([one.news for one in page.items], turn.language),
            navigation=(
                *page_buttons(turn, page, "news."),
                Choice("settings", turn.label("news-button-settings")),
            ),
        )
