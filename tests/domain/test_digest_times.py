from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import Period
from domain.digest_times import DigestKind, latest_digests, next_digest_at
from domain.policy import Policy

POLICY = Policy()


def local(day: int, clock: str = "07:30", *, month: int = 11) -> datetime:
    return datetime.fromisoformat(f"2026-{month:02}-{day:02}T{clock}:00").replace(
        tzinfo=POLICY.timezone
    )


@pytest.mark.parametrize(
    ("moment", "monday", "closed"),
    [
        (local(9), date(2026, 11, 9), Period(2026, 9)),
        (local(9, "07:29"), date(2026, 11, 2), Period(2026, 9)),
        (local(11, "07:29"), date(2026, 11, 9), Period(2026, 9)),
        (local(11), date(2026, 11, 9), Period(2026, 10)),
        (local(15, "23:59"), date(2026, 11, 9), Period(2026, 10)),
        (local(2, month=12), date(2026, 11, 30), Period(2026, 10)),
    ],
)
def test_the_weekly_and_the_final_digest_have_their_mornings(
    moment: datetime, monday: date, closed: Period
) -> None:
    weekly, final = latest_digests(moment, POLICY, closing_day=10)
    assert (weekly.kind, weekly.day, weekly.month) == (
        DigestKind.PROGRESS,
        monday,
        Period(monday.year, monday.month),
    )
    assert (final.kind, final.month) == (DigestKind.FINAL, closed)


def test_a_weekly_digest_of_a_closed_month_is_left_out() -> None:
    (final,) = latest_digests(local(4, month=12), POLICY, closing_day=2)
    assert (final.kind, final.month) == (DigestKind.FINAL, Period(2026, 11))


@given(st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)), st.integers(1, 31))  # noqa: DTZ001
def test_nothing_is_due_between_now_and_the_next_moment(naive: datetime, day: int) -> None:
    now = naive.replace(tzinfo=POLICY.timezone)
    following = next_digest_at(now, POLICY, closing_day=day)
    assert following > now
    just_before = following - timedelta(seconds=1)
    assert {time.at for time in latest_digests(just_before, POLICY, closing_day=day)} <= {
        time.at for time in latest_digests(now, POLICY, closing_day=day)
    }
    assert following in {time.at for time in latest_digests(following, POLICY, closing_day=day)}
