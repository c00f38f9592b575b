# What a person wants to be told when, and all their news

command-news-words = tin|tin mới|tin tức|việc mới
command-news-description = Các tin gửi đồng chí
help-news = Gõ <b>tin mới</b>: xem lại các tin gửi đồng chí.
menu-news = Tin mới ({ $count })
news-list = Các tin gửi đồng chí, mới nhất xếp trên:
news-none = Chưa có tin nào gửi đồng chí.
news-item = { $day }: { $line }
news-item-new = <b>Mới</b> { $day }: { $line }
news-button-all = Xem tất cả tin
news-button-settings = Cài đặt nhận tin

command-settings-words = cài đặt|cài đặt nhận tin|giờ nhận tin
command-settings-description = Chọn giờ nhận tin, việc báo ngay
help-settings = Gõ <b>cài đặt</b>: chọn giờ nhận tin gộp và việc cần báo ngay.
settings-hour = Tin trong ngày được gộp thành một tin, gửi lúc <b>{ $time }</b>.
settings-reminders = Hệ thống gửi tin chung với lời nhắc để đồng chí đỡ nhận nhiều tin.
settings-urgent = Việc báo ngay: { $sections }. Việc gấp luôn được báo ngay.
settings-nothing = chưa chọn
settings-button-hour = Đổi giờ nhận tin
settings-button-sections = Chọn việc báo ngay
settings-button-language = Ngôn ngữ
settings-ask-hour = Đồng chí muốn nhận tin trong ngày lúc mấy giờ? Chọn một giờ, hoặc gõ, ví dụ “18h15”.
settings-hour-unread = Hệ thống chưa hiểu giờ vừa gõ. Xin đồng chí gõ lại, ví dụ “18h15”.
settings-hour-quiet = Hệ thống chỉ gửi tin từ { $first } đến trước { $last }. Xin đồng chí chọn giờ khác.
settings-hour-kept = Đã ghi: từ nay tin trong ngày gửi lúc { $time }.
settings-sections = Chọn một mục để đổi giữa “gộp mỗi ngày” và “báo ngay”.
settings-section-urgent = { $section }: báo ngay
settings-section-bundled = { $section }: gộp mỗi ngày
journal-action-preference-changed = đổi cách nhận tin
settings-button-ways = Nhận tin ở đâu
settings-ways = Đồng chí muốn nhận tin ở tài khoản nào? Tài khoản đã chọn không nhận được thì tin gửi qua tài khoản khác. Trả lời ở tài khoản nào cũng được.
settings-ways-order = Thứ tự hiện nay: { $ways }. Tin không tới trong ba giờ thì chuyển sang kênh sau; không kênh nào tới thì cán bộ phụ trách được đề nghị gọi điện.
settings-way-last = Tài khoản dùng gần nhất
settings-way-chosen = { $way } ✓
settings-way-gone = Tài khoản này không còn nhận được tin. Xin đồng chí chọn tài khoản khác.
