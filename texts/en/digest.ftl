digest-title = <b>SUMMARY OF MEETINGS, { $month } — { $area }</b>
digest-final = <i>Final figures of { $day }</i>
digest-not-final = <i>Figures not final, as of { $day }</i>
digest-too-few = Fewer than { $least } chapters meet this month, so no figures are published.
digest-expected = Planned: { $number } meetings { $reason }
digest-reason = ({ $parts })
digest-reason-chapters = { $number } chapters
digest-reason-closed = − { $number } closed
digest-reason-not-founded = − { $number } not yet founded
digest-reason-paused = − { $number } paused
digest-reason-not-this-month = − { $number } not in this month
digest-reason-not-recorded = − { $number } not recorded here
digest-reason-repeated = + { $number } further meetings of the same
digest-on-time = Reported on time: { $number } ({ $share })
digest-late = Reported late: { $number }
digest-missing = Not reported, overdue: { $number }
digest-awaited = Report not yet due: { $number }
digest-not-held = Could not be held: { $not_held }; moved: { $moved }
digest-members = Members present: { $present }/{ $room } ({ $share })
digest-cadres = With an assigned cadre present: { $present }/{ $asked } meetings ({ $share })
digest-nothing = –
digest-before = <b>Compared with { $month }</b>
    Planned { $expected }; on time { $on_time }, late { $late }, not reported { $missing }; members present { $members }; cadre present { $cadres }.
digest-places = <b>By place</b>
digest-other-places = Other places
digest-kinds = <b>By kind</b>
digest-other-kinds = Other kinds
digest-row = { $name }: planned { $expected }{ $reason }, on time { $on_time }, late { $late }, not reported { $missing }
digest-topics = <b>Most frequent topics</b>
digest-topic = { $title }: { $number } meetings
digest-difficulties = <b>Difficulties</b> (raised this month / waiting to be solved)
digest-difficulty = { $category }: { $raised } / { $open }
digest-cases = Solved this month: { $solved }; passed up: { $passed_up }; overdue: { $overdue }
digest-case-days = Days to solve (median): { $days }
digest-category =
    { $category ->
        [infrastructure] Infrastructure
        [economy] Economy, livelihood
        [rights] Members’ rights and benefits
        [organization] Organisation, staffing
        [funding] Funding
        [environment] Environment
        [security] Public order
       *[other] Other difficulties
    }
