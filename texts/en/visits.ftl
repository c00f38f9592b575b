# Visits of meetings by those assigned: answers beforehand, the plan of a month, before a visit

visit-note-coming = you will attend
visit-note-declined = you cannot attend
visit-note-sending = you send { $name }
visit-note-for = in place of { $name }
visit-note-clash = <b>same time</b> as { $chapter }
