# The directory as a workbook

workbook-sheet-guide = Guide
workbook-sheet-areas = Areas
workbook-sheet-kinds = Chapter kinds
workbook-sheet-chapters = Chapters
workbook-sheet-people = People
workbook-sheet-posts = Posts
workbook-sheet-holidays = Holidays
workbook-sheet-channels = Digest channels

workbook-head-id = Number
workbook-head-name = Name
workbook-head-level = Level
workbook-head-parent = Belongs to
workbook-head-code = Code
workbook-head-grace_days = Days to report
workbook-head-closing_day = Closing day
workbook-head-travel_min = Travel time (minutes)
workbook-head-valid_from = From
workbook-head-valid_to = Last day
workbook-head-association = Association
workbook-head-unit = Word for the unit
workbook-head-members = Word for members
workbook-head-regular = Word for the meeting
workbook-head-leader = Title of the head
workbook-head-deputy = Title of the deputy
workbook-head-frequency = Months of a period
workbook-head-rule = Meeting day
workbook-head-shift = On a free day
workbook-head-recording = What is recorded
workbook-head-kind = Kind
workbook-head-area = Area
workbook-head-member_count = Members
workbook-head-exempt_count = Exempt
workbook-head-start_time = Time
workbook-head-duration_min = Minutes
workbook-head-place = Place
workbook-head-address_form = Form of address
workbook-head-phone = Phone
workbook-head-language = Language
workbook-head-person = Person
workbook-head-role = Role
workbook-head-chapter = Chapter
workbook-head-day = Day
workbook-head-channel = Messenger
workbook-head-account = Bot account
workbook-head-chat = Group number
workbook-head-title = Group name

workbook-choice-shift-none = not moved
workbook-choice-shift-next_day_off_skipped = to the next working day
workbook-choice-shift-next_day_holiday_only = only off a holiday
workbook-choice-shift-previous_working_day = to the working day before
workbook-shift-moved = moved to { $day }
workbook-choice-recording-full = in full
workbook-choice-recording-frame = the frame only
workbook-choice-recording-off = not at all
workbook-choice-language-vi = Vietnamese
workbook-choice-language-en = English
workbook-choice-role-leader = leader
workbook-choice-role-deputy = deputy
workbook-choice-role-cadre = cadre
workbook-choice-role-staff = staff
workbook-choice-role-reader = reader
workbook-choice-role-administrator = administrator
workbook-choice-channel-telegram = Telegram
workbook-choice-channel-zalo = Zalo
workbook-choice-channel-web = web

workbook-guide-title = Directory of areas, chapters and the people responsible
workbook-guide-1 = Fill in the sheets in order: Areas, Chapter kinds, Chapters, People, Posts; Duties to attend, Holidays, Digest channels, Programmes, Pilot places, Targets, Kinds of figures, Score tables and Yearly scales if wanted. Leave empty or delete what is not needed.
workbook-guide-2 = Orange headings are needed in every new row. Columns may change places; headings stay as they are. Columns “STT” and “Note” are ignored.
workbook-guide-3 = Rows in italics with “ví dụ” in the first cell are examples and are not brought in. Delete them or leave them. The sheet of chapter kinds holds the usual kinds already: change them to what holds in your place, delete what you do not have.
workbook-guide-4 = An empty cell keeps what is stored (in a new row: the usual value). “-” empties what is stored. What is not in the workbook is left alone.
workbook-guide-5 = Numbers are given by the export. Leave them empty in new rows. A row with its number may change name and phone at will. “mới” marks a row that is new however much it looks like another.
workbook-guide-6 = Name an area, or give the whole way “Xã Long Vĩnh / Ấp Cái Cối” where several have the name, or its number “#12”. Marks do not matter.
workbook-guide-7 = People on the sheet Posts are found by phone; without one by name, or by number “#12”. Who is called by a name of two words has it in the form of address: “đồng chí Sa Rinh”.
workbook-guide-8 = Meeting days in words, English or Vietnamese: “the 5th”; “last day”; “last Saturday of the month”; “first Sunday of the month”; “2nd Sunday of the month”; “the 1st by the lunar calendar”; “full moon by the lunar calendar”.
workbook-guide-9 = Periods longer than a month: “every quarter: the 5th, in its 2nd month”; “every two months: first Sunday of the month”; “once every quarter, no fixed day”.
workbook-guide-10 = Leader, deputy, cadre: name the chapter. Staff, reader, administrator: leave the chapter empty and name the area (and the kind, or the association, if only that one).
workbook-guide-11 = Handing a post over: give the old holder's row a last day, add a row for the new one. What ends gets a last day; rows are never deleted.
workbook-guide-12 = Days as 05/11/2026; times as 18:30 or 18h30; phones keep their leading 0.
workbook-guide-13 = No merged cells in the table, no password. Save as .xlsx, .xls, .xlsb, .ods; or as .csv, a file for each sheet with the sheet's name. Write “nt” for the same as above; rows of totals and signatures are passed over.
workbook-guide-14 = What will be added, changed and ended is shown first. If one cell is wrong nothing is written, and all wrong cells are listed at once.
workbook-guide-15 = Only what the work needs. No state secrets, nothing about health.

workbook-fault-line = { $place } “{ $value }”: { $right }
workbook-fault-line-empty = { $place }: { $right }
workbook-faults-more = … and { $count } more.
workbook-fault-id = a number given by the export, nothing, or “mới”
workbook-fault-count = a whole number from { $least } to { $most }
workbook-fault-day = a day such as 05/11/2026
workbook-fault-time = a time such as 18:30
workbook-fault-phone = no phone number in use; write all of it, such as 0912 345 678
workbook-fault-rule = a meeting day such as “the 5th”, “last Saturday of the month”, “the 1st by the lunar calendar”, “once every quarter, no fixed day”
workbook-fault-rule-period = this meeting day does not fit a period of { $months } months
workbook-fault-choice = one of: { $choices }
workbook-fault-code = a code of small letters, digits and underscores, such as chi_bo
workbook-fault-long = longer than { $most } characters
workbook-fault-formula = the cell holds a formula without a result; open and save the file with Excel, or write the value
workbook-fault-nothing-above = there is no cell above to be the same as
workbook-fault-differs = differs from row { $other } of the same unit
workbook-fault-list-kind = the kind is not clear; say it for all rows, such as “loại hình = Chi hội Phụ nữ”
workbook-fault-list-role = the role is not clear; say it for all rows, such as “chức danh = trưởng”
workbook-fault-list-needed = the list has no such column; say it for all rows, such as { $what ->
    [start_time] “giờ = 19h”
    [place] “địa điểm = Nhà văn hóa ấp”
    [member_count] “số hội viên = 30”
   *[other] “loại hình = Chi hội Phụ nữ”
}
workbook-fault-error = the cell shows an error
workbook-fault-merged = the cells are merged; take them apart
workbook-fault-heading = no such column; name it as in the template, or “Ghi chú”
workbook-fault-no-headings = no row of headings; wanted: { $names }
workbook-fault-sheet-unknown = no such sheet; there are: { $names }
workbook-fault-sheet-twice = the sheet is there twice
workbook-fault-needed = must be filled in
workbook-fault-slash = a name must not have “ / ” in it
workbook-fault-unknown-id = no row has this number
workbook-fault-twice = the same as row { $other }
workbook-fault-unknown-area = no area has this name{ $near ->
    [none] {""}
   *[other] ; much like it: “{ $near }”
}
workbook-fault-kind-or-association = name a kind or an association, not both
workbook-fault-unknown-association = there is no such association. There are: { $names }
workbook-fault-association-held = somebody has a post for this association; to rename it type “kinds” in the chat
workbook-fault-unknown-kind = { $names ->
    [none] no such kind; add it to the sheet of chapter kinds
   *[other] no such kind; there are: { $names }
}
workbook-fault-unknown-chapter = no chapter has this name in this area{ $near ->
    [none] {""}
   *[other] ; much like it: “{ $near }”
}
workbook-fault-unknown-person = nobody is found; give the right phone or name
workbook-fault-several = { $count } have this name; say more, or give the number, such as { $example }
workbook-fault-circle = an area cannot belong to itself
workbook-fault-scope = a chapter or an area is needed
workbook-fault-role-scope = this role needs a chapter
workbook-fault-exempt = more exempt than members
workbook-fault-order = the last day lies before the first
workbook-fault-moved = not moved in this row; leave it as it was and add a row to the sheet “Mergers and splits”: old figures stay with the old place
workbook-fault-fixed = cannot be changed here; end the old row and add a new one
workbook-fault-kind-not-yours = only the administrator of all places adds and changes kinds; delete this row from the file
workbook-fault-not-yours = outside the areas you look after

workbook-bad-too-large = The file is larger than { $megabytes } MB. Please divide the directory into several files.
workbook-bad-locked = The file has a password and cannot be opened. Please take it off and send the file again.
workbook-bad-page = The file is a web page named like a workbook. Please open it with Excel, save it as .xlsx and send it again.
workbook-bad-not-workbook = The file is no workbook (.xlsx, .xls, .xlsb, .ods, .csv), whatever its name says.
workbook-bad-macros = The file has macros. Please save it as .xlsx without any.
workbook-bad-damaged = The file is damaged and cannot be opened as a workbook.
workbook-bad-bomb = The file unpacks to far more than a directory and was not opened.
workbook-bad-no-sheets = None of the directory's sheets is in the file. They are: { $names }
workbook-bad-too-many-rows = A sheet has more than { $most } rows. Please divide the directory into several files.
workbook-bad-encoding = The letters in “{ $name }” cannot be read. Please save it as “CSV UTF-8” or .xlsx and send it again.
workbook-bad-marked = The file is marked { $mark ->
    [tuyet_mat] “Tuyệt mật”
    [toi_mat] “Tối mật”
   *[other] “Mật”
}, so it was not taken and has been deleted. State secrets do not belong here.

workbook-preview-line = { $sheet }: { $added } added, { $changed } changed, { $ended } ended
workbook-preview-nothing = The file says what the directory says already; there is nothing to do.
workbook-preview-added = + { $name }
workbook-preview-ended = − { $name } (last day { $day })
workbook-preview-changed = { $name }: { $column } { $before } → { $after }
workbook-preview-more = … and { $count } changes more.
workbook-preview-empty = empty
workbook-doubtful-line = { $place } “{ $name }”: is it “{ $known }” (number { $id })?
workbook-doubtful-help = Give the row that number if they are one, write “mới” if they are not. Nothing was written.
workbook-remarks-heading = Please look at these cells:
workbook-remarks-more = … and { $count } more.
workbook-remark-as-above = the same as above: “{ $above }”
workbook-remark-thousands = read as { $count }
workbook-remark-not-a-row = this is no row of the list and is passed over
workbook-remark-hidden = this row is hidden but read all the same
workbook-remark-same-person = the name of row { $other }, taken for the same person
workbook-remark-phones = several numbers, only the first is taken: { $phone }
workbook-faults-heading = { $count } places must be mended; nothing was written:
workbook-clash = { $who } has brought in a directory; { $count } new people have phone numbers of people elsewhere: { $names }. Please check whether they are the same.
workbook-applied = Written: { $added } added, { $changed } changed, { $ended } ended.
workbook-changed-meanwhile = The directory has changed since the preview, so nothing was written. Please send the file again.

command-workbook-words = workbook|import directory
command-workbook-description = Bring the directory in from a workbook
help-workbook = Type <b>workbook</b>: bring chapters, people and posts in from a workbook.
workbook-send = Please send the workbook (.xlsx, .xls, .ods or .csv) here, by the template or as your office keeps its list. What would be added, changed and ended is shown first; nothing is written before you agree.
workbook-button-export = Export the directory
workbook-exporting = The directory of your area is being written. The file comes in a few minutes.
workbook-exported = The directory of your area. Change it and send this file back to update it.
workbook-file-name = Directory { $day }.xlsx
workbook-received = The file is here and is being compared with the directory. You will hear as soon as that is done.
workbook-applying = Writing to the directory. You will hear when it is done.
workbook-dropped = Dropped; the directory stays as it is.
workbook-gone = This file has been dealt with already.
workbook-button-apply = Write to the directory
workbook-button-drop = Drop it
workbook-button-agree = Right, go on
workbook-button-correct = Read it otherwise
workbook-looking = Noted. The file is being read again as you said.
workbook-correct = Please type what to change, a line each, such as:
    H = điện thoại
    C = bỏ
    xã = Xã Long Vĩnh
    loại hình = Chi hội Phụ nữ
    giờ = 19h
    địa điểm = Nhà văn hóa ấp
    danh sách 2 = bỏ
    Words that can be used: họ tên, trưởng, phó, chức danh, điện thoại, đơn vị, ấp, loại hình, số hội viên, miễn, ngày sinh hoạt, giờ, địa điểm, bỏ.
