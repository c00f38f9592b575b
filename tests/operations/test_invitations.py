from datetime import datetime, timedelta

import pytest

from domain.people import Person, Role
from domain.policy import Policy
from domain.refusals import Conflict, NotAllowed, NotFound, Refusal
from operations.codes import hash_code
from operations.people.invitations import (
    invite_channel,
    invite_person,
    list_invitations,
    revoke_invitation,
)
from operations.people.redeeming import CodesBlocked, CodeSource, look_up
from storage import Database
from storage.people import invitations, people
from tests.codes import WRONG, code_for, code_for_area, counting_bytes
from tests.directory import Commune, Directory, at, settle_commune

NOW = at(5)
POLICY = Policy(wrong_codes_in_all=8)


@pytest.fixture
async def commune(database: Database) -> Commune:
    return await settle_commune(database)


async def person(database: Database, person_id: int) -> Person:
    async with database.read() as unit:
        return (await people.persons(unit, [person_id]))[person_id]


async def add_person(database: Database, role: Role, commune: Commune) -> int:
    async with database.write() as unit:
        make = Directory(unit)
        added = await make.person("Võ Thị Năm")
        await make.post(added, role, area=commune.commune)
    return added


async def invite(database: Database, by: int, person_id: int) -> str:
    inviter = await person(database, by)
    async with database.write() as unit:
        return await invite_person(
            unit,
            by=inviter,
            person_id=person_id,
            random_bytes=counting_bytes(person_id * 100 + by),
            now=NOW,
            policy=POLICY,
        )


async def look(database: Database, code: str, source: str, now: datetime = NOW) -> int | Refusal:
    """Looks a code up in a transaction that is committed whatever comes of it."""
    async with database.write() as unit:
        try:
            found = await look_up(unit, code, source=CodeSource(source), now=now, policy=POLICY)
        except Refusal as refusal:
            return refusal
    return found.person_id or 0


async def test_a_code_is_stored_as_a_hash_and_expires(
    database: Database, commune: Commune
) -> None:
    code = await code_for(database, commune.leader, now=NOW)
    async with database.read() as unit:
        [stored] = await invitations.list_newest(unit)
    assert len(code) == 12
    assert stored.code_hash == hash_code(code)
    assert stored.expires_at == NOW + timedelta(days=POLICY.invitation_days)


@pytest.mark.parametrize(
    ("inviter", "invitee", "allowed"),
    [
        ("staff", "leader", True),
        ("staff", "cadre", True),
        ("staff", "staff", False),
        ("cadre", "leader", True),
        ("cadre", "deputy", True),
        ("cadre", "cadre", False),
        ("cadre", "staff", False),
        ("leader", "deputy", False),
        ("stranger", "leader", False),
        ("staff", "stranger", False),
    ],
)
async def test_who_may_invite_whom(
    database: Database, commune: Commune, inviter: str, invitee: str, allowed: bool
) -> None:
    by, person_id = getattr(commune, inviter), getattr(commune, invitee)
    if allowed:
        assert await look(database, await invite(database, by, person_id), "a") == person_id
    else:
        with pytest.raises(NotAllowed):
            await invite(database, by, person_id)


async def test_a_cadre_invites_only_leaders_of_own_chapters(
    database: Database, commune: Commune
) -> None:
    async with database.write() as unit:
        make = Directory(unit)
        far = await make.person("Sơn Thị Mười")
        await make.post(far, Role.LEADER, chapter=commune.other_chapter)
    with pytest.raises(NotAllowed):
        await invite(database, commune.cadre, far)


async def test_nobody_gets_a_code_for_somebody_who_reaches_further(
    database: Database, commune: Commune
) -> None:
    async with database.write() as unit:
        await Directory(unit).post(commune.leader, Role.ADMINISTRATOR, area=commune.commune)
    for inviter in (commune.cadre, commune.staff):
        with pytest.raises(NotAllowed):
            await invite(database, inviter, commune.leader)
    administrator = await add_person(database, Role.ADMINISTRATOR, commune)
    assert await invite(database, administrator, commune.leader)


async def test_groups_are_bound_by_staff_of_the_area_only(
    database: Database, commune: Commune
) -> None:
    for by, allowed in ((commune.staff, True), (commune.cadre, False)):
        inviter = await person(database, by)
        async with database.write() as unit:
            try:
                await invite_channel(
                    unit,
                    by=inviter,
                    area_id=commune.hamlet.id,
                    random_bytes=counting_bytes(by),
                    now=NOW,
                    policy=POLICY,
                )
            except NotAllowed:
                assert not allowed
            else:
                assert allowed


async def test_unknown_people_and_areas_cannot_be_invited(database: Database) -> None:
    with pytest.raises(NotFound):
        await code_for(database, 99, now=NOW)
    with pytest.raises(NotFound):
        await code_for_area(database, 99, now=NOW)


async def test_invitations_are_listed_by_name_and_taken_back(
    database: Database, commune: Commune
) -> None:
    code = await code_for(database, commune.leader, now=NOW)
    await code_for_area(database, commune.commune.id, now=NOW)
    async with database.write() as unit:
        listed = await list_invitations(unit, open_at=NOW)
        assert [invited.name for invited in listed] == ["Xã Long Vĩnh", "Thạch Thị Lan"]
        await revoke_invitation(unit, listed[1].invitation.id, by=None, now=NOW, policy=POLICY)
        assert len(await list_invitations(unit, open_at=NOW)) == 1
        with pytest.raises(Conflict):
            await revoke_invitation(unit, listed[1].invitation.id, by=None, now=NOW, policy=POLICY)
        with pytest.raises(NotFound):
            await revoke_invitation(unit, 99, by=None, now=NOW, policy=POLICY)
    refusal = await look(database, code, "a")
    assert isinstance(refusal, NotFound)
    assert refusal.code == "code-wrong"


async def test_an_invitation_is_taken_back_by_whom_it_concerns_only(
    database: Database, commune: Commune
) -> None:
    await code_for(database, commune.leader, now=NOW)
    for by, allowed in ((commune.deputy, False), (commune.cadre, True)):
        revoker = await person(database, by)
        async with database.write() as unit:
            [invitation] = await invitations.list_newest(unit)
            try:
                await revoke_invitation(unit, invitation.id, by=revoker, now=NOW, policy=POLICY)
            except NotFound:
                assert not allowed
            else:
                assert allowed


async def test_used_revoked_and_unknown_codes_sound_the_same(
    database: Database, commune: Commune
) -> None:
    code = await code_for(database, commune.leader, now=NOW)
    async with database.write() as unit:
        [invitation] = await invitations.list_newest(unit)
        await invitations.revoke(unit, invitation.id, now=NOW)
    answers = [await look(database, typed, f"s{typed}") for typed in (code, WRONG, "nonsense")]
    assert [str(answer) for answer in answers] == ["code-wrong"] * 3


async def test_wrong_codes_cost_their_source_for_an_hour_and_right_ones_work(
    database: Database, commune: Commune
) -> None:
    code = await code_for(database, commune.leader, now=NOW)
    for _ in range(POLICY.wrong_codes_per_address):
        assert not isinstance(await look(database, WRONG, "a"), CodesBlocked)
    assert isinstance(await look(database, WRONG, "a"), CodesBlocked)
    assert not isinstance(await look(database, WRONG, "b"), CodesBlocked)
    assert await look(database, code, "a") == commune.leader
    later = NOW + POLICY.wrong_codes_window
    assert not isinstance(await look(database, WRONG, "a", now=later), CodesBlocked)


async def test_wrong_codes_from_everywhere_lock_nobody_out(
    database: Database, commune: Commune
) -> None:
    code = await code_for(database, commune.leader, now=NOW)
    for number in range(POLICY.wrong_codes_in_all):
        await look(database, WRONG, f"s{number}")
    assert isinstance(await look(database, WRONG, "fresh"), CodesBlocked)
    assert await look(database, code, "fresh") == commune.leader


async def test_an_expired_code_says_so_and_counts_for_nothing(
    database: Database, commune: Commune
) -> None:
    code = await code_for(database, commune.leader, now=NOW)
    later = NOW + timedelta(days=POLICY.invitation_days)
    for _ in range(POLICY.wrong_codes_per_address + 1):
        assert str(await look(database, code, "a", now=later)) == "code-expired"
