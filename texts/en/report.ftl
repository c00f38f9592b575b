report-opening =
    Report on the { $meeting } meeting, { $period }, { $chapter }.
    <b>Day:</b> { $planned_date }
    <b>Place:</b> { $place }
    <b>Chair:</b> { $chair }
    <b>All { $members }:</b> { $total }
    How did the meeting go?
report-opening-label = The meeting
report-opening-example = Example: if it was held on that day at that place, choose “Just so”; if the place changed, “Something differs”.
report-opening-example-unplanned = Example: if it was held, choose “It was held”; if a storm kept you from it, “Could not be held”.
report-opening-as_planned = Just so
report-opening-as_planned-said = Held as planned
report-opening-held = It was held
report-opening-details = Something differs
report-opening-moved = Moved to another day
report-opening-not_held = Could not be held
report-differs = What differs? Mark what applies, then choose “Done”.
report-differs-label = What differs
report-differs-label-none = What differs
report-differs-example = Example: if place and chair changed, mark “Place”, “Chair”, then choose “Done”.
report-differs-date = Day
report-differs-time = Hour
report-differs-place = Place
report-differs-chair = Chair
report-differs-total = Total
report-held_date = On which day was the meeting?
report-held_date-moved = To which day is it moved?
report-held_date-label = Day of the meeting
report-held_date-label-moved = Moved to
report-held_date-add = Add: day
report-held_date-example = Example: 5/11 or “yesterday”.
report-held_date-today = Today ({ $day })
report-held_date-yesterday = Yesterday ({ $day })
report-held_date-planned = As planned ({ $day })
report-moved_reason = Why was the day changed?
report-moved_reason-label = Reason for the change
report-moved_reason-example = Example: choose “Weather”, or write it in your own words.
report-moved_reason-weather = Weather
report-moved_reason-season = Farm season
report-moved_reason-other_duty = Another public duty that day
report-moved_reason-too_few = Too few people
report-moved_reason-chair_away = The chair was away
report-moved_reason-other = Another reason
report-not_held_reason = Why could it not be held?
report-not_held_reason-label = Reason
report-not_held_reason-example = Example: choose “Farm season”, or write it in your own words.
report-not_held_reason-weather = Weather
report-not_held_reason-season = Farm season
report-not_held_reason-other_duty = Another public duty that day
report-not_held_reason-too_few = Too few people
report-not_held_reason-chair_away = The chair was away
report-not_held_reason-other = Another reason
report-reason_words = Please write the reason.
report-reason_words-label = The reason in words
report-reason_words-example = Example: The hamlet hall is being repaired.
report-place = Where was the meeting?
report-place-label = Place
report-place-add = Correct the place
report-place-example = Example: the hamlet hall.
report-chair = Who chaired the meeting?
report-chair-label = Chair
report-chair-add = Correct the chair
report-chair-example = Example: Nguyễn Văn An.
report-present = How many { $members } came?
report-present-label = Present
report-present-example = Example: “28”; “28/32” is 28 present out of 32 in all; if all came, type “đủ”.
report-total = How many { $members } are there in all?
report-total-label = Total
report-total-add = Add: total
report-total-example = Example: 32.
report-total-differs = Noted a total of { $given } for this meeting; the directory has { $known }. If that has changed, please tell your cadre.
report-topic = What was the topic of the meeting? Choose one, or type another.
report-topic-free = Please write the topic of the meeting.
report-topic-label = Topic
report-topic-example = Example: choose one of the list, or write “Preventing dengue fever”.
report-topic-example-free = Example: “Dengue fever”; if there was none, choose “No topic”.
report-topic-no_topic = No topic
report-activities = Which of these did the meeting have? Mark what applies, then choose “Done”.
report-activities-usual = Which of these did the meeting have? The ✓ are those of last month; correct them, then choose “Done”.
report-activities-label = The meeting had
report-activities-label-none = Discussion, dialogue, commendation
report-activities-example = Example: with discussion and praise, mark these two and choose “Done”.
report-activities-discussion = Discussion
report-activities-dialogue = Dialogue
report-activities-commendation = Praise
report-cadre_present = Did the assigned cadre ({ $cadre }) attend?
report-cadre_present-label = Assigned cadre
report-cadre_present-example = Example: if somebody came in the cadre's place, choose “Sent a substitute”.
report-cadre_present-yes = Attended
report-cadre_present-substitute = Sent a substitute
report-cadre_present-no = Did not attend
report-category =
    { $frame ->
        [yes] Were there difficulties that can be shared? Please enter no internal Party matter and nothing secret.
       *[no] Were there any difficulties?
    }
report-category-told = Which field does it belong to?
report-category-again = Any other difficulty?
report-category-label = Difficulty { $round }
report-category-label-none = Difficulties
report-category-label-again = Other difficulties
report-category-example = Example: if the road floods in the rain, choose “Infrastructure”. If there is nothing, “None”.
report-category-none = None
report-category-none-again = No more
report-category-none-told = Leave this out
report-difficulty-heading = <b>Difficulty { $round }</b>
report-category-infrastructure = Infrastructure
report-category-economy = Economy and living
report-category-rights = Rights of { $members }
report-category-organization = Organization and staff
report-category-funding = Funding
report-category-environment = Environment
report-category-security = Public order
report-category-other = Other
report-words =
    { $frame ->
        [yes] Please write the difficulty in a few words. Enter no internal Party matter and nothing secret.
       *[no] Please write the difficulty in a few words. Nothing secret, please.
    }
report-level = Who is asked to solve it?
report-words-again =
    { $frame ->
        [yes] Please write the difficulty in a few words. Enter no internal Party matter and nothing secret.
       *[no] Please write the difficulty in a few words. Nothing secret, please.
    }
report-level-again = Who is asked to solve it?
report-words-label = Difficulty { $round } in words
report-words-example = Example: The road to group 3 floods in heavy rain and cannot be passed.
report-level-label = Asked to solve { $round }
report-level-example = Example: what is beyond the chapter goes to “{ $hamlet }” or “{ $commune }”.
level-hamlet = Hamlet
level-commune = Commune
report-level-chapter = The chapter itself
report-level-hamlet = { $hamlet }
report-level-commune = { $commune }
report-level-higher = A higher level
report-excused = How many were excused?
report-excused-label = Excused
report-excused-add = Add the excused
report-excused-example = Example: 3.
report-best_practice = Is there a good practice or model to show? Nothing secret, please.
report-best_practice-label = Good practice
report-best_practice-add = Add a good practice
report-best_practice-example = Example: A savings round that helped 5 households to raise chickens.
report-proposal = What do you propose? Nothing secret, please.
report-proposal-label = Proposal
report-proposal-add = Add a proposal
report-proposal-example = Example: The commune is asked for a loudspeaker in the hall.
report-photos = Please send photos of the minutes. No secret documents, please. When all are sent, choose “Done”.
report-photos-label = Photos of the minutes
report-photos-add = Add photos of the minutes
report-photos-example = Example: a photo of each page; several at once are fine.
report-told-label = Message as typed
report-times = From when to when was the meeting?
report-times-label = Time
report-times-add = Add the times
report-times-example = Example: 19h - 20h30.
report-times-unread = The time could not be read. Please write it like this: 19h - 20h30.
report-times-ahead = It is not { $hour } yet. Please give the hour at which the meeting began.
report-times-needed = The meeting is planned for { $hour }, which is still ahead. If it was held earlier, please give its hours, such as 07h30 – 09h00.
report-times-reversed = The end must come after the beginning.
report-opening-brief = How did the meeting go? (for example: as above; moved to 12/11; not held because of a storm)
report-opening-brief-unplanned = Was the meeting held? (for example: held; not held because of a storm)
report-held_date-brief = On which day was it? (for example: 5/11; yesterday)
report-present-brief = How many { $members } came? (for example: 28/32; all)
report-total-brief = How many { $members } are there now? (for example: 32)
report-topic-brief = What was its topic? (for example: clean surroundings; no topic)
report-activities-brief = Was there discussion, dialogue, commendation? (for example: discussion, commendation; none)
report-cadre_present-brief = Did the cadre in charge, { $cadre }, come? (for example: yes; no; a substitute)
report-category-brief =
    { $frame ->
        [yes] Are there difficulties that can be told? Nothing internal to the Party, nothing secret. (for example: road flooded; none)
       *[no] Are there difficulties? Nothing secret. (for example: road flooded; none)
    }
report-review = <b>Report on the { $meeting } meeting, { $period }, { $chapter }</b>
report-asked-by = { $whose } also asks:
report-asked-line = { $words } ({ $whose })
report-review-ask = Please look it over. If it is right, choose “Send report”.
report-send = Send the report
report-not-yet-hour = The meeting is planned for { $hour } today, which is still ahead. If it was held earlier, choose “{ report-opening-details }”, then “{ report-differs-time }”.
report-not-moved = { $day } is the planned day. If it was moved, please give another day; if not, choose “{ dialogue-button-back }”.
report-nobody-present = With nobody present there was no meeting. Please give how many came, or choose “{ dialogue-button-back }” and choose “{ report-opening-not_held }”.
report-not-yet = The meeting is planned for { $day }, which is still ahead. If it was held earlier, choose “Moved to another day”.
report-date-ahead = { $day } is still ahead. Please give the day on which the meeting was held.
report-date-too-far = { $day } is too far away. Please check day, month and year.
report-count-negative = A number of people cannot be below 0.
report-too-many-present = { $present } present is more than the { $room } expected{ $exempt ->
    [0] {""}
   *[other] {" "}({ $total } in all, { $exempt } exempt)
}. Please check, or give the total too, such as { $present }/{ $needed }.
report-too-many-counted = { $present } present and { $absent } absent are together more than the { $room } expected{ $exempt ->
    [0] {""}
   *[other] {" "}({ $total } in all, { $exempt } exempt)
}. Please check.
report-incomplete =
    The report still lacks: { $what ->
        [date] the day of the meeting
        [reason] the reason
       *[present] how many were present
    }.

# Above the review of a report that was sent before.
report-correcting = Report { $number } was sent at { $at }. Change what needs changing, then send it again.

# Files that come when nothing asked for them
late-file-ask = Files received: { $count }. Add to the report of { $chapter } for { $period }?
late-file-yes = Add to the report
late-file-send = Send to the cadre
late-file-no = Do not add
late-file-left = What you sent is not added to the report and will be deleted.
late-file-added = Added to report { $number } of { $chapter } for { $period }.
late-file-no-report = This report is no longer there, so nothing was added. Please open the report again and send it there.
report-caption-button = Write the words of the photo: “{ $text }”

# A whole report in one message
told-ask = Do you want to note “{ $text }” in the report of a meeting?
told-button-take = Note it in the report
told-button-send = Send it to the cadre
told-which = Which meeting is the message about?
told-which-unsure = The day in the message is not near any meeting that waits for its report. Which meeting is it about?
told-none = The message was not noted: no such meeting waits for its report.
told-not-taken = The message was not noted in a report.
told-sent-already = This report of { $chapter } has been sent, so “{ $text }” was not noted. To correct it, open the report and choose “Correct report”.
read-voice-wait = Your voice message has come. It is being listened to; if it is a report, you will be asked.
read-photo-wait = Your photo has come. It is being read; if it is a report, you will be asked.
read-voice = This was heard in your voice message:
read-voice-button = Right, note it in the report
read-voice-answer = Right, note it in the answer
read-photo = This was read in the photo:
read-photo-button = Choose the right lines
told-heard-closed = The report with this voice message is not open. Type “report” to go on with it, then choose again.
told-lines = Which lines were read rightly? Tick them, then choose “Done”. Only ticked lines are noted.
told-lines-none = No line is ticked.
filled-unread = The report written without a network could not be read. Please type “report” to write it again.
filled-differs = This was answered elsewhere while the phone had no network. Which answer is right?
filled-mine = Written on this phone: { $answer }
filled-theirs = Noted before: { $answer }
filled-kept = What you filled in is kept as a draft. Once this month is opened again, type “báo cáo” to go on.
filled-kept-theirs = What was answered elsewhere stays as it is. On this phone you wrote: { $answers }.
