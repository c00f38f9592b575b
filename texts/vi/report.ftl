report-opening =
    Báo cáo sinh hoạt { $meeting } { $period }, { $chapter }.
    <b>Ngày:</b> { $planned_date }
    <b>Địa điểm:</b> { $place }
    <b>Chủ trì:</b> { $chair }
    <b>Tổng số { $members }:</b> { $total }
    Xin đồng chí cho biết buổi sinh hoạt đã diễn ra thế nào?
report-opening-label = Buổi sinh hoạt
report-opening-example = Ví dụ: họp đúng ngày, đúng nơi thì chọn “Đúng như trên”; đổi địa điểm thì chọn “Khác vài điểm”.
report-opening-as_planned = Đúng như trên
report-opening-held = Có tổ chức
report-opening-details = Khác vài điểm
report-opening-moved = Dời sang ngày khác
report-opening-not_held = Không tổ chức được
report-differs = Điểm nào khác? Đồng chí có thể chọn nhiều mục.
report-differs-label = Điểm khác
report-differs-example = Ví dụ: đổi nơi họp và người chủ trì thì chọn “Địa điểm”, “Người chủ trì”, rồi bấm “Xong”.
report-differs-date = Ngày họp
report-differs-place = Địa điểm
report-differs-chair = Người chủ trì
report-differs-total = Tổng số người
report-held_date = Buổi sinh hoạt tổ chức ngày nào? Nếu dời sang ngày sắp tới, xin ghi ngày đó.
report-held_date-label = Ngày sinh hoạt
report-held_date-example = Ví dụ: 5/11, “mùng 5”, “hôm qua”.
report-held_date-today = Hôm nay ({ $day })
report-held_date-yesterday = Hôm qua ({ $day })
report-held_date-planned = Đúng kế hoạch ({ $day })
report-moved_reason = Vì sao phải dời ngày?
report-moved_reason-label = Lý do dời ngày
report-moved_reason-example = Ví dụ: chọn “Thời tiết”, hoặc ghi ngắn bằng lời của đồng chí.
report-moved_reason-weather = Thời tiết
report-moved_reason-season = Mùa vụ
report-moved_reason-other_duty = Trùng việc chung
report-moved_reason-too_few = Không đủ người
report-moved_reason-chair_away = Người chủ trì vắng
report-moved_reason-other = Lý do khác
report-not_held_reason = Vì sao không tổ chức được?
report-not_held_reason-label = Lý do không tổ chức
report-not_held_reason-example = Ví dụ: chọn “Mùa vụ”, hoặc ghi ngắn bằng lời của đồng chí.
report-not_held_reason-weather = Thời tiết
report-not_held_reason-season = Mùa vụ
report-not_held_reason-other_duty = Trùng việc chung
report-not_held_reason-too_few = Không đủ người
report-not_held_reason-chair_away = Người chủ trì vắng
report-not_held_reason-other = Lý do khác
report-reason_words = Xin đồng chí ghi rõ lý do.
report-reason_words-label = Lý do cụ thể
report-reason_words-example = Ví dụ: Nhà văn hóa ấp đang sửa chữa.
report-place = Buổi sinh hoạt tổ chức ở đâu?
report-place-label = Địa điểm
report-place-example = Ví dụ: Nhà văn hóa ấp.
report-chair = Ai chủ trì buổi sinh hoạt?
report-chair-label = Chủ trì
report-chair-example = Ví dụ: Nguyễn Văn An.
report-present = Có bao nhiêu { $members } dự?
report-present-label = Có mặt
report-present-example = Ví dụ: 28, hoặc 28/32, hoặc “28/32, phép 3”. Đủ mặt thì ghi “đủ”.
report-total = Tổng số { $members } hiện nay là bao nhiêu?
report-total-label = Tổng số
report-total-example = Ví dụ: 32.
report-total-differs = Đã ghi tổng số { $given }, hệ thống đang ghi { $known }.
report-topic = Chủ đề buổi sinh hoạt? Đồng chí chọn, hoặc ghi chủ đề khác.
report-topic-label = Chủ đề
report-topic-example = Ví dụ: chọn một chủ đề có sẵn, hoặc ghi “Phòng chống sốt xuất huyết”.
report-topic-no_topic = Không có chủ đề
report-activities = Buổi sinh hoạt có những nội dung nào? Chọn xong, xin bấm “Xong”.
report-activities-label = Nội dung
report-activities-example = Ví dụ: có thảo luận và có biểu dương thì chọn hai mục đó rồi bấm “Xong”.
report-activities-discussion = Thảo luận
report-activities-dialogue = Đối thoại
report-activities-commendation = Biểu dương
report-activities-all = Có cả ba
report-cadre_present = Cán bộ phụ trách ({ $cadre }) có dự không?
report-cadre_present-label = Cán bộ phụ trách
report-cadre_present-example = Ví dụ: người khác đến thay cán bộ phụ trách thì chọn “Cử người dự thay”.
report-cadre_present-yes = Có dự
report-cadre_present-substitute = Cử người dự thay
report-cadre_present-no = Không dự
report-category =
    { $frame ->
        [yes] Có khó khăn, vướng mắc gì có thể chia sẻ? Xin không ghi nội dung nội bộ Đảng, nội dung mật.
       *[no] Có khó khăn, vướng mắc gì?
    }
report-category-told = Việc vừa nêu thuộc lĩnh vực nào?
report-category-again = Còn khó khăn, vướng mắc khác?
report-category-label = Khó khăn { $round }
report-category-label-none = Khó khăn
report-category-label-again = Khó khăn khác
report-category-example = Ví dụ: đường ấp ngập khi mưa thì chọn “Hạ tầng”. Không có gì thì chọn “Không có”.
report-category-none = Không có
report-category-none-again = Hết
report-category-infrastructure = Hạ tầng
report-category-economy = Kinh tế, đời sống
report-category-rights = Quyền và lợi ích { $members }
report-category-organization = Tổ chức, nhân sự
report-category-funding = Kinh phí
report-category-environment = Môi trường
report-category-security = An ninh trật tự
report-category-other = Khó khăn khác
report-words =
    { $frame ->
        [yes] Xin đồng chí ghi ngắn gọn khó khăn đó. Xin không ghi nội dung nội bộ Đảng, nội dung mật.
       *[no] Xin đồng chí ghi ngắn gọn khó khăn đó. Xin không ghi nội dung mật.
    }
report-level = Đề nghị ai giải quyết?
report-words-again =
    { $frame ->
        [yes] Xin đồng chí ghi ngắn gọn khó khăn đó. Xin không ghi nội dung nội bộ Đảng, nội dung mật.
       *[no] Xin đồng chí ghi ngắn gọn khó khăn đó. Xin không ghi nội dung mật.
    }
report-level-again = Đề nghị ai giải quyết?
report-words-label = Nội dung khó khăn { $round }
report-words-example = Ví dụ: Đường vào tổ 3 ngập mỗi khi mưa lớn, xe không qua được.
report-level-label = Đề nghị giải quyết { $round }
report-level-example = Ví dụ: việc cần kinh phí của xã thì chọn “Xã”.
report-level-chapter = Tự giải quyết ({ $unit })
report-level-hamlet = Ấp
report-level-commune = Xã
report-level-higher = Cấp trên
report-excused = Bao nhiêu người vắng có lý do?
report-excused-label = Vắng có lý do
report-excused-example = Ví dụ: 3.
report-best_practice = Cách làm hay, mô hình tiêu biểu nào cần giới thiệu? Xin không ghi nội dung mật.
report-best_practice-label = Cách làm hay
report-best_practice-example = Ví dụ: Tổ hùn vốn xoay vòng giúp 5 hộ nuôi gà.
report-proposal = Đồng chí có kiến nghị gì? Xin không ghi nội dung mật.
report-proposal-label = Kiến nghị
report-proposal-example = Ví dụ: Đề nghị xã hỗ trợ loa cho nhà văn hóa.
report-photos = Mời đồng chí gửi ảnh biên bản. Xin không gửi tài liệu mật. Gửi đủ rồi, xin bấm “Xong”.
report-photos-label = Ảnh biên bản
report-photos-example = Ví dụ: chụp từng trang biên bản, gửi một lần nhiều ảnh cũng được.
report-times = Buổi sinh hoạt từ mấy giờ đến mấy giờ?
report-times-label = Thời gian
report-times-example = Ví dụ: 19h - 20h30.
report-times-unread = Hệ thống chưa đọc được giờ. Xin đồng chí ghi như ví dụ: 19h - 20h30.
report-times-reversed = Giờ kết thúc phải sau giờ bắt đầu.
report-review = <b>Báo cáo sinh hoạt { $meeting } { $period }, { $chapter }</b>
report-send = Gửi báo cáo
report-not-yet = Buổi sinh hoạt theo kế hoạch là ngày { $day }, chưa đến. Nếu đã họp sớm hơn, xin chọn “Dời sang ngày khác”.
report-date-ahead = Ngày { $day } chưa đến. Xin đồng chí ghi ngày đã họp.
report-date-too-far = Ngày { $day } cách quá xa. Xin đồng chí xem lại ngày, tháng, năm.
report-count-negative = Số người không thể nhỏ hơn 0.
report-too-many-present = Có mặt { $present } người thì nhiều hơn số phải dự là { $room }{ $exempt ->
    [0] {""}
   *[other] {" "}(tổng số { $total }, được miễn { $exempt })
}. Xin đồng chí xem lại, hoặc ghi cả tổng số, ví dụ { $present }/{ $needed }.
report-too-many-counted = Có mặt { $present } và vắng { $absent } cộng lại nhiều hơn số phải dự là { $room }{ $exempt ->
    [0] {""}
   *[other] {" "}(tổng số { $total }, được miễn { $exempt })
}. Xin đồng chí xem lại.
report-incomplete =
    Báo cáo còn thiếu: { $what ->
        [date] ngày sinh hoạt
        [reason] lý do
       *[present] số người có mặt
    }.

# Above the review of a report that was sent before.
report-correcting = Báo cáo số { $number } đã gửi lúc { $at }. Đồng chí sửa những chỗ cần sửa, rồi gửi lại.

# Files that come when nothing asked for them
late-file-ask = Đã nhận { $count } tệp. Đồng chí muốn thêm vào báo cáo { $period } của { $chapter } không?
late-file-yes = Thêm vào báo cáo
late-file-no = Không thêm
late-file-left = Tệp vừa gửi không được thêm vào báo cáo và sẽ được xóa.
late-file-added = Đã thêm tệp vào báo cáo số { $number }, { $period }, của { $chapter }.
late-file-no-report = Báo cáo này không còn, nên tệp chưa được thêm. Xin đồng chí mở lại báo cáo rồi gửi.
report-caption-button = Ghi lời kèm ảnh: “{ $text }”
