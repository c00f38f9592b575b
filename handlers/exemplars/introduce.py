"""The model of the month: the bot proposes one, staff introduce it, leaders answer."""

from domain.message import Choice
from domain.refusals import Conflict
from handlers.screen import (
    ScreenHandler,
    page_buttons,
    parse_number,
    say_page,
    shorten,
    show,
    take_page,
)
from operations.desks import list_desks
from operations.exemplars.picks import (
    PickPage,
    get_pick_page,
    introduce_exemplar,
    look_at_pick,
)
from operations.turn import Turn
from operations.wording import period_words
from storage.exemplars.exemplar_copies import CopyCounts
from texts import Rich


class IntroduceHandler(ScreenHandler):
    """Shows a place's picks ("a3", "a3-p2"), a look at one ("a3-12"), and does it ("a3-12-y")."""

    name = "introduce"
    command = "gioithieu|introduce"
    words = "command-introduce-words"

    async def begin(self, turn: Turn, argument: str) -> None:
        """Chooses a place, shows it, looks ahead, or introduces."""
        number, _, rest = argument.removeprefix("a").partition("-")
        exemplar, _, word = rest.partition("-")
        desks = await list_desks(turn.unit, turn.posts, today=turn.today)
        area_id = parse_number(number)
        if not area_id and len(desks) > 1:
            turn.say("introduce-which")
            show(turn, *(Choice(f"introduce.a{one.id}", one.name) for one in desks))
            return
        area_id = area_id or desks[0].id
        if word == "y":
            await _introduce(turn, area_id, parse_number(exemplar))
        elif parse_number(exemplar):
            await _look(turn, area_id, parse_number(exemplar))
        else:
            await _show_page(turn, area_id, parse_number(exemplar.removeprefix("p")))


async def _show_page(turn: Turn, area_id: int, number: int) -> None:
    found = await get_pick_page(turn.unit, turn.posts, area_id, today=turn.today)
    month = period_words(found.month, turn.language)
    turn.say("introduce-page", place=found.place.name, period=month)
    if found.picked:
        turn.say("introduce-picked", name=found.picked.name)
    elif found.candidates:
        turn.say("introduce-proposal", name=found.candidates[0].name)
    else:
        turn.say("introduce-none")
    if found.past:
        turn.say_rich(Rich("\n".join(_past(turn, found))))
    page = take_page([] if found.picked else found.candidates, number)
    say_page(turn, page)
    show(
        turn,
        *(
            Choice(
                f"introduce.a{area_id}-{one.id}",
                turn.label("introduce-button-look", name=one.name, chapter=one.chapter_name),
            )
            for one in page.items
        ),
        navigation=(*page_buttons(turn, page, f"introduce.a{area_id}-p"), _to_register(turn)),
    )


def _past(turn: Turn, found: PickPage) -> list[Rich]:
    lines = []
    for month, one in found.past:
        counts = found.counts.get(one.id, CopyCounts())
        lines.append(
            turn.text(
                "introduce-past",
                period=period_words(month, turn.language),
                name=one.name,
                trying=counts.trying,
                done=counts.done,
                stopped=counts.stopped,
            )
        )
    return lines


async def _look(turn: Turn, area_id: int, exemplar_id: int) -> None:
    look = await look_at_pick(turn.unit, turn.posts, area_id, exemplar_id, today=turn.today)
    turn.say(
        "introduce-look",
        name=look.exemplar.name,
        chapter=look.chapter_name,
        place=look.place.name,
        field=turn.label(f"exemplar-field-{look.exemplar.field}"),
        aim=shorten(look.exemplar.aim, 300),
        count=len(look.chapter_ids),
    )
    yes = Choice(f"introduce.a{area_id}-{exemplar_id}-y", turn.label("introduce-button-yes"))
    see = Choice(f"exemplar.{exemplar_id}", turn.label("exemplar-news-button-see"))
    show(turn, yes, see, navigation=(_back(turn, area_id),))


async def _introduce(turn: Turn, area_id: int, exemplar_id: int) -> None:
    try:
        look = await introduce_exemplar(turn.context, area_id, exemplar_id)
    except Conflict as refusal:
        turn.say(refusal.code, **refusal.facts)
    else:
        turn.say("introduce-done", name=look.exemplar.name, count=len(look.chapter_ids))
    show(turn, navigation=(_back(turn, area_id),))


def _back(turn: Turn, area_id: int) -> Choice:
    return Choice(f"introduce.a{area_id}", turn.label("button-back"))


def _to_register(turn: Turn) -> Choice:
    return Choice("exemplar", turn.label("exemplar-button-list"))
