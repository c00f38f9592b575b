# Figures of a closed month confirmed, level by level
command-confirm-words = confirm figures|confirm the month
command-confirm-description = Confirm the figures of a month
menu-confirm = Confirm figures
help-confirm = Type <b>confirm figures</b>: confirm the figures of a closed month, see which places have.
confirm-which = Which place's confirmations do you want to see?
confirm-place = Figures of { $period } confirmed: { $place }
confirm-open = This month is not closed. It can be confirmed after the day on which it closes, { $day }.
confirm-missing = The figures are not confirmed.
confirm-confirmed = Confirmed at { $at } by { $who }.
confirm-changed = Confirmed at { $at } by { $who }; changed since.
confirm-below = Below: { $number } of { $of } places confirmed{ $changed ->
    [0] {""}
   *[other] , { $changed } of them changed since
}.
confirm-done = Your confirmation is noted.
confirm-button-confirm = Confirm the figures
confirm-button-look = See what is confirmed
confirm-line-missing = { $place } – not confirmed
confirm-line-changed = { $place } – changed since
confirm-news-changed = The figures of { $place } for { $period } were confirmed and have changed: { $chapter } sent or corrected a report. Please look and confirm again.
journal-action-month-confirmed = confirmed the figures of a month
desk-page-confirm = Confirm figures
desk-about-confirm = The office of each place confirms the figures of a closed month; the level above sees who has, and where something changed since.
desk-confirm-hides-nothing = Figures that are not confirmed are counted and shown all the same.
desk-confirm-nobody-below = No place below has staff to confirm anything.
desk-confirm-caption = Confirmations of the places right below
desk-confirm-col-by = Confirmed by
desk-confirm-col-at = Confirmed at
desk-confirm-col-changed = Changed at
desk-confirm-missing = not confirmed
desk-confirm-confirmed = confirmed
desk-confirm-changed = confirmed, changed since
desk-confirm-below = { $number } of { $of } places below confirmed
