# The staff's desk: reports

desk-page-reports = Báo cáo
desk-page-report = Báo cáo
desk-about-reports = Các báo cáo của một địa bàn trong kỳ, lọc và sắp xếp theo từng cột.
desk-about-report = Một báo cáo: mỗi bản ghi gì, ai sửa, kèm ảnh, ý kiến của cán bộ và của cơ quan.
desk-reports-state = Tình trạng
desk-reports-all = Tất cả các buổi theo kế hoạch
desk-reports-state-due = Đến hạn
desk-reports-state-reported = Đã báo cáo
desk-reports-state-on_time = Báo cáo đúng hạn
desk-reports-state-late = Báo cáo chậm
desk-reports-state-missing = Quá hạn, chưa báo cáo
desk-reports-state-awaited = Chưa đến hạn
desk-reports-state-held = Đã tổ chức
desk-reports-state-moved = Dời ngày
desk-reports-state-not_held = Không tổ chức được
desk-reports-state-topic = Sinh hoạt theo chủ đề
desk-reports-state-cadre = Cán bộ phụ trách dự, đã xác nhận
desk-reports-state-cadre_told = Cán bộ phụ trách dự, theo đơn vị báo cáo
desk-reports-state-after = Gửi sau khi chốt số liệu
desk-reports-state-beyond = Buổi ngoài kế hoạch
desk-reports-sender = Người báo cáo
desk-reports-narrow = Lọc
desk-reports-every = Bỏ lọc
desk-reports-empty = Không có buổi sinh hoạt nào như vậy trong kỳ này.
desk-reports-caption = { $state ->
    [all] { $count } buổi sinh hoạt theo kế hoạch
   *[other] { $count } buổi sinh hoạt
}
desk-reports-col-present = Có mặt
desk-reports-col-sent = Gửi lúc
desk-reports-col-review = Tiếp nhận
desk-reports-version = bản { $number }
desk-standing-on_time = đúng hạn
desk-standing-late = chậm
desk-standing-missing = chưa báo cáo
desk-standing-awaited = chưa đến hạn
desk-meeting-planned = theo kế hoạch
desk-meeting-unreported = không báo cáo
desk-meeting-moved = dời ngày
desk-meeting-not_held = không tổ chức được

desk-report-title = Báo cáo { $number }
desk-report-list = Danh sách báo cáo
desk-report-before = Báo cáo trước của đơn vị
desk-report-after = Báo cáo sau của đơn vị
desk-report-sent = gửi { $at }
desk-report-words = Ý kiến các bên
desk-report-word-leader = Đơn vị báo cáo
desk-report-word-cadre = Cán bộ phụ trách
desk-report-word-review = Tiếp nhận
desk-report-no-cadre = Không có cán bộ được phân công dự.
desk-report-cadre-untold = Báo cáo không nêu cán bộ phụ trách.
desk-report-cadre-told = Cán bộ phụ trách:
desk-report-sent-by = Người báo cáo: { $who }.
desk-report-typed-by = (đồng chí { $who } nhập thay)
desk-report-reason = Lý do:
desk-report-grade-self = Đơn vị tự đánh giá:
desk-report-grade-cadre = Cán bộ phụ trách đánh giá:
desk-report-review = Tiếp nhận báo cáo
desk-report-step = Mục cần bổ sung
desk-report-why = Lý do
desk-report-why-own = Lý do khác, nếu có
desk-report-answers = Nội dung báo cáo
desk-report-answers-caption = Nội dung báo cáo { $number }, theo thứ tự câu hỏi
desk-report-col-name = Mục
desk-report-col-value = Nội dung
desk-report-col-before = Bản trước
desk-report-was = bản { $number }: { $value }
desk-report-difficulties = Khó khăn, kiến nghị
desk-report-case = xem quá trình giải quyết
desk-report-photos = Ảnh ({ $count })
desk-report-photo = Ảnh { $number }
desk-report-photo-gone = { $state ->
    [pending] Ảnh chưa tới: hệ thống đang tải.
    [failed] Ảnh không tới: hệ thống không tải được, đã nhắn người gửi gửi lại.
   *[other] Ảnh đã xóa theo thời hạn lưu giữ.
}
desk-report-photo-taken = máy ảnh ghi: { $at }
desk-report-minutes = Biên bản
desk-report-copy = Chép cho Sổ tay đảng viên
desk-report-copy-hint = Chọn tất cả, sao chép, rồi dán vào ứng dụng.
desk-report-versions = Các bản của báo cáo ({ $count })
