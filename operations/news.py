"""Tells people what happened, with the message they get anyway; only what is urgent at once."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from dialogue.words import shorten
from domain.message import Choice, Expects, Message, Prompt
from domain.news import News, Section
from domain.people import Person
from operations.replies import Delivery, enqueue_notices, notice
from operations.turn import COMMAND_PROMPT
from storage import UnitOfWork
from storage.maintenance import tasks
from storage.messages import addresses, outbox
from storage.notifications import news, preferences
from storage.notifications.news import KeptNews
from storage.people import people
from texts import label, render

# More lines or buttons are not read on a small phone: the rest is a press away.
SHOWN_LINES = 8
SHOWN_BUTTONS = 6
_LONGEST_LABEL = 60
_LISTED = 60
# As many messages are written in one transaction; the rest is a task's, so that talks go on.
TOLD_AT_ONCE = 200
TELL_NEWS = "tell-news"


async def add_news(unit: UnitOfWork, lines: Sequence[News], *, now: datetime) -> None:
    """Keeps what people are to be told; what is urgent is queued as a message of its own now.

    Urgent is what its sender says is, and the sections that somebody wants to have at once.
    Where many are told, the task `TELL_NEWS` tells all but the first.
    """
    chosen = await preferences.of_people(unit, {line.person_id for line in lines})
    hurried = {
        number: preference.urgent for number, preference in chosen.items() if preference.urgent
    }
    kept = [
        replace(line, urgent=line.urgent or line.section in hurried.get(line.person_id, ()))
        for line in lines
    ]
    await news.add(unit, kept, now=now)
    told = sorted({line.person_id for line in kept if line.urgent})
    await tell_urgent(unit, told[:TOLD_AT_ONCE], now=now)
    if rest := told[TOLD_AT_ONCE:]:
        await tasks.add(unit, kind=TELL_NEWS, payload={"people": rest}, now=now)


def in_parts(person_ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """Yields people as many at a time as are told in one transaction."""
    for begun in range(0, len(person_ids), TOLD_AT_ONCE):
        yield person_ids[begun : begun + TOLD_AT_ONCE]


async def tell_urgent(unit: UnitOfWork, person_ids: Collection[int], *, now: datetime) -> None:
    """Queues one message for each person who can be reached; for others it waits.

    Who was told meanwhile is not told again.
    """
    reached = await addresses.preferred(unit, person_ids)
    rows = {person_id: unit.new_id() for person_id in reached}
    told = await news.take(unit, rows, urgent=True, now=now)
    known = await people.persons(unit, told)
    messages = [
        notice(
            unit,
            reached[person_id],
            news_message(lines, known[person_id], row_id=rows[person_id]),
            Delivery(row_id=rows[person_id]),
            dedupe_key=f"news:{rows[person_id]}",
        )
        for person_id, lines in told.items()
    ]
    await enqueue_notices(unit, messages, now=now)


async def give_back(unit: UnitOfWork, row_ids: Collection[int]) -> None:
    """Lets news wait on whose messages were not queued: another process had done so before."""
    there = await outbox.by_ids(unit, row_ids)
    await news.release(unit, set(row_ids) - there.keys())


def news_message(lines: Sequence[News], person: Person, *, row_id: int) -> Message:
    """Returns a message that tells nothing but news."""
    greeting = render("news-greeting", person.language, who=person.called)
    buttons = news_buttons(lines, person.language)
    prompt_id = f"{COMMAND_PROMPT}n{row_id}"
    return Message(
        text="\n\n".join([greeting, *news_lines(lines, person.language)]),
        prompt=Prompt(id=prompt_id, expects=Expects.CHOICE, choices=buttons) if buttons else None,
    )


def news_lines(lines: Sequence[News], language: str) -> list[str]:
    """Returns the paragraphs of news, one for each section, the most important first."""
    paragraphs: list[str] = []
    for section in Section:
        mine = [line for line in lines if line.section is section]
        if mine:
            shown = [render(line.key, language, **line.args) for line in mine[:SHOWN_LINES]]
            more = len(mine) - len(shown)
            if more:
                shown.append(render("news-more", language, count=more))
            paragraphs.append("\n".join([render(f"news-{section}", language), *shown]))
    return paragraphs


def news_buttons(lines: Sequence[News], language: str) -> tuple[Choice, ...]:
    """Returns a button for each thing that can be acted on, at most a handful."""
    order = list(Section)
    ranked = sorted(lines, key=lambda value: order.index(value.section))
    choices = {
        line.command: Choice(line.command, _button(line.label_key, line, language))
        for line in ranked
        if line.command and line.label_key
    }
    shown = tuple(choices.values())[:SHOWN_BUTTONS]
    counts = Counter(line.section for line in lines)
    is_all = len(shown) == len(choices) and max(counts.values(), default=0) <= SHOWN_LINES
    return shown if is_all else (*shown, Choice("news", label("news-button-all", language)))


def _button(label_key: str, line: News, language: str) -> str:
    return shorten(label(label_key, language, **line.args), _LONGEST_LABEL)


async def list_news(unit: UnitOfWork, person_id: int) -> list[KeptNews]:
    """Returns the newest news of a person, told or not, the newest first."""
    return await news.list_newest(unit, person_id, limit=_LISTED)


async def count_untold(unit: UnitOfWork, person_id: int) -> int:
    """Returns how many things somebody is still to be told."""
    return await news.count_untold(unit, person_id)


async def mark_seen(unit: UnitOfWork, seen: Iterable[KeptNews], *, now: datetime) -> None:
    """Takes news that somebody has looked at out of their next message."""
    await news.mark_seen(unit, {kept.id for kept in seen if not kept.is_told}, now=now)


async def mark_opened(unit: UnitOfWork, person_id: int, command: str, *, now: datetime) -> None:
    """Takes news out of somebody's next message who has opened what they lead to."""
    await news.mark_opened(unit, person_id, command, now=now)
