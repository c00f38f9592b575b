# Changes of places and chapters

change-effect-renamed = { $before } becomes { $after }
change-effect-moved = { $name }: moves from { $before } to { $after }
change-effect-closed = { $name }: closed after { $day }
change-effect-merged = { $before } merge into { $after }, { $members } members
change-effect-area-merged = { $before } merge into { $after }
change-effect-part = { $after } splits off { $before }, { $members } members
change-effect-area-part = { $after } splits off { $before }
change-effect-heads = { $name }: led by { $heads }
change-effect-no-head = { $name }: has no head yet

change-day-closed = That month is closed. A change can hold from { $day } at the earliest.
change-day-ahead = This change can be entered from { $day } on.
change-area-not-there = There is no area { $id } on that day.
change-chapter-not-there = There is no chapter { $id } there on that day.
change-chapter-twice = A chapter is named in two parts.
change-later-change = { $name } was changed from { $day } on. A later change cannot hold from before that day.
change-same-name = { $name } has this name already.
change-same-place = { $name } belongs to { $place } already.
change-below-itself = { $name } cannot move into { $place }, which lies inside it.
change-one-kind = Only chapters of one kind can be merged.
change-one-parent = Only areas of one level under one parent can be merged.
change-two-needed = At least two different ones are needed.
change-members-sum = The new chapters have { $sum } members, the chapter has { $members }. Please share out { $members }, or put the number right before splitting.
change-members = The number of members of { $name } cannot be right.
change-not-empty = { $name } still has { $count } areas or chapters. Move or close them first.
change-name = A name has 1 to { $longest } characters.

pause-days = The last day cannot lie before the first, nor the pause last over { $longest } days.
pause-not-shorter = This pause ends on { $day }. It can only be ended earlier.
reform-news = From { $day }: { $what }.
