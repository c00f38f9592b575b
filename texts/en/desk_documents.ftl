# The staff's desk: documents

desk-page-documents = Documents
desk-page-document = Document
desk-documents-new = New document, { $place }, { $period }
desk-documents-empty = There is no document yet. Choose the period and kind above, then begin one.
desk-documents-caption = { $count } documents, changed last first
desk-documents-col-name = Document
desk-documents-col-number = Number
desk-documents-col-changed = Changed last
desk-documents-list = List of documents
desk-document-number = Number: { $number }
desk-document-differences = Unlike the version before: { $count } indicators
desk-document-edited = written by hand
desk-document-moved = The figures have changed:
desk-document-take = Take the new figures
desk-document-keep = Keep what was written
desk-document-write = Write this paragraph anew
desk-document-save = Save this paragraph
desk-document-back = Back to the figures
desk-document-basis = What it rests on
desk-document-reports = { $count } reports
desk-document-lost = Written by hand, but without figures now
desk-document-drop = Drop this paragraph
doc-passage-empty = The paragraph is empty, so it was not saved.
doc-passage-gone = The document no longer has this paragraph, so nothing was saved. Please open it again.
doc-edited-meanwhile = Somebody has just changed this document, so nothing was saved. What you typed is below; please look again and save.
