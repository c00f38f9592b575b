"""Sắp xếp lại: a chapter or a place renamed, moved, merged, split, closed; seen before it is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from desk.acting import (
    REFUSED,
    read_chosen,
    read_day,
    read_field,
    read_fields,
    read_words,
    refusal_words,
)
from desk.page import Drawn, Page, Visit
from desk.view import Asking
from domain.reforms import (
    AreaPart,
    Change,
    ChapterPart,
    CloseArea,
    CloseChapter,
    MergeAreas,
    MergeChapters,
    MoveArea,
    MoveChapter,
    RenameArea,
    RenameChapter,
    SplitArea,
    SplitChapter,
)
from domain.refusals import Conflict, NotAllowed
from operations.directory.reform_choices import ReformChoices, list_reform_choices
from operations.directory.reforms import apply_change, preview_change
from operations.directory.reorganisation import Asker
from operations.rights import Right
from texts import label

_WHATS = ("rename", "move", "merge", "split", "close")
# So many parts can be made of one at a time.
_PARTS = (1, 2, 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """What of the questions is shown: what a change does, in words, or what is wrong."""

    effects: Sequence[str] = ()
    problem: str = ""


async def show(visit: Visit, shown: _Shown | None = None) -> Drawn:
    """Asks what is to be done from which day on, or shows what that does."""
    choices, what = await _choose(visit), _what(visit)
    return Drawn(
        frame="reform.html",
        values={
            "choices": choices,
            "what": what,
            "ways": [
                (visit.word(f"reform-{name}"), visit.link(what=name, done=""), name == what)
                for name in _WHATS
            ],
            "parts": _PARTS,
            "typed": _typed(visit),
            "others": visit.form.getlist("other"),
            "shown": shown or _Shown(),
        },
    )


def _what(visit: Visit) -> str:
    return visit.view.chosen["what"]


def _typed(visit: Visit) -> dict[str, str]:
    return {name: str(value)[:200] for name, value in visit.form.items() if name != "other"}


async def _choose(visit: Visit) -> ReformChoices:
    chapter_id = read_chosen(visit, "chapter")
    return await list_reform_choices(visit.context, visit.require_place(), chapter_id)


async def act(visit: Visit) -> str | Drawn:
    """Shows what a change does; does it once that is agreed to, if it still does the same."""
    try:
        async with visit.context.unit.savepoint():
            return await _go_on(visit)
    except (*REFUSED, NotAllowed) as refusal:
        return await show(visit, _Shown(problem=refusal_words(visit, refusal)))


async def _go_on(visit: Visit) -> str | Drawn:
    context, first_day = visit.context, read_day(visit, "day")
    change = _read_change(visit, await _choose(visit))
    foreseen = await preview_change(
        context.unit,
        change,
        first_day=first_day,
        posts=context.posts,
        policy=context.policy,
        now=context.now,
    )
    effects = [label(one.key, visit.language, **one.facts) for one in foreseen.effects]
    if visit.form.get("do") != "make":
        return await show(visit, _Shown(effects=effects))
    if visit.form.getlist("seen") != effects:
        raise Conflict("edit-overtaken")
    await apply_change(
        context.unit,
        change,
        first_day=first_day,
        asker=Asker(context.actor.id, context.posts),
        policy=context.policy,
        now=context.now,
    )
    return visit.link(chapter="", done="made")


def _read_change(visit: Visit, choices: ReformChoices) -> Change:
    chapter = choices.chapter
    if chapter is not None:
        return _OF_CHAPTER[_what(visit)](visit, chapter.id)
    return _OF_PLACE[_what(visit)](visit, choices)


def _merged_chapters(visit: Visit, chapter_id: int) -> Change:
    return MergeChapters(
        chapter_ids=(chapter_id, *read_fields(visit, "other")), name=read_words(visit, "name")
    )


def _split_chapter(visit: Visit, chapter_id: int) -> Change:
    parts = [
        ChapterPart(
            name=read_words(visit, f"name{number}"),
            member_count=_read_count(visit, f"members{number}"),
            exempt_count=_read_count(visit, f"exempt{number}"),
        )
        for number in _PARTS
        if read_words(visit, f"name{number}")
    ]
    return SplitChapter(chapter_id=chapter_id, parts=tuple(parts))


def _split_place(visit: Visit, choices: ReformChoices) -> Change:
    parts = [
        AreaPart(
            name=read_words(visit, f"name{number}"),
            chapter_ids=tuple(
                chapter.id
                for chapter in choices.inside
                if read_words(visit, f"part{chapter.id}") == str(number)
            ),
        )
        for number in _PARTS
        if read_words(visit, f"name{number}")
    ]
    return SplitArea(area_id=choices.place.id, parts=tuple(parts))


_OF_CHAPTER: Mapping[str, Callable[[Visit, int], Change]] = {
    "rename": lambda visit, number: RenameChapter(
        chapter_id=number, name=read_words(visit, "name")
    ),
    "move": lambda visit, number: MoveChapter(chapter_id=number, area_id=read_field(visit, "to")),
    "merge": _merged_chapters,
    "split": _split_chapter,
    "close": lambda _, number: CloseChapter(chapter_id=number),
}
_OF_PLACE: Mapping[str, Callable[[Visit, ReformChoices], Change]] = {
    "rename": lambda visit, choices: RenameArea(
        area_id=choices.place.id,
        name=read_words(visit, "name"),
        code=read_words(visit, "code") or None,
    ),
    "move": lambda visit, choices: MoveArea(
        area_id=choices.place.id, parent_id=read_field(visit, "to")
    ),
    "merge": lambda visit, choices: MergeAreas(
        area_ids=(choices.place.id, *read_fields(visit, "other")),
        name=read_words(visit, "name"),
        code=read_words(visit, "code") or None,
    ),
    "split": _split_place,
    "close": lambda _, choices: CloseArea(area_id=choices.place.id),
}


def _read_count(visit: Visit, name: str) -> int:
    return read_field(visit, name) if read_words(visit, name) else 0


REFORM = Page(
    name="reform",
    path="/directory/reform",
    right=Right.MANAGE,
    show=show,
    act=act,
    asking=Asking(by_kind=False, choices={"what": _WHATS, "chapter": (), "done": ("", "made")}),
    in_menu=False,
)
