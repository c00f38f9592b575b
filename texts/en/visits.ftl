# Visits of meetings by those assigned: answers beforehand, the plan of a month, before a visit

visit-note-coming = you will attend
visit-note-declined = you cannot attend
visit-note-sending = you send { $name }
visit-note-for = in place of { $name }
visit-note-clash = <b>same time</b> as { $chapter }
visit-ask-double = The meeting of { $chapter } at { $time } cannot be attended together with that of { $other } at { $other_time }, which you said you would attend{ $count ->
    [1] {""}
   *[other] {" "}(and others near that hour)
}. Which will it be?
visit-button-instead = This one instead of the other
visit-button-both = Both all the same
visit-note-clashes = <b>at the same time</b> as { $count } others
visit-hour = { $time } { $weekday }, { $day }: { $count } meetings at that hour
visit-hour-line = – { $chapter }, at { $place }
visit-button-open = See this meeting
visit-button-sheet = Before the visit
visit-say-coming = Will attend
visit-say-declined = Cannot attend
visit-say-sending = Send somebody

visits-list = <b>Meetings you are assigned to in the next 14 days</b>. Choose one to answer.
visits-empty = You are assigned to no meeting in the next 14 days.
visits-button = { $said ->
    [coming] ✓ { $day } { $time } { $chapter }
    [declined] ✗ { $day } { $time } { $chapter }
    [sending] → { $day } { $time } { $chapter }
   *[none] { $day } { $time } { $chapter }
}
visit-one = <b>{ $chapter }</b>: { $time }, { $day }, at { $place }
visit-noted-coming = Noted: you will attend. You can change it until the meeting begins.
visit-noted-declined = Noted: you cannot attend. The chapter will be told. You can change it until the meeting begins.
visit-noted-sending = Noted: you send { $sent }. They and the chapter will be told.
visit-sent-unreached = { $sent } does not receive messages just now. Please tell them yourself.
visit-handed-back = Noted: you cannot attend the meeting of { $chapter }. { $name } will be told.
visit-whom = { $chapter }, { $day }: whom do you send?
visit-nobody-to-send = There is no other cadre in the area to send.
visit-not-yours = You are not assigned to this meeting, or it is no longer on the calendar.
visit-over = The meeting of { $chapter } on { $day } has begun. Please use /attend to confirm.
visit-only-decline = You were asked to go in somebody's place. If you cannot, please choose “Cannot attend”.
visit-not-a-substitute = This person cannot be sent to a meeting of this chapter.
visit-changed-meanwhile = The answer to this meeting was just changed elsewhere. Please open it again.

visit-told-coming = { $chapter }, { $time } on { $day }: { $name } will attend.
visit-told-declined = { $chapter }, { $time } on { $day }: { $name } cannot attend.
visit-told-sending = { $chapter }, { $time } on { $day }: { $name } sends { $sent }.
visit-told-sent = { $name } sends you: { $chapter }, { $time } on { $day }, at { $place }.
visit-told-released = { $chapter }, { $day }: you need not go in place of { $name } any more.
visit-told-returned = { $chapter }, { $time } on { $day }: { $sent } cannot go in your place.
visit-told-moved = { $chapter }: the meeting of { $day } is put off to { $new }. Please answer again.
visit-told-off = { $chapter }: there is no meeting on { $day }.

visit-sheet = <b>Before the visit: { $chapter }</b>, { $time } on { $day }, at { $place }
visit-sheet-last = Last meeting: { $day }, present { $present }/{ $expected }. Topic: { $topic }
visit-sheet-last-none = No meeting of the chapter has been reported yet.
visit-sheet-open = <b>Open difficulties: { $count }</b>
visit-sheet-open-line = – { $text } (raised on { $day })
visit-sheet-more = … and { $count } more.
visit-sheet-promises = <b>Answered and promised to the chapter</b>
visit-sheet-promise = – { $day }, on “{ $difficulty }”: { $note }

visitplan-head = <b>Plan of visits for { $period }</b>: { $count ->
    [0] nothing more to propose.
   *[other] { $count } proposed. Chapters unvisited for long come first, no two at the same time.
}
visitplan-empty = { $period }: no meeting is left to which you are assigned.
visitplan-said = agreed before
visitplan-last = last visit on { $day }
visitplan-never = never visited
visitplan-short = No place found because of clashes: { $chapters }.
visitplan-lines = Tick the meetings you will attend, then choose “Done”.
visitplan-button-yes = Agreed, will attend { $count }
visitplan-button-edit = Change single lines
visitplan-button-done = Done
visitplan-left = Nothing noted. Send /visitplan when you need it.
visitplan-accepted = Noted: you will attend { $count } meetings in { $period }. Each can still be changed under “My visits”.

menu-visits = My visits
menu-visitplan = Plan of the month
help-visits = Type <b>visits</b>: say whether you will attend, cannot, or send somebody.
help-visitplan = Type <b>visit plan</b>: the month's plan of visits.
command-visits-words = visits|my visits
command-visits-description = Meetings you are assigned to attend
command-visitplan-words = visit plan|plan of visits|plan of the month
command-visitplan-description = The month's plan of visits
visit-button-coming = { $chapter } { $day }: coming
visit-button-declined = { $chapter } { $day }: cannot come
visit-button-sending = { $chapter } { $day }: send somebody
visit-button-others = Other answers, whole list
visit-note-guests = cadre coming: { $names }
schedule-button-sheet = { $chapter }: before the visit of { $day }
reminder-guests = Cadre coming: { $names }.
attendance-not-begun = { $meeting } begins at { $time } and has not taken place yet, so it cannot be confirmed. To say beforehand whether you come, use /visits.
