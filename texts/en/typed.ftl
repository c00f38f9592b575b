# Reports that somebody enters for a leader

command-typed-words = enter for somebody|report for somebody
command-typed-description = Enter a report for a leader, confirm one entered for you
menu-typed = Enter a report for somebody
help-typed = Type <b>enter for somebody</b>: enter a report for a leader who cannot use a phone.
typed-button-type = Enter the report for them
typed-button-for = { $chapter }
typed-late = For which chapter do you enter the report?
typed-late-none = No chapter waits for its report.
typed-begin = You are entering the report for { $who }, { $chapter }. It stands in the name of { $who } and says who entered it.
typed-begin-nobody = You are entering the report of { $chapter }, where nobody reports yet. It says who entered it.
typed-begun = { $names } has begun this report of { $chapter }. That draft is kept. Do you want to enter the report?
typed-button-anyway = Enter it all the same
typing-own-report = The chapter sent this report itself. If it needs a change, please return it.
typed-ask =
    { $state ->
        [held] For { $who }: { $by } has entered the report of { $period } for <b>{ $chapter }</b> for you: held, { $present } present. Is that right?
        [moved] For { $who }: { $by } has entered the report of { $period } for <b>{ $chapter }</b> for you: the meeting is put off. Is that right?
       *[other] For { $who }: { $by } has entered the report of { $period } for <b>{ $chapter }</b> for you: it could not be held. Is that right?
    }
typed-button-right = That is right
typed-button-wrong = Not right
typed-why = What is not right? A few words will do.
typed-button-no-reason = Without a reason
typed-left = Nothing was noted. The report stays as it is.
typed-confirmed-thanks = Thank you. Your confirmation of the report of { $chapter } has been noted.
typed-objected-thanks = Noted; { $by }, the cadre and the office are told. You can correct the report yourself.
typed-changed-meanwhile = This report was changed since. Please look at it as it is now.
typed-meanwhile = While you were writing, the report of { $chapter } was entered for you. If you go on with yours, it takes the place of that one.
typed-mine = Reports entered for you that wait for your word: { $count }
typed-mine-none = No report entered for you waits for your word.
typed-button-look = { $number }, { $period }
typed-for = { $who } (entered by { $by })
typed-by = This report was entered by { $who }.
typed-unconfirmed = Whose name it bears has not confirmed it yet.
typed-confirmed = Whose name it bears confirmed it { $at }.
typed-objected = Whose name it bears says it is not right, { $at }. Reason: { $reason }
typed-news-objected = { $who } says that the report of { $period } for { $chapter } that { $by } entered is not right: { $reason }
journal-action-report-confirmed = confirmed a report entered for them
journal-action-report-objected = objected to a report entered for them
