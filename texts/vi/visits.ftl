# Visits of meetings by those assigned: answers beforehand, the plan of a month, before a visit

visit-note-coming = đồng chí sẽ dự
visit-note-declined = đồng chí không dự được
visit-note-sending = đồng chí cử { $name } dự thay
visit-note-for = dự thay đồng chí { $name }
visit-note-clash = <b>trùng giờ</b> với { $chapter }
