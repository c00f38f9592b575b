"""The report talk: a leader logs one meeting (design.md section 5)."""

from dialogue import (
    Edited,
    Input,
    Late,
    Press,
    Say,
    Step,
    Talk,
    open_at_review,
    open_talk,
    resume,
    step,
    upgrade,
)
from dialogue import view_to_message as to_message
from dialogue.report_answers import to_answers
from dialogue.report_form import REPORT
from dialogue.report_record import from_answers
from domain.message import Choice
from domain.talks import Draft
from operations import drafts, reporting
from operations.notices import tell
from operations.report_opening import OpenedReport, Reportable, list_reportable, open_report
from operations.turn import Turn
from operations.wording import day_words, moment_words, period_words
from texts import escape_rich, label

# Messages of one draft that can still be edited; older ones are long out of sight.
_REMEMBERED = 40
_SHOWN = 60
_LISTED = 12


class ReportHandler:
    """Asks for the report of one meeting, keeps a draft at every answer, and sends it."""

    name = "report"
    command = "baocao"
    words = "command-report-words"
    takes_files = True

    async def begin(self, turn: Turn, argument: str) -> None:
        """Starts with the meeting named, the one that waits, or the choice among several."""
        if argument.isdecimal():
            return await self._open(turn, int(argument))
        found = await list_reportable(turn.unit, turn.posts, today=turn.today)
        waiting = [one for one in found if one.awaits(turn.today)] or found
        if not waiting:
            turn.leave()
            turn.say("report-nothing-open")
        elif len(waiting) == 1:
            await self._open(turn, waiting[0].meeting.id)
        else:
            self._choose(turn, waiting[:_LISTED])
        return None

    def _choose(self, turn: Turn, meetings: list[Reportable]) -> None:
        turn.leave()
        turn.talk.handler, turn.talk.state = self.name, {"phase": "choose"}
        turn.say("report-choose")
        turn.ask(
            tuple(Choice(f"m{one.meeting.id}", _name(turn, one)) for one in meetings),
            navigation=(_button(turn, "cancel"),),
        )

    async def _open(self, turn: Turn, meeting_id: int) -> None:
        """Asks whether to go on where there is a draft, else begins."""
        opened = await self._opened(turn, meeting_id)
        known = await drafts.find(turn, form=REPORT.name, meeting_id=meeting_id)
        if known is None or known.state.get("corrects", 0) != _version(opened):
            return await self._start(turn, opened)
        turn.leave()
        turn.talk.handler = self.name
        turn.talk.state = {"phase": "resume", "meeting": meeting_id}
        turn.say("report-go-on", chapter=opened.chapter.name, period=opened.facts.period)
        turn.ask(
            (_button(turn, "go-on"), _button(turn, "anew")), navigation=(_button(turn, "later"),)
        )
        return None

    async def _opened(self, turn: Turn, meeting_id: int) -> OpenedReport:
        return await open_report(
            turn.unit, turn.posts, meeting_id, today=turn.today, language=turn.language
        )

    async def _start(self, turn: Turn, opened: OpenedReport) -> None:
        """Begins a report, or opens a sent one at its review."""
        facts = opened.facts.to_facts()
        if opened.report:
            sent = opened.report.answers
            at = moment_words(turn.policy.local(opened.report.sent_at))
            turn.say("report-correcting", number=opened.report.number, at=at)
            stray = tuple(note for question, note in sent.voice_notes if not question)
            talk = open_at_review(REPORT, from_answers(sent, facts), facts=facts, aside=stray)
        else:
            talk = open_talk(REPORT, facts=facts, today=turn.today)
        state = {"talk": talk.to_dict(), "corrects": _version(opened)}
        draft = await drafts.start(turn, REPORT, opened.meeting.id, state)
        self._show(turn, draft, opened)

    def _show(self, turn: Turn, draft: Draft, opened: OpenedReport) -> None:
        """Shows the open question of a draft, with what is known today."""
        turn.draft, turn.talk.draft_id = draft, draft.id
        turn.talk.handler, turn.talk.state = self.name, {"phase": "form"}
        shown = resume(
            REPORT,
            _talk(draft),
            facts=opened.facts.to_facts(),
            today=turn.today,
            language=turn.language,
        )
        self._say(turn, draft, shown)

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes one message: the choice of a meeting, of going on, or an answer of the form."""
        phase = turn.talk.state.get("phase")
        if phase == "form" and turn.draft is not None:
            await self._step(turn, turn.draft, given)
        elif not isinstance(given, Press):
            turn.say("please-press")
            turn.repeat_prompt()
        elif given.key in ("cancel", "later"):
            turn.leave()
            turn.say("report-later")
        elif phase == "resume":
            await self._resume(turn, anew=given.key == "anew")
        else:
            await self.begin(turn, given.key.removeprefix("m"))

    async def _resume(self, turn: Turn, *, anew: bool) -> None:
        opened = await self._opened(turn, turn.talk.state["meeting"])
        known = await drafts.find(turn, form=REPORT.name, meeting_id=opened.meeting.id)
        if known and not anew:
            self._show(turn, known, opened)
        else:
            await self._start(turn, opened)

    async def _step(self, turn: Turn, draft: Draft, given: Input) -> None:
        given = _with_question(turn, given)
        _remember(turn, given)
        result = step(REPORT, _talk(draft), given, today=turn.today, language=turn.language)
        self._say(turn, draft, result)
        if result.finished == "sent":
            await self._send(turn, draft, result.talk)
        elif result.finished:
            if result.finished == "deleted":
                await drafts.delete(turn, draft)
            turn.leave()

    def _say(self, turn: Turn, draft: Draft, result: Step) -> None:
        draft.state = {**draft.state, "talk": result.talk.to_dict()}
        draft.form_version = REPORT.version
        turn.say_rich(*result.notes)
        if result.show is not None and not result.finished:
            turn.talk.state["question"] = result.show.question
            turn.ask_message(to_message(result.show, turn.next_prompt_id()))

    async def _send(self, turn: Turn, draft: Draft, talk: Talk) -> None:
        receipt = await reporting.submit_report(
            turn.unit,
            person_id=turn.require_person().id,
            posts=turn.posts,
            meeting_id=draft.meeting_id,
            answers=to_answers(talk, today=turn.today),
            corrects=draft.state.get("corrects", 0),
            policy=turn.policy,
            now=turn.now,
        )
        turn.draft = None
        turn.leave()
        turn.say(
            "report-corrected" if receipt.version > 1 else "report-received",
            number=receipt.number,
            chapter=receipt.chapter.name,
            period=period_words(receipt.meeting.period, turn.language),
            until=day_words(receipt.meeting.closes_on),
        )
        if not receipt.on_time and receipt.version == 1:
            turn.say("report-received-late")
        await tell(turn.unit, receipt.notices, now=turn.now)
        turn.ask(
            (
                Choice("menu", turn.label("button-menu")),
                Choice(f"history.{receipt.meeting.id}", turn.label("button-view-report")),
            ),
            standing=True,
        )


def _talk(draft: Draft) -> Talk:
    return upgrade(REPORT, Talk.from_dict(draft.state["talk"]))


def _version(opened: OpenedReport) -> int:
    return opened.report.version if opened.report else 0


def _button(turn: Turn, name: str) -> Choice:
    return Choice(name, turn.label(f"button-{name}"))


def _name(turn: Turn, one: Reportable) -> str:
    return label(
        "report-choice-sent" if one.report else "report-choice",
        turn.language,
        chapter=one.chapter.name,
        period=period_words(one.meeting.period, turn.language),
    )


def _with_question(turn: Turn, given: Input) -> Input:
    """Names the question that an input belongs to, as far as the talk remembers it."""
    if isinstance(given, Press):
        return Press(given.key, str(turn.talk.state.get("question", "")))
    if isinstance(given, Edited):
        answered = turn.talk.state.get("answered", {})
        return Edited(given.text, str(answered.get(turn.inbound.message_id, "")))
    return given


def _remember(turn: Turn, given: Input) -> None:
    """Keeps which question a message answered, so that editing it corrects that answer."""
    if isinstance(given, Say | Late):
        turn.answered = escape_rich(given.text[:_SHOWN])
    if isinstance(given, Say) and turn.inbound.message_id:
        answered = dict(turn.talk.state.get("answered", {}))
        answered[turn.inbound.message_id] = turn.talk.state.get("question", "")
        turn.talk.state["answered"] = dict(list(answered.items())[-_REMEMBERED:])
