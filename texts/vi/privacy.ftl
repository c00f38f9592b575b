# The person's own data

command-privacy-words = dữ liệu của tôi|dữ liệu|thông tin của tôi
command-privacy-description = Xem, sửa, xóa dữ liệu của đồng chí
menu-privacy = Dữ liệu của tôi
help-privacy = Gõ <b>dữ liệu của tôi</b>: xem, sửa, xóa dữ liệu của chính đồng chí.
command-withdrawal-words = rút lại sự đồng ý|rút lại đồng ý|rút đồng ý
command-withdrawal-description = Rút lại sự đồng ý
menu-withdrawal = Rút lại sự đồng ý
help-withdrawal = Gõ <b>rút lại đồng ý</b>: rút lại sự đồng ý xử lý dữ liệu cá nhân.

privacy-data =
    <b>Dữ liệu của tôi</b>
    Họ tên: { $name }
    Số điện thoại: { $phone }
    Nhiệm vụ: { $posts }
    Tài khoản đã kết nối: { $accounts }
    Số lần đồng ý: { $consents }
    Báo cáo đã gửi: { $reports }
    Buổi đã dự: { $attendance }
    Tệp: { $files }
    Lời nhắn: { $messages }
    Thay đổi đã làm: { $changes }
privacy-name-wanted = { $name } (đề nghị sửa thành “{ $new }”, chờ xác nhận)
privacy-channel = { $channel ->
    [telegram] Telegram
    [zalo] Zalo
    [web] trang web
    [sms] tin nhắn SMS
   *[other] { $channel }
}
privacy-rights = Đồng chí có quyền xem, sửa, rút lại sự đồng ý và đề nghị xóa dữ liệu của mình. Đề nghị xóa được trả lời trong 20 ngày.
privacy-button-file = Nhận tệp dữ liệu
privacy-button-name = Sửa họ tên
privacy-button-phone = Sửa số điện thoại
privacy-button-withdraw = Rút lại sự đồng ý
privacy-button-erase = Đề nghị xóa dữ liệu
privacy-file-comes = Hệ thống đang lập tệp dữ liệu và sẽ gửi cho đồng chí ngay.
privacy-file-here = Đây là toàn bộ dữ liệu hệ thống lưu về đồng chí. Tệp có thông tin cá nhân, xin đồng chí không chuyển tiếp.
privacy-ask-name = Đồng chí gõ lại họ tên đầy đủ, có dấu.
privacy-ask-phone = Đồng chí gõ lại số điện thoại, ví dụ: 0912 345 678.
privacy-name-unread = Hệ thống chưa hiểu họ tên. Xin đồng chí gõ đủ họ và tên bằng chữ, ví dụ: Thạch Thị Lan.
privacy-phone-unread = Hệ thống chưa hiểu số điện thoại. Xin đồng chí gõ lại, ví dụ 0912 345 678.
privacy-name-waits = Đã ghi. Họ tên mới được dùng sau khi cán bộ phụ trách xác nhận; đồng chí sẽ được báo.
privacy-staff-name = Đồng chí <b>{ $name }</b> ({ $titles }) đề nghị sửa họ tên thành <b>{ $new }</b> (tự ghi). Đề nghị đồng chí xem và xác nhận.
privacy-staff-phone = Đồng chí <b>{ $name }</b> ({ $titles }) đã tự sửa số điện thoại thành { $phone }.
privacy-name-review = Đồng chí <b>{ $name }</b> ({ $titles }) đề nghị sửa họ tên thành <b>{ $new }</b>. Khi được xác nhận, họ tên mới được dùng ngay; nếu không, họ tên cũ vẫn giữ.
privacy-button-name-take = Xác nhận tên mới
privacy-button-name-keep = Giữ tên cũ
privacy-name-taken = Đã sửa họ tên thành “{ $name }”; người đề nghị được báo.
privacy-name-kept = Đã giữ tên cũ; người đề nghị được báo.
privacy-name-accepted = Đồng chí { $who } đã xác nhận họ tên mới của đồng chí: { $name }.
privacy-name-refused = Đồng chí { $who } chưa xác nhận họ tên “{ $name }”; hệ thống giữ tên cũ. Nếu tên cũ sai, xin đồng chí liên hệ cán bộ phụ trách.
privacy-corrected = Đã sửa. Thay đổi được ghi vào nhật ký.
privacy-erase-ask = Khi dữ liệu được xóa: họ tên và số điện thoại của đồng chí không còn trong hệ thống, các tài khoản bị ngắt, nhiệm vụ kết thúc. Báo cáo đã gửi vẫn là của đơn vị, ghi theo chức danh. Xóa rồi không khôi phục được. Đồng chí xác nhận?
privacy-button-erase-yes = Đề nghị xóa
privacy-erase-asked = Đã ghi đề nghị. Cán bộ phụ trách trả lời đồng chí chậm nhất ngày { $day }.
privacy-erase-nobody = Hệ thống chưa gửi tin được cho cán bộ phụ trách. Đề nghị đồng chí liên hệ trực tiếp.
privacy-asked-already = Đề nghị xóa của đồng chí đã được ghi, trả lời chậm nhất ngày { $day }.
privacy-staff-asked = Đồng chí <b>{ $name }</b> ({ $titles }) đề nghị xóa dữ liệu cá nhân. Đề nghị đồng chí xem và quyết định.
privacy-button-review = Xem đề nghị
privacy-review = Đề nghị xóa dữ liệu của <b>{ $name }</b> ({ $titles }), trả lời trước hết ngày { $day }. Khi xóa, họ tên thành chức danh, tài khoản bị ngắt, nhiệm vụ kết thúc; báo cáo vẫn giữ. Xóa rồi không khôi phục được.
privacy-button-erase-now = Xóa dữ liệu
privacy-button-refuse = Không xóa
privacy-erased = Đã xóa. Từ nay người này chỉ còn là “{ $title }”. Đề nghị đồng chí cử người khác thay.
privacy-refused = Đã ghi là không xóa; người đề nghị đã được báo.
privacy-refused-told = Đồng chí { $who } đã xem đề nghị xóa dữ liệu của đồng chí và chưa đồng ý xóa. Lý do: “{ $reason }”. Đồng chí có quyền khiếu nại.
privacy-ask-reason = Vì sao chưa xóa dữ liệu của <b>{ $name }</b>? Lý do được gửi cho người đề nghị, ví dụ “Đang giải quyết khiếu nại, cần giữ hồ sơ đến hết năm”.
privacy-reason-short = Xin đồng chí ghi lý do rõ hơn, ví dụ “Đang giải quyết khiếu nại, cần giữ hồ sơ đến hết năm”.
privacy-reason-long = Xin đồng chí ghi lý do ngắn hơn (nhiều nhất { $limit } chữ cái).
privacy-request-over = Đề nghị này đã được giải quyết hoặc không thuộc phạm vi phụ trách của đồng chí.
erase-not-allowed = Người này không thuộc phạm vi phụ trách của đồng chí nên đồng chí không quyết định được.
erase-somebody = Người đã xóa dữ liệu

withdrawal-ask = Khi đồng chí rút lại sự đồng ý: mọi tài khoản của đồng chí bị ngắt khỏi hệ thống, bản nháp bị xóa, hệ thống không gửi tin nữa. Báo cáo đã gửi và chức danh vẫn giữ; cán bộ phụ trách sẽ nhập thay báo cáo. Muốn dùng lại, đồng chí hỏi mã mời mới. Đồng chí xác nhận?
withdrawal-button-yes = Rút lại sự đồng ý
withdrawal-done = Đã rút lại sự đồng ý. Các tài khoản của đồng chí đã được ngắt, hệ thống không gửi tin nữa. Muốn dùng lại, đồng chí liên hệ cán bộ phụ trách để nhận mã mời mới. Cảm ơn đồng chí.
withdrawal-staff-told = Đồng chí <b>{ $name }</b> ({ $titles }) đã rút lại sự đồng ý, không dùng hệ thống nữa. Chức danh vẫn giữ; đề nghị đồng chí cử người nhập thay báo cáo.

file-secret = Tệp này có dấu “{ $mark ->
        [tuyet_mat] Tuyệt mật
        [toi_mat] Tối mật
       *[mat] Mật
    }” ở { $place ->
        [page] trang { NUMBER($number, useGrouping: 0) }
        [sheet] trang tính thứ { NUMBER($number, useGrouping: 0) }
        [slide] trang chiếu thứ { NUMBER($number, useGrouping: 0) }
        [header] đầu hoặc cuối trang
       *[text] phần nội dung
    } nên không được nhận và đã bị xóa. Tài liệu mật không gửi qua hệ thống này.
file-unreadable = Hệ thống không đọc được nội dung tệp nên tệp không được lưu. Hệ thống nhận ảnh và tệp .docx, .xlsx, .pptx, .pdf không đặt mật khẩu.
privacy-file-name = du-lieu-cua-toi.json
photo-expired = Ảnh đã được xóa khi hết thời hạn lưu.
