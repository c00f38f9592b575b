# The staff's desk: sheets

desk-page-exports = Sheets
desk-about-exports = Figures and records as Excel or CSV; a large sheet is made apart, files are kept for 7 days.
desk-exports-new = New sheet, { $place }, { $period }
desk-exports-format = Kind of file
desk-exports-as-today = The sheet of figures goes by where places lie now.
desk-exports-make = Make it
desk-exports-caption = Sheets that you asked for lately, newest first
desk-exports-kept = A finished sheet is sent to you as a message as well, and stays here for 7 days.
desk-exports-col-sheet = Sheet
desk-exports-col-asked = Asked for
desk-exports-col-file = File
desk-exports-pending = Being made, { $rows } of { $of } rows
desk-exports-done = Made, { $rows } rows
desk-exports-failed = Could not be made
desk-exports-take = Download
desk-exports-of-page = Take this out as a file
