"""How the installation is, for its administrators."""

from handlers.screen import ScreenHandler, show
from operations.maintenance.health import Light, list_findings, require_administrator
from operations.turn import Turn


class HealthHandler(ScreenHandler):
    """Shows the traffic lights, those that need somebody first."""

    name = "health"
    command = "suckhoe|health"
    words = "command-health-words"

    async def begin(self, turn: Turn, argument: str) -> None:  # noqa: ARG002 - takes none
        """Shows them."""
        require_administrator(turn.posts, turn.policy, turn.now)
        found = await list_findings(turn.unit, now=turn.now)
        worst = sorted(found, key=lambda value: -list(Light).index(value.light))
        turn.say("health-head" if worst[0].light is Light.GREEN else "health-head-bad")
        lines = (
            turn.text(
                "health-line",
                light=turn.label(f"health-light-{finding.light}"),
                name=turn.label(f"health-name-{finding.name}"),
                fact=finding.say_fact(turn.language),
            )
            for finding in worst
        )
        turn.say_rich("\n".join(lines))
        show(turn)
