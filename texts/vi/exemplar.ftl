# Exemplars: the register, trying them elsewhere, the model of the month

command-exemplar-words = mô hình|mô hình hay|cách làm hay|dân vận khéo
command-exemplar-description = Mô hình “Dân vận khéo”, cách làm hay
help-exemplar = Gõ <b>mô hình</b>: mô hình “Dân vận khéo”, cách làm hay.
menu-exemplar = Mô hình, cách làm hay

exemplar-list = <b>Mô hình, cách làm hay: { $count }</b>
    Lĩnh vực: { $field }. Tình trạng: { $state }. Địa bàn: { $place }.
    Để tìm, đồng chí gõ một phần tên, có dấu hay không dấu đều được.
exemplar-query = Tìm: “{ $query }”
exemplar-none = Chưa có mô hình nào trong địa bàn này.
exemplar-search = Đồng chí gõ một phần tên mô hình, tên đơn vị hoặc địa bàn.
exemplar-button-line = { $name } – { $place } ({ $state })
exemplar-by-field = Chọn lĩnh vực:
exemplar-by-state = Chọn tình trạng:
exemplar-by-place = Chọn địa bàn:
exemplar-by-field-button = Theo lĩnh vực
exemplar-by-state-button = Theo tình trạng
exemplar-by-place-button = Theo địa bàn
exemplar-counted = { $name }: { $count }
exemplar-place-any = tất cả
exemplar-button-new = Ghi mô hình mới
exemplar-button-list = Danh sách mô hình
exemplar-button-offers = Mô hình được giới thiệu

exemplar-field-any = tất cả
exemplar-field-economy = kinh tế
exemplar-field-society = văn hóa – xã hội
exemplar-field-security = quốc phòng – an ninh
exemplar-field-system = xây dựng hệ thống chính trị
exemplar-state-any = tất cả
exemplar-state-draft = đang hoàn thiện
exemplar-state-registered = đã đăng ký
exemplar-state-recognised = đã được công nhận
exemplar-state-ended = đã kết thúc
exemplar-part-name = tên mô hình
exemplar-part-field = lĩnh vực
exemplar-part-aim = mục tiêu
exemplar-part-content = nội dung, cách làm
exemplar-part-lead = người phụ trách
exemplar-part-result = kết quả

exemplar-card = <b>{ $name }</b>
    { $chapter }. Tình trạng: { $state }.
exemplar-line = – { $what }: { $words }
exemplar-nothing = chưa ghi
exemplar-registered-on = – đã đăng ký với cấp ủy: { $day }
exemplar-recognised-on = – được công nhận: { $day }, { $by }
exemplar-progress = <b>Tiến độ</b>
    { $lines }
exemplar-spread = Đã nhân rộng tới { $count } ấp, khóm.
exemplar-trying = Đang áp dụng thử: { $trying } đơn vị; đã dừng: { $stopped } đơn vị.
exemplar-button-fill = Hoàn thiện
exemplar-button-edit = Sửa { $what }
exemplar-button-progress = Ghi tiến độ
exemplar-button-registered = Đăng ký với cấp ủy
exemplar-button-recognised = Ghi được công nhận
exemplar-button-ended = Kết thúc
exemplar-button-again = Mở lại
exemplar-button-today = Hôm nay

exemplar-ask-new = Tên mô hình là gì? Đồng chí gõ ngắn gọn. Không ghi nội dung mật.
exemplar-ask-name = Tên mô hình là gì?
exemplar-ask-field = <b>{ $name }</b>
    Mô hình thuộc lĩnh vực nào?
exemplar-ask-aim = <b>{ $name }</b>
    Mục tiêu của mô hình là gì?
exemplar-ask-content = <b>{ $name }</b>
    Nội dung, cách làm thế nào?
exemplar-ask-lead = <b>{ $name }</b>
    Ai phụ trách? Đồng chí ghi chức danh, ví dụ “chi hội trưởng”, không ghi họ tên.
exemplar-ask-result = <b>{ $name }</b>
    Kết quả đến nay thế nào?
exemplar-ask-progress = <b>{ $name }</b>
    Tiến độ đến hôm nay thế nào? Nội dung được ghi kèm ngày, các lần ghi trước vẫn giữ.
exemplar-ask-day-registered = <b>{ $name }</b>
    Đăng ký với cấp ủy ngày nào?
exemplar-ask-day-recognised = <b>{ $name }</b>
    Được công nhận ngày nào?
exemplar-ask-body = Cơ quan nào công nhận? Ví dụ “Đảng ủy xã”.
exemplar-now = Hiện đã ghi: { $words }
exemplar-opened = Đã lưu tên mô hình.
exemplar-kept = Đã lưu.
exemplar-left = Vâng, để sau. Những gì đã ghi vẫn được giữ.
exemplar-moved-draft = Đã mở lại mô hình.
exemplar-moved-registered = Đã ghi: mô hình đã đăng ký.
exemplar-moved-recognised = Đã ghi: mô hình đã được công nhận.
exemplar-moved-ended = Đã ghi: mô hình đã kết thúc. Đồng chí có thể mở lại bất cứ lúc nào.

exemplar-not-there = Không tìm thấy mô hình này trong phạm vi đồng chí phụ trách.
exemplar-overtaken = Người khác vừa sửa mô hình này nên nội dung vừa gửi chưa được ghi. Dưới đây là bản mới nhất.
exemplar-text = Xin đồng chí ghi rõ hơn, ví dụ: Tổ hùn vốn xoay vòng.
exemplar-progress-full = Phần tiến độ đã dài quá { $limit } chữ cái. Xin đồng chí ghi tóm tắt vào “kết quả”.
exemplar-incomplete = Mô hình còn thiếu tên, lĩnh vực, mục tiêu hoặc nội dung. Xin đồng chí hoàn thiện trước khi đăng ký.
exemplar-body = Xin đồng chí ghi cơ quan công nhận, ví dụ: Đảng ủy xã.
exemplar-no-such-step = Mô hình đang ở bước khác nên chưa ghi được. Mời đồng chí xem tình trạng dưới đây.
exemplar-has-ended = Mô hình đã kết thúc. Xin đồng chí mở lại trước khi sửa.
exemplar-day-ahead = Ngày { $day } chưa đến. Xin đồng chí ghi lại.
exemplar-day-too-early = Ngày công nhận không thể trước ngày đăng ký ({ $day }).
exemplar-day-not-read = Xin đồng chí gõ ngày, ví dụ “20/10/2026”.

exemplar-news-draft = { $chapter } có cách làm hay: “{ $words }”
exemplar-news-button-draft = Hoàn thiện mô hình của { $chapter }
exemplar-news-introduced = Mô hình được giới thiệu tháng này: “{ $exemplar }” ({ $chapter }). Mục tiêu: { $aim }
exemplar-news-button-try = Đơn vị áp dụng thử: { $exemplar }
exemplar-news-ask = Đơn vị áp dụng thử mô hình “{ $exemplar }” từ { $since }. Kết quả đến nay thế nào?
exemplar-news-button-ask = Cho biết kết quả: { $exemplar }
exemplar-news-done = { $chapter } đã áp dụng mô hình “{ $exemplar }”.
exemplar-news-stopped = { $chapter } dừng áp dụng mô hình “{ $exemplar }”.
exemplar-news-spread = Mô hình “{ $exemplar }” của đơn vị đã nhân rộng tới { $count } ấp, khóm.
exemplar-news-button-see = Xem mô hình

command-trial-words = nhân rộng|áp dụng thử|áp dụng thử mô hình|làm thử mô hình|mô hình được giới thiệu
command-trial-description = Mô hình được giới thiệu để áp dụng thử
help-trial = Gõ <b>nhân rộng</b>: mô hình được giới thiệu, đơn vị áp dụng thử.
trial-no-chapter = Phần này do người báo cáo của đơn vị làm. Nếu cần, xin đồng chí nhắn người đứng đầu đơn vị.
trial-list = <b>Mô hình đơn vị áp dụng thử và mô hình được giới thiệu</b>
trial-none = Chưa có mô hình nào được giới thiệu tới đơn vị.
trial-state-trying = đang áp dụng thử
trial-state-done = đã áp dụng
trial-state-stopped = đã dừng áp dụng
trial-button-mine = { $name } ({ $state })
trial-button-offer = Xem: { $name }
trial-button-try = Đơn vị áp dụng thử
trial-button-try-in = Áp dụng thử: { $chapter }
trial-button-take-back = Rút lại
trial-button-go = Vẫn đang áp dụng thử
trial-button-stop = Dừng áp dụng
trial-button-done = Đã áp dụng
trial-button-skip = Không ghi thêm
trial-begun = <b>Đã ghi: { $chapter } áp dụng thử “{ $name }”.</b> Khoảng ngày { $day }, hệ thống hỏi lại kết quả. Cảm ơn đồng chí.
trial-taken-back = Đã rút lại, đơn vị không áp dụng thử “{ $name }”.
trial-is-trying = { $chapter } áp dụng thử “{ $name }” từ ngày { $day }. Kết quả đến nay thế nào?
trial-is-done = { $chapter } đã áp dụng “{ $name }” (ghi ngày { $day }).
trial-is-stopped = { $chapter } đã dừng áp dụng “{ $name }” (ghi ngày { $day }).
trial-result = Kết quả: { $words }
trial-ask-result = <b>{ $name }</b>
    Kết quả thế nào? Đồng chí gõ một hai câu, hoặc chọn “Không ghi thêm”.
trial-settled-trying = Đã ghi: đơn vị vẫn đang áp dụng thử “{ $name }”. Ba tháng nữa hệ thống hỏi lại.
trial-settled-done = Đã ghi: đơn vị đã áp dụng “{ $name }”. Cảm ơn đồng chí.
trial-settled-stopped = Đã ghi: đơn vị dừng áp dụng “{ $name }”. Cảm ơn đồng chí đã cho biết.
trial-own = Đây là mô hình của chính đơn vị.
trial-already = Đơn vị đã ghi áp dụng thử “{ $exemplar }” rồi.
trial-has-outcome = Kết quả áp dụng thử “{ $exemplar }” đã được ghi nên không thay đổi gì.

command-introduce-words = giới thiệu mô hình|mô hình của tháng
command-introduce-description = Giới thiệu mô hình của tháng
help-introduce = Gõ <b>giới thiệu mô hình</b>: mỗi tháng giới thiệu một mô hình tới đơn vị phù hợp.
menu-introduce = Mô hình của tháng
introduce-which = Đồng chí giới thiệu mô hình ở địa bàn nào?
introduce-page = <b>Mô hình của { $period }, { $place }</b>
introduce-picked = Đã giới thiệu: “{ $name }”. Mỗi tháng giới thiệu một mô hình.
introduce-proposal = Hệ thống đề xuất: “{ $name }”. Đồng chí chọn một mô hình để xem trước.
introduce-none = Chưa có mô hình nào được công nhận trong địa bàn này.
introduce-past = { $period }: “{ $name }” – đang áp dụng thử { $trying }, đã áp dụng { $done }, đã dừng { $stopped }
introduce-button-look = { $name } ({ $chapter })
introduce-look = Giới thiệu <b>“{ $name }”</b> của { $chapter } (lĩnh vực { $field }) tại { WITHIN($place) }?
    Mục tiêu: { $aim }
    Số đơn vị phù hợp: { $count }. Các đơn vị nhận tin cùng lời nhắc tới, không gửi tin riêng.
introduce-button-yes = Giới thiệu
introduce-done = <b>Đã giới thiệu “{ $name }”</b> tới { $count } đơn vị.
pick-already = Tháng này đã giới thiệu một mô hình rồi.

journal-action-exemplar-opened = ghi mô hình mới
journal-action-exemplar-from_report = ghi cách làm hay từ báo cáo
journal-action-exemplar-changed = sửa mô hình
journal-action-exemplar-progress = ghi tiến độ mô hình
journal-action-exemplar-draft = mở lại mô hình
journal-action-exemplar-registered = đăng ký mô hình
journal-action-exemplar-recognised = ghi nhận mô hình được công nhận
journal-action-exemplar-ended = kết thúc mô hình
journal-action-exemplar-tried = áp dụng thử mô hình
journal-action-exemplar-untried = rút lại việc áp dụng thử
journal-action-exemplar-copy_done = đã áp dụng mô hình
journal-action-exemplar-copy_stopped = dừng áp dụng mô hình
journal-action-exemplar-introduced = giới thiệu mô hình của tháng
journal-field-exemplar = Mô hình
journal-field-chapters = Số đơn vị
journal-field-content = Nội dung
journal-field-aim = Mục tiêu
journal-field-lead = Phụ trách
journal-field-result = Kết quả
journal-field-progress = Tiến độ
journal-field-field = Lĩnh vực
journal-field-registered_on = Ngày đăng ký
journal-field-recognised_on = Ngày công nhận
journal-field-recognised_by = Cơ quan công nhận
