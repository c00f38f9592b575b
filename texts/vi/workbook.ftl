# The directory as a workbook

workbook-sheet-guide = Hướng dẫn
workbook-sheet-areas = Địa bàn
workbook-sheet-kinds = Loại hình
workbook-sheet-chapters = Đơn vị
workbook-sheet-people = Người
workbook-sheet-posts = Nhiệm vụ
workbook-sheet-holidays = Ngày nghỉ
workbook-sheet-channels = Kênh tổng hợp

workbook-head-id = Mã số
workbook-head-name = Tên
workbook-head-level = Cấp
workbook-head-parent = Thuộc địa bàn
workbook-head-code = Mã
workbook-head-grace_days = Hạn báo cáo (số ngày)
workbook-head-closing_day = Ngày chốt số liệu
workbook-head-travel_min = Thời gian đi lại (phút)
workbook-head-valid_from = Từ ngày
workbook-head-valid_to = Đến hết ngày
workbook-head-association = Tổ chức
workbook-head-unit = Cách gọi đơn vị
workbook-head-members = Cách gọi người dự
workbook-head-regular = Cách gọi buổi sinh hoạt
workbook-head-leader = Chức danh người đứng đầu
workbook-head-deputy = Chức danh cấp phó
workbook-head-frequency = Mấy tháng một kỳ
workbook-head-rule = Ngày sinh hoạt
workbook-head-shift = Khi trùng ngày nghỉ
workbook-head-recording = Mức ghi báo cáo
workbook-head-kind = Loại hình
workbook-head-area = Địa bàn
workbook-head-member_count = Số lượng
workbook-head-exempt_count = Số được miễn
workbook-head-start_time = Giờ sinh hoạt
workbook-head-duration_min = Số phút
workbook-head-place = Địa điểm
workbook-head-address_form = Xưng hô
workbook-head-phone = Số điện thoại
workbook-head-language = Ngôn ngữ
workbook-head-person = Người
workbook-head-role = Vai trò
workbook-head-chapter = Đơn vị
workbook-head-day = Ngày
workbook-head-channel = Ứng dụng
workbook-head-account = Tài khoản hệ thống
workbook-head-chat = Mã nhóm
workbook-head-title = Tên nhóm

workbook-choice-shift-none = không dời
workbook-choice-shift-next_day_off_skipped = dời sang ngày làm việc kế tiếp
workbook-choice-shift-next_day_holiday_only = chỉ dời khi trùng ngày lễ
workbook-choice-shift-previous_working_day = dời lên ngày làm việc trước
workbook-shift-moved = chuyển sang { $day }
workbook-choice-recording-full = đầy đủ
workbook-choice-recording-frame = chỉ ghi phần chung
workbook-choice-recording-off = không ghi
workbook-choice-language-vi = tiếng Việt
workbook-choice-language-en = tiếng Anh
workbook-choice-role-leader = người đứng đầu
workbook-choice-role-deputy = cấp phó
workbook-choice-role-cadre = cán bộ phụ trách
workbook-choice-role-staff = cán bộ tổng hợp
workbook-choice-role-reader = người xem số liệu
workbook-choice-role-administrator = người quản trị
workbook-choice-channel-telegram = Telegram
workbook-choice-channel-zalo = Zalo
workbook-choice-channel-web = web

workbook-guide-title = Danh bạ địa bàn, đơn vị, người
workbook-guide-1 = Điền lần lượt các trang tính: Địa bàn, Loại hình, Đơn vị, Người, Nhiệm vụ; Phân công dự, Ngày nghỉ, Kênh tổng hợp, Chương trình, Địa bàn làm điểm, Chỉ tiêu, Loại số liệu, Bảng điểm và Thang xếp loại năm nếu cần. Trang nào không cần thì để trống hoặc xóa.
workbook-guide-2 = Tiêu đề màu cam: bắt buộc với dòng mới. Thứ tự cột có thể đổi; tiêu đề thì giữ nguyên. Cột “STT” và “Ghi chú” được bỏ qua.
workbook-guide-3 = Dòng in nghiêng có chữ “ví dụ” ở ô đầu là ví dụ, không được ghi vào danh bạ. Xóa hay để lại đều được. Trang Loại hình đã ghi sẵn các loại hình thường gặp: sửa cho đúng địa phương, xóa loại không có.
workbook-guide-4 = Ô trống: giữ như đang có (dòng mới: theo mặc định). Dấu “-”: xóa giá trị đang có. Dòng không có trong bảng được giữ nguyên.
workbook-guide-5 = Mã số do hệ thống cấp khi xuất danh bạ. Dòng mới để trống. Dòng có mã số được đổi tên, đổi số điện thoại tùy ý. Ghi “mới” khi dòng giống một dòng đang có nhưng đúng là cái khác.
workbook-guide-6 = Địa bàn ghi tên, hoặc ghi cả đường đi “Xã Long Vĩnh / Ấp Cái Cối” khi có nhiều địa bàn cùng tên, hoặc ghi mã số “#12”. Không phân biệt có dấu hay không dấu.
workbook-guide-7 = Người trong trang Nhiệm vụ được tìm theo số điện thoại; không có số thì theo họ tên, hoặc ghi mã số “#12”. Ai được gọi bằng tên hai chữ thì ghi ở cột Xưng hô, như “đồng chí Sa Rinh”.
workbook-guide-8 = Ngày sinh hoạt ghi bằng lời: “ngày 5”; “ngày cuối tháng”; “thứ Bảy cuối tháng”; “Chủ nhật đầu tháng”; “Chủ nhật lần thứ 2 trong tháng”; “mùng 1 âm lịch”; “rằm âm lịch”.
workbook-guide-9 = Kỳ dài hơn một tháng: “mỗi quý: ngày 5, tháng thứ 2”; “mỗi 2 tháng: Chủ nhật đầu tháng”; “mỗi quý 1 lần, không cố định”.
workbook-guide-10 = Vai trò người đứng đầu, cấp phó, cán bộ phụ trách: ghi đơn vị. Cán bộ tổng hợp, người xem số liệu, người quản trị: để trống ô đơn vị, ghi địa bàn (thêm loại hình nếu chỉ phụ trách một loại hình, hoặc tổ chức nếu phụ trách mọi loại hình của tổ chức đó).
workbook-guide-11 = Giao lại nhiệm vụ: ghi “Đến hết ngày” cho người cũ, thêm một dòng cho người mới. Giải thể, chuyển đi: ghi “Đến hết ngày”, không xóa dòng.
workbook-guide-12 = Ngày ghi 05/11/2026; giờ ghi 18h30 hoặc 18:30; số điện thoại giữ số 0 ở đầu.
workbook-guide-13 = Không gộp ô trong bảng, không đặt mật khẩu. Lưu dạng .xlsx, .xls, .xlsb, .ods; hoặc .csv, mỗi trang một tệp mang tên trang. Ghi “nt” khi giống ô trên; hàng cộng, hàng ký tên được bỏ qua.
workbook-guide-14 = Trước khi ghi, hệ thống cho xem những gì sẽ thêm, đổi, kết thúc. Có một ô sai thì chưa ghi gì, và mọi ô sai được liệt kê cùng lúc.
workbook-guide-15 = Chỉ ghi thông tin cần cho công việc. Không ghi bí mật nhà nước, không ghi thông tin sức khỏe.

workbook-fault-line = { $place } “{ $value }”: { $right }
workbook-fault-line-empty = { $place }: { $right }
workbook-faults-more = … và { $count } lỗi nữa.
workbook-fault-id = cần mã số đã được cấp, để trống, hoặc ghi “mới”
workbook-fault-count = cần số nguyên từ { $least } đến { $most }
workbook-fault-day = cần một ngày, như 05/11/2026
workbook-fault-time = cần giờ, như 18h30
workbook-fault-phone = không phải số điện thoại đang dùng; ghi đủ số, như 0912 345 678
workbook-fault-rule = cần ngày sinh hoạt, như “ngày 5”, “thứ Bảy cuối tháng”, “mùng 1 âm lịch”, “mỗi quý 1 lần, không cố định”
workbook-fault-rule-period = ngày sinh hoạt này không hợp với kỳ { $months } tháng
workbook-fault-choice = chọn một trong: { $choices }
workbook-fault-code = cần mã gồm chữ thường không dấu, số, dấu gạch dưới, như chi_bo
workbook-fault-long = dài quá { $most } chữ cái
workbook-fault-formula = ô chứa công thức chưa có kết quả; mở tệp bằng Excel rồi lưu lại, hoặc ghi giá trị
workbook-fault-nothing-above = không có ô nào ở trên để ghi như trên
workbook-fault-differs = khác với dòng { $other } của cùng đơn vị
workbook-fault-list-kind = chưa rõ loại hình; ghi dùng chung, như “loại hình = Chi hội Phụ nữ”
workbook-fault-list-role = chưa rõ chức danh; ghi dùng chung, như “chức danh = trưởng”
workbook-fault-list-needed = danh sách không có cột này; ghi dùng chung, như { $what ->
    [start_time] “giờ = 19h”
    [place] “địa điểm = Nhà văn hóa ấp”
    [member_count] “số hội viên = 30”
   *[other] “loại hình = Chi hội Phụ nữ”
}
workbook-fault-error = ô đang báo lỗi
workbook-fault-merged = các ô bị gộp; cần bỏ gộp ô
workbook-fault-heading = không có cột tên này; sửa tiêu đề theo mẫu, hoặc đặt tên “Ghi chú”
workbook-fault-no-headings = không thấy dòng tiêu đề; cần: { $names }
workbook-fault-sheet-unknown = không có trang tên này; các trang: { $names }
workbook-fault-sheet-twice = trang này có hai lần
workbook-fault-needed = bắt buộc phải ghi
workbook-fault-slash = tên không được có “ / ”
workbook-fault-unknown-id = không có dòng nào mang mã số này
workbook-fault-twice = trùng với dòng { $other }
workbook-fault-unknown-area = không có địa bàn tên này{ $near ->
    [none] {""}
   *[other] ; gần giống: “{ $near }”
}
workbook-fault-kind-or-association = chọn loại hình hoặc tổ chức, không ghi cả hai
workbook-fault-unknown-association = không có tổ chức này. Các tổ chức: { $names }
workbook-fault-association-held = có người phụ trách cả tổ chức này, muốn đổi tên tổ chức thì gõ “loại hình” trong hội thoại
workbook-fault-unknown-kind = { $names ->
    [none] không có loại hình này; thêm vào trang Loại hình
   *[other] không có loại hình này; đang có: { $names }
}
workbook-fault-unknown-chapter = không có đơn vị tên này ở địa bàn này{ $near ->
    [none] {""}
   *[other] ; gần giống: “{ $near }”
}
workbook-fault-unknown-person = không có người này; ghi đúng số điện thoại hoặc họ tên
workbook-fault-several = có { $count } đơn vị, địa bàn hoặc người cùng tên; ghi rõ thêm, hoặc ghi mã số, như { $example }
workbook-fault-circle = địa bàn không thể thuộc chính nó
workbook-fault-scope = cần ghi đơn vị hoặc địa bàn
workbook-fault-role-scope = vai trò này cần một đơn vị
workbook-fault-exempt = số được miễn nhiều hơn tổng số
workbook-fault-order = “Đến hết ngày” sớm hơn “Từ ngày”
workbook-fault-moved = không chuyển địa bàn ở dòng này; để như cũ và ghi một dòng ở trang “Sáp nhập, chia tách”, số liệu cũ vẫn ở địa bàn cũ
workbook-fault-fixed = không đổi được ở dòng này; kết thúc dòng cũ rồi thêm dòng mới
workbook-fault-kind-not-yours = chỉ người quản trị toàn hệ thống thêm, đổi loại hình; xóa dòng này khỏi tệp
workbook-fault-not-yours = ngoài địa bàn đồng chí phụ trách

workbook-bad-too-large = Tệp lớn hơn { $megabytes } MB. Xin đồng chí chia danh bạ thành nhiều tệp.
workbook-bad-locked = Tệp có mật khẩu nên không mở được. Xin đồng chí bỏ mật khẩu rồi gửi lại.
workbook-bad-page = Tệp này là trang web được đặt tên như bảng tính. Xin đồng chí mở bằng Excel, lưu dạng .xlsx rồi gửi lại.
workbook-bad-not-workbook = Tệp này không phải bảng tính (.xlsx, .xls, .xlsb, .ods, .csv), dù tên tệp là gì.
workbook-bad-macros = Tệp có macro. Xin đồng chí lưu dạng .xlsx (không macro).
workbook-bad-damaged = Tệp hỏng, không mở được như một bảng tính.
workbook-bad-bomb = Tệp sau khi giải nén quá lớn nên không mở được.
workbook-bad-no-sheets = Không thấy trang nào của danh bạ. Các trang: { $names }
workbook-bad-too-many-rows = Một trang có hơn { $most } dòng. Xin đồng chí chia danh bạ thành nhiều tệp.
workbook-bad-encoding = Không đọc được chữ trong “{ $name }”. Xin đồng chí lưu dạng “CSV UTF-8” hoặc .xlsx rồi gửi lại.
workbook-bad-marked = Tệp mang dấu { $mark ->
    [tuyet_mat] “Tuyệt mật”
    [toi_mat] “Tối mật”
   *[other] “Mật”
} nên không được nhận và đã bị xóa. Hệ thống này không chứa bí mật nhà nước.

workbook-preview-line = { $sheet }: thêm { $added }, đổi { $changed }, kết thúc { $ended }
workbook-preview-nothing = Tệp giống hệt danh bạ đang có, không có gì để ghi.
workbook-preview-added = + { $name }
workbook-preview-ended = − { $name } (đến hết { $day })
workbook-preview-changed = { $name }: { $column } { $before } → { $after }
workbook-preview-more = … và { $count } thay đổi nữa.
workbook-preview-empty = trống
workbook-doubtful-line = { $place } “{ $name }” có phải là “{ $known }” (mã số { $id }) không?
workbook-doubtful-help = Ghi mã số vào dòng nếu là một, ghi “mới” nếu khác nhau. Chưa ghi gì vào danh bạ.
workbook-remarks-heading = Xin xem lại các ô sau:
workbook-remarks-more = … và { $count } ô nữa.
workbook-remark-as-above = ghi như ô trên: “{ $above }”
workbook-remark-thousands = đọc là { $count }
workbook-remark-not-a-row = dòng này không phải một dòng của danh sách, được bỏ qua
workbook-remark-hidden = hàng này đang bị ẩn nhưng vẫn được đọc
workbook-remark-same-person = trùng họ tên với dòng { $other }, coi là một người
workbook-remark-phones = ô có nhiều số, chỉ ghi số đầu: { $phone }
workbook-faults-heading = Có { $count } chỗ cần sửa, chưa ghi gì vào danh bạ:
workbook-clash = Đồng chí { $who } vừa nhập danh bạ; { $count } người mới có số điện thoại của người đã có ở địa bàn khác: { $names }. Đề nghị đồng chí xem có phải cùng một người.
workbook-applied = Đã ghi vào danh bạ: thêm { $added }, đổi { $changed }, kết thúc { $ended }.
workbook-changed-meanwhile = Danh bạ đã thay đổi từ lúc xem trước, nên chưa ghi gì. Xin đồng chí gửi lại tệp.

command-workbook-words = nhập danh bạ|bảng tính danh bạ
command-workbook-description = Nhập danh bạ từ bảng tính
help-workbook = Gõ <b>nhập danh bạ</b>: nhập đơn vị, cán bộ, nhiệm vụ từ bảng tính.
workbook-send = Mời đồng chí gửi tệp danh bạ (.xlsx, .xls, .ods hoặc .csv) vào đây, theo mẫu hoặc danh sách sẵn có của đơn vị. Hệ thống cho xem trước những gì sẽ thêm, đổi, kết thúc; chưa ghi gì khi đồng chí chưa đồng ý.
workbook-button-export = Xuất danh bạ
workbook-exporting = Đang ghi danh bạ của địa bàn đồng chí phụ trách. Tệp sẽ đến sau ít phút.
workbook-exported = Danh bạ của địa bàn đồng chí phụ trách. Đồng chí sửa rồi gửi lại tệp này để cập nhật.
workbook-file-name = Danh bạ { $day }.xlsx
workbook-received = Đã nhận tệp. Hệ thống đang so với danh bạ hiện có, kết quả sẽ gửi đồng chí ngay khi xong.
workbook-applying = Đang ghi vào danh bạ. Xong sẽ báo đồng chí.
workbook-dropped = Đã bỏ, danh bạ giữ nguyên.
workbook-gone = Tệp này đã được xem xong từ trước.
workbook-button-apply = Ghi vào danh bạ
workbook-button-drop = Bỏ, không ghi
workbook-button-agree = Đúng, đọc tiếp
workbook-button-correct = Sửa cách đọc
workbook-looking = Đã ghi nhận. Hệ thống đang đọc lại tệp theo ý đồng chí.
workbook-correct = Đồng chí gõ chỗ cần sửa, mỗi dòng một ý, ví dụ:
    H = điện thoại
    C = bỏ
    xã = Xã Long Vĩnh
    loại hình = Chi hội Phụ nữ
    giờ = 19h
    địa điểm = Nhà văn hóa ấp
    danh sách 2 = bỏ
    Mục có thể dùng: họ tên, trưởng, phó, chức danh, điện thoại, đơn vị, ấp, loại hình, số hội viên, miễn, ngày sinh hoạt, giờ, địa điểm, bỏ.
