"""The demo's clock: real time, some days ahead or behind, and never back."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from storage import UnitOfWork
from storage.maintenance import settings

_KEY = "demo_clock"
# A kill may fall between two notes of the moment; what was shown must not lie ahead of us.
_BETWEEN_NOTES = timedelta(seconds=60)

Now = Callable[[], datetime]


class DemoClock:
    """Runs on in real time from where it was set; called, it says the demo's moment."""

    def __init__(self, moment: datetime, *, real: Now) -> None:
        self.real = real
        self._ahead = moment - real()

    def __call__(self) -> datetime:
        """Returns the present moment of the demo."""
        return self.real() + self._ahead

    def move_to(self, moment: datetime) -> None:
        """Jumps ahead to a moment; one that has passed already changes nothing."""
        self._ahead = max(self._ahead, moment - self.real())


async def note_moment(unit: UnitOfWork, moment: datetime, *, real: datetime) -> None:
    """Keeps what moment it is, for the next process."""
    await settings.put(unit, _KEY, {"moment": moment.isoformat(), "real": real.isoformat()})


async def resume_clock(unit: UnitOfWork, *, real: Now) -> DemoClock:
    """Returns the clock where the last process left it: time in which nobody ran is left out.

    Notes the moment anew: who is killed soon after leaves to the next what was shown meanwhile.
    Raises LookupError where no moment was noted.
    """
    noted: dict[str, Any] | None = await settings.find(unit, _KEY)
    if noted is None:
        raise LookupError(_KEY)
    moment = datetime.fromisoformat(noted["moment"])
    passed = max(real() - datetime.fromisoformat(noted["real"]), timedelta())
    clock = DemoClock(moment + min(passed, _BETWEEN_NOTES), real=real)
    await note_moment(unit, clock(), real=real())
    return clock
