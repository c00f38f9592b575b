# What happened to a chapter

command-event-words = events|commendations|strengthened
command-event-description = Note that a chapter was strengthened or commended
help-event = Type <b>events</b>: note that a chapter was strengthened or commended.
event-which = For which chapter? You may send /events with a part of its name.
event-no-chapter = There is no such chapter where you are in charge.
event-list = <b>Strengthened, commended: { $chapter }</b>
event-none = Nothing has been noted.
event-line = – { $day }: { $what }, { NUMBER($number, useGrouping: 0) } { $note }
event-replaced = – { $day }: the head was replaced
event-kind-strengthened = strengthened
event-kind-commended = commended
event-button-strengthened = It was strengthened
event-button-commended = It was commended
event-button-undo = Take back: { $what } { $day }
event-button-skip = No note
event-button-chapter = Strengthened, commended
event-ask-day-strengthened = On which day was <b>{ $chapter }</b> strengthened?
event-ask-day-commended = On which day was <b>{ $chapter }</b> commended?
event-ask-number = How many commendations?
event-ask-note = A short note, for example “certificate of the commune committee”. Please name nobody; who is commended is named in documents only, and only if they agree.
event-noted = Noted. For a day you can take it back.
event-undone = Taken back.
event-left = Stopped; nothing was noted.
event-day-ahead = { $day } has not come yet. Please write it again.
event-number = Please type a number from 1 to { $most }.
event-number-not-read = Please type a number, for example “3”.
event-too-late = More than a day has passed, so it cannot be taken back.

journal-action-event-strengthened = noted that it was strengthened
journal-action-event-commended = noted a commendation
journal-action-event-undone = took back what was noted
journal-field-number = Number
