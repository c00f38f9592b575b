digest-title = <b>BẢN TỔNG HỢP SINH HOẠT THÁNG { $month }</b>
    <b>{ $area }</b>
digest-final = <i>Số liệu chốt ngày { $day }</i>
digest-not-final = <i>Số liệu chưa chốt, tính đến ngày { $day }</i>
digest-too-few = Trong tháng có dưới { $least } đơn vị sinh hoạt nên không công bố số liệu.
digest-hidden = Số liệu riêng của địa bàn này không công bố: đặt cạnh bản tổng hợp của cấp trên có thể suy ra số liệu của ít hơn { $least } đơn vị.
digest-expected = Theo kế hoạch: { $number } buổi { $reason }
digest-reason = ({ $parts })
digest-reason-chapters = { $number } đơn vị
digest-reason-closed = trừ { $number } đã ngừng hoạt động
digest-reason-not-founded = trừ { $number } chưa thành lập
digest-reason-paused = trừ { $number } tạm nghỉ sinh hoạt
digest-reason-not-this-month = trừ { $number } không có lịch trong tháng
digest-reason-not-recorded = trừ { $number } không ghi nhận qua hệ thống
digest-reason-repeated = thêm { $number } buổi của đơn vị sinh hoạt nhiều lần
digest-on-time = Báo cáo đúng hạn: { $number }{ $due ->
    [0] {""}
   *[other] /{ $due } buổi đã đến hạn ({ $share })
}
digest-late = Báo cáo chậm: { $number }
digest-missing = Chưa báo cáo, đã quá hạn: { $number }
digest-awaited = Chưa đến hạn báo cáo: { $number }
digest-not-held = Không tổ chức được: { $number }
digest-members = Số người dự: { $present }/{ $room } ({ $share })
digest-cadres = Có cán bộ phụ trách dự: cán bộ xác nhận { $present }/{ $asked } buổi ({ $share }); đơn vị ghi { $told }/{ $asked } buổi
digest-nothing = –
digest-before = <b>So với tháng { $month }</b>
    { $parts }.
digest-places = <b>Theo địa bàn</b> (đúng hạn / chậm / chưa báo cáo, trên kế hoạch)
digest-other-places = Địa bàn khác
digest-kinds = <b>Theo loại hình</b> (đúng hạn / chậm / chưa báo cáo, trên kế hoạch)
digest-other-kinds = Loại hình khác
digest-row = { $name }: { $on_time } / { $late } / { $missing }, trên { $expected }{ $reason }
digest-topics = <b>Chủ đề được sinh hoạt nhiều nhất</b>
digest-moved = Dời ngày: { $number }
digest-before-reports = Theo kế hoạch { $expected } buổi; đúng hạn { $on_time }
digest-before-late = chậm { $number }
digest-before-missing = chưa báo cáo { $number }
digest-before-members = số người dự { $share }
digest-before-cadres = có cán bộ phụ trách dự { $share }
digest-topic = { $title }: { $number } buổi
digest-difficulties = <b>Khó khăn, kiến nghị</b> (nêu trong tháng / đang chờ tháo gỡ)
digest-difficulty = { $category }: { $raised } / { $open }
digest-cases-solved = Tháo gỡ trong tháng: { $number }
digest-cases-passed-up = đã chuyển cấp trên: { $number }
digest-cases-overdue = quá hạn: { $number }
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
digest-correction = <b>ĐIỀU CHỈNH SAU KHI CHỐT SỐ LIỆU THÁNG { $month }</b>
    <b>{ $area }</b>
    Số liệu đã chốt giữ nguyên. Sau khi chốt có thay đổi:
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
