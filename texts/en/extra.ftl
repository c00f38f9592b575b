# Meetings outside the plan

command-extra-words = extra meeting|add a meeting|extraordinary meeting|thematic meeting
command-extra-description = Add a meeting outside the plan
menu-extra = Extra meeting
help-extra = Type <b>extra meeting</b>: add an extraordinary or thematic meeting.
report-choice-extra = { $sort } { $day }

extra-which = For which chapter do you add a meeting?
extra-sort = A meeting outside the plan of <b>{ $chapter }</b>. Of what sort is it?
extra-sort-extraordinary = Extraordinary
extra-sort-thematic = Thematic
extra-button-drop-one = Take back { $day }
extra-day = On which day is it? Choose or type a day; a day ahead will do as well.
extra-day-today = Today, { $day }
extra-day-yesterday = Yesterday, { $day }
extra-look = Add a meeting ({ $sort }) of { $chapter } on <b>{ $day }</b>? It does not count among the reports owed.
extra-button-add = Add
extra-added = Added. You can report it right now.
extra-added-ahead = The meeting on { $day } was added. You will be reminded of it as of any other.
extra-button-drop = Take it back
extra-dropped = The extra meeting of { $chapter } was taken back.
extra-left = No meeting was added.
extra-bad-day = Please type a day, such as “{ $example }”.
extra-begun = A report of this meeting was begun or sent, so it stays. Open the report and choose that it was not held.
