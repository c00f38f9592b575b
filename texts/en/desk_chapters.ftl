# The staff's desk: chapters

desk-page-chapters = Units
desk-page-chapter = Unit
desk-chapters-find = Name of the unit
desk-chapters-caption = { $months ->
    [1] { $count } units in the directory
   *[other] { $count } units, all months together
}
desk-chapters-empty = There is no such unit in this period.
desk-chapters-col-members = Members
desk-chapters-meetings = { $count } meetings
desk-owing-expected = meets
desk-owing-closed = closed
desk-owing-not_founded = not founded yet
desk-owing-paused = at rest
desk-owing-not_this_month = no meeting by its calendar
desk-owing-not_recorded = not kept in the system
desk-owing-repeated = meets several times a month
desk-owing-nothing = not planned
desk-chapter-list = List of units
desk-chapter-closed = Closed after { $day }
desk-chapter-rule = Meets
desk-chapter-exempt = { $count } exempt
desk-chapter-founded = In the directory since
desk-chapter-from = out of { $name }
desk-chapter-months = Twelve months
desk-chapter-people = People
desk-chapter-people-caption = Who holds or held a post, and the cadres in charge today
desk-chapter-col-person = Name
desk-chapter-col-post = Post
desk-chapter-col-from = From
desk-chapter-col-to = To
desk-chapter-now = now
desk-chapter-no-cases = No difficulty or proposal so far.
desk-chapter-exemplars = Exemplars ({ $count })
desk-chapter-past = Strengthened, commended
desk-chapter-replaced = the head was replaced
desk-about-chapters = The units of the place, each with its last twelve months.
desk-about-chapter = One unit: twelve months, who holds which post, when it meets, its difficulties.
