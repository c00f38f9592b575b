# The staff's desk in a browser

desk-title = Desk
desk-skip = To the content
desk-menu = Pages
desk-leave = Leave
desk-way-back = Back to the overview
desk-try-again = Send again
desk-show = Show
desk-lost = This page is not there, or is not in your reach.
desk-bad-request = What was sent could not be used. Please open the page anew and try again.
desk-unavailable = The figures cannot be opened just now. This page comes again by itself in a few seconds.
desk-fault = Something went wrong on our side. It has been noted; please try again, or go back.
desk-unknown = The address has a value it cannot have: { $name } is “{ $value }”. The page below leaves it out.
desk-footer = Made at { $moment }

desk-words = desk|open the desk
desk-here =
    A link that opens the desk on a computer once, within { $minutes } minutes. Please do not pass it on:
    { $link }

    Or open the desk's page and type the code <b>{ $code }</b>.

desk-door-linked = Open the desk on this computer.
desk-door-typed = To open the desk, type “desk” in the conversation, then open the link you get, or type the code into the field below.
desk-door-code = Code
desk-door-shared = Shared computer: leave when the browser is closed
desk-door-enter = Open the desk
desk-door-help = A code works once, within 15 minutes. Nobody may ever ask you for it.
desk-unreachable = No message reaches your conversation with the bot. Please open it again and type “desk” there for a new code.
desk-code-of-chat = This code is an invitation into the conversation. Please use it there first, then type “desk” there.

desk-page-overview = Overview
desk-page-missing = Missing reports
desk-own-units = Your units
desk-looking-at = Looking at:
desk-period-before = The period before: { $period }
desk-period-after = The period after: { $period }
desk-length = Length of the period
desk-length-1 = Month
desk-length-3 = Quarter
desk-length-6 = Half-year
desk-length-12 = Year
desk-kind = Kind
desk-kind-all = All
desk-kind-every = Show all kinds
desk-narrowed = Only: { $kind }.

desk-open = Not closed yet, as of { $day }. Closes on { $closes }.
desk-closed = Closed on { $day }, version 1.
desk-closed-now = The figures as they are now, of a period closed on { $day }, with what came after closing.
desk-version = Version of the figures
desk-version-1 = Version 1, at closing
desk-version-now = Now
desk-changed = { $count ->
    [1] One change
   *[other] { $count } changes
} after closing
desk-changed-caption = The figures at closing and now
desk-changed-what = Figure
desk-changed-closed = At closing
desk-changed-now = Now
desk-figure-expected = Planned
desk-figure-on_time = Reported in time
desk-figure-late = Reported late
desk-figure-missing = Missing
desk-figure-not_held = Not held
desk-figure-moved = Moved to another day
desk-figure-present = Present
desk-figure-room = Who should have come
desk-figure-cadre = Cadre present, confirmed
desk-figure-cadre_told = Cadre present, as the unit says

desk-no-figures = no figures yet
desk-none-yet = none yet
desk-overview-empty = No meetings are planned for this period yet. A month is planned by itself from the directory; figures appear after the first meeting.
desk-overview-nothing-owed = No report is owed for this period.
desk-tile-reported = Reported
desk-tile-missing = Overdue, not reported
desk-tile-present = Present
desk-tile-cadre = Cadre present
desk-tile-cases = Difficulties waiting
desk-cases-overdue-short = overdue
desk-of-due = meetings due
desk-before = period before
desk-year-before = year before
desk-who = Which units? Whom to ring?
desk-not-due-yet = not due yet
desk-reported-how = Sent:
desk-on-time = in time
desk-late = late
desk-missing = missing
desk-held = { $number } held{ $not_held ->
    [0] .
   *[other] ; { $not_held } not held.
}
desk-each-cadre = How often was each cadre there?
desk-cadre-told = As the units say: { $number }
desk-why = Why { $number }?
desk-why-caption = Why { $number } meetings are due
desk-reason-chapters = { $months ->
    [1] Units in the directory
   *[other] Units, each month counted
}
desk-reason-closed = Closed down
desk-reason-not_founded = Not founded yet
desk-reason-paused = Resting
desk-reason-not_this_month = None by their calendar
desk-reason-not_recorded = Not on record here
desk-reason-repeated = Further meetings of units that meet more than once
desk-reason-expected = Meetings planned
desk-reason-awaited = Not due yet
desk-reason-due = Meetings due
desk-by = Table
desk-by-place = By place
desk-by-kind = By kind
desk-by-place-title = To look at first: by place
desk-by-kind-title = To look at first: by kind
desk-table-caption = { $place }, { $period }
desk-col-place = Place
desk-col-kind = Kind
desk-col-bar = In time, late, missing
desk-col-due = Due
desk-col-on-time = In time
desk-col-late = Late
desk-col-missing = Missing
desk-col-awaited = Not due yet
desk-col-share = Share
desk-col-before = Before
desk-col-present = Present
desk-col-period = Period
desk-col-reported = Reported
desk-right-here = Units of { $place } itself
desk-total = Total
desk-trend-title = The last { $count } periods
desk-trend-finding = { $place }: { $now } of the meetings due were reported in { $last }; in { $first } it was { $before }
desk-trend-label-1 = { $number }
desk-trend-label-3 = Q{ $number }
desk-trend-label-6 = half { $number }
desk-trend-label-12 = { $year }
desk-trend-caption = { $place }: reported out of due

desk-tab-late = Overdue
desk-tab-awaited = Not due yet
desk-tab-not_held = Not held
desk-tab-paused = Resting
desk-empty-late = No unit is overdue.
desk-empty-awaited = No meeting waits to be due.
desk-empty-not_held = No meeting was not held.
desk-empty-paused = No unit rests.
desk-missing-caption-late = Overdue units, the longest first, by place
desk-missing-caption-awaited = Meetings whose report is not due yet, by place
desk-missing-caption-not_held = Meetings that were not held, by place
desk-paused-caption = Resting units
desk-col-choose = Choose
desk-col-unit = Unit
desk-col-planned = Meeting
desk-col-due-on = Due
desk-col-stood = State
desk-col-leader = Who reports
desk-col-cadre = Cadre
desk-col-reminded = Reminded
desk-no-day = the unit chooses
desk-late-days = { $count ->
    [1] one day
   *[other] { $count } days
} overdue
desk-due-in = { $count ->
    [0] today
    [1] one day left
   *[other] { $count } days left
} ({ $day })
desk-not-held = not held
desk-sent-after = sent after closing
desk-nobody = nobody reports for it
desk-no-cadre = nobody assigned
desk-not-reminded = not yet
desk-delivery = { $state ->
    [sent] arrived
    [pending] waiting to be sent
   *[other] DID NOT ARRIVE
}
desk-pager = Parts of the list
desk-pager-shown = Rows { $first }–{ $last } of { $total }
desk-pager-start = First rows
desk-pager-more = More
desk-pager-all = Show all for printing
desk-nudge-look = Remind the chosen units…
desk-nudge-all = { $count ->
    [1] Remind the overdue unit…
   *[other] Remind all { $count } overdue units…
}
desk-nudge-title = Ask for reports
desk-nudge-count = Sends { $people ->
    [1] one message to one person
   *[other] { $people } messages to { $people } people
}, at { $at }:
desk-nudge-told = Nothing goes to these, who were reminded today:
desk-nudge-unreached = { $count ->
    [1] One unit is
   *[other] { $count } units are
} not reached by messages; please ring them.
desk-nudge-left = { $count } more people, the next time.
desk-nudge-send = { $count ->
    [1] Send one reminder
   *[other] Send { $count } reminders
}
desk-nudge-not = Send nothing, go back
desk-nudge-nudged = The reminders are on their way.
desk-nudge-nobody = Nobody needs to be reminded now.

desk-page-figures = Targets
desk-figures-open = Not closed yet, as of { $day }.
desk-figures-closed = Closed.
desk-every-kind = This page counts all kinds together.
desk-programme = Programme: { $name }. Pilots:
desk-col-indicator = Indicator
desk-col-now = Now
desk-col-target = Target
desk-col-year-before = Year before
desk-no-target = none set
desk-group-meetings = Meetings
desk-group-difficulties = Difficulties, proposals
desk-group-members = Members
desk-group-strengthening = Strengthening
desk-group-models = Models, commendation, grades

desk-page-attendance = Cadres present
desk-attendance-counts = Cadres at meetings that are over are counted here, meetings on the overview. One at the same time as another that was attended stands apart and is no absence.
desk-attendance-caption = { $place }, { $period }: attended of assigned
desk-empty-attendance = No meeting with a cadre assigned has taken place in this period yet.
desk-all-cadres = Back to all cadres
desk-cadre-meetings = Meetings assigned to { $name }, { $period }
desk-cadre-number = Cadre { $number }
desk-col-day = Day
desk-col-word = Confirmed
desk-col-went = Attended / assigned
desk-col-sent = Sent somebody
desk-col-clashing = Same time
desk-col-excused = Excused
desk-col-open = Not confirmed
desk-col-duty = Of the duty
desk-col-last-visit = Last visit
desk-never-visited = never
desk-presence = { $state ->
    [attended] attended
    [substitute] sent somebody
    [excused] excused
    [absent] absent
   *[other] not confirmed
}
desk-unvisited-title = No cadre for three months: { $count ->
    [1] one unit
   *[other] { $count } units
}
desk-unvisited-caption = Units without a cadre for three months, the longest first

desk-page-contrasts = Contradictions
desk-contrasts-lead = { $count ->
    [1] At one meeting
   *[other] At { $count } meetings
} the unit and the cadre say different things. Somebody may be mistaken; please ask both.
desk-empty-contrasts = The units and the cadres say the same of every meeting of this period.
desk-col-unit-says = The unit says
desk-col-cadre-says = The cadre says
desk-col-photos = Photos
desk-leader-word = { $word ->
    [yes] the cadre was there
    [substitute] somebody was sent
   *[no] the cadre was not there
}
desk-sent-at = sent { $at }
desk-said-at = at { $at }
desk-photos = { $count ->
    [1] one photo
   *[other] { $count } photos
}, the first at { $at }
desk-no-photos = none

desk-about-overview = How a place is doing, where it is worst, how it was before. Each number leads to the rows that it counts; “Vì sao” says why so many are due.
desk-about-missing = Who has not reported, since when, whom to ring, and whether the reminder arrived. Ticked units are reminded by a message that is confirmed first.
desk-about-targets = Where targets are set for the place and period looked at; who set what is kept, and can be undone.
desk-about-figures = Indicators beside their targets, the period before and the same one last year.
desk-about-attendance = How many of the meetings assigned to them cadres attended, and which units nobody visits.
desk-about-contrasts = Meetings of which the unit and its cadre say different things, side by side.

desk-page-changes = Changed after closing
desk-about-changes = Figures that are no longer as they were published, and the reports behind them.
desk-empty-changes = No figure of this period changed after closing.
desk-changed-reports = Reports sent or corrected after closing ({ $count })
desk-changed-came = first sent
desk-changed-version = corrected, version { $version }
desk-changed-see = See each change
desk-col-report = Report
desk-col-change = Change
desk-col-when = When
desk-col-who = Who

desk-page-digests = Digests
desk-page-digest = Digest
desk-about-digests = What the channels were told, as it was posted.
desk-about-digest = The text as it was posted, and what was corrected later.
desk-digests-caption = Digests as posted, the newest first
desk-empty-digests = Nothing was posted about this period yet. The week's digest goes out on Monday morning, the final one after closing.
desk-digest-kind = { $kind ->
    [progress] Week's digest
    [final] Final digest
   *[correction] Correction
}
desk-col-digest = Digest
desk-col-channel = Channel
desk-no-channel-name = channel without a name
desk-all-digests = Back to all digests
desk-posted = Posted to { $channel } ({ $place }) at { $at }
desk-posted-later = Later the channel was told

desk-page-journal = Journal
desk-about-journal = Who did what, changed what, and when.
desk-journal-caption = The newest first
desk-empty-journal = Nothing changed in this period.
desk-col-what = What
desk-col-where = Unit, place
desk-col-fields = Values
desk-hidden-name = (no names)
desk-system = The system
desk-removed = { $value } taken away

desk-door-ask-title = Or open it from the phone
desk-door-ask = Show a code to send from the phone
desk-wait-title = Open the desk from the phone
desk-wait-how = Send this code in the conversation, within 2 minutes:
desk-wait-number = You are asked back. Choose this number:
desk-wait-warning = This page opens by itself once you have chosen. Never send a code from somebody else's screen.
desk-wait-not = Leave it closed
desk-wait-over = The code is over, or was refused. Please take a new one.
desk-too-many = This computer has asked for many codes. Please wait 10 minutes.
desk-request-over = No desk waits for this code, or its 2 minutes are over. Please take a new one on the computer.
desk-request-ask =
    Open the desk on a computer ({ $device }), at { $at }? Please choose the number on its screen.

    Choose only if you sit before it. Nobody may ever ask you for this code.
desk-device-unknown = of an unknown kind
desk-request-not-me = That is not me
desk-request-opened = The desk is open on the computer.
desk-request-refused = It stays closed. If somebody asked you for this code, please tell your office.

desk-page-help = How it is counted
desk-about-help = How a figure is counted, with the numbers of the period put in.
desk-how-counted = How it is counted
desk-help-title = How it is counted
desk-help-name = { $topic ->
    [reported] Reported
    [missing] Missing
    [present] Present
   *[cadre] Cadre present
}
desk-help-nothing = There is nothing to count in this period yet.
desk-help-reported = Meetings with a report, in time or late, out of those that are due. Due is what is reported, or past its day without a report. What is not due yet stands apart. A report is in time within the days of grace of the place after the meeting. Units that are closed, not founded yet, resting, without a meeting by their calendar or not on record do not count.
desk-help-reported-now = { $part } reported / { $whole } due = { $share }
desk-help-missing = Meetings past their day without a report. A closed month keeps the number of its closing; what came later is on the page of changes.
desk-help-missing-now = { $part } missing / { $whole } due = { $share }
desk-help-present = Who came to the meetings held, out of those who should have: the members less those exempt, as each report says.
desk-help-present-now = { $part } came / { $whole } should have = { $share }
desk-help-cadre = Meetings at which the cadre, or somebody sent, was by the cadre's own word, out of the meetings held that had one assigned. What the unit says of it stands apart.
desk-help-cadre-now = { $part } confirmed / { $whole } with a cadre assigned = { $share }

desk-page-sessions = Machines with your desk open
desk-about-sessions = On which machines your desk is open.
desk-sessions-caption = The newest first; one that is not used for 12 hours ends by itself
desk-col-device = Machine
desk-col-since = Opened
desk-col-used = Last used
desk-col-end = End
desk-device-unnamed = Machine of an unknown kind
desk-this-machine = (this one)
desk-end-here = “Leave” at the top
desk-end-there = End it there

desk-by-cross = Both
desk-by-cross-title = Places and kinds
desk-cross-caption = Reported of what is due, { $place }, { $period }
desk-geography = Places
desk-geography-then = As they lay then
desk-geography-now = As they lie now
desk-geography-about = Earlier figures by where places lie now; the lists behind them go by where they lay then.
