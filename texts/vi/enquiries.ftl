command-enquire-words = nhắn tin|gửi lời nhắn|hỏi cán bộ|nhắn cán bộ phụ trách
command-enquire-description = Nhắn cán bộ phụ trách
help-enquire = Gõ <b>nhắn tin</b>: gửi lời nhắn cho cán bộ phụ trách. Ngoài lúc báo cáo, đồng chí cứ gõ điều cần nhắn, hệ thống hỏi lại trước khi gửi.
menu-enquire = Nhắn cán bộ phụ trách
command-messages-words = lời nhắn|các lời nhắn|tin nhắn
command-messages-description = Lời nhắn của các đơn vị
help-messages = Gõ <b>lời nhắn</b>: lời nhắn của các đơn vị và câu trả lời.
menu-messages = Lời nhắn

ask-words = Đồng chí muốn nhắn gì cho cán bộ phụ trách?
ask-words-topic = Đồng chí muốn hỏi gì về chủ đề này?
ask-bad-length = Xin đồng chí ghi rõ hơn, ví dụ: buổi sinh hoạt này có cần ảnh không?
ask-receiver = { $form } { $name }
ask-sure = Gửi lời nhắn này tới { $names }?

    “{ $text }”
ask-sure-which = Gửi lời nhắn này cho cán bộ phụ trách đơn vị nào?
    “{ $text }”
ask-button-yes = Có, gửi
ask-button-urgent = Việc gấp, gửi ngay
ask-urgent = Lời nhắn này được báo ngay.
ask-words-beside = Đồng chí có thể gõ thêm vài chữ để người nhận biết việc gì.
ask-beside-voice = ({ $count } tin thoại)
ask-beside-photo = ({ $count } ảnh)
ask-button-no = Không gửi
ask-button-chapter = { $name } ({ $chapter })
ask-button-again = Nhắn tiếp
ask-sent = Đã gửi lời nhắn tới { $names }. Khi có trả lời, hệ thống báo ngay cho đồng chí.
ask-sent-urgent = Đã báo ngay tới { $names }. Khi có trả lời, hệ thống báo cho đồng chí.
ask-sent-before = Lời nhắn này đã được gửi tới { $names }, đang chờ trả lời.
ask-not-sent = Vâng, không gửi.
ask-nobody = Hiện chưa có cán bộ phụ trách nào nhận được tin của đồng chí qua hệ thống.
ask-answered = Đồng chí <b>{ $who }</b> trả lời lời nhắn “{ $question }”:

    { $answer }

ready-call = Đã nhận, tôi sẽ gọi
ready-agreed = Đồng ý
ready-later = Tôi sẽ trả lời sau

messages-open = <b>Lời nhắn chờ trả lời</b>
messages-open-none = Không có lời nhắn nào chờ trả lời.
messages-done = <b>Lời nhắn đã trả lời</b>
messages-done-none = Chưa có lời nhắn nào được trả lời.
messages-own = <b>Lời nhắn đồng chí đã gửi</b>
messages-own-none = Đồng chí chưa gửi lời nhắn nào.
messages-line = Đồng chí <b>{ $who }</b> ({ $chapter }), { $at }:
    { $text }
messages-line-own = { $chapter }, { $at }:
    { $text }
messages-line-topic = Về chủ đề: { $title }
messages-line-answer = Đồng chí { $who } trả lời: { $answer }
messages-line-promised = Đồng chí { $who } hẹn: { $answer }
messages-button-one = { $who }: { $text }
messages-button-voices = Nghe tin thoại ({ $count })
messages-button-photos = Xem ảnh ({ $count })
messages-button-p = Chờ trả lời
messages-button-d = Đã trả lời
messages-button-words = Viết câu trả lời
messages-button-at-once = Từ nay nhận lời nhắn ngay
messages-words = Xin đồng chí gõ câu trả lời.
messages-sent = Đã gửi câu trả lời tới đồng chí { $who }.
messages-not-reached = Đã ghi câu trả lời, nhưng hiện không nhắn được cho đồng chí { $who }. Đề nghị đồng chí { $phone ->
    [none] liên hệ trực tiếp
   *[other] gọi số { $phone }
}.
messages-answered-by = Đồng chí { $who } vừa trả lời: “{ $answer }”. Câu trả lời của đồng chí chưa được gửi.
messages-not-yours = Đồng chí không được phân công trả lời lời nhắn. Lời nhắn do cán bộ phụ trách và cán bộ tổng hợp trả lời.
messages-not-there = Không tìm thấy lời nhắn này trong phạm vi đồng chí phụ trách.

news-enquiry = { $who } ({ $chapter }): “{ $text }”
news-enquiry-button = Trả lời { $who }
journal-action-enquiry-sent = gửi lời nhắn
journal-action-enquiry-answered = trả lời lời nhắn
journal-field-settled = Lời nhắn
