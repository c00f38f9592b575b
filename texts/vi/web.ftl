# The web page

web-title = Sinh hoạt chi hội
web-write = Nhập tin nhắn
web-send = Gửi
web-photo = Ảnh
web-photos = Gửi ảnh (chọn được nhiều ảnh)
web-sending = Đang gửi…
web-sent = Đã gửi
web-unsent = Chưa gửi được, sẽ gửi lại
web-unkept = Điện thoại này không giữ được tin chưa gửi. Xin đồng chí đừng đóng trang cho tới khi gửi xong.
web-session-unkept = Đã hết thời gian đăng nhập. Xin đồng chí chép lại tin chưa gửi, rồi mở lại trang.
web-refused = Không gửi được
web-offline = Mất kết nối. Đang nối lại…
web-older = Xem tin cũ hơn
web-unread = Có tin mới
web-edit = Sửa
web-edited = đã sửa
web-editing = Đang sửa tin đã gửi
web-cancel = Thôi
web-from-bot = Trợ lý
web-from-me = Đồng chí
web-large = Tệp lớn quá 20 MB. Xin đồng chí chọn tệp nhỏ hơn.
web-only-read = Kênh này chỉ để xem.
web-pick-date = Chọn ngày
web-send-date = Gửi ngày này
web-day-today = Hôm nay
web-day-yesterday = Hôm qua

web-door-hello = Kính chào đồng chí
web-door-link = Bấm nút dưới đây để vào trang báo cáo sinh hoạt.
web-door-typed = Xin đồng chí nhập mã được cấp để vào trang báo cáo sinh hoạt.
web-door-code = Mã của đồng chí
web-door-enter = Vào trang
web-door-way = Mở bằng { $name }
web-door-help = Chưa có mã hoặc mã hết hạn? Xin đồng chí nhắn cán bộ phụ trách để nhận đường dẫn mới.

web-error-bad = Trang không hiểu được nội dung vừa gửi.
web-error-session = Phiên đã hết. Xin đồng chí vào lại bằng đường dẫn mới.
web-error-reader = Kênh này chỉ để xem.
web-error-missing = Không tìm thấy.
web-error-large = Nội dung gửi lớn quá mức cho phép.
web-file = Tệp
web-files = Gửi tệp
web-leave = Thoát
web-leave-ask = Thoát khỏi máy này? Lần sau cần đường dẫn hoặc mã mới để vào lại.
web-leave-yes = Thoát khỏi máy này
