# Difficulties as cases

command-case-words = vụ việc|khó khăn cần giải quyết
command-case-description = Khó khăn, kiến nghị cần giải quyết
menu-case = Khó khăn cần giải quyết
help-case = <b>/vuviec</b> – khó khăn, kiến nghị các chi hội nêu: góp ý, trả lời, chuyển cấp trên; gõ “vụ việc”.
command-owncase-words = khó khăn|kiến nghị
command-owncase-description = Khó khăn đã nêu nay thế nào
menu-owncase = Khó khăn đã nêu
help-owncase = <b>/khokhan</b> – những khó khăn đồng chí đã nêu nay giải quyết đến đâu; gõ “khó khăn”.
command-casefigs-words = số liệu khó khăn|thống kê khó khăn
command-casefigs-description = Số liệu về khó khăn, kiến nghị
menu-casefigs = Số liệu khó khăn
help-casefigs = <b>/solieukhokhan</b> – số khó khăn đã nêu, đã tháo gỡ, quá hạn, việc nhiều nơi cùng nêu; gõ “số liệu khó khăn”.

case-category-infrastructure = Hạ tầng
case-category-economy = Kinh tế, đời sống
case-category-rights = Quyền và lợi ích
case-category-organization = Tổ chức, nhân sự
case-category-funding = Kinh phí
case-category-environment = Môi trường
case-category-security = An ninh trật tự
case-category-other = Khó khăn khác
case-category-proposal = Kiến nghị
case-level-chapter = đơn vị tự giải quyết
case-level-hamlet = đề nghị ấp giải quyết
case-level-commune = đề nghị xã giải quyết
case-level-higher = đề nghị cấp trên giải quyết

case-state-open = đang giải quyết
case-state-passed-up = đã chuyển cấp trên
case-state-answered = đã trả lời, chờ xác nhận
case-state-solved = đã tháo gỡ
case-state-withdrawn = đã rút

case-brief-open = Đang giải quyết
case-brief-passed-up = Đã chuyển lên
case-brief-answered = Đã trả lời
case-brief-solved = Đã tháo gỡ

case-card = <b>{ $category }</b>: { $text }
    { $chapter }, nêu ngày { $day }; { $level }.
    Hiện nay: <b>{ $state }</b>. Nơi xử lý: { $desk }.
case-card-owner = Người xử lý: { $name }.
case-card-joined = Được trả lời chung với nơi khác cùng nêu.
case-card-due = Hạn trả lời: { $day }.
case-card-overdue = <b>Quá hạn</b> từ ngày { $day }.
case-card-voices = Gộp { $count } khó khăn cùng nội dung, trả lời chung; cùng với: { $names }.
case-event = { $day }: { $what } – { $who }
case-event-note = { $day }: { $what } – { $who }: “{ $note }”
case-by-itself = tự động
case-action-raised = nêu khó khăn
case-action-changed = sửa lời nêu
case-action-withdrawn = rút lại
case-action-advised = góp ý
case-action-due-set = đặt hạn
case-action-passed-up = chuyển lên { $desk }
case-action-passed-up-overdue = quá hạn, chuyển lên { $desk }
case-action-sent-down = chuyển về { $desk }
case-action-answered = trả lời
case-action-solved = xác nhận đã tháo gỡ
case-action-solved-in-silence = coi là đã tháo gỡ (14 ngày không có ý kiến khác)
case-action-reopened = báo chưa xong
case-action-remarked = nói thêm
case-action-photos-added = gửi ảnh
case-action-joined = trả lời chung với nơi khác
case-action-separated = tách ra trả lời riêng

case-line = { $state } – { $place }: { $text }
case-line-overdue = Quá hạn – { $place }: { $text }
owncase-line = { $state }: { $text } – { $chapter }
owncase-line-overdue = Quá hạn trả lời: { $text } – { $chapter }
case-line-voices = (gộp { $count }) { $line }
case-list-p = <b>{ $count } khó khăn, kiến nghị đang giải quyết</b>. Việc ở chỗ đồng chí xếp trước.
case-list-w = <b>{ $count } việc đã trả lời</b>, chờ nơi nêu xác nhận.
case-list-s = <b>{ $count } việc đã tháo gỡ</b> trong sáu tháng qua.
case-list-overdue = Trong đó { $count } việc quá hạn.
case-none-p = Hiện không có khó khăn nào đang chờ giải quyết.
case-none-w = Không có việc nào chờ xác nhận.
case-none-s = Sáu tháng qua chưa có việc nào được xác nhận đã tháo gỡ.
case-button-list-p = Đang giải quyết
case-button-list-w = Đã trả lời
case-button-list-s = Đã tháo gỡ

case-button-open = Mở: { $text }
case-button-view = Xem: { $text }
case-button-judge = Xác nhận: { $text }
case-button-answer = Trả lời
case-button-advise = Góp ý
case-button-pass-up = Chuyển cấp trên
case-button-send-down = Chuyển về dưới
case-button-due = Đặt hạn
case-button-join = Việc giống nhau ({ $count })
case-button-photos = Xem ảnh ({ $count })
case-button-send-photo = Gửi ảnh
case-button-photos-done = Xong
case-button-head = Việc trả lời chung
case-button-report = Xem báo cáo
case-ask-answer = “{ $text }”
    Việc này đã được giải quyết thế nào? Lời đồng chí ghi được gửi tới nơi nêu để xác nhận. Không nhập nội dung mật.
case-ask-advise = “{ $text }”
    Đồng chí góp ý, hướng dẫn điều gì? Nơi nêu được báo.
case-ask-pass-up = “{ $text }”
    Vì sao chuyển lên cấp trên? Đồng chí ghi ngắn gọn.
case-ask-send-down = “{ $text }”
    Đồng chí giao cấp dưới làm gì?
case-ask-due = “{ $text }”
    Hạn trả lời là ngày nào? Đồng chí bấm một ngày, hoặc gõ, ví dụ: 15/12.
case-ask-photos = “{ $text }”
    Xin đồng chí gửi ảnh, từng tấm hoặc nhiều tấm, rồi bấm “Xong”.
case-button-voices = Nghe tin thoại ({ $count })
case-voices = { $count } tin thoại về: “{ $text }”
case-photos = { $count } ảnh của việc này và của báo cáo đã nêu.
case-photos-none = Việc này chưa có ảnh.
case-photo-kept = Đã nhận { $count } ảnh của việc này.
case-photo-only = Ở bước này xin đồng chí gửi ảnh, hoặc bấm “Xong”.
case-photos-full = Mỗi việc giữ nhiều nhất { $most } ảnh.
case-noted = Đã ghi.
case-note = Xin đồng chí ghi nội dung, từ 2 đến { $longest } ký tự.
case-due-wrong = Hạn trả lời phải từ hôm nay trở đi, trong vòng một năm; ngày { $day } không dùng được.
case-not-now = Việc này nay đã khác, không làm được điều vừa chọn. Tình hình mới nhất ở dưới đây.
case-changed = Đồng chí khác vừa cập nhật việc này, nên điều vừa gửi chưa được ghi. Mời đồng chí xem lại.
case-not-yours = Đồng chí không được phân công giải quyết khó khăn ở nơi nào.
case-not-your-desk = Việc này đang ở { $desk }, đồng chí xem được nhưng không xử lý được.
case-several-places = Việc này nhiều nơi cùng nêu. Đồng chí tách ra trước, rồi chuyển từng việc về nơi nêu.
case-nobody-above = Không có cấp trên nào dùng hệ thống để chuyển lên.
case-not-alike = Việc ấy không còn giống hoặc đã được trả lời.

case-alike = Những nơi khác nêu điều gần giống “{ $text }”. Bấm để trả lời chung; nơi nào cũng được báo. Bấm “Tách” để trả lời riêng lại.
case-alike-none = Chưa thấy nơi khác nêu điều giống “{ $text }”.
case-button-join-one = Gộp: { $chapter } – { $text }
case-button-separate = Tách: { $chapter } – { $text }

case-news-raised = { $chapter } nêu: “{ $text }”
case-news-withdrawn = { $chapter } đã rút: “{ $text }”
case-news-came-up = { $chapter }: “{ $text }”. { $who } chuyển lên { $desk }: “{ $note }”
case-news-overdue = Quá hạn ở { $below }, nay tới { $desk }: “{ $text }” ({ $chapter })
case-news-sent-down = { $chapter }: “{ $text }”. { $who } giao: “{ $note }”
case-news-solved = { $chapter } xác nhận đã tháo gỡ: “{ $text }”
case-news-reopened = { $chapter } báo chưa xong: “{ $text }”
case-news-remarked = { $chapter }: “{ $text }”. { $who } nói thêm: “{ $note }”
case-news-photos = { $chapter } gửi ảnh về: “{ $text }”
case-news-answered-above = { $chapter }: “{ $text }”. { $who } đã trả lời: “{ $note }”
case-news-joined = “{ $text }”: nhiều nơi cùng nêu, được trả lời chung tại { $desk }, hạn trả lời { $due }
case-news-advised = “{ $text }”: { $who } góp ý: “{ $note }”
case-news-passed-up = “{ $text }”: đã chuyển lên { $desk }, hạn trả lời { $due }
case-news-answered = “{ $text }”: { $who } trả lời: “{ $note }”. Đồng chí xác nhận giúp.

case-home = <b>Những khó khăn đã nêu:</b>
case-home-solved = Đã tháo gỡ: { $text } ({ $day })
case-home-solved-in-silence = Coi là đã tháo gỡ, vì 14 ngày không có ý kiến khác: { $text }
case-home-answered = Đã trả lời: { $text } – “{ $note }”
case-home-sent-down = Đã giao giải quyết: { $text } – “{ $note }”
case-home-passed-up = Đã chuyển cấp trên ({ $desk }): { $text }, hạn { $due }
case-home-passed-up-overdue = Đã chuyển cấp trên ({ $desk }): { $text }, hạn { $due }
case-home-joined = Trả lời chung với nơi khác cùng nêu ({ $desk }): { $text }, hạn { $due }
case-home-advised = Góp ý: { $text } – “{ $note }”
case-home-button-y = Đã được tháo gỡ: { $text }
case-home-button-n = Chưa xong: { $text }

owncase-list = <b>{ $count } khó khăn, kiến nghị đã nêu</b>. Việc chưa xong xếp trước.
owncase-none = Chưa nêu khó khăn nào. Khi báo cáo, đồng chí ghi ở câu “Khó khăn, vướng mắc”.
owncase-no-chapter = Đồng chí không được phân công báo cáo cho chi hội nào.
owncase-button-y = Đã được tháo gỡ
owncase-button-n = Chưa xong
owncase-button-r = Nói thêm
owncase-button-waiting = Khó khăn chờ đồng chí xác nhận: { $count }
owncase-button-no-words = Không ghi thêm
owncase-ask-missing = “{ $text }”
    Còn vướng điều gì? Đồng chí ghi vài chữ để nơi xử lý biết.
owncase-ask-more = “{ $text }”
    Đồng chí nói thêm điều gì? Nơi xử lý được báo.
owncase-solved = Đã ghi: khó khăn được tháo gỡ. Cảm ơn đồng chí.
owncase-reopened = Đã ghi: chưa xong. Nơi xử lý được báo.

case-figures = <b>Khó khăn, kiến nghị { $period }</b> – { $place }
case-figures-all = tất cả nơi đồng chí phụ trách
case-figures-none = Trong kỳ không có khó khăn nào được nêu, cũng không có việc nào đang chờ.
case-figures-line = <b>{ $name }</b>
    { $counts }
case-figures-counts = Nêu trong kỳ: { $raised }; tháo gỡ trong kỳ: { $solved }; số ngày giải quyết (trung vị): { $median }.
    Đang chờ: { $waiting }, trong đó đã chuyển lên: { $up }, quá hạn: { $overdue }; việc lâu nhất từ ngày: { $oldest }.
case-button-by-a = Theo địa bàn
case-button-by-c = Theo lĩnh vực
case-button-period-1 = Theo tháng
case-button-period-3 = Theo quý
case-button-before = Kỳ trước
case-button-after = Kỳ sau
case-button-themes = Việc nhiều nơi cùng nêu
case-button-terms = Thời hạn trả lời
case-themes = <b>{ $count } việc nhiều nơi cùng nêu</b>. Đếm theo địa bàn và đơn vị nêu. Bấm một việc để gộp trả lời chung.
case-themes-none = Hiện không có việc nào nhiều nơi cùng nêu.
case-theme = { $places } nơi, { $chapters } đơn vị: { $text }
case-terms-where = Thời hạn của nơi nào?
case-terms = Thời hạn trả lời khó khăn tại <b>{ $place }</b>, theo cấp. Quá hạn, việc tự chuyển lên một cấp. Bấm để đổi.
case-term = { $level }: { $days } ngày
case-ask-term = Cấp “{ $level }” ở { $place } có bao nhiêu ngày để trả lời? Hiện nay là { $days } ngày.
case-term-wrong = Xin đồng chí ghi số ngày, từ 1 đến { $longest }.

journal-action-case-advised = góp ý một khó khăn
journal-action-case-due_set = đặt hạn cho một khó khăn
journal-action-case-passed_up = chuyển một khó khăn lên cấp trên
journal-action-case-sent_down = chuyển một khó khăn về cấp dưới
journal-action-case-answered = trả lời một khó khăn
journal-action-case-solved = xác nhận một khó khăn đã tháo gỡ
journal-action-case-reopened = báo một khó khăn chưa xong
journal-action-case-passed_up_overdue = khó khăn quá hạn tự chuyển lên
journal-action-case-solved_in_silence = coi là đã tháo gỡ sau 14 ngày
journal-action-case-remarked = nói thêm về một khó khăn
journal-action-case-handed_on = chuyển khó khăn cho đơn vị mới
journal-action-case-joined = gộp khó khăn giống nhau
journal-action-case-separated = tách khó khăn đã gộp
journal-action-case-term_set = đổi thời hạn trả lời khó khăn
