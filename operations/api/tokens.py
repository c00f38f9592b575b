"""Tokens by which other systems read: given for a place, shown once, cut off at once.

A token reaches no further than whoever gave it does at the moment; one by the command line
reaches its place.
"""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from documents.tables.columns import Shown
from domain.chapters import Area, ids_of
from domain.people import Only, Post, split_only
from domain.refusals import BadInput, NotAllowed, NotFound
from operations.access import held, may_see_place, takes_in
from operations.codes import RandomBytes, hash_code
from operations.context import ActorContext
from operations.documents.facts import post_for
from operations.rights import Right, roles_with
from storage import UnitOfWork
from storage.directory import areas, chapters
from storage.maintenance import audit
from storage.people import api_tokens, people
from storage.people.api_tokens import NewToken, StoredToken

MOST_DAYS = 365
LONGEST_NAME = 100
_BEGINNING, _BYTES, _CHECK = "sh_", 20, 6
# Written at most this often, so that reading is not a write each time.
_NOTED_EVERY = timedelta(minutes=10)


class TokenState(StrEnum):
    """Whether a token works, or why not: its time is over, it was cut off, its giver left."""

    WORKS = "works"
    EXPIRED = "expired"
    CUT_OFF = "cut_off"
    ORPHANED = "orphaned"


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenAsked:
    """A token to be given: for which system, of which place and kinds, what for, how long."""

    name: str
    area_id: int
    only: Only
    classes: frozenset[Shown]
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenLine:
    """A token with its place and whether it works; `of` are the kinds it is for, "" for all."""

    token: StoredToken
    place: Area
    of: str
    state: TokenState

    @property
    def classes(self) -> list[str]:
        """What it may read."""
        return self.token.classes.split()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """A system that reads: by which token, at which place, as which posts, what it is shown."""

    token_id: int
    name: str
    place: Area
    posts: Sequence[Post]
    shown: frozenset[Shown]
    is_ageing: bool


def is_well_formed(token: str) -> bool:
    """True for what could be a token: its last characters check those before."""
    body, check = token[:-_CHECK], token[-_CHECK:]
    return (
        token.startswith(_BEGINNING)
        and len(token) == len(_BEGINNING) + 2 * _BYTES + _CHECK
        and _check_of(body) == check
    )


def _check_of(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()[:_CHECK]


async def give_token(
    context: ActorContext, asked: TokenAsked, *, random_bytes: RandomBytes
) -> str:
    """Gives a system a token and returns it: it is never shown again.

    Who works for one kind or association gives it for that alone. Raises NotFound for a place
    out of sight, NotAllowed without the right, BadInput.
    """
    unit = context.unit
    place = (await areas.by_ids(unit, [asked.area_id])).get(asked.area_id)
    if place is None or not may_see_place(context.posts, place.path, context.today):
        raise NotFound("not-in-sight")
    mine = _giving(context.posts, place, context.today)
    if not mine:
        raise NotAllowed("not-your-area")
    if asked.only is None and all(post.only is not None for post in mine):
        asked = replace(asked, only=mine[0].only)
    associations = await chapters.associations_of(unit)
    post = _at_place(mine[0], place, asked.only)
    if not any(takes_in(giving, post, associations) for giving in mine):
        raise NotAllowed("not-your-area")
    return await add_token(
        unit, asked, by=context.actor.id, random_bytes=random_bytes, now=context.now
    )


def _giving(posts: Collection[Post], place: Area, day: date) -> list[Post]:
    """Returns the posts by which somebody gives tokens for a place, those for all kinds first."""
    giving = held(posts, roles_with(Right.GIVE_TOKEN), day)
    there = (post for post in giving if post.area_id in ids_of(place.path))
    return sorted(there, key=lambda post: post.only is not None)


async def add_token(
    unit: UnitOfWork,
    asked: TokenAsked,
    *,
    by: int | None,
    random_bytes: RandomBytes,
    now: datetime,
) -> str:
    """Gives a system a token, whoever may say so; `by` None is the command line.

    Figures may always be read. Raises BadInput for no name, or for more than a year.
    """
    name = " ".join(asked.name.split())
    if not name or len(name) > LONGEST_NAME:
        raise BadInput("token-name", limit=LONGEST_NAME)
    if not 1 <= asked.days <= MOST_DAYS:
        raise BadInput("token-days", limit=MOST_DAYS)
    classes = sorted(asked.classes | {Shown.FIGURES})
    body = _BEGINNING + random_bytes(_BYTES).hex()
    token = body + _check_of(body)
    expires_at = now + timedelta(days=asked.days)
    kind_id, association = split_only(asked.only)
    new = NewToken(
        token_hash=hash_code(token),
        name=name,
        area_id=asked.area_id,
        kind_id=kind_id,
        association=association,
        classes=" ".join(classes),
        created_by=by,
        expires_at=expires_at,
    )
    await api_tokens.add(unit, new, now=now)
    after = {"system": name, "classes": classes, "until": str(expires_at.date())}
    _note(unit, "token.given", asked.area_id, by, after, now)
    return token


def _note(
    unit: UnitOfWork,
    action: str,
    area_id: int,
    by: int | None,
    after: Mapping[str, object],
    now: datetime,
) -> None:
    entry = audit.Entry(person_id=by, action=action, subject=f"area:{area_id}", after=after)
    audit.add_later(unit, entry, now=now)


async def list_tokens(context: ActorContext, place: Area) -> list[TokenLine]:
    """Returns the tokens of a place and below that somebody may give there, newest first."""
    lines = await list_tokens_at(context.unit, place.path, today=context.today, now=context.now)
    associations = await chapters.associations_of(context.unit)
    return [line for line in lines if _may_end(context, line.token, line.place, associations)]


def _may_end(
    context: ActorContext, token: StoredToken, place: Area, associations: dict[int, str]
) -> bool:
    return bool(_posts_for(token, place, context.posts, associations, context.today))


async def list_tokens_at(
    unit: UnitOfWork, path: str, *, today: date, now: datetime
) -> list[TokenLine]:
    """Returns every token of a place and below, newest first."""
    found = await api_tokens.list_at(unit, path)
    places = await areas.by_ids(unit, {token.area_id for token in found})
    kinds = await chapters.kind_names(unit, {token.kind_id for token in found if token.kind_id})
    makers = await people.posts_of(unit, {t.created_by for t in found if t.created_by})
    associations = await chapters.associations_of(unit)
    return [
        TokenLine(
            token=token,
            place=places[token.area_id],
            of=kinds.get(token.kind_id or 0, token.association or ""),
            state=_state(
                token,
                _posts_of(
                    token,
                    places[token.area_id],
                    makers.get(token.created_by or 0, ()),
                    associations,
                    today,
                ),
                now,
            ),
        )
        for token in found
    ]


async def cut_off_token(context: ActorContext, token_id: int) -> None:
    """Ends a token at once; raises NotFound for one that somebody could not have given."""
    token = await api_tokens.get(context.unit, token_id)
    if token is None:
        raise NotFound("not-in-sight")
    place = await areas.get(context.unit, token.area_id)
    if not _may_end(context, token, place, await chapters.associations_of(context.unit)):
        raise NotFound("not-in-sight")
    await end_token(context.unit, token, by=context.actor.id, now=context.now)


async def end_token(
    unit: UnitOfWork, token: StoredToken, *, by: int | None, now: datetime
) -> None:
    """Ends a token at once, whoever may say so; `by` None is the command line."""
    if await api_tokens.end(unit, token.id, now=now):
        _note(unit, "token.cut_off", token.area_id, by, {"system": token.name}, now)


async def find_bearer(
    unit: UnitOfWork, token: str, *, today: date, now: datetime
) -> Bearer | None:
    """Returns who reads by a token; None for one that does not work."""
    found = await api_tokens.find(unit, hash_code(token))
    if found is None:
        return None
    place = await areas.get(unit, found.area_id)
    makers = await people.posts_of(unit, [found.created_by]) if found.created_by else {}
    mine = makers.get(found.created_by or 0, ())
    posts = _posts_of(found, place, mine, await chapters.associations_of(unit), today)
    if _state(found, posts, now) is not TokenState.WORKS:
        return None
    return Bearer(
        token_id=found.id,
        name=found.name,
        place=place,
        posts=posts,
        shown=frozenset(Shown(name) for name in found.classes.split()),
        is_ageing=found.used_at is None or found.used_at < now - _NOTED_EVERY,
    )


def _posts_of(
    token: StoredToken,
    place: Area,
    of_maker: Sequence[Post],
    associations: dict[int, str],
    day: date,
) -> list[Post]:
    """Returns what a token reads as: the posts of its maker, for its place and kinds alone."""
    if token.created_by is None:
        return [_at_place(post_for(place, ""), place, token.only)]
    return _posts_for(token, place, of_maker, associations, day)


def _posts_for(
    token: StoredToken,
    place: Area,
    posts: Collection[Post],
    associations: dict[int, str],
    day: date,
) -> list[Post]:
    """Returns those by which a token may be given, limited to its place and kinds."""
    return [
        _at_place(post, place, token.only)
        for post in _giving(posts, place, day)
        if takes_in(post, _at_place(post, place, token.only), associations)
    ]


def _at_place(post: Post, place: Area, only: Only) -> Post:
    kind_id, association = split_only(only)
    return replace(post, area_id=place.id, kind_id=kind_id, association=association)


def _state(token: StoredToken, posts: Collection[Post], now: datetime) -> TokenState:
    if token.ended_at is not None:
        return TokenState.CUT_OFF
    if token.expires_at <= now:
        return TokenState.EXPIRED
    return TokenState.WORKS if posts else TokenState.ORPHANED
