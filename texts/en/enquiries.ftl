command-enquire-words = send a message|message|ask my cadre|write to my cadre
command-enquire-description = Write to your cadre
help-enquire = Type <b>message</b>: write to the cadre who looks after you. Outside a report just type what you want to say: you are asked before it is sent.
menu-enquire = Write to my cadre
command-messages-words = messages|all messages|inbox
command-messages-description = Messages of the chapters
help-messages = Type <b>messages</b>: messages of the chapters and their answers.
menu-messages = Messages

ask-words = What do you want to tell your cadre?
ask-words-topic = What do you want to ask about this topic?
ask-bad-length = Please write more, for example: does this meeting need photos?
ask-receiver = { $form ->
   *[any] { $name }
    }
ask-sure = Send this message to { $names }?

    “{ $text }”
ask-sure-which = For which chapter's cadre is this message?

    “{ $text }”
ask-button-yes = Yes, send it
ask-button-urgent = Urgent, send at once
ask-urgent = This message will be told at once.
ask-words-beside = You may type a few words so that the reader knows what it is about.
ask-beside-voice = ({ $count } voice)
ask-beside-photo = ({ $count } photos)
ask-button-no = Do not send
ask-button-chapter = { $name } ({ $chapter })
ask-button-again = Write again
ask-sent = Sent to { $names }. You hear of the answer at once.
ask-sent-urgent = { $names } is told at once. You will hear when there is an answer.
ask-sent-before = This message was sent to { $names } already and waits for an answer.
ask-not-sent = It is not sent.
ask-nobody = At present nobody who looks after you can be reached here.
ask-answered = <b>{ $who }</b> answers your message “{ $question }”:

    { $answer }

ready-call = Received, I will call you
ready-agreed = Agreed
ready-later = I will answer later

messages-open = <b>Messages that wait for an answer</b>
messages-open-none = No message waits for an answer.
messages-done = <b>Answered messages</b>
messages-done-none = No message has been answered yet.
messages-own = <b>Messages you sent</b>
messages-own-none = You have sent no message yet.
messages-line = <b>{ $who }</b> ({ $chapter }), { $at }:
    { $text }
messages-line-own = { $chapter }, { $at }:
    { $text }
messages-line-topic = About the topic: { $title }
messages-line-answer = Answered by { $who }: { $answer }
messages-line-promised = Promised by { $who }: { $answer }
messages-button-one = { $who }: { $text }
messages-button-voices = Play the voice messages ({ $count })
messages-button-photos = See the photos ({ $count })
messages-button-p = Waiting
messages-button-d = Answered
messages-button-words = Write an answer
messages-button-at-once = From now on get messages at once
messages-words = Please type the answer.
messages-sent = The answer is sent to { $who }.
messages-not-reached = The answer is kept, but { $who } cannot be reached here. Please { $phone ->
    [none] speak to them in person
   *[other] call { $phone }
}.
messages-answered-by = { $who } has just answered: “{ $answer }”. Your answer was not sent.
messages-not-yours = You are not assigned to answer messages. The cadre in charge and the commune's staff do.
messages-not-there = There is no such message within your reach.

news-enquiry = { $who } ({ $chapter }): “{ $text }”
news-enquiry-button = Answer { $who }
journal-action-enquiry-sent = sent a message
journal-action-enquiry-answered = answered a message
journal-field-settled = Message
