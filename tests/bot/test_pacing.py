"""The pace of what the bot starts by itself, by a clock of the test's own."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise

import pytest

from bot.pacing import Pacer
from domain.abilities import Pace


class Time:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Iterator[Time]:
    clock = Time()
    with patched(monkeypatch, clock):
        yield clock


@contextmanager
def patched(monkeypatch: pytest.MonkeyPatch, clock: Time) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setattr(asyncio, "sleep", clock.sleep)
        yield


def busiest_second(moments: list[float]) -> int:
    return max(sum(begin <= other < begin + 1 for other in moments) for begin in moments)


async def test_it_starts_as_many_as_it_may_and_at_even_distances(time: Time) -> None:
    pacer, started = Pacer(Pace(per_second=20), clock=time), []
    for _ in range(101):
        await pacer.wait()
        started.append(time.now)
    assert started[-1] - started[0] == pytest.approx(5.0, abs=0.02)
    assert busiest_second(started) <= 20
    apart = [after - before for before, after in pairwise(started)]
    assert min(apart) >= 0.037


async def test_replies_take_their_places_from_what_the_bot_starts(time: Time) -> None:
    pacer, all_of_them = Pacer(Pace(per_second=20), clock=time), []
    for number in range(60):
        if number % 2:
            pacer.count()
        else:
            await pacer.wait()
        all_of_them.append(time.now)
    assert busiest_second(all_of_them) <= 21


async def test_an_idle_time_does_not_allow_a_burst(time: Time) -> None:
    pacer = Pacer(Pace(per_second=20), clock=time)
    await pacer.wait()
    time.now += 60
    started = []
    for _ in range(3):
        await pacer.wait()
        started.append(time.now)
    assert started[2] - started[0] >= 0.087


async def test_a_pause_asked_for_is_kept(time: Time) -> None:
    pacer = Pacer(Pace(per_second=20), clock=time)
    pacer.pause(7)
    pacer.pause(3)
    assert await pacer.wait() == pytest.approx(7)


def test_a_chat_takes_one_a_second_and_a_group_twenty_a_minute(time: Time) -> None:
    pacer = Pacer(Pace(per_second=29), clock=time)
    assert pacer.seconds_until_free(1) == 0
    pacer.count_in_chat(1)
    assert pacer.seconds_until_free(1) == pytest.approx(1)
    assert pacer.seconds_until_free(2) == 0
    for _ in range(19):
        pacer.count_in_chat(7, group=True)
        time.now += 1
        assert pacer.seconds_until_free(7, group=True) == 0
    pacer.count_in_chat(7, group=True)
    assert pacer.seconds_until_free(7, group=True) == pytest.approx(41)
    time.now += 41
    assert pacer.seconds_until_free(7, group=True) == 0
    pacer.count_in_chat(7, 10, group=True)
    assert pacer.seconds_until_free(7, group=True) == pytest.approx(10)


def test_many_chats_are_not_remembered_for_ever(time: Time) -> None:
    pacer = Pacer(Pace(per_second=29), clock=time)
    for chat in range(5000):
        pacer.count_in_chat(chat)
        time.now += 1
    assert len(pacer._chats) < 200


async def test_a_pause_of_one_chat_holds_up_no_other_and_that_of_several_holds_up_all(
    time: Time,
) -> None:
    pacer = Pacer(Pace(per_second=20), clock=time)
    for _ in range(9):
        pacer.refused(1, 30)
    assert await pacer.wait() < 0.1
    pacer.refused(2, 30)
    time.now += 5
    pacer.refused(3, 30)
    assert await pacer.wait() < 0.1
    pacer.refused(4, 30)
    pacer.refused(5, 12)
    assert await pacer.wait() == pytest.approx(12)
