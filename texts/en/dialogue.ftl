dialogue-progress = <b>Question { $at }/{ $of }</b>
dialogue-noted = <i>Noted: { $value }</i>
dialogue-ticked-before = <i>What is marked already is from last time. Choose an entry again to unmark it.</i>
dialogue-line = <b>{ $name }:</b> { $value }
dialogue-which-line = Which line do you want to correct?
dialogue-leaving = Pause here? With “Later” the answers given so far are kept.

dialogue-button-back = Back
dialogue-button-skip = Skip
dialogue-button-drop = Drop the recording
dialogue-button-example = Show an example
dialogue-button-cancel = Pause
dialogue-button-done = Done
dialogue-button-keep = Keep as it is
dialogue-button-fix = Correct
dialogue-button-more = Next
dialogue-button-go_on = Go on
dialogue-button-later = Later
dialogue-button-delete = Delete the draft

dialogue-type = Or type: { $words }
dialogue-type-number = Type the number of your choice.
dialogue-type-numbers = Type one or more numbers, such as 1, 3.
dialogue-type-letter = Type the letter of your choice.
dialogue-type-letters = Type one or more letters, such as a, c.
dialogue-misread = “{ $text }” could not be read. Please enter it again.
dialogue-told = Noted: “{ $text }”.
dialogue-told-no = Noted “{ $text }” as a difficulty. If there is none, please choose “Leave this out”.
dialogue-round-dropped = “{ $name }” was left out.
dialogue-let-go = “{ $text }” was left out.
dialogue-told-voice-words = Your voice message is kept. Please type a few words so that readers know what it is about, or just choose the field.
dialogue-told-voice = The voice message is taken.
dialogue-too-long = This is longer than { $limit } characters. Please make it shorter.
dialogue-by-moon = “{ $text }” (lunar) is { $day }.
dialogue-doubt-day = Which day is “{ $text }”? Please choose a day below, or type day and month.
dialogue-unclear-day = There is no day “{ $text }” in the calendar. Please type it again, such as 05/11.
dialogue-doubt-count = How many people is “{ $text }”? Please choose a number below, or type the right one.
dialogue-unclear-count = It is not clear how many people “{ $text }” is. Please type the number, such as 28.
dialogue-doubt-times = What time is “{ $text }”? Please choose below, or type it again, such as 19h00 – 20h30.
dialogue-unclear-times = It is not clear what time “{ $text }” is. Please type it again by 24 hours, such as 19h00 – 20h30.
dialogue-choose = Please choose one of the entries shown.
dialogue-old-button = This button belongs to an earlier question; nothing has changed. Please answer the open question.
dialogue-changed = The question has changed, so your last message was not noted. Please answer the open question.

dialogue-not-here-sticker = A sticker cannot be used here.
dialogue-not-here-location = A location cannot be used here.
dialogue-not-here-file = A file cannot be used here.
dialogue-not-here-other = This message cannot be used here.
dialogue-needs-together = Please answer the questions below in words.
dialogue-needs-choice = This question needs you to choose one entry.
dialogue-needs-choice-or-words = This question needs you to choose one entry, or to type.
dialogue-needs-choices = This question needs you to choose entries, then choose “Done”.
dialogue-needs-date = This question needs a date, such as 05/11 or “yesterday”.
dialogue-needs-count = This question needs a number, such as 28.
dialogue-needs-text = This question needs your words, typed or as a voice message.
dialogue-needs-photos = This question needs photos. When all are sent, please choose “Done”.
dialogue-no-photos = This report takes no photos.
dialogue-photos-aside = Got { $count } pictures under “{ $name }”. Please go on answering.
dialogue-no-voices = This report takes no voice messages.
dialogue-voice-words = The voice message is kept. Please type a few words so that readers know what it is about; if that is hard, choose “Keep”.
dialogue-heard-put = The words were noted under “{ $name }”, the voice message stays.
dialogue-heard-nowhere = The question with this voice message is no longer in the report, so its words were not noted.
dialogue-voice-aside = The voice message is kept with the report.
dialogue-voice-added = The voice message was added to “{ $name }”.

dialogue-progress-together = <b>Questions { $at }–{ $to }/{ $of }</b>
dialogue-together =
    { $count ->
        [2] Please answer both questions in one message, a line each:
       *[other] Please answer all { $count } questions in one message, a line each:
    }
dialogue-together-known = Listed: { $names }
dialogue-together-unread = “{ $text }” was not understood for “{ $name }”.
dialogue-together-misread = It is not clear which question “{ $text }” answers. Put the number of the question before it, such as: 2. 28.
dialogue-button-singly = One by one
dialogue-heard = Noted from your message:
dialogue-heard-line = – { $name }: { $value }
dialogue-heard-not = “{ $text }” was not noted: it is not clear where it belongs.

dialogue-late = “{ $text }” came late and was not noted. If it answers the open question, please send it again.
dialogue-late-for = “{ $text }” came late. Does it answer “{ $name }”? If so, please choose “Back” and enter it again.
dialogue-late-either = “{ $text }” came late and was not taken. If it answers the question below, please choose it or send it again; if it answers “{ $name }”, choose “{ dialogue-button-back }” and send it again.
dialogue-added = Added to “{ $name }”: { $text }
dialogue-corrected = Corrected “{ $name }”: { $value }
dialogue-edited-unknown = The message you edited has not changed the report. To correct an answer, please choose “Back”.

dialogue-skipped = skipped
dialogue-nothing = none
dialogue-unknown = not known
dialogue-voice = (voice message)
dialogue-photos =
    { $count ->
        [one] { $count } photo
       *[other] { $count } photos
    }
dialogue-day = { $weekday }, { $day }
dialogue-weekday-0 = Monday
dialogue-weekday-1 = Tuesday
dialogue-weekday-2 = Wednesday
dialogue-weekday-3 = Thursday
dialogue-weekday-4 = Friday
dialogue-weekday-5 = Saturday
dialogue-weekday-6 = Sunday
