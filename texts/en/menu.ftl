# The menu, help, the way out, the language

menu-greeting = Good day, { $form ->
   *[any] <b>{ $name }</b>
    } — { $titles }.
menu-greeting-plain = Good day, { $form ->
   *[any] <b>{ $name }</b>
    }.
menu-ask = What would you like to do?
menu-not-understood = “{ $text }” was not understood and has not been put into any report.
menu-hello-words = hello|hi|good morning|good evening|xin chào|chào
menu-thanks-words = thanks|thank you|thanks a lot|thank you very much|ok|okay|yes|fine|cảm ơn|cám ơn
menu-thanks-address = very|much|a lot|dear|friend|comrade
menu-thanks = Thank you.
menu-not-here-photo = The photo has not been put anywhere. To send photos of the minutes, please open “Report” first.
menu-not-here-voice = The voice message has not been put anywhere. To answer by voice, please open “Report” first.
menu-not-here-location = The location is not needed for anything here and was not kept.
menu-not-here-file = The file has not been put anywhere. Reports take photos and voice messages only.
menu-not-here-other = This message cannot be used here.
menu-go-on = Go on with the report { $period }, { $chapter }

menu-report = Report
menu-history = Reports sent
menu-status = Reports still owed
menu-schedule = Meetings ahead
menu-attendance = Confirm attendance
menu-board = My chapters
menu-overview = Who has reported
menu-more = More
menu-nudge = Remind of reports
menu-ask-more = What is needed less often:
menu-trial = Models being tried
menu-counters = Figures of the quarter
menu-event = Strengthened, commended
menu-freedays = Local free days
menu-channels = Digest channels
menu-workbook = Directory workbook
menu-kinds = Kinds of chapters
menu-pause = Pause
menu-settings = Settings
menu-calendar = Calendar on the phone
menu-lostphone = Lost phone
menu-help = Help
menu-weblink = Open the web page
menu-desk = Desk
menu-language = Tiếng Việt

help-opening = Choose an entry, or type a command, or type in words:
help-report = Type <b>report</b> to report a meeting.
help-history = Type <b>my reports</b> to see and correct reports sent.
help-status = Type <b>status</b> to see the reports still owed.
help-schedule = Type <b>schedule</b> to see the meetings ahead.
help-attendance = Type <b>confirm</b>: confirm the meetings you attended.
help-board = Type <b>my chapters</b>: the chapters you look after.
help-overview = Type <b>overview</b>: who has reported and who has not.
help-weblink = Type <b>web page</b>: get a link to the web page.
help-desk = Type <b>desk</b>: open the figures on a computer.
help-language = Type <b>english</b> or <b>tiếng việt</b>: change the language.
help-cancel = Type <b>stop</b>: stop what you are doing, the draft is kept.
help-button-all = Show all
help-rest = What is done less often:
help-closing = In a report each question has an entry “See an example”. Write a day as “5/11” or “yesterday”, people as “28” or “28/32”.
help-in-talk = Answer the question below by choosing or by typing. “Back” changes the question before; “Pause” stops, the answers given are kept.

cancel-kept = Stopped. The answers given are kept; choose “Go on with the report” or send /report whenever it suits you.
button-go-on-with-report = Go on with the report
cancel-left = Stopped; nothing was noted.
cancel-nothing = Nothing is open just now.

language-changed = From now on English is used.
language-ask = Which language would you like?
language-name = English
