reminder-greeting = Xin nhắc { $who }:
reminder-ahead = Sắp đến buổi sinh hoạt của <b>{ $chapter }</b>: { $time } { $weekday }, { $day }, tại { $place }.
reminder-today = Hôm nay <b>{ $chapter }</b> sinh hoạt: { $time }, tại { $place }.
reminder-over = Đã đến lúc báo cáo buổi sinh hoạt ngày { $day } của <b>{ $chapter }</b>.
reminder-late = Chưa có báo cáo buổi sinh hoạt ngày { $day } của <b>{ $chapter }</b>. Hạn báo cáo: { $due }.
reminder-late-no-day = Chưa có báo cáo sinh hoạt { $period } của <b>{ $chapter }</b>. Hạn báo cáo: { $due }.
reminder-open = Chưa có báo cáo sinh hoạt { $period } của <b>{ $chapter }</b>. Nếu chưa tổ chức, xin đồng chí sắp xếp chậm nhất ngày { $day }.
reminder-button-report = Báo cáo
reminder-button-change = Dời hoặc không tổ chức
reminder-weekday =
    { $number ->
        [0] thứ Hai
        [1] thứ Ba
        [2] thứ Tư
        [3] thứ Năm
        [4] thứ Sáu
        [5] thứ Bảy
       *[6] Chủ nhật
    }
