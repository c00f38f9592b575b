# The personal calendar that a phone subscribes to

calendar-title = Meetings
calendar-about = You can have your meetings in your phone's calendar. It holds the chapter's name, the time and the place only. Whoever has the link can see it, so please do not pass it on.
calendar-since = You have a link, made at { $at }.
calendar-made = The link to your calendar:
    { $link }
    On the phone open the calendar, add a calendar by its address (URL), and paste this. A link from before no longer works.
calendar-off = The link was taken back. The phone's calendar will not be brought up to date any more.
calendar-was-off = You have no calendar link.
calendar-none = This installation has no web address, so there can be no calendar link.
calendar-no-post = You hold no post at present, so there can be no calendar link.
calendar-button-make = Make a calendar link
calendar-button-new = Make a new link
calendar-button-off = Take the link back
help-calendar = Type <b>phone calendar</b>: your meetings in the phone's calendar.
command-calendar-words = phone calendar|calendar link
command-calendar-description = Your meetings in the phone's calendar
journal-action-calendar-linked = calendar link made
journal-action-calendar-revoked = calendar link taken back
