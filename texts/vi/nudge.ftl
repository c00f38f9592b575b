# A friendly word to those whose report is overdue

command-nudge-words = nhắc|nhắc nhẹ|nhắc báo cáo
command-nudge-description = Nhắc nhẹ nơi chưa báo cáo
help-nudge = <b>/nhac</b> – nhắc nhẹ nơi chưa báo cáo, mỗi người không quá một lần một ngày; gõ “nhắc”.
nudge-greeting = Xin nhắc { $who }. Đồng chí { $by } nhờ hệ thống gửi lời nhắc này:
nudge-list = Các đơn vị đã quá hạn báo cáo ({ $count }). Bấm để nhắc nhẹ; mỗi người chỉ được nhắc một lần trong ngày.
nudge-nobody-late = Không còn đơn vị nào quá hạn báo cáo.
nudge-button-one = Nhắc nhẹ: { $chapter }
nudge-button-call = Cần gọi điện: { $chapter }
nudge-button-all = Nhắc tất cả nơi chậm
nudge-button-here = Nhắc nhẹ
nudge-button-yes = Gửi lời nhắc
nudge-button-contact = Xem liên hệ
nudge-ask-all = Sẽ gửi lời nhắc đến <b>{ $count }</b> đồng chí. Đồng chí có muốn gửi không?
nudge-nobody = Hiện không còn ai để nhắc.
nudge-told-already = Đã được nhắc hôm nay, không nhắc lại: { $count } đồng chí.
nudge-out-of-reach = Không gửi tin được, xin gọi điện: { $count } nơi.
nudge-left = Còn { $count } đồng chí, xin nhắc tiếp sau lần này.
nudge-done-one = Đã gửi lời nhắc đến { $names }.
nudge-done-all = Đã gửi lời nhắc đến { $count } đồng chí: { $names }.
nudge-and-more = { $names } và { $count } đồng chí khác
nudge-told-today = Đồng chí phụ trách đã được nhắc hôm nay. Xin để sang ngày mai.
nudge-unreached = Chưa gửi tin được cho ai ở đơn vị này. Xin đồng chí gọi điện.
nudge-nothing-waits = Buổi này chưa cần báo cáo, hoặc đã có báo cáo.
nudge-closed = Kỳ báo cáo này đã khóa, không nhắc nữa.
journal-action-meeting-nudged = nhắc báo cáo
