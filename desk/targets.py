"""Đặt chỉ tiêu: the targets of a place and period, set one by one, with what they were."""

from collections.abc import Awaitable
from dataclasses import dataclass

from desk.acting import read_field, read_words, require_number, try_out
from desk.page import Drawn, Page, Visit
from desk.view import Asking
from domain.indicators import Indicator, Sense, read_hundredths, write_hundredths
from domain.refusals import BadInput
from domain.reporting_span import parse_span
from operations.desks import at_desk
from operations.figures import target_setting
from operations.figures.indicator_words import (
    aimed_words,
    figure_words,
    met_words,
)
from operations.figures.indicators import Aim, get_report
from operations.figures.target_setting import TargetWanted
from operations.rights import Right
from storage.figures.target_writes import Aimed, TargetChange
from texts import label


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A target in words, with its value as it is typed and whether it is met."""

    aim: Aim
    name: str
    aimed: str
    typed: str
    now: str
    met: str
    programme: int | str
    may_set: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Changed:
    """A change of a target in words."""

    change: TargetChange
    name: str
    kind: str
    period: str
    before: str
    after: str


async def show(visit: Visit, problem: str = "") -> Drawn:
    """Shows the targets of a place and period; what could not be set stands in the form."""
    context, place = visit.context, visit.require_place()
    span, language = visit.view.period, visit.language
    settable = target_setting.find_settable(context, place, visit.kinds)
    mine = {kind.id for kind in settable.kinds}
    posts = at_desk(context.posts, context.today)
    report = await get_report(
        context.unit, posts, place.id, span, policy=context.policy, now=context.now
    )
    programmes = await target_setting.list_programmes(context, place, span)
    chosen = {programme.id for programme in programmes}
    rows = [
        _Row(
            aim=aim,
            name=label(f"indicator-{line.indicator}", language),
            aimed=aimed_words(line.indicator, aim.target.value, aim.target.sense, language),
            typed=write_hundredths(aim.target.value),
            now=figure_words(aim.figure, language, share=aim.figure.whole is not None),
            met=met_words(aim, language),
            # What is not chosen from these is the place's own.
            programme=aim.target.programme_id if aim.target.programme_id in chosen else "",
            may_set=settable.whole if aim.target.kind_id is None else aim.target.kind_id in mine,
        )
        for line in report.lines
        for aim in line.aims
    ]
    changes = await target_setting.list_changes(context, place)
    return Drawn(
        frame="targets.html",
        values={
            "rows": rows,
            "settable": settable,
            "indicators": [(str(one), label(f"indicator-{one}", language)) for one in Indicator],
            "programmes": programmes,
            "changes": [_changed(visit, change) for change in changes],
            "problem": problem,
            "typed": {name: read_words(visit, name) if problem else "" for name in _FIELDS},
        },
    )


def _changed(visit: Visit, change: TargetChange) -> _Changed:
    key, language = change.key, visit.language

    def words(aimed: Aimed | None) -> str:
        return aimed_words(key.indicator, aimed.value, aimed.sense, language) if aimed else ""

    span = parse_span(key.period)
    return _Changed(
        change=change,
        name=label(f"indicator-{key.indicator}", language),
        kind=next((kind.name for kind in visit.kinds if kind.id == key.kind_id), ""),
        period=label(f"span-{span.months}", language, number=span.number, year=span.year),
        before=words(change.before),
        after=words(change.after),
    )


async def act(visit: Visit) -> str | Drawn:
    """Sets a target, takes it away, or takes a change back."""
    do = str(visit.form.get("do", ""))
    problem = await try_out(visit, _work(visit, do))
    return await show(visit, problem) if problem else visit.link(done=do)


def _work(visit: Visit, do: str) -> Awaitable[object]:
    if do == "back":
        return target_setting.take_back(visit.context, read_field(visit, "change"))
    return _set(visit, is_taken=do == "taken")


async def _set(visit: Visit, *, is_taken: bool) -> None:
    aimed = None if is_taken else _aimed(visit, "value", "sense")
    seen = _aimed(visit, "seen", "seen_sense") if read_words(visit, "seen") else None
    await target_setting.set_target(visit.context, _wanted(visit), aimed, seen=seen)


def _wanted(visit: Visit) -> TargetWanted:
    try:
        indicator = Indicator(read_words(visit, "indicator"))
    except ValueError:
        raise BadInput("target-no-indicator") from None
    kind, programme = read_words(visit, "kind"), read_words(visit, "programme")
    return TargetWanted(
        area_id=visit.require_place().id,
        span=visit.view.period,
        indicator=indicator,
        kind_id=require_number(kind) if kind else None,
        programme_id=require_number(programme) if programme else None,
    )


def _aimed(visit: Visit, name: str, sense: str) -> Aimed:
    value = read_hundredths(read_words(visit, name))
    if value is None:
        raise BadInput("target-no-value")
    return Aimed(value, Sense.MAX if read_words(visit, sense) == Sense.MAX else Sense.MIN)


_FIELDS = ("indicator", "kind", "programme", "value", "sense")
TARGETS = Page(
    name="targets",
    path="/figures/targets",
    right=Right.SEE_OVERVIEW,
    show=show,
    act=act,
    asking=Asking(by_kind=False, choices={"done": ("", "set", "taken", "back")}),
    in_menu=False,
)
