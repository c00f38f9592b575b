reminder-topic = Topic: <b>{ $title }</b>.
reminder-topics = Topics: { $titles }.
reminder-topic-item = { $number }) <b>{ $title }</b>
reminder-button-topic = Show the topic

command-topic-words = topics|topic|meeting topics
command-topic-description = Topics of meetings
help-topic = Type <b>topics</b> to see the topics of the meetings ahead.
menu-topic = Topics of meetings

topic-offered = Topics of your next meetings:
topic-offered-none = No topic has been set for your next meetings yet. When there is one, you hear of it with the reminder.
topic-offered-line = • <b>{ $title }</b> – { $chapter }, { $day }
topic-head = <b>{ $title }</b>
    Period: { $period }. For: { $scope }.
topic-head-by = <b>{ $title }</b>
    Period: { $period }. For: { $scope }. Set by { $issuer }.
topic-part-guidance = <b>Guidance</b>
    { $text }
topic-part-questions = <b>Questions to discuss</b>
    { $text }
topic-part-dialogue = <b>Questions for dialogue</b>
    { $text }
topic-files = Files ({ $count }): { $names }.
topic-file-photo = picture
topic-button-list = All topics
topic-scope-all = all chapters of { $place }
topic-scope-kind = { $kind }, { $place }
topic-scope-chapters = { $count } chapters in { $place }
topic-not-there = There is no such topic within your reach.
topic-withdrawn-since = The topic “{ $title }” has been withdrawn and is no longer needed.
topic-scope-mine = all chapters I look after ({ $count })
topic-not-yours = You are not assigned to set topics there.
topic-draft-gone = This draft is no longer there: it was issued or deleted.
topic-period-over = This period is over, so no topic can be set for it.
topic-bad-length = Please write more, for example: Day of national unity.
topic-words-secret = This text bears a secrecy mark, so it was not kept. Secret matters must not be sent here.
topic-many-files = A topic has at most { $limit } files.
topic-files-missing = { $count } files are not ready, so the topic was not issued. Will you wait, or issue it without them?
topic-overtaken = Somebody has just changed this topic. Below is the newest state.
topic-overtaken-by = { $who } has just changed this topic. Below is the newest state.

topic-desk = <b>Topics of { $period }</b>
topic-desk-none = No topic has been set for { $period }.
topic-desk-line = • <b>{ $title }</b> – { $scope }: opened in { $opened }/{ $of } chapters, used in { $used } reports.
topic-desk-line-withdrawn = • <b>{ $title }</b> – { $scope }: withdrawn; used in { $used } reports.
topic-counts = Opened in { $opened }/{ $of } chapters. Used in { $used } reports.
topic-is-withdrawn = This topic has been withdrawn.
topic-openers = <b>{ $title }</b> – opened in { $opened }/{ $of } chapters:
topic-openers-none = No chapter within your reach meets on the topic “{ $title }” yet.
topic-opened = • { $chapter } – { $names }: opened at { $at }
topic-not-opened = • { $chapter } – { $names }: not opened yet
topic-nobody = nobody yet
topic-own = <b>Topics chosen by chapters, { $period }</b>
topic-own-none = { $period }: no chapter has reported a topic of its own.
topic-own-line = { $number }. “{ $words }” – { $chapter }; { $used } reports.
topic-shared = The topic is now set for all for the coming period. You can correct or withdraw it.
topic-shared-before = This topic has been set for all already.

topic-button-new = Prepare a topic
topic-button-draft = Go on: { $title }
topic-button-own = Topics chosen by chapters
topic-button-mine = Topics of my chapter
topic-button-ask = Ask about the topic
topic-button-follow = Follow this topic
topic-button-share = Use for all { $number }
topic-button-o = Who opened it
topic-button-v = Read and get the files
topic-button-c = Copy to the next period
topic-button-e = Correct
topic-button-w = Withdraw
topic-button-back = Back
topic-button-correct = Correct
topic-button-withdraw = Withdraw
topic-button-skip = Skip
topic-button-no-files = No files
topic-button-files-done = Done, look at it
topic-button-issue = Issue the topic
topic-button-add-files = Add files
topic-button-remove-files = Remove all files
topic-button-drop = Delete the draft
topic-button-look = Wait, look again
topic-button-without = Issue without them
topic-button-clear = Leave empty
topic-field-title = Title
topic-field-guidance = Guidance
topic-field-questions = Questions to discuss
topic-field-dialogue = Questions for dialogue
topic-edit-title = Change the title
topic-edit-guidance = Change the guidance
topic-edit-questions = Change the questions to discuss
topic-edit-dialogue = Change the questions for dialogue

topic-new-period = For which period is the topic?
topic-new-scope = For whom is the topic? Choose one, or type part of a name to search.
topic-new-scope-none = Nothing has such a name. Please type again.
topic-new-title = What is the title of the topic?
topic-new-guidance = Guidance, the main points? Type it, or skip.
topic-new-questions = Questions for the members to discuss? One on each line.
topic-new-dialogue = Questions for dialogue with cadres? One on each line.
topic-new-files = Please send the files (pictures, .docx, .xlsx, .pptx, .pdf, up to 20 MB each). Secret documents must not be sent here.
topic-send-file = Please send a file, or choose an entry below.
topic-new-left = Stopped; no topic was begun.
topic-words-added = Added to “{ $field }”.
topic-file-kept = Received “{ $name }” (file { $count }). Send more, or choose the entry below.
topic-review = Please look at it once more. The topic has not been issued.
topic-files-coming = Still coming: { $names }.
topic-files-failed = Cannot be used: { $names }.
topic-kept = The draft is kept. Choose “Go on” when you have time.
topic-dropped = The draft is deleted.
topic-issued = <b>The topic is issued.</b> The chapters get it with the reminder before their meeting.
topic-copied = Copied to the next period as a draft.
topic-correct-what = What of the topic “{ $title }” is to be corrected?
topic-correct-words = { $field } as it stands:
    { $before }

    Please type the new text.
topic-correct-look = { $field }
    Before: { $before }
    After: { $after }
topic-corrected = The topic is corrected. Those who opened it are told.
topic-left-as-it-was = Nothing was changed.
topic-withdraw-sure = Withdraw the topic “{ $title }”? It is offered no more; reports already sent keep it. Those who opened it are told.
topic-withdrawn-done = The topic is withdrawn.

news-topic-issued = New topic, { $period }: { $title }
news-topic-corrected = The topic of { $period } was corrected: { $title }
news-topic-withdrawn = The topic of { $period } was withdrawn: { $title }
news-topic-shared = The topic “{ $title }” of { $chapter } is now for { $scope }, { $period }
journal-action-topic-issued = issued a topic
journal-action-topic-corrected = corrected a topic
journal-action-topic-withdrawn = withdrew a topic
journal-field-guidance = guidance
journal-field-questions = questions to discuss
journal-field-dialogue = questions for dialogue
