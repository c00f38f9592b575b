# Visits of meetings by those assigned: answers beforehand, the plan of a month, before a visit

visit-note-coming = đồng chí sẽ dự
visit-note-declined = đồng chí không dự được
visit-note-sending = đồng chí cử đồng chí { $name } dự thay
visit-note-for = dự thay đồng chí { $name }
visit-note-clash = <b>trùng giờ</b> với { $chapter }
visit-ask-double = Buổi của { $chapter } lúc { $time } không kịp dự cùng buổi của { $other } lúc { $other_time } mà đồng chí đã báo sẽ dự{ $count ->
    [1] {""}
   *[other] {" "}và các buổi gần giờ khác
}. Đồng chí chọn thế nào?
visit-button-instead = Dự buổi này, không dự buổi kia
visit-button-both = Vẫn dự cả hai
visit-note-clashes = <b>trùng giờ</b> với { $count } buổi khác
visit-hour = { $time } { $weekday }, { $day }: { $count } buổi cùng giờ
visit-hour-line = – { $chapter }, tại { $place }
visit-button-open = Xem buổi này
visit-button-sheet = Thông tin buổi dự
visit-say-coming = Sẽ dự
visit-say-declined = Không dự được
visit-say-sending = Cử người dự

visits-list = <b>Buổi sinh hoạt đồng chí được phân công dự trong 14 ngày tới.</b> Chọn một buổi để báo dự hay không.
visits-empty = Trong 14 ngày tới, đồng chí không có buổi sinh hoạt nào được phân công dự.
visits-button = { $said ->
    [coming] ✓ { $day } { $time } { $chapter }
    [declined] ✗ { $day } { $time } { $chapter }
    [sending] → { $day } { $time } { $chapter }
   *[none] { $day } { $time } { $chapter }
}
visit-one = <b>{ $chapter }</b>: { $time }, { $day }, tại { $place }
visit-noted-coming = Đã ghi: đồng chí sẽ dự. Đồng chí có thể đổi đến giờ sinh hoạt.
visit-noted-declined = Đã ghi: đồng chí không dự được. Đơn vị sẽ được báo. Đồng chí có thể đổi đến giờ sinh hoạt.
visit-noted-sending = Đã ghi: đồng chí cử đồng chí { $sent } dự thay. Đồng chí { $sent } và đơn vị sẽ được báo.
visit-sent-unreached = Đồng chí { $sent } hiện chưa nhận được tin của hệ thống. Xin đồng chí báo trực tiếp.
visit-handed-back = Đã ghi: đồng chí không dự thay được buổi của { $chapter }. Đồng chí { $name } sẽ được báo.
visit-whom = { $chapter }, ngày { $day }: đồng chí cử ai dự thay?
visit-nobody-to-send = Chưa có cán bộ nào khác trong địa bàn để cử dự thay.
visit-not-yours = Đồng chí không được phân công dự buổi sinh hoạt này, hoặc buổi này không còn trong lịch.
visit-over = Buổi sinh hoạt của { $chapter } ngày { $day } đã bắt đầu. Mời đồng chí gõ “xác nhận” để xác nhận dự.
visit-only-decline = Đồng chí được cử dự thay. Nếu không dự được, xin đồng chí chọn “Không dự được”.
visit-not-a-substitute = Không thể cử người này dự thay buổi sinh hoạt của đơn vị.
visit-changed-meanwhile = Câu trả lời cho buổi này vừa được thay đổi. Mời đồng chí mở lại để xem.

visit-told-coming = { $chapter }, { $time } ngày { $day }: đồng chí { $name } sẽ dự.
visit-told-declined = { $chapter }, { $time } ngày { $day }: đồng chí { $name } không dự được.
visit-told-sending = { $chapter }, { $time } ngày { $day }: đồng chí { $name } cử đồng chí { $sent } dự thay.
visit-told-sent = Đồng chí { $name } cử đồng chí dự thay: { $chapter }, { $time } ngày { $day }, tại { $place }.
visit-told-released = { $chapter }, ngày { $day }: đồng chí không cần dự thay đồng chí { $name } nữa.
visit-told-returned = { $chapter }, { $time } ngày { $day }: đồng chí { $sent } không dự thay được.
visit-told-moved = { $chapter }: buổi ngày { $day } dời sang ngày { $new }. Xin đồng chí trả lời lại.
visit-told-off = { $chapter }: không có buổi sinh hoạt ngày { $day }.

visit-sheet = <b>Thông tin buổi dự: { $chapter }</b>, { $time } ngày { $day }, tại { $place }
visit-sheet-last = Buổi gần nhất: ngày { $day }, có mặt { $present }/{ $expected }. Chủ đề: { $topic }
visit-sheet-last-none = Đơn vị chưa có buổi sinh hoạt nào được báo cáo.
visit-sheet-open = <b>Khó khăn chưa tháo gỡ: { $count }</b>
visit-sheet-open-line = – { $text } (nêu ngày { $day })
visit-sheet-more = … và { $count } khó khăn khác.
visit-sheet-promises = <b>Nội dung đã trả lời đơn vị</b>
visit-sheet-promise = – Ngày { $day }, về “{ $difficulty }”: { $note }

visitplan-head = <b>Kế hoạch dự sinh hoạt { $period }</b>: { $count ->
    [0] không còn buổi nào cần đề xuất thêm.
   *[other] đề xuất { $count } buổi. Ưu tiên đơn vị lâu chưa có cán bộ dự; không trùng giờ.
}
visitplan-empty = Không còn buổi sinh hoạt nào đồng chí được phân công dự trong { $period }.
visitplan-said = đã báo sẽ dự
visitplan-last = dự gần nhất ngày { $day }
visitplan-never = chưa dự lần nào
visitplan-short = Trùng giờ nên chưa xếp được: { $chapters }.
visitplan-lines = Đồng chí đánh dấu những buổi sẽ dự, rồi chọn “Xong”.
visitplan-button-yes = Sẽ dự { $count } buổi
visitplan-button-edit = Đổi từng buổi
visitplan-button-done = Xong
visitplan-left = Chưa ghi gì. Khi cần, đồng chí gõ “kế hoạch dự”.
visitplan-accepted = Đã ghi: đồng chí sẽ dự { $count } buổi { $period }. Từng buổi vẫn đổi được trong “Lịch dự của tôi”.

menu-visits = Lịch dự của tôi
menu-visitplan = Kế hoạch dự tháng
help-visits = Gõ <b>lịch dự</b>: báo sẽ dự, không dự được hay cử người dự.
help-visitplan = Gõ <b>kế hoạch dự</b>: kế hoạch dự sinh hoạt của tháng.
command-visits-words = lịch dự|lịch dự của tôi|các buổi phải dự
command-visits-description = Các buổi sinh hoạt đồng chí được phân công dự
command-visitplan-words = kế hoạch dự|kế hoạch dự tháng|kế hoạch dự sinh hoạt
command-visitplan-description = Kế hoạch dự sinh hoạt của tháng
visit-button-coming = { $chapter } { $day }: sẽ dự
visit-button-declined = { $chapter } { $day }: không dự được
visit-button-sending = { $chapter } { $day }: cử người dự
visit-button-others = Trả lời khác, xem cả lịch
visit-note-guests = cán bộ sẽ dự: đồng chí { $names }
schedule-button-sheet = { $chapter }: thông tin buổi dự { $day }
reminder-guests = Cán bộ sẽ dự: { $names }.
attendance-not-begun = { $meeting } bắt đầu lúc { $time }, buổi này chưa diễn ra nên chưa xác nhận được. Muốn báo trước, mời đồng chí gõ “lịch dự”.
