# Reports sent, and what is still missing

history-empty = There is no report of your chapters yet.
history-list = The last { $count } reports of your chapters. Please choose one to read it.
history-button = { $chapter }, { $period }: { $state }
history-state-held = held
history-state-moved = moved
history-state-not_held = not held
history-report = <b>Report { $number }</b>, { $period }, { $chapter }
history-line = <b>{ $name }:</b> { $value }
history-sent = Sent { $at }, on time, by { $who }.
history-sent-late = Sent { $at }, after the due day, by { $who }.
history-somebody = somebody who has left
history-change = <b>Correction { $number }</b>, { $at }, { $who }:
history-change-line = { $name }: { $before } → { $after }
history-change-none = nothing changed
history-nothing = (empty)
history-closed = This period was closed on { $day }. To change something, please ask the commune: { $staff }.
history-closed-nobody = This period was closed on { $day }. To change something, please ask the commune.
history-contact = { $name }, { $phone }
history-button-correct = Correct the report
history-button-photos = See the photos ({ $count })
history-photos = { $count } photos of the minutes of this report.
history-photos-none = This report has no photos yet.
history-button-voices = Hear the recordings ({ $count })
history-voices = { $count } recordings of this report.
history-voices-none = This report has no recordings.

status-no-chapter = You are not appointed to report for any chapter.
status-complete = <b>You are up to date.</b>
status-owed = <b>You still owe { $count ->
    [1] one report
   *[other] { $count } reports
}:</b>
status-line = { $chapter }, { $period }: due { $due }
status-line-late = { $chapter }, { $period }: due { $due }, { $days } days ago
status-button = Report { $period }, { $chapter }
status-next = Next meeting: { $time }, { $day }, { $chapter }.
