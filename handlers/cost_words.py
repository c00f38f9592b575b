"""What a broadcast takes of each bot account's month, in words."""

from collections.abc import Iterable

from operations.costs import AccountCost
from operations.turn import Turn


def say_costs(turn: Turn, costs: Iterable[AccountCost]) -> None:
    """Says for each account how many messages go out, and what its plan leaves for them."""
    for cost in costs:
        channel = turn.label("survey-channel", channel=cost.channel)
        turn.say(
            "cost-plan" if cost.plan else "survey-cost-account",
            channel=channel,
            messages=cost.messages,
            used=cost.used,
            plan=cost.plan,
            left=cost.left,
        )
        if cost.lacking:
            turn.say("cost-lacking", channel=channel, count=cost.lacking)
