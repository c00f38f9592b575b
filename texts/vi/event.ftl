# What happened to a chapter

command-event-words = ghi nhận|củng cố|kiện toàn|khen thưởng|biểu dương
command-event-description = Ghi củng cố, kiện toàn, khen thưởng
help-event = Gõ <b>khen thưởng</b>: ghi việc củng cố, kiện toàn, biểu dương, khen thưởng của một đơn vị.
event-which = Đồng chí ghi cho đơn vị nào? Đồng chí gõ một phần tên.
event-no-chapter = Không tìm thấy đơn vị này trong phạm vi đồng chí phụ trách.
event-list = <b>Củng cố, kiện toàn, khen thưởng: { $chapter }</b>
event-none = Chưa ghi mục nào.
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
event-ask-note = Đồng chí ghi chú ngắn, ví dụ “giấy khen của Ủy ban nhân dân xã”. Không ghi họ tên cá nhân; tên người được khen chỉ đưa vào văn bản khi người đó đồng ý.
event-noted = Đã ghi. Trong một ngày, đồng chí có thể xóa mục này.
event-undone = Đã xóa mục vừa ghi.
event-left = Đã dừng, không lưu gì.
event-day-ahead = Ngày { $day } chưa đến. Xin đồng chí ghi lại, ví dụ 05/11.
event-number = Xin đồng chí ghi một số từ 1 đến { $most }, ví dụ “3”.
event-number-not-read = Xin đồng chí gõ một số, ví dụ “3”.
event-too-late = Đã quá một ngày nên không xóa được nữa.

journal-action-event-strengthened = ghi củng cố, kiện toàn
journal-action-event-commended = ghi biểu dương, khen thưởng
journal-action-event-undone = xóa mục đã ghi
journal-field-number = Số lượt
