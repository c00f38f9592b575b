"""Opens a closed period again for one chapter: which period, how long, why."""

from datetime import timedelta

from dialogue.inputs import Input, Press, Say
from domain.calendar import parse_period
from domain.message import Choice, Expects
from domain.reading import clean_text, key
from domain.refusals import NotFound
from handlers.screen import PAGE, parse_number, shorten, show, unfit_key
from operations.access import list_chapters_in_sight, may
from operations.meetings.reopening import check_reason, list_reopenable, reopen_period
from operations.reports.unsent import ask_to_reopen
from operations.rights import Right
from operations.turn import Turn
from operations.wording import day_words, period_words

_DAYS = (1, 3, 7, 14)


class ReopenHandler:
    """Asks what is missing and opens the period after a look at the whole.

    The argument is "c12" for a chapter, "c12-2026-11" for a period of it, a part of its name, or
    "a12" for a leader who asks for the period of a meeting. The state holds the chapter, then the
    period, the days and the reason.
    """

    name = "reopen"
    command = "molai|reopen"
    words = "command-reopen-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Takes the chapter, or asks for it."""
        turn.leave()
        if argument.startswith("a") and (meeting_id := parse_number(argument[1:])):
            await _ask_the_office(turn, meeting_id)
            return
        number, _, period = argument[1:].partition("-")
        chapter_id = parse_number(number) if argument.startswith("c") else 0
        if chapter_id:
            await self._ask_period(turn, chapter_id, wanted=period)
        else:
            await self._find_chapter(turn, argument)

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the answer to the open question."""
        state = turn.talk.state
        if given == Press("cancel"):
            turn.leave()
            turn.say("reopen-left")
            show(turn)
        elif "period" not in state:
            await self._take_period(turn, given)
        elif "days" not in state:
            self._take_days(turn, given)
        elif "reason" not in state:
            await self._take_reason(turn, given)
        elif given == Press("yes"):
            await self._open(turn)
        else:
            _please(turn)

    async def _find_chapter(self, turn: Turn, text: str) -> None:
        seen = await list_chapters_in_sight(turn.unit, turn.posts, today=turn.today)
        mine = [one for one in seen if may(Right.REOPEN_PERIOD, turn.posts, one, turn.today)]
        if not mine:
            raise NotFound("reopen-not-yours")
        wanted = f" {key(text)} "
        found = [one for one in mine if wanted in f" {key(one.name)} "] if text else mine
        turn.say("reopen-which" if len(found) <= PAGE else "reopen-which-many")
        show(turn, *(Choice(f"reopen.c{one.id}", shorten(one.name)) for one in found[:PAGE]))

    async def _ask_period(self, turn: Turn, chapter_id: int, *, wanted: str) -> None:
        chapter, periods = await list_reopenable(
            turn.unit, turn.posts, chapter_id, today=turn.today
        )
        if not periods:
            raise NotFound("reopen-nothing", chapter=chapter.name)
        turn.talk.handler = self.name
        turn.talk.state = {"chapter": chapter_id, "name": chapter.name}
        if wanted in map(str, periods):
            _ask_days(turn, wanted)
            return
        turn.say("reopen-period", chapter=chapter.name)
        _ask(
            turn,
            *(Choice(str(one), period_words(one, turn.language)) for one in periods[:PAGE]),
        )

    async def _take_period(self, turn: Turn, given: Input) -> None:
        _, periods = await list_reopenable(
            turn.unit, turn.posts, turn.talk.state["chapter"], today=turn.today
        )
        if not isinstance(given, Press) or given.key not in map(str, periods):
            _please(turn)
            return
        _ask_days(turn, given.key)

    def _take_days(self, turn: Turn, given: Input) -> None:
        if not isinstance(given, Press) or given.key not in {f"d{one}" for one in _DAYS}:
            _please(turn)
            return
        turn.talk.state["days"] = int(given.key[1:])
        turn.say("reopen-reason")
        _ask(turn, expects=Expects.TEXT)

    async def _take_reason(self, turn: Turn, given: Input) -> None:
        reason = clean_text(given.text) if isinstance(given, Say) else ""
        check_reason(reason)
        state = turn.talk.state
        state["reason"] = reason
        turn.say(
            "reopen-look",
            chapter=state["name"],
            period=period_words(parse_period(state["period"]), turn.language),
            until=_until(turn, state["days"]),
            reason=reason,
        )
        _ask(turn, Choice("yes", turn.label("reopen-button-yes")))

    async def _open(self, turn: Turn) -> None:
        state = turn.talk.state
        turn.leave()
        opened = await reopen_period(
            turn.context,
            chapter_id=state["chapter"],
            period=parse_period(state["period"]),
            until=turn.today + timedelta(days=state["days"]),
            reason=state["reason"],
        )
        turn.say(
            "reopen-done",
            chapter=opened.chapter.name,
            period=period_words(opened.period, turn.language),
            until=day_words(opened.until),
        )
        show(turn)


async def _ask_the_office(turn: Turn, meeting_id: int) -> None:
    """Passes on the wish of a leader whose report came too late."""
    meeting, chapter, told = await ask_to_reopen(
        turn.unit,
        meeting_id,
        by=turn.require_person(),
        posts=turn.posts,
        today=turn.today,
        now=turn.now,
    )
    turn.say(
        "unsent-told" if told else "unsent-nobody",
        chapter=chapter.name,
        period=period_words(meeting.period, turn.language),
        names=", ".join(one.name for one in told),
    )
    show(turn)


def _ask_days(turn: Turn, period: str) -> None:
    turn.talk.state["period"] = period
    turn.say("reopen-days")
    labels = {one: turn.label("reopen-until", day=_until(turn, one)) for one in _DAYS}
    _ask(turn, *(Choice(f"d{one}", words) for one, words in labels.items()))


def _until(turn: Turn, days: int) -> str:
    return day_words(turn.today + timedelta(days=days))


def _ask(turn: Turn, *choices: Choice, expects: Expects = Expects.CHOICE) -> None:
    cancel = Choice("cancel", turn.label("button-cancel"))
    turn.ask(choices, expects=expects, navigation=(cancel,))


def _please(turn: Turn) -> None:
    turn.say(unfit_key(turn))
    turn.repeat_prompt()
