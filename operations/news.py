"""Tells people what happened, with the message they get anyway; only what is urgent at once."""

from collections.abc import Sequence
from datetime import datetime
from textwrap import shorten

from domain.message import Choice, Expects, Message, Prompt
from domain.names import given_name
from domain.news import News, Section
from domain.outbox import OutboxRow
from domain.people import Person
from domain.talks import KnownAddress
from operations.speech import enqueue_notices, notice
from operations.turn import STANDING
from storage import Unit, addresses, news, people
from texts import label, render

# More lines or buttons are not read on a small phone: the rest is a press away.
SHOWN_LINES = 8
SHOWN_BUTTONS = 6
_LONGEST_LABEL = 60


async def add_news(unit: Unit, lines: Sequence[News], *, now: datetime) -> None:
    """Keeps what people are to be told; what is urgent is queued as a message of its own now."""
    await news.add(unit, lines, now=now)
    hurried = {one.person_id for one in lines if one.urgent}
    if not hurried:
        return
    untold = await news.list_untold(unit, hurried)
    known = await people.persons(unit, hurried)
    reached = await addresses.preferred(unit, hurried)
    rows = [
        _message_at_once(unit, reached[person_id], known[person_id], one)
        for person_id in sorted(reached)
        for one in untold.get(person_id, ())
        if one.urgent
    ]
    await enqueue_notices(unit, rows, now=now)
    await news.mark_told(unit, set(reached), urgent=True, now=now)


def _message_at_once(unit: Unit, to: KnownAddress, person: Person, one: News) -> OutboxRow:
    prompt_id = f"{STANDING}n{unit.new_id()}"
    who = f"{person.address_form} {given_name(person.name)}"
    buttons = news_buttons([one], person.language)
    text = "\n\n".join(
        [render("news-greeting", person.language, who=who), *news_lines([one], person.language)]
    )
    prompt = Prompt(id=prompt_id, expects=Expects.CHOICE, choices=buttons) if buttons else None
    message = Message(text=text, prompt=prompt)
    return notice(unit, to, message, dedupe_key=f"news:{one.dedupe_key or prompt_id}")


def news_lines(lines: Sequence[News], language: str) -> list[str]:
    """Returns the paragraphs of news, one for each section, the most important first."""
    paragraphs: list[str] = []
    for section in Section:
        mine = [one for one in lines if one.section is section]
        if mine:
            shown = [render(one.key, language, **one.args) for one in mine[:SHOWN_LINES]]
            more = len(mine) - len(shown)
            if more:
                shown.append(render("news-more", language, count=more))
            paragraphs.append("\n".join([render(f"news-{section}", language), *shown]))
    return paragraphs


def news_buttons(lines: Sequence[News], language: str) -> tuple[Choice, ...]:
    """Returns a button for each thing that can be acted on, at most a handful."""
    order = list(Section)
    ranked = sorted(lines, key=lambda one: order.index(one.section))
    choices = {
        one.command: Choice(one.command, _button(one.label_key, one, language))
        for one in ranked
        if one.command and one.label_key
    }
    return tuple(choices.values())[:SHOWN_BUTTONS]


def _button(label_key: str, one: News, language: str) -> str:
    return shorten(label(label_key, language, **one.args), _LONGEST_LABEL, placeholder="…")
