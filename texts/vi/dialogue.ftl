dialogue-progress = <b>Câu { $at }/{ $of }</b>
dialogue-noted = <i>Hiện đã ghi: { $value }</i>
dialogue-ticked-before = <i>Các mục đã chọn sẵn là của kỳ trước. Chọn lại mục nào thì bỏ mục đó.</i>
dialogue-line = <b>{ $name }:</b> { $value }
dialogue-which-line = Đồng chí muốn sửa mục nào?
dialogue-leaving = Đồng chí muốn tạm dừng? Chọn “Để làm sau” thì các câu đã trả lời vẫn được giữ.

dialogue-button-back = Quay lại
dialogue-button-skip = Bỏ qua
dialogue-button-drop = Bỏ tin thoại
dialogue-button-example = Xem ví dụ
dialogue-button-cancel = Tạm dừng
dialogue-button-done = Xong
dialogue-button-keep = Giữ nguyên
dialogue-button-fix = Sửa
dialogue-button-more = Tiếp
dialogue-button-go_on = Làm tiếp
dialogue-button-later = Để làm sau
dialogue-button-delete = Xóa bản nháp

dialogue-type = Hoặc gõ: { $words }
dialogue-type-number = Gõ số để chọn.
dialogue-type-numbers = Gõ một hay nhiều số, ví dụ: 1, 3.
dialogue-type-letter = Gõ chữ cái để chọn.
dialogue-type-letters = Gõ một hay nhiều chữ cái, ví dụ: a, c.
dialogue-misread = Hệ thống chưa hiểu “{ $text }”. Xin đồng chí trả lời lại.
dialogue-told = Đã ghi: “{ $text }”.
dialogue-told-no = Đã ghi “{ $text }” là khó khăn. Nếu không có khó khăn, xin đồng chí chọn “Không ghi việc này”.
dialogue-round-dropped = Đã bỏ “{ $name }”.
dialogue-let-go = Đã bỏ nội dung “{ $text }”.
dialogue-told-voice-words = Đã nhận tin thoại. Xin đồng chí gõ thêm vài chữ để người xem biết việc gì; không tiện gõ thì chọn lĩnh vực luôn.
dialogue-told-voice = Đã nhận tin thoại.
dialogue-too-long = Nội dung này dài quá { $limit } chữ cái. Xin đồng chí ghi ngắn hơn.
dialogue-by-moon = “{ $text }” (âm lịch) là { $day }.
dialogue-doubt-day = “{ $text }” là ngày nào? Xin đồng chí chọn ngày dưới đây, hoặc gõ đủ ngày, tháng.
dialogue-unclear-day = Không có ngày “{ $text }” trong lịch. Xin đồng chí gõ lại, ví dụ 05/11.
dialogue-doubt-count = “{ $text }” là bao nhiêu người? Xin đồng chí chọn số dưới đây, hoặc gõ số đúng.
dialogue-unclear-count = Hệ thống chưa rõ “{ $text }” là bao nhiêu người. Xin đồng chí gõ con số, ví dụ 28.
dialogue-doubt-times = “{ $text }” là mấy giờ? Xin đồng chí chọn giờ dưới đây, hoặc gõ lại, ví dụ 19h00 – 20h30.
dialogue-unclear-times = Hệ thống chưa rõ “{ $text }” là mấy giờ. Xin đồng chí gõ lại theo 24 giờ, ví dụ 19h00 – 20h30.
dialogue-choose = Mời đồng chí chọn một mục dưới đây.
dialogue-old-button = Nút vừa bấm thuộc câu trước nên không còn tác dụng. Mời đồng chí trả lời câu dưới đây.
dialogue-changed = Câu hỏi vừa thay đổi nên tin vừa gửi chưa được ghi. Mời đồng chí trả lời câu dưới đây.

dialogue-not-here-sticker = Hệ thống không nhận nhãn dán.
dialogue-not-here-location = Hệ thống không nhận vị trí.
dialogue-not-here-file = Câu này không nhận tệp.
dialogue-not-here-other = Hệ thống không nhận loại tin này.
dialogue-needs-together = Xin đồng chí trả lời các câu dưới đây bằng chữ.
dialogue-needs-choice = Mời đồng chí chọn một mục dưới đây.
dialogue-needs-choice-or-words = Mời đồng chí chọn một mục dưới đây, hoặc gõ bằng chữ.
dialogue-needs-choices = Mời đồng chí đánh dấu các mục, rồi chọn “Xong”.
dialogue-needs-date = Xin đồng chí ghi một ngày, ví dụ 05/11 hoặc “hôm qua”.
dialogue-needs-count = Xin đồng chí ghi một con số, ví dụ 28.
dialogue-needs-text = Xin đồng chí gõ chữ, hoặc gửi tin thoại.
dialogue-needs-photos = Mời đồng chí gửi ảnh, gửi đủ thì chọn “Xong”.
dialogue-no-photos = Báo cáo này không nhận ảnh.
dialogue-photos-aside = Đã nhận { $count } ảnh vào mục “{ $name }”. Mời đồng chí trả lời tiếp.
dialogue-no-voices = Báo cáo này không nhận tin thoại.
dialogue-voice-words = Đã nhận tin thoại. Xin đồng chí gõ thêm vài chữ để người xem biết việc gì; không tiện gõ thì chọn “Giữ nguyên”.
dialogue-heard-put = Đã ghi lời vào mục “{ $name }”, tin thoại vẫn giữ.
dialogue-heard-nowhere = Câu có tin thoại này không còn trong báo cáo nên chưa ghi lời.
dialogue-voice-aside = Đã giữ tin thoại kèm báo cáo.
dialogue-voice-added = Đã ghi thêm tin thoại vào mục “{ $name }”.

dialogue-progress-together = <b>Câu { $at }–{ $to }/{ $of }</b>
dialogue-together =
    { $count ->
        [2] Xin đồng chí trả lời hai câu trong một tin, mỗi câu một dòng:
       *[other] Xin đồng chí trả lời { $count } câu trong một tin, mỗi câu một dòng:
    }
dialogue-together-known = Có sẵn: { $names }
dialogue-together-unread = Chưa rõ “{ $text }” ở mục “{ $name }”.
dialogue-together-misread = Chưa rõ “{ $text }” trả lời câu nào. Xin đồng chí ghi số câu trước câu trả lời, ví dụ: 2. 28.
dialogue-button-singly = Từng câu
dialogue-heard = Đã ghi từ tin của đồng chí:
dialogue-heard-line = – { $name }: { $value }
dialogue-heard-not = Chưa rõ “{ $text }” thuộc mục nào nên chưa ghi.

dialogue-late = Tin “{ $text }” đến muộn nên chưa được ghi. Nếu đó là câu trả lời cho câu dưới đây, xin đồng chí gửi lại.
dialogue-late-for = Tin “{ $text }” đến muộn nên chưa được ghi. Nếu đó là câu trả lời cho “{ $name }”, xin đồng chí chọn “Quay lại” rồi gửi lại.
dialogue-late-either = Tin “{ $text }” đến muộn nên chưa được ghi. Nếu đó là câu trả lời cho câu dưới đây, xin đồng chí chọn hoặc gửi lại; nếu là cho “{ $name }” thì chọn “{ dialogue-button-back }” rồi gửi lại.
dialogue-added = Đã ghi thêm vào mục “{ $name }”: { $text }
dialogue-corrected = Đã sửa “{ $name }”: { $value }
dialogue-edited-unknown = Tin đồng chí vừa sửa chưa làm thay đổi báo cáo. Muốn sửa câu trả lời, xin đồng chí chọn “Quay lại”.

dialogue-skipped = bỏ qua
dialogue-nothing = không
dialogue-unknown = chưa rõ
dialogue-voice = (tin thoại)
dialogue-photos = { $count } ảnh
dialogue-day = { $weekday }, { $day }
dialogue-weekday-0 = Thứ Hai
dialogue-weekday-1 = Thứ Ba
dialogue-weekday-2 = Thứ Tư
dialogue-weekday-3 = Thứ Năm
dialogue-weekday-4 = Thứ Sáu
dialogue-weekday-5 = Thứ Bảy
dialogue-weekday-6 = Chủ nhật
