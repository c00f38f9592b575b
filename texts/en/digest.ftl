digest-title = <b>SUMMARY OF MEETINGS, { $month }</b>
    <b>{ $area }</b>
digest-final = <i>Final figures of { $day }</i>
digest-not-final = <i>Figures not final, as of { $day }</i>
digest-too-few = Fewer than { $least } chapters meet this month, so no figures are published.
digest-hidden = The figures of this place are not published by themselves: beside the summary above it they would tell of fewer than { $least } chapters.
digest-reported = Reported { $number }/{ $due } meetings due ({ $share }{ $is_known ->
    [yes] ; month before { $before }
   *[no] {""}
})
digest-none-due = No report is due yet
digest-on-time = on time { $number }
digest-late = late { $number }
digest-missing = overdue { $number }
digest-awaited = not yet due { $number }
digest-not-held = could not be held { $number }
digest-moved = moved { $number }
digest-expected = Planned: { $number } meetings { $reason }
digest-members = Members present: { $present }/{ $room } ({ $share }{ $trend ->
    [up] , up { $points } points
    [down] , down { $points } points
    [same] , as the month before
   *[unknown] {""}
})
digest-cadres = Assigned cadres confirmed { $present }/{ $asked } meetings ({ $share }); chapters told { $told }/{ $asked }
digest-lowest-places = Needing attention: { $rows }{ $more ->
    [0] {""}
    [one] ; one other place below 80%
   *[other] ; { $more } other places below 80%
}
digest-lowest-kinds = By kind: { $rows }{ $more ->
    [0] {""}
    [one] ; one other kind below 80%
   *[other] ; { $more } other kinds below 80%
}
digest-topics = Topics treated most: { $topics }
digest-topic = { $title } ({ $number })
digest-difficulties = Difficulties and proposals: { $parts }; most: { $category } ({ $count })
digest-difficulties-raised = { $number } new
digest-difficulties-open = { $number } waiting
digest-cases-solved = { $number } solved
digest-cases-passed-up = { $number } passed up
digest-cases-overdue = { $number } overdue
digest-since = Since last week: { $parts }
digest-more-reports = { $number } more reports
digest-more-solved = { $number } more difficulties solved
digest-reasons-expected = Planned: { $number } meetings { $reason }
digest-reasons-due = { $awaited ->
    [0] Due: { $number } meetings
   *[other] Not yet due: { $awaited } meetings; due: { $number } meetings
}
digest-reasons-reported = Of these { $number } are reported, { $missing } overdue
digest-button-details = Details
digest-button-reasons = Why { $due }?
digest-button-missing = Who has not reported?
digest-button-overview = See who has reported
digest-button-all-missing = See all and remind
digest-answer-head = <b>Summary of { $month }, { $area }</b>
digest-answer-missing = Overdue, not reported ({ $count }):
digest-answer-more = and { $count } other chapters
digest-press-sent = Sent to you privately.
digest-press-unknown = Please connect your account with the system first.
digest-press-not-yours = This is for the staff of the place.
digest-reason = ({ $parts })
digest-reason-chapters = { $number } chapters
digest-reason-closed = less { $number } closed
digest-reason-not-founded = less { $number } not yet founded
digest-reason-paused = less { $number } paused
digest-reason-not-this-month = less { $number } not in this month
digest-reason-not-recorded = less { $number } not recorded here
digest-reason-repeated = and { $number } further meetings of the same
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
digest-picture-title = Reported { $number }/{ $due } meetings due ({ $share })
digest-picture-place = { $area }, { $month }
digest-picture-final = Final figures of { $day }
digest-picture-not-final = Figures not final, as of { $day }
digest-picture-row = { $number }/{ $due } ({ $share })
digest-picture-other-places = Other places
digest-picture-other-kinds = Other kinds
digest-picture-on-time = on time { $number }
digest-picture-late = late { $number }
digest-picture-missing = overdue { $number }
digest-correction = <b>CHANGES AFTER THE FIGURES OF { $month } WERE FINAL — { $area }</b>
    Version { $version }: { $count ->
        [one] one change
       *[other] { $count } changes
    } since version { $before }. The final figures (version 1) stay as they were published.
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
digest-workbook = Figures that go with the digest of { $month }
command-digest-words = digest|digests|the digest
command-digest-description = The month's digest, with picture and table
menu-digest = Digest
help-digest = Type <b>digest</b>: the month's digest, with its picture, or posted to a channel.
digest-button-picture = With the picture
digest-button-plan = Post to the channel
digest-button-post = Post
digest-coming = The picture is being drawn and comes here.
digest-plan = The digest below will be posted to { $channels }. Shall it?
digest-posting = It is being posted; you are told at once.
digest-posted = The digest was posted to { $count } channels.
digest-posted-before = Nothing more was posted: the channel has this digest already.
digest-no-channel = No channel receives this place's digests, or you may not post them.
digest-changed = The figures have just changed. Please look again before posting.
journal-action-digest-posted = posted a digest
