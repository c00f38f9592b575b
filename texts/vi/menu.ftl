# The menu, help, the way out, the language

menu-greeting = Kính chào { $form } <b>{ $name }</b> — { $titles }.
menu-greeting-plain = Kính chào { $form } <b>{ $name }</b>.
menu-ask = Mời đồng chí chọn việc cần làm.
menu-not-understood = Hệ thống chưa hiểu tin “{ $text }”, tin này chưa được ghi vào báo cáo nào.
menu-hello-words = chào|xin chào|kính chào|chào đồng chí|chào anh|chào chị|alo|a lô|hello|hi
menu-thanks-words = cảm ơn|cám ơn|xin cảm ơn|cảm ơn nhiều|cám ơn nhiều|cảm ơn đồng chí|cám ơn đồng chí|ok|oke|okay|vâng|dạ|dạ vâng|vâng ạ|dạ cảm ơn|ok cảm ơn|được rồi|thanks
menu-thanks = Cảm ơn đồng chí.
menu-not-here-photo = Ảnh vừa gửi chưa được ghi vào đâu. Muốn gửi ảnh biên bản, mời đồng chí mở “Báo cáo” trước.
menu-not-here-voice = Tin thoại vừa gửi chưa được ghi vào đâu. Muốn trả lời bằng tin thoại, mời đồng chí mở “Báo cáo” trước.
menu-not-here-location = Vị trí vừa gửi không cần cho việc nào, nên không được ghi lại.
menu-not-here-file = Tệp vừa gửi chưa được ghi vào đâu. Báo cáo chỉ nhận ảnh và tin thoại.
menu-not-here-other = Tin vừa gửi không dùng được ở đây.
menu-go-on = Tiếp tục báo cáo { $period }, { $chapter }

menu-report = Báo cáo
menu-history = Báo cáo đã gửi
menu-status = Tôi đã đủ báo cáo chưa?
menu-schedule = Lịch sinh hoạt
menu-attendance = Xác nhận dự
menu-board = Chi hội tôi phụ trách
menu-overview = Tình hình báo cáo
menu-more = Việc khác
menu-nudge = Nhắc nơi báo cáo chậm
menu-ask-more = Những việc ít dùng hơn:
menu-trial = Mô hình đang làm thử
menu-counters = Số liệu quý
menu-event = Củng cố, khen thưởng
menu-freedays = Ngày nghỉ địa phương
menu-workbook = Tệp danh bạ
menu-kinds = Loại hình chi hội
menu-pause = Tạm nghỉ
menu-settings = Cài đặt
menu-calendar = Lịch trên điện thoại
menu-lostphone = Báo mất máy
menu-help = Trợ giúp
menu-weblink = Mở trang web
menu-language = English

help-opening = Đồng chí bấm nút, hoặc gõ lệnh, hoặc gõ bằng chữ (có dấu hay không dấu đều được):
help-report = <b>/baocao</b> – báo cáo một buổi sinh hoạt; gõ “báo cáo”.
help-history = <b>/lichsu</b> – xem và sửa báo cáo đã gửi; gõ “báo cáo đã gửi”.
help-status = <b>/tinhhinh</b> – xem còn thiếu báo cáo nào; gõ “còn thiếu gì”.
help-schedule = <b>/lich</b> – các buổi sinh hoạt sắp tới; gõ “lịch”.
help-attendance = <b>/xacnhan</b> – xác nhận những buổi đồng chí đã dự; gõ “xác nhận”.
help-board = <b>/chihoi</b> – các chi hội đồng chí phụ trách; gõ “chi hội”.
help-overview = <b>/tonghop</b> – nơi nào đã báo cáo, nơi nào chưa; gõ “tổng hợp”.
help-weblink = <b>/web</b> – xin đường dẫn vào trang web; gõ “trang web”.
help-language = <b>/language</b> – đổi ngôn ngữ; gõ “english” hoặc “tiếng việt”.
help-cancel = <b>/huy</b> – dừng việc đang làm, bản nháp vẫn được giữ; gõ “thoát”.
help-button-all = Xem tất cả
help-rest = Những việc ít dùng hơn:
help-closing = Khi báo cáo, mỗi câu có nút “Xem ví dụ”. Ngày ghi “5/11” hoặc “hôm qua”, số người ghi “28” hoặc “28/32”.
help-in-talk = Đồng chí trả lời câu dưới đây bằng cách bấm nút hoặc gõ. “Quay lại” để sửa câu trước; gửi /huy để dừng, các câu đã trả lời vẫn được giữ.

cancel-kept = Đã dừng. Các câu đã trả lời vẫn được giữ; khi nào tiện, đồng chí bấm “Làm tiếp báo cáo” hoặc gửi /baocao.
button-go-on-with-report = Làm tiếp báo cáo
cancel-left = Đã dừng việc đang làm, không ghi lại gì.
cancel-nothing = Hiện không có việc nào đang làm dở.

language-changed = Từ nay hệ thống dùng tiếng Việt.
language-ask = Đồng chí muốn dùng ngôn ngữ nào?
language-name = Tiếng Việt
