# The web page

web-title = Chapter meetings
web-write = Type a message
web-send = Send
web-photo = Photo
web-photos = Send photos (several at once)
web-sending = Sending…
web-sent = Sent
web-unsent = Not sent yet, will be sent again
web-unkept = This phone cannot keep what is not sent yet. Please leave the page open until it is sent.
web-session-unkept = Your session has ended. Please copy what is not sent yet, then open the page again.
web-refused = Could not be sent
web-offline = Connection lost. Reconnecting…
web-older = Show older messages
web-unread = New message
web-edit = Edit
web-edited = edited
web-editing = Editing a sent message
web-cancel = Cancel
web-from-bot = Assistant
web-from-me = You
web-large = The file is larger than 20 MB. Please choose a smaller one.
web-only-read = This channel is for reading only.
web-pick-date = Choose a date
web-send-date = Send this date
web-day-today = Today
web-day-yesterday = Yesterday

web-door-hello = Welcome
web-door-link = Press the button to open the meeting reports page.
web-door-typed = Please type your code to open the meeting reports page.
web-door-code = Your code
web-door-way = Open in { $name }
web-door-enter = Enter
web-door-help = No code, or an expired one? Ask your assigned cadre for a new link.

web-error-bad = The page did not understand what was sent.
web-error-session = Your session has ended. Please enter again by a new link.
web-error-reader = This channel is for reading only.
web-error-missing = Not found.
web-error-large = What was sent is too large.
web-file = File
web-files = Send a file
web-leave = Log out
web-leave-ask = Log out on this device? You will need a new link or code to come back.
web-leave-yes = Log out here
