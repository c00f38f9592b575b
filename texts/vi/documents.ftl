# Official documents: what they say

doc-span-1 = tháng { $number } năm { $year }
doc-span-3 = quý { $number ->
    [1] I
    [2] II
    [3] III
   *[4] IV
} năm { $year }
doc-span-6 = 6 tháng { $number ->
    [1] đầu
   *[2] cuối
} năm { $year }
doc-span-12 = năm { $year }
doc-and-more = { $line } (và { $more } mục nữa)
doc-type-report = BÁO CÁO
doc-type-minutes = BIÊN BẢN
doc-type-list = DANH SÁCH
doc-subject-periodic = kết quả sinh hoạt định kỳ của chi, tổ hội { $span }
doc-subject-review = sơ kết việc nâng cao chất lượng sinh hoạt của chi, tổ hội { $span }
doc-subject-programme = sơ kết việc thực hiện { $programme } { $span }
doc-subject-one_page = tóm tắt kết quả sinh hoạt định kỳ của chi, tổ hội { $span }
doc-subject-attendance = cán bộ phụ trách dự sinh hoạt định kỳ { $span }
doc-subject-commendation = đơn vị đề nghị biểu dương { $span }
doc-subject-minutes = sinh hoạt { $meeting } { $period } của { $chapter }
doc-subject-of = { $subject } ({ $association })
doc-remark-draft = Dự thảo
doc-recipients = Nơi nhận:
doc-annex = PHỤ LỤC { $number }
doc-annex-places-now = Kết quả theo địa bàn hiện nay
doc-annex-places = Kết quả theo địa bàn
doc-annex-kinds = Kết quả theo loại hình đơn vị
doc-annex-indicators = Chỉ số, chỉ tiêu và kỳ trước
doc-annex-basis = Căn cứ của từng nội dung
doc-annex-reports = Danh sách báo cáo làm căn cứ
doc-section-situation = TÌNH HÌNH CHUNG
doc-section-results = KẾT QUẢ THỰC HIỆN
doc-section-advantages = KẾT QUẢ VÀ THUẬN LỢI
doc-section-difficulties = KHÓ KHĂN, HẠN CHẾ VÀ NGUYÊN NHÂN
doc-section-tasks = PHƯƠNG HƯỚNG, NHIỆM VỤ THỜI GIAN TỚI
doc-section-solutions = GIẢI PHÁP
doc-section-models = MÔ HÌNH TIÊU BIỂU
doc-section-commended = BIỂU DƯƠNG, KHEN THƯỞNG
doc-section-proposals = KIẾN NGHỊ, ĐỀ XUẤT
doc-head-units = Đơn vị và lịch sinh hoạt
doc-head-gaps = Số liệu còn thiếu
doc-head-guidance = Công tác chỉ đạo, định hướng
doc-head-meetings = Sinh hoạt định kỳ
doc-head-discipline = Chế độ báo cáo
doc-head-contents = Nội dung sinh hoạt
doc-head-cadres = Cán bộ phụ trách dự sinh hoạt
doc-head-strengthening = Củng cố tổ chức, phát triển lực lượng
doc-head-models = Mô hình “Dân vận khéo”
doc-head-commendation = Biểu dương, khen thưởng
doc-head-advantages = Thuận lợi
doc-head-difficulties = Khó khăn, vướng mắc
doc-head-shortcomings = Hạn chế
doc-head-causes = Nguyên nhân
doc-head-tasks = Nhiệm vụ trọng tâm

doc-units = { $place } có { $units } đơn vị sinh hoạt định kỳ với { $members } đảng viên, đoàn viên, hội viên, gồm { $kinds }.
doc-units-kind = { $units } { $kind }
doc-expected = Theo lịch { $span }, các đơn vị phải tổ chức { $expected } buổi sinh hoạt định kỳ.
doc-expected-yet = Theo lịch { $span }, đến hết tháng { $month }, các đơn vị phải tổ chức { $expected } buổi sinh hoạt định kỳ.
doc-due = Đến ngày { $day }, { $due } buổi đã đến hạn báo cáo.
doc-paused = Có { $paused } lượt đơn vị tạm nghỉ sinh hoạt theo quyết định.
doc-gap-open = Số liệu tính đến ngày { $day }, chưa chốt.
doc-gap-missing = Còn { $missing }/{ $due } buổi đến hạn chưa có báo cáo, của: { $chapters }; kết quả nêu dưới đây chưa gồm các buổi này.
doc-gap-none = Tất cả { $due } buổi đến hạn đều đã có báo cáo.
doc-gap-nothing = Trong kỳ chưa có buổi sinh hoạt nào đến hạn báo cáo.
doc-gap-awaited = Có { $awaited } buổi chưa đến hạn báo cáo.
doc-gap-untold = Các đơn vị chưa cung cấp số liệu về: { $what }.
doc-topics-issued = Các đơn vị được định hướng { $number } chủ đề sinh hoạt: { $titles }.
doc-held = Các đơn vị đã tổ chức { $part }/{ $whole } buổi sinh hoạt đến hạn, đạt { $share }{ $compared }.
doc-on-day = Có { $part }/{ $whole } buổi tổ chức đúng ngày quy định, đạt { $share }{ $compared }.
doc-moved = Có { $number } buổi phải dời sang ngày khác.
doc-not-held = Có { $number } buổi không tổ chức được.
doc-members = Có { $part }/{ $whole } lượt người dự sinh hoạt, đạt { $share }{ $compared }.
doc-on-time = Báo cáo đúng hạn { $part }/{ $whole } buổi, đạt { $share }{ $compared }.
doc-late = Có { $number } báo cáo gửi chậm.
doc-best = Địa bàn có tất cả báo cáo đúng hạn: { $places }.
doc-topic = Có { $part }/{ $whole } buổi sinh hoạt theo chủ đề, đạt { $share }{ $compared }.
doc-discussion = Có { $part }/{ $whole } buổi có thảo luận, đạt { $share }{ $compared }.
doc-dialogue = Có { $part }/{ $whole } buổi có đối thoại, đạt { $share }{ $compared }.
doc-top-topics = Chủ đề được chọn nhiều nhất: { $titles }.
doc-times = { $what } ({ $number } buổi)
doc-cadre = Cán bộ phụ trách xác nhận đã dự { $part }/{ $whole } buổi có phân công, đạt { $share }{ $compared }.
doc-cadre-told = Theo báo cáo của đơn vị, cán bộ phụ trách dự { $number } buổi.
doc-strengthened = Đã củng cố, kiện toàn { $number } lượt: { $names }.
doc-heads-replaced = Có { $number } đơn vị thay người đứng đầu.
doc-members-new = Phát triển mới { $number } đoàn viên, hội viên.
doc-members-left = Giảm { $number } đoàn viên, hội viên.
doc-members-end = Cuối kỳ có { $number } đoàn viên, hội viên theo số liệu của đơn vị.
doc-gathered = Đã tập hợp { $part }/{ $whole } người trong diện, đạt { $share }{ $compared }.
doc-heads-party = Có { $part }/{ $whole } đơn vị có người đứng đầu là đảng viên, đạt { $share }{ $compared }.
doc-heads-trained = Có { $number } người đứng đầu được bồi dưỡng.
doc-heads-admitted = Có { $number } người đứng đầu được kết nạp Đảng.
doc-candidates = Giới thiệu { $number } quần chúng ưu tú.
doc-graded = Có { $part }/{ $whole } đơn vị đã xếp loại đạt hai mức cao nhất, chiếm { $share }{ $compared }.
doc-registered = Đăng ký { $number } mô hình: { $names }.
doc-recognised = Được công nhận { $number } mô hình: { $names }.
doc-replicated = Có { $number } lượt đơn vị áp dụng mô hình của đơn vị khác.
doc-commended = Có { $number } lượt biểu dương, khen thưởng: { $names }.
doc-than-before = { $way ->
    [up] , tăng { $points } điểm phần trăm so với kỳ trước ({ $share })
    [down] , giảm { $points } điểm phần trăm so với kỳ trước ({ $share })
   *[same] , bằng kỳ trước
}
doc-than-year = { $way ->
    [up] , tăng { $points } điểm phần trăm so với cùng kỳ năm trước ({ $share })
    [down] , giảm { $points } điểm phần trăm so với cùng kỳ năm trước ({ $share })
   *[same] , bằng cùng kỳ năm trước
}
doc-least = từ
doc-most = không quá
doc-of-kind = { " " }của { $kind }
doc-aim-met = Kết quả này đạt chỉ tiêu ({ $sense } { $value }) của { $programme }.
doc-aim-unmet = Kết quả này chưa đạt chỉ tiêu ({ $sense } { $value }) của { $programme }.
doc-met = Đạt chỉ tiêu về { $what }: { $now }, chỉ tiêu { $sense } { $value } ({ $programme }).
doc-unmet = Chưa đạt chỉ tiêu về { $what }: { $now }, chỉ tiêu { $sense } { $value } ({ $programme }).
doc-risen = So với kỳ trước có chuyển biến: { $what }.
doc-fallen = So với kỳ trước còn giảm sút: { $what }.
doc-moved-by = { $what } { $way ->
    [up] tăng
   *[down] giảm
} { $points } điểm phần trăm
doc-raised = Các đơn vị nêu { $number } khó khăn, vướng mắc: { $categories }.
doc-raised-none = Trong kỳ không có đơn vị nào nêu khó khăn, vướng mắc.
doc-case-kind = { $kind } ({ $number })
doc-solved = Đã tháo gỡ { $number }/{ $whole } khó khăn, đạt { $share }.
doc-passed = Có { $number } khó khăn đã chuyển cấp trên giải quyết.
doc-overdue = Có { $number } khó khăn quá hạn trả lời.
doc-quote = - { $chapter }: “{ $words }”.
doc-missing = Còn { $missing }/{ $due } buổi đến hạn chưa có báo cáo, chiếm { $share }.
doc-behind = Địa bàn còn thiếu nhiều báo cáo: { $places }.
doc-reasons = Theo báo cáo của các đơn vị, buổi sinh hoạt phải dời hoặc không tổ chức được do: { $reasons }.
doc-reason = { $reason ->
    [weather] thời tiết
    [season] mùa vụ
    [other_duty] trùng việc chung
    [too_few] không đủ người
    [chair_away] người chủ trì vắng
   *[other] lý do khác
}
doc-task-aim = Tập trung thực hiện chỉ tiêu về { $what }: hiện là { $now }, chỉ tiêu { $sense } { $value } ({ $programme }).
doc-task-missing = Đôn đốc các đơn vị gửi { $number } báo cáo còn thiếu.
doc-task-overdue = Trả lời dứt điểm { $number } khó khăn đã quá hạn.
doc-task-waiting = Tiếp tục theo dõi, tháo gỡ { $number } khó khăn đang giải quyết.
doc-task-cadre = Cán bộ phụ trách dự và xác nhận đủ các buổi được phân công; kỳ này còn { $number } buổi chưa có xác nhận.
doc-task-topic = Hướng dẫn các đơn vị chuẩn bị chủ đề; kỳ này còn { $number } buổi chưa có chủ đề.
doc-task-models = Nhân rộng mô hình đã được công nhận: { $names }.
doc-task-keep = Giữ vững chế độ báo cáo: kỳ này tất cả { $due } buổi đến hạn đều có báo cáo.
doc-proposals = Các đơn vị có { $number } kiến nghị, đề xuất.
doc-proposals-none = Trong kỳ các đơn vị không có kiến nghị, đề xuất.
doc-category = { $category ->
    [infrastructure] hạ tầng
    [economy] kinh tế, đời sống
    [rights] quyền lợi đoàn viên, hội viên
    [organization] tổ chức, nhân sự
    [funding] kinh phí
    [environment] môi trường
    [security] an ninh trật tự
   *[other] khó khăn khác
}
doc-basis = Căn cứ { $count } báo cáo: { $named }.
doc-basis-places = { $count } báo cáo, số thứ tự trong phụ lục sau: { $places }.
doc-own-units = đơn vị trực thuộc { WITHIN($place) }
doc-basis-more = { $named } và { $more } báo cáo khác (xem phụ lục)
doc-basis-own = Cơ quan soạn thảo tự viết, không dựa vào báo cáo nào.
doc-basis-none = Không có báo cáo nào.
doc-basis-directory = Danh bạ đơn vị ngày { $day }.
doc-basis-plan = Lịch sinh hoạt và báo cáo đã nhận đến ngày { $day }.
doc-basis-counters = Số liệu quý do các đơn vị gửi, đến ngày { $day }.
doc-basis-topics = Chủ đề đã ban hành, đến ngày { $day }.
doc-basis-exemplars = Sổ mô hình, đến ngày { $day }.
doc-basis-events = Sổ ghi việc củng cố, khen thưởng, đến ngày { $day }.
doc-basis-posts = Danh bạ người đứng đầu, đến ngày { $day }.
doc-basis-grades = Kết quả xếp loại năm, đến ngày { $day }.
doc-basis-targets = Chỉ tiêu của chương trình, số liệu đến ngày { $day }.
doc-basis-attendance = Xác nhận dự sinh hoạt của cán bộ, đến ngày { $day }.

doc-about-held = số buổi sinh hoạt đã tổ chức
doc-about-held_on_day = số buổi tổ chức đúng ngày
doc-about-on_time = báo cáo đúng hạn
doc-about-members = tỷ lệ dự sinh hoạt
doc-about-cadre = cán bộ phụ trách dự sinh hoạt
doc-about-cadre_told = cán bộ dự theo báo cáo của đơn vị
doc-about-topic = sinh hoạt theo chủ đề
doc-about-discussion = buổi có thảo luận
doc-about-dialogue = buổi có đối thoại
doc-about-raised = số khó khăn nêu trong kỳ
doc-about-solved = khó khăn đã tháo gỡ
doc-about-passed_up = khó khăn đã chuyển cấp trên
doc-about-overdue = khó khăn quá hạn
doc-about-proposals = buổi có kiến nghị, đề xuất
doc-about-members_new = đoàn viên, hội viên mới
doc-about-members_left = đoàn viên, hội viên giảm
doc-about-members_end = đoàn viên, hội viên cuối kỳ
doc-about-gathered = tỷ lệ tập hợp
doc-about-strengthened = củng cố, kiện toàn
doc-about-heads_replaced = thay người đứng đầu
doc-about-heads_party = người đứng đầu là đảng viên
doc-about-heads_trained = người đứng đầu được bồi dưỡng
doc-about-heads_admitted = người đứng đầu được kết nạp Đảng
doc-about-candidates = quần chúng ưu tú được giới thiệu
doc-about-registered = mô hình đăng ký
doc-about-recognised = mô hình được công nhận
doc-about-replicated = nhân rộng mô hình
doc-about-commended = biểu dương, khen thưởng
doc-about-graded_well = đơn vị xếp hai mức cao nhất

doc-col-number = TT
doc-col-place = Địa bàn
doc-col-kind = Loại hình
doc-col-due = Đến hạn
doc-col-on-time = Đúng hạn
doc-col-late = Chậm
doc-col-missing = Thiếu
doc-col-held = Đã tổ chức
doc-col-members = Dự/phải dự
doc-col-cadre = Cán bộ dự
doc-col-indicator = Chỉ số
doc-col-now = Kỳ này
doc-col-before = Kỳ trước
doc-col-year = Cùng kỳ
doc-col-aim = Chỉ tiêu
doc-col-part = Mục
doc-col-sentence = Nội dung
doc-col-basis = Căn cứ
doc-col-report = Số báo cáo
doc-col-chapter = Đơn vị
doc-col-month = Tháng
doc-col-state = Kết quả
doc-col-cadre-name = Họ và tên
doc-col-assigned = Được phân công
doc-col-attended = Đã dự
doc-col-sent = Cử người dự
doc-col-excused = Vắng có lý do
doc-col-clashing = Trùng buổi
doc-col-open = Chưa xác nhận
doc-col-share = Tỷ lệ
doc-col-reports = Báo cáo đúng hạn
doc-col-merits = Thành tích khác
doc-col-pilot = Địa bàn làm điểm
doc-total = Cộng
doc-aim-short = { $sense } { $value }: { $met ->
    [met] đạt
    [unmet] chưa đạt
   *[open] chưa có số liệu
}
doc-aim-of-kind = { $kind }: { $aim }
doc-state-held = đã tổ chức
doc-state-not_held = không tổ chức được
doc-state-moved = dời ngày
doc-state-late = báo cáo chậm
doc-pilots = Địa bàn làm điểm so với toàn địa bàn
doc-whole = Toàn địa bàn

# Bodies, where the office has said nothing else
doc-issuer-party-name = { $level ->
    [province] Tỉnh ủy { $seat }
    [hamlet] Chi bộ { $place }
   *[commune] Đảng ủy { $place }
}
doc-issuer-party-above = { $above_level ->
    [province] Đảng bộ { $above }
   *[commune] Đảng ủy { $above }
}
doc-issuer-party-code = { $level ->
    [province] TU
    [hamlet] CB
   *[commune] ĐU
}
doc-issuer-party-authority = { $level ->
    [hamlet] T/M CHI BỘ
   *[commune] T/M BAN THƯỜNG VỤ
}
doc-issuer-party-title = { $level ->
    [hamlet] BÍ THƯ
   *[commune] PHÓ BÍ THƯ
}
doc-issuer-party-recipients = { $level ->
    [province] Ban Bí thư Trung ương Đảng (báo cáo)|Các đảng ủy trực thuộc
    [hamlet] Đảng ủy { $above } (báo cáo)|Các đảng viên trong chi bộ
   *[commune] Thường trực Tỉnh ủy (báo cáo)|Mặt trận Tổ quốc và các đoàn thể|Các chi bộ trực thuộc
}
doc-issuer-party-filed = { $level ->
    [province] Văn phòng Tỉnh ủy
    [hamlet] chi bộ
   *[commune] Văn phòng Đảng ủy
}
doc-issuer-youth-name = { $level ->
    [province] Tỉnh đoàn { $seat }
    [hamlet] Chi đoàn { $place }
   *[commune] BCH Đoàn { $place }
}
doc-issuer-youth-above = { $above_level ->
    [province] Tỉnh đoàn { $above_seat }
   *[commune] BCH Đoàn { $above }
}
doc-issuer-youth-code = ĐTN
doc-issuer-youth-authority = { $level ->
    [hamlet] TM. CHI ĐOÀN
   *[commune] TM. BAN THƯỜNG VỤ
}
doc-issuer-youth-title = BÍ THƯ
doc-issuer-youth-recipients = { $level ->
    [hamlet] BCH Đoàn cấp trên (báo cáo)
   *[commune] BCH Đoàn cấp trên (báo cáo)|Đảng ủy { $place } (báo cáo)|Các chi đoàn trực thuộc
}
doc-issuer-youth-filed = BCH Đoàn
doc-issuer-other-name = { $association } { $place }
doc-issuer-other-above = { $association } { $above }
doc-issuer-other-code = BTV
doc-issuer-other-authority = TM. BAN THƯỜNG VỤ
doc-issuer-other-title = CHỦ TỊCH
doc-issuer-other-recipients = { $association } cấp trên (báo cáo)|Đảng ủy { $place } (báo cáo)|Các đơn vị trực thuộc
doc-issuer-other-filed = BTV

# Checking a file, and settings of a body
doc-profile-party = Thể thức văn bản của Đảng (Hướng dẫn 05-HD/VPTW)
doc-profile-state = Thể thức văn bản hành chính (Nghị định 30/2020/NĐ-CP)
doc-profile-youth = Thể thức văn bản của Đoàn TNCS Hồ Chí Minh
doc-profile-other = Thể thức văn bản của hội (theo Nghị định 30/2020/NĐ-CP)
doc-check-right = Đúng thể thức.
doc-check-line = – { $what }: cần { $wanted }, hiện là { $found }
doc-check-paper = Khổ giấy
doc-check-margin-top = Lề trên
doc-check-margin-bottom = Lề dưới
doc-check-margin-left = Lề trái
doc-check-margin-right = Lề phải
doc-check-page-number = Số trang
doc-check-page-number-centred = Số trang ở giữa
doc-check-page-number-size = Cỡ chữ số trang
doc-check-page-number-first = Trang đầu tiên có số
doc-check-page-number-edge = Số trang cách mép trên
doc-check-font = Phông chữ
doc-check-motto-size = Cỡ chữ tiêu đề bên phải
doc-check-motto-bold = Tiêu đề bên phải, đậm
doc-check-motto-italic = Tiêu đề bên phải, nghiêng
doc-check-motto-line = Đường kẻ dưới tiêu đề bên phải
doc-check-superior-size = Cỡ chữ cơ quan cấp trên
doc-check-superior-bold = Cơ quan cấp trên, đậm
doc-check-superior-italic = Cơ quan cấp trên, nghiêng
doc-check-issuer-size = Cỡ chữ cơ quan ban hành
doc-check-issuer-bold = Cơ quan ban hành, đậm
doc-check-issuer-italic = Cơ quan ban hành, nghiêng
doc-check-issuer-missing = Cơ quan ban hành
doc-check-number-size = Cỡ chữ số, ký hiệu
doc-check-number-bold = Số, ký hiệu, đậm
doc-check-number-italic = Số, ký hiệu, nghiêng
doc-check-place-date-size = Cỡ chữ địa danh, ngày tháng
doc-check-place-date-bold = Địa danh, ngày tháng, đậm
doc-check-place-date-italic = Địa danh, ngày tháng, nghiêng
doc-check-place-date-missing = Địa danh, ngày tháng
doc-check-title-size = Cỡ chữ tên loại
doc-check-title-bold = Tên loại, đậm
doc-check-title-italic = Tên loại, nghiêng
doc-check-title-missing = Tên loại văn bản
doc-check-subject-size = Cỡ chữ trích yếu
doc-check-subject-bold = Trích yếu, đậm
doc-check-subject-italic = Trích yếu, nghiêng
doc-check-authority-size = Cỡ chữ thể thức đề ký
doc-check-authority-bold = Thể thức đề ký, đậm
doc-check-authority-italic = Thể thức đề ký, nghiêng
doc-check-signer-title-size = Cỡ chữ chức vụ người ký
doc-check-signer-name-size = Cỡ chữ họ tên người ký
doc-check-signer-name-bold = Họ tên người ký, đậm
doc-check-signer-name-italic = Họ tên người ký, nghiêng
doc-check-body-size = Cỡ chữ nội dung
doc-check-body-justified = Nội dung căn đều hai bên
doc-check-body-first-line = Lùi đầu dòng
doc-check-body-gap = Khoảng cách giữa các đoạn
doc-check-body-pitch = Khoảng cách dòng
doc-check-sign-motto = Khác biệt 1, tiêu đề bên phải
doc-check-sign-issuer = Khác biệt 2, dưới cơ quan ban hành
doc-check-sign-number = Khác biệt 3, số và ký hiệu
doc-check-sign-subject = Khác biệt 4, dưới trích yếu
doc-check-sign-authority = Khác biệt 5, thể thức đề ký
doc-check-sign-signer-title = Khác biệt 6, chức vụ người ký
doc-check-sign-recipients = Khác biệt 7, nơi nhận
doc-check-sign-basis = Khác biệt 8, căn cứ
doc-check-sign-ending = Khác biệt 8, dấu kết thúc
doc-setting-unknown = Mục này không có. Các mục: { $names }.
doc-setting-profile = Thể thức là một trong: { $names }.
doc-setting-long = Nội dung dài quá { $most } chữ cái.
doc-setting-empty = Mục này không để trống được.
doc-setting-day = Ngày chưa đúng, ví dụ { $example }.
doc-span-ahead = Kỳ này chưa đến nên chưa có số liệu.
doc-step-taken = Văn bản này vừa được chuyển sang bước khác. Xin đồng chí mở lại.
doc-draft-there = Văn bản này đang có bản dự thảo.

# In the chat
command-document-words = văn bản|làm văn bản|báo cáo định kỳ|làm báo cáo word
command-document-description = Làm báo cáo, danh sách thành văn bản Word, PDF
help-document = Gõ <b>văn bản</b>: báo cáo định kỳ, sơ kết, danh sách thành tệp Word hoặc PDF đúng thể thức.
menu-document = Văn bản
doc-kind-periodic = Báo cáo định kỳ
doc-kind-review = Báo cáo sơ kết
doc-kind-one_page = Báo cáo tóm tắt
doc-kind-attendance = Cán bộ dự sinh hoạt
doc-kind-commendation = Danh sách đề nghị biểu dương
doc-kind-minutes = Biên bản
doc-name = { $kind } { $span }, { $place }, bản { $version }
doc-name-of = { $kind } { $span }, { $association }, { $place }, bản { $version }
doc-state-draft = dự thảo
doc-state-frozen = đã chốt số liệu
doc-state-numbered = đã cấp số
doc-state-issued = đã phát hành
doc-list = Văn bản đã lập. Mời đồng chí chọn:
doc-list-none = Chưa có văn bản nào. Mời đồng chí chọn “Lập văn bản”.
doc-line = { $document } – { $state }
doc-plain-line = – { $line }
doc-which-kind = Đồng chí lập loại văn bản nào?
doc-which-span = <b>{ $kind }</b>: lập cho kỳ nào?
doc-which-body = Đồng chí lập văn bản cho toàn địa bàn hay cho riêng hội, đoàn thể nào?
doc-which-place = Đồng chí lập văn bản cho địa bàn nào?
doc-card = <b>{ $document }</b>
    Tình trạng: { $state }
doc-card-number = Số: <b>{ $number }</b>
doc-card-gaps = Còn thiếu { $missing }/{ $due } báo cáo đến hạn; { $awaited } buổi chưa đến hạn.
doc-button-new = Lập văn bản
doc-button-all = Toàn địa bàn
doc-button-word = Nhận tệp Word
doc-button-pdf = Nhận tệp PDF
doc-button-slides = Nhận bài trình chiếu
doc-button-frozen = Chốt số liệu
doc-button-numbered = Cấp số
doc-button-issued = Phát hành
doc-button-version = Lập bản mới
doc-button-differences = Xem khác biệt
doc-button-list = Văn bản đã lập
doc-ask-frozen = Chốt số liệu của <b>{ $document }</b>? Từ đó số liệu trong văn bản không đổi nữa; muốn cập nhật thì lập bản mới.
doc-ask-numbered = Cấp số cho <b>{ $document }</b>? Số đã cấp không đổi được.
doc-ask-issued = Ghi là đã phát hành: <b>{ $document }</b>? Tệp từ đó không còn ghi chú bên lề.
doc-done-frozen = Đã chốt số liệu.
doc-done-numbered = Đã cấp số.
doc-done-issued = Đã ghi là đã phát hành.
doc-begun = Hệ thống đang lập văn bản, tệp sẽ được gửi trong ít phút.
doc-sent = { $document }
doc-differences = Có { $count } chỉ số khác bản trước:
doc-differences-none = Không có chỉ số nào khác bản trước.
doc-difference = { $what }: { $before } → { $after }

# Minutes
history-button-minutes = Nhận biên bản
doc-minutes-when = THỜI GIAN, ĐỊA ĐIỂM
doc-minutes-who = THÀNH PHẦN
doc-minutes-what = NỘI DUNG
doc-minutes-photos = ẢNH KÈM THEO
doc-minutes-day = Buổi sinh hoạt tổ chức ngày { $day }{ $times }.
doc-minutes-times = , từ { $starts } đến { $ends }
doc-minutes-starts = , lúc { $starts }
doc-minutes-place = Địa điểm: { $place }.
doc-minutes-chair = Chủ trì: đồng chí { $chair }.
doc-minutes-present = Có mặt { $present }/{ $room } { $members } phải dự, đạt { $share }.
doc-minutes-exempt = Được miễn sinh hoạt: { $number }.
doc-minutes-excused = Vắng có lý do: { $number }.
doc-minutes-unexcused = Vắng không lý do: { $number }.
doc-minutes-cadre = { $came ->
    [yes] Cán bộ phụ trách có dự.
    [substitute] Cán bộ phụ trách cử người dự thay.
   *[no] Cán bộ phụ trách không dự.
}
doc-minutes-topic = Chủ đề: “{ $words }”.
doc-minutes-activities = Buổi sinh hoạt có: { $names }.
doc-minutes-difficulty = Khó khăn, vướng mắc ({ $kind }): “{ $words }”.
doc-minutes-no-difficulty = Không nêu khó khăn, vướng mắc.
doc-minutes-practice = Cách làm hay: “{ $words }”.
doc-minutes-proposal = Kiến nghị, đề xuất: “{ $words }”.
doc-minutes-photo = Ảnh { $number }: gửi { $sent }; mã kiểm tra { $sha }
doc-minutes-basis = Biên bản lập theo báo cáo số { $number }, bản { $version }, do đồng chí { $sender } gửi { $sent }.
doc-minutes-sign-chair = CHỦ TRÌ
doc-minutes-sign-secretary = NGƯỜI GHI BIÊN BẢN
doc-minutes-none = Buổi này chưa tổ chức nên không có biên bản.
doc-minutes-sent = Biên bản theo báo cáo số { $number }, { $chapter }.
doc-button-copy = Chép cho Sổ tay

# Bài trình chiếu
doc-chart = Số buổi đến hạn báo cáo
doc-chart-on-time = đúng hạn
doc-chart-late = chậm
doc-chart-missing = quá hạn
doc-chart-fewer = { $shown }/{ $all }, chậm nhất xếp trên
