# What a cadre has to know of each chapter of a month

board-line = <b>{ $chapter }</b>: { $notes }
board-note-difficulties =
    { $count ->
        [one] { NUMBER($count, useGrouping: 0) } open difficulty
       *[other] { NUMBER($count, useGrouping: 0) } open difficulties
    }
board-note-presence = you: { $word }
board-note-grade = grade: { $grade }
board-button-nudge = Nudge who is late
