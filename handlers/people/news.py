"""All that a person was or is to be told, at any time."""

from domain.buttons import read_button
from domain.message import Choice
from handlers.screen import ScreenHandler, page_buttons, say_page, show, take_page
from operations.news import list_news, mark_seen, news_buttons
from operations.people.buttons import OpenNews
from operations.turn import Turn
from operations.wording import day_words
from texts import render


class NewsHandler(ScreenHandler):
    """Lists the newest news, those not told yet among them."""

    name = "news"
    command = "tin|news"
    words = "command-news-words"

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows one page; what stands on it is told by that."""
        found = await list_news(turn.unit, turn.require_person().id)
        wanted = read_button(argument, OpenNews)
        page = take_page(found, wanted.page if wanted else 1)
        turn.say("news-list" if found else "news-none")
        for kept in page.items:
            line = render(kept.news.key, turn.language, **kept.news.args)
            key = "news-item" if kept.is_told else "news-item-new"
            turn.say(key, day=day_words(turn.policy.day_of(kept.at)), line=line)
        say_page(turn, page)
        await mark_seen(turn.unit, page.items, now=turn.now)
        show(
            turn,
            *news_buttons([kept.news for kept in page.items], turn.language),
            navigation=(
                *page_buttons(turn, page, OpenNews),
                Choice("settings", turn.label("news-button-settings")),
            ),
        )
