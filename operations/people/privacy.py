"""What a person may ask about their own data: to see it, correct it, have it erased."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from domain.buttons import Button
from domain.message import Choice, Expects, Message, Prompt
from domain.people import Person, Post
from domain.policy import Policy
from domain.reading import clean_text, parse_phone
from domain.refusals import BadInput, Conflict, NotAllowed, NotFound
from operations.access import OFFICE
from operations.people.buttons import OpenErasure
from operations.people.erasing import require_may_erase
from operations.replies import enqueue_notices, notice
from operations.titles import post_words
from operations.turn import COMMAND_PROMPT, Turn
from operations.wording import day_words
from storage import UnitOfWork
from storage.directory import areas, chapters
from storage.maintenance import audit, tasks
from storage.messages import addresses
from storage.people import people, personal_data, privacy_requests
from storage.people.privacy_requests import PrivacyRequest
from texts import label, render

PERSONAL_DATA = "personal_data"
# Decree 356/2025: an erasure is answered within 20 days.
ANSWER_IN = timedelta(days=20)
_LONGEST_NAME = 80
# Letters alone, as names of every people here are written.
_NAME = re.compile(r"[^\W\d_]+(?:[ .'’-]+[^\W\d_]+)*")
_SHORTEST_REASON, _LONGEST_REASON = 3, 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A request as those see it who decide on it."""

    request: PrivacyRequest
    person: Person
    titles: str


async def get_own_data(
    unit: UnitOfWork, person_id: int, *, language: str = "vi"
) -> dict[str, Any]:
    """Returns all that is kept about a person, with their posts in words."""
    found: dict[str, Any] = dict(await personal_data.collect(unit, person_id))
    posts = (await people.posts_of(unit, [person_id])).get(person_id, ())
    found["posts"] = [
        {
            "title": await post_words(unit, [post], language),
            "from": post.valid_from,
            "to": post.valid_to,
        }
        for post in posts
    ]
    return found


async def enqueue_own_data(turn: Turn) -> None:
    """Has the person's data written into a file and sent to this address."""
    payload = {"person_id": turn.require_person().id, "address_id": turn.here.id}
    await tasks.add(turn.unit, kind=PERSONAL_DATA, payload=payload, now=turn.now)


def parse_name(text: str) -> str:
    """Returns a person's whole name as typed, spaces put right; raises BadInput."""
    name = " ".join(clean_text(text).split())
    if len(name) > _LONGEST_NAME or " " not in name or not _NAME.fullmatch(name):
        raise BadInput("privacy-name-unread")
    return name


def parse_own_phone(text: str) -> str:
    """Returns a phone number in the form it is stored in; raises BadInput."""
    phone = parse_phone(text)
    if phone is None:
        raise BadInput("privacy-phone-unread")
    return phone


async def may_decide(unit: UnitOfWork, by: Person, posts: Collection[Post], *, day: date) -> bool:
    """True for who may erase somebody with these posts, and so decides on their data."""
    try:
        await require_may_erase(unit, by, posts, day=day)
    except NotAllowed:
        return False
    return True


async def ask_erasure(
    unit: UnitOfWork, person: Person, *, policy: Policy, now: datetime
) -> tuple[date, int]:
    """Notes a request for erasure and tells who can decide; returns the day and how many.

    Raises Conflict if one is open already.
    """
    if found := await privacy_requests.list_open(unit, person_id=person.id):
        raise Conflict("privacy-asked-already", day=day_words(found[0].due_on))
    due_on = policy.day_of(now) + ANSWER_IN
    request_id = await privacy_requests.add(
        unit, person_id=person.id, kind="erasure", now=now, due_on=due_on
    )
    audit.add_later(
        unit,
        audit.Entry(
            person_id=person.id,
            action="privacy.asked",
            subject=f"person:{person.id}",
            after={"until": due_on.isoformat()},
        ),
        now=now,
    )
    told = await tell_responsible(
        unit,
        person,
        StaffWord("privacy-staff-asked", button=OpenErasure(request_id)),
        policy=policy,
        now=now,
    )
    return due_on, told


async def list_responsible(unit: UnitOfWork, person: Person, *, day: date) -> dict[int, Person]:
    """Returns the office above a person's posts, by id; themselves never."""
    posts = (await people.posts_of(unit, [person.id])).get(person.id, ())
    return {
        holder.person.id: holder.person
        for path in await _paths(unit, posts)
        for holder in await people.holders_of_area(unit, path, roles=OFFICE, day=day)
        if holder.person.id != person.id
    }


@dataclass(frozen=True, slots=True)
class StaffWord:
    """What the office is told of a person: a text, what it is filled with, where it leads."""

    key: str
    words: Mapping[str, str] = field(default_factory=dict)
    button: Button | None = None


async def tell_responsible(
    unit: UnitOfWork, person: Person, word: StaffWord, *, policy: Policy, now: datetime
) -> int:
    """Tells the office above a person's posts what they did; returns how many hear of it."""
    day = policy.day_of(now)
    posts = (await people.posts_of(unit, [person.id])).get(person.id, ())
    told = await list_responsible(unit, person, day=day)
    reached = await addresses.preferred(unit, told)
    rows = [
        notice(
            unit,
            reached[official.id],
            await _notice(unit, official, person, posts, word),
            dedupe_key=f"{word.key}:{person.id}:{int(now.timestamp())}:{official.id}",
        )
        for official in told.values()
        if official.id in reached
    ]
    await enqueue_notices(unit, rows, now=now)
    return len(rows)


async def _notice(
    unit: UnitOfWork, to: Person, person: Person, posts: tuple[Post, ...], word: StaffWord
) -> Message:
    titles = await post_words(unit, posts, to.language)
    review = label("privacy-button-review", to.language)
    choices = (Choice(word.button.key, review),) if word.button else ()
    prompt = Prompt(
        id=f"{COMMAND_PROMPT}p{unit.new_id()}", expects=Expects.CHOICE, choices=choices
    )
    return Message(
        text=render(word.key, to.language, name=person.name, titles=titles or "–", **word.words),
        prompt=prompt if choices else None,
    )


async def _paths(unit: UnitOfWork, posts: tuple[Post, ...]) -> list[str]:
    known = await chapters.by_ids(unit, {post.chapter_id for post in posts if post.chapter_id})
    places = await areas.by_ids(unit, {post.area_id for post in posts if post.area_id})
    return [chapter.area_path for chapter in known.values()] + [
        area.path for area in places.values()
    ]


async def get_review(unit: UnitOfWork, by: Person, request_id: int, *, day: date) -> Review:
    """Returns an open request that somebody may decide on; raises NotFound if none is theirs."""
    found = await privacy_requests.find_open(unit, request_id)
    person_id = found.person_id if found else 0
    posts = (await people.posts_of(unit, [person_id])).get(person_id, ())
    if found is None or not await may_decide(unit, by, posts, day=day):
        raise NotFound("privacy-request-over")
    person = (await people.persons(unit, [found.person_id]))[found.person_id]
    return Review(request=found, person=person, titles=await post_words(unit, posts, by.language))


async def refuse_erasure(
    unit: UnitOfWork, by: Person, review: Review, *, reason: str, now: datetime
) -> None:
    """Settles a request without an erasure, and tells the person why.

    Raises BadInput for a reason that says nothing or is too long.
    """
    if len(reason) < _SHORTEST_REASON:
        raise BadInput("privacy-reason-short")
    if len(reason) > _LONGEST_REASON:
        raise BadInput("privacy-reason-long", limit=_LONGEST_REASON)
    person = review.person
    await privacy_requests.close(unit, person.id, state="refused", closed_by=by.id, now=now)
    audit.add_later(
        unit,
        audit.Entry(person_id=by.id, action="privacy.refused", subject=f"person:{person.id}"),
        now=now,
    )
    reached = await addresses.preferred(unit, [person.id])
    told = {"who": by.name, "reason": reason.rstrip(".")}
    rows = [
        notice(
            unit,
            here,
            Message(text=render("privacy-refused-told", person.language, **told)),
            dedupe_key=f"privacy-refused:{review.request.id}",
        )
        for here in reached.values()
    ]
    await enqueue_notices(unit, rows, now=now)
