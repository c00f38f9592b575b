# Official documents: what they say

doc-span-1 = month { $number } of { $year }
doc-span-3 = quarter { $number } of { $year }
doc-span-6 = { $number ->
    [1] first
   *[2] second
} half of { $year }
doc-span-12 = { $year }
doc-and-more = { $line } (and { $more } more)
doc-type-report = REPORT
doc-type-minutes = MINUTES
doc-type-list = LIST
doc-subject-periodic = on the regular meetings of chapters and groups, { $span }
doc-subject-review = on the work for better meetings of chapters and groups, { $span }
doc-subject-programme = on the work for { $programme }, { $span }
doc-subject-one_page = on the regular meetings in short, { $span }
doc-subject-attendance = on assigned cadres at regular meetings, { $span }
doc-subject-commendation = of units proposed for commendation, { $span }
doc-subject-minutes = of the { $meeting } { $period }, { $chapter }
doc-subject-of = { $subject } ({ $association })
doc-remark-draft = Draft
doc-recipients = Recipients:
doc-annex = ANNEX { $number }
doc-annex-places-now = Results by place as of today
doc-annex-places = Results by place
doc-annex-kinds = Results by kind of unit
doc-annex-indicators = Indicators, targets and the span before
doc-annex-basis = What each sentence rests on
doc-annex-reports = Reports it rests on
doc-section-situation = SITUATION
doc-section-results = RESULTS
doc-section-advantages = RESULTS AND ADVANTAGES
doc-section-difficulties = DIFFICULTIES, SHORTCOMINGS AND CAUSES
doc-section-tasks = TASKS AHEAD
doc-section-solutions = SOLUTIONS
doc-section-models = MODELS
doc-section-commended = COMMENDATION
doc-section-proposals = PROPOSALS
doc-head-units = Units and meetings planned
doc-head-gaps = What is not known yet
doc-head-guidance = Guidance
doc-head-meetings = Regular meetings
doc-head-discipline = Reporting
doc-head-contents = What meetings were about
doc-head-cadres = Assigned cadres at meetings
doc-head-strengthening = Strengthening of units and growth
doc-head-models = “Dân vận khéo” models
doc-head-commendation = Commendation
doc-head-advantages = Advantages
doc-head-difficulties = Difficulties
doc-head-shortcomings = Shortcomings
doc-head-causes = Causes
doc-head-tasks = Main tasks

doc-units = { $place } has { $units } units with { $members } members: { $kinds }.
doc-units-kind = { $units } { $kind }
doc-expected = By the plan of { $span } the units owed { $expected } regular meetings.
doc-expected-yet = By the plan of { $span }, up to month { $month }, the units owed { $expected } regular meetings.
doc-due = By { $day } reports of { $due } meetings were due.
doc-paused = Units paused by decision { $paused } times.
doc-gap-open = Figures are as of { $day }, not closed.
doc-gap-missing = Reports of { $missing }/{ $due } meetings are missing, of: { $chapters }; the results below do not include them.
doc-gap-none = All { $due } meetings that were due have been reported.
doc-gap-nothing = No report was due in this span.
doc-gap-awaited = Reports of { $awaited } meetings are not due yet.
doc-gap-untold = The units have given no figures about: { $what }.
doc-topics-issued = The units were given { $number } topics: { $titles }.
doc-held = Units held { $part }/{ $whole } meetings that were due, { $share }{ $compared }.
doc-on-day = { $part }/{ $whole } meetings were held on their day, { $share }{ $compared }.
doc-moved = { $number } meetings were moved to another day.
doc-not-held = { $number } meetings could not be held.
doc-members = { $part }/{ $whole } members came, { $share }{ $compared }.
doc-on-time = { $part }/{ $whole } reports came in time, { $share }{ $compared }.
doc-late = { $number } reports came late.
doc-best = Places with all reports in time: { $places }.
doc-topic = { $part }/{ $whole } meetings had a topic, { $share }{ $compared }.
doc-discussion = { $part }/{ $whole } meetings had a discussion, { $share }{ $compared }.
doc-dialogue = { $part }/{ $whole } meetings had a dialogue, { $share }{ $compared }.
doc-top-topics = Most frequent topics: { $titles }.
doc-times = { $what } ({ $number } meetings)
doc-cadre = Assigned cadres confirmed that they were at { $part }/{ $whole } meetings, { $share }{ $compared }.
doc-cadre-told = By the units' reports, cadres were at { $number } meetings.
doc-strengthened = Units were strengthened { $number } times: { $names }.
doc-heads-replaced = { $number } units have another head.
doc-members-new = { $number } new members.
doc-members-left = { $number } members left.
doc-members-end = { $number } members at the end, by the units' figures.
doc-gathered = { $part }/{ $whole } people concerned are members, { $share }{ $compared }.
doc-heads-party = { $part }/{ $whole } heads are Party members, { $share }{ $compared }.
doc-heads-trained = { $number } heads were trained.
doc-heads-admitted = { $number } heads were admitted to the Party.
doc-candidates = { $number } candidates were proposed.
doc-graded = { $part }/{ $whole } units graded have one of the two best levels, { $share }{ $compared }.
doc-registered = { $number } models registered: { $names }.
doc-recognised = { $number } models recognised: { $names }.
doc-replicated = Models were taken up elsewhere { $number } times.
doc-commended = { $number } commendations: { $names }.
doc-than-before = { $way ->
    [up] , { $points } points more than before ({ $share })
    [down] , { $points } points less than before ({ $share })
   *[same] , as before
}
doc-than-year = { $way ->
    [up] , { $points } points more than a year before ({ $share })
    [down] , { $points } points less than a year before ({ $share })
   *[same] , as a year before
}
doc-least = at least
doc-most = at most
doc-of-kind = { " " }of { $kind }
doc-aim-met = This meets the target ({ $sense } { $value }) of { $programme }.
doc-aim-unmet = This misses the target ({ $sense } { $value }) of { $programme }.
doc-met = Target met, { $what }: { $now }, { $sense } { $value } ({ $programme }).
doc-unmet = Target missed, { $what }: { $now }, { $sense } { $value } ({ $programme }).
doc-risen = Better than before: { $what }.
doc-fallen = Worse than before: { $what }.
doc-moved-by = { $what } { $way ->
    [up] up
   *[down] down
} { $points } points
doc-raised = Units told of { $number } difficulties: { $categories }.
doc-raised-none = No unit told of a difficulty.
doc-case-kind = { $kind } ({ $number })
doc-solved = { $number }/{ $whole } difficulties were solved, { $share }.
doc-passed = { $number } difficulties were passed up.
doc-overdue = { $number } difficulties are overdue.
doc-quote = - { $chapter }: “{ $words }”.
doc-missing = Reports of { $missing }/{ $due } meetings are missing, { $share }.
doc-behind = Places with most reports missing: { $places }.
doc-reasons = By the units' reports, meetings were moved or not held because of: { $reasons }.
doc-reason = { $reason ->
    [weather] weather
    [season] season
    [other_duty] another duty
    [too_few] too few people
    [chair_away] chair away
   *[other] another reason
}
doc-task-aim = Work on the target, { $what }: now { $now }, { $sense } { $value } ({ $programme }).
doc-task-missing = Call in { $number } missing reports.
doc-task-overdue = Answer { $number } overdue difficulties.
doc-task-waiting = Follow up { $number } difficulties under way.
doc-task-cadre = Cadres are to be at all assigned meetings and confirm it; { $number } meetings have no confirmation.
doc-task-topic = Help units to prepare topics; { $number } meetings had none.
doc-task-models = Spread the recognised models: { $names }.
doc-task-keep = Keep up reporting: all { $due } meetings that were due have been reported.
doc-proposals = The units have { $number } proposals.
doc-proposals-none = The units have no proposals.
doc-category = { $category ->
    [infrastructure] infrastructure
    [economy] economy, living
    [rights] rights of members
    [organization] organisation, people
    [funding] funding
    [environment] environment
    [security] security
   *[other] other difficulties
}
doc-basis = On { $count } reports: { $named }.
doc-basis-places = { $count } reports, by their places in the next annex: { $places }.
doc-own-units = units right at { $place }
doc-basis-more = { $named } and { $more } more (see annex)
doc-basis-own = Written by the office; rests on no report.
doc-basis-none = No report.
doc-basis-directory = Directory of units, { $day }.
doc-basis-plan = Plan of meetings and reports received by { $day }.
doc-basis-counters = Quarterly figures given by units by { $day }.
doc-basis-topics = Topics issued by { $day }.
doc-basis-exemplars = Register of models, { $day }.
doc-basis-events = Register of strengthening and commendation, { $day }.
doc-basis-posts = Directory of heads, { $day }.
doc-basis-grades = Grades of the year, { $day }.
doc-basis-targets = Targets of the programme, figures by { $day }.
doc-basis-attendance = Cadres' confirmations by { $day }.

doc-about-held = meetings held
doc-about-held_on_day = meetings on their day
doc-about-on_time = reports in time
doc-about-members = members present
doc-about-cadre = cadres present
doc-about-cadre_told = cadres present by the units' reports
doc-about-topic = meetings with a topic
doc-about-discussion = meetings with a discussion
doc-about-dialogue = meetings with a dialogue
doc-about-raised = difficulties told
doc-about-solved = difficulties solved
doc-about-passed_up = difficulties passed up
doc-about-overdue = difficulties overdue
doc-about-proposals = meetings with proposals
doc-about-members_new = new members
doc-about-members_left = members who left
doc-about-members_end = members at the end
doc-about-gathered = share of people who are members
doc-about-strengthened = units strengthened
doc-about-heads_replaced = heads replaced
doc-about-heads_party = heads who are Party members
doc-about-heads_trained = heads trained
doc-about-heads_admitted = heads admitted to the Party
doc-about-candidates = candidates proposed
doc-about-registered = models registered
doc-about-recognised = models recognised
doc-about-replicated = models taken up elsewhere
doc-about-commended = commendations
doc-about-graded_well = units with one of the two best levels

doc-col-number = No.
doc-col-place = Place
doc-col-kind = Kind
doc-col-due = Due
doc-col-on-time = In time
doc-col-late = Late
doc-col-missing = Missing
doc-col-held = Held
doc-col-members = Came/of
doc-col-cadre = Cadre
doc-col-indicator = Indicator
doc-col-now = Now
doc-col-before = Before
doc-col-year = Year before
doc-col-aim = Target
doc-col-part = Part
doc-col-sentence = Sentence
doc-col-basis = Rests on
doc-col-report = Report
doc-col-chapter = Unit
doc-col-month = Month
doc-col-state = Result
doc-col-cadre-name = Name
doc-col-assigned = Assigned
doc-col-attended = Attended
doc-col-sent = Sent somebody
doc-col-excused = Excused
doc-col-clashing = Clashing
doc-col-open = Not confirmed
doc-col-share = Share
doc-col-reports = Reports in time
doc-col-merits = Other merits
doc-col-pilot = Pilot place
doc-total = Total
doc-aim-short = { $sense } { $value }: { $met ->
    [met] met
    [unmet] missed
   *[open] no figure yet
}
doc-aim-of-kind = { $kind }: { $aim }
doc-state-held = held
doc-state-not_held = not held
doc-state-moved = moved
doc-state-late = reported late
doc-pilots = Pilot places beside the whole
doc-whole = The whole place

# Bodies, where the office has said nothing else
doc-issuer-party-name = { $level ->
    [province] Tỉnh ủy { $seat }
    [hamlet] Chi bộ { $place }
   *[commune] Đảng ủy { $place }
}
doc-issuer-party-above = { $above_level ->
    [province] Đảng bộ { $above }
   *[commune] Đảng ủy { $above }
}
doc-issuer-party-code = { $level ->
    [province] TU
    [hamlet] CB
   *[commune] ĐU
}
doc-issuer-party-authority = { $level ->
    [hamlet] T/M CHI BỘ
   *[commune] T/M BAN THƯỜNG VỤ
}
doc-issuer-party-title = { $level ->
    [hamlet] BÍ THƯ
   *[commune] PHÓ BÍ THƯ
}
doc-issuer-party-recipients = { $level ->
    [province] Ban Bí thư Trung ương Đảng (báo cáo)|Các đảng ủy trực thuộc
    [hamlet] Đảng ủy { $above } (báo cáo)|Các đảng viên trong chi bộ
   *[commune] Thường trực Tỉnh ủy (báo cáo)|Mặt trận Tổ quốc và các đoàn thể|Các chi bộ trực thuộc
}
doc-issuer-party-filed = { $level ->
    [province] Văn phòng Tỉnh ủy
    [hamlet] chi bộ
   *[commune] Văn phòng Đảng ủy
}
doc-issuer-youth-name = { $level ->
    [province] Tỉnh đoàn { $seat }
    [hamlet] Chi đoàn { $place }
   *[commune] BCH Đoàn { $place }
}
doc-issuer-youth-above = { $above_level ->
    [province] Tỉnh đoàn { $above_seat }
   *[commune] BCH Đoàn { $above }
}
doc-issuer-youth-code = ĐTN
doc-issuer-youth-authority = { $level ->
    [hamlet] TM. CHI ĐOÀN
   *[commune] TM. BAN THƯỜNG VỤ
}
doc-issuer-youth-title = BÍ THƯ
doc-issuer-youth-recipients = { $level ->
    [hamlet] BCH Đoàn cấp trên (báo cáo)
   *[commune] BCH Đoàn cấp trên (báo cáo)|Đảng ủy { $place } (báo cáo)|Các chi đoàn trực thuộc
}
doc-issuer-youth-filed = BCH Đoàn
doc-issuer-other-name = { $association } { $place }
doc-issuer-other-above = { $association } { $above }
doc-issuer-other-code = BTV
doc-issuer-other-authority = TM. BAN THƯỜNG VỤ
doc-issuer-other-title = CHỦ TỊCH
doc-issuer-other-recipients = { $association } cấp trên (báo cáo)|Đảng ủy { $place } (báo cáo)|Các chi hội trực thuộc
doc-issuer-other-filed = BTV

# Checking a file, and settings of a body
doc-profile-party = Layout of the Party (Hướng dẫn 05-HD/VPTW)
doc-profile-state = Layout of the State (Nghị định 30/2020/NĐ-CP)
doc-profile-youth = Layout of the Youth Union
doc-profile-other = Layout of an association (after Nghị định 30/2020/NĐ-CP)
doc-check-right = The layout is right.
doc-check-line = – { $what }: should be { $wanted }, is { $found }
doc-check-paper = Paper
doc-check-margin-top = Top margin
doc-check-margin-bottom = Bottom margin
doc-check-margin-left = Left margin
doc-check-margin-right = Right margin
doc-check-page-number = Page number
doc-check-page-number-centred = Page number in the middle
doc-check-page-number-size = Size of the page number
doc-check-page-number-first = First page with a number
doc-check-page-number-edge = Page number from the edge
doc-check-font = Font
doc-check-motto-size = Size of the heading on the right
doc-check-motto-bold = Heading on the right, weight
doc-check-motto-italic = Heading on the right, slant
doc-check-motto-line = Line below the heading on the right
doc-check-superior-size = Size of the superior body
doc-check-superior-bold = Superior body, weight
doc-check-superior-italic = Superior body, slant
doc-check-issuer-size = Size of the issuing body
doc-check-issuer-bold = Issuing body, weight
doc-check-issuer-italic = Issuing body, slant
doc-check-issuer-missing = Issuing body
doc-check-number-size = Size of the number
doc-check-number-bold = Number, weight
doc-check-number-italic = Number, slant
doc-check-place-date-size = Size of the place and date
doc-check-place-date-bold = Place and date, weight
doc-check-place-date-italic = Place and date, slant
doc-check-place-date-missing = Place and date
doc-check-title-size = Size of the title
doc-check-title-bold = Title, weight
doc-check-title-italic = Title, slant
doc-check-title-missing = Title
doc-check-subject-size = Size of the subject
doc-check-subject-bold = Subject, weight
doc-check-subject-italic = Subject, slant
doc-check-authority-size = Size of the authority
doc-check-authority-bold = Authority, weight
doc-check-authority-italic = Authority, slant
doc-check-signer-title-size = Size of the office of the signer
doc-check-signer-name-size = Size of the name of the signer
doc-check-signer-name-bold = Name of the signer, weight
doc-check-signer-name-italic = Name of the signer, slant
doc-check-body-size = Size of the text
doc-check-body-justified = Text justified
doc-check-body-first-line = First line
doc-check-body-gap = Space between paragraphs
doc-check-body-pitch = Line spacing
doc-check-sign-motto = Difference 1, heading on the right
doc-check-sign-issuer = Difference 2, below the issuer
doc-check-sign-number = Difference 3, number
doc-check-sign-subject = Difference 4, below the subject
doc-check-sign-authority = Difference 5, authority
doc-check-sign-signer-title = Difference 6, office of the signer
doc-check-sign-recipients = Difference 7, recipients
doc-check-sign-basis = Difference 8, legal bases
doc-check-sign-ending = Difference 8, end
doc-setting-unknown = There is no such setting. There are: { $names }.
doc-setting-profile = The layout is one of: { $names }.
doc-setting-long = This is longer than { $most } letters.
doc-setting-empty = This cannot be empty.
doc-setting-day = This is no day, for example { $example }.
doc-span-ahead = This span has not begun.
doc-step-taken = This document has just been taken a step further. Please open it again.
doc-draft-there = There is a draft of this document already.

# In the chat
command-document-words = documents|document|make a report
command-document-description = Reports and lists as Word or PDF files
help-document = Write <b>documents</b>: reports and lists as Word or PDF files in the prescribed layout.
menu-document = Documents
doc-kind-periodic = Periodic report
doc-kind-review = Review
doc-kind-one_page = Short report
doc-kind-attendance = Cadres at meetings
doc-kind-commendation = Units for commendation
doc-kind-minutes = Minutes
doc-name = { $kind }, { $span }, { $place }, version { $version }
doc-name-of = { $kind }, { $span }, { $association }, { $place }, version { $version }
doc-state-draft = draft
doc-state-frozen = figures frozen
doc-state-numbered = numbered
doc-state-issued = issued
doc-list = Documents. Please choose:
doc-list-none = There is no document yet. Choose “New document”.
doc-line = { $document } – { $state }
doc-plain-line = – { $line }
doc-which-kind = Which kind of document?
doc-which-span = <b>{ $kind }</b>: over which time?
doc-which-body = Is the document for the whole place, or for one association?
doc-which-place = For which place?
doc-card = <b>{ $document }</b>
    State: { $state }
doc-card-number = Number: <b>{ $number }</b>
doc-card-gaps = { $missing }/{ $due } reports are missing; { $awaited } are not due yet.
doc-button-new = New document
doc-button-all = The whole place
doc-button-word = Get it as Word
doc-button-pdf = Get it as PDF
doc-button-slides = Get it as slides
doc-button-frozen = Freeze figures
doc-button-numbered = Give a number
doc-button-issued = Issue
doc-button-version = New version
doc-button-differences = Differences
doc-button-list = Documents
doc-ask-frozen = Freeze the figures of <b>{ $document }</b>? They do not change any more; a new version takes new ones.
doc-ask-numbered = Give a number to <b>{ $document }</b>? It cannot be changed.
doc-ask-issued = Note <b>{ $document }</b> as issued? The file then has no comments any more.
doc-done-frozen = Figures are frozen.
doc-done-numbered = It has a number.
doc-done-issued = It is noted as issued.
doc-begun = The document is being made; the file comes in a few minutes.
doc-sent = { $document }
doc-differences = { $count } indicators differ from the version before:
doc-differences-none = No indicator differs from the version before.
doc-difference = { $what }: { $before } → { $after }

# Minutes
history-button-minutes = Get the minutes
doc-minutes-when = TIME AND PLACE
doc-minutes-who = WHO WAS THERE
doc-minutes-what = CONTENTS
doc-minutes-photos = PHOTOS
doc-minutes-day = The meeting was held on { $day }{ $times }.
doc-minutes-times = , from { $starts } to { $ends }
doc-minutes-starts = , at { $starts }
doc-minutes-place = Place: { $place }.
doc-minutes-chair = Chair: { $chair }.
doc-minutes-present = Present: { $present }/{ $room } { $members }, { $share }.
doc-minutes-exempt = Exempt: { $number }.
doc-minutes-excused = Excused: { $number }.
doc-minutes-unexcused = Absent: { $number }.
doc-minutes-cadre = { $came ->
    [yes] The assigned cadre was there.
    [substitute] The assigned cadre sent somebody.
   *[no] The assigned cadre was not there.
}
doc-minutes-topic = Topic: “{ $words }”.
doc-minutes-activities = The meeting had: { $names }.
doc-minutes-difficulty = Difficulty ({ $kind }): “{ $words }”.
doc-minutes-no-difficulty = No difficulty was told.
doc-minutes-practice = Good practice: “{ $words }”.
doc-minutes-proposal = Proposal: “{ $words }”.
doc-minutes-photo = Photo { $number }: sent { $sent }; checksum { $sha }
doc-minutes-basis = Drawn up by report { $number }, version { $version }, sent by { $sender } at { $sent }.
doc-minutes-sign-chair = CHAIR
doc-minutes-sign-secretary = SECRETARY
doc-minutes-none = This meeting was not held, so it has no minutes.
doc-minutes-sent = Minutes by report { $number }, { $chapter }.
doc-button-copy = Copy as text

# Slides
doc-chart = Meetings whose reports are due
doc-chart-on-time = on time
doc-chart-late = late
doc-chart-missing = overdue
doc-chart-fewer = { $shown } of { $all }, furthest behind first
