# Grades of meetings

command-grade-words = chấm điểm|đánh giá|đánh giá buổi sinh hoạt|tự đánh giá
command-grade-description = Đánh giá các buổi sinh hoạt
menu-grade = Đánh giá buổi sinh hoạt
help-grade = Gõ <b>đánh giá</b>: đánh giá các buổi sinh hoạt.

grade-day = <b>{ $day }</b>: mời đồng chí đánh giá từng buổi sinh hoạt.
grade-day-empty = { $day }: không có buổi sinh hoạt nào đồng chí được phân công đánh giá.
grade-nothing = Hiện không có buổi sinh hoạt nào chờ đồng chí đánh giá.
grade-own = Mời đồng chí chọn buổi sinh hoạt để đơn vị tự đánh giá.
grade-own-empty = Hiện không có buổi sinh hoạt nào để đơn vị tự đánh giá.
grade-meeting = <b>{ $name }</b>
grade-score = { $name }: { $measured }, { $points }/{ $most } điểm
grade-score-missing = { $name }: chưa tính được vì { $why }
grade-score-unsure = { $why }
grade-measured-attendance_rate = { $value }%
grade-measured-duration = { $value } phút
grade-measured-on_fixed_day =
    { $value ->
        [0] đúng ngày
       *[other] chênh { $value } ngày
    }
grade-missing-present = chưa có báo cáo số người dự
grade-missing-times = báo cáo chưa nêu giờ bắt đầu, kết thúc
grade-missing-held_date = chưa có báo cáo ngày sinh hoạt
grade-missing-fixed_day = đơn vị không có ngày sinh hoạt cố định
grade-missing-unexcused = báo cáo chưa nêu số vắng không lý do
grade-given-self = Đơn vị tự đánh giá: <b>{ $grade }</b>
grade-given-self-why = Đơn vị tự đánh giá: <b>{ $grade }</b> ({ $reason })
grade-given-cadre = Cán bộ phụ trách đánh giá: <b>{ $grade }</b>
grade-given-cadre-why = Cán bộ phụ trách đánh giá: <b>{ $grade }</b> ({ $reason })
grade-with-points = { $grade }, { $total }/{ $most } điểm
grade-ask-cadre = Đồng chí đánh giá buổi sinh hoạt này thế nào?
grade-ask-self = Đơn vị tự đánh giá buổi sinh hoạt này thế nào?
grade-recorded = Đã ghi: <b>{ $grade }</b>, { $chapter }.
grade-can-change = Đồng chí có thể sửa đến hết ngày { $day }.
grade-why = { $chapter }: vì sao đồng chí đánh giá “{ $grade }”? Mời đồng chí chọn, hoặc ghi lý do khác.
grade-reason-few = Ít người dự
grade-reason-unprepared = Chuẩn bị chưa kỹ
grade-reason-no-talk = Chưa thảo luận
grade-reason-wrong-day = Không đúng thời gian
grade-reason-no-minutes = Biên bản chưa đầy đủ
grade-left = Chưa ghi đánh giá nào.
grade-button-again = Đánh giá lại
grade-button-day = Ngày { $day } (chưa đánh giá: { $open })
grade-button-sheet = Chấm theo bảng điểm
grade-button-full = Điểm tối đa
grade-button-yes = Ghi đánh giá
grade-button-part = { $name }: { $points }/{ $most }
grade-button-self = Tự đánh giá buổi này
grade-button-cadre = Đánh giá buổi này
grade-button-evening = Đánh giá các buổi này

grade-usual-tot = Tốt
grade-usual-kha = Khá
grade-usual-trung-binh = Trung bình
grade-usual-kem = Kém
grade-usual-ty-le-du = Tỷ lệ dự
grade-usual-thoi-luong = Thời lượng
grade-usual-dung-ngay-quy-dinh = Đúng ngày quy định
grade-usual-khong-ai-vang-qua-3-lan-lien-tiep = Không ai vắng quá 3 lần liên tiếp
grade-usual-chuan-bi = Chuẩn bị
grade-usual-to-chuc-sinh-hoat = Tổ chức sinh hoạt
grade-usual-nguyen-tac = Nguyên tắc
grade-usual-ket-qua-thuc-hien-nghi-quyet-ky-truoc = Kết quả thực hiện nghị quyết kỳ trước
grade-usual-ket-thuc = Kết thúc

grade-sheet = <b>{ $chapter }</b>: { $table }. Điểm tính được từ báo cáo đã ghi sẵn.
grade-part = { $name } (0 đến { $most }): được bao nhiêu điểm?
grade-part-noted = Hiện đã ghi: { $points } điểm.
grade-points-unread = { $name }: xin đồng chí ghi một số từ 0 đến { $most }.
grade-total = Tổng điểm: <b>{ $total }/{ $most }</b>, mức <b>{ $grade }</b>.
grade-review = Mời đồng chí xem lại. Chọn một dòng để sửa.
grade-review-open = Còn mục chưa có điểm. Mời đồng chí chọn một mục.

grade-not-yours = Đồng chí không được phân công đánh giá đơn vị này.
grade-not-held = { $chapter } đã báo không tổ chức được buổi này, nên không đánh giá.
grade-ahead = Buổi sinh hoạt ngày { $day } của { $chapter } chưa diễn ra, nên chưa đánh giá được.
grade-closed = Kỳ này đã chốt số liệu ngày { $day }, nên không sửa đánh giá được nữa.
grade-off-scale = Mức này không có trong bảng đánh giá. Các mức: { $grades }. Chưa ghi gì.
grade-points-off = Điểm không khớp với bảng điểm nên chưa được ghi nhận. Mời đồng chí chấm lại.
grade-reason-needed = Mức này cần lý do. Xin đồng chí ghi rõ hơn, ví dụ: ít người dự.
grade-changed-meanwhile = Buổi này vừa được đánh giá lại. Mời đồng chí xem bản mới nhất dưới đây.
grade-changed-by = Đồng chí { $who } đã đánh giá buổi này lúc { $at }. Mời đồng chí xem bản mới nhất dưới đây.

journal-action-meeting-graded = đánh giá buổi sinh hoạt
journal-action-meeting-self_graded = tự đánh giá buổi sinh hoạt
journal-field-grade = Mức
journal-field-points = Tổng điểm

workbook-sheet-scores = Bảng điểm
workbook-sheet-scales = Thang xếp loại năm
workbook-head-parts = Các phần điểm
workbook-head-grades = Các mức
workbook-head-levels = Các mức xếp loại
workbook-head-least_graded = Số % buổi phải được đánh giá
workbook-guide-16 = Bảng điểm: các phần cách nhau bằng dấu “;”, như “Chuẩn bị: 10; Tỷ lệ dự: 4 (tỷ lệ dự: 90=4, 75=3, 0=1)”; tự tính được: “tỷ lệ dự”, “số phút”, “đúng ngày”. Các mức: “Tốt: 90; Khá: 70; Kém: 0 (cần lý do)”. Bản cũ không sửa: thêm dòng cùng mã với “Từ ngày” mới.
workbook-guide-17 = Thang xếp loại năm, mức cao nhất trước: “Mạnh: khá từ 80%, không kém, tổ chức 90%; Trung bình”. Điều kiện: “… từ 80%”, “không …”, “tổ chức 90%”, “tổ chức 10 buổi”, “điểm 85”.
workbook-fault-parts = cần các phần điểm, như “Chuẩn bị: 10; Tỷ lệ dự: 4 (tỷ lệ dự: 90=4, 0=1)”
workbook-fault-grades = cần các mức từ cao xuống thấp, như “Tốt: 90; Khá: 70; Kém: 0 (cần lý do)”
workbook-fault-levels = cần các mức từ cao xuống thấp, như “Mạnh: khá từ 80%, không kém; Trung bình”
workbook-fault-points = các phần cộng lại chỉ có { $most } điểm, không đạt được mức cao nhất
