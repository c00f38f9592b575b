# The sheet of mergers, splits and moves.

workbook-sheet-reforms = Mergers and splits
workbook-head-reform = What
workbook-head-subjects = Of which
workbook-head-results = Into which
workbook-choice-reform-merge_areas = merge areas
workbook-choice-reform-split_area = split an area
workbook-choice-reform-move_area = move an area
workbook-choice-reform-merge_chapters = merge chapters
workbook-choice-reform-split_chapter = split a chapter
workbook-choice-reform-move_chapter = move a chapter
workbook-guide-18 = Mergers and splits: name what is there, by “;”, then the new ones. Merging: “Ấp A; Ấp B” into “Ấp C”. Splitting an area: “Ấp D; Ấp E: #12, #15” (these chapters go to Ấp E, the others to the first). Splitting a chapter: “Chi hội D: 20; Chi hội E: 15” (members). Moving: the area it comes to. History keeps the old names.
workbook-fault-reform-one = this is done with one, a row for each
workbook-fault-reform-one-name = a merger has one new name
workbook-fault-reform-names = give two new names or more, by “;”
workbook-fault-reform-members = write the members after a colon, such as “Chi hội A: 20; Chi hội B: 15”
workbook-fault-reform-unknown = “{ $name }” is not in the directory; give its name or number, such as “#12”
workbook-fault-reform-most = { $most } at most in one file; send the others in the next
