# The person's own data

command-privacy-words = my data|privacy|dữ liệu của tôi
command-privacy-description = See, correct or erase your data
menu-privacy = My data
help-privacy = Type <b>my data</b>: see, correct or erase your own data.
command-withdrawal-words = withdraw|withdraw consent|rút đồng ý
command-withdrawal-description = Withdraw your consent
menu-withdrawal = Withdraw consent
help-withdrawal = Type <b>withdraw</b>: withdraw the consent to your data being kept.

privacy-data =
    <b>My data</b>
    Name: { $name }
    Phone: { $phone }
    Posts: { $posts }
    Messengers: { $accounts }
    Consents: { $consents }; reports sent: { $reports }; meetings attended: { $attendance }; files: { $files }; messages: { $messages }; changes made: { $changes }
privacy-name-wanted = { $name } (asked to be “{ $new }”, not confirmed yet)
privacy-channel = { $channel ->
    [telegram] Telegram
    [zalo] Zalo
    [web] the web page
    [sms] text message
   *[other] { $channel }
}
privacy-rights = You may see, correct, withdraw consent, and ask to have your data erased. A request for erasure is answered within 20 days.
privacy-button-file = Send me the file
privacy-button-name = Correct my name
privacy-button-phone = Correct my phone
privacy-button-withdraw = Withdraw consent
privacy-button-erase = Ask for erasure
privacy-file-comes = Your file is being made and will be sent at once.
privacy-file-here = This is all that is kept about you. It is personal: please do not forward it.
privacy-ask-name = Please type your full name.
privacy-ask-phone = Please type your phone number, as 0912 345 678.
privacy-name-unread = That is no whole name yet. Please type it in letters, as Thạch Thị Lan.
privacy-phone-unread = The phone number was not understood. Please type it again, for example 0912 345 678.
privacy-name-waits = Noted. The new name is used once your office has confirmed it; you will be told.
privacy-staff-name = <b>{ $name }</b> ({ $titles }) asks to be named <b>{ $new }</b> (their own entry). Please look at it and confirm.
privacy-staff-phone = <b>{ $name }</b> ({ $titles }) changed their phone number to { $phone }.
privacy-name-review = <b>{ $name }</b> ({ $titles }) asks to be named <b>{ $new }</b>. Confirmed, the new name shows everywhere; else the old one stays.
privacy-button-name-take = Confirm the new name
privacy-button-name-keep = Keep the old name
privacy-name-taken = The name is now “{ $name }”; the person is told.
privacy-name-kept = The old name stays; the person is told.
privacy-name-accepted = { $who } confirmed your new name: { $name }.
privacy-name-refused = { $who } did not confirm the name “{ $name }”; the old one stays. If that is wrong, please ask your office.
privacy-corrected = Corrected. The change is noted in the journal.
privacy-erase-ask = Once erased, your name and phone are no longer here, your accounts are cut off, your posts end. Reports sent remain the chapter's, under the role. This cannot be undone. Ask for it?
privacy-button-erase-yes = Ask for erasure
privacy-erase-asked = Noted. Your office answers by { $day } at the latest.
privacy-erase-nobody = Nobody of your office can be reached by message now; please remind them.
privacy-asked-already = Your request is noted already; it is answered by { $day }.
privacy-staff-asked = <b>{ $name }</b> ({ $titles }) asks to have their personal data erased. Please look at it and decide.
privacy-button-review = See the request
privacy-review = Erase the data of <b>{ $name }</b> ({ $titles })? To be answered by { $day }. The name becomes the role, accounts are cut off, posts end; reports stay. This cannot be undone.
privacy-button-erase-now = Erase
privacy-button-refuse = Do not erase
privacy-erased = Erased. From now on this person is “{ $title }” only. Please appoint somebody else.
privacy-refused = Noted as refused; the person is told.
privacy-refused-told = { $who } has seen your request for erasure and did not agree. The reason: “{ $reason }”. You may complain.
privacy-ask-reason = Why are the data of <b>{ $name }</b> not erased? The reason is sent to who asked, such as “A complaint is being settled, the record is kept until the end of the year”.
privacy-reason-short = Please give the reason in more words, such as “A complaint is being settled, the record is kept until the end of the year”.
privacy-reason-long = Please give the reason in fewer words ({ $limit } letters at most).
privacy-request-over = This request is settled, or outside what you answer for.
erase-not-allowed = This person is outside what you answer for, so you cannot decide.
erase-somebody = Erased person

withdrawal-ask = If you withdraw: all your accounts are cut off, drafts are deleted, and no more messages are sent. Reports and your post remain; your office will type reports for you. To come back, ask for a new code. Withdraw?
withdrawal-button-yes = Withdraw
withdrawal-done = Done. Your accounts are cut off and no more messages will come. To come back, please ask your office for a new code. Thank you.
withdrawal-staff-told = <b>{ $name }</b> ({ $titles }) has withdrawn consent and no longer uses the system. The post remains; please appoint who types the reports.

file-secret = This file bears the mark “{ $mark ->
        [tuyet_mat] Tuyệt mật
        [toi_mat] Tối mật
       *[mat] Mật
    }” { $place ->
        [page] on page { NUMBER($number, useGrouping: 0) }
        [sheet] on sheet { NUMBER($number, useGrouping: 0) }
        [slide] on slide { NUMBER($number, useGrouping: 0) }
        [header] in its header or footer
       *[text] in its text
    }, so it was not taken and has been deleted. Secret documents must not be sent here.
file-unreadable = The file cannot be read, so it was not taken. Pictures and .docx, .xlsx, .pptx or .pdf files without a password are taken.
privacy-file-name = my-data.json
photo-expired = The photo was deleted when its time was over.
