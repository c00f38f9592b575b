"""The groups and channels that receive digests: which there are, and an end to one of them."""

from dialogue.inputs import Input, Press
from domain.buttons import read_button
from domain.message import Choice
from domain.talks import TaskState
from handlers.screen import show, take_page
from handlers.steps import ask_again, show_page, task_button
from operations.notifications.buttons import EndChannel, ListChannels
from operations.notifications.digest_targets import end_target, get_own_target, list_own_targets
from operations.turn import Turn


class ChannelToEnd(TaskState):
    """The channel that is to be ended."""

    channel: int


class DigestChannelsHandler:
    """Lists the channels of one's places, and ends one on a yes."""

    name = "channels"
    command = "kenh|channels"
    words = "command-channels-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows the list, or asks before a channel is ended."""
        match read_button(argument, EndChannel, ListChannels):
            case EndChannel(address):
                await self._ask(turn, address)
            case ListChannels(page):
                await _list(turn, page)
            case _:
                await _list(turn, 1)

    async def _ask(self, turn: Turn, number: int) -> None:
        turn.leave()
        target, area = await get_own_target(turn.unit, turn.posts, number, today=turn.today)
        turn.start(self.name, ChannelToEnd(channel=target.here.id))
        turn.say("channels-ask", title=target.here.title, area=area.name)
        turn.ask(tuple(Choice(key, turn.label(f"channels-button-{key}")) for key in ("end", "no")))

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the word to end it, or not to."""
        if not isinstance(given, Press):
            ask_again(turn)
            return
        number = turn.state(ChannelToEnd).channel
        turn.leave()
        if given.key == "end":
            await _end(turn, number)
        else:
            turn.say("channels-kept")
        show(turn, task_button(turn, self.name))


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
    choices = [
        Choice(
            EndChannel(target.here.id).key,
            turn.label("channels-button-ask", title=target.here.title),
        )
        for target, _ in shown.items
    ]
    show_page(turn, shown, ListChannels, *choices)


async def _end(turn: Turn, number: int) -> None:
    target, area = await end_target(turn.context, number)
    turn.say("channels-ended", title=target.here.title, area=area.name)
