# The level of a year

command-yeargrade-words = year|yearly grade|year grades|xếp loại
command-yeargrade-description = Yearly levels of the chapters
menu-yeargrade = Yearly levels
help-yeargrade = Type <b>yearly grade</b>: see and confirm yearly levels.

year-where = Which place do you want to look at?
year-place = <b>Yearly levels { $year }, { $place }</b>: { $settled } of { $of } chapters confirmed.
year-own = <b>Yearly level { $year }</b> of your chapter:
year-own-empty = You look after no chapter that has a yearly level for { $year }.
year-line-given = { $chapter }: { $level }
year-line-proposed = { $chapter }: proposed { $level }
year-line-none = { $chapter }: not enough to go by
year-chapter = <b>{ $chapter }</b>, { $year }
year-facts = Held { $held } of { $due } meetings; { $graded } graded: { $counts }.
year-facts-none = Held { $held } of { $due } meetings; none is graded yet.
year-proposed = Proposed by the rule: <b>{ $level }</b>.
year-none-too-few = Not enough to go by: { $graded } of { $due } meetings are graded, { $least } % are needed.
year-none-undecided = Not enough to go by: the meetings lack the points or grades that the rule asks for.
year-none-no-level = No level of the scale fits these facts.
year-open = Not confirmed yet.
year-given = Confirmed: <b>{ $level }</b>. { $who }, { $at }.
year-given-why = Confirmed: <b>{ $level }</b>. { $who }, { $at }. Reason: { $reason }
year-ask = Please choose the level to confirm. Another one than proposed needs a reason.
year-button-proposed = { $level } (proposed)
year-button-year = { $year }
year-button-look = See the level
year-why = { $chapter }: why “{ $level }”? Please write the reason.
year-left = Nothing was confirmed.
year-settled = The level of { $chapter } is confirmed.
year-news = { $chapter } has the level “{ $level }” for { $year }.

year-out-of-range = There are no yearly levels for { $year }.
year-off-scale = That level is not on the scale. The levels: { $levels }. Nothing was noted.
year-no-scale = There is no yearly scale for { $association }.
year-reason-needed = Please write more, for example: the chapter is new.
year-changed-meanwhile = This level has just been changed. Please look at the newest below.
year-changed-by = { $who } confirmed this level at { $at }. Please look at the newest below.

journal-action-chapter-year_graded = confirmed the yearly level
journal-field-year = Year
journal-field-computed = Proposed
