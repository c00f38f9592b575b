# What a cadre has to know of each chapter of a month

board-line = <b>{ $chapter }</b>: { $notes }
board-note-difficulties =
    { $count ->
        [one] { $count } open difficulty
       *[other] { $count } open difficulties
    }
board-note-presence = you: { $word }
board-note-grade = grade: { $grade }
board-button-nudge = Nudge who is late
