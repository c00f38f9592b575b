"""The report talk: a leader logs one meeting (design.md section 5)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dialogue import (
    Answer,
    Input,
    Photos,
    Press,
    Step,
    Talk,
    VoiceNote,
    open_at_review,
    open_talk,
    resume,
    step,
    take_message,
    turn_to,
)
from dialogue import view_to_message as to_message
from dialogue.filled import take_filled
from dialogue.report_answers import to_answers
from dialogue.report_form import REPORT
from dialogue.report_record import from_answers
from domain.buttons import Button, read_button
from domain.inbound import InboundKind
from domain.meetings import MeetingState, MeetingType
from domain.message import Choice
from domain.refusals import Closed, Conflict, NotAllowed, NotFound, Refusal
from domain.report import ReportAnswers
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
from handlers.reports.captions import offer_caption, say_caption_waits, take_caption
from handlers.reports.inputs import (
    not_here,
    remember,
    with_question,
    without_files,
)
from handlers.reports.report_states import BeforeForm, Filling, Question
from handlers.reports.review_words import say_why_returned
from handlers.reports.told_cases import offer_verdicts, say_case_news, take_verdict, to_judge
from handlers.reports.typing import (
    say_for_whom,
    warn_of_drafts,
    was_typed_for,
    was_typed_meanwhile,
)
from handlers.screen import shorten, show
from operations.access import own_chapters
from operations.cadres.buttons import LOOKS
from operations.maintenance import files
from operations.maintenance.files import keep_file
from operations.meetings.joint import find_joint, shared_answers
from operations.reports import drafts, reporting
from operations.reports.buttons import (
    REPORT_BUTTONS,
    AskToReopen,
    CompleteReport,
    GoOnWithReport,
    OfMeeting,
    SeeReport,
    WriteJointReport,
    WriteReport,
)
from operations.reports.opening import OpenedReport, Reportable, list_reportable, open_report
from operations.reports.passing_on import pass_drafts_on
from operations.reports.reporting import Receipt
from operations.reports.review_states import find_return
from operations.turn import Turn
from operations.wording import day_words, moment_words, period_words
from storage.cadres.meeting_grades import Source
from texts import Rich, label

_LISTED = 12
_QUOTED = 120


@dataclass(frozen=True)
class MeetingOfReport(Button, letter="m"):
    """The meeting to report, of several that wait."""

    meeting: int


class ReportHandler:
    """Asks for the report of one meeting, keeps a draft at every answer, and sends it."""

    name = "report"
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
            self._refused(turn, wanted.meeting, refusal)

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
            self._offer_others(turn, found[:_LISTED])
        elif len(waiting) == 1:
            await self._open(turn, waiting[0].meeting.id)
        else:
            await self._choose(turn, waiting[:_LISTED])

    def _offer_others(self, turn: Turn, others: list[Reportable]) -> None:
        """Offers what was sent, and what is ahead, which may be put off or called off."""
        ahead = any(meeting.awaits(turn.today) for meeting in others)
        sent = any(meeting.report for meeting in others)
        told = {(True, True): "report-none-waits-yet", (True, False): "report-only-ahead"}
        rest = "report-none-waits" if others else "report-nothing-open"
        turn.say(told.get((ahead, sent), rest))
        extra = Choice("extra", turn.label("menu-extra"))
        show(
            turn,
            *(
                Choice(WriteReport(reportable.meeting.id).key, name_meeting(turn, reportable))
                for reportable in others
            ),
            extra,
        )

    async def _choose(self, turn: Turn, meetings: list[Reportable]) -> None:
        begun = await drafts.list_meetings(turn, form=REPORT.name)
        turn.start(self.name, BeforeForm(phase=Question.WHICH_MEETING))
        turn.say("report-choose")
        turn.ask(
            tuple(
                Choice(
                    MeetingOfReport(each.meeting.id).key,
                    name_meeting(turn, each, begun=each.meeting.id in begun),
                )
                for each in meetings
            ),
            navigation=(_button(turn, "cancel"),),
        )

    async def _open(self, turn: Turn, meeting_id: int, *, model: int = 0) -> None:
        """Asks whether to go on where there is a draft, else begins."""
        opened = await self._opened(turn, meeting_id)
        places = [opened.chapter.area_id]
        await pass_drafts_on(turn.unit, places, today=turn.today, now=turn.now)
        if await ask_which(turn, self.name, meeting_id):
            return None
        known = await drafts.find(turn, form=REPORT.name, meeting_id=meeting_id)
        if known is not None and was_typed_meanwhile(known, opened):
            turn.say("typed-meanwhile", chapter=opened.chapter.name)
        elif known is None or known.state.get("corrects", 0) != _version(opened):
            if opened.report is None and await warn_of_drafts(turn, self.name, opened):
                return None
            return await self._start(turn, opened, model=model)
        elif not has_answers(known):
            return self._show(turn, known, opened)
        turn.start(self.name, BeforeForm(phase=Question.GO_ON, meeting=meeting_id))
        turn.say(
            "report-go-on",
            chapter=opened.chapter.name,
            meeting=opened.facts.meeting,
            period=opened.facts.period,
        )
        turn.ask(
            (
                _button(turn, "go-on"),
                _button(turn, "anew"),
                *await offer_others(turn, meeting_id),
            ),
            navigation=(_button(turn, "later"),),
        )
        return None

    async def _choose_or_go_on(self, turn: Turn, meeting_id: int) -> bool:
        """Goes on with a draft, of two with the one that is chosen; False if there is none."""
        await self._opened(turn, meeting_id)
        return await ask_which(turn, self.name, meeting_id) or await self._go_on(turn, meeting_id)

    async def _go_on(self, turn: Turn, meeting_id: int) -> bool:
        """Goes on with a draft that is still up to date; False if there is none."""
        opened = await self._opened(turn, meeting_id)
        known = await drafts.find(turn, form=REPORT.name, meeting_id=meeting_id)
        if known is None or known.state.get("corrects", 0) != _version(opened):
            return False
        self._show(turn, known, opened)
        return True

    async def _open_question(self, turn: Turn, meeting_id: int, slot: str) -> None:
        """Goes on with a correction, or begins one, at the question that is to be completed."""
        opened = await self._opened(turn, meeting_id)
        known = await drafts.find(turn, form=REPORT.name, meeting_id=meeting_id)
        if opened.report is None:
            await self._open(turn, meeting_id)
        elif await find_return(turn.unit, opened.report) is None:
            turn.say("review-nothing-asked", chapter=opened.chapter.name)
            show(turn, _see(turn, meeting_id))
        elif known is None or known.state.get("corrects", 0) != _version(opened):
            await self._start(turn, opened, slot=slot)
        else:
            await say_why_returned(turn, opened.report)
            known.state = {**known.state, "talk": turn_to(talk_of(known), slot).to_dict()}
            self._show(turn, known, opened)

    async def _opened(self, turn: Turn, meeting_id: int) -> OpenedReport:
        return await open_report(
            turn.unit, turn.posts, meeting_id, today=turn.today, language=turn.language
        )

    async def _start(
        self, turn: Turn, opened: OpenedReport, *, model: int = 0, slot: str = ""
    ) -> None:
        """Begins a report, from that of a `model` meeting if given, or opens a sent one.

        A sent one is opened at the review, or at the question `slot`.
        """
        facts, begins = opened.facts.to_facts(), False
        say_for_whom(turn, opened.reporter)
        if opened.report:
            sent = opened.report.answers
            at = moment_words(turn.policy.local(opened.report.sent_at), turn.language)
            turn.say("report-correcting", number=opened.report.number, at=at)
            stray = tuple(note for question, note in sent.voice_notes if not question)
            answers = from_answers(sent, facts)
            talk = open_at_review(REPORT, answers, facts=facts, aside=stray, told=sent.told)
            if slot:
                await say_why_returned(turn, opened.report)
                talk = turn_to(talk, slot)
        elif shared := await self._shared(turn, opened, model):
            turn.say("report-joint-taken")
            talk = open_at_review(REPORT, shared, facts=facts)
        else:
            begins = True
            say_case_news(turn, opened)
            talk = open_talk(REPORT, facts=facts, today=turn.today)
        state = {"talk": talk.to_dict(), "corrects": _version(opened)}
        draft = await drafts.start(turn, REPORT, opened.meeting.id, state)
        self._show(turn, draft, opened)
        if begins:
            offer_verdicts(turn, opened)

    async def tell(
        self, turn: Turn, meeting_id: int, text: str, file: Photos | VoiceNote | None
    ) -> None:
        """Takes a message that tells of a meeting into its draft, which may begin by it."""
        opened = await self._opened(turn, meeting_id)
        await pass_drafts_on(turn.unit, [opened.chapter.area_id], today=turn.today, now=turn.now)
        known = await drafts.find(turn, form=REPORT.name, meeting_id=meeting_id)
        facts = opened.facts.to_facts()
        if opened.report is not None and known is None:
            turn.say("told-sent-already", chapter=opened.chapter.name, text=shorten(text, _QUOTED))
            show(turn, _see(turn, meeting_id))
            return
        if known is None:
            say_case_news(turn, opened)
            talk = open_talk(REPORT, facts=facts, today=turn.today)
            state = {"talk": talk.to_dict(), "corrects": _version(opened)}
            known = await drafts.start(turn, REPORT, meeting_id, state)
        turn.start(self.name, Filling(meeting=meeting_id))
        turn.draft, turn.talk.draft_id = known, known.id
        before = replace(talk_of(known), facts=facts)
        known.state = {**known.state, "talk": before.to_dict()}
        await self._tell(turn, known, text, file)
        offer_verdicts(turn, opened)

    async def open_for_filled(self, turn: Turn, meeting_id: int) -> Talk:
        """Returns the talk of a report as it stands now, begun if there is none.

        A report that was sent is corrected.
        """
        opened = await self._opened(turn, meeting_id)
        facts = opened.facts.to_facts()
        known = await drafts.find(turn, form=REPORT.name, meeting_id=meeting_id)
        if known is not None and known.state.get("corrects", 0) == _version(opened):
            return replace(talk_of(known), facts=facts)
        if opened.report is None:
            return open_talk(REPORT, facts=facts, today=turn.today)
        sent = opened.report.answers
        return open_at_review(REPORT, from_answers(sent, facts), facts=facts, told=sent.told)

    async def fill(
        self, turn: Turn, meeting_id: int, answers: Mapping[str, Answer], notes: Sequence[Rich]
    ) -> None:
        """Puts answers that were given elsewhere into the draft, and shows what is open."""
        opened = await self._opened(turn, meeting_id)
        before = await self.open_for_filled(turn, meeting_id)
        known = await drafts.find(turn, form=REPORT.name, meeting_id=meeting_id)
        if known is None or known.state.get("corrects", 0) != _version(opened):
            state = {"talk": before.to_dict(), "corrects": _version(opened)}
            known = await drafts.start(turn, REPORT, meeting_id, state)
        turn.start(self.name, Filling(meeting=meeting_id))
        turn.draft, turn.talk.draft_id = known, known.id
        talk = replace(before, together=turn.abilities.together)
        result = take_filled(
            REPORT, talk, answers, notes=notes, today=turn.today, language=turn.language
        )
        self._say(turn, turn.state(Filling), known, result)

    async def tell_open(self, turn: Turn, text: str) -> None:
        """Takes a message that tells of a meeting into the report that is open."""
        if turn.draft is None:
            raise LookupError(turn.talk.id)
        is_file = turn.inbound.kind in (InboundKind.PHOTO, InboundKind.FILE) and turn.inbound.file
        photo = Photos((await keep_file(turn),)) if is_file else None
        await self._tell(turn, turn.draft, text, photo)

    async def _tell(
        self, turn: Turn, draft: Draft, text: str, file: Photos | VoiceNote | None
    ) -> None:
        day, clock = turn.today, turn.policy.local(turn.now).time()
        talk = _talk_here(turn, draft)
        if isinstance(file, VoiceNote):
            # Its words answer; it is kept to be heard beside them.
            talk = replace(talk, aside=tuple(dict.fromkeys((*talk.aside, file.attachment))))
        elif file is not None:
            kept = step(REPORT, talk, file, today=day, clock=clock, language=turn.language)
            talk = kept.talk
            turn.say_rich(*kept.notes)
        told = take_message(REPORT, talk, text, today=day, clock=clock, language=turn.language)
        self._say(turn, turn.state(Filling), draft, told)

    async def _shared(
        self, turn: Turn, opened: OpenedReport, model: int
    ) -> dict[str, Answer] | None:
        if not model:
            return None
        told = await shared_answers(turn.unit, turn.posts, model, opened, today=turn.today)
        if told is None:
            return None
        shared = from_answers(told, opened.facts.to_facts())
        # Each chapter is asked for its own difficulties.
        shared.pop("category.0", None)
        return shared

    def _show(self, turn: Turn, draft: Draft, opened: OpenedReport) -> None:
        """Shows the open question of a draft, with what is known today."""
        turn.start(self.name, Filling(meeting=opened.meeting.id))
        turn.draft, turn.talk.draft_id = draft, draft.id
        shown = resume(
            REPORT,
            _talk_here(turn, draft),
            facts=opened.facts.to_facts(),
            today=turn.today,
            language=turn.language,
        )
        self._say(turn, Filling(meeting=opened.meeting.id), draft, shown)

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
            await self._start(turn, await self._opened(turn, state.meeting))
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
        opened = await self._opened(turn, draft.meeting_id)
        self._show(turn, draft, opened)
        offer_verdicts(turn, opened)

    async def _resume(self, turn: Turn, meeting_id: int, *, anew: bool) -> None:
        opened = await self._opened(turn, meeting_id)
        known = await drafts.find(turn, form=REPORT.name, meeting_id=opened.meeting.id)
        if known and not anew:
            # What was typed for her meanwhile is corrected by what she had begun.
            known.state = {**known.state, "corrects": _version(opened)}
            self._show(turn, known, opened)
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
        given, before = with_question(turn, state, given), _talk_here(turn, draft)
        remember(turn, state, given)
        turn.keep(state)
        result = step(
            REPORT,
            before,
            given,
            today=turn.today,
            clock=turn.policy.local(turn.now).time(),
            language=turn.language,
        )
        result = _drawn_here(turn, result)
        turn.answered = noted_answer(turn, given, before, result.talk)
        turn.settled = settled_line(turn, REPORT, given, before, result.talk)
        self._say(turn, state, draft, result)
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

    def _say(self, turn: Turn, state: Filling, draft: Draft, result: Step) -> None:
        draft.state = {**draft.state, "talk": result.talk.to_dict()}
        draft.form_version = REPORT.version
        turn.say_rich(*result.notes)
        if result.show is not None and not result.finished:
            state.question = result.show.question
            turn.keep(state)
            say_caption_waits(turn, state, result.show)
            view = without_files(turn, result.show)
            turn.ask_message(to_message(view, turn.next_prompt_id()))
            offer_caption(turn, state, result.show)

    async def _overtaken(self, turn: Turn, meeting_id: int) -> None:
        """Says who sent the report while it was being written, and offers it."""
        first = await reporting.find_live(turn.unit, meeting_id, policy=turn.policy)
        if first is not None:
            self._refused(turn, meeting_id, first)
            return
        try:
            await self.begin(turn, str(meeting_id))
        except (NotAllowed, NotFound):
            self._no_longer_theirs(turn)

    def _no_longer_theirs(self, turn: Turn) -> None:
        """Says that somebody else answers for the meeting now, and has what was written."""
        turn.leave()
        turn.say("report-no-longer-yours")
        show(turn)

    def _refused(self, turn: Turn, meeting_id: int, refusal: Refusal) -> None:
        """Says why a report is not taken, and shows the ways on from there."""
        turn.say(refusal.code, **refusal.facts)
        ways: tuple[Choice, ...] = ()
        if isinstance(refusal, Conflict):
            ways = (_see(turn, meeting_id),)
        elif isinstance(refusal, Closed):
            ways = (Choice(AskToReopen(meeting_id).key, turn.label("unsent-button-after")),)
        show(turn, *ways)

    async def _try_to_send(self, turn: Turn, draft: Draft, talk: Talk) -> None:
        try:
            await self._send(turn, draft, talk)
        except Conflict as refusal:
            if await was_typed_for(turn, draft.meeting_id):
                await self._open(turn, draft.meeting_id)
                return
            await drafts.delete(turn, draft)
            self._refused(turn, draft.meeting_id, refusal)
        except (NotAllowed, NotFound):
            self._no_longer_theirs(turn)
        except Closed as refusal:
            self._refused(turn, draft.meeting_id, refusal)

    async def _send(self, turn: Turn, draft: Draft, talk: Talk) -> None:
        answers = to_answers(talk, today=turn.today)
        photos = await files.list_kept(turn.unit, answers.photos)
        receipt = await reporting.submit_report(
            turn.context,
            draft.meeting_id,
            replace(answers, photos=photos),
            corrects=draft.state.get("corrects", 0),
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
        turn.ask(
            (
                *(await _offer_joint(turn, receipt, answers) if receipt.version == 1 else ()),
                *_offer_grade(turn, receipt),
                *(await to_judge(turn)),
                Choice("menu", turn.label("button-menu")),
                _see(turn, receipt.meeting.id),
            ),
            commands=True,
        )


def _talk_here(turn: Turn, draft: Draft) -> Talk:
    """Returns the talk of a draft, with as many questions at once as are asked here."""
    return replace(talk_of(draft), together=turn.abilities.together)


def _drawn_here(turn: Turn, result: Step) -> Step:
    """Returns a step whose questions are as many at once as are asked here.

    What was asked elsewhere has been answered as it stood there. Without buttons a remark alone
    would stand between the question and its answer, so the question stands below it again.
    """
    is_remark = result.show is None and bool(result.notes) and not result.finished
    is_as_here = result.talk.together == turn.abilities.together
    if is_as_here and (turn.abilities.buttons or not is_remark):
        return result
    talk = replace(result.talk, together=turn.abilities.together)
    if result.show is None and not is_remark:
        return replace(result, talk=talk)
    here = resume(REPORT, talk, today=turn.today, language=turn.language)
    return replace(result, talk=talk, show=here.show)


async def _offer_joint(turn: Turn, receipt: Receipt, answers: ReportAnswers) -> tuple[Choice, ...]:
    """Offers the report of another chapter that met in the same evening."""
    other = await find_joint(turn.unit, turn.posts, receipt.meeting, answers, today=turn.today)
    if other is None:
        return ()
    turn.say("report-joint", chapter=other.chapter.name)
    words = shorten(turn.label("report-joint-button", chapter=other.chapter.name))
    return (Choice(WriteJointReport(other.meeting.id, receipt.meeting.id).key, words),)


def _offer_grade(turn: Turn, receipt: Receipt) -> tuple[Choice, ...]:
    """Offers to grade a meeting held, to whoever typed the report as the cadre does."""
    if receipt.meeting.state is not MeetingState.HELD:
        return ()
    is_own = receipt.chapter.id in own_chapters(turn.posts, turn.today)
    source = Source.SELF if is_own else Source.CADRE
    words = turn.label("grade-button-self" if is_own else "grade-button-cadre")
    return (Choice(LOOKS[source](receipt.meeting.id).key, words),)


def _version(opened: OpenedReport) -> int:
    return opened.report.version if opened.report else 0


def _see(turn: Turn, meeting_id: int) -> Choice:
    return Choice(SeeReport(meeting_id).key, turn.label("button-view-report"))


def _button(turn: Turn, name: str) -> Choice:
    return Choice(name, turn.label(f"button-{name}"))


def name_meeting(turn: Turn, reportable: Reportable, *, begun: bool = False) -> str:
    """Returns a meeting as it is named to choose among several."""
    meeting, period = reportable.meeting, period_words(reportable.meeting.period, turn.language)
    if meeting.type is not MeetingType.REGULAR:
        sort = label(f"meeting-{meeting.type}", turn.language)
        day = day_words(meeting.day) if meeting.day else period
        period = label("report-choice-extra", turn.language, sort=sort, day=day)
    ahead = reportable.awaits(turn.today) and not reportable.is_due(turn.today)
    key = "report-choice-sent" if reportable.report else "report-choice"
    key = "report-choice-draft" if begun else key
    return label(
        "report-choice-ahead" if ahead else key,
        turn.language,
        chapter=reportable.chapter.name,
        period=period,
    )
