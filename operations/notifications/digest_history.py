"""What channels of a place were told, as it was posted, and what was corrected later."""

from collections.abc import Sequence
from dataclasses import dataclass

from digests.text import render_correction, render_digest
from domain.chapters import Area
from domain.corrections import correction_from_json
from domain.digest_times import DigestKind
from domain.figures import summary_from_json
from domain.refusals import NotFound
from domain.reporting_span import Span
from operations.access import may_at
from operations.context import ActorContext
from operations.rights import Right
from storage.notifications import digest_posts
from storage.notifications.digest_posts import ToldChannel


@dataclass(frozen=True, slots=True, kw_only=True)
class PostedText:
    """A digest with its text as the channel read it, and what went there about the month later."""

    post: ToldChannel
    text: str
    later: Sequence[ToldChannel]


async def list_posted(context: ActorContext, place: Area, span: Span) -> list[ToldChannel]:
    """Returns what went to the channels of a place and below about a span, the newest first.

    Somebody of one association alone does not look after what tells of all of them.
    """
    months = [str(month) for month in span.periods]
    found = await digest_posts.list_told(context.unit, place.path, months)
    return [one for one in found if _may_see(context, one)]


async def get_posted(context: ActorContext, post_id: int) -> PostedText:
    """Returns a digest as it was posted; raises NotFound for one out of sight or not there."""
    post = await digest_posts.find_told(context.unit, post_id)
    if post is None or not _may_see(context, post):
        raise NotFound("not-in-sight")
    beside = await digest_posts.list_told(context.unit, post.area_path, [post.period])
    same = [one for one in beside if one.target_id == post.target_id]
    return PostedText(
        post=post,
        text=told_text(post, [one for one in same if one.id < post.id]),
        later=[one for one in same if one.id > post.id],
    )


def _may_see(context: ActorContext, post: ToldChannel) -> bool:
    return may_at(Right.SEE_OVERVIEW, context.posts, post.area_path, context.today)


def told_text(post: ToldChannel, before: Sequence[ToldChannel]) -> str:
    """Returns the text of a post, after what went there `before` about the month, newest first."""
    if post.kind == DigestKind.CORRECTION:
        of_versions = [one for one in before if one.kind != DigestKind.PROGRESS]
        correction = correction_from_json(post.figures)
        return render_correction(correction, post.language, version=len(of_versions) + 1).text
    weekly = [one for one in before if one.kind == DigestKind.PROGRESS]
    is_weekly = post.kind == DigestKind.PROGRESS and weekly
    week_ago = summary_from_json(weekly[0].figures) if is_weekly else None
    return render_digest(summary_from_json(post.figures), post.language, week_ago=week_ago).text
