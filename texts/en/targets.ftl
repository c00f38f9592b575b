# Indicators, programmes and targets

command-targets-words = targets|indicators
command-targets-description = Indicators and targets, beside earlier periods
help-targets = <b>/chitieu</b> – indicators beside their targets, the period before and a year ago; type “targets”.
menu-targets = Targets
targets-which = Which place?
targets-head = <b>Indicators of { $span }, { $place }</b>
    In square brackets: { $before }; { $year_before }.
targets-not-final = <i>Not yet final</i>
targets-programme = Programme: { $name }. Pilot places: { $count }.
targets-line = { $name }: <b>{ $now }</b> [{ $before }; { $year_before }]
targets-aim = – target { $sense } { $value }{ $kind }: { $met } ({ $programme })
targets-kind = , { $kind } ({ $figure })
targets-least = at least
targets-most = at most
targets-met = met
targets-unmet = not met
targets-open = no figures yet
targets-share = { $value } ({ $part }/{ $whole })
targets-none = –
targets-no-data = no figures yet
targets-button-before = Period before
targets-button-after = Period after
targets-button-1 = By month
targets-button-3 = By quarter
targets-button-6 = By half-year
targets-button-12 = By year
span-1 = { $number }/{ NUMBER($year, useGrouping: 0) }
span-3 = Q{ $number } { NUMBER($year, useGrouping: 0) }
span-6 = { $number ->
    [1] first
   *[2] second
} half of { NUMBER($year, useGrouping: 0) }
span-12 = { NUMBER($year, useGrouping: 0) }

indicator-held = Meetings held / due
indicator-held_on_day = Meetings held on their day / due
indicator-on_time = Reports in time / due
indicator-members = Members present / due
indicator-cadre = Meetings with an assigned cadre confirmed present / with a cadre assigned
indicator-cadre_told = Meetings with an assigned cadre present by the chapter’s word / with a cadre assigned
indicator-topic = Meetings with a topic / held
indicator-discussion = Meetings with a discussion / held
indicator-dialogue = Meetings with a dialogue / held
indicator-raised = Difficulties raised in the period
indicator-solved = Difficulties solved / raised in the period
indicator-passed_up = Difficulties passed up
indicator-overdue = Difficulties overdue / raised in the period
indicator-proposals = Meetings with proposals
indicator-members_new = New members
indicator-members_left = Members left
indicator-members_end = Members at the end
indicator-gathered = Members / people who could be
indicator-strengthened = Chapters strengthened
indicator-heads_replaced = Heads replaced
indicator-heads_party = Chapters whose head is a Party member / with figures
indicator-heads_trained = Heads trained
indicator-heads_admitted = Heads admitted to the Party
indicator-candidates = People proposed for admission
indicator-registered = Models registered
indicator-recognised = Models recognised
indicator-replicated = Models taken over elsewhere
indicator-commended = Commendations
indicator-graded_well = Chapters in the best two levels / graded this year
# As workbooks may still call them.
indicator-former-held = Meetings held / planned
indicator-former-held_on_day = Meetings held on their day / planned
indicator-former-on_time = Reports in time / planned
indicator-former-cadre = Meetings with their cadre / with one assigned

workbook-sheet-programmes = Programmes
workbook-sheet-pilots = Pilot places
workbook-sheet-targets = Targets
workbook-sheet-counters = Kinds of figures
workbook-head-programme = Programme code
workbook-head-indicator = Indicator
workbook-head-period = Period
workbook-head-value = Value
workbook-head-sense = Met when
workbook-head-measure = Measured in
workbook-head-ordinal = Order
workbook-choice-sense-min = at least this
workbook-choice-sense-max = at most this
workbook-fault-not-gone-yet = needs a day up to today: the row goes as soon as the file is brought in
workbook-fault-span = needs a period such as 2026-11, 2026-Q4, 2026-H2 or 2026
workbook-fault-value = needs a number, not negative, with two decimals at most, such as 85.5
workbook-fault-unknown-programme = there is no programme with this code
