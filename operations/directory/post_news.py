"""Tells who gets a post, and who had it or is stood in for."""

from datetime import timedelta

from domain.chapter_changes import What
from operations.context import ActorContext
from operations.facts import PostPassedOn
from operations.notices import Notice, tell
from operations.titles import role_words
from operations.wording import day_words

# Who could not be reached for so long hears of it from people.
_TOLD_WITHIN = timedelta(days=14)
_DAY = timedelta(days=1)


async def tell_holders(context: ActorContext, fact: PostPassedOn) -> None:
    """Tells both at once; of a post that is lent for a time, while that lasts."""
    policy = context.policy
    args = {
        "role": role_words(fact.role, fact.chapter, policy.language),
        "chapter": fact.place or fact.chapter.name,
        "who": fact.new.name if fact.new else fact.newcomer,
        "first": day_words(fact.first_day) if fact.first_day else "",
        "last": day_words(fact.last_day) if fact.last_day else "",
    }
    expires_at = context.now + _TOLD_WITHIN
    if fact.last_day:
        ends = policy.midnight(fact.last_day + _DAY)
        expires_at = min(expires_at, ends)
    notices = [
        Notice(
            person_id=person_id,
            key=key,
            args=args,
            subject=f"chapter:{fact.chapter.id}",
            dedupe_key=f"seat:{fact.number}:{key}",
            expires_at=expires_at,
        )
        for person_id, key in _told(fact)
    ]
    await tell(context.unit, notices, now=context.now)


def _told(fact: PostPassedOn) -> list[tuple[int, str]]:
    """Returns who is told, with the text key."""
    given = "seat-given-for-a-time" if fact.last_day else "seat-given"
    if fact.what is What.STAND_IN:
        taken = "seat-stood-in"
    else:
        taken = "seat-passed-on" if fact.new or fact.newcomer else "seat-ended"
    told = [(fact.new.id, given)] if fact.new else []
    return told + ([(fact.old.id, taken)] if fact.old else [])
