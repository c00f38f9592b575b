digest-title = <b>BẢN TỔNG HỢP SINH HOẠT THÁNG { $month } — { $area }</b>
digest-final = <i>Số liệu chốt ngày { $day }</i>
digest-not-final = <i>Số liệu chưa chốt, tính đến ngày { $day }</i>
digest-too-few = Có ít hơn { $least } đơn vị sinh hoạt trong tháng nên không công bố số liệu.
digest-hidden = Số liệu riêng của địa bàn này không công bố: đặt cạnh bản tổng hợp của cấp trên có thể suy ra số liệu của ít hơn { $least } đơn vị.
digest-expected = Theo kế hoạch: { $number } buổi { $reason }
digest-reason = ({ $parts })
digest-reason-chapters = { $number } đơn vị
digest-reason-closed = − { $number } đã ngừng hoạt động
digest-reason-not-founded = − { $number } chưa thành lập
digest-reason-paused = − { $number } tạm nghỉ
digest-reason-not-this-month = − { $number } không có lịch trong tháng
digest-reason-not-recorded = − { $number } không ghi nhận qua hệ thống
digest-reason-repeated = + { $number } buổi của đơn vị họp nhiều lần
digest-on-time = Báo cáo đúng hạn: { $number }{ $due ->
    [0] {""}
   *[other] /{ $due } buổi đã đến hạn ({ $share })
}
digest-late = Báo cáo chậm: { $number }
digest-missing = Chưa báo cáo, đã quá hạn: { $number }
digest-awaited = Chưa đến hạn báo cáo: { $number }
digest-not-held = Không tổ chức được: { $not_held }; dời ngày: { $moved }
digest-members = Thành viên dự: { $present }/{ $room } ({ $share })
digest-cadres = Có cán bộ phụ trách dự: cán bộ xác nhận { $present }/{ $asked } buổi ({ $share }); đơn vị ghi { $told }/{ $asked } buổi
digest-nothing = –
digest-before = <b>So với tháng { $month }</b>
    Theo kế hoạch { $expected } buổi; đúng hạn { $on_time }, chậm { $late }, chưa báo cáo { $missing }; thành viên dự { $members }; cán bộ phụ trách xác nhận dự { $cadres }.
digest-places = <b>Theo địa bàn</b>
digest-other-places = Các nơi khác
digest-kinds = <b>Theo loại hình</b>
digest-other-kinds = Các loại hình khác
digest-row = { $name }: kế hoạch { $expected }{ $reason }, đúng hạn { $on_time }, chậm { $late }, chưa báo cáo { $missing }
digest-topics = <b>Chủ đề sinh hoạt nhiều nhất</b>
digest-topic = { $title }: { $number } buổi
digest-difficulties = <b>Khó khăn, kiến nghị</b> (nêu trong tháng / đang chờ tháo gỡ)
digest-difficulty = { $category }: { $raised } / { $open }
digest-cases = Tháo gỡ trong tháng: { $solved }; đã chuyển lên: { $passed_up }; quá hạn: { $overdue }
digest-case-days = Số ngày giải quyết (trung vị): { $days }
digest-category =
    { $category ->
        [infrastructure] Hạ tầng
        [economy] Kinh tế, đời sống
        [rights] Quyền và lợi ích thành viên
        [organization] Tổ chức, nhân sự
        [funding] Kinh phí
        [environment] Môi trường
        [security] An ninh trật tự
        [proposal] Kiến nghị, đề xuất
       *[other] Khó khăn khác
    }
digest-correction = <b>ĐIỀU CHỈNH SAU KHI CHỐT SỐ LIỆU THÁNG { $month } — { $area }</b>
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
