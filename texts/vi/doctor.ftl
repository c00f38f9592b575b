# How the installation is

command-health-words = sức khỏe hệ thống|tình trạng hệ thống
command-health-description = Tình trạng hệ thống (người quản trị)
menu-health = Tình trạng hệ thống
help-health = Gõ <b>sức khỏe hệ thống</b>: hệ thống có chạy tốt không (người quản trị).
health-head = <b>Hệ thống chạy bình thường.</b>
health-head-bad = <b>Có việc cần xem.</b>
health-line = { $light } – { $name }: { $fact }
health-light-green = Tốt
health-light-yellow = Cần theo dõi
health-light-red = Có lỗi
health-name-readers = Chương trình đọc tin thoại, ảnh
health-name-inbox = Tin đến chờ quá 30 phút
health-name-outbox = Tin đi chờ quá 30 phút
health-name-tasks = Tác vụ nền chờ quá 30 phút
health-name-aside = Tin không xử lý được trong 30 phút qua
health-name-messengers = Mạng nhắn tin không gửi được
health-name-channels = Kênh tổng hợp không gửi được
health-name-jobs = Việc định kỳ bị lỗi
health-name-disk = Ổ đĩa còn trống (GB)
health-name-backup = Bản sao lưu gần nhất
health-name-rehearsal = Lần thử khôi phục gần nhất
health-not-yours = Phần này do người quản trị hệ thống xem.
health-red-inbox = <b>Hệ thống:</b> { $fact } tin đến chờ quá 30 phút chưa xử lý. Đề nghị xem máy chủ.
health-red-outbox = <b>Hệ thống:</b> { $fact } tin đi chờ quá 30 phút chưa gửi được. Đề nghị xem kết nối.
health-red-tasks = <b>Hệ thống:</b> { $fact } tác vụ nền chờ quá 30 phút. Đề nghị xem máy chủ.
health-red-aside = <b>Hệ thống:</b> { $fact } tin vừa không xử lý được. Đề nghị xem nhật ký máy chủ.
health-red-messengers = <b>Hệ thống:</b> không gửi được qua { $fact }. Đề nghị xem kết nối.
health-red-channels = <b>Hệ thống:</b> kênh tổng hợp không nhận được tin: { $fact }. Đề nghị đưa hệ thống vào lại nhóm.
health-red-jobs = <b>Hệ thống:</b> việc định kỳ bị lỗi: { $fact }. Đề nghị xem nhật ký máy chủ.
health-red-disk = <b>Hệ thống:</b> ổ đĩa chỉ còn { $fact } GB. Đề nghị dọn ổ đĩa ngay.
health-red-backup = <b>Hệ thống:</b> chưa sao lưu được; bản gần nhất: { $fact }. Đề nghị xem máy chủ.
health-account-lost = <b>Hệ thống:</b> { $channel ->
    [telegram] Telegram
    [zalo] Zalo
   *[other] ứng dụng nhắn tin
} không còn nhận mã (token) của tài khoản “{ $account }” nên tài khoản này đã ngừng gửi và nhận tin; phần còn lại vẫn hoạt động. Đề nghị lấy mã mới, ghi vào cấu hình rồi khởi động lại.
quota-spent = <b>Hệ thống:</b> { $channel ->
    [zalo] Zalo
   *[other] ứng dụng nhắn tin
} không cho tài khoản “{ $account }” gửi thêm tin: gói của tháng đã hết. Ai còn kênh khác thì nhận tin ở kênh đó; những người khác phải chờ. Đề nghị nâng gói, thêm tài khoản hoặc mời mọi người dùng trang web.
quota-warning = <b>Hệ thống:</b> tài khoản { $channel ->
    [zalo] Zalo
   *[other] nhắn tin
} “{ $account }” đã dùng { $used } trong { $messages } tin của tháng này. Khi gần hết, tin hệ thống tự gửi sẽ nhường cho các cuộc trả lời.
