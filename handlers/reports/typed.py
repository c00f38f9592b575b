"""Reports entered for a leader: her yes or no; and for those who enter, whose wait."""

from dialogue.inputs import Input, Late, Press, Say
from domain.message import Choice, Expects
from domain.reading import clean_text
from domain.refusals import BadInput, Conflict
from handlers.screen import (
    page_buttons,
    parse_number,
    say_page,
    shorten,
    show,
    take_page,
    unfit_key,
)
from operations.access import own_chapters
from operations.notifications.late import list_late
from operations.reports.typed_reports import confirm_typed, list_unconfirmed, object_to_typed
from operations.turn import Turn
from operations.wording import period_words

_YES, _NO = "y", "n"


class TypedHandler:
    """Lists ("", "p2"), confirms ("y12.1": meeting, version) or objects ("n12.1", then why)."""

    name = "typed"
    command = "nhapthay|typed"
    words = "command-typed-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Does what a button names."""
        letter, numbers = argument[:1], [parse_number(one) for one in argument[1:].split(".")]
        if letter == _YES and len(numbers) == len(("meeting", "version")):
            await _confirm(turn, *numbers)
        elif letter == _NO and len(numbers) == len(("meeting", "version")):
            self._ask_why(turn, *numbers)
        elif own_chapters(turn.posts, turn.today):
            await _show_mine(turn)
        else:
            await _show_late(turn, parse_number(argument.removeprefix("p")))

    def _ask_why(self, turn: Turn, meeting_id: int, version: int) -> None:
        turn.leave()
        turn.talk.handler = self.name
        turn.talk.state = {"meeting": meeting_id, "version": version}
        turn.say("typed-why")
        turn.ask(
            (Choice("skip", turn.label("typed-button-no-reason")),),
            expects=Expects.TEXT,
            navigation=(Choice("cancel", turn.label("button-cancel")),),
        )

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the reason of an objection."""
        state = turn.talk.state
        if given == Press("cancel"):
            turn.say("typed-left")
            show(turn, _report(turn, state["meeting"]))
        elif given == Press("skip"):
            await _object(turn, "")
        elif isinstance(given, Say | Late):
            await _object(turn, clean_text(given.text))
        else:
            turn.say(unfit_key(turn))
            turn.repeat_prompt()


async def _confirm(turn: Turn, meeting_id: int, version: int) -> None:
    try:
        one = await confirm_typed(turn.context, meeting_id=meeting_id, version=version)
    except Conflict as refusal:
        turn.say(refusal.code, **refusal.facts)
    else:
        turn.say("typed-confirmed-thanks", chapter=one.chapter.name)
    show(turn, _report(turn, meeting_id))


async def _object(turn: Turn, reason: str) -> None:
    state = turn.talk.state
    try:
        one = await object_to_typed(
            turn.context, meeting_id=state["meeting"], version=state["version"], reason=reason
        )
    except BadInput as refusal:
        turn.say(refusal.code, **refusal.facts)
        turn.repeat_prompt()
        return
    except Conflict as refusal:
        turn.say(refusal.code, **refusal.facts)
        show(turn, _report(turn, state["meeting"]))
        return
    turn.say("typed-objected-thanks", by=one.typist)
    ways = [_report(turn, one.meeting.id)]
    if not one.meeting.is_closed(turn.today):
        key = f"report.{one.meeting.id}"
        ways.insert(0, Choice(key, turn.label("history-button-correct")))
    show(turn, *ways)


async def _show_mine(turn: Turn) -> None:
    found = await list_unconfirmed(turn.unit, turn.posts, today=turn.today)
    turn.say("typed-mine" if found else "typed-mine-none", count=len(found))
    show(
        turn,
        *(
            Choice(
                f"history.{meeting.id}",
                turn.label(
                    "typed-button-look",
                    number=report.number,
                    period=period_words(meeting.period, turn.language),
                ),
            )
            for report, meeting in found
        ),
    )


async def _show_late(turn: Turn, number: int) -> None:
    found = await list_late(turn.unit, turn.posts, today=turn.today, even_due=True)
    page = take_page(found, number)
    turn.say("typed-late" if found else "typed-late-none")
    say_page(turn, page)
    show(
        turn,
        *(
            Choice(
                f"report.{one.row.meeting_id}",
                shorten(turn.label("typed-button-for", chapter=one.row.chapter_name)),
            )
            for one in page.items
        ),
        navigation=page_buttons(turn, page, "typed.p"),
    )


def _report(turn: Turn, meeting_id: int) -> Choice:
    return Choice(f"history.{meeting_id}", turn.label("button-view-report"))
