"""The posts of a person in words, as they stand behind a name."""

from collections.abc import Sequence

from domain.chapters import Area, Chapter
from domain.levels import name_within_sentence
from domain.people import Post
from storage import UnitOfWork
from storage.directory import areas, chapters
from texts import label

# More than this is a list nobody reads; the rest is a number.
_NAMED = 2
# What most names begin with tells nothing apart.
_COMMONEST = "Chi hội "


async def post_words(unit: UnitOfWork, posts: Sequence[Post], language: str) -> str:
    """Returns posts as "Chi hội trưởng Chi hội Phụ nữ ấp Bào Môn", "" for none."""
    known = await chapters.by_ids(unit, {post.chapter_id for post in posts if post.chapter_id})
    places = await areas.by_ids(unit, {post.area_id for post in posts if post.area_id})
    words = [
        _words(post, known[post.chapter_id], language)
        if post.chapter_id is not None
        else _of_place(post, places[post.area_id or 0], language)
        for post in posts
    ]
    named, more = words[:_NAMED], len(words) - _NAMED
    rest = [label("post-more", language, count=more)] if more > 0 else []
    return ", ".join(named + rest)


async def post_places(unit: UnitOfWork, posts: Sequence[Post]) -> str:
    """Returns what posts belong to, for one short line: "Phụ nữ ấp Bào Môn, +2"."""
    known = await chapters.by_ids(unit, {post.chapter_id for post in posts if post.chapter_id})
    places = await areas.by_ids(unit, {post.area_id for post in posts if post.area_id})
    names = [
        known[post.chapter_id].name.removeprefix(_COMMONEST)
        if post.chapter_id is not None
        else places[post.area_id or 0].name
        for post in posts
    ]
    first = [name[:1].upper() + name[1:] for name in names[:1]]
    return ", ".join([*first, *([f"+{len(names) - 1}"] if len(names) > 1 else [])])


def _of_place(post: Post, place: Area, language: str) -> str:
    words = role_at(post.role, place.name, language)
    return f"{words} ({post.association})" if post.association else words


def role_at(role: str, place: str, language: str) -> str:
    """Returns a role at a place as "Cán bộ tổng hợp xã Long Vĩnh"."""
    name = name_within_sentence(place) if language == "vi" else place
    return f"{label(f'post-{role}', language)} {name}"


def _words(post: Post, chapter: Chapter, language: str) -> str:
    title = role_words(post.role, chapter, language)
    return f"{title[:1].upper()}{title[1:]} {chapter.name}"


def role_words(role: str, chapter: Chapter, language: str) -> str:
    """Returns what a role is called in a chapter."""
    own = chapter.kind.words.get(role) if language == "vi" else None
    return own or label(f"post-{role}", language)
