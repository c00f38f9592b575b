digest-title = <b>BẢN TỔNG HỢP SINH HOẠT THÁNG { $month }</b>
    <b>{ $area }</b>
digest-final = <i>Số liệu chốt ngày { $day }</i>
digest-not-final = <i>Số liệu chưa chốt, tính đến ngày { $day }</i>
digest-too-few = Trong tháng có dưới { $least } đơn vị sinh hoạt nên không công bố số liệu.
digest-hidden = Số liệu riêng của địa bàn này không công bố: đặt cạnh bản tổng hợp của cấp trên có thể suy ra số liệu của ít hơn { $least } đơn vị.
digest-reported = Đã báo cáo { $number }/{ $due } buổi đến hạn ({ $share }{ $is_known ->
    [yes] ; tháng trước { $before }
   *[no] {""}
})
digest-none-due = Chưa có buổi nào đến hạn báo cáo
digest-on-time = đúng hạn { $number }
digest-late = chậm { $number }
digest-missing = quá hạn chưa báo cáo { $number }
digest-awaited = chưa đến hạn { $number }
digest-not-held = không tổ chức được { $number }
digest-moved = dời ngày { $number }
digest-expected = Theo kế hoạch: { $number } buổi { $reason }
digest-members = Số người dự: { $present }/{ $room } ({ $share }{ $trend ->
    [up] , tăng { $points } điểm %
    [down] , giảm { $points } điểm %
    [same] , như tháng trước
   *[unknown] {""}
})
digest-cadres = Cán bộ phụ trách xác nhận dự { $present }/{ $asked } buổi ({ $share }); đơn vị ghi { $told }/{ $asked }
digest-lowest-places = Cần quan tâm: { $rows }{ $more ->
    [0] {""}
   *[other] ; { $more } địa bàn khác dưới 80%
}
digest-lowest-kinds = Theo loại hình: { $rows }{ $more ->
    [0] {""}
   *[other] ; { $more } loại hình khác dưới 80%
}
digest-topics = Chủ đề được sinh hoạt nhiều nhất: { $topics }
digest-topic = { $title } ({ $number } buổi)
digest-difficulties = Khó khăn, kiến nghị: { $parts }; nhiều nhất: { $category } ({ $count })
digest-difficulties-raised = { $number } mới
digest-difficulties-open = { $number } đang chờ
digest-cases-solved = { $number } đã tháo gỡ
digest-cases-passed-up = { $number } chuyển cấp trên
digest-cases-overdue = { $number } quá hạn
digest-since = So với tuần trước: { $parts }
digest-more-reports = thêm { $number } báo cáo
digest-more-solved = thêm { $number } khó khăn đã tháo gỡ
digest-reasons-expected = Theo kế hoạch: { $number } buổi { $reason }
digest-reasons-due = { $awaited ->
    [0] Đã đến hạn: { $number } buổi
   *[other] Chưa đến hạn: { $awaited } buổi; đã đến hạn: { $number } buổi
}
digest-reasons-reported = Trong đó đã báo cáo { $number }, quá hạn chưa báo cáo { $missing }
digest-button-details = Chi tiết
digest-button-reasons = Vì sao { $due }?
digest-button-missing = Ai chưa báo cáo?
digest-button-overview = Xem tình hình báo cáo
digest-button-all-missing = Xem và nhắc báo cáo
digest-answer-head = <b>Bản tổng hợp tháng { $month }, { $area }</b>
digest-answer-missing = Quá hạn chưa báo cáo ({ $count }):
digest-answer-more = và { $count } đơn vị khác
digest-press-sent = Hệ thống đã gửi riêng cho đồng chí.
digest-press-unknown = Xin đồng chí kết nối tài khoản với hệ thống để xem.
digest-press-not-yours = Mục này dành cho cán bộ tổng hợp của địa bàn.
digest-reason = ({ $parts })
digest-reason-chapters = { $number } đơn vị
digest-reason-closed = trừ { $number } đã ngừng hoạt động
digest-reason-not-founded = trừ { $number } chưa thành lập
digest-reason-paused = trừ { $number } tạm nghỉ sinh hoạt
digest-reason-not-this-month = trừ { $number } không có lịch trong tháng
digest-reason-not-recorded = trừ { $number } không ghi nhận qua hệ thống
digest-reason-repeated = thêm { $number } buổi của đơn vị sinh hoạt nhiều lần
digest-case-days = Một nửa số khó khăn được tháo gỡ trong { $days } ngày.
digest-category =
    { $category ->
        [infrastructure] Hạ tầng
        [economy] Kinh tế, đời sống
        [rights] Quyền lợi đoàn viên, hội viên
        [organization] Tổ chức, nhân sự
        [funding] Kinh phí
        [environment] Môi trường
        [security] An ninh trật tự
        [proposal] Kiến nghị, đề xuất
       *[other] Khó khăn khác
    }
digest-picture-title = Đã báo cáo { $number }/{ $due } buổi đến hạn ({ $share })
digest-picture-place = { $area }, tháng { $month }
digest-picture-final = Số liệu chốt ngày { $day }
digest-picture-not-final = Số liệu chưa chốt, tính đến ngày { $day }
digest-picture-row = { $number }/{ $due } ({ $share })
digest-picture-other-places = Địa bàn khác
digest-picture-other-kinds = Loại hình khác
digest-picture-on-time = đúng hạn { $number }
digest-picture-late = chậm { $number }
digest-picture-missing = quá hạn { $number }
digest-correction = <b>ĐIỀU CHỈNH SAU KHI CHỐT SỐ LIỆU THÁNG { $month }</b>
    <b>{ $area }</b>
    Bản { $version }: { $count } thay đổi so với bản { $before }. Số liệu đã chốt (bản 1) giữ nguyên.
digest-correction-line = { $what ->
    [expected] Theo kế hoạch
    [on_time] Báo cáo đúng hạn
    [late] Báo cáo chậm
    [missing] Chưa báo cáo
    [not_held] Không tổ chức được
    [moved] Dời ngày
    [present] Số người dự
    [room] Số người phải dự
    [cadre] Buổi có cán bộ phụ trách xác nhận dự
   *[other] Buổi đơn vị ghi có cán bộ phụ trách dự
}: { $before } → { $after }
digest-workbook = Bảng số liệu kèm bản tổng hợp tháng { $month }
command-digest-words = bản tổng hợp|tổng hợp để đăng|bản tin tổng hợp
command-digest-description = Bản tổng hợp của tháng, kèm hình và bảng
menu-digest = Bản tổng hợp
help-digest = Gõ <b>bản tổng hợp</b>: xem bản tổng hợp của tháng, nhận kèm hình, hoặc đăng vào kênh.
digest-button-picture = Nhận kèm hình
digest-button-plan = Đăng vào kênh
digest-button-post = Đăng
digest-coming = Đang vẽ hình. Xong sẽ gửi ngay vào đây.
digest-plan = Bản tổng hợp dưới đây sẽ được đăng vào { $channels }. Đồng chí xác nhận?
digest-posting = Đang đăng. Xong sẽ báo đồng chí ngay.
digest-posted = Đã đăng bản tổng hợp vào { $count } kênh.
digest-posted-before = Chưa đăng thêm: kênh đã có bản tổng hợp này.
digest-no-channel = Địa bàn này chưa có kênh nào nhận bản tổng hợp, hoặc đồng chí không được phân công đăng.
digest-changed = Số liệu vừa thay đổi. Mời đồng chí xem lại trước khi đăng.
journal-action-digest-posted = đăng bản tổng hợp
