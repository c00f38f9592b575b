# A friendly word to those whose report is overdue

command-nudge-words = nudge|remind
command-nudge-description = Nudge those who have not reported
help-nudge = Type <b>nudge</b>: nudge who has not reported, nobody more than once a day.
nudge-greeting = A reminder for { $who }. { $by } asked to pass this on:
nudge-list = Overdue reports ({ $count }). Choose one to nudge; nobody is nudged more than once a day.
nudge-nobody-late = No report is overdue.
nudge-button-one = Nudge: { $chapter }
nudge-button-call = To be called: { $chapter }
nudge-button-all = Nudge all who are late
nudge-button-here = Nudge
nudge-button-yes = Send the nudges
nudge-button-contact = See whom to call
nudge-ask-all =
    { $count ->
        [one] <b>{ $count }</b> person will be nudged. Shall it be sent?
       *[other] <b>{ $count }</b> people will be nudged. Shall it be sent?
    }
nudge-nobody = There is nobody left to nudge.
nudge-told-already = Reminded today already, not again: { $count }.
nudge-out-of-reach = Not reached by messages, please call: { $count }.
nudge-left = { $count } more are left for another time after this one.
nudge-done-one = Nudged: { $names }.
nudge-done-all = { $count } nudged: { $names }.
nudge-and-more = { $names } and { $count } more
nudge-told-today = They have been reminded today. Please leave it until tomorrow.
nudge-unreached = No message reaches anybody of this chapter. Please call.
nudge-nothing-waits = This meeting awaits no report yet, or has one.
nudge-closed = This period is closed; there is nothing left to ask for.
journal-action-meeting-nudged = nudged for a report
