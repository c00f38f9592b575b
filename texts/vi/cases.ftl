# Difficulties as cases

command-case-words = vụ việc|khó khăn cần giải quyết
command-case-description = Khó khăn, kiến nghị
menu-case = Khó khăn, kiến nghị
help-case = Gõ <b>khó khăn cần giải quyết</b>: khó khăn, kiến nghị của các đơn vị: hướng dẫn, trả lời, chuyển cấp trên.
command-owncase-words = khó khăn|kiến nghị
command-owncase-description = Khó khăn, kiến nghị
menu-owncase = Khó khăn đã nêu
help-owncase = Gõ <b>khó khăn</b> để xem khó khăn đơn vị đã nêu được giải quyết đến đâu.
command-casefigs-words = số liệu khó khăn|thống kê khó khăn
command-casefigs-description = Số liệu về khó khăn, kiến nghị
menu-casefigs = Số liệu khó khăn
help-casefigs = Gõ <b>số liệu khó khăn</b>: số khó khăn đã nêu, đã tháo gỡ, quá hạn, khó khăn nhiều đơn vị cùng nêu.

case-category-infrastructure = Hạ tầng
case-category-economy = Kinh tế, đời sống
case-category-rights = Quyền lợi đoàn viên, hội viên
case-category-organization = Tổ chức, nhân sự
case-category-funding = Kinh phí
case-category-environment = Môi trường
case-category-security = An ninh trật tự
case-category-other = Khó khăn khác
case-category-proposal = Kiến nghị
case-level-chapter = đơn vị tự giải quyết
case-level-hamlet = đề nghị { $hamlet } giải quyết
case-level-commune = đề nghị { $commune } giải quyết
case-level-higher = đề nghị cấp trên giải quyết

case-state-open = đang giải quyết
case-state-passed-up = đã chuyển cấp trên
case-state-answered = đã trả lời, chờ xác nhận
case-state-solved = đã tháo gỡ
case-state-withdrawn = đã rút

case-brief-open = đang giải quyết
case-brief-passed-up = đã chuyển cấp trên
case-brief-answered = đã trả lời
case-brief-solved = đã tháo gỡ

case-card = <b>{ $category }</b>: { $text }
    { $chapter }, nêu ngày { $day }; { $level }.
    <b>{ $sign } { $state }</b>; cấp giải quyết: { $desk }.
case-card-first = <b>{ $category }</b>: { $text }
    { $chapter }, nêu ngày { $day }; { $level }.
    <b>{ $sign } { $state }</b>; cấp giải quyết: { $desk } (cán bộ phụ trách xem trước).
case-card-owner = Người giải quyết: đồng chí { $name }.
case-card-joined = Được trả lời chung với đơn vị khác cùng nêu.
case-card-due = Hạn trả lời: { $day }.
case-card-overdue = <b>▲ Quá hạn</b> từ ngày { $day }.
case-card-voices = Gộp { $count } khó khăn cùng nội dung, trả lời chung; cùng với: { $names }.
case-event = { $day }: { $what } – { $who }
case-event-note = { $day }: { $what } – { $who }: “{ $note }”
case-by-itself = tự động
case-action-raised = đơn vị nêu
case-action-changed = sửa nội dung
case-action-withdrawn = rút lại
case-action-advised = hướng dẫn
case-action-due-set = đặt hạn trả lời
case-action-passed-up = chuyển cấp trên ({ $desk })
case-action-passed-up-overdue = quá hạn, tự chuyển cấp trên ({ $desk })
case-action-sent-down = giao { $desk }
case-action-answered = trả lời
case-action-solved = xác nhận đã tháo gỡ
case-action-solved-in-silence = coi như đã tháo gỡ, do quá 14 ngày đơn vị không có ý kiến
case-action-reopened = báo chưa tháo gỡ
case-action-remarked = bổ sung ý kiến
case-action-photos-added = gửi ảnh
case-action-joined = trả lời chung với đơn vị khác
case-action-separated = tách ra trả lời riêng

case-line = { $place }: { $text } – { $state }
case-line-overdue = { $place }: { $text } – quá hạn
owncase-line = { $text } – { $state }, { $chapter }
owncase-line-overdue = { $text } – quá hạn trả lời, { $chapter }
case-line-voices = (gộp { $count }) { $line }
case-list-p = <b>{ $count } khó khăn, kiến nghị đang giải quyết</b>; thuộc phần đồng chí xếp trước.
case-list-w = <b>{ $count } khó khăn đã trả lời</b>, chờ đơn vị nêu xác nhận.
case-list-s = <b>{ $count } khó khăn đã tháo gỡ</b> trong sáu tháng qua.
case-list-overdue = Trong đó { $count } khó khăn quá hạn.
case-none-p = Hiện không có khó khăn nào đang chờ giải quyết.
case-none-w = Không có khó khăn nào chờ xác nhận.
case-none-s = Sáu tháng qua chưa có khó khăn nào được xác nhận đã tháo gỡ.
case-button-list-p = Đang giải quyết
case-button-list-w = Đã trả lời
case-button-list-s = Đã tháo gỡ

case-button-open = Mở: { $text }
case-button-view = Xem: { $text }
case-button-judge = Xác nhận: { $text }
case-button-answer = Trả lời
case-button-advise = Hướng dẫn
case-button-pass-up = Chuyển cấp trên
case-button-send-down = Giao cấp dưới
case-button-due = Đặt hạn trả lời
case-button-join = Khó khăn tương tự ({ $count })
case-button-photos = Xem ảnh ({ $count })
case-button-send-photo = Gửi ảnh
case-button-photos-done = Xong
case-button-head = Xem phần trả lời chung
case-button-report = Xem báo cáo
case-ask-answer = “{ $text }”
    Khó khăn này đã được giải quyết thế nào? Đơn vị nêu sẽ xem và xác nhận. Không ghi nội dung mật.
case-ask-advise = “{ $text }”
    Đồng chí hướng dẫn đơn vị điều gì?
case-ask-pass-up = “{ $text }”
    Vì sao chuyển cấp trên? Đồng chí ghi ngắn gọn.
case-ask-send-down = “{ $text }”
    Đồng chí giao cấp dưới làm gì?
case-ask-due = “{ $text }”
    Hạn trả lời là ngày nào? Đồng chí chọn một ngày, hoặc gõ, ví dụ: 15/12.
case-ask-photos = “{ $text }”
    Xin đồng chí gửi ảnh, từng tấm hoặc nhiều tấm, rồi chọn “Xong”.
case-button-voices = Nghe tin thoại ({ $count })
case-voices = { $count } tin thoại về: “{ $text }”
case-photos = { $count } ảnh của khó khăn này và của báo cáo đã nêu.
case-photos-none = Khó khăn này chưa có ảnh.
case-photo-kept = Đã nhận { $count } ảnh của khó khăn này.
case-photo-only = Mời đồng chí gửi ảnh, hoặc chọn “Xong”.
case-photos-full = Mỗi khó khăn lưu nhiều nhất { $most } ảnh.
case-note = Xin đồng chí ghi rõ hơn, ví dụ: đã báo xã san lấp trong tháng 11.
case-due-wrong = Hạn trả lời phải từ hôm nay trở đi, trong vòng một năm; ngày { $day } không dùng được. Xin đồng chí gõ lại, ví dụ 15/12.
case-not-now = Khó khăn này vừa có thay đổi nên chưa ghi được. Mời đồng chí xem tình hình mới dưới đây.
case-changed = Người khác vừa cập nhật khó khăn này nên nội dung vừa gửi chưa được ghi. Mời đồng chí xem lại.
case-not-yours = Đồng chí không được phân công giải quyết khó khăn. Phần này do cán bộ phụ trách và cán bộ tổng hợp làm.
case-not-your-desk = Khó khăn này do { $desk } giải quyết; đồng chí xem được nhưng không trả lời được.
case-several-places = Khó khăn này nhiều đơn vị cùng nêu. Đồng chí tách ra trước, rồi giao từng khó khăn về đơn vị nêu.
case-nobody-above = Chưa có cấp trên nào trên hệ thống để chuyển.
case-not-alike = Khó khăn đó không còn tương tự hoặc đã được trả lời.
case-noted-answer = Đã gửi trả lời tới đơn vị.
case-noted-advise = Đã gửi hướng dẫn tới đơn vị.
case-noted-pass-up = Đã chuyển cấp trên.
case-noted-send-down = Đã giao cấp dưới.
case-noted-due = Đã đặt hạn trả lời.
case-noted-join = Đã ghi: trả lời chung.
case-noted-separate = Đã tách ra trả lời riêng.
case-noted-term = Đã đổi thời hạn trả lời.

case-alike = Những đơn vị khác nêu khó khăn tương tự “{ $text }”. Chọn một đơn vị để trả lời chung; các đơn vị đều được báo. Chọn “Tách” để lại trả lời riêng.
case-alike-none = Chưa có đơn vị khác nêu khó khăn tương tự “{ $text }”.
case-button-join-one = Gộp: { $chapter } – { $text }
case-button-separate = Tách: { $chapter } – { $text }

case-news-raised = { $chapter } nêu: “{ $text }”
case-news-withdrawn = { $chapter } đã rút: “{ $text }”
case-news-came-up = { $chapter }: “{ $text }”. Đồng chí { $who } chuyển { $desk }: “{ $note }”
case-news-overdue = “{ $text }” ({ $chapter }): quá hạn ở { $below }, đã chuyển { $desk }
case-news-sent-down = { $chapter }: “{ $text }”. Đồng chí { $who } giao: “{ $note }”
case-news-solved = { $chapter } xác nhận đã tháo gỡ: “{ $text }”
case-news-reopened = { $chapter } báo chưa tháo gỡ: “{ $text }”
case-news-remarked = { $chapter }: “{ $text }”. Đồng chí { $who } bổ sung ý kiến: “{ $note }”
case-news-photos = { $chapter } gửi ảnh về: “{ $text }”
case-news-answered-above = { $chapter }: “{ $text }”. Đồng chí { $who } đã trả lời: “{ $note }”
case-news-joined = “{ $text }”: nhiều đơn vị cùng nêu, { $desk } trả lời chung, hạn trả lời { $due }
case-news-advised = Khó khăn “{ $text }” được đồng chí { $who } hướng dẫn: “{ $note }”
case-news-passed-up = “{ $text }”: đã chuyển cấp trên ({ $desk }), hạn trả lời { $due }
case-news-answered = Khó khăn “{ $text }” đã được đồng chí { $who } trả lời: “{ $note }”. Mời đồng chí xác nhận đã tháo gỡ hay chưa.

case-home = <b>Những khó khăn đã nêu:</b>
case-home-solved = “{ $text }”: đã tháo gỡ ({ $day })
case-home-solved-in-silence = “{ $text }”: coi như đã tháo gỡ, do quá 14 ngày đơn vị không có ý kiến
case-home-answered = “{ $text }”: đã trả lời: “{ $note }”
case-home-sent-down = “{ $text }”: đã giao giải quyết: “{ $note }”
case-home-passed-up = “{ $text }”: đã chuyển cấp trên ({ $desk }), hạn trả lời { $due }
case-home-passed-up-overdue = “{ $text }”: đã chuyển cấp trên ({ $desk }), hạn trả lời { $due }
case-home-joined = “{ $text }”: trả lời chung với đơn vị khác cùng nêu ({ $desk }), hạn trả lời { $due }
case-home-advised = “{ $text }”: hướng dẫn: “{ $note }”
case-home-button-y = Đã tháo gỡ: { $text }
case-home-button-n = Chưa tháo gỡ: { $text }

owncase-list = <b>{ $count } khó khăn, kiến nghị đã nêu</b>. Chưa tháo gỡ xếp trước.
owncase-none = Đơn vị chưa nêu khó khăn nào. Khi báo cáo, đồng chí ghi ở câu “Khó khăn, vướng mắc”.
owncase-no-chapter = Đồng chí không được phân công báo cáo cho đơn vị nào.
owncase-button-y = Đã tháo gỡ
owncase-button-n = Chưa tháo gỡ
owncase-button-r = Bổ sung ý kiến
owncase-button-waiting = Xác nhận khó khăn ({ $count })
owncase-button-no-words = Không ghi thêm
owncase-ask-missing = “{ $text }”
    Còn vướng điều gì? Đồng chí ghi ngắn gọn.
owncase-ask-more = “{ $text }”
    Đồng chí bổ sung điều gì?
owncase-solved = Đã ghi: đã tháo gỡ. Cảm ơn đồng chí.
owncase-reopened = Đã ghi: chưa tháo gỡ. Người giải quyết đã được báo.

case-figures = <b>Khó khăn, kiến nghị { $period }</b> – { $place }
case-figures-all = toàn bộ địa bàn đồng chí phụ trách
case-figures-none = Trong kỳ không có khó khăn nào được nêu, cũng không có khó khăn nào đang chờ.
case-figures-line = <b>{ $name }</b>
    { $counts }
case-figures-raised = Nêu { $raised }, tháo gỡ { $solved }
case-figures-days = một nửa được tháo gỡ trong { $median } ngày
case-figures-waiting = đang chờ { $count }
case-figures-up = đã chuyển cấp trên { $count }
case-figures-overdue = quá hạn { $count }
case-figures-oldest = , lâu nhất từ { $oldest }
case-button-by-a = Theo địa bàn
case-button-by-c = Theo lĩnh vực
case-button-period-1 = Theo tháng
case-button-period-3 = Theo quý
case-button-before = Kỳ trước
case-button-after = Kỳ sau
case-button-themes = Khó khăn nhiều đơn vị nêu
case-button-terms = Thời hạn trả lời
case-themes = <b>{ $count } khó khăn nhiều đơn vị cùng nêu</b>, đếm theo địa bàn và đơn vị nêu. Chọn một khó khăn để trả lời chung.
case-themes-none = Hiện không có khó khăn nào nhiều đơn vị cùng nêu.
case-theme = { $places } địa bàn, { $chapters } đơn vị: { $text }
case-terms-where = Đồng chí xem thời hạn ở địa bàn nào?
case-terms = Thời hạn trả lời khó khăn tại <b>{ WITHIN($place) }</b>, theo cấp. Quá hạn thì tự chuyển cấp trên. Chọn một cấp để đổi.
case-term = { $level }: { $days } ngày
case-ask-term = Cấp { $level } ở { WITHIN($place) } có bao nhiêu ngày để trả lời? Hiện nay là { $days } ngày.
case-term-wrong = Xin đồng chí ghi số ngày, từ 1 đến { $longest }, ví dụ 15.

journal-action-case-advised = hướng dẫn một khó khăn
journal-action-case-due_set = đặt hạn trả lời một khó khăn
journal-action-case-passed_up = chuyển cấp trên một khó khăn
journal-action-case-sent_down = giao cấp dưới một khó khăn
journal-action-case-answered = trả lời một khó khăn
journal-action-case-solved = xác nhận một khó khăn đã tháo gỡ
journal-action-case-reopened = báo một khó khăn chưa tháo gỡ
journal-action-case-passed_up_overdue = khó khăn quá hạn, tự chuyển cấp trên
journal-action-case-solved_in_silence = coi như đã tháo gỡ, do quá 14 ngày đơn vị không có ý kiến
journal-action-case-remarked = bổ sung ý kiến về một khó khăn
journal-action-case-handed_on = chuyển khó khăn cho đơn vị mới
journal-action-case-joined = trả lời chung các khó khăn tương tự
journal-action-case-separated = tách ra trả lời riêng
journal-action-case-term_set = đổi thời hạn trả lời khó khăn
