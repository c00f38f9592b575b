# A friendly word to those whose report is overdue

command-nudge-words = nhắc|nhắc nhẹ|nhắc báo cáo
command-nudge-description = Nhắc đơn vị quá hạn báo cáo
help-nudge = Gõ <b>nhắc</b>: nhắc đơn vị quá hạn báo cáo, mỗi người không quá một lần một ngày.
nudge-greeting = Xin nhắc { $who } (theo đề nghị của đồng chí { $by }):
nudge-list = Các đơn vị đã quá hạn báo cáo ({ $count }). Chọn một đơn vị để nhắc; mỗi người chỉ được nhắc một lần trong ngày.
nudge-nobody-late = Không còn đơn vị nào quá hạn báo cáo.
nudge-button-one = Nhắc: { $chapter }
nudge-button-call = Cần gọi điện: { $chapter }
nudge-button-all = Nhắc tất cả
nudge-button-here = Nhắc báo cáo
nudge-button-yes = Gửi lời nhắc
nudge-button-contact = Xem liên hệ
nudge-ask-all = Sẽ gửi lời nhắc đến <b>{ $count }</b> đồng chí. Đồng chí xác nhận?
nudge-nobody = Hiện không còn ai để nhắc.
nudge-told-already = Đã được nhắc hôm nay, không nhắc lại: { $count } đồng chí.
nudge-out-of-reach = Không gửi tin được, đề nghị gọi điện: { $count } đơn vị.
nudge-left = Còn { $count } đồng chí, đồng chí chọn để nhắc tiếp.
nudge-done-one = Đã gửi lời nhắc đến { $names }.
nudge-done-all = Đã gửi lời nhắc đến { $count } đồng chí: { $names }.
nudge-and-more = { $names } và { $count } đồng chí khác
nudge-told-today = Người báo cáo đã được nhắc hôm nay. Xin đồng chí để sang ngày mai.
nudge-unreached = Hệ thống chưa gửi tin được cho ai ở đơn vị này. Đề nghị đồng chí gọi điện.
nudge-nothing-waits = Buổi này chưa cần báo cáo, hoặc đã có báo cáo.
nudge-closed = Kỳ này đã chốt số liệu nên không nhắc nữa.
journal-action-meeting-nudged = nhắc báo cáo
