# How the installation is

command-health-words = health|system health
command-health-description = How the system is (administrators)
menu-health = System health
help-health = Type <b>health</b>: how the system is (administrators).
health-head = <b>The system is well.</b>
health-head-bad = <b>Something needs a look.</b>
health-line = { $light } – { $name }: { $fact }
health-light-green = Good
health-light-yellow = Look at it
health-light-red = Broken
health-name-readers = Programs that read recordings and photos
health-name-inbox = Messages in, waiting over 30 minutes
health-name-outbox = Messages out, waiting over 30 minutes
health-name-tasks = Tasks waiting over 30 minutes
health-name-aside = Messages given up in the last 30 minutes
health-name-messengers = Messengers that take nothing
health-name-channels = Digest channels that take nothing
health-name-jobs = Jobs that fail
health-name-disk = Free disk (GB)
health-name-backup = Last backup
health-name-rehearsal = Last rehearsed restore
health-not-yours = This is for administrators.
health-red-inbox = <b>System:</b> { $fact } messages have waited for over 30 minutes. Please look at the server.
health-red-outbox = <b>System:</b> { $fact } messages could not be sent for over 30 minutes. Please look at the connection.
health-red-tasks = <b>System:</b> { $fact } tasks have waited for over 30 minutes. Please look at the server.
health-red-aside = <b>System:</b> { $fact } messages were just given up. Please look at the server's log.
health-red-messengers = <b>System:</b> nothing can be sent by { $fact }. Please look at the connection.
health-red-channels = <b>System:</b> digest channels that take nothing: { $fact }. Please add the bot to the group again.
health-red-jobs = <b>System:</b> jobs that fail: { $fact }. Please look at the server's log.
health-red-disk = <b>System:</b> only { $fact } GB of disk are free. Please make room now.
health-red-backup = <b>System:</b> no backup could be made; the last one: { $fact }. Please look at the server.
health-account-lost = <b>System:</b> { $channel ->
    [telegram] Telegram
    [zalo] Zalo
   *[other] the messenger
} no longer takes the token of the account “{ $account }”, so it neither sends nor receives; everything else goes on. Please get a new token, set it and start again.
quota-spent = <b>System:</b> { $channel ->
    [zalo] Zalo
   *[other] the messenger
} lets the account “{ $account }” send no more: the month's plan is spent. Who has another channel is reached there; the others have to wait. Please take a larger plan, add an account, or point people to the web page.
quota-warning = <b>System:</b> the { $channel ->
    [zalo] Zalo
   *[other] messenger
} account “{ $account }” has used { $used } of the month's { $messages } messages. When they run short, what the bot starts by itself yields to answers.
