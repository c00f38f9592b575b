# Chapters and people found, shown, changed; changes taken back

command-directory-words = đơn vị|tìm đơn vị|tìm người|danh bạ
command-directory-description = Tìm đơn vị, tìm người
command-change-words = thay đổi gần đây|thùng rác
command-change-description = Hoàn tác thay đổi, mở thùng rác
command-appoint-words = thay chi hội trưởng|thay người phụ trách
command-appoint-description = Thay người đứng đầu, cấp phó, cán bộ phụ trách
menu-directory = Đơn vị, cán bộ
help-directory = Gõ <b>đơn vị</b>: tìm đơn vị, tìm người, thay đổi thông tin.
help-change = Gõ <b>thùng rác</b>: hoàn tác thay đổi trong ngày, khôi phục từ thùng rác.
help-appoint = Gõ <b>thay người phụ trách</b>: thay người đứng đầu, cấp phó, cán bộ phụ trách.

directory-type = Đồng chí gõ tên đơn vị, tên người hoặc số điện thoại cần tìm, có dấu hay không dấu đều được.
directory-found = Tìm “{ $query }”: có { $count } kết quả.
directory-nothing = Không tìm thấy “{ $query }” trong phạm vi đồng chí phụ trách. Đồng chí thử gõ ít chữ hơn.
directory-area = <b>{ $place }</b>: { $chapters } đơn vị, { $places } địa bàn trực thuộc.
directory-button-results = Kết quả tìm
directory-button-sheet = In phiếu mời
directory-button-recent = Thay đổi gần đây

chapter-card = <b>{ $chapter }</b>
    Số lượng: { $members } { $unit }, miễn sinh hoạt { $exempt }
    Ngày sinh hoạt: { $day }
    Giờ sinh hoạt: { $time }
    Địa điểm: { $where }
chapter-holder = { $role }: { $name }, { $phone }
chapter-came-from = Lập từ: { $names }
chapter-nobody = Chưa có người báo cáo.
chapter-stands-in = tạm thay đến hết ngày { $last }
chapter-button-leader = Người đứng đầu
chapter-button-deputy = Cấp phó
chapter-button-cadre = Cán bộ phụ trách
chapter-button-members = Sửa số lượng
chapter-button-day = Sửa ngày sinh hoạt
chapter-button-time = Sửa giờ
chapter-button-place = Sửa địa điểm
chapter-button-closed = Ngừng hoạt động

reach-none = chưa có tài khoản
reach-lost = không gửi tin được, đề nghị gọi điện
reach-silent = đã nhắc nhiều lần, chưa có phản hồi

edit-ask-members = <b>{ $chapter }</b> hiện có { $now }. Đồng chí gõ số mới, ví dụ “32” hoặc “32, miễn 2”.
edit-ask-day = <b>{ $chapter }</b>, ngày sinh hoạt hiện nay: { $now }. Đồng chí gõ ngày sinh hoạt mới, ví dụ “ngày 5”, “thứ bảy cuối tháng”, “rằm âm lịch”.
edit-ask-time = <b>{ $chapter }</b>, giờ sinh hoạt hiện nay: { $now }. Đồng chí gõ giờ mới, ví dụ “19h30”.
edit-ask-place = <b>{ $chapter }</b>, địa điểm hiện nay: { $now }. Đồng chí gõ địa điểm mới.
edit-bad-members = Hệ thống chưa hiểu số lượng. Xin đồng chí gõ lại, ví dụ “32” hoặc “32, miễn 2”.
edit-bad-exempt = Số được miễn ({ $exempt }) nhiều hơn tổng số. Xin đồng chí gõ cả hai số, ví dụ “32, miễn 2”.
edit-bad-day = Hệ thống chưa hiểu ngày sinh hoạt. Xin đồng chí gõ lại, ví dụ “ngày 5”, “thứ bảy cuối tháng”, “rằm âm lịch” hoặc “mỗi quý 1 lần, không cố định”.
edit-bad-time = Hệ thống chưa hiểu giờ sinh hoạt. Xin đồng chí gõ lại, ví dụ “19h30”.
edit-bad-place = Địa điểm cần có chữ và dài nhất { $limit } chữ cái. Xin đồng chí gõ lại, ví dụ “Nhà văn hóa ấp”.
edit-nothing = Nội dung này giống nội dung đang có nên không thay đổi gì.
edit-members = { $members } { $unit }, miễn { $exempt }
edit-open = đang hoạt động
edit-closed = hoạt động đến hết ngày { $day }
edit-preview = <b>{ $thing }</b>, { $chapter }
    Đang ghi: { $before }
    Sửa thành: <b>{ $after }</b>
edit-button-yes = Ghi thay đổi
edit-button-undo = Hoàn tác
edit-button-chapter = Về đơn vị
edit-made = Đã thay đổi. Trong một ngày, đồng chí có thể hoàn tác.
edit-made-trash = Đã đưa vào thùng rác. Trong 30 ngày, đồng chí có thể khôi phục.
edit-left = Không thay đổi gì.
edit-overtaken = Có người vừa sửa mục này nên chưa ghi thay đổi của đồng chí. Mời đồng chí xem lại.
edit-overtaken-by = { $who } vừa sửa mục này nên chưa ghi thay đổi của đồng chí. Mời đồng chí xem lại.
edit-recent = <b>Thay đổi trong một ngày qua</b>
edit-recent-empty = Trong một ngày qua không có thay đổi nào hoàn tác được.
edit-trash = <b>Thùng rác, giữ 30 ngày</b>
edit-trash-empty = Thùng rác không có gì.
edit-line = { NUMBER($number, useGrouping: 0) }. { $at }, { $who }: { $chapter }. { $before } → { $after }
edit-button-recent = Hoàn tác { NUMBER($number, useGrouping: 0) }: { $name }
edit-button-trash = Khôi phục { NUMBER($number, useGrouping: 0) }: { $name }
edit-button-to-recent = Thay đổi gần đây
edit-button-to-trash = Thùng rác
edit-undone = Đã khôi phục { $chapter } như trước.
undo-too-late = Đã quá thời hạn hoàn tác.
undo-done = Thay đổi này đã được hoàn tác rồi.

appoint-where = Mời đồng chí mở một đơn vị trước.
appoint-now = { $role }, { $chapter }: <b>{ $names }</b>. Đồng chí muốn làm gì?
appoint-button-replace = Thay { $name }
appoint-button-stand-in = Tạm thay { $name }
appoint-button-dismiss = Thôi nhiệm vụ: { $name }
appoint-button-add = Thêm người
appoint-button-new = Người mới: { $name }
appoint-skip = Bỏ qua
appoint-who = Đồng chí gõ họ tên hoặc số điện thoại của người được giao.
appoint-which = Đồng chí chọn đúng người, hoặc gõ tên khác.
appoint-unknown = Chưa có ai tên “{ $name }” trong phạm vi đồng chí phụ trách. Chọn mục dưới đây để thêm người mới, hoặc gõ tên khác.
appoint-phone = Số điện thoại của { $name }?
appoint-first = Thay từ ngày nào? Ví dụ “1/12” hoặc “hôm nay”.
appoint-last = Thay đến hết ngày nào?
appoint-unknown-phone = Chưa có ai dùng số điện thoại “{ $phone }”. Xin đồng chí gõ họ tên.
appoint-bad-name = Xin đồng chí gõ họ tên đầy đủ, ví dụ “Thạch Thị Lan”.
appoint-bad-phone = Hệ thống chưa hiểu số điện thoại. Xin đồng chí gõ lại, ví dụ “0912 345 678”.
appoint-bad-day = Hệ thống chưa hiểu ngày. Xin đồng chí gõ lại, ví dụ “{ $example }”.
appoint-whole-place = Thay đổi này áp dụng cho mọi đơn vị đồng chí ấy phụ trách ở { WITHIN($place) }.
seat-nobody = chưa có ai
seat-for-a-time = { $name } thay, từ { $first } đến hết { $last }
seat-has-it = Đồng chí này đang giữ nhiệm vụ đó.
seat-bad-days = Ngày bắt đầu không được trước hôm nay và không được sau ngày kết thúc.
seat-leave-too-long = Tạm thay không quá một năm. Nếu lâu hơn, đồng chí giao hẳn cho người mới.
seat-given = Đồng chí được giao làm { $role }, { $chapter }.
seat-given-for-a-time = Đồng chí được giao tạm thay người làm { $role }, { $chapter }, từ { $first } đến hết { $last }.
seat-passed-on = Đồng chí { $who } được giao làm { $role }, { $chapter }, thay đồng chí. Cảm ơn đồng chí đã đảm nhiệm công việc thời gian qua.
seat-ended = Đồng chí thôi làm { $role }, { $chapter }. Cảm ơn đồng chí đã đảm nhiệm công việc thời gian qua.
seat-stood-in = Đồng chí { $who } tạm thay đồng chí làm { $role }, { $chapter }, từ { $first } đến hết { $last }.
draft-passed-on = Phần báo cáo { $period } của { $chapter } đồng chí đang ghi được chuyển cho đồng chí { $who }. Những gì đồng chí đã ghi vẫn được giữ.
draft-taken-up = Đồng chí { $who } đã ghi một phần báo cáo { $period } của { $chapter }; phần đó được chuyển cho đồng chí. Xin đồng chí xem, ghi tiếp và gửi.
draft-beside = Đồng chí { $who } đã ghi một phần báo cáo { $period } của { $chapter }; phần đó được giữ bên cạnh bản của đồng chí. Xin đồng chí xem và chọn bản nào.
report-no-longer-yours = Báo cáo này không còn do đồng chí phụ trách. Phần đồng chí đã ghi được giữ và chuyển cho người phụ trách mới.
