"""Leaders answer what their chapters are asked, and correct it until it is over."""

from dataclasses import replace
from datetime import date

from dialogue import (
    Input,
    Photos,
    Press,
    Step,
    Talk,
    UnsupportedInput,
    VoiceNote,
    open_at_review,
    open_talk,
    resume,
    shown_answer,
    step,
    turn_to,
    view_to_message,
)
from dialogue.asked_form import recall
from dialogue.asked_values import key_of
from dialogue.inputs import HeardWords
from dialogue.talk import REVIEW
from domain.buttons import read_button
from domain.inbound import InboundKind
from domain.message import Choice
from domain.refusals import Closed, Conflict, NotAllowed, NotFound
from handlers.dispatch import is_late
from handlers.filling import noted_answer, settled_line
from handlers.questionnaires.states import Answering
from handlers.screen import show
from handlers.steps import choice, say_refusal
from operations.maintenance.files import keep_file
from operations.questionnaires.answering import (
    AskedChapter,
    OpenedSheet,
    drop_begun,
    give_answers,
    keep_begun,
    list_asked,
    open_sheet,
)
from operations.questionnaires.buttons import ANSWER_BUTTONS, AnswerSheet, TakeHeardAnswer
from operations.reports.read_files import find_read
from operations.turn import Turn
from operations.wording import day_words
from storage.questionnaires.responses import BegunAnswers


class AnswerHandler:
    """Shows what one's chapters are asked, and takes the answers."""

    name = "answer"
    command = "phieu|answer"
    words = "command-answer-words"
    takes_files = True

    async def begin(self, turn: Turn, argument: str) -> None:
        """Opens the questionnaire named, the one that waits, or the choice among several."""
        wanted = read_button(argument, *ANSWER_BUTTONS)
        if isinstance(wanted, AnswerSheet):
            await self._open(turn, wanted)
            return
        if isinstance(wanted, TakeHeardAnswer):
            await self._put_beside(turn, wanted)
            return
        found = await list_asked(turn.context)
        waiting = [asked for asked in found if asked.asked.answered_at is None]
        if len(waiting) == 1 and wanted is None:
            await self._open(turn, _button(waiting[0]))
            return
        turn.say("answer-list" if found else "answer-list-none")
        show(turn, *(Choice(_button(asked).key, _name(turn, asked)) for asked in found))

    async def _open(self, turn: Turn, wanted: AnswerSheet) -> None:
        try:
            opened = await self._opened(turn, wanted.questionnaire, wanted.chapter)
        except (Closed, NotFound, NotAllowed) as refusal:
            say_refusal(turn, refusal)
            show(turn)
            return
        state = Answering(
            questionnaire=wanted.questionnaire, chapter=wanted.chapter, edition=opened.edition
        )
        turn.start(self.name, state)
        turn.say(
            "answer-opened-alone" if _only_question(opened) else "answer-opened",
            title=opened.questionnaire.title,
            chapter=opened.chapter.name,
            day=day_words(opened.questionnaire.closes_on or turn.today),
        )
        talk = _first_talk(turn, opened)
        shown = resume(
            opened.version.form, talk, facts=opened.facts, today=turn.today, language=turn.language
        )
        turn.say_rich(*shown.notes)
        await self._show(turn, state, opened, shown)

    async def _put_beside(self, turn: Turn, wanted: TakeHeardAnswer) -> None:
        """Has what a recording says stand beside it, in what is begun."""
        read = await find_read(turn, wanted.file)
        if read is None:
            turn.say("old-button")
            show(turn)
            return
        try:
            opened = await self._opened(turn, wanted.questionnaire, wanted.chapter)
        except (Closed, NotFound, NotAllowed) as refusal:
            say_refusal(turn, refusal)
            show(turn)
            return
        state = Answering(
            questionnaire=wanted.questionnaire, chapter=wanted.chapter, edition=opened.edition
        )
        turn.start(self.name, state)
        await self.answer(turn, HeardWords(read.id, "\n".join(read.lines), ""))

    async def _opened(self, turn: Turn, questionnaire_id: int, chapter_id: int) -> OpenedSheet:
        takes_files = turn.abilities.takes_files
        return await open_sheet(
            turn.context, questionnaire_id, chapter_id, takes_files=takes_files
        )

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes one answer of the form."""
        state = turn.state(Answering)
        try:
            opened = await self._opened(turn, state.questionnaire, state.chapter)
        except (Closed, NotFound, NotAllowed) as refusal:
            say_refusal(turn, refusal)
            show(turn)
            return
        given = await _as_file(turn, given)
        if isinstance(given, Press):
            given = replace(given, question=state.question)
        form, before = opened.version.form, _first_talk(turn, opened)
        result = step(
            form,
            before,
            given,
            today=turn.today,
            clock=turn.policy.local(turn.now).time(),
            language=turn.language,
        )
        turn.answered = noted_answer(turn, given, before, result.talk)
        turn.settled = settled_line(turn, form, given, before, result.talk)
        if _is_all(opened, before, result):
            result = replace(result, finished="sent", answers=result.talk.answers)
        await self._finish(turn, state, opened, result)

    async def _finish(
        self, turn: Turn, state: Answering, opened: OpenedSheet, result: Step
    ) -> None:
        turn.say_rich(*result.notes)
        if result.finished == "sent":
            await _send(turn, state, opened, result)
        elif result.finished == "deleted":
            await drop_begun(turn.context, opened)
            turn.say("answer-deleted")
            show(turn)
        else:
            await self._show(turn, state, opened, result)
            if result.finished:
                turn.say("answer-later", day=day_words(_last_day(turn, opened)))
                show(turn, choice(turn, _again(opened), "button-go-on"))

    async def _show(self, turn: Turn, state: Answering, opened: OpenedSheet, result: Step) -> None:
        begun = BegunAnswers(
            version=opened.version.number, edition=state.edition, talk=result.talk.to_dict()
        )
        await keep_begun(turn.context, opened, begun)
        if result.show is not None and not result.finished:
            state.question = result.show.question
            turn.keep(state)
            turn.ask_message(view_to_message(result.show, turn.next_prompt_id()))


def _first_talk(turn: Turn, opened: OpenedSheet) -> Talk:
    """Returns the talk that was begun, one that corrects what was sent, or a new one."""
    form, facts = opened.version.form, opened.facts
    if opened.begun is not None:
        return Talk.from_dict(opened.begun.talk)
    if opened.response is None:
        return open_talk(form, facts=facts, today=turn.today)
    definition = opened.version.definition
    answers = recall(form, definition, opened.given, facts=facts, today=turn.today)
    talk = open_at_review(form, answers, facts=facts)
    only = _only_question(opened)
    return turn_to(talk, key_of(only)) if only else talk


def _only_question(opened: OpenedSheet) -> str:
    """Returns the name of the one question there is, "" where there are several."""
    questions = opened.version.definition.questions
    return questions[0].name if len(questions) == 1 else ""


def _is_all(opened: OpenedSheet, before: Talk, result: Step) -> bool:
    """True when the only question was answered: there is nothing to look over."""
    is_answered = result.talk.current == REVIEW and before.current != REVIEW
    is_left = result.finished is not None or result.talk.leaving
    return bool(_only_question(opened)) and is_answered and not is_left


async def _send(turn: Turn, state: Answering, opened: OpenedSheet, result: Step) -> None:
    answers = result.answers or {}
    try:
        await give_answers(turn.context, opened, answers, edition=state.edition)
    except Conflict as refusal:
        await drop_begun(turn.context, opened)
        say_refusal(turn, refusal)
        show(turn, choice(turn, _again(opened), "answer-button-see"))
        return
    turn.leave()
    if only := _only_question(opened):
        value = shown_answer(
            opened.version.form,
            answers,
            key_of(only),
            facts=opened.facts,
            today=turn.today,
            language=turn.language,
        )
        turn.say("answer-noted", value=value)
    turn.say(
        "answer-corrected" if state.edition else "answer-received",
        title=opened.questionnaire.title,
        chapter=opened.chapter.name,
        day=day_words(_last_day(turn, opened)),
    )
    show(
        turn,
        *_others(turn, await list_asked(turn.context)),
        choice(turn, _again(opened), "answer-button-fix"),
    )


def _others(turn: Turn, found: list[AskedChapter]) -> list[Choice]:
    """Returns the ways to what else waits for an answer."""
    waiting = [asked for asked in found if asked.asked.answered_at is None]
    return [Choice(_button(asked).key, _name(turn, asked)) for asked in waiting]


def _last_day(turn: Turn, opened: OpenedSheet) -> date:
    return opened.questionnaire.closes_on or turn.today


def _again(opened: OpenedSheet) -> AnswerSheet:
    return AnswerSheet(opened.questionnaire.id, opened.chapter.id)


def _button(asked: AskedChapter) -> AnswerSheet:
    return AnswerSheet(asked.asked.questionnaire.id, asked.chapter.id)


def _name(turn: Turn, asked: AskedChapter) -> str:
    state = "waits" if asked.asked.answered_at is None else "answered"
    return turn.label(
        f"answer-line-{state}",
        title=asked.asked.questionnaire.title,
        chapter=asked.chapter.name,
    )


async def _as_file(turn: Turn, given: Input) -> Input:
    """Returns a picture or a recording as it is kept, anything else as it is."""
    if not isinstance(given, UnsupportedInput) or turn.inbound.file is None:
        return given
    match turn.inbound.kind:
        case InboundKind.PHOTO | InboundKind.FILE:
            return Photos((await keep_file(turn),))
        case InboundKind.VOICE:
            return VoiceNote(await keep_file(turn), late=is_late(turn))
    return given
