"""What follows from what: every fact, and what is done about it in the same transaction.

The reference shows this table (docs/reference/reactions.md, held to it by a test). An operation
states a fact by `context.publish`; it knows nothing of what follows. What is told last stands
last.
"""

from typing import TypeVar

from operations.cadres.assignment import expect_cadres, expect_todays_cadres
from operations.cadres.leader_word import (
    confirm_leader_word,
    note_leader_word,
    withdraw_leader_word,
)
from operations.cadres.visit_moves import follow_move
from operations.context import Reaction, Reactions
from operations.directory.post_news import tell_holders
from operations.exemplars.drafts import draft_exemplar
from operations.facts import (
    ChapterChanged,
    MeetingMoved,
    PeriodReopened,
    PostPassedOn,
    PostsChanged,
    ReportCorrected,
    ReportReviewed,
    ReportTaken,
    TypedReportConfirmed,
    TypedReportDisputed,
)
from operations.figures.confirming import open_confirmations
from operations.meetings.planning import plan_changed_chapter
from operations.meetings.reopening import tell_of_reopening
from operations.reports.asked import keep_asked
from operations.reports.difficulties import keep_difficulties
from operations.reports.leftovers import cancel_reminders, drop_drafts, keep_files
from operations.reports.news import tell_hurried_cadres, tell_leaders
from operations.reports.passing_on import give_drafts_to_heirs
from operations.reports.review_news import settle_return, tell_of_correction, tell_reporters
from operations.reports.typed_reports import ask_to_confirm, tell_of_dispute

F = TypeVar("F")


def on(fact: type[F], *reactions: Reaction[F]) -> tuple[type, tuple[Reaction[F], ...]]:
    """Returns a line of the table; the type checker holds each reaction to the fact."""
    return fact, reactions


REACTIONS: Reactions = dict(
    (
        on(
            ReportTaken,
            keep_difficulties,
            draft_exemplar,
            expect_cadres,
            note_leader_word,
            keep_files,
            keep_asked,
            drop_drafts,
            cancel_reminders,
            tell_hurried_cadres,
            ask_to_confirm,
            open_confirmations,
            tell_leaders,
        ),
        on(
            ReportCorrected,
            keep_difficulties,
            draft_exemplar,
            expect_cadres,
            note_leader_word,
            keep_files,
            keep_asked,
            drop_drafts,
            cancel_reminders,
            settle_return,
            tell_of_correction,
            ask_to_confirm,
            open_confirmations,
            tell_leaders,
        ),
        on(ReportReviewed, settle_return, tell_reporters),
        on(TypedReportConfirmed, confirm_leader_word),
        on(TypedReportDisputed, withdraw_leader_word, tell_of_dispute),
        on(MeetingMoved, follow_move),
        on(PeriodReopened, tell_of_reopening),
        on(ChapterChanged, plan_changed_chapter),
        on(PostsChanged, expect_todays_cadres, give_drafts_to_heirs),
        on(PostPassedOn, tell_holders),
    )
)
