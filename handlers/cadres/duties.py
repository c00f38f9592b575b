"""Duties to attend meetings: how often, where, for whom; seen, set and ended by the office."""

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from dialogue.inputs import Input, Press
from domain.buttons import read_button
from domain.chapters import Area
from domain.duties import Duty, Per
from domain.message import Choice
from domain.reading import fold, parse_numeral
from domain.refusals import BadInput, Refusal
from domain.talks import TaskState
from handlers.screen import page_buttons, parse_number, say_page, shorten, show, take_page
from handlers.steps import (
    CANCEL,
    YES,
    ask_again,
    ask_words,
    ask_yes,
    cancel_button,
    choice,
    choose_desk,
    pressed,
    read_day,
    say_refusal,
    show_page,
    task_button,
    typed_words,
    unfit,
)
from operations.cadres.buttons import (
    DUTY_BUTTONS,
    DutiesOfPlace,
    DutyOption,
    DutyOptions,
    EndDuty,
    NewDuty,
    OftenOption,
)
from operations.cadres.duties import (
    DutyView,
    end_duty,
    get_duty,
    list_choices,
    list_duties,
    set_duty,
    view_new,
)
from operations.desks import get_desk
from operations.turn import Turn
from operations.wording import day_words

_OFTEN = (
    OftenOption(1, Per.QUARTER),
    OftenOption(1, Per.MONTH),
    OftenOption(2, Per.QUARTER),
    OftenOption(3, Per.QUARTER),
)
_TYPED_OFTEN = re.compile(
    r"(.+?)\s*(?:lan|times?)?\s*(?:/|mot|moi|a|per|trong)?\s*(thang|quy|month|quarter)"
)
_PER = {"thang": Per.MONTH, "month": Per.MONTH, "quy": Per.QUARTER, "quarter": Per.QUARTER}


class Step(StrEnum):
    """What is asked for of a duty, in this order."""

    PLACE = "place"
    KIND = "kind"
    PERSON = "person"
    OFTEN = "often"
    FIRST = "first"
    LAST = "last"
    CONFIRM = "confirm"


_STEPS = tuple(Step)
_TODAY, _OPEN = Press("today"), Press("open")
_PAGED = frozenset((Step.PLACE, Step.KIND, Step.PERSON))


class DutyDraft(TaskState):
    """A duty on its way; None is for all kinds, for every cadre, without a last day."""

    desk: int
    step: Step = Step.PLACE
    place: int = 0
    kind: int | None = None
    person: int | None = None
    often: OftenOption = _OFTEN[0]
    first: date | None = None
    last: date | None = None

    def wanted(self, today: date) -> Duty:
        """Returns the duty as it would be."""
        return Duty(
            id=0,
            area_id=self.place,
            kind_id=self.kind,
            person_id=self.person,
            visits=self.often.visits,
            per=self.often.per,
            valid_from=self.first or today,
            valid_to=self.last,
        )


class EndingDuty(TaskState):
    """A duty that is to end."""

    duty: int


class DutiesHandler:
    """Lists the duties of a place, asks for what a new one needs, and ends one."""

    name = "duties"
    command = "phancong|duties"
    words = "command-duties-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows the duties, or begins a change."""
        match read_button(argument, *DUTY_BUTTONS):
            case NewDuty(number):
                place = await _desk(turn, number)
                draft = DutyDraft(desk=place.id)
                turn.start(self.name, draft)
                await _ask(turn, draft)
            case EndDuty(number):
                await self._ask_end(turn, number)
            case DutiesOfPlace() as listed:
                await _list(turn, listed)
            case _:
                await _list(turn, DutiesOfPlace())

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the next answer."""
        state = turn.state(DutyDraft, EndingDuty)
        if given == CANCEL:
            turn.say("duty-left")
            show(turn, task_button(turn, self.name))
        elif isinstance(state, EndingDuty):
            await _end(turn, state, given)
        elif state.step is Step.CONFIRM and given == YES:
            view = await set_duty(turn.context, state.wanted(turn.today))
            turn.say("duty-set", duty=_words(turn, view))
            show(turn, task_button(turn, self.name))
        elif state.step in _PAGED and (options := pressed(given, DutyOptions)):
            await _ask(turn, state, page=options.page)
        else:
            await _take(turn, state, given)

    async def _ask_end(self, turn: Turn, number: int) -> None:
        view = await get_duty(turn.unit, number, turn.posts, today=turn.today)
        turn.start(self.name, EndingDuty(duty=number))
        turn.say("duty-end-preview", duty=_words(turn, view))
        ask_yes(turn, "duty-button-end-yes")


async def _take(turn: Turn, draft: DutyDraft, given: Input) -> None:
    match draft.step:
        case Step.PLACE:
            draft.place = _chosen(turn, given)
        case Step.KIND:
            draft.kind = _chosen(turn, given) or None
        case Step.PERSON:
            draft.person = _chosen(turn, given) or None
        case Step.OFTEN:
            draft.often = pressed(given, OftenOption) or _read_often(typed_words(turn, given))
        case Step.FIRST:
            draft.first = turn.today if given == _TODAY else _read_day(turn, given)
        case Step.LAST:
            draft.last = None if given == _OPEN else _read_day(turn, given)
        case Step.CONFIRM:
            raise unfit(turn)
    following = _STEPS[_STEPS.index(draft.step) + 1]
    if following is Step.CONFIRM:
        await _preview(turn, draft)
    else:
        draft.step = following
        await _ask(turn, draft)


def _chosen(turn: Turn, given: Input) -> int:
    option = pressed(given, DutyOption)
    if option is None:
        raise unfit(turn)
    return option.number


def _read_often(text: str) -> OftenOption:
    """Reads "2 lần một quý" as visits and period."""
    match = _TYPED_OFTEN.fullmatch(fold(text))
    visits = (parse_number(match[1]) or parse_numeral(match[1])) if match else None
    if match is None or visits is None:
        raise BadInput("duty-often-unread")
    return OftenOption(visits, _PER[match[2]])


def _read_day(turn: Turn, given: Input) -> date:
    text = typed_words(turn, given)
    return read_day(turn, text, towards="future", refusal="appoint-bad-day")


async def _ask(turn: Turn, draft: DutyDraft, *, page: int = 1) -> None:
    turn.keep(draft)
    turn.say(f"duty-ask-{draft.step}")
    match draft.step:
        case Step.OFTEN:
            ask_words(turn, *(Choice(often.key, _often(turn, often)) for often in _OFTEN))
        case Step.FIRST:
            ask_words(turn, choice(turn, _TODAY, "duty-button-today"))
        case Step.LAST:
            ask_words(turn, choice(turn, _OPEN, "duty-button-open"))
        case _:
            shown = take_page(await _options(turn, draft), page)
            say_page(turn, shown)
            pages = page_buttons(turn, shown, DutyOptions)
            turn.ask(tuple(shown.items), navigation=(*pages, cancel_button(turn)))


async def _options(turn: Turn, draft: DutyDraft) -> list[Choice]:
    """Returns what a duty can be for, of the step that is asked."""
    place = await _desk(turn, draft.desk)
    found = await list_choices(turn.unit, place, today=turn.today)
    named: Iterable[tuple[int, str]]
    match draft.step:
        case Step.PLACE:
            named = [(area.id, area.name) for area in found.places]
        case Step.KIND:
            named = [(0, turn.label("duty-button-every-kind")), *found.kinds]
        case _:
            every = (0, turn.label("duty-button-every-person"))
            named = [every, *((cadre.id, cadre.name) for cadre in found.cadres)]
    return [Choice(DutyOption(number).key, shorten(name)) for number, name in named]


async def _preview(turn: Turn, draft: DutyDraft) -> None:
    wanted = draft.wanted(turn.today)
    if wanted.valid_to is not None and wanted.valid_to < wanted.valid_from:
        first, last = day_words(wanted.valid_from), day_words(wanted.valid_to)
        raise BadInput("duty-days-reversed", first=first, last=last)
    try:
        view = await view_new(turn.unit, wanted, turn.posts, today=turn.today)
    except Refusal as refusal:
        say_refusal(turn, refusal)
        show(turn, task_button(turn, "duties"))
        return
    draft.step = Step.CONFIRM
    turn.keep(draft)
    turn.say("duty-preview", duty=_words(turn, view))
    ask_yes(turn, "duty-button-yes")


async def _end(turn: Turn, state: EndingDuty, given: Input) -> None:
    if given != YES:
        ask_again(turn)
        return
    turn.leave()
    view = await end_duty(turn.context, state.duty)
    turn.say("duty-ended", duty=_words(turn, view))
    show(turn, task_button(turn, "duties"))


async def _desk(turn: Turn, number: int) -> Area:
    place, _ = await get_desk(turn.unit, turn.posts, number, today=turn.today)
    return place


async def _list(turn: Turn, listed: DutiesOfPlace) -> None:
    number = await choose_desk(turn, listed.place, key="duties-which", button=listed.at_place)
    if number is None:
        return
    place = await _desk(turn, number)
    found = await list_duties(turn.unit, place, today=turn.today)
    page = take_page(found, listed.page)
    turn.say("duties-list" if found else "duties-empty", place=place.name)
    numbered = list(enumerate(page.items, start=page.first + 1))
    turn.say_rich(
        *(turn.text("duty-line", number=at, duty=_words(turn, view)) for at, view in numbered)
    )
    show_page(
        turn,
        page,
        listed.at_place(place.id).at_page,
        choice(turn, NewDuty(place.id), "duty-button-new"),
        *(
            choice(turn, EndDuty(view.duty.id), "duty-button-end", number=at)
            for at, view in numbered
        ),
        task_button(turn, "turnout"),
    )


def _often(turn: Turn, often: OftenOption) -> str:
    return turn.label(f"duty-often-{often.per}", count=often.visits)


def _words(turn: Turn, view: DutyView) -> str:
    duty = view.duty
    return turn.label(
        "duty-words",
        often=_often(turn, OftenOption(duty.visits, duty.per)),
        place=view.place,
        kind=view.kind or turn.label("duty-every-kind"),
        who=view.person or turn.label("duty-every-cadre"),
        first=day_words(duty.valid_from),
        last=_until(turn, duty),
    )


def _until(turn: Turn, duty: Duty) -> str:
    if duty.valid_to is None:
        return turn.label("duty-no-end")
    return turn.label("duty-until", last=day_words(duty.valid_to))
