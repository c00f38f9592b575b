"""Changes of chapters in words: what was there, what will be."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from domain.calendar import fit_rule, rule_words
from domain.chapter_changes import What
from domain.chapters import Chapter
from operations.directory.appointments import SeatProposal
from operations.directory.undoing import RecentChange
from operations.wording import clock_words, day_words, kind_word
from storage import UnitOfWork
from storage.directory import directory_changes
from storage.people import people
from texts import label


def value_words(what: str, values: Mapping[str, Any], chapter: Chapter, language: str) -> str:
    """Returns columns of a chapter as people say them."""
    match what:
        case What.MEMBERS:
            return label(
                "edit-members",
                language,
                members=values["member_count"],
                unit=kind_word(chapter, "members", language),
                exempt=values["exempt_count"],
            )
        case What.DAY:
            every = values["frequency"] or chapter.kind.frequency
            rule = values["rule"] or chapter.kind.rule
            return rule_words(fit_rule(every, rule), language)
        case What.CLOSED:
            ended = values["valid_to"]
            if ended is None:
                return label("edit-open", language)
            day = day_words(date.fromisoformat(ended))
            return label("edit-closed", language, day=day)
        case What.TIME:
            return clock_words(values["start_time"])
        case _:
            return str(next(iter(values.values())))


def seat_words(proposal: SeatProposal, language: str) -> tuple[str, str]:
    """Returns who holds the post now, and who will."""
    change, nobody = proposal.change, label("seat-nobody", language)
    old = proposal.old.person.name if proposal.old else nobody
    if change.first_day and change.last_day:
        new = label(
            "seat-for-a-time",
            language,
            name=proposal.new_name,
            first=day_words(change.first_day),
            last=day_words(change.last_day),
        )
        return old, new
    return old, proposal.new_name or nobody


async def recent_words(
    unit: UnitOfWork, recent_change: RecentChange, language: str
) -> tuple[str, str]:
    """Returns what a change made lately found, and what it left."""
    change = recent_change.change
    if "ends" not in change.after:
        return (
            value_words(change.what, change.before, recent_change.chapter, language),
            value_words(change.what, change.after, recent_change.chapter, language),
        )
    old = await _names(unit, change.before["ends"])
    new = await _names(unit, change.after["new"])
    nobody = label("seat-nobody", language)
    return old or nobody, new or nobody


async def _names(unit: UnitOfWork, post_ids: Mapping[str, Any]) -> str:
    found = await directory_changes.read_posts(unit, [int(post_id) for post_id in post_ids])
    known = await people.persons(unit, {row.person_id for row in found.values()})
    return ", ".join(known[row.person_id].name for row in found.values())
