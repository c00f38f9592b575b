# Grades of meetings

command-grade-words = grade|grades|grade meetings|chấm điểm|đánh giá
command-grade-description = Grade meetings
menu-grade = Grade meetings
help-grade = Type <b>grade</b>: grade meetings.

grade-day = <b>{ $day }</b>: please grade each meeting.
grade-day-empty = { $day }: there is no meeting assigned to you to grade.
grade-nothing = No meeting waits for your grade just now.
grade-own = Please choose the meeting that your chapter grades itself.
grade-own-empty = There is no meeting that your chapter can grade itself just now.
grade-meeting = <b>{ $name }</b>
grade-score = { $name }: { $measured }, { $points }/{ $most } points
grade-score-missing = { $name }: cannot be worked out, as { $why }
grade-score-unsure = { $why }
grade-measured-attendance_rate = { $value } %
grade-measured-duration = { $value } minutes
grade-measured-on_fixed_day =
    { $value ->
        [0] on the day
        [one] { $value } day off
       *[other] { $value } days off
    }
grade-missing-present = the number present has not been reported
grade-missing-times = the report does not say from when to when
grade-missing-held_date = the day has not been reported
grade-missing-fixed_day = the chapter has no fixed day
grade-missing-unexcused = the report does not say how many were absent without excuse
grade-given-self = The chapter’s own word: <b>{ $grade }</b>
grade-given-self-why = The chapter’s own word: <b>{ $grade }</b> ({ $reason })
grade-given-cadre = The cadre’s grade: <b>{ $grade }</b>
grade-given-cadre-why = The cadre’s grade: <b>{ $grade }</b> ({ $reason })
grade-with-points = { $grade }, { $total }/{ $most } points
grade-ask-cadre = How do you grade this meeting?
grade-ask-self = How does the chapter grade this meeting itself?
grade-recorded = Noted: <b>{ $grade }</b>, { $chapter }.
grade-can-change = You can change it until the end of { $day }.
grade-why = { $chapter }: why “{ $grade }”? Please choose, or write another reason.
grade-reason-few = Few people came
grade-reason-unprepared = Poorly prepared
grade-reason-no-talk = No discussion
grade-reason-wrong-day = Not at the right time
grade-reason-no-minutes = Minutes incomplete
grade-left = No grade was noted.
grade-button-again = Grade again
grade-button-day = { $day } (not graded: { $open })
grade-button-sheet = Open the table of points
grade-button-full = Full points
grade-button-yes = Confirm
grade-button-part = { $name }: { $points }/{ $most }
grade-button-self = Grade this meeting ourselves
grade-button-cadre = Grade this meeting
grade-button-evening = Grade these meetings

grade-usual-tot = Good
grade-usual-kha = Fair
grade-usual-trung-binh = Average
grade-usual-kem = Poor
grade-usual-ty-le-du = Attendance
grade-usual-thoi-luong = Duration
grade-usual-dung-ngay-quy-dinh = On the set day
grade-usual-khong-ai-vang-qua-3-lan-lien-tiep = Nobody absent more than 3 times in a row
grade-usual-chuan-bi = Preparation
grade-usual-to-chuc-sinh-hoat = Conduct of the meeting
grade-usual-nguyen-tac = Principles
grade-usual-ket-qua-thuc-hien-nghi-quyet-ky-truoc = Resolution of the last period carried out
grade-usual-ket-thuc = Closing

grade-sheet = <b>{ $chapter }</b>: { $table }. Points that follow from the report stand there already.
grade-part = { $name } (0 to { $most }): how many points?
grade-part-noted = Noted so far: { $points }.
grade-points-unread = { $name }: please write a number from 0 to { $most }.
grade-total = Points in all: <b>{ $total }/{ $most }</b>, grade <b>{ $grade }</b>.
grade-review = Please look through it. Choose a line to change it.
grade-review-open = Some parts have no points yet. Please choose one.

grade-not-yours = You are not assigned to grade this chapter.
grade-not-held = { $chapter } reported that this meeting could not be held, so it is not graded.
grade-ahead = The meeting of { $chapter } on { $day } has not been held yet, so it cannot be graded.
grade-closed = The figures of this period were closed on { $day }; grades can no longer be changed.
grade-off-scale = That grade is not on the table. The grades: { $grades }. Nothing was noted.
grade-points-off = The points do not fit the table, so they were not noted. Please grade again.
grade-reason-needed = This grade needs a reason, for example: few people came.
grade-changed-meanwhile = This meeting has just been graded anew. Please look at the newest grade below.
grade-changed-by = { $who } graded this meeting at { $at }. Please look at the newest grade below.

journal-action-meeting-graded = graded a meeting
journal-action-meeting-self_graded = graded their own meeting
journal-field-grade = Grade
journal-field-points = Points

workbook-sheet-scores = Score tables
workbook-sheet-scales = Yearly scales
workbook-head-parts = Parts
workbook-head-grades = Grades
workbook-head-levels = Levels
workbook-head-least_graded = Per cent of meetings to be graded
workbook-guide-16 = Score tables: parts are separated by “;”, as in “Preparation: 10; Attendance: 4 (attendance: 90=4, 75=3, 0=1)”; worked out by themselves: “attendance” (per cent), “minutes”, “days off the set day”. Grades: “Good: 90; Fair: 70; Poor: 0 (needs a reason)”. Vietnamese words are read as well. An old version is not changed: add a row with the same code and a later “Valid from”.
workbook-guide-17 = Yearly scales, best level first: “Mạnh: fair from 80%, no poor, held 90%; Trung bình”. Conditions: “… from 80%”, “no …”, “held 90%”, “held 10 meetings”, “mean points 85”. The names of levels are the association's own.
workbook-fault-parts = needs parts, as “Preparation: 10; Attendance: 4 (attendance: 90=4, 0=1)”
workbook-fault-grades = needs grades, best first, as “Good: 90; Fair: 70; Poor: 0 (needs a reason)”
workbook-fault-levels = needs levels, best first, as “Mạnh: fair from 80%, no poor; Trung bình”
workbook-fault-points = the parts add up to { $most } points and never reach the best grade
