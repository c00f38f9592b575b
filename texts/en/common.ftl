# Commands, buttons and sentences that several talks share

command-report-words = report|write report|send report|báo cáo
command-report-description = Report a meeting
command-menu-words = menu|main menu|start|trang chính
command-menu-description = What can be done
command-help-words = help|help me|trợ giúp
command-help-description = How to use this
command-cancel-words = cancel|stop|quit|leave|hủy|thoát
command-cancel-description = Stop, keeping the draft
command-history-words = reports sent|my reports|history|báo cáo đã gửi
command-history-description = Read and correct reports sent
command-status-words = am i up to date|status|tình hình
command-status-description = Reports still owed
command-schedule-words = schedule|meetings ahead|calendar|when do we meet|when is the meeting|lịch
command-schedule-description = The meetings ahead
command-attendance-words = confirm|confirm attendance|attendance|i was there|xác nhận
command-attendance-description = Cadres confirm attendance
command-board-words = my chapters|chapters|chi hội
command-board-description = The chapters you look after
command-overview-words = overview|who has reported|who has not reported|tổng hợp
command-overview-description = Who has reported and who has not
command-weblink-description = Get a link to the web page
command-desk-description = Open the desk on a computer
command-language-words = language|english|vietnamese|tiếng việt|tiếng anh|ngôn ngữ
command-language-description = English / Tiếng Việt

button-cancel = Cancel
button-go-on = Go on
button-anew = Begin anew
button-later = Later
button-back = Back
button-menu = Main menu
button-view-report = See the report
button-page-before = Page before
button-page-after = Next page
button-month-before = Month before
button-month-after = Next month
list-page = Page { $number } of { $of }

old-button = That button belongs to an earlier question; nothing was changed.
number-late = “{ $text }” came late and was not counted. Please answer the question below.
number-not-there = There is no “{ $text }” in the list below. Please choose again.
files-elsewhere = <i>With { $count ->
    [one] one file
   *[other] { $count } files
}, which cannot be opened here. Please look at the web page.</i>
talk-outdated = What you were doing has changed meanwhile, so the answer was not kept. Please begin again.
old-button-note = This button is no longer in use.
closed-elsewhere = You are going on at another phone. An answer typed here counts as well.
offer-note = If this was not meant as your answer, choose “{ $button }”.
offer-open = Open “{ $task }”
offer-stop = Stop, and do not keep this answer
please-press = Please choose one of the entries below, or type its words.
photo-words-not-taken = The words with the photo are not in the report yet. At a question for words, choose “Write the words of the photo”.
please-write = Please answer in words.
phone-none = no telephone number yet
words-too-long = Please make it shorter ({ $limit } characters at most).
text-too-long = This message is longer than { $limit } characters and was not kept. Please send it in several shorter ones.
command-unknown = There is no command { $name }. Type “help” or choose an entry below.
not-enrolled = First, please send your invitation code.
turn-failed = Sorry, the last message could not be worked on. Please send it again. If it fails again, tell your cadre the error code { $reference }.
turn-failed-words = Your message, so that you need not type it again:

report-choose = Which meeting do you report?
report-choice = { $chapter }, { $period }
report-choice-draft = { $chapter }, { $period } (begun)
report-choice-sent = { $chapter }, { $period } (sent, correct it)
report-choice-ahead = { $chapter }, { $period } (still ahead)
report-nothing-open = No meeting is to be reported just now.
report-open-first = What you sent was not kept. Please choose an entry below to open the report, then send it again.
report-none-waits = No meeting waits for its report. You can open a report that was sent, to see and correct it.
report-none-waits-yet = No meeting waits for its report. You can correct a report that was sent, or say that the next meeting is put off or called off.
report-only-ahead = The next meeting is still ahead. You can say now that it is put off or called off.
report-deleted = The draft is deleted. Type “report” to begin again.
report-beside = There are two drafts of this report: that of { $who } and yours. Which do you choose? The other one is kept until the report is sent.
report-beside-theirs = <b>Draft of { $who }</b>
report-beside-mine = <b>Your draft</b>
report-beside-button-theirs = Use the draft of { $who }
report-beside-button-mine = Keep mine
report-go-on = You have a draft of the report of the { $meeting } meeting { $period } for { $chapter }. Go on with it or begin anew?
report-later = Good, later. The answers are kept. Choose “Go on with the report” or type “report” when it suits you.
report-received = <b>The report { $period } for { $chapter } has been received.</b> Number { $number }. You can correct it until the end of { $until }. Thank you.
report-received-late = It came after the due day and is noted as late.
report-corrected = <b>The report { $period } for { $chapter } has been corrected.</b> Number { $number }. You can correct it again until the end of { $until }.

files-not-taken = No file can be sent to us from this app. Please send it on the web page.
file-missing = The file did not arrive. Please send it again.
file-too-large = The file is larger than { $megabytes } MB. Please send a smaller one.
file-too-large-size = The file has { $size } MB; only files up to { $megabytes } MB are taken, so it was not. Please send a smaller one, or several parts.
file-film = Films are not taken. Please send a photo or a voice message.
file-no-room = There is no room for files just now. Please send it again later; typed answers are still taken.
file-old-office = Old .doc, .xls and .ppt files cannot be read. Please save it as .docx, .xlsx, .pptx or .pdf, or send a photo.
file-photo-damaged = The picture did not arrive whole or is damaged and cannot be opened. Please send it again.
file-photo-too-many-points = The picture is too large to be opened. Please take it again at the usual size.
file-quota = You have sent many files today and no more can be taken. Please go on tomorrow; typed answers are still taken.
file-too-slow = This file is too heavy to be read and was not taken. Please send a photo, or save it as another file.
file-not-a-photo = The file is not a photo and was not kept. Please take the photo and send it again.
voice-empty = The voice message is empty. Please hold the button and speak again.
voice-too-long = The voice message is longer than { $minutes } minutes. Please make it shorter.
file-not-a-voice = The file is not a voice message and was not kept. Please record it again.
person-unreachable = { $name } ({ $chapter }) cannot be reached by message. Please { $phone ->
    [none] speak to them in person
   *[other] call { $phone }
}.
quota-goes-on-here = The bot may send no more this month by { $channel ->
    [zalo] Zalo
   *[other] the other messenger
}, so it goes on here. What you have answered is kept.
unreadable-first = The bot cannot read this message. If it is a file, please send a photo of it. If typing is hard, send anything once more and your cadre will call you.
unreadable-call = Your cadre was asked to call you.
unreadable-nobody = The bot cannot read this message. Please call your cadre.
call-asked = { $name } ({ $chapter }) sent a message that the bot cannot read, perhaps because typing is hard. Please { $phone ->
    [none] get in touch
   *[other] call { $phone }
}.
file-link-ended = This link has ended. Please ask the bot for the file again.
file-link-gone = This file is no longer kept.
