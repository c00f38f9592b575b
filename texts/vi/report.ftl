report-opening =
    Báo cáo sinh hoạt { $meeting } { $period }, { $chapter }.
    <b>Ngày:</b> { $planned_date }
    <b>Địa điểm:</b> { $place }
    <b>Chủ trì:</b> { $chair }
    <b>Tổng số { $members }:</b> { $total }
    Buổi sinh hoạt đã tổ chức thế nào?
report-opening-label = Buổi sinh hoạt
report-opening-example = Ví dụ: đúng ngày, đúng địa điểm thì chọn “Đúng như trên”; đổi địa điểm thì chọn “Có điểm khác”.
report-opening-example-unplanned = Ví dụ: đã sinh hoạt thì chọn “Có tổ chức”; mưa bão không sinh hoạt được thì chọn “Không tổ chức được”.
report-opening-as_planned = Đúng như trên
report-opening-as_planned-said = Tổ chức đúng kế hoạch
report-opening-held = Có tổ chức
report-opening-details = Có điểm khác
report-opening-moved = Dời sang ngày khác
report-opening-not_held = Không tổ chức được
report-differs = Điểm nào khác? Đồng chí đánh dấu các mục, rồi chọn “Xong”.
report-differs-label = Điểm khác
report-differs-label-none = Điểm khác
report-differs-example = Ví dụ: đổi địa điểm và người chủ trì thì đánh dấu “Địa điểm”, “Người chủ trì”, rồi chọn “Xong”.
report-differs-date = Ngày sinh hoạt
report-differs-time = Giờ sinh hoạt
report-differs-place = Địa điểm
report-differs-chair = Người chủ trì
report-differs-total = Tổng số người
report-held_date = Buổi sinh hoạt tổ chức ngày nào?
report-held_date-moved = Dời sang ngày nào?
report-held_date-label = Ngày sinh hoạt
report-held_date-label-moved = Dời sang ngày
report-held_date-add = Ghi thêm: ngày
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
report-place-add = Sửa địa điểm
report-place-example = Ví dụ: Nhà văn hóa ấp.
report-chair = Ai chủ trì buổi sinh hoạt?
report-chair-label = Chủ trì
report-chair-add = Sửa người chủ trì
report-chair-example = Ví dụ: Nguyễn Văn An.
report-present = Có bao nhiêu { $members } dự?
report-present-label = Có mặt
report-present-example = Ví dụ: “28”; “28/32” là 28 người dự trên tổng số 32; có mặt đủ thì gõ “đủ”.
report-total = Tổng số { $members } hiện nay là bao nhiêu?
report-total-label = Tổng số
report-total-add = Ghi thêm: tổng số
report-total-example = Ví dụ: 32.
report-total-differs = Đã ghi tổng số { $given } cho buổi này; danh bạ đang là { $known }. Nếu có thay đổi, xin báo cán bộ phụ trách.
report-topic = Buổi sinh hoạt theo chủ đề nào? Đồng chí chọn, hoặc gõ chủ đề khác.
report-topic-free = Xin đồng chí ghi chủ đề buổi sinh hoạt.
report-topic-label = Chủ đề
report-topic-example = Ví dụ: chọn một chủ đề có sẵn, hoặc gõ “Phòng, chống sốt xuất huyết”.
report-topic-example-free = Ví dụ: “Phòng, chống sốt xuất huyết”; không có thì chọn “Không có chủ đề”.
report-topic-no_topic = Không có chủ đề
report-activities = Buổi sinh hoạt có phần nào dưới đây? Đồng chí đánh dấu các mục, rồi chọn “Xong”.
report-activities-usual = Buổi sinh hoạt có phần nào dưới đây? Dấu ✓ là theo tháng trước; đồng chí sửa rồi chọn “Xong”.
report-activities-label = Có phần
report-activities-label-none = Thảo luận, đối thoại, biểu dương
report-activities-example = Ví dụ: có thảo luận và có biểu dương thì đánh dấu hai mục đó rồi chọn “Xong”.
report-activities-discussion = Thảo luận
report-activities-dialogue = Đối thoại
report-activities-commendation = Biểu dương
report-cadre_present = Cán bộ phụ trách, đồng chí { $cadre }, có dự không?
report-cadre_present-label = Cán bộ phụ trách
report-cadre_present-example = Ví dụ: người khác đến thay cán bộ phụ trách thì chọn “Có người dự thay”.
report-cadre_present-yes = Có dự
report-cadre_present-substitute = Có người dự thay
report-cadre_present-no = Không dự
report-category =
    { $frame ->
        [yes] Đơn vị có khó khăn, vướng mắc gì có thể chia sẻ? Không ghi nội dung nội bộ Đảng, nội dung mật.
       *[no] Đơn vị có khó khăn, vướng mắc gì không?
    }
report-category-told = Khó khăn vừa nêu thuộc lĩnh vực nào?
report-category-again = Còn khó khăn nào khác không?
report-category-label = Khó khăn { $round }
report-category-label-none = Khó khăn
report-category-label-again = Khó khăn khác
report-category-example = Ví dụ: đường ấp ngập khi mưa thì chọn “Hạ tầng”. Không có gì thì chọn “Không có”.
report-category-none = Không có
report-category-none-again = Không còn
report-category-none-told = Không ghi việc này
report-difficulty-heading = <b>Khó khăn { $round }</b>
report-category-infrastructure = Hạ tầng
report-category-economy = Kinh tế, đời sống
report-category-rights = Quyền lợi { $members }
report-category-organization = Tổ chức, nhân sự
report-category-funding = Kinh phí
report-category-environment = Môi trường
report-category-security = An ninh trật tự
report-category-other = Khó khăn khác
report-words =
    { $frame ->
        [yes] Đồng chí ghi ngắn gọn khó khăn đó. Không ghi nội dung nội bộ Đảng, nội dung mật.
       *[no] Đồng chí ghi ngắn gọn khó khăn đó. Không ghi nội dung mật.
    }
report-level = Đề nghị cấp nào giải quyết?
report-words-again =
    { $frame ->
        [yes] Đồng chí ghi ngắn gọn khó khăn đó. Không ghi nội dung nội bộ Đảng, nội dung mật.
       *[no] Đồng chí ghi ngắn gọn khó khăn đó. Không ghi nội dung mật.
    }
report-level-again = Đề nghị cấp nào giải quyết?
report-words-label = Nội dung khó khăn { $round }
report-words-example = Ví dụ: Đường vào tổ 3 ngập mỗi khi mưa lớn, xe không qua được.
report-level-label = Cấp giải quyết { $round }
report-level-example = Ví dụ: khó khăn vượt khả năng của đơn vị thì chọn “{ $hamlet }” hoặc “{ $commune }”.
level-hamlet = Ấp
level-commune = Xã
report-level-chapter = Đơn vị tự giải quyết
report-level-hamlet = { $hamlet }
report-level-commune = { $commune }
report-level-higher = Cấp trên
report-excused = Bao nhiêu người vắng có lý do?
report-excused-label = Vắng có lý do
report-excused-add = Thêm số vắng có lý do
report-excused-example = Ví dụ: 3.
report-best_practice = Đơn vị có cách làm hay nào cần giới thiệu không? Không ghi nội dung mật.
report-best_practice-label = Cách làm hay
report-best_practice-add = Thêm cách làm hay
report-best_practice-example = Ví dụ: Tổ hùn vốn xoay vòng giúp 5 hộ nuôi gà.
report-proposal = Đồng chí có kiến nghị gì không? Không ghi nội dung mật.
report-proposal-label = Kiến nghị
report-proposal-add = Thêm kiến nghị
report-proposal-example = Ví dụ: Đề nghị xã hỗ trợ loa cho nhà văn hóa.
report-photos = Mời đồng chí gửi ảnh biên bản, gửi đủ thì chọn “Xong”. Không gửi tài liệu mật.
report-photos-label = Ảnh biên bản
report-photos-add = Thêm ảnh biên bản
report-photos-example = Ví dụ: chụp từng trang biên bản, gửi một lần nhiều ảnh cũng được.
report-told-label = Tin nhắn gốc
report-times = Buổi sinh hoạt từ mấy giờ đến mấy giờ?
report-times-label = Thời gian
report-times-add = Thêm thời gian
report-times-example = Ví dụ: 19h00 – 20h30.
report-times-unread = Hệ thống chưa hiểu giờ vừa ghi. Xin đồng chí gõ lại, ví dụ 19h00 – 20h30.
report-times-ahead = Chưa đến { $hour }. Xin đồng chí ghi giờ buổi sinh hoạt đã bắt đầu.
report-times-needed = Buổi sinh hoạt theo kế hoạch lúc { $hour }, chưa đến giờ. Nếu đã sinh hoạt sớm hơn, xin đồng chí ghi giờ, ví dụ 07h30 – 09h00.
report-times-reversed = Giờ kết thúc phải sau giờ bắt đầu, ví dụ 19h00 – 20h30.
report-opening-brief = Buổi sinh hoạt tổ chức thế nào? (ví dụ: đúng như trên; dời sang 12/11; không sinh hoạt vì mưa bão)
report-opening-brief-unplanned = Buổi sinh hoạt có tổ chức không? (ví dụ: có tổ chức; không sinh hoạt vì mưa bão)
report-held_date-brief = Tổ chức ngày nào? (ví dụ: 5/11; hôm qua)
report-present-brief = Có bao nhiêu { $members } dự? (ví dụ: 28/32; đủ)
report-total-brief = Tổng số { $members } hiện nay là bao nhiêu? (ví dụ: 32)
report-topic-brief = Theo chủ đề nào? (ví dụ: vệ sinh môi trường; không có chủ đề)
report-activities-brief = Có thảo luận, đối thoại, biểu dương không? (ví dụ: thảo luận, biểu dương; không)
report-cadre_present-brief = Cán bộ phụ trách, đồng chí { $cadre }, có dự không? (ví dụ: có dự; không dự; người khác dự thay)
report-category-brief =
    { $frame ->
        [yes] Có khó khăn gì có thể chia sẻ? Không ghi nội dung nội bộ Đảng, nội dung mật. (ví dụ: đường ấp ngập; không)
       *[no] Có khó khăn, vướng mắc gì không? Không ghi nội dung mật. (ví dụ: đường ấp ngập; không)
    }
report-review = <b>Báo cáo sinh hoạt { $meeting } { $period }, { $chapter }</b>
report-asked-by = { $whose } hỏi thêm:
report-asked-line = { $words } ({ $whose })
report-review-ask = Mời đồng chí xem lại. Nếu đúng, chọn “Gửi báo cáo”.
report-send = Gửi báo cáo
report-not-yet = Buổi sinh hoạt theo kế hoạch là ngày { $day }, chưa đến. Nếu đã tổ chức sớm hơn, xin đồng chí chọn “Dời sang ngày khác”.
report-not-yet-hour = Buổi sinh hoạt theo kế hoạch lúc { $hour } hôm nay, chưa đến giờ. Nếu đã sinh hoạt sớm hơn, xin chọn “{ report-opening-details }”, rồi chọn “{ report-differs-time }”.
report-not-moved = Ngày { $day } đúng là ngày theo kế hoạch. Nếu đã dời, xin đồng chí ghi ngày khác; nếu không dời, chọn “{ dialogue-button-back }”.
report-nobody-present = Không có ai dự thì chưa thành buổi sinh hoạt. Xin đồng chí ghi số người dự, hoặc chọn “{ dialogue-button-back }” để chọn “{ report-opening-not_held }”.
report-date-ahead = Ngày { $day } chưa đến. Xin đồng chí ghi ngày đã sinh hoạt, ví dụ 05/11.
report-date-too-far = Ngày { $day } quá xa. Xin đồng chí xem lại ngày, tháng, năm, ví dụ 05/11.
report-count-negative = Số người phải từ 0 trở lên, ví dụ: 28.
report-too-many-present = Số có mặt ({ $present }) nhiều hơn số phải dự ({ $room }){ $exempt ->
    [0] {""}
   *[other] {" "}(tổng số { $total }, được miễn { $exempt })
}. Xin đồng chí xem lại, hoặc ghi cả tổng số, ví dụ { $present }/{ $needed }.
report-too-many-counted = Số có mặt ({ $present }) và số vắng ({ $absent }) cộng lại quá số phải dự ({ $room }){ $exempt ->
    [0] {""}
   *[other] {" "}(tổng số { $total }, được miễn { $exempt })
}. Xin đồng chí xem lại, ví dụ: 28.
report-incomplete =
    Báo cáo còn thiếu: { $what ->
        [date] ngày sinh hoạt
        [reason] lý do
       *[present] số người có mặt
    }.

# Above the review of a report that was sent before.
report-correcting = Báo cáo số { $number } đã gửi lúc { $at }. Đồng chí sửa mục cần sửa, rồi gửi lại.

# Files that come when nothing asked for them
late-file-ask = Đã nhận { $count } tệp. Đồng chí muốn thêm vào báo cáo { $period } của { $chapter } không?
late-file-yes = Thêm vào báo cáo
late-file-send = Gửi cho cán bộ phụ trách
late-file-no = Không thêm
late-file-left = Tệp vừa gửi không được thêm vào báo cáo và sẽ được xóa.
late-file-added = Đã thêm tệp vào báo cáo số { $number }, { $period }, của { $chapter }.
late-file-no-report = Báo cáo này không còn, nên tệp chưa được thêm. Xin đồng chí mở lại báo cáo rồi gửi.
report-caption-button = Ghi lời kèm ảnh: “{ $text }”

# A whole report in one message
told-ask = Đồng chí muốn ghi “{ $text }” vào báo cáo sinh hoạt?
told-button-take = Ghi vào báo cáo
told-button-send = Gửi cho cán bộ phụ trách
told-which = Tin vừa gửi là của buổi sinh hoạt nào?
told-which-unsure = Ngày trong tin không gần buổi sinh hoạt nào chờ báo cáo. Tin vừa gửi là của buổi nào?
told-none = Tin vừa gửi chưa được ghi vì không có buổi sinh hoạt nào như vậy đang chờ báo cáo.
told-not-taken = Tin vừa gửi không được ghi vào báo cáo.
told-sent-already = Báo cáo này của { $chapter } đã gửi nên “{ $text }” chưa được ghi. Muốn sửa, xin đồng chí mở báo cáo rồi chọn “Sửa báo cáo”.
read-voice-wait = Đã nhận tin thoại. Hệ thống đang nghe, nếu là báo cáo thì sẽ hỏi lại đồng chí.
read-photo-wait = Đã nhận ảnh. Hệ thống đang đọc, nếu là báo cáo thì sẽ hỏi lại đồng chí.
read-voice = Hệ thống nghe được trong tin thoại của đồng chí:
read-voice-button = Đúng, ghi vào báo cáo
read-voice-answer = Đúng, ghi vào câu trả lời
read-photo = Hệ thống đọc được trong ảnh này:
read-photo-button = Chọn dòng đúng
told-heard-closed = Báo cáo có tin thoại này không mở. Mời đồng chí gõ “báo cáo” để làm tiếp, rồi chọn lại.
told-lines = Dòng nào đọc đúng? Đồng chí đánh dấu các dòng, rồi chọn “Xong”. Chỉ dòng được đánh dấu mới được ghi.
told-lines-none = Đồng chí chưa đánh dấu dòng nào.
filled-unread = Báo cáo viết khi không có mạng chưa đọc được. Xin đồng chí gõ “báo cáo” để báo cáo lại.
filled-differs = Câu này đã được trả lời trên máy khác trong khi điện thoại không có mạng. Đồng chí chọn câu trả lời đúng:
filled-mine = Viết trên điện thoại này: { $answer }
filled-theirs = Đã ghi trước đó: { $answer }
filled-kept = Những gì đồng chí đã điền được giữ trong bản nháp. Khi kỳ này được mở lại, đồng chí gõ “báo cáo” để làm tiếp.
filled-kept-theirs = Câu đã trả lời trên máy khác được giữ nguyên. Trên điện thoại này đồng chí ghi: { $answers }.
