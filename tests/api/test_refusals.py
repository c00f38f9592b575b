"""Who does not read: no token, a wrong, expired or cut off one, too often, beyond its place."""

from base64 import b64encode
from datetime import timedelta
from typing import Any

import pytest

from domain.people import Role
from domain.refusals import BadInput, NotAllowed, NotFound
from operations.api.tokens import TokenState, cut_off_token, end_token, list_tokens, list_tokens_at
from operations.people.access_revocation import cut_off_by
from storage import Database
from storage.tables.directory import audit, post
from tests.api.reader import Server, System
from tests.directory import Commune, Directory, acting


def problem(answer: Any) -> str:
    """What an answer says is wrong, in the form of RFC 9457."""
    assert answer.headers["content-type"] == "application/problem+json"
    said = answer.json()
    assert said["status"] == answer.status_code
    assert said["title"]
    return str(said["type"]).removeprefix("urn:sinhhoat:problem:")


async def test_a_token_comes_as_bearer_or_as_password(house: Server, commune: Commune) -> None:
    system = await house.give(commune.staff, commune.commune.id)
    basic = b64encode(f"excel:{system.token}".encode()).decode()
    answer = await house.client.get("/api/v1/areas", headers={"Authorization": f"Basic {basic}"})
    assert answer.status_code == 200
    changed = system.token[:-1] + ("0" if system.token[-1] != "0" else "1")
    for given in ("", "Bearer", "Bearer sh_", f"Bearer {changed}", "Basic !!", f"Basic {basic}x"):
        refused = await house.client.get("/api/v1/areas", headers={"Authorization": given})
        assert refused.status_code == 401
        assert problem(refused) == "token"
        assert "Basic" in refused.headers["www-authenticate"]


async def test_a_token_ends_with_its_time_by_hand_and_with_its_giver(
    house: Server, commune: Commune, database: Database
) -> None:
    days, by_hand, lost, gone = [
        await house.give(commune.staff, commune.commune.id, days=days) for days in (1, 9, 9, 9)
    ]
    for system in (days, by_hand, lost, gone):
        await system.get("areas")
    async with database.write() as unit:
        office = await acting(unit, commune.staff, house.now)
        newest = await list_tokens(office, commune.commune)
        await cut_off_token(office, newest[2].token.id)
    assert problem(await by_hand.get("areas", status=401)) == "token"
    house.now += timedelta(days=1, seconds=1)
    assert problem(await days.get("areas", status=401)) == "token"
    async with database.write() as unit:
        await unit.run(post.update().where(post.c.role == Role.STAFF).values(role=Role.READER))
    assert problem(await gone.get("areas", status=401)) == "token"
    async with database.write() as unit:
        await unit.run(post.update().where(post.c.role == Role.READER).values(role=Role.STAFF))
    await gone.get("areas")
    async with database.write() as unit:
        await cut_off_by(unit, commune.staff, by=None, now=house.now)
    assert problem(await lost.get("areas", status=401)) == "token"
    async with database.read() as unit:
        office = await acting(unit, commune.staff, house.now)
        states = [line.state for line in await list_tokens(office, commune.commune)]
        done = await unit.all(audit.select().where(audit.c.action.like("token.%")))
    assert set(states) == {TokenState.CUT_OFF}
    assert [row.action for row in done].count("token.given") == 4
    assert "token.cut_off" in [row.action for row in done]
    assert days.token not in str([row.after for row in done])


async def test_sixty_requests_a_minute_and_no_outsider_holds_up_another(
    house: Server, commune: Commune
) -> None:
    system = await house.give(commune.staff, commune.commune.id)
    other = await house.give(commune.staff, commune.commune.id)
    await other.get("areas")
    await system.get("areas")
    for _ in range(59):
        await system.get("nothing", status=404)
    refused = await system.get("areas", status=429)
    assert problem(refused) == "too-many"
    assert 0 < int(refused.headers["retry-after"]) <= 60
    guess = await house.give(None, commune.commune.id)
    async with house.database.write() as unit:
        (newest, *_) = await list_tokens_at(unit, "/", today=house.now.date(), now=house.now)
        await end_token(unit, newest.token, by=None, now=house.now)
    await guess.get("areas", status=401)
    for _ in range(60):
        refused = await house.client.get("/api/v1/nothing", headers=bearer(guess))
    assert problem(refused) == "too-many"
    await other.get("areas")
    house.now += timedelta(seconds=61)
    await guess.get("areas", status=401)
    await system.get("areas")


async def test_out_of_sight_is_not_there(
    house: Server, commune: Commune, database: Database
) -> None:
    async with database.write() as unit:
        make = Directory(unit)
        neighbour = await make.area("Xã Đông Hải")
    system = await house.give(commune.staff, commune.hamlet.id)
    for resource in ("areas", "figures", "difficulties"):
        for area in (neighbour.id, commune.commune.id, commune.other_hamlet.id, 999):
            refused = await system.get(f"{resource}?area={area}", status=404)
            assert problem(refused) == "not-found"
        await system.get(f"{resource}?area={commune.hamlet.id}")
    (chapter,) = await system.rows("chapters")
    assert chapter["name"] == "Chi hội phụ nữ ấp Cái Cối"
    for nothing in ("posts", "secrets", "reports/1", ""):
        await system.get(nothing, status=404)
    written = await house.client.post("/api/v1/areas", headers=bearer(system))
    assert problem(written) == "method"


@pytest.mark.parametrize(
    "query",
    [
        *("area=x", "area=0", "area=" + "9" * 40, "period=2026-13", "period=2026-Q5", "kind=-1"),
        *("limit=0", "limit=1001", "cursor=x", "cursor=WzEsMl0", "association=", "period=2999"),
        *("updated_since=2026-11-01", "updated_since=today", "are=1", "cursor=W3RydWVd"),
    ],
)
async def test_what_cannot_be_asked_is_said(house: Server, commune: Commune, query: str) -> None:
    system = await house.give(commune.staff, commune.commune.id)
    refused = await system.get(f"difficulties?{query}", status=400)
    problem(refused)


async def test_who_may_give_a_token_of_what(
    house: Server, commune: Commune, database: Database
) -> None:
    async with database.write() as unit:
        make = Directory(unit)
        farmers = await make.kind("farmers", association="Hội Nông dân")
        await make.chapter("Chi hội nông dân", commune.hamlet, farmers)
        people_of = {role: await make.person(f"Người {role}") for role in Role}
        for role in (Role.READER, Role.ADMINISTRATOR):
            await make.post(people_of[role], role, area=commune.commune)
        of_one = people_of[Role.STAFF]
        await make.post(of_one, Role.STAFF, area=commune.commune, association="Hội Nông dân")
        neighbour = await make.area("Xã Đông Hải")
    narrow = await house.give(of_one, commune.commune.id)
    assert [row["name"] for row in await narrow.rows("chapters")] == ["Chi hội nông dân"]
    assert await narrow.rows("reports") == []
    assert await narrow.rows(f"chapters?kind={commune.kind}") == []
    assert await (await house.give(people_of[Role.ADMINISTRATOR], commune.commune.id)).rows(
        "reports"
    )
    for person, area, refusal in (
        (commune.leader, commune.commune.id, NotFound),
        (commune.cadre, commune.hamlet.id, NotAllowed),
        (people_of[Role.READER], commune.commune.id, NotAllowed),
        (commune.staff, neighbour.id, NotFound),
        (commune.staff, 999, NotFound),
    ):
        with pytest.raises(refusal):
            await house.give(person, area)
    with pytest.raises(NotAllowed):
        await house.give(of_one, commune.commune.id, only="Hội Liên hiệp Phụ nữ")
    for wrong in ({"days": 366}, {"days": 0}, {"name": " "}, {"name": "x" * 101}):
        with pytest.raises(BadInput):
            await house.give(commune.staff, commune.commune.id, **wrong)


def bearer(system: System) -> dict[str, str]:
    return {"Authorization": f"Bearer {system.token}"}
