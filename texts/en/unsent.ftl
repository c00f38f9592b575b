# Reports begun and not sent while their period closes

unsent-before = Your report of { $chapter } for { $period } is begun and not sent. The period takes reports until { $day }.
unsent-after = The period { $period } was closed on { $day }; your report of { $chapter } was begun and could not be sent. What you wrote is kept. If it is still to be sent, ask for the period to be reopened.
unsent-button-before = Go on with the report
unsent-button-after = Ask to reopen
unsent-asked = { $who } asks for the period { $period } to be reopened for the report of { $chapter }.
unsent-button-open = Reopen for { $chapter }
unsent-told = Your wish to reopen { $period } for { $chapter } went to { $names }. You will be told when it is open.
unsent-nobody = There is no staff to reopen { $period } for { $chapter }.
status-locked = Begun and not sent when the period closed:
status-line-locked = – { $chapter }, { $period }: closed on { $day }
status-button-locked = Ask to reopen { $period } – { $chapter }
