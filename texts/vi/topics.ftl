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
topic-files = Tệp kèm theo ({ NUMBER($count, useGrouping: 0) }): { $names }.
topic-file-photo = ảnh
topic-button-list = Các chủ đề
topic-scope-all = mọi chi hội của { $place }
topic-scope-kind = { $kind }, { $place }
topic-scope-chapters = { NUMBER($count, useGrouping: 0) } chi hội thuộc { $place }
topic-not-there = Không có chủ đề này trong phạm vi của đồng chí.
topic-withdrawn-since = Chủ đề “{ $title }” đã được rút, nên không cần dùng nữa.
