# Hỏi các đơn vị và trả lời phiếu

command-survey-words = hỏi các đơn vị|hỏi đơn vị|phiếu hỏi các đơn vị
command-survey-description = Hỏi các đơn vị
help-survey = Gõ <b>hỏi các đơn vị</b>: gửi câu hỏi tới các đơn vị, xem ai đã trả lời.
menu-survey = Hỏi các đơn vị
command-answer-words = phiếu hỏi|trả lời phiếu|trả lời câu hỏi của xã
command-answer-description = Phiếu hỏi của cấp trên
help-answer = Gõ <b>phiếu hỏi</b>: trả lời câu hỏi của cấp trên.
menu-answer = Phiếu hỏi của cấp trên

survey-list = Các phiếu đã hỏi:
survey-list-none = Chưa có phiếu nào. Mời đồng chí chọn “Hỏi câu mới”.
survey-line-draft = { $title } – chưa gửi
survey-line-open = { $title } – đã trả lời { $answered }/{ $asked }
survey-line-over = { $title } – đã đóng, { $answered }/{ $asked }
survey-button-new = Hỏi câu mới
survey-button-list = Các phiếu đã hỏi

survey-scope = Đồng chí muốn hỏi những đơn vị nào? Chọn dưới đây, hoặc gõ một phần tên ấp, tên đơn vị để tìm.
survey-scope-none = Không tìm thấy đơn vị, địa bàn nào có tên như vậy. Xin đồng chí gõ lại.
survey-words = Xin đồng chí gõ câu hỏi, ngắn gọn và hỏi một việc, ví dụ: “Ấp mình có bao nhiêu hộ bị ngập?”
survey-short = Câu hỏi quá ngắn. Xin đồng chí gõ đủ câu.
survey-secret = Câu hỏi có dấu độ mật. Nội dung mật không gửi qua hệ thống này.
survey-sort = “{ $words }”
    Đơn vị trả lời bằng gì?
survey-sort-yesno = Có / Không
survey-sort-number = Một con số
survey-sort-choice = Chọn một trong các ý
survey-sort-words = Bằng lời
survey-yes = Có
survey-no = Không
survey-options-which = Xin đồng chí gõ các ý để chọn, mỗi ý một dòng hoặc cách nhau bằng dấu chấm phẩy.
survey-options = Cần từ { $least } đến { $most } ý khác nhau. Xin đồng chí gõ lại.
survey-option-long = Mỗi ý dài nhất { $limit } chữ cái. Xin đồng chí ghi ngắn hơn.
survey-term = Hạn trả lời là ngày nào? Chọn dưới đây, hoặc gõ ngày.
survey-term-days =
    { $days ->
        [0] Hết hôm nay, { $day }
        [1] Hết ngày mai, { $day }
       *[other] Sau { $days } ngày, { $day }
    }
survey-term-unread = Hệ thống chưa hiểu ngày này. Xin đồng chí gõ lại, ví dụ { $example }.
survey-term-gone = Ngày này đã qua. Xin đồng chí chọn hạn từ hôm nay trở đi.
survey-term-far = Hạn trả lời dài nhất { $days } ngày. Xin đồng chí chọn ngày gần hơn.
survey-no-term = Phiếu chưa có hạn trả lời.
survey-nobody-there = Địa bàn này chưa có đơn vị nào để hỏi.
survey-not-yours = Chỉ cán bộ được giao địa bàn mới hỏi các đơn vị.
survey-form = Xin ghi đủ câu hỏi, cách trả lời và hạn trả lời.
survey-left = Đã dừng, không lưu gì.
survey-kept = Phiếu được giữ, chưa gửi cho ai.
survey-dropped = Đã xóa phiếu. Chưa ai nhận được.
survey-draft-gone = Phiếu này không còn ở dạng chưa gửi.
survey-not-there = Không có phiếu này.
survey-overtaken = Phiếu vừa được người khác thay đổi. Mời đồng chí mở lại.

survey-draft = <b>{ $title }</b> – chưa gửi
survey-draft-line = – { $words } <i>({ $sort })</i>
survey-draft-more = … và { $count } câu nữa
survey-draft-whom = Hỏi: { $scope }
survey-draft-term = Hạn trả lời: hết ngày { $day }
survey-draft-repeats = Phiếu có nhóm câu ghi từng trường hợp nên chỉ hỏi riêng, không hỏi kèm báo cáo được.
survey-draft-pictures = Câu hỏi cần ảnh không hỏi trên kênh không gửi được ảnh.
survey-type-text = bằng lời
survey-type-integer = số nguyên
survey-type-decimal = số
survey-type-date = ngày
survey-type-time = giờ
survey-type-note = chỉ đọc
survey-type-image = ảnh
survey-type-repeat = ghi từng trường hợp
survey-type-audio = tin thoại hoặc lời
survey-cost = <b>Chi phí:</b> { $messages } tin gửi riêng tới { $chapters } đơn vị.
survey-cost-comes = Hỏi nhiều đơn vị nên chi phí được tính riêng, hệ thống gửi ngay sau đây. Đồng chí xem rồi hãy gửi.
survey-cost-account = { $channel }: { $messages } tin (tháng này đã gửi { $used } tin).
cost-plan = { $channel }: { $messages } tin. Gói tháng này { $plan } tin, đã dùng { $used }; tin hệ thống tự gửi còn { $left }.
cost-lacking = { $channel } thiếu { $count } tin: ai có kênh khác thì nhận ở kênh đó, những người khác phải chờ gói tháng sau.
survey-channel =
    { $channel ->
        [telegram] Telegram
        [zalo] Zalo
        [web] Trang web
       *[other] { $channel }
    }
survey-cost-later = { $people } người nhận đủ 6 tin trong tháng này, kể cả tin nhắc sinh hoạt: câu hỏi đi cùng tin nhắc sau. Việc gấp, xin đồng chí gọi điện.
survey-cost-quiet = Đang giờ nghỉ, tin gửi lúc { $at }.
survey-cost-unreached = { $count } đơn vị chưa có ai nhận tin trên máy: { $names }. Xin đồng chí gọi điện.
survey-button-send = Gửi các đơn vị
survey-button-term = Đổi hạn
survey-button-drop = Xóa phiếu
survey-button-with-reports = Hỏi kèm báo cáo sinh hoạt
survey-button-days = Đổi thời gian
survey-button-publish = Đưa vào báo cáo
asked-from = Hỏi kèm báo cáo của những buổi sinh hoạt từ ngày nào? Chọn dưới đây, hoặc gõ ngày.
asked-from-month = Từ tháng này, { $day }
asked-from-next = Từ tháng sau, { $day }
asked-to = Hỏi đến hết ngày nào? Chọn dưới đây, hoặc gõ ngày.
asked-to-quarter = Hết quý này, { $day }
asked-to-year = Hết năm nay, { $day }
asked-to-open = Chưa định ngày dừng
asked-days-reversed = Ngày dừng phải từ hôm nay trở đi và không sớm hơn ngày bắt đầu. Xin đồng chí chọn lại.
asked-days = Hỏi kèm báo cáo của các buổi sinh hoạt từ ngày { $from } đến hết ngày { $to }.
asked-days-open = Hỏi kèm báo cáo của các buổi sinh hoạt từ ngày { $from }, đến khi đồng chí dừng.
asked-chapters = Hiện có { $count } đơn vị. Không gửi tin riêng: câu hỏi đứng sau phần chung của báo cáo.
asked-kinds-which = Hỏi những loại hình nào? Chọn xong thì chọn “Xong”; không chọn mục nào là hỏi mọi loại hình.
asked-kinds = Chỉ hỏi: { $kinds }.
asked-kind-unknown = Loại hình này không có ở địa bàn được hỏi. Xin đồng chí chọn lại.
asked-programme-which = Câu hỏi thuộc chương trình nào? Chỉ hỏi ở địa bàn làm điểm của chương trình, trong thời gian chương trình.
asked-programme-none = Không thuộc chương trình nào
asked-programme = Chỉ hỏi ở địa bàn của chương trình “{ $name }”.
asked-programme-unknown = Chương trình này không còn thực hiện ở địa bàn. Xin đồng chí chọn lại.
asked-button-kinds = Chọn loại hình
asked-button-programme = Theo chương trình
asked-published = Từ nay { $count } đơn vị được hỏi thêm khi viết báo cáo. Bản nháp báo cáo vẫn giữ những gì đã ghi.
asked-line-open = { $title } – hỏi kèm báo cáo
asked-line-over = { $title } – đã dừng
asked-span = Các buổi sinh hoạt { $span }
asked-close = Dừng hỏi thì báo cáo viết từ nay không có các câu này. Câu trả lời đã có vẫn giữ.
asked-too-many = Tệp có { $count } câu. Hỏi kèm báo cáo nhiều nhất { $limit } câu, để báo cáo vẫn viết xong trong một phút.
asked-together = Cùng với { $titles }, một báo cáo sẽ có { $count } câu hỏi thêm. Tất cả các cấp cộng lại nhiều nhất { $limit } câu. Xin đồng chí bớt câu, hoặc dừng phiếu kia trước.
asked-repeat = Nhóm lặp lại “{ $name }” ghi từng trường hợp nên không hỏi kèm báo cáo được. Xin đồng chí hỏi bằng phiếu riêng.
asked-name-taken = Câu “{ $name }” trùng tên với một câu của phiếu “{ $title }” cũng đang hỏi kèm báo cáo. Xin đồng chí đổi tên ở cột name.
survey-sent = Đã gửi { $chapters } đơn vị.

survey-followed = <b>{ $title }</b>
    Hỏi: { $scope } – { $author }
survey-progress = <b>Đã trả lời { $answered }/{ $asked } đơn vị</b>
survey-until = Hạn trả lời: hết ngày { $day }
survey-closed-since = Đã đóng. Hạn trả lời là ngày { $day }.
survey-result = <b>{ $words }</b> ({ $answered } đơn vị trả lời)
survey-result-numbers = Tổng { $total }; bình quân { $average }; thấp nhất { $least }, cao nhất { $most }
survey-result-choice = – { $label }: { $count }
survey-button-again = Cập nhật
survey-button-missing = Đơn vị chưa trả lời
survey-button-words = Xem lời trả lời
survey-button-remind = Nhắc một lần
survey-button-close = Đóng phiếu
survey-button-close-now = Đóng ngay
survey-missing = Chưa trả lời:
survey-missing-none = Mọi đơn vị đã trả lời.
survey-missing-line = – { $chapter }: { $who }, { $phone }
survey-nobody = chưa có người
survey-given = Lời trả lời:
survey-given-none = Chưa có lời trả lời nào.
survey-given-line = <b>{ $chapter }:</b> { $words }
survey-given-file = { $count } tệp
survey-reminded-now = Đã nhắc: { $messages } tin gửi ngay, { $later } người nhận cùng tin nhắc sau.
survey-reminding = Đang nhắc { $chapters } đơn vị, mỗi lượt một ít.
survey-reminded = Phiếu này đã nhắc một lần rồi. Xin đồng chí gọi điện cho đơn vị chưa trả lời.
survey-all-answered = Mọi đơn vị đã trả lời, không cần nhắc.
survey-closed = Phiếu này đã đóng.
survey-close = Đã có { $answered }/{ $asked } đơn vị trả lời. Đóng phiếu thì không nhận thêm câu trả lời nào.
survey-closed-now = Đã đóng phiếu.

news-questions = <b>Cấp trên hỏi</b>
news-questionnaire = { $title } – { $chapter }, trả lời đến hết ngày { $day }.
news-questionnaire-again = Nhắc lại: { $title } – { $chapter }, trả lời đến hết ngày { $day }.
news-questionnaire-button = Trả lời

answer-list = Cấp trên hỏi đơn vị của đồng chí:
answer-list-none = Hiện không có phiếu nào cần trả lời.
answer-line-waits = { $title } – { $chapter }
answer-line-answered = Đã trả lời: { $title } – { $chapter }
answer-opened = <b>{ $title }</b> – { $chapter }
    Trả lời đến hết ngày { $day }.
answer-received = Đã nhận câu trả lời của { $chapter }. Cảm ơn đồng chí. Đến hết ngày { $day } đồng chí còn sửa được.
answer-noted = Đã ghi: <b>{ $value }</b>
answer-opened-alone = { $chapter }, trả lời đến hết ngày { $day }:
answer-corrected = Đã sửa câu trả lời của { $chapter }.
answer-deleted = Đã xóa bản nháp, chưa gửi câu trả lời nào.
answer-later = Đã giữ các câu đã trả lời. Xin đồng chí trả lời tiếp trước hết ngày { $day }.
answer-button-fix = Sửa câu trả lời
answer-button-see = Xem câu trả lời
answer-not-asked = Đơn vị không được hỏi phiếu này.
answer-closed = Phiếu “{ $title }” đã đóng, không nhận thêm câu trả lời.
answer-overtaken = Đồng chí { $who } đã trả lời thay đơn vị lúc { $at }.

questionnaire-review = <b>{ $title }</b>
questionnaire-review-ask = Mời đồng chí xem lại. Nếu đúng, chọn “Gửi câu trả lời”.
questionnaire-send = Gửi câu trả lời
questionnaire-repeat = Có trường hợp nào để ghi không?
questionnaire-repeat-again = Thêm một trường hợp nữa không?
questionnaire-repeat-round = { $words } – số { $round }
questionnaire-repeat-line = { $words } ({ $round })
questionnaire-repeat-more = Có
questionnaire-repeat-more-said = có
questionnaire-repeat-none = Không
questionnaire-repeat-none-again = Không, đã đủ
questionnaire-refused = Câu trả lời này không được. Xin đồng chí xem lại.
questionnaire-read = Đã xem
questionnaire-today = Hôm nay
questionnaire-no-recording = Câu này cần một con số, một ngày hoặc một mục để chọn, không nhận tin thoại.
questionnaire-needed-text = Câu này cần trả lời. Xin đồng chí gõ chữ, hoặc gửi tin thoại.
questionnaire-needed-integer = Câu này cần một con số, ví dụ 28. Không có thì ghi 0.
questionnaire-needed-decimal = Câu này cần một con số, ví dụ 12,5. Không có thì ghi 0.
questionnaire-needed-date = Câu này cần một ngày, ví dụ 05/11.
questionnaire-needed-time = Câu này cần giờ, ví dụ 19h30.
questionnaire-needed-select_one = Câu này cần chọn một mục.
questionnaire-needed-select_multiple = Câu này cần chọn ít nhất một mục.
questionnaire-needed-image = Câu này cần ít nhất một ảnh.
questionnaire-needed-audio = Câu này cần một tin thoại, hoặc vài chữ.

journal-action-questionnaire-published = đưa câu hỏi vào báo cáo
journal-action-questionnaire-sent = gửi phiếu hỏi
journal-action-questionnaire-reminded = nhắc phiếu hỏi
journal-action-questionnaire-closed = đóng phiếu hỏi
journal-action-answers-given = trả lời phiếu hỏi
journal-action-answers-corrected = sửa câu trả lời phiếu hỏi
