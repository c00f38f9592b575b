"""What a broadcast takes of each bot account's month, in words."""

from collections.abc import Iterable, Iterator

from operations.costs import AccountCost
from operations.turn import Turn
from texts import Rich, label, render


def say_costs(turn: Turn, costs: Iterable[AccountCost]) -> None:
    """Says for each account how many messages go out, and what its plan leaves for them."""
    turn.say_rich(*account_lines(costs, turn.language))


def account_lines(costs: Iterable[AccountCost], language: str) -> Iterator[Rich]:
    """Yields for each account how many messages go out, and what its plan leaves for them."""
    for cost in costs:
        channel = label("survey-channel", language, channel=cost.channel)
        yield render(
            "cost-plan" if cost.plan else "survey-cost-account",
            language,
            channel=channel,
            messages=cost.messages,
            used=cost.used,
            plan=cost.plan,
            left=cost.left,
        )
        if cost.lacking:
            yield render("cost-lacking", language, channel=channel, count=cost.lacking)
