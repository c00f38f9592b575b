reminder-topic = Chủ đề: <b>{ $title }</b>.
reminder-topics = Chủ đề: { $titles }.
reminder-topic-item = { $number }) <b>{ $title }</b>
reminder-button-topic = Xem chủ đề

command-topic-words = chủ đề|các chủ đề|chủ đề sinh hoạt|xem chủ đề
command-topic-description = Chủ đề sinh hoạt
help-topic = Gõ <b>chủ đề</b> để xem chủ đề sinh hoạt.
menu-topic = Chủ đề sinh hoạt

topic-offered = Chủ đề của các buổi sinh hoạt tới:
topic-offered-none = Các buổi sinh hoạt tới chưa có chủ đề nào được giao. Khi có, hệ thống báo cùng lời nhắc trước buổi sinh hoạt.
topic-offered-line = • <b>{ $title }</b> – { $chapter }, { $day }
topic-head = <b>{ $title }</b>
    Kỳ: { $period }. Dành cho: { $scope }.
topic-head-by = <b>{ $title }</b>
    Kỳ: { $period }. Dành cho: { $scope }. Người giao: đồng chí { $issuer }.
topic-part-guidance = <b>Định hướng</b>
    { $text }
topic-part-questions = <b>Câu hỏi thảo luận</b>
    { $text }
topic-part-dialogue = <b>Câu hỏi đối thoại</b>
    { $text }
topic-files = Tệp kèm theo ({ $count }): { $names }.
topic-file-photo = ảnh
topic-button-list = Các chủ đề
topic-scope-all = mọi đơn vị của { WITHIN($place) }
topic-scope-kind = { $kind }, { $place }
topic-scope-chapters = { $count } đơn vị thuộc { WITHIN($place) }
topic-not-there = Không tìm thấy chủ đề này trong phạm vi đồng chí phụ trách.
topic-withdrawn-since = Chủ đề “{ $title }” đã được thu hồi nên không cần dùng nữa.
topic-scope-mine = mọi đơn vị tôi phụ trách ({ $count })
topic-not-yours = Đồng chí không được phân công giao chủ đề cho địa bàn này.
topic-draft-gone = Bản nháp chủ đề này không còn: đã được giao hoặc đã xóa.
topic-period-over = Kỳ này đã qua nên không giao chủ đề được nữa.
topic-bad-length = Xin đồng chí ghi rõ hơn, ví dụ: Ngày hội Đại đoàn kết toàn dân tộc.
topic-words-secret = Nội dung này có dấu độ mật nên không được lưu. Tài liệu mật không gửi qua hệ thống này.
topic-many-files = Một chủ đề kèm nhiều nhất { $limit } tệp.
topic-files-missing = { $count } tệp chưa sẵn sàng nên chủ đề chưa được giao. Đồng chí chờ tệp, hay giao không kèm các tệp đó?
topic-overtaken = Chủ đề này vừa có người thay đổi. Dưới đây là bản mới nhất.
topic-overtaken-by = Đồng chí { $who } vừa thay đổi chủ đề này. Dưới đây là bản mới nhất.

topic-desk = <b>Chủ đề { $period }</b>
topic-desk-none = Chưa có chủ đề nào được giao cho { $period }.
topic-desk-line = • <b>{ $title }</b> – { $scope }: { $opened }/{ $of } đơn vị đã xem; { $used } báo cáo dùng chủ đề này.
topic-desk-line-withdrawn = • <b>{ $title }</b> – { $scope }: đã thu hồi; { $used } báo cáo đã dùng.
topic-counts = { $opened }/{ $of } đơn vị đã xem; { $used } báo cáo dùng chủ đề này.
topic-is-withdrawn = Chủ đề này đã được thu hồi.
topic-openers = <b>{ $title }</b> – { $opened }/{ $of } đơn vị đã xem:
topic-openers-none = Chưa có đơn vị nào trong phạm vi đồng chí phụ trách sinh hoạt theo chủ đề “{ $title }”.
topic-opened = • { $chapter } – { $names }: đã xem lúc { $at }
topic-not-opened = • { $chapter } – { $names }: chưa xem
topic-nobody = chưa có người
topic-own = <b>Chủ đề đơn vị tự chọn, { $period }</b>
topic-own-none = Chưa có đơn vị nào báo cáo chủ đề tự chọn trong { $period }.
topic-own-line = { $number }. “{ $words }” – { $chapter }; { $used } báo cáo.
topic-shared = Đã dùng chung chủ đề này cho kỳ tới. Đồng chí có thể sửa hoặc thu hồi.
topic-shared-before = Chủ đề này đã được dùng chung.

topic-button-new = Soạn chủ đề mới
topic-button-draft = Soạn tiếp: { $title }
topic-button-own = Chủ đề đơn vị tự chọn
topic-button-mine = Chủ đề của đơn vị tôi
topic-button-ask = Hỏi về chủ đề
topic-button-follow = Theo dõi chủ đề
topic-button-share = Dùng chung { $number }
topic-button-o = Đơn vị đã xem
topic-button-v = Xem và nhận tệp
topic-button-c = Chép sang kỳ sau
topic-button-e = Sửa
topic-button-w = Thu hồi chủ đề
topic-button-back = Quay lại
topic-button-correct = Sửa
topic-button-withdraw = Thu hồi chủ đề
topic-button-skip = Bỏ qua
topic-button-no-files = Không kèm tệp
topic-button-files-done = Xong, xem lại
topic-button-issue = Giao chủ đề
topic-button-add-files = Thêm tệp
topic-button-remove-files = Bỏ hết tệp
topic-button-drop = Xóa bản nháp
topic-button-look = Chờ tệp, xem lại
topic-button-without = Giao không kèm
topic-button-clear = Bỏ trống
topic-field-title = Tên chủ đề
topic-field-guidance = Định hướng
topic-field-questions = Câu hỏi thảo luận
topic-field-dialogue = Câu hỏi đối thoại
topic-edit-title = Sửa tên
topic-edit-guidance = Sửa định hướng
topic-edit-questions = Sửa câu hỏi thảo luận
topic-edit-dialogue = Sửa câu hỏi đối thoại

topic-new-period = Chủ đề cho kỳ nào?
topic-new-scope = Chủ đề dành cho ai? Đồng chí chọn, hoặc gõ một phần tên để tìm.
topic-new-scope-none = Không tìm thấy đơn vị, địa bàn nào có tên như vậy. Xin đồng chí gõ lại.
topic-new-title = Tên chủ đề là gì?
topic-new-guidance = Định hướng nội dung thế nào?
topic-new-questions = Đề nghị thảo luận câu hỏi nào? Mỗi câu một dòng.
topic-new-dialogue = Đề nghị đối thoại câu hỏi nào với cán bộ, cấp ủy? Mỗi câu một dòng.
topic-new-files = Xin đồng chí gửi tệp kèm theo (ảnh, .docx, .xlsx, .pptx, .pdf, mỗi tệp đến 20 MB). Tài liệu mật không gửi qua hệ thống này.
topic-send-file = Xin đồng chí gửi tệp, hoặc chọn mục dưới đây.
topic-new-left = Đã dừng, chưa soạn chủ đề nào.
topic-words-added = Đã ghi thêm vào mục “{ $field }”.
topic-file-kept = Đã nhận “{ $name }” (tệp thứ { $count }). Đồng chí gửi tiếp, hoặc chọn mục dưới đây.
topic-review = Mời đồng chí xem lại. Chủ đề chưa được giao.
topic-files-coming = Đang tải: { $names }.
topic-files-failed = Không dùng được: { $names }.
topic-kept = Bản nháp vẫn được giữ. Khi nào tiện, đồng chí chọn “Làm tiếp”.
topic-dropped = Đã xóa bản nháp.
topic-issued = <b>Đã giao chủ đề.</b> Các đơn vị nhận cùng lời nhắc trước buổi sinh hoạt.
topic-copied = Đã chép sang kỳ sau thành bản nháp.
topic-correct-what = Sửa mục nào của chủ đề “{ $title }”?
topic-correct-words = { $field } hiện nay:
    { $before }

    Xin đồng chí gõ nội dung mới.
topic-correct-look = { $field }
    Trước: { $before }
    Sau: { $after }
topic-corrected = Đã sửa chủ đề. Những người đã xem được báo.
topic-left-as-it-was = Không thay đổi gì.
topic-withdraw-sure = Thu hồi chủ đề “{ $title }”? Chủ đề không được gợi ý nữa; báo cáo đã gửi vẫn giữ. Những người đã xem được báo.
topic-withdrawn-done = Đã thu hồi chủ đề.

news-topic-issued = Chủ đề mới, { $period }: { $title }
news-topic-corrected = Chủ đề { $period } đã được sửa: { $title }
news-topic-withdrawn = Chủ đề { $period } đã được thu hồi: { $title }
news-topic-shared = Chủ đề “{ $title }” của { $chapter } được dùng chung cho { $scope }, { $period }
journal-action-topic-issued = giao chủ đề
journal-action-topic-corrected = sửa chủ đề
journal-action-topic-withdrawn = thu hồi chủ đề
journal-field-guidance = định hướng
journal-field-questions = câu hỏi thảo luận
journal-field-dialogue = câu hỏi đối thoại
