# Letters by e-mail to staff

command-email-words = email|my email|mail address
command-email-description = Digests and documents by e-mail
help-email = Type <b>email</b>: get digests and documents by e-mail.
settings-button-email = E-mail
email-off = E-mail is not set up here.
email-not-yours = E-mail is for staff, readers and administrators.
email-none = You have not given an e-mail address yet. Type “email” to give one.
email-ask = Please type your e-mail address, like <b>name@commune.gov.vn</b>. A code goes there to confirm it; before that nothing else is sent.
email-unread = This is not an e-mail address. Please type it again, like “name@commune.gov.vn”.
email-domain = Letters may go to addresses of { $domains } only. Please type another one.
email-codes-spent = Many codes were sent to you today. Please try again tomorrow.
email-code-sent = A code was sent to <b>{ $email }</b>. Please type its six characters here within { $minutes } minutes. If you do not see it, look into the spam folder.
email-code-wrong = This code is not right. Please look at the letter to <b>{ $email }</b> and type its six characters.
email-code-over = This code is no longer good.
email-button-other = Type another address
email-confirmed = The address is confirmed.
email-works = Letters go to <b>{ $email }</b>. Choose a line to change it.
email-returns = Letters to <b>{ $email }</b> come back, so none are sent. You can change the address, or confirm it again.
email-stopped = You wanted no more letters at <b>{ $email }</b>.
email-wish-on-digests = Digests: yes
email-wish-off-digests = Digests: no
email-wish-on-files = Documents and sheets I asked for: yes
email-wish-off-files = Documents and sheets I asked for: no
email-wish-on-faults = Faults of the system: yes
email-wish-off-faults = Faults of the system: no
email-wish-on-missed = What does not arrive elsewhere: yes
email-wish-off-missed = What does not arrive elsewhere: no
email-button-start = Get letters again
email-button-change = Change the address
email-button-forget = Remove the address
email-forgotten = The address is removed. Nothing is sent there any more.
email-returned = Letters to <b>{ $email }</b> come back, so none are sent there any more. Type “email” to look at the address.
email-code-letter = Code to confirm your address

    Your code: <b>{ $code }</b>

    Please type it into the chat within { $minutes } minutes. If you did not ask for it, ignore this letter; no other will come.
email-file-too-large = The file is too large for a letter. Please open it in the chat.
email-footer = An automatic letter of the reporting system; please do not answer it. To get no more letters:
email-stop-title = No more letters
email-stop-ask = Do you want no more letters at this address?
email-stop-button = Stop letters
email-stop-stopped = Noted: no more letters are sent to this address. To get them again, type “email” in the chat.
email-stop-gone = This link is no longer good.
journal-action-mailbox-asked = gave an e-mail address
journal-action-mailbox-confirmed = confirmed an e-mail address
journal-action-mailbox-chosen = chose which letters come
journal-action-mailbox-started = gets letters again
journal-action-mailbox-removed = removed an e-mail address
journal-action-mailbox-stopped = stopped letters
