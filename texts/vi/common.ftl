# Commands, buttons and sentences that several talks share

command-report-words = báo cáo|viết báo cáo|gửi báo cáo|bc
command-report-description = Báo cáo buổi sinh hoạt
command-menu-words = menu|trang chính|về trang chính|bắt đầu
command-menu-description = Các việc có thể làm
command-help-words = trợ giúp|giúp|giúp đỡ|giúp tôi|hướng dẫn|help
command-help-description = Hướng dẫn sử dụng
command-cancel-words = hủy|hủy bỏ|thoát|dừng|dừng lại|thôi
command-cancel-description = Dừng việc đang làm, giữ bản nháp
command-history-words = báo cáo đã gửi|báo cáo của tôi|lịch sử|xem báo cáo|sửa báo cáo
command-history-description = Xem và sửa báo cáo đã gửi
command-status-words = báo cáo còn thiếu|tôi đã đủ báo cáo chưa|đủ báo cáo chưa|đã đủ báo cáo chưa|đã nộp đủ báo cáo chưa|đã gửi đủ báo cáo chưa|còn thiếu gì|còn thiếu báo cáo nào|tình hình
command-status-description = Báo cáo còn thiếu
command-schedule-words = lịch|lịch sinh hoạt|lịch họp|lịch họp tháng này|bao giờ họp|khi nào họp|hôm nào họp|ngày nào họp|mấy giờ họp|bao giờ sinh hoạt|khi nào sinh hoạt
command-schedule-description = Các buổi sinh hoạt sắp tới
command-attendance-words = xác nhận|xác nhận dự|xác nhận đã dự|điểm danh|đã dự|tôi đã dự|đã đi dự|tôi đã đi dự|tôi có dự|em đã dự
command-attendance-description = Xác nhận buổi đã dự
command-board-words = đơn vị tôi phụ trách|chi hội|chi hội tôi phụ trách|chi hội của tôi
command-board-description = Đơn vị đồng chí phụ trách
command-overview-words = tổng hợp|tình hình báo cáo|ai chưa báo cáo|đơn vị nào chưa báo cáo|chi hội nào chưa báo cáo|chi bộ nào chưa báo cáo|còn ai chưa báo cáo
command-overview-description = Đơn vị đã báo cáo, chưa báo cáo
command-weblink-description = Xin đường dẫn vào trang web
command-desk-description = Mở bàn làm việc trên máy tính
command-language-words = ngôn ngữ|tiếng việt|tiếng anh|english|vietnamese|language
command-language-description = English / Tiếng Việt

button-cancel = Hủy
button-go-on = Làm tiếp
button-anew = Làm lại từ đầu
button-later = Để sau
button-back = Quay lại
button-menu = Về trang chính
button-view-report = Xem báo cáo
button-page-before = Trang trước
button-page-after = Trang sau
button-month-before = Tháng trước
button-month-after = Tháng sau
list-page = Trang { $number }/{ $of }

old-button = Nút vừa bấm thuộc câu trước nên không còn tác dụng.
number-late = Tin “{ $text }” đến muộn nên chưa được tính. Mời đồng chí trả lời câu dưới đây.
number-not-there = Danh sách dưới đây không có mục “{ $text }”. Mời đồng chí chọn lại.
files-elsewhere = <i>Kèm { $count } tệp. Ứng dụng này không mở được tệp, mời đồng chí xem trên trang web.</i>
talk-outdated = Việc đang làm đã thay đổi nên câu trả lời chưa được ghi. Xin đồng chí làm lại từ đầu.
old-button-note = Nút này không còn tác dụng.
closed-elsewhere = Đồng chí đang làm tiếp trên máy khác. Trả lời ở máy này cũng được.
offer-note = Nếu đồng chí không định trả lời mà muốn làm việc khác, xin chọn “{ $button }”.
offer-open = Mở “{ $task }”
offer-stop = Dừng lại, không ghi câu này
please-press = Mời đồng chí chọn một mục dưới đây, hoặc gõ đúng chữ của mục đó.
photo-words-not-taken = Lời ghi kèm ảnh chưa vào báo cáo. Đến mục ghi chữ, đồng chí chọn “Ghi lời kèm ảnh”.
please-write = Câu này cần trả lời bằng chữ.
phone-none = chưa có số điện thoại
text-too-long = Tin này dài quá { $limit } chữ cái nên chưa được ghi. Xin đồng chí chia thành nhiều tin ngắn hơn.
command-unknown = Hệ thống không có lệnh { $name }. Mời đồng chí gõ “trợ giúp” hoặc chọn mục dưới đây.
not-enrolled = Trước hết, xin đồng chí gửi mã mời.
turn-failed = Xin lỗi đồng chí, tin vừa gửi chưa được ghi. Đồng chí gửi lại giúp. Nếu vẫn chưa được, xin báo cán bộ phụ trách, kèm mã lỗi { $reference }.
turn-failed-words = Tin của đồng chí, để gửi lại cho tiện:
words-too-long = Xin đồng chí ghi ngắn hơn (nhiều nhất { $limit } chữ cái).

report-choose = Đồng chí báo cáo buổi sinh hoạt nào?
report-choice = { $chapter }, { $period }
report-choice-draft = { $chapter }, { $period } (có bản nháp)
report-choice-sent = { $chapter }, { $period } (đã gửi)
report-choice-ahead = { $chapter }, { $period } (chưa đến ngày)
report-nothing-open = Hiện không có buổi sinh hoạt nào cần báo cáo.
report-open-first = Tin vừa gửi chưa được ghi. Mời đồng chí chọn một mục dưới đây để mở báo cáo, rồi gửi lại.
report-none-waits = Hiện không có buổi nào chờ báo cáo. Đồng chí có thể mở báo cáo đã gửi để xem và sửa.
report-none-waits-yet = Hiện không có buổi sinh hoạt nào chờ báo cáo. Đồng chí có thể sửa báo cáo đã gửi, hoặc báo trước nếu buổi sắp tới dời ngày, không tổ chức được.
report-only-ahead = Buổi sinh hoạt sắp tới chưa đến ngày. Đồng chí có thể báo trước nếu buổi đó dời ngày hoặc không tổ chức được.
report-deleted = Đã xóa bản nháp. Khi cần, đồng chí gõ “báo cáo” để làm lại.
report-beside = Báo cáo này có hai bản nháp: của đồng chí { $who } và của đồng chí. Đồng chí chọn bản nào? Bản kia vẫn được giữ đến khi báo cáo được gửi.
report-beside-theirs = <b>Bản của đồng chí { $who }</b>
report-beside-mine = <b>Bản của đồng chí</b>
report-beside-button-theirs = Dùng bản của { $who }
report-beside-button-mine = Giữ bản của tôi
report-go-on = Đồng chí đang có bản nháp báo cáo sinh hoạt { $meeting } { $period } của { $chapter }. Làm tiếp hay làm lại từ đầu?
report-later = Vâng, để làm sau. Các câu đã trả lời vẫn được giữ. Khi nào tiện, đồng chí chọn “Làm tiếp báo cáo” hoặc gõ “báo cáo”.
report-received = <b>Đã nhận báo cáo { $period } của { $chapter }.</b> Số { $number }. Đồng chí có thể sửa đến hết ngày { $until }. Cảm ơn đồng chí.
report-received-late = Báo cáo gửi sau hạn nên được tính là báo cáo chậm.
report-corrected = <b>Đã sửa báo cáo { $period } của { $chapter }.</b> Số { $number }. Đồng chí có thể sửa tiếp đến hết ngày { $until }.

files-not-taken = Ứng dụng này không gửi được tệp cho hệ thống. Mời đồng chí gửi trên trang web.
file-missing = Hệ thống không nhận được tệp vừa gửi. Xin đồng chí gửi lại.
file-too-large = Tệp lớn quá { $megabytes } MB. Xin đồng chí gửi tệp nhỏ hơn.
file-too-large-size = Tệp vừa gửi nặng { $size } MB; hệ thống chỉ nhận tệp đến { $megabytes } MB nên tệp này chưa được nhận. Xin đồng chí gửi tệp nhỏ hơn, hoặc tách thành nhiều tệp.
file-film = Hệ thống chưa nhận phim. Xin đồng chí gửi ảnh hoặc tin thoại.
file-no-room = Hệ thống tạm thời hết chỗ lưu tệp. Xin đồng chí gửi lại sau; câu trả lời bằng chữ vẫn được nhận.
file-old-office = Tệp .doc, .xls, .ppt kiểu cũ chưa đọc được. Xin đồng chí lưu lại thành .docx, .xlsx, .pptx hoặc .pdf rồi gửi, hoặc chụp ảnh.
file-photo-damaged = Ảnh chưa tới đủ hoặc bị hỏng nên không mở được. Xin đồng chí gửi lại ảnh.
file-photo-too-many-points = Ảnh có kích thước quá lớn nên không mở được. Xin đồng chí chụp lại ở cỡ thường rồi gửi.
file-quota = Hôm nay đồng chí đã gửi nhiều tệp, hệ thống chưa nhận thêm được. Xin đồng chí gửi tiếp vào ngày mai; câu trả lời bằng chữ vẫn được nhận.
file-too-slow = Tệp này quá nặng để đọc nên chưa được nhận. Xin đồng chí gửi ảnh chụp, hoặc lưu lại thành tệp khác rồi gửi.
file-not-a-photo = Tệp vừa gửi không phải là ảnh nên không được lưu. Xin đồng chí chụp và gửi lại ảnh.
voice-empty = Tin thoại không có tiếng. Xin đồng chí giữ nút ghi âm và nói lại.
voice-too-long = Tin thoại dài quá { $minutes } phút. Xin đồng chí nói ngắn gọn hơn.
file-not-a-voice = Tệp vừa gửi không phải là tin thoại nên không được lưu. Xin đồng chí ghi âm lại.
person-unreachable = Hệ thống không gửi tin được cho đồng chí { $name } ({ $chapter }). Đề nghị đồng chí { $phone ->
    [none] liên hệ trực tiếp
   *[other] gọi số { $phone }
}.
quota-goes-on-here = Hệ thống đã hết lượt gửi tin của tháng này qua { $channel ->
    [zalo] Zalo
   *[other] ứng dụng kia
}, nên chuyển tin sang kênh này. Những gì đồng chí đã trả lời vẫn còn.
unreadable-first = Hệ thống không đọc được tin này. Nếu là tệp, xin đồng chí gửi ảnh chụp. Nếu khó gõ chữ, đồng chí gửi thêm một tin bất kỳ, cán bộ phụ trách sẽ gọi điện.
unreadable-call = Đã báo cán bộ phụ trách gọi điện cho đồng chí.
unreadable-nobody = Hệ thống không đọc được tin này. Xin đồng chí gọi điện cho cán bộ phụ trách.
call-asked = Đồng chí { $name } ({ $chapter }) gửi tin mà hệ thống không đọc được, có thể vì khó gõ chữ. Đề nghị đồng chí { $phone ->
    [none] liên hệ trực tiếp
   *[other] gọi số { $phone }
}.
file-link-ended = Liên kết này đã hết hạn. Xin đồng chí nhắn lại để nhận tệp.
file-link-gone = Tệp này không còn trên hệ thống.
