"""The inbox worker, over both databases."""

import asyncio
import json

import pytest

from bot.inbox_worker import InboxWorker
from domain.inbound import InboundKind
from operations.turn import Turn
from storage import Unavailable
from tests.bot.house import House
from tests.patience import PATIENCE


class Book:
    """A handler that writes down what it is given and fails at chosen words."""

    def __init__(self) -> None:
        self.read: list[str] = []
        self.units: list[int] = []
        self.fails: dict[str, BaseException] = {}
        self.times: dict[str, int] = {}

    async def __call__(self, turn: Turn) -> None:
        words = turn.inbound.text or turn.inbound.choice or ""
        self.times[words] = self.times.get(words, 0) + 1
        if error := self.fails.get(words):
            raise error
        self.read.append(words)
        self.units.append(id(turn.unit))
        turn.say_rich(f"đã nghe {words}")

    def fail(self, words: str, error: BaseException | None = None) -> None:
        self.fails[words] = error or RuntimeError(f"{words} is more than I can take")


@pytest.fixture
def book() -> Book:
    return Book()


async def kept(house: House) -> list[str]:
    """What was really said: the answers in the outbox."""
    found = []
    for row in await house.rows("outbox", "id, message"):
        message = row.message if isinstance(row.message, dict) else json.loads(row.message)
        found.append(message["text"].removeprefix("đã nghe "))
    return found


async def test_what_waits_at_the_same_moment_is_one_transaction(house: House, book: Book) -> None:
    for name in ("Lan", "Bé", "Sáu"):
        await house.say(await house.person(name), name)
    assert await house.turns(book).run_once() == 3
    assert len(set(book.units)) == 1
    assert await kept(house) == ["Lan", "Bé", "Sáu"]
    assert await house.turns(book).run_once() == 0


async def test_messages_of_one_talk_are_taken_in_the_order_they_came(
    house: House, book: Book
) -> None:
    lan, be = await house.person("Lan"), await house.person("Bé")
    await house.say(lan, "một")
    await house.say(be, "khác")
    await house.say(lan, "hai", "ba")
    await house.turns(book).run_once()
    assert [words for words in book.read if words != "khác"] == ["một", "hai", "ba"]


async def test_one_failing_turn_undoes_the_batch_and_the_others_go_through_alone(
    house: House, book: Book
) -> None:
    for name in ("Lan", "Bé", "Sáu"):
        await house.say(await house.person(name), name)
    book.fail("Bé")
    assert await house.turns(book).run_once() == 2
    assert await kept(house) == ["Lan", "Sáu"]
    assert book.times == {"Lan": 2, "Bé": 2, "Sáu": 1}
    assert [row.tries for row in await house.rows("inbox", "id, tries")] == [0, 1, 0]


async def test_what_stands_behind_a_failed_message_waits_for_it(house: House, book: Book) -> None:
    lan = await house.person("Lan")
    await house.say(lan, "một", "hai")
    book.fail("một")
    assert await house.turns(book).run_once() == 0
    del book.fails["một"]
    assert await house.turns(book).run_once() == 0
    house.clock.forward(seconds=2)
    assert await house.turns(book).run_once() == 2
    assert book.read == ["một", "hai"]


async def test_after_three_tries_a_message_is_set_aside_with_an_apology_and_a_reference(
    house: House, book: Book
) -> None:
    lan, be = await house.person("Lan"), await house.person("Bé")
    await house.say(lan, "một", "hai")
    book.fail("một")
    pump = house.turns(book)
    for _ in range(3):
        await house.say(be, "khác")
        assert await pump.run_once() >= 1
        house.clock.forward(seconds=10)
    await pump.run_once()
    aside, *_ = await house.rows("inbox", "id, tries, reference, error", "state = 'aside'")
    assert "more than I can take" in aside.error
    answers = await kept(house)
    assert answers.count("khác") == 3
    apology = next(answer for answer in answers if aside.reference in answer)
    assert answers.index(apology) < answers.index("hai")
    assert await house.count("inbox", "state = 'pending'") == 0
    await house.send_all()
    assert [words for words in house.messenger.texts("Lan") if aside.reference in words]


async def test_a_database_that_is_away_costs_no_tries(house: House, book: Book) -> None:
    await house.say(await house.person("Lan"), "một")
    book.fail("một", Unavailable("the disk is full"))
    pump = house.turns(book)
    for _ in range(5):
        with pytest.raises(Unavailable):
            await pump.run_once()
    book.fails.clear()
    assert await pump.run_once() == 1
    (row,) = await house.rows("inbox", "id, tries, starts")
    assert (row.tries, row.starts) == (0, 0)


async def test_a_failure_beside_a_database_that_is_away_costs_no_tries(
    house: House, book: Book
) -> None:
    await house.say(await house.person("Lan"), "một")
    await house.say(await house.person("Bé"), "hai")
    book.fail("một")
    book.fail("hai", Unavailable("locked"))
    with pytest.raises(Unavailable):
        await house.turns(book).run_once()
    assert [row.tries for row in await house.rows("inbox", "id, tries")] == [1, 0]


async def test_a_message_delivered_twice_has_one_effect(house: House, book: Book) -> None:
    lan = await house.person("Lan")
    once = house.inbound(lan, "một")
    await house.receive(once, once)
    await house.receive(once)
    pump = house.turns(book)
    await pump.run_once()
    await house.receive(once)
    await pump.run_once()
    assert book.read == ["một"]


async def test_presses_are_answered_only_after_the_commit(house: House, book: Book) -> None:
    lan, be = await house.person("Lan"), await house.person("Bé")
    await house.receive(house.press(lan, "p", "yes"), house.press(be, "p", "no"))
    book.fail("no")
    pressed: list[tuple[str | None, int]] = []

    def note(turn: Turn) -> None:
        pressed.append((turn.inbound.choice, len(book.read)))

    pump = house.turns(book, on_pressed=note)
    await pump.run_once()
    assert [choice for choice, _ in pressed] == ["yes"]
    book.fails.clear()
    house.clock.forward(seconds=2)
    await pump.run_once()
    assert [choice for choice, _ in pressed] == ["yes", "no"]


class KilledError(BaseException):
    """Stands for the end of the process."""


async def live_and_die(house: House, book: Book, *, seconds: float) -> InboxWorker:
    """A process that works off what was left, and then goes on for a while."""
    pump = house.turns(book)
    await pump.recover()
    for _ in range(3):
        house.clock.forward(seconds=seconds / 3)
        await pump.run_once()
    return pump


async def test_a_message_that_kills_the_process_three_times_is_set_aside(
    house: House, book: Book
) -> None:
    lan, be = await house.person("Lan"), await house.person("Bé")
    await house.say(be, "trước")
    await house.say(lan, "chết", "sau")
    book.fail("chết", KilledError())
    with pytest.raises(KilledError):
        await house.turns(book).run_once()
    for life in range(3):
        await house.say(be, f"lần {life}")
        with pytest.raises(KilledError):
            await live_and_die(house, book, seconds=9)
        # From the second time on nobody else waits for what kills.
        assert not life or f"lần {life}" in await kept(house)
    await live_and_die(house, book, seconds=9)
    rows = await house.rows("inbox", "id, state", "state <> 'done'")
    assert [row.state for row in rows] == ["aside"]
    assert book.times["chết"] == 4
    assert book.read.count("sau") == 1
    assert (await kept(house))[-1] == "sau"


async def test_what_is_set_aside_is_shown_to_the_leader_again(house: House, book: Book) -> None:
    lan = await house.person("Lan")
    await house.say(lan, "Đường <số 5> ngập")
    book.fail("Đường <số 5> ngập")
    pump = house.turns(book)
    for _ in range(3):
        await pump.run_once()
        house.clock.forward(seconds=10)
    await house.send_all()
    assert house.messenger.texts("Lan")[-1].endswith("\nĐường &lt;số 5&gt; ngập")


@pytest.mark.parametrize("lives", [4, 12])
async def test_a_plain_message_is_not_blamed_for_kills_from_outside(
    house: House, book: Book, lives: int
) -> None:
    """The process is killed again and again soon after its start, whatever it does then."""
    lan = await house.person("Lan")
    await house.say(lan, "một")
    book.fail("một", KilledError())
    with pytest.raises(KilledError):
        await house.turns(book).recover()
    for _ in range(lives):
        await live_and_die(house, book, seconds=0.9)
    del book.fails["một"]
    await live_and_die(house, book, seconds=9)
    assert await kept(house) == ["một"]


async def test_a_resting_message_at_the_start_is_not_blamed_for_another_that_kills(
    house: House, book: Book
) -> None:
    lan, be = await house.person("Lan"), await house.person("Bé")
    await house.say(lan, "hỏng")
    await house.say(be, "chết")
    book.fail("hỏng")
    book.fail("chết", KilledError())
    for _ in range(3):
        with pytest.raises(KilledError):
            await live_and_die(house, book, seconds=9)
        book.fails.pop("hỏng", None)
    await live_and_die(house, book, seconds=9)
    states = {row.id: row.state for row in await house.rows("inbox", "id, state")}
    assert list(states.values()) == ["done", "aside"]


async def test_a_database_that_comes_and_goes_at_the_start_costs_no_starts(
    house: House, book: Book
) -> None:
    await house.say(await house.person("Lan"), "một")
    book.fail("một", Unavailable("locked"))
    pump = house.turns(book)
    for _ in range(5):
        with pytest.raises(Unavailable):
            await pump.recover()
    book.fails.clear()
    await pump.recover()
    assert book.read == ["một"]


async def test_what_cannot_be_understood_is_a_turn_like_any_other(
    house: House, book: Book
) -> None:
    lan = await house.person("Lan")
    await house.receive(house.inbound(lan, kind=InboundKind.UNSUPPORTED))
    assert await house.turns(book).run_once() == 1


async def test_messages_of_a_talk_that_moved_wait_for_the_next_batch(house: House) -> None:
    """After enrolment an address belongs to the person's talk, loaded afresh."""
    stranger, seen = await house.person("Lan"), []

    async def move(turn: Turn) -> None:
        seen.append(turn.inbound.text)
        turn.rebound = turn.inbound.text == "mã"

    await house.say(stranger, "mã", "sau")
    pump = house.turns(move)
    assert await pump.run_once() == 1
    assert seen == ["mã"]
    assert await pump.run_once() == 1
    assert seen == ["mã", "sau"]


async def arrive(house: House, worker: InboxWorker, *names: str) -> None:
    """Each of the people sends their name, while the worker takes what comes in."""
    senders = [await house.person(name) for name in names]
    said = [("{}", house.inbound(here, name)) for here, name in zip(senders, names, strict=True)]
    async with asyncio.timeout(PATIENCE), asyncio.TaskGroup() as group:
        stored = [group.create_task(worker.receive([update])) for update in said]
        await asyncio.sleep(0)
        while not all(task.done() for task in stored):
            await worker.run_once()


async def grown_up(house: House, book: Book) -> InboxWorker:
    worker = house.turns(book)
    await worker.recover()
    house.clock.forward(minutes=2)
    return worker


async def test_what_comes_in_is_stored_with_the_turns_that_answer_it(
    house: House, book: Book
) -> None:
    await arrive(house, await grown_up(house, book), "Lan", "Bé", "Sáu")
    assert len(set(book.units)) == 1
    assert await kept(house) == ["Lan", "Bé", "Sáu"]
    assert {row.state for row in await house.rows("inbox", "id, state")} == {"done"}


async def test_what_comes_in_and_has_to_wait_is_kept_as_it_came(house: House, book: Book) -> None:
    worker, lan = await grown_up(house, book), await house.person("Lan")
    await house.say(lan, "một")
    book.fail("một")
    await worker.run_once()
    await arrive(house, worker, "Lan", "Bé")
    waiting = await house.rows("inbox", "id, raw, inbound, state", "state = 'pending'")
    assert [(row.raw, "một" in row.inbound) for row in waiting] == [("{}", True), ("{}", False)]
    (answered,) = await house.rows("inbox", "id, raw, inbound", "state = 'done'")
    assert (answered.raw, "Bé" in answered.inbound) == ("", True)


async def test_what_comes_in_is_stored_though_a_turn_fails(house: House, book: Book) -> None:
    worker = await grown_up(house, book)
    book.fail("Bé")
    await arrive(house, worker, "Lan", "Bé", "Sáu")
    states = [row.state for row in await house.rows("inbox", "id, state")]
    assert sorted(states) == ["done", "done", "pending"]
    assert sorted(await kept(house)) == ["Lan", "Sáu"]


async def test_a_messenger_hears_that_nothing_could_be_stored(house: House, book: Book) -> None:
    worker, lan = await grown_up(house, book), await house.person("Lan")
    book.fail("Lan", Unavailable("no database just now"))
    stored = asyncio.ensure_future(worker.receive([("{}", house.inbound(lan, "Lan"))]))
    await asyncio.sleep(0)
    with pytest.raises(Unavailable):
        await worker.run_once()
    with pytest.raises(Unavailable):
        await stored
    assert await house.rows("inbox", "id") == []


async def test_a_young_process_stores_what_comes_in_before_anything_else(
    house: House, book: Book
) -> None:
    worker, lan = house.turns(book), await house.person("Lan")
    await worker.recover()
    await worker.receive([("{}", house.inbound(lan, "Lan"))])
    assert [row.state for row in await house.rows("inbox", "id, state")] == ["pending"]
