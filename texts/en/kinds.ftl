# Kinds of chapters

command-kinds-words = kinds|kinds of chapters
command-kinds-description = Kinds of chapters (administration)
help-kinds = Type <b>kinds</b>: names, words and usual calendar of each kind of chapter.

kind-list = <b>Kinds of chapters</b>. A new kind is added by the sheet “Kinds” of the workbook.
kind-none = There is no kind yet. Add one by the sheet “Kinds” of the workbook.
kind-card = <b>{ $name }</b> (code { $code }), { $count } chapters
kind-line = { $thing }: { $value }
kind-field-name = Name
kind-field-association = Association
kind-field-unit = Word for the chapter
kind-field-members = Word for its members
kind-field-regular = Word for its meetings
kind-field-leader = Title of the leader
kind-field-deputy = Title of the deputy
kind-field-rule = Meeting day
kind-field-shift = On free days
kind-field-recording = What is recorded
kind-type = <b>{ $kind }</b>, { $thing }: now “{ $now }”. Type the new one.
kind-choose = <b>{ $kind }</b>, { $thing }: now { $now }. Choose one.
kind-association-everywhere = The association gets this name in every kind, post and rating scale that bears it.
kind-meetings-follow = The meetings ahead of { $count } chapters are planned anew, but for those with a day of their own.
kind-changed = The change was made.
kind-button-field = Change: { $thing }
kind-button-list = Kinds of chapters
kind-button-back = Show this kind
kind-bad-text = Please type 1 to { $longest } characters.
kind-name-taken = There is a kind called “{ $name }” already.
kind-association-taken = There is an association called “{ $name }” already. A kind is moved to another by the workbook.

kind-word-unit = the chapter
kind-word-members = members
kind-word-regular = regular
