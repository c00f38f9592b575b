"""The groups and channels that receive digests: which there are, and an end to one of them."""

from dialogue.inputs import Input, Press
from domain.message import Choice
from handlers.screen import (
    page_buttons,
    parse_number,
    say_page,
    shorten,
    show,
    take_page,
    unfit_key,
)
from operations.notifications.digest_targets import end_target, get_own_target, list_own_targets
from operations.turn import Turn


class DigestChannelsHandler:
    """Lists the channels of one's places ("s2": from page 2), and ends one ("e12") on a yes."""

    name = "channels"
    command = "kenh|channels"
    words = "command-channels-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows the list, or asks before a channel is ended."""
        turn.leave()
        number = parse_number(argument[1:])
        if argument[:1] != "e":
            await _list(turn, number)
            return
        target, area = await get_own_target(turn.unit, turn.posts, number, today=turn.today)
        turn.talk.handler, turn.talk.state = self.name, {"channel": target.here.id}
        turn.say("channels-ask", title=target.here.title, area=area.name)
        turn.ask(tuple(Choice(key, turn.label(f"channels-button-{key}")) for key in ("end", "no")))

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the word to end it, or not to."""
        if not isinstance(given, Press):
            turn.say(unfit_key(turn))
            turn.repeat_prompt()
            return
        number = turn.talk.state["channel"]
        turn.leave()
        if given.key == "end":
            await _end(turn, number)
        else:
            turn.say("channels-kept")
        show(turn, Choice(self.name, turn.label("menu-channels")))


async def _list(turn: Turn, page: int) -> None:
    found = await list_own_targets(turn.unit, turn.posts, today=turn.today)
    shown = take_page(found, page)
    turn.say("channels-list" if found else "channels-none")
    lines = [
        turn.text(
            "channels-line" if target.here.reachable else "channels-line-lost",
            title=target.here.title,
            area=area.name,
        )
        for target, area in shown.items
    ]
    if lines:
        turn.say_rich("\n".join(lines))
    say_page(turn, shown)
    choices = [
        Choice(
            f"channels.e{target.here.id}",
            shorten(turn.label("channels-button-ask", title=target.here.title)),
        )
        for target, _ in shown.items
    ]
    show(turn, *choices, navigation=page_buttons(turn, shown, "channels.s"))


async def _end(turn: Turn, number: int) -> None:
    target, area = await end_target(turn.context, number)
    turn.say("channels-ended", title=target.here.title, area=area.name)
