# People as those see them who answer for them: accounts, codes, lost phones

command-invite-words = mời|mời người|mã mời|lời mời|in phiếu mời
command-invite-description = Mã mời còn hiệu lực
command-lostphone-words = mất máy|mất điện thoại|khóa tài khoản
command-lostphone-description = Mất điện thoại: khóa tài khoản
help-invite = Gõ <b>mã mời</b>: xem và thu hồi mã mời.
help-lostphone = Gõ <b>mất máy</b>: mất điện thoại, khóa ngay các tài khoản khác.

person-card = <b>{ $name }</b>, { $phone }
    { $titles }
person-no-post = Hiện không giữ nhiệm vụ nào
person-no-account = Chưa có tài khoản.
person-account = Tài khoản: { $account }
person-account-lost = Tài khoản: { $account }, không gửi tin được
person-silent = Đã nhắc { $count } lần, chưa có phản hồi. Đề nghị gọi điện.
person-sent-list = Tin gần đây:
person-sent = { $at }, { $account }: { $result }
person-code-open = Có mã mời còn hiệu lực đến { $until }.
person-button-invite = Mời
person-button-revoke = Thu hồi mã mời
person-button-pause = Tạm vắng
person-button-cut-off = Mất máy: khóa tài khoản
account-name = { $channel ->
    [telegram] Telegram
    [zalo] Zalo
    [web] trang web
    [sms] tin nhắn SMS
    [email] thư điện tử
   *[other] { $channel }
}
sent-sent = đã gửi tới
sent-pending = đang chờ gửi
sent-failed = không gửi được
sent-cancelled = không cần gửi nữa
sent-expired = quá hạn, không gửi

invite-code = Mã mời: <b>{ $code }</b>, dùng một lần, trong { $days } ngày.
invite-link = Đường dẫn: { $link }
invite-secret = Đồng chí chỉ đưa mã mời này cho đúng người được mời.
invite-revoked = Đã thu hồi mã mời. Mã cũ không còn dùng được.
invite-open = Đồng chí có { $count } mã mời chưa dùng. Chọn một mã để thu hồi.
invite-none-open = Đồng chí không có mã mời nào chưa dùng. Muốn mời ai, đồng chí mở người đó trong “Đơn vị, cán bộ”.
invite-button-revoke = Thu hồi: { $name }, đến { $until }
invite-sheet-where = In phiếu mời cho địa bàn nào?
invite-sheet-begun = Đang làm phiếu mời cho { $count } người chưa có tài khoản. Tệp sẽ đến sau ít phút.
invite-sheet-nobody = Mọi người trong địa bàn này đã có tài khoản.
invite-sheet-done = Phiếu mời cho { $count } người. Đồng chí in, cắt và đưa tận tay từng người.
slip-heading = PHIẾU MỜI, { $place }
slip-file = Phiếu mời { $place }{ $part ->
    [0] {""}
   *[other] {" "}({ $part })
}.docx
slip-step-open = Mở máy ảnh điện thoại, quét mã vuông.
slip-step-messenger = Mở Telegram, vào hệ thống theo hướng dẫn của cán bộ.
slip-step-code = Nếu máy hỏi, nhập mã mời ghi trên đây.
slip-step-agree = Đọc và bấm “Đồng ý”.
slip-page = Không quét được: mở { $page } rồi nhập mã mời.
slip-bot = Không quét được: mở Telegram, tìm @{ $bot }, bấm “Bắt đầu” rồi nhập mã mời.
slip-zalo = Dùng Zalo: quét mã này rồi nhắn mã mời.
slip-contact = Cần giúp, xin gọi { $whom }.
slip-until = Mã mời dùng một lần, đến hết ngày { $day }. Không đưa cho người khác.

lostphone-none = Đồng chí không có tài khoản nào khác để khóa.
lostphone-none-theirs = Người này không có tài khoản nào.
lostphone-ask-own = Khóa các tài khoản khác của đồng chí ({ $accounts })? Tài khoản đang dùng vẫn giữ.
lostphone-ask = Khóa mọi tài khoản của <b>{ $name }</b> ({ $accounts })? Bản nháp và báo cáo vẫn giữ.
lostphone-yes = Khóa ngay
lostphone-no = Không khóa
lostphone-kept = Không khóa tài khoản nào.
lostphone-done = Đã khóa { $accounts } tài khoản và hủy { $codes } mã mời. Điện thoại đã mất không còn vào được.
cut-off-not-allowed = Đồng chí không phụ trách người này.

board-unreached = <b>Cần gọi điện</b>
board-unreached-line = { $chapter }: { $name }, { $phone }: { $why }

report-joint = Cùng buổi đó còn { $chapter } chưa báo cáo. Nếu hai đơn vị sinh hoạt chung, đồng chí chỉ cần ghi số người dự.
report-joint-button = Sinh hoạt chung: { $chapter }
report-joint-taken = Ngày, địa điểm, chủ trì, chủ đề đã lấy theo báo cáo vừa gửi. Đồng chí ghi phần còn lại.
device-new = Tài khoản mới ({ $account }) vừa được kết nối với tên đồng chí, bằng mã do { $by } cấp. Nếu không phải đồng chí kết nối, xin chọn “Không phải tôi” ngay để khóa tài khoản đó.
device-new-own = Tài khoản mới ({ $account }) vừa được mở bằng đường dẫn do chính đồng chí yêu cầu. Nếu không phải đồng chí mở, xin chọn “Không phải tôi” ngay để khóa tài khoản đó.
device-line = Số điện thoại { $phone } vừa được thêm để nhận tin nhắn SMS với tên đồng chí. Nếu không phải đồng chí thêm, xin chọn “Không phải tôi” ngay để khóa số đó.
device-by-office = cơ quan quản lý hệ thống
device-first = Đồng chí { $name } vừa vào hệ thống lần đầu ({ $account }), bằng mã do { $by } cấp. Nếu chưa đúng người, xin khóa tài khoản đó.
device-first-button = Xem { $name }
device-button-not-me = Không phải tôi
device-disowned = Đã khóa tài khoản đó ({ $account }) và hủy các mã chưa dùng. Cán bộ phụ trách đã được báo.
device-gone = Tài khoản này không còn kết nối với đồng chí.
device-staff-disowned = Đồng chí <b>{ $name }</b> ({ $titles }) báo có tài khoản lạ ({ $account }) vào bằng mã do { $by } cấp. Tài khoản đó đã bị khóa. Đề nghị đồng chí kiểm tra.
invite-code-for-you = Mã mời của đồng chí: <b>{ $code }</b>, dùng một lần, trong { $days } ngày, để vào từ máy khác. Mã do đồng chí { $by } cấp. Nếu không cần, xin đồng chí bỏ qua và không đưa mã cho ai.
invite-sent-to-account = Đồng chí { $name } đã có tài khoản, nên mã mời được gửi thẳng tới tài khoản đó.
invite-by-office = Đồng chí này đã từng có tài khoản. Mã mới do cán bộ tổng hợp cấp.
lostphone-staff-told = Đồng chí { $by } đã khóa mọi tài khoản của đồng chí <b>{ $name }</b> ({ $titles }) vì mất máy. Mã mới do cán bộ tổng hợp cấp.
