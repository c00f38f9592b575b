"""How a person wants to be told of things: the hour of the bundle, and what comes at once."""

from contextlib import suppress
from datetime import time

from dialogue.inputs import Input, Late, Say
from domain.meeting_times import parse_times
from domain.message import Choice
from domain.news import Section
from domain.preferences import Preference
from handlers.screen import ScreenHandler, show
from operations.access import gets_bundles
from operations.notifications.preferring import HOURS, choose_hour, choose_urgent, preference_of
from operations.turn import Turn
from operations.wording import time_words

_HOUR, _ON, _OFF, _SECTIONS = "h", "on-", "off-", "s"


class SettingsHandler(ScreenHandler):
    """Shows what is chosen (""), changes the hour ("h", "h1730") or a section ("s", "on-cases").

    While it asks for the hour it is in charge, so that one can be typed.
    """

    name = "settings"
    command = "caidat|settings"
    words = "command-settings-words"

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows or changes what a button or typed words name."""
        hour = _read_hour(argument.removeprefix(_HOUR))
        if hour is not None:
            await _change_hour(turn, hour)
        elif argument == _HOUR:
            self._ask_hour(turn)
        elif argument == _SECTIONS:
            await _show_sections(turn, await preference_of(turn.unit, turn.require_person()))
        elif argument.startswith((_ON, _OFF)):
            await _change_section(turn, argument)
        else:
            await _show(turn)

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes an hour that is typed."""
        hour = _read_hour(given.text) if isinstance(given, Say | Late) else None
        if hour is None:
            turn.say("settings-hour-unread")
            self._ask_hour(turn)
        else:
            await _change_hour(turn, hour)

    def _ask_hour(self, turn: Turn) -> None:
        turn.say("settings-ask-hour")
        offered = [one for one in HOURS if turn.policy.quiet_until <= one < turn.policy.quiet_from]
        show(
            turn,
            *(Choice(f"settings.{_HOUR}{one:%H%M}", time_words(one)) for one in offered),
            navigation=(_back(turn),),
            columns=2,
        )
        turn.talk.handler = self.name
        turn.question = turn.text("settings-ask-hour")


def _read_hour(text: str) -> time | None:
    """Reads "1730", "17:30", "5h30"; None for anything else, or for a span."""
    if len(text) == len("1730") and text.isascii() and text.isdecimal():
        text = f"{text[:2]}:{text[2:]}"
    read = parse_times(text)
    return read[0] if read and read[1] is None else None


async def _change_hour(turn: Turn, hour: time) -> None:
    person = turn.require_person()
    await choose_hour(turn.unit, person, hour, policy=turn.policy, now=turn.now)
    turn.say("settings-hour-kept", time=time_words(hour))
    await _show(turn)


async def _change_section(turn: Turn, argument: str) -> None:
    at_once = argument.startswith(_ON)
    name = argument.removeprefix(_ON).removeprefix(_OFF)
    chosen = await preference_of(turn.unit, turn.require_person())
    with suppress(ValueError):
        chosen = await choose_urgent(
            turn.unit, turn.require_person(), Section(name), at_once=at_once, now=turn.now
        )
    await _show_sections(turn, chosen)


async def _show(turn: Turn) -> None:
    chosen = await preference_of(turn.unit, turn.require_person())
    has_bundles = gets_bundles(turn.posts, turn.today)
    hour = chosen.bundle_at or turn.policy.bundle_at
    turn.say("settings-hour" if has_bundles else "settings-reminders", time=time_words(hour))
    at_once = [turn.label(f"news-{one}") for one in Section if one in chosen.urgent]
    turn.say("settings-urgent", sections=", ".join(at_once) or turn.label("settings-nothing"))
    ways = [Choice(f"settings.{_SECTIONS}", turn.label("settings-button-sections"))]
    if has_bundles:
        ways.insert(0, Choice(f"settings.{_HOUR}", turn.label("settings-button-hour")))
    show(turn, *ways, Choice("language", turn.label("settings-button-language")))


async def _show_sections(turn: Turn, chosen: Preference) -> None:
    turn.say("settings-sections")
    show(
        turn,
        *(_section_button(turn, one, is_urgent=one in chosen.urgent) for one in Section),
        navigation=(_back(turn),),
    )


def _section_button(turn: Turn, section: Section, *, is_urgent: bool) -> Choice:
    words = turn.label(
        "settings-section-urgent" if is_urgent else "settings-section-bundled",
        section=turn.label(f"news-{section}"),
    )
    return Choice(f"settings.{_OFF if is_urgent else _ON}{section}", words)


def _back(turn: Turn) -> Choice:
    return Choice("settings", turn.label("button-back"))
