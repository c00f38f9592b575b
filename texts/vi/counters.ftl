# Figures of a quarter

command-counters-words = số liệu|số liệu quý|nhập số liệu
command-counters-description = Số liệu của quý
help-counters = Gõ <b>số liệu</b>: số liệu của quý (đoàn viên, hội viên mới, giảm; bồi dưỡng, kết nạp).
counters-news-ask = Xin đồng chí gửi số liệu { $period } của đơn vị (chỉ số lượng, không ghi họ tên).
counters-news-button = Nhập số liệu { $period }
counters-not-yours = Số liệu do người báo cáo của đơn vị và cán bộ tổng hợp gửi.
counters-not-now = Số liệu của quý được nhận từ đầu tháng cuối quý. Hiện chưa đến kỳ.
counters-closed = Kỳ này vừa hết hạn nhập số liệu nên chưa ghi gì.
counters-overtaken = Người khác vừa gửi số liệu của quý này nên chưa ghi gì. Mời đồng chí mở lại để xem số mới nhất.
counters-which = Đồng chí nhập số liệu cho đơn vị nào?
counters-opening = <b>Số liệu { $period }, { $chapter }</b>
    Chỉ ghi số lượng, không ghi họ tên. Sửa được đến hết ngày { $day }.
counters-ask = Câu { $number }/{ $of }. { $what }: bao nhiêu { $unit }?
counters-reckoned = Đầu quý { $start }, thêm { $joined }, giảm { $left }: cuối quý là { $end }. Nếu khác, đồng chí gõ số đúng.
counters-button-before = { $value } (như quý trước)
counters-button-usual = { $value }
counters-button-skip = Bỏ qua
counters-not-read = Xin đồng chí gõ một số từ 0 trở lên, ví dụ “3” hoặc “1.200”.
counters-review = <b>{ $chapter }, { $period }.</b> Mời đồng chí xem lại.
counters-line = – { $what }: { $value }
counters-value = { $value } { $unit }
counters-nothing = bỏ qua
counters-differs = Đầu quý { $start }, thêm { $joined }, giảm { $left } thì cuối quý là { $end }, đồng chí ghi { $told }. Nếu đúng, đồng chí cứ gửi.
counters-button-send = Gửi số liệu
counters-button-open = Xem số liệu
counters-button-change = Sửa số liệu
counters-given = <b>Đã nhận số liệu { $period } của { $chapter }.</b> Sửa được đến hết ngày { $day }. Cảm ơn đồng chí.
counters-left = Đã dừng, không lưu gì.
counters-which-place = Đồng chí xem số liệu ở địa bàn nào?
counters-board = <b>Số liệu { $period }, { $place }</b>
    Đã có số liệu: { $given }/{ $asked } đơn vị.
counters-sum = – { $what }: { $total } { $unit } ({ $chapters } đơn vị)
counters-missing = Chưa có số liệu ({ $count }):
counters-button-quarter-before = Quý trước
counters-button-quarter-after = Quý sau

counter-unit = người
counter-own-members_new = { $members } mới
counter-own-members_left = { $members } giảm
counter-own-members_end = { $members } cuối quý
counter-kind-members_new = Đoàn viên, hội viên mới
counter-kind-members_left = Đoàn viên, hội viên giảm
counter-kind-members_end = Đoàn viên, hội viên cuối quý
counter-kind-population = Số người trong diện tập hợp
counter-kind-heads_party = Người đứng đầu là đảng viên
counter-kind-heads_trained = Người đứng đầu được cử đi bồi dưỡng
counter-kind-heads_admitted = Người đứng đầu được kết nạp Đảng
counter-kind-candidates = Quần chúng ưu tú được giới thiệu

journal-action-counters-given = gửi số liệu quý
