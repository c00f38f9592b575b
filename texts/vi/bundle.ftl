bundle-greeting = Kính gửi { $who }, tin trong ngày:
bundle-ahead = <b>Các buổi sinh hoạt sắp tới</b>
bundle-ahead-line = { $time } { $weekday }, { $day }: { $chapter }, tại { $place }
bundle-reports = <b>Báo cáo mới</b>
bundle-report-held = { $chapter }: có mặt { $present }/{ $expected }
bundle-report-moved = { $chapter }: dời ngày, sang ngày { $day }
bundle-report-not-held = { $chapter }: không tổ chức được
bundle-note-late = báo cáo chậm
bundle-note-changed = đã sửa
bundle-note-difficulties = { NUMBER($number, useGrouping: 0) } khó khăn
bundle-lost = <b>Không gửi tin được, đề nghị gọi điện</b>
bundle-lost-line = { $name }, { $chapter }. Điện thoại: { $phone }
bundle-evening = Ngày { $day }: { NUMBER($number, useGrouping: 0) } buổi chờ đồng chí xác nhận tham dự.
bundle-button-confirm = Xác nhận ngày { $day }
bundle-silent = <b>Quá hạn báo cáo, đã nhắc nhiều lần chưa có phản hồi</b>
bundle-silent-line = { $chapter }: đồng chí { $name }, hạn báo cáo { $due }, đã nhắc { $count } lần. Điện thoại: { $phone }
bundle-late = <b>Báo cáo quá hạn</b>
bundle-late-line = Sinh hoạt { $period }: { $late } đơn vị chưa báo cáo{ $newly ->
    [0] {""}
   *[other] , trong đó { $newly } đơn vị vừa quá hạn
}
bundle-button-late = Đơn vị chưa báo cáo, { $period }
bundle-button-report = Xem báo cáo: { $chapter }
bundle-button-board = Đơn vị tôi phụ trách
