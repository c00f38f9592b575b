"""A person's data goes: consent withdrawn, or everything erased; the meetings stay."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain.people import Person, Post
from domain.policy import Policy
from domain.refusals import NotAllowed, NotFound
from domain.talks import KnownAddress
from operations.access import held
from operations.keeping.retention import enqueue_removal
from operations.people.inviting import require_may_invite
from operations.people.redeeming import source_of
from operations.rights import Right, roles_with
from operations.titles import post_words
from storage import Unit
from storage.cadres import calendar_links
from storage.keeping import audit
from storage.messages import addresses
from storage.people import erasure, erasure_of_words, people, privacy_requests
from texts import escape_rich, label


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What an erasure left: the words that stand for the person, and how many rows changed."""

    person_id: int
    title: str
    rows: int


async def withdraw_consent(unit: Unit, person: Person, *, now: datetime) -> list[KnownAddress]:
    """Unbinds every account of a person and ends consents, sessions, invitations and drafts.

    Posts and what was reported stay. Returns the accounts as they were.
    """
    own = await addresses.of_person(unit, person.id)
    # Whose account it was must be found before it is nobody's.
    audit.add_later(
        unit,
        person_id=person.id,
        action="consent.withdrawn",
        subject=f"person:{person.id}",
        now=now,
        before={"accounts": len(own)},
        after={"accounts": 0},
    )
    await unit.flush()
    await erasure.withdraw_consents(unit, person.id, now=now)
    await erasure.end_addresses(unit, [one.id for one in own])
    await erasure.forget_talk(unit, person.id)
    await calendar_links.remove(unit, person.id)
    return own


async def erase_person(
    unit: Unit, person_id: int, *, by: Person | None, policy: Policy, now: datetime
) -> Erased:
    """Erases a person for good: the name becomes the role, all that is only theirs goes.

    `by` is None for the command line. Raises NotFound or NotAllowed.
    """
    today = policy.local(now).date()
    person = (await people.persons(unit, [person_id])).get(person_id)
    if person is None:
        raise NotFound("person-missing")
    posts = (await people.posts_of(unit, [person_id])).get(person_id, ())
    if by is not None:
        await require_may_erase(unit, by, posts, day=today)
    await unit.flush()
    title = await _title(unit, posts, policy.language)
    own = await addresses.of_person(unit, person_id)
    await erasure.withdraw_consents(unit, person_id, now=now)
    await erasure.forget_talk(unit, person_id)
    await erasure.forget_reasons(unit, person_id)
    await calendar_links.remove(unit, person_id)
    await erasure_of_words.empty_enquiries(unit, person_id)
    await erasure_of_words.empty_case_notes(unit, person_id)
    await erasure_of_words.drop_topic_drafts(unit, person_id)
    await _forget_addresses(unit, own, now=now)
    rows = await _replace(unit, person, title)
    await erasure.rename_person(unit, person_id, title)
    await privacy_requests.close(
        unit, person_id, state="done", closed_by=by.id if by else None, now=now
    )
    audit.add_later(
        unit,
        person_id=by.id if by else None,
        action="person.erased",
        subject=f"person:{person_id}",
        now=now,
    )
    await unit.flush()
    await erasure.end_posts(unit, person_id, last_day=today - timedelta(days=1))
    return Erased(person_id=person_id, title=title, rows=rows)


async def require_may_erase(unit: Unit, by: Person, posts: Collection[Post], *, day: date) -> None:
    """Raises NotAllowed unless every place of the person lies within the other's reach."""
    own = (await people.posts_of(unit, [by.id])).get(by.id, ())
    try:
        await require_may_invite(
            unit, held(own, roles_with(Right.ERASE_PERSON), day), posts, day=day
        )
    except NotAllowed:
        raise NotAllowed("erase-not-allowed") from None


async def _title(unit: Unit, posts: Sequence[Post], language: str) -> str:
    words = await post_words(unit, posts[-1:], language)
    return words or label("erase-somebody", language)


async def _forget_addresses(unit: Unit, own: Sequence[KnownAddress], *, now: datetime) -> None:
    users = {(one.address.channel, one.address.account, one.address.user) for one in own}
    everywhere = {one.id for one in own} | set(
        await erasure.addresses_of(unit, [user for user in users if user[2]])
    )
    sources = [source_of(one.address) for one in own]
    files = await erasure.forget_addresses(unit, everywhere, sources=sources)
    await enqueue_removal(unit, files, now=now)


async def _replace(unit: Unit, person: Person, title: str) -> int:
    """Replaces name and phone; a name that others have too only where the person worked."""
    names = {person.name: title, escape_rich(person.name): escape_rich(title)}
    only = None
    if await erasure.count_namesakes(unit, person.id, person.name):
        only = await erasure.list_chapters(unit, person.id)
    rows = await erasure.replace_words(unit, names, only_chapters=only)
    if person.phone:
        rows += await erasure.replace_words(unit, {person.phone: "–"})
    return rows
