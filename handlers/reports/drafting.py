"""The draft of a report as it is shown and as messages and filled forms go into it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from dialogue import (
    Answer,
    Photos,
    Step,
    Talk,
    VoiceNote,
    open_at_review,
    open_talk,
    resume,
    step,
    take_message,
)
from dialogue import view_to_message as to_message
from dialogue.filled import take_filled
from dialogue.report_asked import report_form, with_facts
from dialogue.report_form import REPORT
from dialogue.report_record import from_answers
from domain.inbound import InboundKind
from domain.report import ReportAnswers
from domain.talks import Draft
from handlers.reports.beside import (
    talk_of,
)
from handlers.reports.captions import offer_caption, say_caption_waits
from handlers.reports.ending import see_button
from handlers.reports.inputs import (
    without_files,
)
from handlers.reports.report_states import TASK, Filling
from handlers.reports.told_cases import offer_verdicts, say_case_news
from handlers.screen import shorten, show
from operations.maintenance.files import keep_file
from operations.reports import drafts
from operations.reports.opening import OpenedReport, open_report, open_to_keep
from operations.reports.passing_on import pass_drafts_on
from operations.turn import Turn
from texts import Rich

_QUOTED = 120


async def open_here(turn: Turn, meeting_id: int) -> OpenedReport:
    """Returns a meeting with what is known of its report; raises NotFound, NotAllowed, Closed."""
    opened = await open_report(
        turn.unit, turn.posts, meeting_id, today=turn.today, language=turn.language
    )
    facts = replace(opened.facts, takes_files=turn.abilities.takes_files)
    return replace(opened, facts=facts)


def version_of(opened: OpenedReport) -> int:
    """Returns the version that a draft would correct, 0 where nothing was sent."""
    return opened.report.version if opened.report else 0


async def find_current(turn: Turn, opened: OpenedReport) -> Draft | None:
    """Returns the draft of a meeting, None where it corrects another version or there is none."""
    known = await drafts.find(turn, form=REPORT.name, meeting_id=opened.meeting.id)
    is_current = known is not None and known.state.get("corrects", 0) == version_of(opened)
    return known if is_current else None


def open_sent(opened: OpenedReport, sent: ReportAnswers) -> Talk:
    """Returns a talk at the review of what was sent, with the recordings beside its answers."""
    facts = opened.facts.to_facts()
    stray = tuple(note for question, note in sent.voice_notes if not question)
    answers = from_answers(sent, facts)
    return open_at_review(REPORT, answers, facts=facts, aside=stray, told=sent.told)


def talk_here(turn: Turn, draft: Draft) -> Talk:
    """Returns the talk of a draft, with as many questions at once as are asked here."""
    return replace(talk_of(draft), together=turn.abilities.together)


def drawn_here(turn: Turn, result: Step) -> Step:
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
    form = report_form(talk.facts)
    here = resume(form, talk, today=turn.today, language=turn.language)
    return replace(result, talk=talk, show=here.show)


def show_draft(turn: Turn, draft: Draft, opened: OpenedReport) -> None:
    """Shows the open question of a draft, with what is known today."""
    turn.start(TASK, Filling(meeting=opened.meeting.id))
    turn.draft, turn.talk.draft_id = draft, draft.id
    talk = with_facts(talk_here(turn, draft), opened.facts.to_facts())
    shown = resume(report_form(talk.facts), talk, today=turn.today, language=turn.language)
    show_step(turn, Filling(meeting=opened.meeting.id), draft, shown)


def show_step(turn: Turn, state: Filling, draft: Draft, result: Step) -> None:
    """Keeps a step in the draft, and shows what it says and asks."""
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


async def tell_draft(
    turn: Turn, meeting_id: int, text: str, file: Photos | VoiceNote | None
) -> None:
    """Takes a message that tells of a meeting into its draft, which may begin by it."""
    opened = await open_here(turn, meeting_id)
    await pass_drafts_on(turn.unit, [opened.chapter.area_id], today=turn.today, now=turn.now)
    known = await drafts.find(turn, form=REPORT.name, meeting_id=meeting_id)
    facts = opened.facts.to_facts()
    if opened.report is not None and known is None:
        turn.say("told-sent-already", chapter=opened.chapter.name, text=shorten(text, _QUOTED))
        show(turn, see_button(turn, meeting_id))
        return
    if known is None:
        say_case_news(turn, opened)
        talk = open_talk(REPORT, facts=facts, today=turn.today)
        state = {"talk": talk.to_dict(), "corrects": version_of(opened)}
        known = await drafts.start(turn, REPORT, meeting_id, state)
    turn.start(TASK, Filling(meeting=meeting_id))
    turn.draft, turn.talk.draft_id = known, known.id
    before = with_facts(talk_of(known), facts)
    known.state = {**known.state, "talk": before.to_dict()}
    await _tell(turn, known, text, file)
    offer_verdicts(turn, opened)


async def tell_open_draft(turn: Turn, text: str) -> None:
    """Takes a message that tells of a meeting into the report that is open."""
    if turn.draft is None:
        raise LookupError(turn.talk.id)
    is_file = turn.inbound.kind in (InboundKind.PHOTO, InboundKind.FILE) and turn.inbound.file
    photo = Photos((await keep_file(turn),)) if is_file else None
    await _tell(turn, turn.draft, text, photo)


async def _tell(turn: Turn, draft: Draft, text: str, file: Photos | VoiceNote | None) -> None:
    day, clock = turn.today, turn.policy.local(turn.now).time()
    talk = talk_here(turn, draft)
    form = report_form(talk.facts)
    if isinstance(file, VoiceNote):
        # Its words answer; it is kept to be heard beside them.
        talk = replace(talk, aside=tuple(dict.fromkeys((*talk.aside, file.attachment))))
    elif file is not None:
        kept = step(form, talk, file, today=day, clock=clock, language=turn.language)
        talk = kept.talk
        turn.say_rich(*kept.notes)
    told = take_message(form, talk, text, today=day, clock=clock, language=turn.language)
    show_step(turn, turn.state(Filling), draft, told)


async def talk_to_fill(turn: Turn, meeting_id: int) -> Talk:
    """Returns the talk of a report as it stands now, begun if there is none.

    A report that was sent is corrected.
    """
    opened = await open_here(turn, meeting_id)
    return _talk_of_opened(turn, opened, await find_current(turn, opened))


async def keep_filled(
    turn: Turn, meeting_id: int, fill: Callable[[Talk], Mapping[str, Answer]]
) -> Talk:
    """Keeps what was filled in for a meeting that is closed, should it be opened again.

    `fill` says which answers go into the talk as it was, which is returned.
    """
    opened = await open_to_keep(
        turn.unit, turn.posts, meeting_id, today=turn.today, language=turn.language
    )
    before = _talk_of_opened(turn, opened, await find_current(turn, opened))
    form = report_form(before.facts)
    result = take_filled(
        form, before, fill(before), notes=(), today=turn.today, language=turn.language
    )
    state = {"talk": result.talk.to_dict(), "corrects": version_of(opened)}
    await drafts.keep(turn, REPORT, meeting_id, state)
    return before


def _talk_of_opened(turn: Turn, opened: OpenedReport, known: Draft | None) -> Talk:
    if known is not None:
        return with_facts(talk_of(known), opened.facts.to_facts())
    if opened.report is None:
        return open_talk(REPORT, facts=opened.facts.to_facts(), today=turn.today)
    return open_sent(opened, opened.report.answers)


async def fill_draft(
    turn: Turn, meeting_id: int, answers: Mapping[str, Answer], notes: Sequence[Rich]
) -> None:
    """Puts answers that were given elsewhere into the draft, and shows what is open."""
    opened = await open_here(turn, meeting_id)
    known = await find_current(turn, opened)
    before = _talk_of_opened(turn, opened, known)
    if known is None:
        state = {"talk": before.to_dict(), "corrects": version_of(opened)}
        known = await drafts.start(turn, REPORT, meeting_id, state)
    turn.start(TASK, Filling(meeting=meeting_id))
    turn.draft, turn.talk.draft_id = known, known.id
    talk = replace(before, together=turn.abilities.together)
    form = report_form(talk.facts)
    result = take_filled(
        form, talk, answers, notes=notes, today=turn.today, language=turn.language
    )
    show_step(turn, turn.state(Filling), known, result)
