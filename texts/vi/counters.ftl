# Figures of a quarter

command-counters-words = số liệu|số liệu quý|nhập số liệu
command-counters-description = Số liệu hội viên, bồi dưỡng của quý
help-counters = <b>/solieu</b> – số liệu của quý (thành viên mới, giảm, bồi dưỡng, kết nạp); gõ “số liệu”.
counters-news-ask = Xin đồng chí cho số liệu { $period } của đơn vị (chỉ số lượng, không tên người).
counters-news-button = Nhập số liệu { $period }
counters-not-yours = Việc này dành cho người phụ trách báo cáo và cán bộ tổng hợp.
counters-not-now = Số liệu của quý được nhận từ đầu tháng cuối quý. Hiện chưa đến kỳ.
counters-closed = Kỳ nhập số liệu vừa hết hạn, nên chưa ghi.
counters-overtaken = Đồng chí khác vừa gửi số liệu của quý này, nên chưa ghi. Xin mở lại để xem số mới nhất.
counters-which = Đồng chí nhập số liệu cho đơn vị nào?
counters-opening = <b>Số liệu { $period }, { $chapter }</b>
    Chỉ ghi số lượng, không ghi tên người. Sửa được đến hết ngày { $day }.
counters-ask = Câu { $number }/{ $of }. { $what } ({ $unit })?
counters-reckoned = Đầu quý { $start }, thêm { $joined }, giảm { $left }: cuối quý là { $end }. Nếu khác, đồng chí gõ số đúng.
counters-button-before = { $value } (như quý trước)
counters-button-usual = { $value }
counters-button-skip = Bỏ qua
counters-not-read = Xin đồng chí gõ một số không âm, ví dụ “3” hoặc “1.200”.
counters-review = <b>{ $chapter }, { $period }.</b> Mời đồng chí xem lại.
counters-line = – { $what }: { $value }
counters-value = { $value } { $unit }
counters-nothing = bỏ qua
counters-differs = Đầu quý { $start }, thêm { $joined }, giảm { $left } thì cuối quý là { $end }, đồng chí ghi { $told }. Nếu đúng, đồng chí cứ gửi.
counters-button-send = Gửi số liệu
counters-button-open = Xem số liệu
counters-button-change = Sửa số liệu
counters-given = <b>Đã nhận số liệu { $period } của { $chapter }.</b> Sửa được đến hết ngày { $day }. Cảm ơn đồng chí.
counters-left = Đã dừng, không ghi gì.
counters-which-place = Đồng chí xem số liệu ở đâu?
counters-board = <b>Số liệu { $period }, { $place }</b>
    Đã có số liệu: { $given }/{ $asked } đơn vị.
counters-sum = – { $what }: { $total } { $unit } ({ $chapters } đơn vị)
counters-missing = Chưa có số liệu ({ $count }):
counters-button-quarter-before = Quý trước
counters-button-quarter-after = Quý sau

counter-unit = người
counter-kind-members_new = Thành viên mới trong quý
counter-kind-members_left = Thành viên giảm trong quý
counter-kind-members_end = Thành viên cuối quý
counter-kind-population = Người thuộc đối tượng tập hợp
counter-kind-heads_party = Người đứng đầu là đảng viên
counter-kind-heads_trained = Người đứng đầu được cử đi bồi dưỡng
counter-kind-heads_admitted = Người đứng đầu được kết nạp Đảng
counter-kind-candidates = Quần chúng ưu tú được giới thiệu

journal-action-counters-given = gửi số liệu quý
