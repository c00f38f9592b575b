bundle-greeting = Today’s news for { $who }:
bundle-ahead = <b>Meetings ahead</b>
bundle-ahead-line = { $time } { $weekday } { $day }: { $chapter }, at { $place }
bundle-reports = <b>New reports</b>
bundle-report-held = { $chapter }: { $present }/{ $expected } present
bundle-report-moved = { $chapter }: moved to { $day }
bundle-report-not-held = { $chapter }: could not be held
bundle-note-late = late
bundle-note-changed = corrected
bundle-note-difficulties =
    { $number ->
        [one] { NUMBER($number, useGrouping: 0) } difficulty
       *[other] { NUMBER($number, useGrouping: 0) } difficulties
    }
bundle-lost = <b>No longer reachable</b>
bundle-lost-line = { $name }, { $chapter }. Phone: { $phone }
bundle-evening =
    { $number ->
        [one] { $day }: { NUMBER($number, useGrouping: 0) } meeting waits for you to confirm your attendance.
       *[other] { $day }: { NUMBER($number, useGrouping: 0) } meetings wait for you to confirm your attendance.
    }
bundle-button-confirm = Confirm { $day }
bundle-silent = <b>Overdue, reminded several times without an answer</b>
bundle-silent-line = { $chapter }: { $name }, due { $due }, reminded { $count } times. Phone: { $phone }
bundle-late = <b>Overdue reports</b>
bundle-late-line = Meetings of { $period }: { $late } chapters not reported{ $newly ->
    [0] {""}
   *[other] , { $newly } of them newly overdue
}
bundle-button-late = Not reported, { $period }
bundle-button-report = Read the report: { $chapter }
bundle-button-board = My chapters
