moment-words = { $time } ngày { $day }
period-month = tháng { NUMBER($month, useGrouping: 0) }/{ NUMBER($year, useGrouping: 0) }
period-two-months = hai tháng { NUMBER($month, useGrouping: 0) }–{ NUMBER($last, useGrouping: 0) }/{ NUMBER($year, useGrouping: 0) }
period-quarter = quý { $number ->
    [1] I
    [2] II
    [3] III
   *[4] IV
} năm { NUMBER($year, useGrouping: 0) }

meeting-thematic = chuyên đề
meeting-extraordinary = đột xuất

not-your-chapter = Đồng chí không được phân công báo cáo cho đơn vị này.
not-your-area = Đồng chí không được phân công phụ trách địa bàn này.
not-in-sight = Không tìm thấy nội dung này trong phạm vi đồng chí phụ trách.

report-closed = Kỳ { $period } đã chốt số liệu ngày { $day }. Nếu cần sửa, xin đồng chí liên hệ cán bộ tổng hợp.
report-already-sent = Đồng chí { $who } đã gửi báo cáo này lúc { $at }. Đồng chí có thể mở báo cáo đó để xem và sửa.
report-already-sent-by-somebody = Báo cáo này đã có người gửi trước. Đồng chí có thể mở báo cáo đó để xem và sửa.
meeting-just-added = Buổi sinh hoạt này vừa có người thêm. Mời đồng chí mở lại danh sách.

attendance-ahead = Buổi sinh hoạt ngày { $day } chưa diễn ra nên chưa xác nhận được.
attendance-not-assigned = Có buổi sinh hoạt đồng chí không được phân công dự nên chưa ghi gì. Mời đồng chí chọn lại.
attendance-closed = Kỳ này đã chốt số liệu ngày { $day } nên không xác nhận thêm được.

report-sent-for-you = Đồng chí { $who } đã gửi báo cáo sinh hoạt { $period } của { $chapter }, số { $number }.
report-corrected-for-you = Đồng chí { $who } đã sửa báo cáo sinh hoạt { $period } của { $chapter }, số { $number }.
