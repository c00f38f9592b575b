reminder-greeting = A reminder for { $who }:
reminder-ahead = <b>{ $chapter }</b> meets soon: { $time }, { $weekday } { $day }, at { $place }.
reminder-today = <b>{ $chapter }</b> meets today: { $time }, at { $place }.
reminder-over = It is time to report the meeting of { $day } of <b>{ $chapter }</b>.
reminder-late = There is no report yet of the meeting of { $day } of <b>{ $chapter }</b>. It is due on { $due }.
reminder-late-no-day = There is no report yet of the meeting for { $period } of <b>{ $chapter }</b>. It is due on { $due }.
reminder-open = There is no report yet of the meeting for { $period } of <b>{ $chapter }</b>. If you have not met, please do so by { $day }.
reminder-button-report = Report
reminder-button-change = Move it, or not held
reminder-weekday =
    { $number ->
        [0] Monday
        [1] Tuesday
        [2] Wednesday
        [3] Thursday
        [4] Friday
        [5] Saturday
       *[6] Sunday
    }
