# The menu, help, the way out, the language

menu-greeting = Kính chào { $form } <b>{ $name }</b>, { $titles }.
menu-greeting-plain = Kính chào { $form } <b>{ $name }</b>.
menu-ask = Mời đồng chí chọn việc cần làm.
menu-not-understood = Hệ thống chưa hiểu tin “{ $text }”. Tin này chưa được ghi vào báo cáo nào.
menu-hello-words = chào|xin chào|kính chào|chào đồng chí|chào anh|chào chị|alo|a lô|hello|hi
menu-thanks-words = cảm ơn|cám ơn|xin cảm ơn|cảm ơn nhiều|cám ơn nhiều|cảm ơn đồng chí|cám ơn đồng chí|ok|oke|okay|vâng|dạ|dạ vâng|vâng ạ|dạ cảm ơn|ok cảm ơn|được rồi|thanks
menu-thanks-address = ạ|dạ|vâng|nhé|nha|ơi|nhiều|lắm|cháu|con|em|anh|chị|cô|chú|bác|ông|bà|bạn|đồng chí|hệ thống
menu-thanks = Cảm ơn đồng chí.
menu-not-here-photo = Ảnh vừa gửi chưa được ghi vào đâu. Muốn gửi ảnh biên bản, mời đồng chí mở “Báo cáo” trước.
menu-not-here-voice = Tin thoại vừa gửi chưa được ghi vào đâu. Muốn trả lời bằng tin thoại, mời đồng chí mở “Báo cáo” trước.
menu-not-here-location = Hệ thống không nhận vị trí. Mời đồng chí chọn một mục hoặc gõ chữ.
menu-not-here-file = Tệp vừa gửi chưa được ghi vào đâu. Báo cáo chỉ nhận ảnh và tin thoại.
menu-not-here-other = Hệ thống không nhận loại tin này. Mời đồng chí chọn một mục hoặc gõ chữ.
menu-go-on = Tiếp tục báo cáo { $period }, { $chapter }

menu-report = Báo cáo
menu-history = Báo cáo đã gửi
menu-status = Báo cáo còn thiếu
menu-schedule = Lịch sinh hoạt
menu-attendance = Xác nhận đã dự
menu-board = Đơn vị tôi phụ trách
menu-overview = Tình hình báo cáo
menu-more = Việc khác
menu-nudge = Nhắc báo cáo
menu-ask-more = Các việc khác:
menu-trial = Mô hình áp dụng thử
menu-counters = Số liệu quý
menu-event = Củng cố, khen thưởng
menu-freedays = Ngày nghỉ địa phương
menu-channels = Kênh tổng hợp
menu-workbook = Tệp danh bạ
menu-kinds = Loại hình đơn vị
menu-pause = Tạm nghỉ
menu-settings = Cài đặt
menu-calendar = Lịch trên điện thoại
menu-lostphone = Báo mất điện thoại
menu-help = Trợ giúp
menu-weblink = Mở trang web
menu-desk = Bàn làm việc
menu-language = English

help-opening = Đồng chí chọn một mục, hoặc gõ bằng chữ, có dấu hay không dấu đều được:
help-report = Gõ <b>báo cáo</b> để báo cáo buổi sinh hoạt.
help-history = Gõ <b>báo cáo đã gửi</b> để xem và sửa báo cáo đã gửi.
help-status = Gõ <b>còn thiếu gì</b> để xem báo cáo còn thiếu.
help-schedule = Gõ <b>lịch</b> để xem các buổi sinh hoạt sắp tới.
help-attendance = Gõ <b>xác nhận</b>: xác nhận những buổi đồng chí đã dự.
help-board = Gõ <b>đơn vị tôi phụ trách</b>: các đơn vị đồng chí phụ trách.
help-overview = Gõ <b>tổng hợp</b>: đơn vị đã báo cáo, chưa báo cáo.
help-weblink = Gõ <b>trang web</b>: xin đường dẫn vào trang web.
help-desk = Gõ <b>bàn làm việc</b>: mở số liệu trên máy tính.
help-language = Gõ <b>english</b> hoặc <b>tiếng việt</b>: đổi ngôn ngữ.
help-cancel = Gõ <b>thoát</b>: tạm dừng, bản nháp vẫn được giữ.
help-button-all = Xem tất cả
help-rest = Các việc khác:
help-closing = Khi báo cáo, mỗi câu có mục “Xem ví dụ”. Ngày ghi “5/11” hoặc “hôm qua”, số người ghi “28” hoặc “28/32”.
help-in-talk = Đồng chí trả lời câu dưới đây bằng cách chọn hoặc gõ. Chọn “Quay lại” để sửa câu trước, “Tạm dừng” để làm sau; các câu đã trả lời vẫn được giữ.

cancel-kept = Đã tạm dừng. Các câu đã trả lời vẫn được giữ. Khi nào tiện, đồng chí chọn “Làm tiếp báo cáo” hoặc gõ “báo cáo”.
button-go-on-with-report = Làm tiếp báo cáo
cancel-left = Đã dừng, không lưu gì.
cancel-nothing = Hiện không có bản nháp nào đang làm.

language-changed = Từ nay hệ thống dùng tiếng Việt.
language-ask = Đồng chí muốn dùng ngôn ngữ nào?
language-name = Tiếng Việt
