# A stranger, a code, consent, welcome

enrolment-stranger = Welcome. This is the chapter meeting log. Please type the code that you were given. If you have none, please ask your assigned cadre.

enrolment-code-first = The system does not know yet who you are, so it cannot take this message. Please type the code on your invitation.
enrolment-code-misread = A character of this code is not right. A code has 12 letters and digits, such as L756-KK8L-FRTJ. Please look at each character and send it again.
enrolment-no-words = Photos and voice messages are taken only after you have typed your code. Please type the code on your invitation.

enrolment-consent =
    <b>{ $name }</b>, please read these five points:
    • <b>Data:</b> your name, post, unit, phone number (if known), messenger account and the reports you send.
    • <b>Purpose:</b> to record, remind of and sum up meetings.
    • <b>Who controls it:</b> { $controller }.
    • <b>Your rights:</b> to see, correct and delete your data, and to withdraw consent at any time.
    • <b>Where the data goes:</b> { $channel ->
        [telegram] Telegram, whose servers are abroad; then the office's own server.
        [zalo] Zalo, a domestic company; then the office's own server.
        [web] the office's own web page, through no messenger.
       *[other] the messenger { account-name }; then the office's own server.
    }
    Do you agree?

enrolment-consent-full =
    <b>All about the data of { $name }</b>
    <b>What is kept:</b> name, form of address, post, unit, phone number (if known), messenger account, language; messages, photos and voice messages that you send to this system; when they were sent. No identity papers, no tracking of places, no lists of members.
    <b>Purpose:</b> to record meetings, remind, pass difficulties to where they are solved, and sum up figures. For nothing else.
    <b>Who controls it:</b> { $controller }. Who may see it: you, your assigned cadres and the offices above within their duty. Digest channels get totals only, no names.
    <b>Where the data goes:</b> { $channel ->
        [telegram] messages pass through Telegram, whose servers are abroad; reports are kept on the office's own server.
        [zalo] messages pass through Zalo, a domestic company; reports are kept on the office's own server.
        [web] the office's own web page and server; through no messenger.
       *[other] messages pass through the messenger { account-name }; reports are kept on the office's own server.
    }
    <b>How long:</b> photos 12 months; reports stay as the record of meetings. When personal data is deleted, reports stay under the post alone.
    <b>Your rights:</b> to know, agree, withdraw, see, correct, delete, restrict, object and complain under the Law on Personal Data Protection 91/2025/QH15. Send requests to your cadre or to who controls the data; they are acknowledged within 2 working days.
    Please enter nothing secret. Do you agree?

enrolment-office = the office that gave you this code

enrolment-yes = I agree
enrolment-no = I do not agree
enrolment-full = Show all

enrolment-declined = Very well, nothing more about you is kept. Your assigned cadre can enter your unit's report as you tell it. If you change your mind, just send the code again; it works until it expires.

enrolment-welcome = Welcome, { $form ->
   *[any] <b>{ $name }</b>
    } — { $titles }.
enrolment-welcome-plain = Welcome, { $form ->
   *[any] <b>{ $name }</b>
    }.
enrolment-already = This account is yours already, no code is needed. That code still works for another account of yours.
enrolment-other-person = This code is for somebody else, and this account is in use. Please pass the code on to the right person.

code-wrong = This code cannot be used. Please check each character, or ask your cadre for a new one.
code-expired = This code has expired. Please ask your cadre for a new one.
code-blocked = This code cannot be used, and there were many wrong ones. Please look at each character of the slip; a right code still works at once.
code-for-group = This code is for a group or channel that receives digests. Please add the bot to the group and post the code there.

weblink-words = web|web page|open the web page
weblink-here =
    Your personal link, good once within { $minutes } minutes, please do not pass it on:
    { $link }
weblink-none = There is no web page here.

invite-not-allowed = You may not hand out a code for this person.
invitation-missing = There is no such invitation.
invitation-over = This invitation was used, taken back or has expired.
person-missing = There is no such person in the directory.
area-missing = There is no such area.

post-leader = Head of
post-deputy = Deputy head of
post-cadre = Assigned cadre of
post-staff = Staff of
post-reader = Reader of
post-administrator = Administrator of
post-more = and { $count } more
enrolment-account-full = This account of the bot serves { $people } people already and takes nobody else. The code still works: { $page ->
    [none] please ask your cadre for another way in.
   *[other] please open { $page } and type the code there.
}
