# Who has reported and who has not

standing-on_time = đúng hạn
standing-late = báo cáo chậm
standing-missing = quá hạn
standing-not_yet_due = chưa đến hạn
standing-not_held = không tổ chức được
standing-button = { $chapter } – { $standing }
standing-count-missing = Chưa báo cáo, đã quá hạn: <b>{ $count }</b>
standing-count-awaited = Chưa báo cáo, chưa đến hạn: <b>{ $count }</b>
standing-count-late = Báo cáo chậm: <b>{ $count }</b>
standing-count-not_held = Trong số đã báo cáo, không tổ chức được: <b>{ $count }</b>
standing-count-on_time = Báo cáo đúng hạn: <b>{ $count }</b>

overview-which = Đồng chí xem tình hình báo cáo ở địa bàn nào?
overview-place = <b>Tình hình báo cáo { $period }, { $place }</b>
overview-empty = Không có buổi sinh hoạt nào phải báo cáo.
overview-owed = Theo kế hoạch: { $number } buổi { $reason }
overview-changed = Số liệu trên giữ nguyên như khi chốt. Sau khi chốt có { $count } thay đổi:
overview-counted = { $name }: đã báo cáo { $reported }/{ $all }{ $missing ->
    [0] {""}
   *[other] , quá hạn { $missing }
}
overview-by-kind = Theo loại hình. Chọn một loại để xem đơn vị chưa báo cáo.
overview-missing = Các đơn vị đã quá hạn báo cáo:
overview-none-missing = Không còn đơn vị nào quá hạn báo cáo.
overview-missing-line = <b>{ $chapter }</b>: { $name }, { $phone }
overview-missing-line-nobody = <b>{ $chapter }</b>: chưa có người báo cáo
overview-sent = Các đơn vị đã báo cáo. Chọn một đơn vị để xem báo cáo.
overview-button-missing = Chưa báo cáo ({ $count })
overview-button-sent = Đã báo cáo ({ $count })
overview-button-kinds = Theo loại hình ({ $count })
overview-button-as-today = Theo địa bàn hiện nay
overview-button-then = Theo địa bàn khi đó
overview-as-today = Số liệu cũ xếp theo địa bàn hiện nay; danh sách đơn vị xem theo địa bàn khi đó.
overview-button-digest = Bản tổng hợp
