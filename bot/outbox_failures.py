"""What becomes of a message that could not be shown: tried again, sent another way, given up."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import structlog

from bot.outbox_merge import Step
from bot.pacing import Pacer
from channels.delivery import Migrated, QuotaSpent, Rejected, TryLater, Unreachable
from domain.outbox import OutboxRow
from domain.policy import Policy
from operations.messaging.quotas import Account, try_again_at
from operations.messaging.sending import Settlement

log = structlog.get_logger()

_LONGEST_PAUSE = 60.0
# After so many tries a message that fails for a reason nobody foresaw is given up.
_TRIES = 8


class OutboxFailures:
    """Settles what one bot account could not show; `is_spent` while its plan lets nothing out."""

    def __init__(
        self, account: Account, pacer: Pacer, *, policy: Policy, clock: Callable[[], datetime]
    ) -> None:
        self._account = account
        self._pacer = pacer
        self._policy = policy
        self._clock = clock
        self._spent_until: datetime | None = None

    @property
    def is_spent(self) -> bool:
        """True while the account's plan is spent."""
        return self._spent_until is not None and self._clock() < self._spent_until

    def settle(self, step: Step, error: Exception) -> Settlement:
        """Returns what becomes of a row that could not be shown."""
        row = step.row
        match error:
            case QuotaSpent():
                return self._by_another_way(step, error)
            case TryLater():
                if error.limited:
                    self._pacer.refused(row.address_id, error.seconds)
                return self.later(row, str(error), seconds=error.seconds)
            case Migrated():
                return replace(self.later(row, f"moved to {error.chat}"), chat=error.chat)
            case Unreachable() | Rejected():
                log.warning("message refused", outbox_id=row.id, reason=str(error))
                return _failed(step, str(error), unreachable=isinstance(error, Unreachable))
        log.error("message could not be sent", outbox_id=row.id, exc_info=error)
        reason = f"{type(error).__name__}: {error}"
        return _failed(step, reason) if row.attempts >= _TRIES else self.later(row, reason)

    def later(self, row: OutboxRow, reason: str, *, seconds: float = 0.0) -> Settlement:
        """Lets a row wait so long, or the longer the more often it was tried."""
        seconds = seconds or min(2.0**row.attempts, _LONGEST_PAUSE)
        until = self._clock() + timedelta(seconds=seconds)
        return Settlement(row.id, "pending", until=until, error=reason)

    def _by_another_way(self, step: Step, error: QuotaSpent) -> Settlement:
        """Lets a row go by another account of its person, or wait for this one."""
        if not self.is_spent:
            self._spent_until = try_again_at(self._clock(), self._policy)
            log.error("nothing more goes out", account=self._account, reason=str(error))
        return Settlement(
            step.row.id,
            "pending",
            error=str(error),
            until=self._spent_until,
            merged=step.merged,
            elsewhere=True,
            spent=True,
        )


def _failed(step: Step, reason: str, *, unreachable: bool = False) -> Settlement:
    return Settlement(
        step.row.id, "failed", error=reason, merged=step.merged, unreachable=unreachable
    )
