reminder-topic = Chủ đề: <b>{ $title }</b>.
reminder-button-topic = Xem chủ đề

command-topic-words = chủ đề|các chủ đề|chủ đề sinh hoạt|xem chủ đề
command-topic-description = Chủ đề sinh hoạt
help-topic = <b>/chude</b> – xem chủ đề của buổi sinh hoạt tới; cán bộ giao và theo dõi chủ đề; gõ “chủ đề”.
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
topic-scope-all = mọi chi hội của { $place }
topic-scope-kind = { $kind }, { $place }
topic-scope-chapters = { $count } chi hội thuộc { $place }
topic-not-there = Không có chủ đề này trong phạm vi của đồng chí.
topic-withdrawn-since = Chủ đề “{ $title }” đã được rút, nên không cần dùng nữa.
topic-scope-mine = mọi chi hội tôi phụ trách ({ $count })
topic-not-yours = Đồng chí không được phân công giao chủ đề cho nơi này.
topic-draft-gone = Bản soạn chủ đề này không còn: đã được giao hoặc đã xóa.
topic-period-over = Kỳ này đã qua, nên không giao chủ đề được nữa.
topic-bad-length = Xin đồng chí viết từ { $least } đến { NUMBER($limit, useGrouping: 0) } ký tự.
topic-words-secret = Nội dung này có dấu độ mật nên không được ghi. Tài liệu mật không gửi qua hệ thống này.
topic-many-files = Một chủ đề kèm nhiều nhất { $limit } tệp.
topic-files-missing = { $count } tệp chưa sẵn sàng nên chủ đề chưa được giao. Đồng chí chờ tệp, hay giao không kèm các tệp đó?
topic-overtaken = Chủ đề này vừa có người thay đổi. Dưới đây là bản mới nhất.
topic-overtaken-by = Đồng chí { $who } vừa thay đổi chủ đề này. Dưới đây là bản mới nhất.

topic-desk = <b>Chủ đề { $period }</b>
topic-desk-none = Chưa có chủ đề nào được giao cho { $period }.
topic-desk-line = • <b>{ $title }</b> – { $scope }: đã mở { $opened }/{ $of } chi hội, dùng trong { $used } báo cáo.
topic-desk-line-withdrawn = • <b>{ $title }</b> – { $scope }: đã rút; dùng trong { $used } báo cáo.
topic-counts = Đã mở { $opened }/{ $of } chi hội. Dùng trong { $used } báo cáo.
topic-is-withdrawn = Chủ đề này đã được rút.
topic-openers = <b>{ $title }</b> – đã mở { $opened }/{ $of } chi hội:
topic-openers-none = Chưa có chi hội nào trong phạm vi của đồng chí sinh hoạt theo chủ đề “{ $title }”.
topic-opened = • { $chapter } – { $names }: đã mở lúc { $at }
topic-not-opened = • { $chapter } – { $names }: chưa mở
topic-nobody = chưa có người
topic-own = <b>Chủ đề chi hội tự chọn, { $period }</b>
topic-own-none = { $period }: chưa có chi hội nào báo cáo chủ đề tự chọn.
topic-own-line = { $number }. “{ $words }” – { $chapter }; { $used } báo cáo.
topic-shared = Đã dùng chung chủ đề này cho kỳ tới. Đồng chí có thể sửa hoặc rút.
topic-shared-before = Chủ đề này đã được dùng chung.

topic-button-new = Soạn chủ đề mới
topic-button-draft = Soạn tiếp: { $title }
topic-button-own = Chủ đề chi hội tự chọn
topic-button-mine = Chủ đề của chi hội tôi
topic-button-ask = Hỏi về chủ đề
topic-button-follow = Theo dõi chủ đề
topic-button-share = Dùng chung { $number }
topic-button-o = Ai đã mở
topic-button-v = Xem và nhận tệp
topic-button-c = Chép sang kỳ sau
topic-button-e = Sửa
topic-button-w = Rút chủ đề
topic-button-back = Quay lại
topic-button-correct = Sửa
topic-button-withdraw = Rút chủ đề
topic-button-skip = Bỏ qua
topic-button-no-files = Không kèm tệp
topic-button-files-done = Xong, xem lại
topic-button-issue = Giao chủ đề
topic-button-add-files = Thêm tệp
topic-button-remove-files = Bỏ hết tệp
topic-button-drop = Xóa bản soạn
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
topic-new-scope = Chủ đề dành cho ai? Đồng chí bấm chọn, hoặc gõ một phần tên để tìm.
topic-new-scope-none = Không tìm thấy nơi nào có tên như vậy. Xin đồng chí gõ lại.
topic-new-title = Tên chủ đề là gì?
topic-new-guidance = Định hướng, nội dung chính? Xin đồng chí gõ, hoặc bỏ qua.
topic-new-questions = Câu hỏi để hội viên thảo luận? Mỗi câu một dòng.
topic-new-dialogue = Câu hỏi để đối thoại với cán bộ, cấp ủy? Mỗi câu một dòng.
topic-new-files = Xin đồng chí gửi tệp kèm theo (ảnh, .docx, .xlsx, .pptx, .pdf, mỗi tệp đến 20 MB). Tài liệu mật không gửi qua hệ thống này.
topic-send-file = Xin đồng chí gửi tệp, hoặc bấm nút dưới đây.
topic-new-left = Đã dừng, chưa soạn chủ đề nào.
topic-words-added = Đã ghi thêm vào mục “{ $field }”.
topic-file-kept = Đã nhận “{ $name }” (tệp thứ { $count }). Đồng chí gửi tiếp, hoặc bấm nút dưới đây.
topic-review = Xin đồng chí xem lại. Chủ đề chưa được giao.
topic-files-coming = Đang tải: { $names }.
topic-files-failed = Không dùng được: { $names }.
topic-kept = Bản soạn được giữ lại. Khi nào tiện, đồng chí bấm “Làm tiếp”.
topic-dropped = Đã xóa bản soạn.
topic-issued = <b>Đã giao chủ đề.</b> Các chi hội nhận cùng lời nhắc trước buổi sinh hoạt.
topic-copied = Đã chép sang kỳ sau thành bản soạn.
topic-correct-what = Sửa mục nào của chủ đề “{ $title }”?
topic-correct-words = { $field } hiện nay:
    { $before }

    Xin đồng chí gõ nội dung mới.
topic-correct-look = { $field }
    Trước: { $before }
    Sau: { $after }
topic-corrected = Đã sửa chủ đề. Những người đã mở được báo.
topic-left-as-it-was = Không thay đổi gì.
topic-withdraw-sure = Rút chủ đề “{ $title }”? Chủ đề không được gợi ý nữa; báo cáo đã gửi vẫn giữ. Những người đã mở được báo.
topic-withdrawn-done = Đã rút chủ đề.

news-topic-issued = Chủ đề mới, { $period }: { $title }
news-topic-corrected = Chủ đề { $period } đã được sửa: { $title }
news-topic-withdrawn = Chủ đề { $period } đã được rút: { $title }
news-topic-shared = Chủ đề “{ $title }” của { $chapter } được dùng chung cho { $scope }, { $period }
journal-action-topic-issued = giao chủ đề
journal-action-topic-corrected = sửa chủ đề
journal-action-topic-withdrawn = rút chủ đề
journal-field-guidance = định hướng
journal-field-questions = câu hỏi thảo luận
journal-field-dialogue = câu hỏi đối thoại
