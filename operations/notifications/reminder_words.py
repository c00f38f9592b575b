"""The words of a reminder, and the buttons that lead to the reports it asks for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.message import Choice, Expects, Message, Prompt
from domain.news import News
from domain.people import Person
from domain.reminders import MeetingPhase, phase_of
from operations.meetings.schedule import list_guests
from operations.news import news_buttons, news_lines
from operations.reports.buttons import WriteReport
from operations.topics.lines import Topics, topic_buttons, topic_lines, topics_ahead
from operations.wording import clock_words, day_words, period_words
from storage import UnitOfWork
from storage.notifications.reminders import Reminding
from texts import label, render

_AHEAD = (MeetingPhase.AHEAD, MeetingPhase.TODAY)
_LINES = {
    MeetingPhase.AHEAD: "reminder-ahead",
    MeetingPhase.TODAY: "reminder-today",
    MeetingPhase.OVER: "reminder-over",
    MeetingPhase.LATE: "reminder-late",
    MeetingPhase.OPEN: "reminder-open",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Extras:
    """What reminders say besides: the topics set, and by meeting who is coming."""

    topics: Topics
    guests: Mapping[int, str]


async def find_extras(unit: UnitOfWork, about: Sequence[Reminding], local: datetime) -> Extras:
    """Returns what there is to say besides of some meetings."""
    return Extras(
        topics=await topics_ahead(unit, about, local),
        guests=await list_guests(unit, {reminding.meeting.id for reminding in about}),
    )


def render_reminder(
    person: Person,
    about: Sequence[Reminding],
    local: datetime,
    *,
    extras: Extras,
    news: Sequence[News] = (),
    prompt_id: str,
) -> Message:
    """Returns the message about some meetings, with the news that waited for it below."""
    language = person.language
    lines = [
        *(_with_guests(reminding, language, local, extras.guests) for reminding in about),
        *topic_lines(about, extras.topics, language),
        *news_lines(news, language),
    ]
    alone = len(about) == 1
    greeting = render("reminder-greeting", language, who=person.called)
    buttons = (
        *(_button(reminding, language, local, alone=alone) for reminding in about),
        *topic_buttons(about, extras.topics, language),
        *news_buttons(news, language),
    )
    choices = tuple({choice.key: choice for choice in reversed(buttons)}.values())[::-1]
    return Message(
        text="\n\n".join([greeting, *lines]),
        prompt=Prompt(id=prompt_id, expects=Expects.CHOICE, choices=choices),
    )


def render_nudge(
    person: Person, by: Person, about: Sequence[Reminding], local: datetime, *, prompt_id: str
) -> Message:
    """Returns somebody's friendly word about meetings, with the buttons to report them."""
    language = person.language
    alone = len(about) == 1
    return Message(
        text="\n\n".join(
            [
                render("nudge-greeting", language, who=person.called, by=by.name),
                *(_line(reminding, language, local) for reminding in about),
            ]
        ),
        prompt=Prompt(
            id=prompt_id,
            expects=Expects.CHOICE,
            choices=tuple(_button(reminding, language, local, alone=alone) for reminding in about),
        ),
    )


def meetings_named(message: Message) -> set[int]:
    """Returns the meetings whose reports a reminder asks for."""
    keys = [choice.key for choice in message.prompt.choices] if message.prompt else []
    named = (key.partition(".") for key in keys)
    asked = [WriteReport.read(rest) for task, _, rest in named if task == WriteReport.task]
    return {button.meeting for button in asked if button}


def _with_guests(
    reminding: Reminding, language: str, local: datetime, guests: Mapping[int, str]
) -> str:
    """Returns the line of a meeting, with who is coming while it is still ahead."""
    line = _line(reminding, language, local)
    who = guests.get(reminding.meeting.id)
    if who is None or phase_of(reminding.meeting, local) not in _AHEAD:
        return line
    return f"{line} {render('reminder-guests', language, names=who)}"


def _line(reminding: Reminding, language: str, local: datetime) -> str:
    meeting = reminding.meeting
    how = phase_of(meeting, local)
    day = meeting.day or meeting.period.last_day
    key = _LINES[how]
    if how is MeetingPhase.LATE and meeting.day is None:
        key = "reminder-late-no-day"
    return render(
        key,
        language,
        chapter=reminding.chapter_name,
        weekday=label("reminder-weekday", language, number=day.weekday()),
        day=day_words(day),
        time=clock_words(meeting.start_time),
        place=reminding.place,
        period=period_words(meeting.period, language),
        due=day_words(reminding.due_on),
    )


def _button(reminding: Reminding, language: str, local: datetime, *, alone: bool) -> Choice:
    ahead = phase_of(reminding.meeting, local) in _AHEAD
    key = "reminder-button-change" if ahead else "reminder-button-report"
    words = label(key, language)
    there = WriteReport(reminding.meeting.id)
    return Choice(there.key, words if alone else f"{words}: {reminding.chapter_name}")
