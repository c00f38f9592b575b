"""How a person wants to be told of things: the hour of the bundle, and what comes at once."""

from datetime import time

from dialogue.inputs import Input
from domain.buttons import read_button
from domain.meeting_times import parse_times
from domain.message import Choice, Expects
from domain.news import Section
from domain.preferences import Preference
from handlers.screen import ScreenHandler, show
from handlers.steps import typed
from operations.access import gets_bundles
from operations.notifications.preferring import (
    HOURS,
    choose_hour,
    choose_urgent,
    choose_way,
    list_order,
    list_ways,
    preference_of,
)
from operations.people.buttons import (
    ChooseHour,
    OpenSections,
    OpenWays,
    SetHour,
    TellAtOnce,
    TellBundled,
    TellBy,
    TellWhereUsed,
)
from operations.people.mailboxes import offered_wishes
from operations.turn import Turn
from operations.wording import time_words

# Read in this order: an hour begins as other buttons do.
_BUTTONS = (
    ChooseHour,
    OpenSections,
    OpenWays,
    TellWhereUsed,
    TellBy,
    TellAtOnce,
    TellBundled,
    SetHour,
)


class SettingsHandler(ScreenHandler):
    """Shows what is chosen, changes the hour or what comes at once.

    While it asks for the hour it is in charge, so that one can be typed.
    """

    name = "settings"
    command = "caidat|settings"
    words = "command-settings-words"

    def __init__(self, *, has_email: bool = False, has_sms: bool = False) -> None:
        self._has_email = has_email
        self._has_sms = has_sms

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows or changes what a button or typed words name."""
        match read_button(argument, *_BUTTONS):
            case ChooseHour():
                self._ask_hour(turn)
            case OpenSections():
                person = turn.require_person()
                _show_sections(turn, await preference_of(turn.unit, person))
            case OpenWays():
                await _show_ways(turn)
            case TellWhereUsed():
                await choose_way(turn.unit, turn.require_person(), None, now=turn.now)
                await _show_ways(turn)
            case TellBy(way):
                await choose_way(turn.unit, turn.require_person(), way, now=turn.now)
                await _show_ways(turn)
            case TellAtOnce(section):
                await _change_section(turn, section, at_once=True)
            case TellBundled(section):
                await _change_section(turn, section, at_once=False)
            case button:
                hour = _read_hour(button.hour if isinstance(button, SetHour) else argument)
                if hour is not None:
                    await self._change_hour(turn, hour)
                else:
                    await self._show(turn)

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes an hour that is typed."""
        hour = _read_hour(typed(given) or "")
        if hour is None:
            turn.say("settings-hour-unread")
            self._ask_hour(turn)
        else:
            await self._change_hour(turn, hour)

    def _ask_hour(self, turn: Turn) -> None:
        turn.say("settings-ask-hour")
        policy = turn.policy
        offered = [hour for hour in HOURS if policy.quiet_until <= hour < policy.quiet_from]
        show(
            turn,
            *(Choice(SetHour(f"{hour:%H%M}").key, time_words(hour)) for hour in offered),
            navigation=(_back(turn),),
            columns=2,
            expects=Expects.COUNT,
        )
        turn.talk.handler = self.name
        turn.question = turn.text("settings-ask-hour")

    async def _change_hour(self, turn: Turn, hour: time) -> None:
        person = turn.require_person()
        await choose_hour(turn.unit, person, hour, policy=turn.policy, now=turn.now)
        turn.say("settings-hour-kept", time=time_words(hour))
        await self._show(turn)

    async def _show(self, turn: Turn) -> None:
        chosen = await preference_of(turn.unit, turn.require_person())
        has_bundles = gets_bundles(turn.posts, turn.today)
        hour = chosen.bundle_at or turn.policy.bundle_at
        turn.say("settings-hour" if has_bundles else "settings-reminders", time=time_words(hour))
        at_once = [turn.label(f"news-{name}") for name in Section if name in chosen.urgent]
        turn.say("settings-urgent", sections=", ".join(at_once) or turn.label("settings-nothing"))
        ways = [Choice(OpenSections().key, turn.label("settings-button-sections"))]
        if has_bundles:
            ways.insert(0, Choice(ChooseHour().key, turn.label("settings-button-hour")))
        if len(await list_order(turn.unit, turn.require_person())) > 1:
            ways.append(Choice(OpenWays().key, turn.label("settings-button-ways")))
        if self._has_email and offered_wishes(turn.context):
            ways.append(Choice("email", turn.label("settings-button-email")))
        if self._has_sms:
            ways.append(Choice("sms", turn.label("settings-button-sms")))
        show(turn, *ways, Choice("language", turn.label("settings-button-language")))


def _read_hour(text: str) -> time | None:
    """Reads "1730", "17:30", "5h30"; None for anything else, or for a span."""
    if len(text) == len("1730") and text.isascii() and text.isdecimal():
        text = f"{text[:2]}:{text[2:]}"
    read = parse_times(text)
    return read[0] if read and read[1] is None else None


async def _change_section(turn: Turn, section: Section, *, at_once: bool) -> None:
    chosen = await choose_urgent(
        turn.unit, turn.require_person(), section, at_once=at_once, now=turn.now
    )
    _show_sections(turn, chosen)


def _show_sections(turn: Turn, chosen: Preference) -> None:
    turn.say("settings-sections")
    show(
        turn,
        *(
            _section_button(turn, section, is_urgent=section in chosen.urgent)
            for section in Section
        ),
        navigation=(_back(turn),),
    )


async def _show_ways(turn: Turn) -> None:
    """Shows by which messengers one can be told, the one that is chosen marked."""
    person = turn.require_person()
    chosen = (await preference_of(turn.unit, person)).way
    ways = await list_ways(turn.unit, person)
    turn.say("settings-ways")
    names = [
        turn.label("account-name", channel=name) for name in await list_order(turn.unit, person)
    ]
    turn.say("settings-ways-order", ways=", ".join(names))
    show(
        turn,
        Choice(TellWhereUsed().key, _way_words(turn, "last", is_chosen=chosen is None)),
        *(Choice(TellBy(way).key, _way_words(turn, way, is_chosen=way == chosen)) for way in ways),
        navigation=(_back(turn),),
    )


def _way_words(turn: Turn, way: str, *, is_chosen: bool) -> str:
    name = turn.label("settings-way-last" if way == "last" else "account-name", channel=way)
    return turn.label("settings-way-chosen", way=name) if is_chosen else name


def _section_button(turn: Turn, section: Section, *, is_urgent: bool) -> Choice:
    words = turn.label(
        "settings-section-urgent" if is_urgent else "settings-section-bundled",
        section=turn.label(f"news-{section}"),
    )
    button = TellBundled(section) if is_urgent else TellAtOnce(section)
    return Choice(button.key, words)


def _back(turn: Turn) -> Choice:
    return Choice("settings", turn.label("button-back"))
