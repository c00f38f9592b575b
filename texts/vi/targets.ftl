# Indicators, programmes and targets

command-targets-words = chỉ tiêu|chỉ số|đạt chỉ tiêu
command-targets-description = Chỉ số và chỉ tiêu, so với kỳ trước
help-targets = Gõ <b>chỉ tiêu</b>: các chỉ số bên cạnh chỉ tiêu, kỳ trước và cùng kỳ năm trước.
menu-targets = Chỉ tiêu
targets-which = Đồng chí xem chỉ tiêu ở địa bàn nào?
targets-head = <b>Chỉ số { $span }, { $place }</b>
targets-not-final = <i>Số liệu chưa chốt</i>
targets-programme = Chương trình: { $name }. Làm điểm: { $count } địa bàn.
targets-line = { $name }: <b>{ $now }</b>
targets-earlier = – { $earlier }
targets-before = kỳ trước: { $value }
targets-year = cùng kỳ năm trước: { $value }
targets-aim = – chỉ tiêu { $aim }: { $met } ({ $programme })
targets-kind = , { $kind } ({ $figure })
targets-own-programme = Chỉ tiêu của { WITHIN($place) }
targets-least = từ
targets-most = không quá
targets-met = đạt
targets-unmet = chưa đạt
targets-open = chưa có số liệu
targets-share = { $value } ({ $part }/{ $whole })
targets-none = –
targets-no-data = chưa có số liệu
targets-button-before = Kỳ trước
targets-button-after = Kỳ sau
targets-button-1 = Theo tháng
targets-button-3 = Theo quý
targets-button-6 = Theo 6 tháng
targets-button-12 = Theo năm
span-1 = tháng { $number }/{ NUMBER($year, useGrouping: 0) }
span-3 = quý { $number ->
    [1] I
    [2] II
    [3] III
   *[4] IV
} năm { NUMBER($year, useGrouping: 0) }
span-6 = 6 tháng { $number ->
    [1] đầu
   *[2] cuối
} năm { NUMBER($year, useGrouping: 0) }
span-12 = năm { NUMBER($year, useGrouping: 0) }

indicator-held = Buổi đã tổ chức / đã đến hạn báo cáo
indicator-held_on_day = Buổi tổ chức đúng ngày / đã đến hạn báo cáo
indicator-on_time = Báo cáo đúng hạn / đã đến hạn báo cáo
indicator-members = Số người dự / phải dự
indicator-cadre = Buổi có cán bộ phụ trách xác nhận đã dự / buổi có phân công
indicator-cadre_told = Buổi đơn vị ghi có cán bộ phụ trách dự / buổi có phân công
indicator-topic = Buổi có chủ đề / đã tổ chức
indicator-discussion = Buổi có thảo luận / đã tổ chức
indicator-dialogue = Buổi có đối thoại / đã tổ chức
indicator-raised = Khó khăn, vướng mắc nêu trong kỳ
indicator-solved = Khó khăn đã tháo gỡ / nêu trong kỳ
indicator-passed_up = Khó khăn đã chuyển cấp trên
indicator-overdue = Khó khăn quá hạn / nêu trong kỳ
indicator-proposals = Buổi có kiến nghị, đề xuất
indicator-members_new = Đoàn viên, hội viên mới
indicator-members_left = Đoàn viên, hội viên giảm
indicator-members_end = Đoàn viên, hội viên cuối kỳ
indicator-gathered = Số người trong diện tập hợp
indicator-strengthened = Lượt củng cố, kiện toàn
indicator-heads_replaced = Lượt thay người đứng đầu
indicator-heads_party = Đơn vị có người đứng đầu là đảng viên / đơn vị có số liệu
indicator-heads_trained = Người đứng đầu được bồi dưỡng
indicator-heads_admitted = Người đứng đầu được kết nạp Đảng
indicator-candidates = Quần chúng ưu tú được giới thiệu
indicator-registered = Mô hình “Dân vận khéo” đăng ký
indicator-recognised = Mô hình “Dân vận khéo” được công nhận
indicator-replicated = Lượt nhân rộng mô hình
indicator-commended = Lượt biểu dương, khen thưởng
indicator-graded_well = Đơn vị xếp hai mức cao nhất / đã xếp loại năm
# As workbooks may still call them.
indicator-former-held = Buổi đã tổ chức / theo kế hoạch
indicator-former-held_on_day = Buổi họp đúng ngày / theo kế hoạch
indicator-former-on_time = Báo cáo đúng hạn / theo kế hoạch
indicator-former-cadre = Buổi có cán bộ phụ trách dự / buổi có phân công

workbook-sheet-programmes = Chương trình
workbook-sheet-pilots = Địa bàn làm điểm
workbook-sheet-targets = Chỉ tiêu
workbook-sheet-counters = Loại số liệu
workbook-head-programme = Mã chương trình
workbook-head-indicator = Chỉ số
workbook-head-period = Kỳ
workbook-head-value = Giá trị
workbook-head-sense = Đạt khi
workbook-head-measure = Đơn vị tính
workbook-head-ordinal = Thứ tự
workbook-choice-sense-min = từ giá trị này
workbook-choice-sense-max = không quá giá trị này
workbook-fault-not-gone-yet = cần một ngày không sau hôm nay: dòng này được bỏ ngay khi nhập
workbook-fault-span = cần kỳ như 2026-11, 2026-Q4, 2026-H2 hoặc 2026
workbook-fault-value = cần một số không âm, nhiều nhất hai chữ số thập phân, như 85,5
workbook-fault-unknown-programme = không có chương trình mang mã này
targets-button-change = Đặt, sửa chỉ tiêu
targets-button-look = Xem chỉ tiêu
targets-button-new = Chỉ tiêu mới
targets-button-none = Bỏ chỉ tiêu này
targets-button-undo = Lấy lại lần sửa gần nhất: { $name }
targets-set-which = Đặt chỉ tiêu { $span }, { $place }. Đồng chí chọn chỉ tiêu cần sửa, hoặc đặt chỉ tiêu mới.
targets-set-left = Chưa thay đổi chỉ tiêu nào.
targets-ask-indicator = Chỉ tiêu về nội dung nào? Đồng chí chọn, hoặc gõ một phần tên để tìm.
targets-ask-indicator-none = Không có nội dung nào có tên như vậy. Đồng chí gõ từ khác.
targets-ask-kind = Chỉ tiêu cho loại hình nào?
targets-all-kinds = Tất cả loại hình
targets-ask-programme = Chỉ tiêu thuộc chương trình nào?
targets-own = Của địa bàn
targets-ask-sense = Giá trị là mức thấp nhất hay mức cao nhất?
targets-ask-value = { $name }: chỉ tiêu là bao nhiêu? Đồng chí gõ một số, ví dụ 95 hoặc 85,5.
targets-done-set = Đã ghi chỉ tiêu.
targets-done-taken = Đã bỏ chỉ tiêu.
targets-done-back = Đã lấy lại như trước lần sửa.
