# Who has reported and who has not

standing-on_time = on time
standing-late = late
standing-missing = missing
standing-not_yet_due = not yet due
standing-not_held = not held
standing-button = { $chapter } – { $standing }
standing-count-missing = Not reported, overdue: <b>{ $count }</b>
standing-count-awaited = Not reported, not yet due: <b>{ $count }</b>
standing-count-late = Reported late: <b>{ $count }</b>
standing-count-not_held = Of those reported, not held: <b>{ $count }</b>
standing-count-on_time = Reported on time: <b>{ $count }</b>

overview-which = Which place would you like to look at?
overview-place = <b>Reports of { $period }, { $place }</b>
overview-empty = No meeting is to be reported.
overview-owed = Planned: { $number } meetings { $reason }
overview-changed = The figures above stand as they were closed. Since then { $count ->
    [one] one has changed:
   *[other] { $count } have changed:
}
overview-counted = { $name }: { $reported }/{ $all } reported{ $missing ->
    [0] {""}
   *[other] , { $missing } overdue
}
overview-by-kind = By kind. Choose one to see who has not reported.
overview-missing = Overdue chapters:
overview-none-missing = No chapter is overdue.
overview-missing-line = <b>{ $chapter }</b>: { $name }, { $phone }
overview-missing-line-nobody = <b>{ $chapter }</b>: nobody is appointed to report
overview-sent = Chapters that have reported. Choose one to read its report.
overview-button-missing = Missing ({ $count })
overview-button-sent = Reported ({ $count })
overview-button-kinds = By kind ({ $count })
overview-button-as-today = By places of today
overview-button-then = By places of then
overview-as-today = Earlier figures by where places lie now; for lists of units see the places of then.
overview-button-digest = Digest
