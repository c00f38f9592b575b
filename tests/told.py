"""News as their readers get them: with the next message, whatever brings it."""

from domain.message import Expects, Message, Prompt
from domain.news import News
from operations.news import news_buttons, news_lines
from operations.replies import enqueue_notices, notice
from operations.turn import COMMAND_PROMPT
from storage import Database
from storage.messages import addresses
from storage.notifications import news
from tests.talks import Phone, Talks


async def untold(database: Database, person_id: int) -> list[News]:
    """What somebody is still to be told."""
    async with database.read() as unit:
        found = await news.list_newest(unit, person_id, limit=100)
        return [kept.news for kept in reversed(found) if not kept.is_told]


async def bring_news(town: Talks, person_id: int, phone: Phone) -> None:
    """Shows somebody their news on a phone, as the daily bundle or a reminder does."""
    async with town.database.write() as unit:
        told = await news.take(unit, {person_id: unit.new_id()}, now=town.now)
        lines = told.get(person_id, [])
        here = (await addresses.find_many(unit, [phone.address]))[phone.address]
        prompt_id = f"{COMMAND_PROMPT}t{unit.new_id()}"
        prompt = Prompt(id=prompt_id, expects=Expects.CHOICE, choices=news_buttons(lines, "vi"))
        message = Message(text="\n\n".join(news_lines(lines, "vi")), prompt=prompt)
        row = notice(unit, here, message, dedupe_key=prompt_id)
        await enqueue_notices(unit, [row], now=town.now)
    await town.run()
