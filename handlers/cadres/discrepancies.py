"""Where the chapter and the cadre say different things of a meeting, side by side."""

from collections.abc import Mapping

from domain.discrepancies import AttendanceClaim
from domain.message import Choice
from domain.records import Presence
from handlers.screen import ScreenHandler, take_page
from handlers.steps import choice, period_buttons, read_view, show_page
from operations.cadres.buttons import DiscrepanciesOfMonth
from operations.cadres.discrepancies import list_contrasts, photos_beside
from operations.reports.buttons import SeeReport
from operations.turn import Turn
from operations.wording import day_words, moment_words, period_words
from storage.cadres.discrepancies import Photos
from texts import Rich

_PAGE = 5


class ContrastsHandler(ScreenHandler):
    """Shows the contradictions of a month."""

    name = "contrasts"
    command = "doichieu|contrasts"
    words = "command-contrasts-words"

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows one page."""
        view = read_view(argument, DiscrepanciesOfMonth, today=turn.today)
        found = await list_contrasts(turn.unit, turn.posts, view.period, today=turn.today)
        page = take_page(found, view.page, size=_PAGE)
        photos = await photos_beside(turn.unit, page.items)
        period = period_words(view.period, turn.language)
        turn.say("contrasts-list" if found else "contrasts-empty", period=period, count=len(found))
        turn.say_rich(*(_discrepancy(turn, said, photos) for said in page.items))
        reports = {said.meeting_id: _report_button(turn, said) for said in page.items}
        show_page(
            turn,
            page,
            view.at_page,
            *reports.values(),
            navigation=period_buttons(turn, view.period, view.at_period),
        )


def _discrepancy(turn: Turn, said: AttendanceClaim, photos: Mapping[int, Photos]) -> Rich:
    lines = [
        turn.text("contrasts-head", chapter=said.chapter_name, day=day_words(said.day)),
        turn.text(
            "contrasts-chapter",
            word=turn.label(f"contrasts-word-{said.leader_word}"),
            at=moment_words(turn.policy.local(said.sent_at), turn.language),
        ),
    ]
    if found := photos.get(said.report_id):
        first = moment_words(turn.policy.local(found.first_at), turn.language)
        lines.append(turn.text("contrasts-photos", count=found.count, at=first))
    lines.append(_word_of_cadre(turn, said))
    return Rich("\n".join(lines))


def _word_of_cadre(turn: Turn, said: AttendanceClaim) -> Rich:
    if said.state is Presence.UNCONFIRMED:
        return turn.text("contrasts-cadre-silent", name=said.person_name)
    return turn.text(
        "contrasts-cadre",
        name=said.person_name,
        word=turn.label(f"attendance-{said.state}"),
        at=moment_words(turn.policy.local(said.confirmed_at), turn.language)
        if said.confirmed_at
        else "–",
    )


def _report_button(turn: Turn, said: AttendanceClaim) -> Choice:
    day, there = f"{said.day:%d/%m}", SeeReport(said.meeting_id)
    return choice(turn, there, "contrasts-button", day=day, chapter=said.chapter_name)
