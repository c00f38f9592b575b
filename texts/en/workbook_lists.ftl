# Offices' own lists and old fonts, shown before they are read.

workbook-survey-unread = “{ $line }” is not understood.
workbook-survey-fonts = { $count } cells were typed for an old font ({ $fonts }) and will be read so:
workbook-survey-font = { $place }: “{ $before }” is “{ $after }”
workbook-survey-list = List { $number }: { $caption } (sheet “{ $sheet }”, heading in row { $row }, { $rows } rows)
workbook-survey-dropped = This list is passed over.
workbook-survey-about = Kind: { $kind ->
    [none] not clear
   *[other] { $kind }
}. Commune: { $commune ->
    [none] not clear
   *[other] { $commune }
}.
workbook-survey-shared = For all rows, { $field }: { $value }
workbook-survey-column = Column { $letter } “{ $heading }”: { $field }
workbook-survey-skip = Column { $letter } “{ $heading }”: not needed
workbook-survey-private = Column { $letter } “{ $heading }”: the directory does not keep this, it is passed over
workbook-survey-unknown = Column { $letter } “{ $heading }”: not clear what it is, it is passed over
workbook-survey-sample = Sample row { $number }: { $cells }
workbook-survey-help = Nothing is written yet. If it is right, choose “Right, go on”; if not, “Read it otherwise”.
workbook-survey-help-fonts = Nothing is written yet. If the words are right, choose “Right, go on”.
workbook-survey-command = Nothing is written yet. If it is right, run it again with --agree; if not, add --set, as in --set "H = điện thoại" --set "giờ = 19h".
workbook-remarks-command = Nothing is written yet. If these cells are all right, run it again with --agree.

workbook-field-person = name
workbook-field-leader = name of the head
workbook-field-deputy = name of the deputy
workbook-field-cadre = name of the assigned cadre
workbook-field-role = role
workbook-field-phone = phone
workbook-field-unit = unit
workbook-field-area = place
workbook-field-kind = kind
workbook-field-members = members
workbook-field-exempt = exempt members
workbook-field-rule = meeting day
workbook-field-time = hour of the meeting
workbook-field-place = where it meets
