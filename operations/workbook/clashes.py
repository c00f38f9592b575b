"""New people whose phone somebody out of the importer's sight has: an administrator is told."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from domain.people import Person, Role
from domain.policy import Policy
from operations.access import held
from operations.notices import Notice, tell
from operations.people.inviting import list_invitable
from storage import UnitOfWork
from storage.maintenance import health
from storage.people import people, people_search

_SHOWN = 10


async def tell_clashes(
    unit: UnitOfWork,
    added: Mapping[int, Mapping[str, Any]],
    *,
    import_id: int,
    by: int,
    policy: Policy,
    now: datetime,
) -> None:
    """Tells those who look after both sides that people just added have the phones of others.

    `added` are the rows of the people by their ids.
    """
    names = {row["phone"]: row["name"] for row in added.values() if row["phone"]}
    others = await people_search.find_by_phones(unit, names, except_ids=list(added))
    if not others:
        return
    day = policy.day_of(now)
    who = (await people.persons(unit, [by]))[by]
    posts = await people.posts_of(unit, [by, *(person.id for person in others)])
    admins = await people.posts_of(unit, await health.list_administrators(unit))
    notices = []
    for admin_id, own in admins.items():
        office = held(own, {Role.ADMINISTRATOR}, day)
        covered = await list_invitable(unit, office, posts, day=day)
        theirs = [person for person in others if person.id in covered]
        if by in covered and theirs:
            notices.append(
                _notice(admin_id, who, theirs, names, f"{import_id}:{next(iter(added))}")
            )
    await tell(unit, notices, now=now)


def _notice(
    admin_id: int, who: Person, others: Sequence[Person], added: Mapping[str, str], key: str
) -> Notice:
    pairs = [
        f"{added[person.phone or '']} = {person.name} (#{person.id})" for person in others[:_SHOWN]
    ]
    return Notice(
        person_id=admin_id,
        key="workbook-clash",
        args={"who": who.name, "count": str(len(others)), "names": "; ".join(pairs)},
        subject=f"person:{others[0].id}",
        dedupe_key=f"workbook-clash:{key}:{admin_id}",
    )
