"""The cadre's word on an evening's meetings, all in one message."""

from datetime import date
from typing import Any

from dialogue.inputs import Input, Press
from dialogue.words import render_day
from domain.message import Choice, Expects
from domain.records import EveningMeeting, Presence
from domain.refusals import BadInput
from domain.visits import find_clashes
from handlers.screen import shorten, show, unfit_key
from operations.cadres.attendance import list_evening
from operations.cadres.evening import list_evenings, record_evening
from operations.turn import Turn
from operations.wording import clock_words, day_words

_OTHER_WORDS = (Presence.SUBSTITUTE, Presence.EXCUSED, Presence.UNCONFIRMED)
_SHOWN_EVENINGS = 5


class AttendanceHandler:
    """Lets a cadre tick the meetings of one evening.

    The state holds the day, the ticked meetings and the other words said so far; nothing is
    written before "Xong".
    """

    name = "attendance"
    command = "xacnhan|attend"
    words = "command-attendance-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Opens the evening named as "yyyy-mm-dd", else the one that waits for a word."""
        day = _parse_day(argument) or await self._waiting_day(turn)
        if day > turn.today:
            raise BadInput("attendance-ahead", day=day_words(day))
        evening = await self._evening(turn, day)
        turn.leave()
        if not evening:
            await self._say_empty(turn, day)
            return
        if turn.today > min(one.closes_on for one in evening):
            await self._say_closed(turn, evening)
            return
        ticked = [one.meeting_id for one in evening if one.state is Presence.ATTENDED]
        others = {
            str(one.meeting_id): str(one.state)
            for one in evening
            if one.state not in (Presence.ATTENDED, Presence.UNCONFIRMED)
        }
        turn.talk.handler = self.name
        turn.talk.state = {"day": day.isoformat(), "ticked": ticked, "others": others}
        self._ask(turn, evening)

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes a tick, another word, or "Xong"."""
        if not isinstance(given, Press):
            turn.say(unfit_key(turn))
            turn.repeat_prompt()
            return
        state = turn.talk.state
        evening = await self._evening(turn, date.fromisoformat(state["day"]))
        if evening:
            _forget_others(state, evening)
            await self._pressed(turn, given, evening)
        else:
            await self.begin(turn, state["day"])

    async def _pressed(self, turn: Turn, given: Press, evening: list[EveningMeeting]) -> None:
        state, key = turn.talk.state, given.key
        if key == "done" and (doubled := _doubled(evening, state["ticked"])):
            self._ask_doubled(turn, doubled)
        elif key in ("done", "both"):
            await self._record(turn)
        elif key == "cancel":
            turn.leave()
            turn.say("attendance-later")
            show(
                turn, Choice(f"attendance.{state['day']}", turn.label("attendance-button-change"))
            )
        elif key == "other":
            self._ask_which(turn, evening)
        elif key.startswith("w"):
            state["asked"] = int(key[1:])
            self._ask_why(turn, evening)
        elif key in list(_OTHER_WORDS):
            _say_other(state, Presence(key))
            self._ask(turn, evening)
        else:
            if key.startswith("m"):
                _tick(state, given)
            self._ask(turn, evening)

    async def _evening(self, turn: Turn, day: date) -> list[EveningMeeting]:
        return await list_evening(turn.unit, turn.require_person().id, day=day)

    async def _waiting_day(self, turn: Turn) -> date:
        found = await list_evenings(turn.unit, turn.require_person().id, clock=turn.clock)
        waiting = [one.day for one in found if one.open] or [one.day for one in found]
        return waiting[0] if waiting else turn.today

    def _ask(self, turn: Turn, evening: list[EveningMeeting]) -> None:
        state = turn.talk.state
        turn.say("attendance-ask", day=render_day(evening[0].day, turn.language))
        others = [one for one in evening if str(one.meeting_id) in state["others"]]
        turn.say_rich(*(_line(turn, one, state["others"][str(one.meeting_id)]) for one in others))
        turn.ask(
            tuple(Choice(f"m{one.meeting_id}", _name(one)) for one in evening),
            expects=Expects.CHOICES,
            selected=frozenset(f"m{meeting_id}" for meeting_id in state["ticked"]),
            navigation=tuple(
                Choice(key, turn.label(f"attendance-button-{key}"))
                for key in ("done", "other", "cancel")
            ),
        )

    def _ask_which(self, turn: Turn, evening: list[EveningMeeting]) -> None:
        turn.say("attendance-which")
        turn.ask(
            tuple(Choice(f"w{one.meeting_id}", _name(one)) for one in evening),
            navigation=(Choice("back", turn.label("button-back")),),
        )

    def _ask_doubled(self, turn: Turn, doubled: list[EveningMeeting]) -> None:
        turn.say("attendance-ask-double", meetings=", ".join(_name(one) for one in doubled))
        turn.ask(
            (Choice("both", turn.label("attendance-button-both")),),
            navigation=(Choice("back", turn.label("attendance-button-change")),),
        )

    def _ask_why(self, turn: Turn, evening: list[EveningMeeting]) -> None:
        asked = turn.talk.state["asked"]
        one = next(one for one in evening if one.meeting_id == asked)
        turn.say("attendance-why", meeting=_name(one))
        turn.ask(
            tuple(Choice(word, turn.label(f"attendance-say-{word}")) for word in _OTHER_WORDS),
            navigation=(Choice("back", turn.label("button-back")),),
        )

    async def _record(self, turn: Turn) -> None:
        state = turn.talk.state
        recorded = await record_evening(
            turn.unit,
            person_id=turn.require_person().id,
            ticked=state["ticked"],
            others={int(key): Presence(word) for key, word in state["others"].items()},
            day=date.fromisoformat(state["day"]),
            policy=turn.policy,
            now=turn.now,
        )
        turn.leave()
        turn.say("attendance-recorded", day=render_day(recorded[0].day, turn.language))
        turn.say_rich("\n".join(_line(turn, one, one.state) for one in recorded))
        turn.say("attendance-can-change", day=day_words(recorded[0].closes_on))
        show(
            turn,
            Choice(f"grade.{state['day']}", turn.label("grade-button-evening")),
            Choice(f"attendance.{state['day']}", turn.label("attendance-button-change")),
        )

    async def _say_closed(self, turn: Turn, evening: list[EveningMeeting]) -> None:
        turn.say("attendance-closed", day=day_words(evening[0].closes_on))
        turn.say_rich("\n".join(_line(turn, one, one.state) for one in evening))
        show(turn)

    async def _say_empty(self, turn: Turn, day: date) -> None:
        """Says that the day has no meeting of theirs, and which days have."""
        turn.say("attendance-empty", day=render_day(day, turn.language))
        found = await list_evenings(turn.unit, turn.require_person().id, clock=turn.clock)
        buttons = (
            Choice(
                f"attendance.{one.day.isoformat()}",
                turn.label("attendance-button-day", day=day_words(one.day), open=one.open),
            )
            for one in found[:_SHOWN_EVENINGS]
        )
        show(turn, *buttons)


def _doubled(evening: list[EveningMeeting], ticked: list[int]) -> list[EveningMeeting]:
    """Returns the meetings ticked that were at the same time as another one ticked."""
    clashes = find_clashes(one for one in evening if one.meeting_id in ticked)
    return [one for one in evening if one.meeting_id in clashes]


def _parse_day(argument: str) -> date | None:
    try:
        return date.fromisoformat(argument)
    except ValueError:
        return None


def _forget_others(state: dict[str, Any], evening: list[EveningMeeting]) -> None:
    """Drops what was said of meetings that have moved to another day meanwhile."""
    there = {one.meeting_id for one in evening}
    state["ticked"] = [one for one in state["ticked"] if one in there]
    state["others"] = {key: word for key, word in state["others"].items() if int(key) in there}


def _tick(state: dict[str, Any], given: Press) -> None:
    meeting_id = int(given.key[1:])
    ticked = given.tick(state["ticked"], meeting_id)
    state["ticked"] = sorted(ticked)
    if meeting_id in ticked:
        state["others"].pop(str(meeting_id), None)


def _say_other(state: dict[str, Any], word: Presence) -> None:
    asked = state.pop("asked")
    state["ticked"] = [one for one in state["ticked"] if one != asked]
    state["others"][str(asked)] = str(word)


def _name(one: EveningMeeting) -> str:
    return shorten(f"{clock_words(one.start_time)} {one.chapter_name}")


def _line(turn: Turn, one: EveningMeeting, word: str) -> str:
    return turn.text("attendance-line", meeting=_name(one), word=turn.label(f"attendance-{word}"))
