# Letters by e-mail to staff

command-email-words = thư điện tử|hộp thư
command-email-description = Nhận bản tổng hợp, văn bản qua thư điện tử
help-email = Gõ <b>thư điện tử</b>: nhận bản tổng hợp, văn bản qua thư điện tử.
settings-button-email = Thư điện tử
email-off = Hệ thống chưa được cài đặt để gửi thư điện tử.
email-not-yours = Thư điện tử dành cho cán bộ tổng hợp, người xem số liệu và người quản trị.
email-none = Đồng chí chưa ghi địa chỉ thư điện tử nào. Mời đồng chí gõ “thư điện tử” để ghi.
email-ask = Đồng chí gõ địa chỉ thư điện tử, ví dụ <b>ten@xa.gov.vn</b>. Hệ thống gửi một mã tới đó để xác nhận; chưa xác nhận thì không có thư nào khác được gửi.
email-unread = Địa chỉ vừa gõ chưa đúng. Xin đồng chí gõ lại, ví dụ “ten@xa.gov.vn”.
email-domain = Cơ quan chỉ cho gửi thư tới địa chỉ thuộc { $domains }. Xin đồng chí gõ địa chỉ khác.
email-codes-spent = Hôm nay hệ thống đã gửi nhiều mã tới đồng chí. Xin đồng chí thử lại vào ngày mai.
email-code-sent = Đã gửi mã tới <b>{ $email }</b>. Đồng chí mở thư rồi gõ mã có 6 chữ và số vào đây; mã dùng được trong { $minutes } phút. Nếu chưa thấy, xin xem cả mục thư rác.
email-code-wrong = Mã vừa gõ chưa đúng. Xin đồng chí xem lại thư gửi tới <b>{ $email }</b> rồi gõ mã có 6 chữ và số.
email-code-over = Mã này không còn dùng được.
email-button-other = Gõ địa chỉ khác
email-confirmed = Đã xác nhận địa chỉ thư.
email-works = Thư gửi tới <b>{ $email }</b>. Chọn một mục để nhận hoặc thôi nhận.
email-returns = Thư gửi tới <b>{ $email }</b> đang bị trả lại nên không gửi nữa. Đồng chí có thể đổi địa chỉ, hoặc xác nhận lại địa chỉ này.
email-stopped = Đồng chí đã thôi nhận thư tại <b>{ $email }</b>.
email-wish-on-digests = Bản tổng hợp: có nhận
email-wish-off-digests = Bản tổng hợp: không nhận
email-wish-on-files = Văn bản, bảng đã yêu cầu: có nhận
email-wish-off-files = Văn bản, bảng đã yêu cầu: không nhận
email-wish-on-faults = Lỗi của hệ thống: có nhận
email-wish-off-faults = Lỗi của hệ thống: không nhận
email-wish-on-missed = Tin không tới được ở kênh khác: có nhận
email-wish-off-missed = Tin không tới được ở kênh khác: không nhận
email-button-start = Nhận thư trở lại
email-button-change = Đổi địa chỉ
email-button-forget = Xóa địa chỉ
email-forgotten = Đã xóa địa chỉ thư. Từ nay không có thư nào được gửi.
email-returned = Thư gửi tới <b>{ $email }</b> bị trả lại nên hệ thống thôi gửi tới đó. Mời đồng chí gõ “thư điện tử” để xem lại địa chỉ.
email-code-letter = Mã xác nhận địa chỉ thư

    Mã của đồng chí: <b>{ $code }</b>

    Đồng chí gõ mã này vào cuộc trò chuyện với hệ thống trong { $minutes } phút. Nếu đồng chí không yêu cầu, xin bỏ qua thư này; không có thư nào khác được gửi.
email-file-too-large = Tệp quá lớn để gửi qua thư. Mời đồng chí mở trong cuộc trò chuyện với hệ thống.
email-footer = Thư tự động của hệ thống báo cáo sinh hoạt; xin không trả lời thư này. Thôi nhận thư:
email-stop-title = Thôi nhận thư
email-stop-ask = Đồng chí muốn thôi nhận mọi thư của hệ thống tại địa chỉ này?
email-stop-button = Thôi nhận thư
email-stop-stopped = Đã ghi: không còn thư nào được gửi tới địa chỉ này. Muốn nhận lại, đồng chí gõ “thư điện tử” trong cuộc trò chuyện với hệ thống.
email-stop-gone = Đường dẫn này không còn dùng được.
journal-action-mailbox-asked = ghi địa chỉ thư điện tử
journal-action-mailbox-confirmed = xác nhận địa chỉ thư điện tử
journal-action-mailbox-chosen = đổi loại thư điện tử nhận
journal-action-mailbox-started = nhận thư điện tử trở lại
journal-action-mailbox-removed = xóa địa chỉ thư điện tử
journal-action-mailbox-stopped = thôi nhận thư điện tử
