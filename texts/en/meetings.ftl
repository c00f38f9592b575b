moment-words = { $time } on { $day }
period-month = { NUMBER($month, useGrouping: 0) }/{ NUMBER($year, useGrouping: 0) }
period-two-months = months { NUMBER($month, useGrouping: 0) }–{ NUMBER($last, useGrouping: 0) } of { NUMBER($year, useGrouping: 0) }
period-quarter = Q{ $number } { NUMBER($year, useGrouping: 0) }

meeting-thematic = thematic
meeting-extraordinary = extraordinary

not-your-chapter = You are not appointed to report for this chapter.
not-your-area = You are not appointed for this area.
not-in-sight = This cannot be found, or it is outside what you may see.

report-closed = The period { $period } was closed on { $day }. To change something, please ask the commune.
report-already-sent = { $who } sent this report at { $at }. You can open that report to read and correct it.
report-already-sent-by-somebody = Somebody has sent this report already. You can open it to see and correct it.
meeting-just-added = Somebody else has just added this meeting. Please open the list again.

attendance-ahead = The meeting of { $day } has not taken place yet, so it cannot be confirmed.
attendance-not-assigned = One of these meetings is not assigned to you. Nothing was noted; please choose again.
attendance-closed = This period was closed on { $day }; nothing more can be confirmed.

report-sent-for-you = { $who } has sent the report of { $period } for { $chapter }, number { $number }.
report-corrected-for-you = { $who } has corrected the report of { $period } for { $chapter }, number { $number }.
