# Visits of meetings by those assigned: answers beforehand, the plan of a month, before a visit

visit-note-coming = đồng chí sẽ dự
visit-note-declined = đồng chí không dự được
visit-note-sending = đồng chí cử { $name } dự thay
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
visit-button-sheet = Trước buổi dự
visit-say-coming = Sẽ dự
visit-say-declined = Không dự được
visit-say-sending = Cử người dự

visits-list = <b>Các buổi sinh hoạt đồng chí được phân công dự, 14 ngày tới</b>. Bấm vào một buổi để trả lời.
visits-empty = Trong 14 ngày tới, đồng chí không có buổi sinh hoạt nào được phân công dự.
visits-button = { $said ->
    [coming] ✓ { $day } { $time } { $chapter }
    [declined] ✗ { $day } { $time } { $chapter }
    [sending] → { $day } { $time } { $chapter }
   *[none] { $day } { $time } { $chapter }
}
visit-one = <b>{ $chapter }</b>: { $time }, { $day }, tại { $place }
visit-noted-coming = Đã ghi: đồng chí sẽ dự. Đồng chí có thể đổi đến giờ sinh hoạt.
visit-noted-declined = Đã ghi: đồng chí không dự được. Chi hội sẽ được báo. Đồng chí có thể đổi đến giờ sinh hoạt.
visit-noted-sending = Đã ghi: đồng chí cử { $sent } dự thay. Đồng chí { $sent } và chi hội sẽ được báo.
visit-sent-unreached = Đồng chí { $sent } hiện chưa nhận được tin của hệ thống. Xin đồng chí báo trực tiếp.
visit-handed-back = Đã ghi: đồng chí không dự thay được buổi của { $chapter }. Đồng chí { $name } sẽ được báo.
visit-whom = { $chapter }, ngày { $day }: đồng chí cử ai dự thay?
visit-nobody-to-send = Chưa có cán bộ nào khác trong địa bàn để cử dự thay.
visit-not-yours = Đồng chí không được phân công dự buổi sinh hoạt này, hoặc buổi này không còn trong lịch.
visit-over = Buổi sinh hoạt của { $chapter } ngày { $day } đã bắt đầu. Xin đồng chí dùng /xacnhan để xác nhận dự.
visit-only-decline = Đồng chí được cử dự thay. Nếu không dự được, xin bấm “Không dự được”.
visit-not-a-substitute = Không thể cử người này dự thay buổi sinh hoạt của chi hội.
visit-changed-meanwhile = Câu trả lời cho buổi này vừa được thay đổi ở nơi khác. Xin đồng chí mở lại để xem.

visit-told-coming = { $chapter }, { $time } ngày { $day }: đồng chí { $name } sẽ dự.
visit-told-declined = { $chapter }, { $time } ngày { $day }: đồng chí { $name } không dự được.
visit-told-sending = { $chapter }, { $time } ngày { $day }: đồng chí { $name } cử đồng chí { $sent } dự thay.
visit-told-sent = Đồng chí { $name } cử đồng chí dự thay: { $chapter }, { $time } ngày { $day }, tại { $place }.
visit-told-released = { $chapter }, ngày { $day }: đồng chí không cần dự thay đồng chí { $name } nữa.
visit-told-returned = { $chapter }, { $time } ngày { $day }: đồng chí { $sent } không dự thay được.
visit-told-moved = { $chapter }: buổi ngày { $day } dời sang ngày { $new }. Xin đồng chí trả lời lại.
visit-told-off = { $chapter }: không có buổi sinh hoạt ngày { $day }.

visit-sheet = <b>Trước buổi dự: { $chapter }</b>, { $time } ngày { $day }, tại { $place }
visit-sheet-last = Buổi gần nhất: ngày { $day }, có mặt { $present }/{ $expected }. Chủ đề: { $topic }
visit-sheet-last-none = Chi hội chưa có buổi sinh hoạt nào được báo cáo.
visit-sheet-open = <b>Khó khăn chưa tháo gỡ: { $count }</b>
visit-sheet-open-line = – { $text } (nêu ngày { $day })
visit-sheet-more = … và { $count } khó khăn khác.
visit-sheet-promises = <b>Đã trả lời, đã hứa với chi hội</b>
visit-sheet-promise = – Ngày { $day }, về “{ $difficulty }”: { $note }

visitplan-head = <b>Kế hoạch dự sinh hoạt { $period }</b>: { $count ->
    [0] không còn buổi nào cần đề xuất thêm.
   *[other] đề xuất { $count } buổi. Chi hội lâu chưa được dự xếp trước, các buổi không trùng giờ.
}
visitplan-empty = { $period }: không còn buổi sinh hoạt nào đồng chí được phân công dự.
visitplan-said = đã nhận lời
visitplan-last = dự gần nhất ngày { $day }
visitplan-never = chưa dự lần nào
visitplan-short = Trùng giờ nên chưa xếp được: { $chapters }.
visitplan-lines = Đồng chí đánh dấu những buổi sẽ dự, rồi bấm “Xong”.
visitplan-button-yes = Đồng ý, sẽ dự { $count } buổi
visitplan-button-edit = Đổi từng buổi
visitplan-button-done = Xong
visitplan-left = Chưa ghi gì. Khi cần, đồng chí gửi /kehoachdu.
visitplan-accepted = Đã ghi: đồng chí sẽ dự { $count } buổi { $period }. Từng buổi vẫn đổi được trong “Lịch dự của tôi”.

menu-visits = Lịch dự của tôi
menu-visitplan = Kế hoạch dự tháng
help-visits = <b>/lichdu</b> – trả lời sẽ dự, không dự được hay cử người dự; gõ “lịch dự”.
help-visitplan = <b>/kehoachdu</b> – kế hoạch dự sinh hoạt của tháng; gõ “kế hoạch dự”.
command-visits-words = lịch dự|lịch dự của tôi|các buổi phải dự
command-visits-description = Các buổi sinh hoạt đồng chí được phân công dự
command-visitplan-words = kế hoạch dự|kế hoạch dự tháng|kế hoạch dự sinh hoạt
command-visitplan-description = Kế hoạch dự sinh hoạt của tháng
visit-button-coming = Sẽ dự { $day }: { $chapter }
visit-button-declined = Không dự được { $day }: { $chapter }
visit-button-sending = Cử người dự { $day }: { $chapter }
visit-button-others = Trả lời khác, xem cả lịch
visit-note-guests = cán bộ sẽ dự: { $names }
schedule-button-sheet = Trước buổi dự { $day }: { $chapter }
reminder-guests = Cán bộ sẽ dự: { $names }.
attendance-not-begun = { $meeting } bắt đầu lúc { $time }, buổi này chưa diễn ra nên chưa xác nhận được. Muốn báo trước, xin đồng chí dùng /lichdu.
