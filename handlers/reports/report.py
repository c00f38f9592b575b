"""The report talk: a leader logs one meeting (design.md section 5)."""

from collections.abc import Sequence

from dialogue import (
    Answer,
    Input,
    Press,
    Talk,
    open_at_review,
    open_talk,
    step,
    turn_to,
)
from dialogue.report_asked import report_form
from dialogue.report_form import REPORT
from dialogue.report_record import from_answers
from domain.buttons import read_button
from domain.message import Choice
from domain.refusals import Closed, Conflict, NotAllowed, NotFound
from domain.talks import Draft
from handlers.filling import noted_answer, settled_line
from handlers.reports.beside import (
    ask_which,
    has_answers,
    is_other_draft,
    offer_others,
    take_choice,
    talk_of,
)
from handlers.reports.captions import take_caption
from handlers.reports.choosing import (
    MeetingOfReport,
    ask_which_meeting,
    offer_sent_and_ahead,
    word_button,
)
from handlers.reports.drafting import (
    drawn_here,
    find_current,
    open_here,
    open_sent,
    show_draft,
    show_step,
    talk_here,
    version_of,
)
from handlers.reports.ending import say_no_longer_theirs, say_refused, see_button, send_draft
from handlers.reports.inputs import (
    not_here,
    remember,
    with_question,
)
from handlers.reports.report_states import TASK, BeforeForm, Filling, Question
from handlers.reports.review_words import say_why_returned
from handlers.reports.told_cases import offer_verdicts, say_case_news, take_verdict
from handlers.reports.typing import (
    say_for_whom,
    warn_of_drafts,
    was_typed_for,
    was_typed_meanwhile,
)
from handlers.screen import show
from operations.meetings.joint import shared_answers
from operations.reports import drafts, reporting
from operations.reports.buttons import (
    REPORT_BUTTONS,
    CompleteReport,
    GoOnWithReport,
    OfMeeting,
    WriteJointReport,
    WriteReport,
)
from operations.reports.opening import OpenedReport, list_reportable
from operations.reports.passing_on import pass_drafts_on
from operations.reports.review_states import find_return
from operations.turn import Turn
from operations.wording import moment_words

_LISTED = 12


class ReportHandler:
    """Asks for the report of one meeting, keeps a draft at every answer, and sends it."""

    name = TASK
    command = "baocao|report"
    words = "command-report-words"
    takes_files = True

    async def begin(self, turn: Turn, argument: str) -> None:
        """Starts with the meeting named, the one that waits, or the choice among several."""
        wanted = read_button(argument, *REPORT_BUTTONS)
        if wanted is None:
            await self._begin_what_waits(turn)
            return
        try:
            await self._begin(turn, wanted)
        except Closed as refusal:
            say_refused(turn, wanted.meeting, refusal)

    async def _begin(self, turn: Turn, wanted: OfMeeting) -> None:
        match wanted:
            case CompleteReport(meeting_id, step):
                await self._open_question(turn, meeting_id, step)
            case WriteJointReport(meeting_id, model):
                await self._open(turn, meeting_id, model=model)
            case GoOnWithReport(meeting_id):
                if not await self._choose_or_go_on(turn, meeting_id):
                    await self._open(turn, meeting_id)
            case WriteReport(meeting_id):
                await self._open(turn, meeting_id)

    async def _begin_what_waits(self, turn: Turn) -> None:
        found = await list_reportable(turn.unit, turn.posts, today=turn.today)
        waiting = [meeting for meeting in found if meeting.is_due(turn.today)]
        if not waiting:
            offer_sent_and_ahead(turn, found[:_LISTED])
        elif len(waiting) == 1:
            await self._open(turn, waiting[0].meeting.id)
        else:
            await ask_which_meeting(turn, waiting[:_LISTED])

    async def _open(self, turn: Turn, meeting_id: int, *, model: int = 0) -> None:
        """Asks whether to go on where there is a draft, else begins."""
        opened = await open_here(turn, meeting_id)
        places = [opened.chapter.area_id]
        await pass_drafts_on(turn.unit, places, today=turn.today, now=turn.now)
        if await ask_which(turn, self.name, meeting_id):
            return None
        known = await drafts.find(turn, form=REPORT.name, meeting_id=meeting_id)
        if known is not None and was_typed_meanwhile(known, opened):
            turn.say("typed-meanwhile", chapter=opened.chapter.name)
        elif known is None or known.state.get("corrects", 0) != version_of(opened):
            if opened.report is None and await warn_of_drafts(turn, self.name, opened):
                return None
            return await self._start(turn, opened, model=model)
        elif not has_answers(known):
            return show_draft(turn, known, opened)
        turn.start(self.name, BeforeForm(phase=Question.GO_ON, meeting=meeting_id))
        turn.say(
            "report-go-on",
            chapter=opened.chapter.name,
            meeting=opened.facts.meeting,
            period=opened.facts.period,
        )
        turn.ask(
            (
                word_button(turn, "go-on"),
                word_button(turn, "anew"),
                *await offer_others(turn, meeting_id),
            ),
            navigation=(word_button(turn, "later"),),
        )
        return None

    async def _choose_or_go_on(self, turn: Turn, meeting_id: int) -> bool:
        """Goes on with a draft, of two with the one that is chosen; False if there is none."""
        await open_here(turn, meeting_id)
        return await ask_which(turn, self.name, meeting_id) or await self._go_on(turn, meeting_id)

    async def _go_on(self, turn: Turn, meeting_id: int) -> bool:
        """Goes on with a draft that is still up to date; False if there is none."""
        opened = await open_here(turn, meeting_id)
        known = await find_current(turn, opened)
        if known is None:
            return False
        show_draft(turn, known, opened)
        return True

    async def _open_question(self, turn: Turn, meeting_id: int, slot: str) -> None:
        """Goes on with a correction, or begins one, at the question that is to be completed."""
        opened = await open_here(turn, meeting_id)
        known = await find_current(turn, opened)
        if opened.report is None:
            await self._open(turn, meeting_id)
        elif await find_return(turn.unit, opened.report) is None:
            turn.say("review-nothing-asked", chapter=opened.chapter.name)
            show(turn, see_button(turn, meeting_id))
        elif known is None:
            await self._start(turn, opened, slot=slot)
        else:
            await say_why_returned(turn, opened.report)
            known.state = {**known.state, "talk": turn_to(talk_of(known), slot).to_dict()}
            show_draft(turn, known, opened)

    async def _start(
        self, turn: Turn, opened: OpenedReport, *, model: int = 0, slot: str = ""
    ) -> None:
        """Begins a report, from that of a `model` meeting if given, or opens a sent one.

        A sent one is opened at the review, or at the question `slot`.
        """
        facts, begins = opened.facts.to_facts(), False
        say_for_whom(turn, opened.reporter)
        if opened.report:
            at = moment_words(turn.policy.local(opened.report.sent_at), turn.language)
            turn.say("report-correcting", number=opened.report.number, at=at)
            talk = open_sent(opened, opened.report.answers)
            if slot:
                await say_why_returned(turn, opened.report)
                talk = turn_to(talk, slot)
        elif shared := await _shared(turn, opened, model):
            turn.say("report-joint-taken")
            talk = open_at_review(REPORT, shared, facts=facts)
        else:
            begins = True
            say_case_news(turn, opened)
            talk = open_talk(REPORT, facts=facts, today=turn.today)
        state = {"talk": talk.to_dict(), "corrects": version_of(opened)}
        draft = await drafts.start(turn, REPORT, opened.meeting.id, state)
        show_draft(turn, draft, opened)
        if begins:
            offer_verdicts(turn, opened)

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes one message: the choice of a meeting, of going on, or an answer of the form."""
        state = turn.state(Filling, BeforeForm)
        if isinstance(state, BeforeForm):
            await self._answer_before(turn, state, given)
        elif turn.draft is None:
            await self._overtaken(turn, state.meeting)
        elif await take_verdict(turn, given):
            await self._after_verdict(turn, turn.draft)
        else:
            await self._step(turn, state, turn.draft, given)

    async def _answer_before(self, turn: Turn, state: BeforeForm, given: Input) -> None:
        if not isinstance(given, Press):
            turn.say(not_here(given))
            turn.repeat_prompt()
        elif given.key in ("cancel", "later"):
            turn.say("report-later")
            show(turn)
        elif state.phase is Question.TYPE_ANYWAY:
            await self._start(turn, await open_here(turn, state.meeting))
        elif state.phase is Question.WHICH_DRAFT or is_other_draft(given.key):
            await take_choice(turn, given.key, state.meeting)
            if not await ask_which(turn, self.name, state.meeting):
                await self._resume(turn, state.meeting, anew=False)
        elif state.phase is Question.GO_ON:
            await self._resume(turn, state.meeting, anew=given.key == "anew")
        elif chosen := MeetingOfReport.read(given.key):
            await self.begin(turn, str(chosen.meeting))

    async def _after_verdict(self, turn: Turn, draft: Draft) -> None:
        """Goes on with the report, the other cases still beside its question."""
        opened = await open_here(turn, draft.meeting_id)
        show_draft(turn, draft, opened)
        offer_verdicts(turn, opened)

    async def _resume(self, turn: Turn, meeting_id: int, *, anew: bool) -> None:
        opened = await open_here(turn, meeting_id)
        known = await drafts.find(turn, form=REPORT.name, meeting_id=opened.meeting.id)
        if known and not anew:
            # What was typed for her meanwhile is corrected by what she had begun.
            known.state = {**known.state, "corrects": version_of(opened)}
            show_draft(turn, known, opened)
        else:
            await self._start(turn, opened)

    async def take_files(self, turn: Turn, meeting_id: int, given: Sequence[Input]) -> bool:
        """Goes on with a draft and gives it files; False if there is no such draft."""
        if not await self._go_on(turn, meeting_id) or turn.draft is None:
            return False
        for file in given:
            turn.said.clear()
            await self._step(turn, turn.state(Filling), turn.draft, file)
        return True

    async def _step(self, turn: Turn, state: Filling, draft: Draft, given: Input) -> None:
        given = take_caption(state, given)
        given, before = with_question(turn, state, given), talk_here(turn, draft)
        remember(turn, state, given)
        turn.keep(state)
        form = report_form(before.facts)
        result = step(
            form,
            before,
            given,
            today=turn.today,
            clock=turn.policy.local(turn.now).time(),
            language=turn.language,
        )
        result = drawn_here(turn, result)
        turn.answered = noted_answer(turn, given, before, result.talk)
        turn.settled = settled_line(turn, form, given, before, result.talk)
        show_step(turn, state, draft, result)
        if result.finished == "sent":
            if not await ask_which(turn, self.name, draft.meeting_id):
                await self._try_to_send(turn, draft, result.talk)
        elif result.finished == "deleted":
            await drafts.delete(turn, draft)
            turn.say("report-deleted")
            show(turn)
        elif result.finished:
            turn.say("report-later")
            go_on = GoOnWithReport(draft.meeting_id)
            show(turn, Choice(go_on.key, turn.label("button-go-on")))

    async def _overtaken(self, turn: Turn, meeting_id: int) -> None:
        """Says who sent the report while it was being written, and offers it."""
        first = await reporting.find_live(turn.unit, meeting_id, policy=turn.policy)
        if first is not None:
            say_refused(turn, meeting_id, first)
            return
        try:
            await self.begin(turn, str(meeting_id))
        except (NotAllowed, NotFound):
            say_no_longer_theirs(turn)

    async def _try_to_send(self, turn: Turn, draft: Draft, talk: Talk) -> None:
        try:
            await send_draft(turn, draft, talk)
        except Conflict as refusal:
            if await was_typed_for(turn, draft.meeting_id):
                await self._open(turn, draft.meeting_id)
                return
            await drafts.delete(turn, draft)
            say_refused(turn, draft.meeting_id, refusal)
        except (NotAllowed, NotFound):
            say_no_longer_theirs(turn)
        except Closed as refusal:
            say_refused(turn, draft.meeting_id, refusal)


async def _shared(turn: Turn, opened: OpenedReport, model: int) -> dict[str, Answer] | None:
    if not model:
        return None
    told = await shared_answers(turn.unit, turn.posts, model, opened, today=turn.today)
    if told is None:
        return None
    shared = from_answers(told, opened.facts.to_facts())
    # Each chapter is asked for its own difficulties.
    shared.pop("category.0", None)
    return shared
