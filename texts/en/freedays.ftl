# Free days of a place

command-freedays-words = free days|holidays
command-freedays-description = Free days of the area
help-freedays = Type <b>free days</b>: see, add or take out free days of the area.

freedays-which = Whose free days do you want to see?
freedays-list = <b>Free days of the next 12 months, { $place }</b>
freedays-line = { $day }: { $name }
freedays-line-own = { $day }: { $name } (of this area)
freedays-none = There are no free days yet.
freedays-ask = To add a free day of the area, type its date and name, such as “15/10 Ok Om Bok”.
freedays-ask-remove = Choose a day to take it out.
freedays-button-remove = Take out { $day } { $name }
freedays-not-read = Please type the date and then the name, such as “15/10 Ok Om Bok”.
freedays-preview-add = Add the free day <b>{ $day }</b> ({ $name }) at { $place }?
freedays-preview-remove = Take out the free day <b>{ $day }</b> ({ $name }) at { $place }?
freedays-shifted = Meetings that change their day ({ $count }):
freedays-shifted-line = { $chapter }: { $before } → { $after }
freedays-shifted-more = … and { $count } others
freedays-shifted-none = No meeting changes its day.
freedays-shifted-later = The meetings will be planned anew within minutes.
freedays-no-day = none
freedays-button-yes = Yes
freedays-added = The free day was added.
freedays-removed = The free day was taken out.
freedays-left = Nothing was changed.
freedays-button-list = Free days

freeday-too-far = Only days from today to twelve months ahead are taken.
freeday-name = Please add the name of the day, such as “15/10 Ok Om Bok”.
freeday-there = This day is a free day of the area already.
freeday-not-there = This day is no free day of the area any more.
