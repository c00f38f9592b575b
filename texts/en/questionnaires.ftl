# Asking chapters, and answering

command-survey-words = ask chapters|ask units
command-survey-description = Ask units
help-survey = Type <b>ask units</b>: send a question to units, see who has answered.
menu-survey = Ask units
command-answer-words = questionnaires|answer questionnaire
command-answer-description = Questions from the office
help-answer = Type <b>questionnaires</b>: answer what the office asks.
menu-answer = Questions from the office

survey-list = What was asked:
survey-list-none = Nothing was asked yet. Choose “Ask anew”.
survey-line-draft = { $title } – not sent
survey-line-open = { $title } – { $answered }/{ $asked } answered
survey-line-over = { $title } – closed, { $answered }/{ $asked }
survey-button-new = Ask anew
survey-button-list = What was asked

survey-scope = Whom do you want to ask? Choose below, or type a part of a name to search.
survey-scope-none = No unit or place has such a name. Please type again.
survey-words = Type the question, short and about one thing, for example: “How many households are flooded?”
survey-short = The question is too short. Please type it in full.
survey-secret = The question bears a secrecy mark. Secret matters do not go through this system.
survey-sort = “{ $words }”
    What is the answer?
survey-sort-yesno = Yes / No
survey-sort-number = A number
survey-sort-choice = One of several
survey-sort-words = In words
survey-yes = Yes
survey-no = No
survey-options-which = Type what there is to choose from, a line each or separated by semicolons.
survey-options = From { $least } to { $most } different choices are needed. Please type again.
survey-option-long = A choice has { $limit } characters at most. Please make it shorter.
survey-term = Until which day can it be answered? Choose below, or type a day.
survey-term-days =
    { $days ->
        [0] Until tonight, { $day }
        [1] Until tomorrow, { $day }
       *[other] For { $days } days, { $day }
    }
survey-term-unread = The day was not understood. Please type it again, for example { $example }.
survey-term-gone = This day is over. Choose today or later.
survey-term-far = A question can be open for { $days } days at most. Choose a nearer day.
survey-no-term = There is no last day yet.
survey-nobody-there = There is no unit to ask there.
survey-not-yours = Only staff of a place ask units.
survey-form = Please give the question, the sort of answer and the last day.
survey-left = Stopped, nothing was kept.
survey-kept = It is kept, and was sent to nobody.
survey-dropped = Deleted. Nobody had received it.
survey-draft-gone = This is no longer waiting to be sent.
survey-not-there = There is no such questionnaire.
survey-overtaken = Somebody has just changed it. Please open it again.

survey-draft = <b>{ $title }</b> – not sent
survey-draft-line = – { $words } <i>({ $sort })</i>
survey-draft-more = … and { $count } more
survey-draft-whom = Asks: { $scope }
survey-draft-term = Until the end of { $day }
survey-draft-repeats = It asks case by case (a repeat), so it is asked by itself and not with reports.
survey-draft-pictures = Questions for pictures are not asked on channels that take none.
survey-type-text = in words
survey-type-integer = whole number
survey-type-decimal = number
survey-type-date = day
survey-type-time = time
survey-type-note = to be read
survey-type-image = picture
survey-type-repeat = one by one
survey-type-audio = recording or words
survey-cost = <b>Cost:</b> { $messages } messages of their own to { $chapters } units.
survey-cost-comes = So many chapters take a moment to reckon: what it costs follows. Read it before you send.
survey-cost-account = { $channel }: { $messages } messages ({ $used } sent this month).
cost-plan = { $channel }: { $messages } messages. This month's plan is { $plan }, { $used } are used; { $left } are left for what the system sends by itself.
cost-lacking = { $channel } is { $count } messages short: whoever has another way gets it there, the others have to wait for next month's plan.
survey-channel =
    { $channel ->
        [telegram] Telegram
        [zalo] Zalo
        [web] Web page
       *[other] { $channel }
    }
survey-cost-later = { $people } people get their six messages of this month, reminders of meetings included: they are asked with the next reminder. If it is pressing, please phone.
survey-cost-quiet = It is quiet now; messages go out at { $at }.
survey-cost-unreached = { $count } units have nobody whom a message reaches: { $names }. Please phone.
survey-button-send = Send to units
survey-button-term = Other last day
survey-button-drop = Delete
survey-button-with-reports = Ask with meeting reports
survey-button-days = Change the days
survey-button-publish = Add to the report
asked-from = From which meetings on is it asked with the report? Choose below, or type a day.
asked-from-month = From this month, { $day }
asked-from-next = From next month, { $day }
asked-to = Until which day? Choose below, or type a day.
asked-to-quarter = To the end of the quarter, { $day }
asked-to-year = To the end of the year, { $day }
asked-to-open = No last day yet
asked-days-reversed = The last day must be today or later, and not before the first. Please choose again.
asked-days = Asked with the reports of meetings from { $from } to { $to }.
asked-days-open = Asked with the reports of meetings from { $from }, until you end it.
asked-chapters = { $count } chapters now. No messages of its own: the questions stand behind the common ones of the report.
asked-kinds-which = Which kinds are asked? Choose “Done” after them; none means every kind.
asked-kinds = Asked only: { $kinds }.
asked-kind-unknown = There is no such kind in the place that is asked. Please choose again.
asked-programme-which = To which programme do the questions belong? They are asked only where and while it is tried out.
asked-programme-none = To no programme
asked-programme = Asked only where “{ $name }” is tried out.
asked-programme-unknown = The programme is no longer in force in this place. Please choose again.
asked-button-kinds = Choose kinds
asked-button-programme = By programme
asked-published = From now on { $count } chapters are asked these with their report. Reports that were begun keep what they have.
asked-line-open = { $title } – asked with reports
asked-line-over = { $title } – ended
asked-span = Meetings of { $span }
asked-close = Once ended, reports written from now on do not have these questions. Answers that came are kept.
asked-too-many = The file has { $count } questions. At most { $limit } are asked with a report, so that it still takes a minute.
asked-together = Together with { $titles } a report would have { $count } further questions. All offices together have { $limit } at most. Please leave some out, or end the other first.
asked-repeat = The repeat “{ $name }” asks case by case and cannot be asked with reports. Please ask it by itself.
asked-name-taken = The question “{ $name }” has the name of one in “{ $title }”, which is asked with reports too. Please change it in the column name.
survey-sent = Sent to { $chapters } units.

survey-followed = <b>{ $title }</b>
    Asks: { $scope } – { $author }
survey-progress = <b>{ $answered }/{ $asked } units answered</b>
survey-until = Until the end of { $day }
survey-closed-since = Closed. The last day was { $day }.
survey-result = <b>{ $words }</b> ({ $answered } units answered)
survey-result-numbers = Sum { $total }; average { $average }; least { $least }, most { $most }
survey-result-choice = – { $label }: { $count }
survey-button-again = Refresh
survey-button-missing = Who has not answered
survey-button-words = See the words
survey-button-remind = Remind once
survey-button-close = Close
survey-button-close-now = Close now
survey-missing = Have not answered:
survey-missing-none = Every unit has answered.
survey-missing-line = – { $chapter }: { $who }, { $phone }
survey-nobody = nobody yet
survey-given = Answers in words:
survey-given-none = No answers in words yet.
survey-given-line = <b>{ $chapter }:</b> { $words }
survey-given-file = { $count } files
survey-reminded-now = Reminded: { $messages } messages now, { $later } people with their next reminder.
survey-reminding = Reminding { $chapters } chapters, some at a time.
survey-reminded = A reminder was sent already. Please phone those who have not answered.
survey-all-answered = Every unit has answered; no reminder is needed.
survey-closed = This is closed.
survey-close = { $answered }/{ $asked } units have answered. Once it is closed, no more answers are taken.
survey-closed-now = Closed.

news-questions = <b>The office asks</b>
news-questionnaire = { $title } – { $chapter }, until the end of { $day }.
news-questionnaire-again = Once more: { $title } – { $chapter }, until the end of { $day }.
news-questionnaire-button = Answer

answer-list = What your units are asked:
answer-list-none = There is nothing to answer now.
answer-line-waits = { $title } – { $chapter }
answer-line-answered = Answered: { $title } – { $chapter }
answer-opened = <b>{ $title }</b> – { $chapter }
    It can be answered until the end of { $day }.
answer-received = The answer of { $chapter } was received. Thank you. It can be corrected until the end of { $day }.
answer-noted = Noted: <b>{ $value }</b>
answer-opened-alone = { $chapter }, until the end of { $day }:
answer-corrected = The answer of { $chapter } was corrected.
answer-deleted = The draft was deleted; no answer was sent.
answer-later = What was answered is kept. Please go on before the end of { $day }.
answer-button-fix = Correct the answer
answer-button-see = See the answer
answer-not-asked = The unit is not asked this.
answer-closed = “{ $title }” is closed and takes no more answers.
answer-overtaken = { $who } has answered for the unit at { $at }.

questionnaire-review = <b>{ $title }</b>
questionnaire-review-ask = Please look it over. If it is right, choose “Send answers”.
questionnaire-send = Send answers
questionnaire-repeat = Is there any to write down?
questionnaire-repeat-again = One more?
questionnaire-repeat-round = { $words }, number { $round }
questionnaire-repeat-line = { $words } ({ $round })
questionnaire-repeat-more = Yes
questionnaire-repeat-more-said = yes
questionnaire-repeat-none = No
questionnaire-repeat-none-again = No, that is all
questionnaire-refused = This answer cannot be taken. Please look at it again.
questionnaire-read = Seen
questionnaire-today = Today
questionnaire-no-recording = A number, a day or a choice is needed here; no recording.
questionnaire-needed-text = An answer is needed. Type words, or send a recording.
questionnaire-needed-integer = A number is needed, for example 28. If there is none, write 0.
questionnaire-needed-decimal = A number is needed, for example 12.5. If there is none, write 0.
questionnaire-needed-date = A day is needed, for example 05/11.
questionnaire-needed-time = A time is needed, for example 19h30.
questionnaire-needed-select_one = One of the choices is needed.
questionnaire-needed-select_multiple = At least one of the choices is needed.
questionnaire-needed-image = At least one picture is needed.
questionnaire-needed-audio = A recording is needed, or a few words.

journal-action-questionnaire-published = added questions to the report
journal-action-questionnaire-sent = sent a questionnaire
journal-action-questionnaire-reminded = reminded of a questionnaire
journal-action-questionnaire-closed = closed a questionnaire
journal-action-answers-given = answered a questionnaire
journal-action-answers-corrected = corrected answers to a questionnaire
