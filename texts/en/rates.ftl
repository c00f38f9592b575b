# How many of the members come

command-rates-words = rates|attendance rates|attendance rate
command-rates-description = Attendance rates and their trend
help-rates = Type <b>rates</b>: attendance of members by place, association and chapter.
menu-rates = Attendance rates
rates-all = where you are in charge
rates-place = <b>Attendance in { $period }, { $place }:</b> { $rate }
    Counted over meetings that were held; exempt members are left out.
rates-rate = { $share } ({ $present }/{ $room }, { $meetings } { $meetings ->
        [one] meeting
       *[other] meetings
    })
rates-none = no held meeting has told its number yet
rates-trend = Six months: { $months }
rates-trend-month = { $month }: { $share }
rates-up = up { $points } points
rates-down = down { $points } points
rates-same = unchanged
rates-by-area = <b>By place</b>, the lowest first:
rates-by-association = <b>By association</b>, the lowest first:
rates-by-chapter = <b>By chapter</b>, the lowest first:
rates-line = – { $name }: { $rate }
rates-button-area = By place
rates-button-association = By association
rates-button-chapter = By chapter
