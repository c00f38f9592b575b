# What a person wants to be told when, and all their news

command-news-words = news|my news
command-news-description = What you were told
help-news = Type <b>news</b>: everything you were told.
menu-news = New ({ $count })
news-list = Your news, the newest first:
news-none = There is no news for you yet.
news-item = { $day }: { $line }
news-item-new = <b>New</b> { $day }: { $line }
news-button-all = All news
news-button-settings = How I am told

command-settings-words = settings|preferences
command-settings-description = When you are told of what
help-settings = Type <b>settings</b>: choose the hour of your news and what comes at once.
settings-hour = The day’s news come as one message at <b>{ $time }</b>.
settings-reminders = News come with the reminders of your meetings, so that you are not disturbed often.
settings-urgent = At once, without waiting: { $sections }. What is urgent always comes at once.
settings-nothing = nothing chosen
settings-button-hour = Change the hour
settings-button-sections = Choose what comes at once
settings-button-language = Language
settings-ask-hour = At what time would you like the day’s news? Choose an hour, or type one like “18:15”.
settings-hour-unread = This could not be read as a time. Please type it like “18:15” or “7:00”.
settings-hour-quiet = Messages go out from { $first } until before { $last } only. Please choose another hour.
settings-hour-kept = Noted: from now on the day’s news come at { $time }.
settings-sections = Choose a section to change between “once a day” and “at once”.
settings-section-urgent = { $section }: at once
settings-section-bundled = { $section }: once a day
journal-action-preference-changed = changed how news come
settings-button-ways = Where I am told
settings-ways = Where would you like to be told? Where that does not work, messages go another way. You can answer anywhere.
settings-ways-order = The order now: { $ways }. What does not arrive within three hours goes by the next; where none is left, the cadre is asked to phone.
settings-way-last = Where I was last
settings-way-chosen = { $way } ✓
settings-way-gone = This account can no longer be reached. Please choose another one.
