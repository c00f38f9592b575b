"""Where the chapter and the cadre say different things of a meeting, side by side."""

from collections.abc import Mapping

from domain.calendar import Period, period_of
from domain.discrepancies import Said
from domain.message import Choice
from domain.records import Presence
from handlers.report_status import month_buttons, parse_month, render_month
from handlers.screen import (
    ScreenHandler,
    page_buttons,
    parse_number,
    say_page,
    shorten,
    show,
    take_page,
)
from operations.cadres.discrepancies import list_contrasts, photos_beside
from operations.turn import Turn
from operations.wording import day_words, moment_words, period_words
from storage.cadres.discrepancies import Photos
from texts import Rich

_PAGE = 5


class ContrastsHandler(ScreenHandler):
    """Shows the contradictions of a month ("", "2611", "2611-2")."""

    name = "contrasts"
    command = "doichieu|contrasts"
    words = "command-contrasts-words"

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows one page."""
        current = period_of(turn.today, 1)
        digits, _, number = argument.partition("-")
        month = parse_month(digits, current=current)
        found = await list_contrasts(turn.unit, turn.posts, month, today=turn.today)
        page = take_page(found, parse_number(number), size=_PAGE)
        photos = await photos_beside(turn.unit, page.items)
        _say_head(turn, month, len(found))
        for one in page.items:
            turn.say_rich(_contrast(turn, one, photos))
        say_page(turn, page)
        show(
            turn,
            *(
                Choice(f"history.{one.meeting_id}", _label(turn, one))
                for one in {one.meeting_id: one for one in page.items}.values()
            ),
            navigation=(
                *page_buttons(turn, page, f"contrasts.{render_month(month)}-"),
                *month_buttons(turn, month, current=current, key=("contrasts.", "")),
            ),
        )


def _say_head(turn: Turn, month: Period, count: int) -> None:
    period = period_words(month, turn.language)
    if count:
        turn.say("contrasts-list", period=period, count=count)
    else:
        turn.say("contrasts-empty", period=period)


def _contrast(turn: Turn, one: Said, photos: Mapping[int, Photos]) -> Rich:
    lines = [
        turn.text("contrasts-head", chapter=one.chapter_name, day=day_words(one.day)),
        turn.text(
            "contrasts-chapter",
            word=turn.label(f"contrasts-word-{one.leader_word}"),
            at=moment_words(turn.policy.local(one.sent_at), turn.language),
        ),
    ]
    if found := photos.get(one.report_id):
        first = moment_words(turn.policy.local(found.first_at), turn.language)
        lines.append(turn.text("contrasts-photos", count=found.count, at=first))
    lines.append(_word_of_cadre(turn, one))
    return Rich("\n".join(lines))


def _word_of_cadre(turn: Turn, one: Said) -> Rich:
    if one.state is Presence.UNCONFIRMED:
        return turn.text("contrasts-cadre-silent", name=one.person_name)
    return turn.text(
        "contrasts-cadre",
        name=one.person_name,
        word=turn.label(f"attendance-{one.state}"),
        at=moment_words(turn.policy.local(one.confirmed_at), turn.language)
        if one.confirmed_at
        else "–",
    )


def _label(turn: Turn, one: Said) -> str:
    words = turn.label("contrasts-button", day=f"{one.day:%d/%m}", chapter=one.chapter_name)
    return shorten(words)
