# The staff's desk in a browser

desk-title = Bàn làm việc
desk-skip = Tới nội dung
desk-menu = Các trang
desk-leave = Thoát
desk-way-back = Về trang Tổng quan
desk-try-again = Gửi lại
desk-show = Xem
desk-lost = Không tìm thấy trang này, hoặc trang không thuộc phạm vi của đồng chí.
desk-bad-request = Nội dung vừa gửi bị lỗi. Xin đồng chí mở lại trang và làm lại.
desk-unavailable = Hệ thống tạm thời chưa mở được số liệu. Trang này sẽ tự mở lại sau ít giây.
desk-fault = Hệ thống gặp lỗi và đã ghi lại. Xin đồng chí thử lại hoặc quay về.
desk-unknown = Địa chỉ có giá trị không đúng: { $name } là “{ $value }”. Trang dưới đây bỏ qua giá trị đó.
desk-footer = Lập lúc { $moment }

desk-words = bàn làm việc|mở bàn làm việc
desk-here =
    Đường dẫn mở bàn làm việc trên máy tính, dùng một lần trong { $minutes } phút, xin không chuyển cho người khác:
    { $link }

    Hoặc mở trang bàn làm việc rồi gõ mã <b>{ $code }</b>.

desk-door-linked = Mở bàn làm việc trên máy này.
desk-door-typed = Để vào bàn làm việc, đồng chí gõ “bàn làm việc” trong cuộc trò chuyện với hệ thống, rồi mở đường dẫn nhận được, hoặc gõ mã vào ô dưới đây.
desk-door-code = Mã
desk-door-shared = Máy dùng chung: thoát khi đóng trình duyệt
desk-door-enter = Vào bàn làm việc
desk-door-help = Mã dùng được một lần, trong 15 phút. Không ai được hỏi đồng chí mã này.
desk-unreachable = Hệ thống không gửi được tin vào cuộc trò chuyện của đồng chí. Xin đồng chí mở lại cuộc trò chuyện, gõ “bàn làm việc” để lấy mã mới.
desk-code-of-chat = Mã này là mã mời vào cuộc trò chuyện. Xin đồng chí vào trò chuyện trước, rồi gõ “bàn làm việc”.

desk-page-overview = Tổng quan
desk-page-missing = Chưa báo cáo
desk-own-units = Đơn vị của đồng chí
desk-looking-at = Đang xem:
desk-period-before = Kỳ trước: { $period }
desk-period-after = Kỳ sau: { $period }
desk-length = Độ dài của kỳ
desk-length-1 = Tháng
desk-length-3 = Quý
desk-length-6 = 6 tháng
desk-length-12 = Năm
desk-kind = Loại hình
desk-kind-all = Tất cả
desk-kind-every = Xem tất cả loại hình
desk-narrowed = Chỉ xem: { $kind }.

desk-open = Số liệu chưa chốt, tính đến { $day }. Chốt ngày { $closes }.
desk-closed = Số liệu đã chốt ngày { $day }, bản 1.
desk-closed-now = Số liệu hiện nay của kỳ đã chốt ngày { $day }, gồm cả báo cáo gửi sau khi chốt.
desk-version = Bản số liệu
desk-version-1 = Bản 1, khi chốt
desk-version-now = Hiện nay
desk-changed = Có { $count } thay đổi sau khi chốt
desk-changed-caption = Số liệu khi chốt và số liệu hiện nay
desk-changed-what = Số liệu
desk-changed-closed = Khi chốt
desk-changed-now = Hiện nay
desk-figure-expected = Theo kế hoạch
desk-figure-on_time = Báo cáo đúng hạn
desk-figure-late = Báo cáo chậm
desk-figure-missing = Chưa báo cáo
desk-figure-not_held = Không tổ chức được
desk-figure-moved = Dời ngày
desk-figure-present = Số người dự
desk-figure-room = Số người phải dự
desk-figure-cadre = Cán bộ phụ trách dự, đã xác nhận
desk-figure-cadre_told = Cán bộ phụ trách dự, theo đơn vị báo cáo

desk-no-figures = chưa có số liệu
desk-none-yet = chưa có
desk-overview-empty = Kỳ này chưa có kế hoạch sinh hoạt. Kế hoạch tháng được lập tự động từ danh bạ đơn vị; số liệu hiện ra sau buổi sinh hoạt đầu tiên.
desk-overview-nothing-owed = Kỳ này không có buổi sinh hoạt nào phải báo cáo.
desk-tile-reported = Đã báo cáo
desk-tile-missing = Quá hạn, chưa báo cáo
desk-tile-present = Số người dự
desk-tile-cadre = Cán bộ phụ trách dự
desk-tile-cases = Khó khăn đang chờ
desk-cases-overdue-short = quá hạn
desk-of-due = buổi đến hạn
desk-before = kỳ trước
desk-year-before = cùng kỳ năm trước
desk-who = Đơn vị nào? Liên hệ ai?
desk-not-due-yet = buổi chưa đến hạn
desk-reported-how = Đã gửi:
desk-on-time = đúng hạn
desk-late = chậm
desk-missing = chưa báo cáo
desk-held = Đã tổ chức { $number } buổi{ $not_held ->
    [0] .
   *[other] ; không tổ chức được { $not_held }.
}
desk-each-cadre = Từng cán bộ đã dự bao nhiêu?
desk-cadre-told = Theo đơn vị báo cáo: { $number } buổi
desk-why = Vì sao { $number }?
desk-why-caption = Vì sao có { $number } buổi đến hạn
desk-reason-chapters = { $months ->
    [1] Đơn vị trong danh bạ
   *[other] Lượt đơn vị, cộng các tháng
}
desk-reason-closed = Đã ngừng hoạt động
desk-reason-not_founded = Chưa thành lập
desk-reason-paused = Tạm nghỉ sinh hoạt
desk-reason-not_this_month = Không có lịch trong tháng
desk-reason-not_recorded = Không ghi nhận qua hệ thống
desk-reason-repeated = Buổi thêm của đơn vị sinh hoạt nhiều lần
desk-reason-expected = Số buổi theo kế hoạch
desk-reason-awaited = Chưa đến hạn
desk-reason-due = Số buổi đến hạn
desk-by = Xếp bảng
desk-by-place = Theo địa bàn
desk-by-kind = Theo loại hình
desk-by-place-title = Cần xem trước: theo địa bàn
desk-by-kind-title = Cần xem trước: theo loại hình
desk-table-caption = { $place }, { $period }
desk-col-place = Địa bàn
desk-col-kind = Loại hình
desk-col-bar = Đúng hạn, chậm, chưa
desk-col-due = Đến hạn
desk-col-on-time = Đúng hạn
desk-col-late = Chậm
desk-col-missing = Chưa báo cáo
desk-col-awaited = Chưa đến hạn
desk-col-share = Tỷ lệ
desk-col-before = Kỳ trước
desk-col-present = Tỷ lệ dự
desk-col-period = Kỳ
desk-col-reported = Đã báo cáo
desk-right-here = Đơn vị trực thuộc { WITHIN($place) }
desk-total = Cộng
desk-trend-title = { $count } kỳ gần đây
desk-trend-finding = { $place }: đã báo cáo { $now } số buổi đến hạn trong { $last }; { $first } là { $before }
desk-trend-label-1 = { $number }
desk-trend-label-3 = quý { $number ->
    [1] I
    [2] II
    [3] III
   *[4] IV
}
desk-trend-label-6 = { $number ->
    [1] 6T đầu
   *[2] 6T cuối
}
desk-trend-label-12 = { $year }
desk-trend-caption = { $place }: đã báo cáo trên số buổi đến hạn

desk-tab-late = Quá hạn
desk-tab-awaited = Chưa đến hạn
desk-tab-not_held = Không tổ chức được
desk-tab-paused = Tạm nghỉ
desk-empty-late = Không còn đơn vị nào quá hạn báo cáo.
desk-empty-awaited = Không còn buổi sinh hoạt nào chờ đến hạn.
desk-empty-not_held = Không có buổi sinh hoạt nào không tổ chức được.
desk-empty-paused = Không có đơn vị nào tạm nghỉ sinh hoạt.
desk-missing-caption-late = Đơn vị quá hạn báo cáo, lâu nhất xếp trên, theo địa bàn
desk-missing-caption-awaited = Buổi sinh hoạt chưa đến hạn báo cáo, theo địa bàn
desk-missing-caption-not_held = Buổi sinh hoạt không tổ chức được, theo địa bàn
desk-paused-caption = Đơn vị tạm nghỉ sinh hoạt
desk-col-choose = Chọn
desk-col-unit = Đơn vị
desk-col-planned = Ngày sinh hoạt
desk-col-due-on = Hạn báo cáo
desk-col-stood = Tình trạng
desk-col-leader = Người báo cáo
desk-col-cadre = Cán bộ phụ trách
desk-col-reminded = Hệ thống nhắc
desk-no-day = đơn vị tự chọn ngày
desk-late-days = quá { $count } ngày
desk-due-in = { $count ->
    [0] hôm nay
   *[other] còn { $count } ngày
} ({ $day })
desk-not-held = không tổ chức được
desk-sent-after = đã gửi sau khi chốt
desk-nobody = chưa có người báo cáo
desk-no-cadre = chưa phân công
desk-not-reminded = chưa nhắc
desk-delivery = { $state ->
    [sent] đã tới
    [pending] đang chờ gửi
   *[other] CHƯA TỚI
}
desk-pager = Các phần của danh sách
desk-pager-shown = Dòng { $first }–{ $last } trong { $total }
desk-pager-start = Về đầu
desk-pager-more = Xem tiếp
desk-pager-all = Hiện tất cả để in
desk-nudge-look = Nhắc các đơn vị đã chọn…
desk-nudge-all = Nhắc cả { $count } đơn vị quá hạn…
desk-nudge-title = Nhắc báo cáo
desk-nudge-count = Gửi { $people } tin cho { $people } đồng chí, vào { $at }:
desk-nudge-told = Không gửi cho các đồng chí sau, vì hôm nay hệ thống đã nhắc:
desk-nudge-unreached = { $count } đơn vị không nhận được tin; xin đồng chí gọi điện.
desk-nudge-left = Còn { $count } đồng chí, gửi ở lần sau.
desk-nudge-send = Gửi { $count } tin nhắc
desk-nudge-not = Không gửi, quay lại
desk-nudge-nudged = Đã gửi lời nhắc.
desk-nudge-nobody = Không có ai cần nhắc lúc này.

desk-page-figures = Chỉ tiêu
desk-figures-open = Số liệu chưa chốt, tính đến { $day }.
desk-figures-closed = Số liệu đã chốt.
desk-every-kind = Trang này tính chung mọi loại hình.
desk-programme = Chương trình: { $name }. Địa bàn làm điểm:
desk-col-indicator = Chỉ số
desk-col-now = Kỳ này
desk-col-target = Chỉ tiêu
desk-col-year-before = Cùng kỳ năm trước
desk-no-target = chưa giao
desk-group-meetings = Sinh hoạt
desk-group-difficulties = Khó khăn, kiến nghị
desk-group-members = Đoàn viên, hội viên
desk-group-strengthening = Củng cố tổ chức
desk-group-models = Mô hình, khen thưởng, xếp loại

desk-page-attendance = Cán bộ dự
desk-attendance-counts = Tính theo lượt cán bộ của các buổi đã qua (trang Tổng quan tính theo buổi). Buổi trùng giờ với buổi đã dự đứng riêng, không tính là vắng.
desk-attendance-caption = { $place }, { $period }: số buổi đã dự trên số buổi được phân công
desk-empty-attendance = Kỳ này chưa đến buổi sinh hoạt nào có phân công cán bộ.
desk-all-cadres = Về danh sách cán bộ
desk-cadre-meetings = Các buổi phân công cho { $name }, { $period }
desk-cadre-number = Cán bộ { $number }
desk-col-day = Ngày
desk-col-word = Xác nhận
desk-col-went = Đã dự / phân công
desk-col-sent = Cử người thay
desk-col-clashing = Trùng giờ
desk-col-excused = Có lý do
desk-col-open = Chờ xác nhận
desk-col-duty = Theo nhiệm vụ
desk-col-last-visit = Lần dự gần nhất
desk-never-visited = chưa có lần nào
desk-presence = { $state ->
    [attended] đã dự
    [substitute] cử người dự thay
    [excused] vắng có lý do
    [absent] vắng
   *[other] chưa xác nhận
}
desk-unvisited-title = Ba tháng chưa có cán bộ dự: { $count } đơn vị
desk-unvisited-caption = Đơn vị ba tháng chưa có cán bộ dự, lâu nhất xếp trên

desk-page-contrasts = Chưa khớp
desk-contrasts-lead = { $count } buổi đơn vị và cán bộ ghi khác nhau. Có thể do ghi nhầm; xin đồng chí hỏi lại hai bên.
desk-empty-contrasts = Kỳ này không có buổi nào đơn vị và cán bộ ghi khác nhau.
desk-col-unit-says = Đơn vị ghi
desk-col-cadre-says = Cán bộ ghi
desk-col-photos = Ảnh
desk-leader-word = { $word ->
    [yes] cán bộ có dự
    [substitute] có người dự thay cán bộ
   *[no] cán bộ chưa dự
}
desk-sent-at = gửi { $at }
desk-said-at = lúc { $at }
desk-photos = { $count } ảnh, ảnh đầu gửi { $at }
desk-no-photos = không có

desk-about-overview = Một địa bàn đang thế nào, thấp nhất ở đâu, so với kỳ trước ra sao. Mỗi con số dẫn tới những dòng mà nó đếm.
desk-about-missing = Đơn vị nào chưa báo cáo, từ khi nào, gọi cho ai, hệ thống đã nhắc chưa và tin nhắc đã tới chưa.
desk-about-targets = Giao chỉ tiêu cho địa bàn và kỳ đang xem; ai giao, ai sửa đều được lưu và hoàn lại được.
desk-about-figures = Các chỉ số bên cạnh chỉ tiêu, kỳ trước và cùng kỳ năm trước.
desk-about-attendance = Mỗi cán bộ đã dự bao nhiêu trên số buổi được phân công, và đơn vị nào lâu chưa có cán bộ dự.
desk-about-contrasts = Những buổi mà đơn vị và cán bộ ghi khác nhau, hai bên đặt cạnh nhau.

desk-page-changes = Thay đổi sau khi chốt
desk-about-changes = Những số liệu đã khác so với khi chốt, và báo cáo nào làm thay đổi.
desk-empty-changes = Kỳ này chưa có số liệu nào thay đổi sau khi chốt.
desk-changed-reports = Báo cáo gửi hoặc sửa sau khi chốt ({ $count })
desk-changed-came = gửi lần đầu
desk-changed-version = sửa, bản { $version }
desk-changed-see = Xem từng thay đổi
desk-col-report = Báo cáo
desk-col-change = Thay đổi
desk-col-when = Thời điểm
desk-col-who = Người làm

desk-page-digests = Bản tổng hợp
desk-page-digest = Bản tổng hợp
desk-about-digests = Các kênh đã nhận được gì, đúng như đã đăng.
desk-about-digest = Nội dung đúng như đã đăng, và những điều chỉnh sau đó.
desk-digests-caption = Bản tổng hợp đã đăng, mới nhất xếp trên
desk-empty-digests = Kỳ này chưa đăng bản tổng hợp nào. Bản tuần đăng sáng thứ Hai, bản chốt đăng sau ngày chốt số liệu.
desk-digest-kind = { $kind ->
    [progress] Bản tuần
    [final] Bản chốt
   *[correction] Điều chỉnh
}
desk-col-digest = Bản tổng hợp
desk-col-channel = Kênh
desk-no-channel-name = kênh chưa có tên
desk-all-digests = Về danh sách bản tổng hợp
desk-posted = Đăng lên { $channel } ({ $place }) lúc { $at }
desk-posted-later = Sau đó, kênh còn nhận

desk-page-journal = Nhật ký
desk-about-journal = Ai đã làm gì, thay đổi gì, khi nào.
desk-journal-caption = Mới nhất xếp trên
desk-empty-journal = Kỳ này chưa có thay đổi nào.
desk-col-what = Việc
desk-col-where = Đơn vị, địa bàn
desk-col-fields = Nội dung
desk-hidden-name = (không hiện tên)
desk-system = Hệ thống
desk-removed = bỏ { $value }

desk-door-ask-title = Hoặc mở từ điện thoại
desk-door-ask = Hiện mã để gửi từ điện thoại
desk-wait-title = Mở bàn làm việc từ điện thoại
desk-wait-how = Đồng chí gửi mã này vào cuộc trò chuyện với hệ thống, trong 2 phút:
desk-wait-number = Hệ thống sẽ hỏi lại. Đồng chí chọn đúng số này:
desk-wait-warning = Trang này tự mở sau khi đồng chí chọn số. Không gửi mã hiện trên máy của người khác.
desk-wait-not = Không mở nữa
desk-wait-over = Mã đã hết hạn hoặc không được đồng ý. Xin đồng chí lấy mã mới.
desk-too-many = Máy này đã lấy nhiều mã. Xin đồng chí chờ 10 phút.
desk-request-over = Mã này không mở được bàn làm việc nào, hoặc đã quá 2 phút. Xin đồng chí lấy mã mới trên máy tính.
desk-request-ask =
    Mở bàn làm việc trên máy { $device }, lúc { $at }? Xin đồng chí chọn đúng số đang hiện trên màn hình máy đó.

    Chỉ chọn nếu đồng chí đang ngồi trước máy. Không ai được hỏi đồng chí mã này.
desk-device-unknown = chưa rõ loại
desk-request-not-me = Không phải tôi
desk-request-opened = Đã mở bàn làm việc trên máy tính.
desk-request-refused = Không mở. Nếu có người hỏi đồng chí mã này, xin đồng chí báo cán bộ tổng hợp.

desk-page-help = Cách tính
desk-about-help = Một con số được tính thế nào, với số liệu của kỳ đang xem.
desk-how-counted = Cách tính
desk-help-title = Cách tính
desk-help-name = { $topic ->
    [reported] Đã báo cáo
    [missing] Chưa báo cáo
    [present] Số người dự
   *[cadre] Cán bộ phụ trách dự
}
desk-help-nothing = Kỳ này chưa có số liệu để tính.
desk-help-reported = Lấy số buổi đã có báo cáo, đúng hạn hay chậm, chia cho số buổi đến hạn. Buổi đến hạn là buổi đã có báo cáo, hoặc đã qua hạn báo cáo mà chưa có. Buổi chưa đến hạn đứng riêng. Báo cáo đúng hạn khi gửi trong số ngày quy định của địa bàn sau ngày sinh hoạt. Đơn vị đã ngừng, chưa thành lập, tạm nghỉ, không có lịch hoặc không ghi nhận qua hệ thống không tính.
desk-help-reported-now = { $part } buổi đã báo cáo / { $whole } buổi đến hạn = { $share }
desk-help-missing = Là buổi đã qua hạn báo cáo mà chưa có báo cáo. Tháng đã chốt giữ nguyên số của ngày chốt; báo cáo gửi sau đó nằm ở trang Thay đổi sau khi chốt.
desk-help-missing-now = { $part } buổi chưa báo cáo / { $whole } buổi đến hạn = { $share }
desk-help-present = Lấy số người dự các buổi đã tổ chức chia cho số người phải dự của các buổi đó. Số phải dự là tổng số trừ số được miễn, theo báo cáo của từng buổi.
desk-help-present-now = { $part } người dự / { $whole } người phải dự = { $share }
desk-help-cadre = Lấy số buổi có cán bộ phụ trách tự xác nhận đã dự, hoặc có người dự thay, chia cho số buổi đã tổ chức có phân công cán bộ. Lời đơn vị báo cáo được ghi riêng, không cộng vào.
desk-help-cadre-now = { $part } buổi cán bộ đã xác nhận dự / { $whole } buổi có phân công = { $share }

desk-page-sessions = Máy đang mở bàn làm việc
desk-about-sessions = Bàn làm việc của đồng chí đang mở trên những máy nào.
desk-sessions-caption = Mới nhất xếp trên; máy không dùng trong 12 giờ tự thoát
desk-col-device = Máy
desk-col-since = Mở lúc
desk-col-used = Dùng gần nhất
desk-col-end = Thoát
desk-device-unnamed = Máy không rõ loại
desk-this-machine = (máy này)
desk-end-here = mục “Thoát” ở đầu trang
desk-end-there = Thoát trên máy đó

desk-by-cross = Bảng chéo
desk-by-cross-title = Địa bàn và loại hình
desk-cross-caption = Đã báo cáo trên số buổi đến hạn, { $place }, { $period }
desk-geography = Địa bàn
desk-geography-then = Theo địa bàn khi đó
desk-geography-now = Theo địa bàn hiện nay
desk-geography-about = Số liệu cũ xếp theo địa bàn hiện nay; danh sách chi tiết xem theo địa bàn khi đó.
