# Pauses and leave

command-pause-words = pause|pauses|my leave|leave of absence
command-pause-description = Pauses of meetings, leave
help-pause = Type <b>pauses</b>: see, set or end a pause or leave.

pause-list = <b>Pauses</b>
pause-none = There is no pause now.
pause-line = { $first } – { $last }: { $name } ({ $reason })
pause-everybody = All places
pause-button-me = My own leave
pause-button-area = Pause: { $name }
pause-button-other = Pause for one chapter or person
pause-button-everybody = Pause for all places
pause-button-end = End: { $name }
pause-button-undo = Take this pause back
pause-button-list = Pauses
pause-button-stand-in = Send a stand-in ({ $role })
pause-button-card = Pause
pause-role-leader = leader
pause-role-deputy = deputy
pause-role-cadre = cadre

pause-first = From which day does <b>{ $name }</b> pause? Choose or type a day.
pause-first-leave = From which day is <b>{ $name }</b> away? Choose or type a day.
pause-last = Until the end of which day?
pause-reason = Why? Choose, or type a few words.
pause-reason-leave = Leave
pause-reason-ill = Illness
pause-reason-away = Travelling for work or study
pause-reason-harvest = Harvest
pause-reason-festival = Holidays
pause-reason-weather = Storm or flood
pause-day-today = Today, { $day }
pause-day-tomorrow = Tomorrow, { $day }
pause-day-next-month = Next month, { $day }
pause-day-one-day = One day only, { $day }
pause-day-one-week = One week, until { $day }
pause-day-month = Until the end of the month, { $day }
pause-day-gone = Take it back altogether
pause-day-since-today = No pause from today on
pause-day-after-today = Until the end of today, { $day }
pause-look = <b>{ $name }</b> is away from { $first } until the end of { $last }. Reason: { $reason }. Meetings on these days are not counted as missed.
pause-look-leave = Meanwhile there are no reminders, and no attendance is asked for.
pause-look-end = The pause of <b>{ $name }</b> ends after { $last }.
pause-made = The pause was set.
pause-ended = The pause was ended.
pause-left = Nothing was changed.
pause-ask-office = If somebody is to stand in meanwhile, please tell the commune office.
pause-end = <b>{ $name }</b> is away from { $first } to { $last }. Until the end of which day? Choose or type a day.

pause-bad-day = Please type a day, such as “{ $example }”.
pause-no-reason = Please write more, for example: storm and flood.
pause-over = This pause has come to its last day ({ $day }); there is nothing to end.
pause-overtaken = Somebody has just changed this pause. Please look at the list again.
not-everybody = Only the administrator of all places can do this.
