# Chapters and people found, shown, changed; changes taken back

command-directory-words = directory|find a chapter|find a person|chapters and people
command-directory-description = Find chapters and people
command-change-words = recent changes|trash
command-change-description = Undo changes, open the trash
command-appoint-words = change the leader|change the cadre
command-appoint-description = Change leader, deputy, cadre
menu-directory = Chapters, people
help-directory = Type <b>directory</b>: find chapters and people, change them.
help-change = Type <b>trash</b>: undo changes of a day, bring back from the trash.
help-appoint = Type <b>change the leader</b>: change leader, deputy, cadre.

directory-type = Type the name of a chapter, a person's name or a phone number, with or without marks.
directory-found = “{ $query }”: { $count } found.
directory-nothing = “{ $query }” was not found where you are in charge. Try fewer words.
directory-area = <b>{ $place }</b>: { $chapters } chapters, { $places } places below.
directory-button-results = What was found
directory-button-sheet = Print invitations
directory-button-recent = Recent changes

chapter-card = <b>{ $chapter }</b>
    Size: { $members } { $unit }, exempt { $exempt }
    Meeting day: { $day }
    Time: { $time }
    Place: { $where }
chapter-holder = { $role }: { $name }, { $phone }
chapter-came-from = Made of: { $names }
chapter-nobody = Nobody is in charge yet.
chapter-stands-in = stands in until { $last }
chapter-button-leader = Leader
chapter-button-deputy = Deputy
chapter-button-cadre = Cadre
chapter-button-members = Members
chapter-button-day = Meeting day
chapter-button-time = Time
chapter-button-place = Place
chapter-button-closed = Close the chapter

reach-none = no account yet
reach-lost = messages do not arrive
reach-silent = reminded several times, no answer yet

edit-ask-members = <b>{ $chapter }</b> has { $now }. Type the new number, e.g. “32” or “32, miễn 2”.
edit-ask-day = <b>{ $chapter }</b> meets: { $now }. Type the new day, e.g. “the 5th”, “last Saturday of the month”, “full moon by the lunar calendar”.
edit-ask-time = <b>{ $chapter }</b> meets at { $now }. Type the new time, e.g. “19h30”.
edit-ask-place = <b>{ $chapter }</b> meets in { $now }. Type the new place.
edit-bad-members = The number was not understood. Type for example “32” or “32, miễn 2”.
edit-bad-exempt = More are exempt ({ $exempt }) than there are members. Type both numbers, e.g. “32, miễn 2”.
edit-bad-day = The day was not understood. Type for example “the 5th”, “last Saturday of the month”, “full moon by the lunar calendar” or “once every quarter, no fixed day”.
edit-bad-time = The time was not understood. Type for example “19h30”.
edit-bad-place = A place needs letters, and at most { $limit } of them.
edit-nothing = This is what it is already; nothing changes.
edit-members = { $members } { $unit }, { $exempt } exempt
edit-open = active
edit-closed = active until { $day }
edit-preview = <b>{ $thing }</b>, { $chapter }
    Now: { $before }
    Will be: <b>{ $after }</b>
edit-button-yes = Write the change
edit-button-undo = Undo
edit-button-chapter = To the chapter
edit-made = Changed. You can undo it for a day.
edit-made-trash = Put into the trash. You can bring it back for 30 days.
edit-left = Nothing was changed.
edit-overtaken = Somebody has just changed this, so nothing was written. Please look again.
edit-overtaken-by = { $who } has just changed this, so nothing was written. Please look again.
edit-recent = <b>Changes of the last day</b>
edit-recent-empty = No change of the last day can be undone.
edit-trash = <b>Trash, kept for 30 days</b>
edit-trash-empty = The trash is empty.
edit-line = { NUMBER($number, useGrouping: 0) }. { $at }, { $who }: { $chapter }. { $before } → { $after }
edit-button-recent = Undo { NUMBER($number, useGrouping: 0) }: { $name }
edit-button-trash = Bring back { NUMBER($number, useGrouping: 0) }: { $name }
edit-button-to-recent = Recent changes
edit-button-to-trash = Trash
edit-undone = { $chapter } is again as it was.
undo-too-late = It is too late to undo this.
undo-done = This was undone already.

appoint-where = Open a chapter first, please.
appoint-now = { $role }, { $chapter }: <b>{ $names }</b>. What do you want to do?
appoint-button-replace = Replace { $name }
appoint-button-stand-in = Stand-in for { $name }
appoint-button-dismiss = Take it from { $name }
appoint-button-add = Add somebody
appoint-button-new = New person: { $name }
appoint-skip = Skip
appoint-who = Type the name or phone number of whoever is to have it.
appoint-which = Choose the right person, or type another name.
appoint-unknown = Nobody named “{ $name }” where you are in charge. Choose the entry to add them, or type another name.
appoint-phone = Phone number of { $name }?
appoint-first = From which day? E.g. “1/12” or “hôm nay”.
appoint-last = Until which day?
appoint-unknown-phone = Nobody has the number “{ $phone }” where you are in charge. Type the full name, please.
appoint-bad-name = Type the full name, please.
appoint-bad-phone = The number was not understood. Type for example “0912 345 678”.
appoint-bad-day = The day was not understood. Type for example “{ $example }”.
appoint-whole-place = This holds for every chapter that they look after in { $place }.
seat-nobody = nobody
seat-for-a-time = { $name } stands in, from { $first } until { $last }
seat-has-it = This person has it already.
seat-bad-days = The first day may not lie before today or after the last.
seat-leave-too-long = A stand-in lasts a year at most. For longer, appoint somebody new.
seat-given = You are now { $role }, { $chapter }.
seat-given-for-a-time = You stand in as { $role }, { $chapter }, from { $first } until { $last }.
seat-passed-on = { $who } is now { $role }, { $chapter }, in your place. Thank you for your work.
seat-ended = You are no longer { $role }, { $chapter }. Thank you for your work.
seat-stood-in = { $who } stands in for you as { $role }, { $chapter }, from { $first } to { $last }.
draft-passed-on = The report of { $chapter } for { $period } that you had begun went to { $who }. What you entered is kept.
draft-taken-up = { $who } had begun the report of { $chapter } for { $period }; it is yours now. Please look at it, go on and send it.
draft-beside = { $who } had begun the report of { $chapter } for { $period }; it is kept beside yours. Please look and choose one.
report-no-longer-yours = You no longer answer for this report. What you entered is kept and goes to whoever answers for it now.
