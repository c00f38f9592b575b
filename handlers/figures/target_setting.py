"""Targets of a place set, changed and taken back in the chat, one by one."""

from collections.abc import Sequence
from dataclasses import dataclass

from dialogue.inputs import Input, Press
from domain.buttons import read_button
from domain.chapters import Area
from domain.indicators import Indicator, Sense, read_hundredths
from domain.message import Choice, Expects
from domain.reading import key as fold_key
from domain.refusals import BadInput, Conflict, NotAllowed
from domain.reporting_span import Span
from domain.talks import TaskState
from handlers.screen import page_buttons, say_page, shorten, show, take_page
from handlers.steps import (
    CANCEL,
    ask_words,
    choice,
    pressed,
    say_refusal,
    typed,
    typed_words,
    unfit,
)
from operations.desks import at_desk, get_desk, list_kinds_in_sight
from operations.figures.buttons import (
    IndicatorPage,
    OfferedIndicator,
    OfferedKind,
    OfferedProgramme,
    OfferedSense,
    OfferedTarget,
    SetTargets,
    TargetsOfPlace,
    UndoTarget,
)
from operations.figures.indicator_words import aimed_words
from operations.figures.indicators import Aim, get_report
from operations.figures.target_setting import (
    Settable,
    TargetWanted,
    find_settable,
    list_changes,
    list_programmes,
    set_target,
    take_back,
)
from operations.rights import Right
from operations.turn import Turn
from storage.figures.programmes import Programme
from storage.figures.target_writes import Aimed, TargetChange

_NEW, _NONE = Press("new"), Press("none")


class TargetDraft(TaskState):
    """A target on its way: what is not known yet is asked in this order.

    `kind` and `programme` 0 stand for all kinds and for the place's own; `seen` is the value that
    is changed, None for a new target. `wanted` and `page` say where one looks for an indicator.
    """

    place: int
    span: Span
    indicator: Indicator | None = None
    kind: int | None = None
    programme: int | None = None
    sense: Sense | None = None
    seen: int | None = None
    is_new: bool = False
    wanted: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Offer:
    """What can be set at a place and span."""

    place: Area
    settable: Settable
    programmes: Sequence[Programme]


async def ask_which_target(turn: Turn, name: str, asked: SetTargets) -> None:
    """Begins the talk of the handler `name` with the targets that can be changed."""
    draft = TargetDraft(place=asked.place, span=asked.span)
    turn.start(name, draft)
    await _choose(turn, draft)


async def take_answer(turn: Turn, given: Input) -> None:
    """Takes which target it is, then what is not known of it, then its value."""
    draft = turn.state(TargetDraft)
    if given == CANCEL:
        turn.say("targets-set-left")
        _end(turn, draft)
    elif undo := pressed(given, UndoTarget):
        await _finish(turn, draft, undo.change)
    elif draft.indicator is None and not draft.is_new:
        await _take_target(turn, draft, given)
    elif draft.sense is None or draft.indicator is None:
        _take_part(draft, given)
        _ask_next(turn, draft, await _offer(turn, draft))
    else:
        aimed = None if given == _NONE else _read_value(turn, draft, given)
        await _finish(turn, draft, aimed)


async def may_set_targets(turn: Turn, place_id: int) -> bool:
    """True for somebody who may set a target of a place, or of a kind there."""
    place, _ = await get_desk(turn.unit, turn.posts, place_id, today=turn.today)
    return bool(await _settable(turn, place))


async def _settable(turn: Turn, place: Area) -> Settable:
    kinds = await list_kinds_in_sight(turn.context, Right.SEE_OVERVIEW)
    return find_settable(turn.context, place, kinds)


async def _offer(turn: Turn, draft: TargetDraft) -> _Offer:
    """Returns what can be set; raises NotFound, NotAllowed."""
    place, _ = await get_desk(turn.unit, turn.posts, draft.place, today=turn.today)
    settable = await _settable(turn, place)
    if not settable:
        raise NotAllowed("not-your-area")
    found = await list_programmes(turn.context, place, draft.span)
    return _Offer(place=place, settable=settable, programmes=found)


async def _list_aims(turn: Turn, draft: TargetDraft, offer: _Offer) -> list[tuple[Aim, Choice]]:
    """Returns the targets that may be changed, each with its button."""
    report = await get_report(
        turn.unit,
        at_desk(turn.posts, turn.today),
        offer.place.id,
        draft.span,
        policy=turn.policy,
        now=turn.now,
    )
    mine = {kind.id for kind in offer.settable.kinds} | ({None} if offer.settable.whole else set())
    chosen = {programme.id for programme in offer.programmes}
    found = []
    for aim in (aim for line in report.lines for aim in line.aims):
        target = aim.target
        if target.kind_id in mine:
            own = 0 if target.programme_id not in chosen else target.programme_id
            button = OfferedTarget(target.indicator, target.kind_id or 0, own)
            aimed = aimed_words(target.indicator, target.value, target.sense, turn.language)
            words = f"{_name(turn, target.indicator, target.kind)}: {aimed}"
            found.append((aim, Choice(button.key, shorten(words))))
    return found


def _name(turn: Turn, indicator: Indicator, kind: str | None) -> str:
    name = turn.label(f"indicator-{indicator}")
    return f"{name} ({kind})" if kind else name


async def _choose(turn: Turn, draft: TargetDraft) -> None:
    """Asks which target is changed, or for a new one."""
    offer = await _offer(turn, draft)
    aims = await _list_aims(turn, draft, offer)
    span = turn.label(f"span-{draft.span.months}", year=draft.span.year, number=draft.span.number)
    turn.say("targets-set-which", place=offer.place.name, span=span)
    changes = await list_changes(turn.context, offer.place)
    ask_words(
        turn,
        *(button for _, button in aims),
        choice(turn, _NEW, "targets-button-new"),
        *(_undo(turn, change) for change in changes[:1]),
        expects=Expects.CHOICE,
    )


def _undo(turn: Turn, change: TargetChange) -> Choice:
    name = turn.label(f"indicator-{change.key.indicator}")
    return choice(turn, UndoTarget(change.id), "targets-button-undo", name=name)


async def _take_target(turn: Turn, draft: TargetDraft, given: Input) -> None:
    offer = await _offer(turn, draft)
    if given == _NEW:
        draft.is_new = True
        if not offer.programmes:
            draft.programme = 0
        if offer.settable.whole and not offer.settable.kinds:
            draft.kind = 0
        _ask_next(turn, draft, offer)
        return
    button = pressed(given, OfferedTarget)
    aims = await _list_aims(turn, draft, offer) if button else []
    aim = next((aim for aim, there in aims if button and there.key == button.key), None)
    if button is None or aim is None:
        raise unfit(turn)
    draft.indicator, draft.kind, draft.programme = button.indicator, button.kind, button.programme
    draft.sense, draft.seen = aim.target.sense, aim.target.value
    _ask_next(turn, draft, offer)


def _take_part(draft: TargetDraft, given: Input) -> None:
    """Takes what is asked for of a new target."""
    match read_button(given.key, *_PARTS) if isinstance(given, Press) else typed(given):
        case OfferedIndicator(indicator) if draft.indicator is None:
            draft.indicator = indicator
        case IndicatorPage(page) if draft.indicator is None:
            draft.page = page
        case OfferedKind(kind) if draft.indicator and draft.kind is None:
            draft.kind = kind
        case OfferedProgramme(programme) if draft.kind is not None and draft.programme is None:
            draft.programme = programme
        case OfferedSense(sense) if draft.programme is not None:
            draft.sense = sense
        case str(words) if draft.indicator is None:
            draft.wanted, draft.page = fold_key(words), 1
        case _:
            raise BadInput("please-press")


_PARTS = (OfferedIndicator, IndicatorPage, OfferedKind, OfferedProgramme, OfferedSense)


def _ask_next(turn: Turn, draft: TargetDraft, offer: _Offer) -> None:
    """Asks for the first thing that is not known of a target yet, at last for its value."""
    turn.keep(draft)
    if draft.indicator is None:
        _ask_indicator(turn, draft)
    elif draft.kind is None:
        every = [choice(turn, OfferedKind(0), "targets-all-kinds")] if offer.settable.whole else []
        kinds = [Choice(OfferedKind(kind.id).key, kind.name) for kind in offer.settable.kinds]
        _ask(turn, "targets-ask-kind", [*every, *kinds])
    elif draft.programme is None:
        own = choice(turn, OfferedProgramme(0), "targets-own")
        others = [Choice(OfferedProgramme(one.id).key, one.name) for one in offer.programmes]
        _ask(turn, "targets-ask-programme", [own, *others])
    elif draft.sense is None:
        senses = (Sense.MIN, Sense.MAX)
        ways = [choice(turn, OfferedSense(s), f"workbook-choice-sense-{s}") for s in senses]
        _ask(turn, "targets-ask-sense", ways)
    else:
        name = turn.label(f"indicator-{draft.indicator}")
        turn.say("targets-ask-value", name=name)
        was = draft.seen is not None
        ask_words(turn, *([choice(turn, _NONE, "targets-button-none")] if was else []))


def _ask(turn: Turn, question: str, choices: Sequence[Choice]) -> None:
    turn.say(question)
    ask_words(turn, *choices, expects=Expects.CHOICE)


def _ask_indicator(turn: Turn, draft: TargetDraft) -> None:
    """Shows a page of the indicators whose names hold the words wanted."""
    named = [(one, turn.label(f"indicator-{one}")) for one in Indicator]
    found = [pair for pair in named if f" {draft.wanted}" in f" {fold_key(pair[1])}"]
    page = take_page(found, draft.page)
    turn.say("targets-ask-indicator" if found else "targets-ask-indicator-none")
    say_page(turn, page)
    ask_words(
        turn,
        *(Choice(OfferedIndicator(one).key, shorten(name)) for one, name in page.items),
        expects=Expects.CHOICE,
        navigation=page_buttons(turn, page, IndicatorPage),
    )


def _read_value(turn: Turn, draft: TargetDraft, given: Input) -> Aimed:
    value = read_hundredths(typed_words(turn, given))
    if value is None or draft.sense is None:
        raise BadInput("target-no-value")
    return Aimed(value, draft.sense)


async def _finish(turn: Turn, draft: TargetDraft, what: Aimed | int | None) -> None:
    """Sets a target, takes it away (None), or takes a change back (its number)."""
    try:
        if isinstance(what, int):
            await take_back(turn.context, what)
            done = "back"
        else:
            await set_target(turn.context, _wanted(draft), what, seen=_seen(draft))
            done = "set" if what else "taken"
    except Conflict as refusal:
        say_refusal(turn, refusal)
        await _choose_anew(turn, draft)
    else:
        turn.say(f"targets-done-{done}")
        _end(turn, draft)


def _wanted(draft: TargetDraft) -> TargetWanted:
    if draft.indicator is None:
        raise BadInput("target-no-indicator")
    return TargetWanted(
        area_id=draft.place,
        span=draft.span,
        indicator=draft.indicator,
        kind_id=draft.kind or None,
        programme_id=draft.programme or None,
    )


def _seen(draft: TargetDraft) -> Aimed | None:
    if draft.seen is None or draft.sense is None:
        return None
    return Aimed(draft.seen, draft.sense)


async def _choose_anew(turn: Turn, draft: TargetDraft) -> None:
    fresh = TargetDraft(place=draft.place, span=draft.span)
    turn.keep(fresh)
    await _choose(turn, fresh)


def _end(turn: Turn, draft: TargetDraft) -> None:
    back = TargetsOfPlace(span=draft.span, place=draft.place)
    show(turn, choice(turn, back, "targets-button-look"))
