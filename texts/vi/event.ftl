# What happened to a chapter

command-event-words = ghi nhận|củng cố|kiện toàn|khen thưởng|biểu dương
command-event-description = Ghi củng cố, kiện toàn, khen thưởng
help-event = <b>/ghinhan</b> – ghi việc củng cố, kiện toàn, biểu dương, khen thưởng của một đơn vị; gõ “khen thưởng”.
event-which = Đồng chí ghi cho đơn vị nào? Có thể gửi /ghinhan kèm một phần tên.
event-no-chapter = Không có đơn vị nào như vậy ở nơi đồng chí phụ trách.
event-list = <b>Củng cố, kiện toàn, khen thưởng: { $chapter }</b>
event-none = Chưa ghi việc nào.
event-line = – { $day }: { $what }, { NUMBER($number, useGrouping: 0) } { $note }
event-replaced = – { $day }: thay người đứng đầu
event-kind-strengthened = củng cố, kiện toàn
event-kind-commended = biểu dương, khen thưởng
event-button-strengthened = Ghi củng cố, kiện toàn
event-button-commended = Ghi biểu dương, khen thưởng
event-button-undo = Bỏ { $what } { $day }
event-button-skip = Không ghi chú
event-button-chapter = Củng cố, khen thưởng
event-ask-day-strengthened = <b>{ $chapter }</b> được củng cố, kiện toàn ngày nào?
event-ask-day-commended = <b>{ $chapter }</b> được biểu dương, khen thưởng ngày nào?
event-ask-number = Có bao nhiêu lượt biểu dương, khen thưởng?
event-ask-note = Đồng chí ghi chú ngắn, ví dụ “giấy khen của Ủy ban nhân dân xã”. Xin không ghi họ tên cá nhân; tên người được khen chỉ đưa vào văn bản khi người ấy đồng ý.
event-noted = Đã ghi. Trong một ngày, đồng chí bỏ được việc vừa ghi.
event-undone = Đã bỏ việc đã ghi.
event-left = Đã dừng, không ghi gì.
event-day-ahead = Ngày { $day } chưa đến. Xin đồng chí ghi lại.
event-number = Xin đồng chí ghi một số từ 1 đến { $most }.
event-number-not-read = Xin đồng chí gõ một số, ví dụ “3”.
event-note-too-long = Xin đồng chí ghi không quá { $limit } ký tự.
event-too-late = Đã quá một ngày nên không bỏ được nữa.

journal-action-event-strengthened = ghi củng cố, kiện toàn
journal-action-event-commended = ghi biểu dương, khen thưởng
journal-action-event-undone = bỏ việc đã ghi
journal-field-number = Số lượt
