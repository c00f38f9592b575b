# Chapters and people found, shown, changed; changes taken back

command-directory-words = đơn vị|tìm đơn vị|tìm người|danh bạ
command-directory-description = Tìm đơn vị, tìm người
command-change-words = thay đổi gần đây|thùng rác
command-change-description = Hoàn tác thay đổi, mở thùng rác
command-appoint-words = thay chi hội trưởng|thay người phụ trách
command-appoint-description = Thay trưởng, phó, cán bộ phụ trách
menu-directory = Đơn vị và con người
help-directory = <b>/donvi</b> – tìm đơn vị, tìm người, thay đổi thông tin; gõ “đơn vị”.
help-change = <b>/thaydoi</b> – hoàn tác thay đổi trong ngày, lấy lại từ thùng rác; gõ “thùng rác”.
help-appoint = <b>/bonhiem</b> – thay trưởng, phó, cán bộ phụ trách; gõ “thay người phụ trách”.

directory-type = Đồng chí gõ tên đơn vị, tên người hoặc số điện thoại cần tìm, có dấu hay không dấu đều được.
directory-found = Tìm “{ $query }”: có { $count } kết quả.
directory-nothing = Không tìm thấy “{ $query }” ở nơi đồng chí phụ trách. Đồng chí thử gõ ít chữ hơn.
directory-area = <b>{ $place }</b>: { $chapters } đơn vị, { $places } địa bàn trực thuộc.
directory-button-results = Kết quả tìm
directory-button-sheet = In phiếu mời
directory-button-recent = Thay đổi gần đây

chapter-card = <b>{ $chapter }</b>, { $place }
    Số lượng: { $members } { $unit }, miễn sinh hoạt { $exempt }
    Ngày họp: { $day }
    Giờ họp: { $time }
    Nơi họp: { $where }
chapter-holder = { $role }: { $name }, { $phone }
chapter-came-from = Lập từ: { $names }
chapter-nobody = Chưa có người phụ trách.
chapter-stands-in = thay tạm thời đến hết ngày { $last }
chapter-button-leader = Người đứng đầu
chapter-button-deputy = Cấp phó
chapter-button-cadre = Cán bộ phụ trách
chapter-button-members = Số lượng
chapter-button-day = Ngày họp
chapter-button-time = Giờ họp
chapter-button-place = Nơi họp
chapter-button-closed = Thôi hoạt động

reach-none = chưa có tài khoản
reach-lost = không nhận được tin nhắn
reach-silent = đã nhắc nhiều lần, chưa thấy trả lời

edit-ask-members = <b>{ $chapter }</b> hiện có { $now }. Đồng chí gõ số mới, ví dụ “32” hoặc “32, miễn 2”.
edit-ask-day = <b>{ $chapter }</b> hiện họp: { $now }. Đồng chí gõ ngày họp mới, ví dụ “ngày 5”, “thứ bảy cuối tháng”, “rằm âm lịch”.
edit-ask-time = <b>{ $chapter }</b> hiện họp lúc { $now }. Đồng chí gõ giờ mới, ví dụ “19h30”.
edit-ask-place = <b>{ $chapter }</b> hiện họp tại { $now }. Đồng chí gõ nơi họp mới.
edit-bad-members = Chưa đọc được số lượng. Đồng chí gõ ví dụ “32” hoặc “32, miễn 2”.
edit-bad-exempt = Số được miễn ({ $exempt }) nhiều hơn số thành viên. Đồng chí gõ cả hai số, ví dụ “32, miễn 2”.
edit-bad-day = Chưa đọc được ngày họp. Đồng chí gõ ví dụ “ngày 5”, “thứ bảy cuối tháng”, “rằm âm lịch” hoặc “mỗi quý 1 lần, không cố định”.
edit-bad-time = Chưa đọc được giờ họp. Đồng chí gõ ví dụ “19h30”.
edit-bad-place = Nơi họp cần có chữ và không dài quá { $limit } ký tự.
edit-nothing = Giá trị này giống như hiện tại, không có gì thay đổi.
edit-members = { $members } { $unit }, miễn { $exempt }
edit-open = đang hoạt động
edit-closed = hoạt động đến hết ngày { $day }
edit-preview = <b>{ $thing }</b>, { $chapter }
    Hiện nay: { $before }
    Sẽ là: <b>{ $after }</b>
edit-button-yes = Đồng ý
edit-button-undo = Hoàn tác
edit-button-chapter = Về đơn vị
edit-made = Đã thay đổi. Trong một ngày, đồng chí có thể hoàn tác.
edit-made-trash = Đã đưa vào thùng rác. Trong 30 ngày, đồng chí có thể lấy lại.
edit-left = Không thay đổi gì.
edit-overtaken = Có người vừa thay đổi chỗ này, nên chưa ghi gì. Mời đồng chí xem lại.
edit-overtaken-by = { $who } vừa thay đổi chỗ này, nên chưa ghi gì. Mời đồng chí xem lại.
edit-recent = <b>Thay đổi trong một ngày qua</b>
edit-recent-empty = Trong một ngày qua không có thay đổi nào hoàn tác được.
edit-trash = <b>Thùng rác, giữ 30 ngày</b>
edit-trash-empty = Thùng rác không có gì.
edit-line = { NUMBER($number, useGrouping: 0) }. { $at }, { $who }: { $chapter }. { $before } → { $after }
edit-button-recent = Hoàn tác { NUMBER($number, useGrouping: 0) }: { $name }
edit-button-trash = Lấy lại { NUMBER($number, useGrouping: 0) }: { $name }
edit-button-to-recent = Thay đổi gần đây
edit-button-to-trash = Thùng rác
edit-undone = Đã trả { $chapter } về như trước.
undo-too-late = Đã quá thời hạn hoàn tác.
undo-done = Thay đổi này đã được hoàn tác rồi.

appoint-where = Mời đồng chí mở một đơn vị trước.
appoint-now = { $role }, { $chapter }: <b>{ $names }</b>. Đồng chí muốn làm gì?
appoint-button-replace = Thay { $name }
appoint-button-stand-in = Người thay tạm thời cho { $name }
appoint-button-dismiss = Thôi giao cho { $name }
appoint-button-add = Thêm người
appoint-button-new = Người mới: { $name }
appoint-skip = Bỏ qua
appoint-who = Đồng chí gõ họ tên hoặc số điện thoại của người được giao.
appoint-which = Đồng chí chọn đúng người, hoặc gõ tên khác.
appoint-unknown = Chưa có ai tên “{ $name }” ở nơi đồng chí phụ trách. Bấm nút để thêm người mới, hoặc gõ tên khác.
appoint-phone = Số điện thoại của { $name }?
appoint-first = Thay từ ngày nào? Ví dụ “1/12” hoặc “hôm nay”.
appoint-last = Thay đến hết ngày nào?
appoint-unknown-phone = Không có ai mang số “{ $phone }” ở nơi đồng chí phụ trách. Đồng chí gõ họ tên.
appoint-bad-name = Đồng chí gõ họ tên đầy đủ.
appoint-bad-phone = Chưa đọc được số điện thoại. Đồng chí gõ ví dụ “0912 345 678”.
appoint-bad-day = Chưa đọc được ngày. Đồng chí gõ ví dụ “{ $example }”.
appoint-whole-place = Việc này áp dụng cho mọi đơn vị đồng chí ấy phụ trách ở { $place }.
seat-nobody = chưa có ai
seat-for-a-time = { $name } thay, từ { $first } đến hết { $last }
seat-has-it = Đồng chí này đang giữ việc đó rồi.
seat-bad-days = Ngày bắt đầu không được trước hôm nay và không được sau ngày kết thúc.
seat-leave-too-long = Thay tạm thời không quá một năm. Nếu lâu hơn, đồng chí giao hẳn cho người mới.
seat-given = Đồng chí được giao làm { $role }, { $chapter }.
seat-given-for-a-time = Đồng chí được giao tạm thay { $role }, { $chapter }, từ { $first } đến hết { $last }.
