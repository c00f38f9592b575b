# Looking for words in what was reported, at the desk and in the chat

desk-page-search = Search
desk-search-words = Words (marks may be left out)
desk-search-find = Search
desk-search-anew = Begin anew
desk-search-found = “{ $words }”, { $period }: told in { $areas } places, by { $chapters } units, in { $reports } reports.
desk-search-none = “{ $words }”, { $period }: no report tells of it.
desk-search-cut = Only the newest are counted; please choose a shorter period or a smaller place.
desk-search-by-about = By what it is:
desk-search-by-place = By place:
desk-search-about-topic = Topic of the meeting
desk-search-about-best_practice = Good practice
desk-search-caption = { $count } passages in { $reports } reports, newest first
desk-search-col-about = What it is
desk-search-col-report = Report

command-search-words = search reports|find in reports
command-search-description = Search the reports
menu-search = Search the reports
help-search = Type <b>search reports</b>, then the words, to learn how many units tell of it and in which reports.
search-ask = Which words are to be found in the reports? For example: irrigation. Marks may be left out.
search-found = <b>“{ $words }”</b>, { $period }: told in { $areas } places, by { $chapters } units, in { $reports } reports.
search-none = <b>“{ $words }”</b>, { $period }: no report tells of it.
search-line = – { $day }, { $chapter }: { $text }
search-button-report = { $number }, { $chapter }
desk-about-search = In how many units a word or category was raised, and in which reports.
