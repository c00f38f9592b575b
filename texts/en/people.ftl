# People as those see them who answer for them: accounts, codes, lost phones

command-invite-words = invite|invitations|print invitations
command-invite-description = Invitations that can still be used
command-lostphone-words = lost phone|my phone is lost|close accounts
command-lostphone-description = Lost phone: close accounts
help-invite = Type <b>invitations</b>: see and take back invitations.
help-lostphone = Type <b>lost phone</b>: phone lost, close the other accounts at once.

person-card = <b>{ $name }</b>, { $phone }
    { $titles }
person-no-post = Holds no post now
person-no-account = No account yet.
person-account = Account: { $account }
person-account-lost = Account: { $account }, messages do not arrive
person-silent = Got { $count } reminders, no answer yet. Please call.
person-sent-list = Last messages:
person-sent = { $at }, { $account }: { $result }
person-code-open = An invitation can be used until { $until }.
person-button-invite = Invite
person-button-revoke = Take the invitation back
person-button-pause = Leave
person-button-cut-off = Lost phone: close accounts
account-name = { $channel ->
    [telegram] Telegram
    [zalo] Zalo
    [web] web page
    [sms] text message
    [email] e-mail
   *[other] { $channel }
}
sent-sent = arrived
sent-pending = waiting
sent-failed = could not be sent
sent-cancelled = no longer needed
sent-expired = too late, not sent

invite-code = Code: <b>{ $code }</b>, for one use, within { $days } days.
invite-link = Link: { $link }
invite-secret = Give this code to the person it is for, and to nobody else.
invite-revoked = Taken back. The old code no longer works.
invite-open = You have { $count } unused invitations. Choose one to take it back.
invite-none-open = You have no unused invitation. To invite somebody, open them in “Chapters and people”.
invite-button-revoke = Take back: { $name }, until { $until }
invite-sheet-where = Print invitations for which place?
invite-sheet-begun = Making slips for { $count } people without an account. The file comes in a few minutes.
invite-sheet-nobody = Everybody here has an account already.
invite-sheet-done = Slips for { $count } people. Print and cut them, and hand each to its person.
slip-heading = INVITATION – { $place }
slip-file = Invitations { $place }{ $part ->
    [0] {""}
   *[other] {" "}({ $part })
}.docx
slip-step-open = Open the camera of a phone, scan the square.
slip-step-messenger = Open Telegram and the system as you were shown.
slip-step-code = If asked for it, enter the code above.
slip-step-agree = Read, and press “Agree”.
slip-page = If it cannot be scanned: open { $page } and enter the code.
slip-bot = Cannot scan: open Telegram, look for @{ $bot }, press “Start” and type the code.
slip-zalo = On Zalo: scan this one, then send the code.
slip-contact = For help, please ring { $whom }.
slip-until = The code works once, until { $day }. Do not hand it on.

lostphone-none = You have no other account to close.
lostphone-none-theirs = This person has no account.
lostphone-ask-own = Close your other accounts ({ $accounts })? The one you use now stays.
lostphone-ask = Close every account of <b>{ $name }</b> ({ $accounts })? Drafts and reports stay.
lostphone-yes = Close now
lostphone-no = Do not close
lostphone-kept = No account was closed.
lostphone-done = { $accounts } accounts and { $codes } codes closed. The lost phone can no longer get in.
cut-off-not-allowed = You do not answer for this person.

board-unreached = <b>To be called</b>
board-unreached-line = { $chapter }: { $name }, { $phone }: { $why }

report-joint = { $chapter } met in the same evening and has not reported. If it was one meeting, only the number present is missing.
report-joint-button = Met together: { $chapter }
report-joint-taken = Day, place, chair and topic were taken from the report just sent. Please give the rest.

device-new = A new account ({ $account }) has just joined your name, by a code from { $by }. If that was not you, please choose “Not me” at once: that account is cut off.
device-new-own = A new account ({ $account }) was just opened by a link that you asked for. If that was not you, please choose “Not me” at once: that account is cut off.
device-line = The number { $phone } was just added for text messages in your name. If that was not you, please choose “Not me” at once: that number is cut off.
device-by-office = the office that runs the system
device-first = { $name } came in for the first time ({ $account }), by a code from { $by }. If that is not the right person, please cut the account off.
device-first-button = See { $name }
device-button-not-me = Not me
device-disowned = That account ({ $account }) is cut off and unused codes are void. Your office has been told.
device-gone = This account is no longer yours.
device-staff-disowned = <b>{ $name }</b> ({ $titles }) reports an unknown account ({ $account }) that came in by a code from { $by }. It has been cut off. Please look into it.
invite-code-for-you = Your invitation code: <b>{ $code }</b>, good once, for { $days } days, to come in from another phone. { $by } asked for it. If you do not need it, please ignore it and give it to nobody.
invite-sent-to-account = { $name } has an account, so the code was sent there directly.
invite-by-office = This person has had an account before. A new code comes from the staff of the office.
lostphone-staff-told = { $by } has cut off all accounts of <b>{ $name }</b> ({ $titles }) for a lost phone. A new code comes from the staff of the office.
