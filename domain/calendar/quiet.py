"""Quiet hours, in which the bot begins no talk."""

from datetime import datetime, time, timedelta


def after_quiet(moment: datetime, start: time, end: time) -> datetime:
    """The first moment from `moment` on that lies outside the quiet hours, in local time.

    The hours run from `start` up to but without `end`, past midnight where `end` is the
    earlier; with both equal there are none.
    """
    now = moment.time()
    past_midnight = start > end
    if past_midnight and now >= start:
        return _at(moment + timedelta(days=1), end)
    if now < end and (past_midnight or now >= start):
        return _at(moment, end)
    return moment


def _at(day: datetime, clock: time) -> datetime:
    return datetime.combine(day.date(), clock, tzinfo=day.tzinfo)
