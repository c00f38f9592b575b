"""A meeting outside the plan: which chapter, what sort, which day; then its report."""

from datetime import date, timedelta

from dialogue.inputs import Input, Late, Press, Say
from domain.meetings import MeetingType
from domain.message import Choice, Expects
from domain.reading import ReadDate, parse_date
from domain.refusals import BadInput, Closed, Conflict, NotAllowed
from domain.report import check_meeting_date
from handlers.handler import Handler
from handlers.screen import PAGE, parse_number, show, unfit_key
from operations.access import own_chapters
from operations.directory.directory_look import chapters_of
from operations.meetings.extraordinary import (
    add_extraordinary,
    drop_extraordinary,
    list_extraordinary,
)
from operations.reports.opening import get_reported_chapter
from operations.turn import Turn
from operations.wording import day_words, weekday_words

_SORTS = (MeetingType.EXTRAORDINARY, MeetingType.THEMATIC)


class ExtraHandler:
    """Adds a meeting outside the plan of a chapter ("12"), or takes one back ("x34").

    `report` is the talk that goes on when the meeting has been. The state holds the chapter,
    then the sort of meeting and its day.
    """

    name = "extra"
    command = "dotxuat|extra"
    words = "command-extra-words"
    takes_files = False

    def __init__(self, report: Handler) -> None:
        self._report = report

    async def begin(self, turn: Turn, argument: str) -> None:
        """Asks for the chapter, or for the sort of meeting where there is one chapter only."""
        own = sorted(own_chapters(turn.posts, turn.today))
        if not own:
            raise NotAllowed("not-your-chapter")
        if argument.startswith("x"):
            await self._drop(turn, parse_number(argument[1:]))
        elif chapter_id := parse_number(argument) or (own[0] if len(own) == 1 else 0):
            await self._ask_sort(turn, chapter_id)
        else:
            known = await chapters_of(turn.unit, own)
            turn.say("extra-which")
            show(turn, *(Choice(f"extra.{one.id}", one.name) for one in known))

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the answer to the open question."""
        state = turn.talk.state
        if given == Press("cancel"):
            turn.say("extra-left")
            show(turn)
        elif isinstance(given, Press) and given.key.startswith("x"):
            await self._drop(turn, parse_number(given.key[1:]))
        elif isinstance(given, Press) and "sort" not in state:
            state["sort"] = given.key
            turn.say("extra-day")
            _ask(turn, *_days(turn))
        elif given == Press("yes") and "day" in state:
            await self._add(turn)
        elif isinstance(given, Press | Say | Late) and "sort" in state and "day" not in state:
            await self._take_day(turn, given)
        else:
            turn.say(unfit_key(turn))
            turn.repeat_prompt()

    async def _ask_sort(self, turn: Turn, chapter_id: int) -> None:
        chapter = await get_reported_chapter(turn.unit, turn.posts, chapter_id, today=turn.today)
        waiting = await list_extraordinary(turn.unit, chapter_id, today=turn.today)
        turn.leave()
        turn.talk.handler = self.name
        turn.talk.state = {"chapter": chapter_id, "name": chapter.name}
        turn.say("extra-sort", chapter=chapter.name)
        drops = [
            Choice(f"x{one.id}", turn.label("extra-button-drop-one", day=day_words(one.day)))
            for one in waiting[:PAGE]
            if one.day
        ]
        _ask(turn, *(Choice(one, turn.label(f"extra-sort-{one}")) for one in _SORTS), *drops)

    async def _take_day(self, turn: Turn, given: Press | Say | Late) -> None:
        state = turn.talk.state
        try:
            day = _read_day(turn, given)
        except BadInput as refusal:
            turn.say(refusal.code, **refusal.facts)
            turn.repeat_prompt()
            return
        state["day"] = day.isoformat()
        turn.say(
            "extra-look",
            sort=turn.label(f"meeting-{state['sort']}"),
            chapter=state["name"],
            day=weekday_words(day, turn.language),
        )
        turn.ask((Choice("yes", turn.label("extra-button-add")),), navigation=(_cancel(turn),))

    async def _add(self, turn: Turn) -> None:
        state = turn.talk.state
        try:
            added = await add_extraordinary(
                turn.unit,
                person_id=turn.require_person().id,
                posts=turn.posts,
                chapter_id=state["chapter"],
                day=date.fromisoformat(state["day"]),
                kind=MeetingType(state["sort"]),
                policy=turn.policy,
                now=turn.now,
            )
        except (BadInput, Closed, Conflict) as refusal:
            turn.say(refusal.code, **refusal.facts)
            show(turn, Choice("extra", turn.label("menu-extra")))
            return
        turn.leave()
        if added.has_come(turn.today):
            turn.say("extra-added")
            await self._report.begin(turn, str(added.id))
            return
        turn.say("extra-added-ahead", day=day_words(date.fromisoformat(state["day"])))
        show(turn, Choice(f"extra.x{added.id}", turn.label("extra-button-drop")))

    async def _drop(self, turn: Turn, meeting_id: int) -> None:
        dropped = await drop_extraordinary(
            turn.unit,
            person_id=turn.require_person().id,
            posts=turn.posts,
            meeting_id=meeting_id,
            today=turn.today,
            now=turn.now,
        )
        turn.say("extra-dropped", chapter=dropped.name)
        show(turn, Choice("extra", turn.label("menu-extra")))


def _days(turn: Turn) -> tuple[Choice, ...]:
    days = {"today": turn.today, "yesterday": turn.today - timedelta(days=1)}
    return tuple(
        Choice(f"d{day.isoformat()}", turn.label(f"extra-day-{name}", day=day_words(day)))
        for name, day in days.items()
    )


def _read_day(turn: Turn, given: Press | Say | Late) -> date:
    if isinstance(given, Press):
        return date.fromisoformat(given.key[1:])
    refusal = BadInput("extra-bad-day", example=day_words(turn.today))
    for found in (
        parse_date(given.text, today=turn.today, towards="past"),
        parse_date(given.text, today=turn.today, towards="future"),
    ):
        if isinstance(found, ReadDate):
            try:
                check_meeting_date(found.day, today=turn.today, may_be_ahead=True)
            except BadInput as too_far:
                refusal = too_far
            else:
                return found.day
    raise refusal


def _ask(turn: Turn, *choices: Choice) -> None:
    turn.ask(choices, expects=Expects.TEXT, navigation=(_cancel(turn),))


def _cancel(turn: Turn) -> Choice:
    return Choice("cancel", turn.label("button-cancel"))
