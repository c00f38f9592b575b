# Reports read, returned, accepted

command-review-words = review|review reports|accept reports|tiếp nhận
command-review-description = Reports that wait for you to read and accept
menu-review = Reports to accept
help-review = Type <b>review</b>: read, accept or return reports.

review-list = <b>{ $count } reports wait for you</b>, those sent first on top:
review-empty = No report waits for you.
review-button-waiting = { $chapter }, sent { $at }
review-state-sent = sent
review-button-all = Accept { $count } reports without difficulties
review-accepted-all = Accepted <b>{ $count }</b> reports that came in time, on their day, without difficulties or proposals.
review-accepted-none = No reports are left that can be accepted at once.
review-state-read = read
review-state-returned = to be completed
review-state-accepted = accepted
review-sent = State: sent, nobody has read it yet.
review-read = State: <b>read</b>. { $who }, { $at }.
review-accepted = State: <b>accepted</b>. { $who }, { $at }.
review-returned = State: <b>to be completed</b>, “{ $line }”. { $who }, { $at }. Reason: { $reason }
review-button-accept = Accept
review-button-return = Ask to complete
review-button-complete = Complete it now
review-button-look = Look at the report
review-button-others = Other reports to accept
review-which = Which line should { $chapter } complete?
review-why = Please give the reason: choose one or write another.
review-reason-missing = Something is missing
review-reason-unclear = Please be more precise
review-reason-differs = The figures do not agree
review-reason-no-photos = Photos of the minutes are missing
review-left = Nothing was asked. The report stays as it is.
review-return-told = { $chapter } was asked to complete it. The sender hears at once; you will hear of the correction.
review-accept-told = The report of { $chapter } is accepted.
review-here = { $who } asks you to complete this. Reason: { $reason }
review-nothing-asked = Nothing is left to complete in the report of { $chapter }.

review-not-yours = You are not assigned to accept reports. The cadre in charge and the commune's staff do.
review-own = This is a report of your own chapter, so somebody else will accept it.
review-closed = The figures of this period were closed on { $day }; nothing can be completed any more.
review-no-reason = Please write more, for example: say how many were absent.
review-no-step = The report has no such line. Please open it again and choose.
review-corrected-meanwhile = The report has just been corrected, so nothing was noted. Please look at the new version.
review-meanwhile-accepted = { $who } accepted this report at { $at }, so nothing was changed.
review-meanwhile-returned = { $who } asked at { $at } to complete this report, so nothing was changed.

review-news-returned = { $who } asks you to complete the report for { $period }, { $chapter }, “{ $line }”. Reason: { $reason }
review-news-accepted = { $who } accepted the report for { $period }, { $chapter }.
review-news-corrected = { $chapter } corrected the report for { $period }: { $changes }
review-more-changes = and { $count } more

status-returned = <b>{ $count } reports are to be completed:</b>
status-line-returned = { $chapter }, { $period }: { $reason }
status-button-returned = Complete { $period }, { $chapter }

journal-action-report-accepted = accepted a report
journal-action-report-returned = asked to complete a report
journal-field-step = Line
