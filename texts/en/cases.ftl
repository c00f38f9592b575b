# Difficulties as cases

command-case-words = cases|difficulties to solve
command-case-description = Difficulties and proposals to work on
menu-case = Difficulties to solve
help-case = Type <b>difficulties to solve</b>: what the chapters told: advise, answer, pass up.
command-owncase-words = difficulties|my difficulties
command-owncase-description = What became of our difficulties
menu-owncase = Our difficulties
help-owncase = Type <b>difficulties</b> to see what became of the difficulties you told of.
command-casefigs-words = case figures|figures of difficulties
command-casefigs-description = Figures of difficulties
menu-casefigs = Figures of difficulties
help-casefigs = Type <b>case figures</b>: difficulties told, solved, overdue, and what many hamlets tell alike.

case-category-infrastructure = Infrastructure
case-category-economy = Economy, livelihood
case-category-rights = Rights and interests
case-category-organization = Organisation, staffing
case-category-funding = Funding
case-category-environment = Environment
case-category-security = Public order
case-category-other = Other difficulty
case-category-proposal = Proposal
case-level-chapter = the chapter solves it itself
case-level-hamlet = { $hamlet } is asked to solve it
case-level-commune = { $commune } is asked to solve it
case-level-higher = a higher level is asked to solve it

case-state-open = being worked on
case-state-passed-up = passed up
case-state-answered = answered, to be confirmed
case-state-solved = solved
case-state-withdrawn = withdrawn

case-brief-open = worked on
case-brief-passed-up = passed up
case-brief-answered = answered
case-brief-solved = solved

case-card = <b>{ $category }</b>: { $text }
    { $chapter }, told on { $day }; { $level }.
    Now: <b>{ $sign } { $state }</b>. With: { $desk }.
case-card-first = <b>{ $category }</b>: { $text }
    { $chapter }, told on { $day }; { $level }.
    Now: <b>{ $sign } { $state }</b>. With: { $desk } (the cadre looks first).
case-card-owner = In hand with: { $name }.
case-card-joined = Answered together with other places.
case-card-due = Answer due: { $day }.
case-card-overdue = <b>▲ Overdue</b> since { $day }.
case-card-voices = { $count } alike, answered together; with: { $names }.
case-event = { $day }: { $what } – { $who }
case-event-note = { $day }: { $what } – { $who }: “{ $note }”
case-by-itself = by itself
case-action-raised = told
case-action-changed = put in other words
case-action-withdrawn = withdrawn
case-action-advised = advice
case-action-due-set = due day set
case-action-passed-up = passed up to { $desk }
case-action-passed-up-overdue = overdue, passed up to { $desk }
case-action-sent-down = sent down to { $desk }
case-action-answered = answered
case-action-solved = confirmed as solved
case-action-solved-in-silence = taken as solved (14 days without objection)
case-action-reopened = not yet solved
case-action-remarked = more words
case-action-photos-added = photos
case-action-joined = joined with another place
case-action-separated = separated again

case-line = { $place }: { $text } – { $state }
case-line-overdue = { $place }: { $text } – overdue
owncase-line = { $text } – { $state }, { $chapter }
owncase-line-overdue = { $text } – answer overdue, { $chapter }
case-line-voices = ({ $count } together) { $line }
case-list-p = <b>{ $count } difficulties being worked on</b>. Those with you come first.
case-list-w = <b>{ $count } answered</b>, waiting for the chapter's word.
case-list-s = <b>{ $count } solved</b> in the last six months.
case-list-overdue = { $count } of them are overdue.
case-none-p = No difficulty is waiting to be solved.
case-none-w = Nothing is waiting for confirmation.
case-none-s = Nothing was confirmed as solved in the last six months.
case-button-list-p = Being worked on
case-button-list-w = Answered
case-button-list-s = Solved

case-button-open = Open: { $text }
case-button-view = See: { $text }
case-button-judge = Confirm: { $text }
case-button-answer = Answer
case-button-advise = Advise
case-button-pass-up = Pass up
case-button-send-down = Send down
case-button-due = Set due day
case-button-join = Like cases ({ $count })
case-button-photos = See photos ({ $count })
case-button-send-photo = Send photos
case-button-photos-done = Done
case-button-head = The joint case
case-button-report = See the report
case-ask-answer = “{ $text }”
    How was it dealt with? Your words go to the chapter, which confirms. Nothing secret, please.
case-ask-advise = “{ $text }”
    What do you advise? The chapter is told.
case-ask-pass-up = “{ $text }”
    Why pass it up? A few words.
case-ask-send-down = “{ $text }”
    What is the level below to do?
case-ask-due = “{ $text }”
    By which day is it to be answered? Choose a day, or type one, for example 15/12.
case-ask-photos = “{ $text }”
    Please send photos, one or several, then choose “Done”.
case-button-voices = Listen ({ $count })
case-voices = { $count } voice messages about: “{ $text }”
case-photos = { $count } photos of this case and of its report.
case-photos-none = This case has no photo yet.
case-photo-kept = { $count } photos of this case are kept.
case-photo-only = Please send a photo here, or choose “Done”.
case-photos-full = A case keeps at most { $most } photos.
case-noted-answer = The answer is sent to the chapter.
case-noted-advise = The advice is sent to the chapter.
case-noted-pass-up = Passed up.
case-noted-send-down = Sent down.
case-noted-due = The due day is set.
case-noted-join = Noted: answered together.
case-noted-separate = Separated again.
case-noted-term = The time to answer is changed.
case-note = Please write more, for example: the commune will repair it in November.
case-due-wrong = The day must be from today on, within a year; { $day } cannot be used.
case-not-now = This case has changed, so that cannot be done now. See below.
case-changed = Somebody else has just changed this case, so nothing of yours was written. Please look again.
case-not-yours = You are not assigned to solve difficulties. The cadre in charge and the commune's staff do that.
case-not-your-desk = This case lies with { $desk }: you can see it but not work on it.
case-several-places = Several places tell of this. Separate them first, then send each down.
case-nobody-above = Nobody above uses the system.
case-not-alike = That case is no longer alike, or was answered.

case-alike = Other places told something like “{ $text }”. Choose one to answer them together; all are told. “Separate” undoes it.
case-alike-none = No other place told something like “{ $text }”.
case-button-join-one = Join: { $chapter } – { $text }
case-button-separate = Separate: { $chapter } – { $text }

case-news-raised = { $chapter } tells: “{ $text }”
case-news-withdrawn = { $chapter } withdrew: “{ $text }”
case-news-came-up = { $chapter }: “{ $text }”. { $who } passed it up to { $desk }: “{ $note }”
case-news-overdue = Overdue at { $below }, now with { $desk }: “{ $text }” ({ $chapter })
case-news-sent-down = { $chapter }: “{ $text }”. { $who } asks: “{ $note }”
case-news-solved = { $chapter } confirms as solved: “{ $text }”
case-news-reopened = { $chapter } says not yet solved: “{ $text }”
case-news-remarked = { $chapter }: “{ $text }”. { $who } adds: “{ $note }”
case-news-photos = { $chapter } sent photos of: “{ $text }”
case-news-answered-above = { $chapter }: “{ $text }”. { $who } answered: “{ $note }”
case-news-joined = “{ $text }”: told in several places, answered together at { $desk }, answer due { $due }
case-news-advised = “{ $text }”: { $who } advises: “{ $note }”
case-news-passed-up = “{ $text }”: passed up to { $desk }, answer due { $due }
case-news-answered = “{ $text }”: { $who } answers: “{ $note }”. Please confirm.

case-home = <b>Difficulties you told of:</b>
case-home-solved = Solved: { $text } ({ $day })
case-home-solved-in-silence = Taken as solved, 14 days without objection: { $text }
case-home-answered = Answered: { $text } – “{ $note }”
case-home-sent-down = Assigned: { $text } – “{ $note }”
case-home-joined = Answered together with other places ({ $desk }): { $text }, due { $due }
case-home-passed-up = Passed up to { $desk }: { $text }, due { $due }
case-home-passed-up-overdue = Passed up to { $desk }: { $text }, due { $due }
case-home-advised = Advice: { $text } – “{ $note }”
case-home-button-y = Solved: { $text }
case-home-button-n = Not yet: { $text }

owncase-list = <b>{ $count } difficulties told</b>. What is not done comes first.
owncase-none = Your chapter has told of no difficulty yet. The report asks for them.
owncase-no-chapter = You do not report for any chapter.
owncase-button-y = It is solved
owncase-button-n = Not yet
owncase-button-r = Say more
owncase-button-waiting = Difficulties waiting for your word: { $count }
owncase-button-no-words = Nothing to add
owncase-ask-missing = “{ $text }”
    What is still missing? A few words for those who work on it.
owncase-ask-more = “{ $text }”
    What more is there to say? Those who work on it are told.
owncase-solved = Noted as solved. Thank you.
owncase-reopened = Noted: not yet solved. Those who work on it are told.

case-figures = <b>Difficulties, { $period }</b> – { $place }
case-figures-all = all you look after
case-figures-none = No difficulty was told in this period, and none is waiting.
case-figures-line = <b>{ $name }</b>
    { $counts }
case-figures-raised = Told { $raised }, solved { $solved }
case-figures-days = half of them within { $median } days
case-figures-waiting = waiting { $count }
case-figures-up = above { $count }
case-figures-overdue = overdue { $count }
case-figures-oldest = , the oldest since { $oldest }
case-button-by-a = By place
case-button-by-c = By category
case-button-period-1 = By month
case-button-period-3 = By quarter
case-button-before = Period before
case-button-after = Period after
case-button-themes = Told in many places
case-button-terms = Time to answer
case-themes = <b>{ $count } things told in several places</b>. Choose one to answer them together.
case-themes-none = Nothing is told in several places just now.
case-theme = { $places } places, { $chapters } chapters: { $text }
case-terms-where = The terms of which place?
case-terms = Time to answer difficulties at <b>{ $place }</b>, by level. What is overdue is passed up by itself. Choose one to change it.
case-term = { $level }: { $days } days
case-ask-term = How many days has level “{ $level }” at { $place } to answer? Now: { $days } days.
case-term-wrong = Please give a number of days from 1 to { $longest }.

journal-action-case-advised = advised on a difficulty
journal-action-case-due_set = set the due day of a difficulty
journal-action-case-passed_up = passed a difficulty up
journal-action-case-sent_down = sent a difficulty down
journal-action-case-answered = answered a difficulty
journal-action-case-solved = confirmed a difficulty as solved
journal-action-case-reopened = said a difficulty is not yet solved
journal-action-case-passed_up_overdue = an overdue difficulty went up by itself
journal-action-case-solved_in_silence = taken as solved after 14 days
journal-action-case-remarked = said more of a difficulty
journal-action-case-handed_on = handed difficulties on to a new chapter
journal-action-case-joined = joined like difficulties
journal-action-case-separated = separated joined difficulties
journal-action-case-term_set = changed the time to answer difficulties
