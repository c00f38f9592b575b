"""The clock: a handful of jobs that ask the database what is due (decision 8)."""

from scheduler.clock import next_event, run_clock, run_due
from scheduler.context import ClockContext

__all__ = ["ClockContext", "next_event", "run_clock", "run_due"]
