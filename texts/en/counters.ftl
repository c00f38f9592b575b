# Figures of a quarter

command-counters-words = figures|quarterly figures
command-counters-description = Figures of the quarter: members, training
help-counters = Type <b>figures</b>: figures of the quarter (members new and left, training, admitted).
counters-news-ask = Please give the figures of { $period } for your chapter (numbers only, no names).
counters-news-button = Give the figures of { $period }
counters-not-yours = The figures are given by who reports for a chapter, and by the commune's staff.
counters-not-now = Figures of a quarter are taken from the beginning of its last month. It is not yet time.
counters-closed = The time for these figures has just ended, so nothing was kept.
counters-overtaken = Somebody else has just given the figures of this quarter, so nothing was kept. Please open them again.
counters-which = For which chapter?
counters-opening = <b>Figures of { $period }, { $chapter }</b>
    Numbers only, no names. They can be changed until the end of { $day }.
counters-ask = Question { $number }/{ $of }. { $what } ({ $unit })?
counters-reckoned = { $start } at the start, { $joined } joined, { $left } left: { $end } at the end. If that is not so, type the right number.
counters-button-before = { $value } (as last quarter)
counters-button-usual = { $value }
counters-button-skip = Skip
counters-not-read = Please type a number, for example “3” or “1.200”.
counters-review = <b>{ $chapter }, { $period }.</b> Please look it over.
counters-line = – { $what }: { $value }
counters-value = { $value } { $unit }
counters-nothing = skipped
counters-differs = { $start } at the start, { $joined } joined, { $left } left makes { $end }; you say { $told }. If that is right, just send it.
counters-button-send = Send the figures
counters-button-open = See the figures
counters-button-change = Change the figures
counters-given = <b>The figures of { $period } for { $chapter } are received.</b> They can be changed until the end of { $day }. Thank you.
counters-left = Stopped; nothing was kept.
counters-which-place = Which place?
counters-board = <b>Figures of { $period }, { $place }</b>
    Given by { $given } of { $asked } chapters.
counters-sum = – { $what }: { $total } { $unit } ({ $chapters } chapters)
counters-missing = Without figures ({ $count }):
counters-button-quarter-before = Quarter before
counters-button-quarter-after = Quarter after

counter-unit = people
counter-own-members_new = New { $members }
counter-own-members_left = { $members } left
counter-own-members_end = { $members } at the end of the quarter
counter-kind-members_new = Members new in the quarter
counter-kind-members_left = Members left in the quarter
counter-kind-members_end = Members at the end of the quarter
counter-kind-population = People who could be members
counter-kind-heads_party = Heads who are Party members
counter-kind-heads_trained = Heads sent to training
counter-kind-heads_admitted = Heads admitted to the Party
counter-kind-candidates = Outstanding people proposed for admission

journal-action-counters-given = gave the figures of a quarter
