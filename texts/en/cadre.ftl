# The cadre: meetings ahead, attendance, own chapters

schedule-cadre = <b>Meetings of your chapters in the next 14 days</b>
schedule-cadre-empty = None of your chapters meets in the next 14 days.
schedule-leader = <b>The next meetings of your chapters</b>
schedule-leader-empty = No meeting is planned yet.
schedule-day = <b>{ $day }</b>
schedule-line = { $time } – { $chapter }, at { $place }
schedule-hour = { $time }: { $count } meetings at that hour

attendance-ask = <b>{ $day }</b>: tick the meetings you attended, then choose “Done”.
attendance-button-done = Done
attendance-button-other = Some I did not attend
attendance-button-cancel = Later
attendance-button-change = Change it
attendance-button-day = { $day } (not confirmed: { $open })
attendance-ask-double = { $meetings } were at the same time. Were you at all of them?
attendance-button-both = Yes, at all of them
attendance-which = To which meeting did you send somebody, or from which were you excused?
attendance-why = { $meeting }: what do you confirm?
attendance-say-substitute = I sent somebody
attendance-say-excused = Absent with a reason
attendance-say-unconfirmed = Not confirmed
attendance-line = { $meeting }: <b>{ $word }</b>
attendance-attended = attended
attendance-substitute = sent somebody
attendance-excused = absent with a reason
attendance-absent = absent
attendance-unconfirmed = not confirmed
attendance-recorded = <b>{ $day }</b>, noted:
attendance-can-change = You can change this until the end of { $day }.
attendance-later = Nothing was noted. Choose “Change it” or send /attend whenever it suits you.
attendance-empty = { $day }: no meeting is assigned to you.

board-list = <b>Your chapters, { $period }</b>: { $count } meetings
board-no-chapter = You are not appointed to look after any chapter.
board-unreported = { $chapter } has not reported { $period }. Due: { $due }.
board-contact = Contact: { $name }, { $phone }
board-contact-nobody = Nobody is appointed to report for this chapter.
