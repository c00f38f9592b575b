digest-title = <b>SUMMARY OF MEETINGS, { $month }</b>
    <b>{ $area }</b>
digest-final = <i>Final figures of { $day }</i>
digest-not-final = <i>Figures not final, as of { $day }</i>
digest-too-few = Fewer than { $least } chapters meet this month, so no figures are published.
digest-hidden = The figures of this place are not published by themselves: beside the summary above it they would tell of fewer than { $least } chapters.
digest-expected = Planned: { $number } meetings { $reason }
digest-reason = ({ $parts })
digest-reason-chapters = { $number } chapters
digest-reason-closed = less { $number } closed
digest-reason-not-founded = less { $number } not yet founded
digest-reason-paused = less { $number } paused
digest-reason-not-this-month = less { $number } not in this month
digest-reason-not-recorded = less { $number } not recorded here
digest-reason-repeated = and { $number } further meetings of the same
digest-on-time = Reported on time: { $number }{ $due ->
    [0] {""}
   *[other] /{ $due } due ({ $share })
}
digest-late = Reported late: { $number }
digest-missing = Not reported, overdue: { $number }
digest-awaited = Report not yet due: { $number }
digest-not-held = Could not be held: { $number }
digest-moved = Moved: { $number }
digest-members = Members present: { $present }/{ $room } ({ $share })
digest-cadres = With an assigned cadre present: confirmed by cadres { $present }/{ $asked } meetings ({ $share }); told by chapters { $told }/{ $asked }
digest-nothing = –
digest-before = <b>Compared with { $month }</b>
    { $parts }.
digest-places = <b>By place</b> (on time / late / not reported, of planned)
digest-before-reports = Planned { $expected }; on time { $on_time }
digest-before-late = late { $number }
digest-before-missing = not reported { $number }
digest-before-members = members present { $share }
digest-before-cadres = cadre present { $share }
digest-other-places = Other places
digest-kinds = <b>By kind</b> (on time / late / not reported, of planned)
digest-other-kinds = Other kinds
digest-row = { $name }: { $on_time } / { $late } / { $missing }, of { $expected }{ $reason }
digest-topics = <b>Most frequent topics</b>
digest-topic = { $title }: { $number } meetings
digest-difficulties = <b>Difficulties, proposals</b> (raised this month / waiting to be solved)
digest-difficulty = { $category }: { $raised } / { $open }
digest-cases-solved = Solved this month: { $number }
digest-cases-passed-up = passed up: { $number }
digest-cases-overdue = overdue: { $number }
digest-case-days = Half of the difficulties were solved within { $days } days.
digest-category =
    { $category ->
        [infrastructure] Infrastructure
        [economy] Economy, livelihood
        [rights] Members’ rights and benefits
        [organization] Organisation, staffing
        [funding] Funding
        [environment] Environment
        [security] Public order
        [proposal] Proposals
       *[other] Other difficulties
    }
digest-correction = <b>CHANGES AFTER THE FIGURES OF { $month } WERE FINAL — { $area }</b>
    The final figures stay as they were published. What has changed since:
digest-correction-line = { $what ->
    [expected] Planned
    [on_time] Reported on time
    [late] Reported late
    [missing] Not reported
    [not_held] Could not be held
    [moved] Moved
    [present] Members present
    [room] Members expected
    [cadre] Meetings with a cadre confirmed present
   *[other] Meetings with a cadre present by the chapter’s word
}: { $before } → { $after }
