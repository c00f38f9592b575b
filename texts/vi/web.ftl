# The web page

web-title = Báo cáo sinh hoạt
web-write = Gõ tin nhắn
web-send = Gửi
web-photo = Ảnh
web-photos = Gửi ảnh (chọn được nhiều ảnh)
web-sending = Đang gửi…
web-sent = Đã gửi
web-unsent = Chưa gửi được, sẽ gửi lại
web-unkept = Điện thoại này không giữ được tin chưa gửi. Xin đồng chí đừng đóng trang cho tới khi gửi xong.
web-session-unkept = Đã hết thời gian đăng nhập. Xin đồng chí chép lại tin chưa gửi, rồi mở lại trang.
web-refused = Không gửi được
web-offline = Mất kết nối. Đang kết nối lại…
web-older = Xem tin cũ hơn
web-unread = Có tin mới
web-edit = Sửa tin
web-edited = đã sửa
web-editing = Đang sửa tin đã gửi
web-cancel = Hủy
web-from-bot = Hệ thống
web-from-me = Đồng chí
web-large = Tệp lớn quá 20 MB. Xin đồng chí chọn tệp nhỏ hơn.
web-only-read = Kênh này chỉ để xem.
web-pick-date = Chọn ngày
web-send-date = Gửi ngày này
web-day-today = Hôm nay
web-day-yesterday = Hôm qua

web-door-hello = Kính chào đồng chí
web-door-link = Bấm nút dưới đây để vào trang báo cáo sinh hoạt.
web-door-typed = Xin đồng chí gõ mã mời để vào trang báo cáo sinh hoạt.
web-door-code = Mã mời
web-door-enter = Vào trang
web-door-way = Mở bằng { $name }
web-door-help = Chưa có mã mời, hoặc mã hết hạn? Xin đồng chí hỏi cán bộ phụ trách.

web-error-bad = Nội dung vừa gửi bị lỗi. Xin đồng chí gửi lại.
web-error-session = Đã hết thời gian đăng nhập. Xin đồng chí vào lại bằng đường dẫn mới.
web-error-reader = Kênh này chỉ để xem.
web-error-missing = Không tìm thấy trang này.
web-error-large = Nội dung gửi lớn quá mức cho phép.
web-file = Tệp
web-files = Gửi tệp
web-leave = Thoát
web-leave-ask = Thoát trên điện thoại này? Lần sau cần mã mời hoặc đường dẫn mới.
web-leave-yes = Thoát
