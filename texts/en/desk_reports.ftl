# The staff's desk: reports

desk-page-reports = Reports
desk-page-report = Report
desk-about-reports = The reports of a place and period, filtered and ordered by any column.
desk-about-report = One report: what each version said and who changed it, photos, the cadre’s word and the office’s.
desk-reports-state = State
desk-reports-all = All meetings planned
desk-reports-state-due = Due
desk-reports-state-reported = Reported
desk-reports-state-on_time = Reported on time
desk-reports-state-late = Reported late
desk-reports-state-missing = Overdue, not reported
desk-reports-state-awaited = Not due yet
desk-reports-state-held = Held
desk-reports-state-moved = Moved
desk-reports-state-not_held = Not held
desk-reports-state-topic = With a topic
desk-reports-state-cadre = Cadre attended, confirmed
desk-reports-state-cadre_told = Cadre attended, by the unit's report
desk-reports-state-after = Sent after closing
desk-reports-state-beyond = Beside the plan
desk-reports-sender = Reported by
desk-reports-narrow = Filter
desk-reports-every = Remove the filter
desk-reports-empty = There is no such meeting in this period.
desk-reports-caption = { $state ->
    [all] { $count } meetings planned
   *[other] { $count } meetings
}
desk-reports-col-present = Present
desk-reports-col-sent = Sent at
desk-reports-col-review = Review
desk-reports-version = version { $number }
desk-standing-on_time = on time
desk-standing-late = late
desk-standing-missing = not reported
desk-standing-awaited = not due yet
desk-meeting-planned = planned
desk-meeting-unreported = not reported
desk-meeting-moved = moved
desk-meeting-not_held = not held

desk-report-title = Report { $number }
desk-report-list = List of reports
desk-report-before = The unit's report before
desk-report-after = The unit's next report
desk-report-sent = sent { $at }
desk-report-words = What each side says
desk-report-word-leader = The unit
desk-report-word-cadre = The cadre
desk-report-word-review = Review
desk-report-no-cadre = No cadre was assigned.
desk-report-cadre-untold = The report says nothing of a cadre.
desk-report-cadre-told = The cadre:
desk-report-sent-by = Reported by { $who }.
desk-report-typed-by = (typed by { $who })
desk-report-reason = Reason:
desk-report-grade-self = The unit's own grade:
desk-report-grade-cadre = The cadre's grade:
desk-report-review = Review this report
desk-report-step = To be completed
desk-report-why = Reason
desk-report-why-own = Another reason, if any
desk-report-answers = What was reported
desk-report-answers-caption = Report { $number }, in the order of the questions
desk-report-col-name = Question
desk-report-col-value = Answer
desk-report-col-before = Version before
desk-report-was = version { $number }: { $value }
desk-report-difficulties = Difficulties and proposals
desk-report-case = see what became of it
desk-report-photos = Photos ({ $count })
desk-report-photo = Photo { $number }
desk-report-photo-gone = { $state ->
    [pending] The photo is not here yet: it is being fetched.
    [failed] The photo never came: it could not be fetched, and its sender was asked to send it again.
   *[other] The photo was removed at the end of its term.
}
desk-report-photo-taken = by its camera: { $at }
desk-report-minutes = Minutes
desk-report-copy = Copy for the Party members' handbook
desk-report-copy-hint = Select all, copy, and paste into the application.
desk-report-versions = Versions of this report ({ $count })
