"""What somebody asks about a digest in a channel, answered to them alone."""

from dataclasses import dataclass

from digests.text import render_reasons
from domain.chapters import Area
from domain.figures import total_of
from domain.inbound import Address
from domain.message import Choice, Expects, Message, Prompt
from domain.outbox import Priority
from domain.people import Person, Post
from domain.refusals import NotAllowed, NotFound
from domain.talks import KnownAddress
from operations.contacts import leaders_of
from operations.desks import at_desk, get_desk
from operations.figures.buttons import MissingReports, OverviewOfPlace, OverviewView
from operations.figures.counting import count_figures
from operations.figures.overview import overview
from operations.notifications.buttons import DigestMissing, DigestReasons, DigestView
from operations.replies import Delivery, enqueue_notices, notice
from operations.report_status import ReportStatus, whom_to_ask
from operations.turn import COMMAND_PROMPT, Turn
from storage.directory import pasts
from storage.messages import addresses
from storage.people import people
from texts import Rich, label, render

# So many names are one screen; the rest is a press away.
_NAMES = 15


@dataclass(frozen=True, slots=True)
class _Asking:
    """Somebody who asks about a place's digest, and where they are answered."""

    turn: Turn
    person: Person
    posts: tuple[Post, ...]
    here: KnownAddress
    place: Area


async def answer_about_digest(turn: Turn, view: DigestView) -> None:
    """Sends what is asked to the person's private chat.

    Raises NotFound for somebody who has no such chat, NotAllowed for who does not look after
    the place.
    """
    asking = await _who(turn, view)
    there: OverviewView = OverviewOfPlace(period=view.period, place=view.place)
    text, words = _head(asking, view), "digest-button-overview"
    if isinstance(view, DigestReasons):
        text = await _reasons(asking, view)
    elif isinstance(view, DigestMissing):
        there = MissingReports(period=view.period, place=view.place)
        text, words = await _missing(asking, view), "digest-button-all-missing"
    await _send(asking, text, Choice(there.key, label(words, asking.person.language)))


async def _who(turn: Turn, view: DigestView) -> _Asking:
    pressed = turn.inbound.address
    private = Address(pressed.channel, pressed.account, pressed.user, pressed.user)
    here = (await addresses.find_many(turn.unit, [private])).get(private)
    if here is None or here.person_id is None:
        raise NotFound("digest-press-unknown")
    person, every = (await people.with_posts(turn.unit, [here.person_id]))[here.person_id]
    posts = at_desk(every, turn.today)
    try:
        place, _ = await get_desk(turn.unit, posts, view.place, today=turn.today)
    except NotFound:
        raise NotAllowed("digest-press-not-yours") from None
    return _Asking(turn, person, posts, here, place)


async def _send(asking: _Asking, text: Rich, way_on: Choice) -> None:
    turn, row_id = asking.turn, asking.turn.unit.new_id()
    prompt = Prompt(id=f"{COMMAND_PROMPT}g{row_id}", expects=Expects.CHOICE, choices=(way_on,))
    row = notice(
        turn.unit,
        asking.here,
        Message(text=text, prompt=prompt),
        Delivery(row_id=row_id, priority=Priority.REPLY, started_by_bot=False),
        # The second of a double press says nothing more.
        dedupe_key=f"digest-answer:{asking.person.id}:{turn.inbound.choice}:{turn.now:%y%m%d%H%M}",
    )
    await enqueue_notices(turn.unit, [row], now=turn.now)


def _head(asking: _Asking, view: DigestView) -> Rich:
    month = f"{view.period.month}/{view.period.year}"
    return render(
        "digest-answer-head", asking.person.language, area=asking.place.name, month=month
    )


async def _reasons(asking: _Asking, view: DigestView) -> Rich:
    turn = asking.turn
    then = await pasts.area_on(turn.unit, view.place, view.period.last_day)
    counted = await count_figures(
        turn.unit, then.path, view.period, policy=turn.policy, now=turn.now
    )
    total = total_of(month.figures for month in counted)
    lines = render_reasons(total, asking.person.language)
    return Rich(f"{_head(asking, view)}\n{lines}")


async def _missing(asking: _Asking, view: DigestView) -> Rich:
    turn = asking.turn
    found = await overview(
        turn.unit,
        asking.posts,
        day=view.period.first_day,
        today=turn.today,
        area_id=view.place,
    )
    missing = [line for line in found.lines if line.status is ReportStatus.MISSING]
    language = asking.person.language
    if not missing:
        return Rich(f"{_head(asking, view)}\n{render('overview-none-missing', language)}")
    shown = missing[:_NAMES]
    leaders = await leaders_of(turn.unit, {line.row.chapter_id for line in shown}, day=turn.today)
    lines = [
        _head(asking, view),
        render("digest-answer-missing", language, count=len(missing)),
        *(whom_to_ask(line, leaders.get(line.row.chapter_id, ()), language) for line in shown),
    ]
    if len(missing) > len(shown):
        more = len(missing) - len(shown)
        lines.append(render("digest-answer-more", language, count=more))
    return Rich("\n".join(lines))
