# Who has reported and who has not

standing-on_time = Đúng hạn
standing-late = Báo cáo chậm
standing-missing = Chưa báo cáo
standing-not_yet_due = Chưa đến hạn
standing-not_held = Không họp được
standing-button = { $standing }: { $chapter }
standing-count-missing = Chưa báo cáo, đã quá hạn: <b>{ $count }</b>
standing-count-awaited = Chưa báo cáo, chưa đến hạn: <b>{ $count }</b>
standing-count-late = Báo cáo chậm: <b>{ $count }</b>
standing-count-not_held = Trong số đã báo cáo, không tổ chức được: <b>{ $count }</b>
standing-count-on_time = Báo cáo đúng hạn: <b>{ $count }</b>

overview-which = Đồng chí xem tình hình báo cáo ở đâu?
overview-place = <b>Tình hình báo cáo { $period }, { $place }</b>
overview-empty = Không có buổi sinh hoạt nào phải báo cáo.
overview-owed = Theo kế hoạch: { $number } buổi { $reason }
overview-counted = { $name }: { $reported }/{ $all } đã báo cáo{ $missing ->
    [0] {""}
   *[other] , quá hạn { $missing }
}
overview-by-kind = Theo loại hình. Bấm vào một loại để xem nơi chưa báo cáo.
overview-missing = Các đơn vị đã quá hạn báo cáo:
overview-none-missing = Không còn đơn vị nào quá hạn báo cáo.
overview-missing-line = <b>{ $chapter }</b>: { $name }, { $phone }
overview-missing-line-nobody = <b>{ $chapter }</b>: chưa có người phụ trách báo cáo
overview-sent = Các đơn vị đã báo cáo. Bấm vào một đơn vị để xem báo cáo.
overview-button-missing = Nơi chưa báo cáo ({ $count })
overview-button-sent = Nơi đã báo cáo ({ $count })
overview-button-kinds = Theo loại hình ({ $count })
