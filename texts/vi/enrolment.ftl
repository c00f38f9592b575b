# A stranger, a code, consent, welcome

enrolment-stranger = Kính chào đồng chí. Đây là hệ thống báo cáo sinh hoạt của các chi bộ, chi đoàn, chi hội. Xin đồng chí gửi mã mời. Nếu chưa có, đồng chí liên hệ cán bộ phụ trách.

enrolment-code-first = Hệ thống chưa biết đồng chí là ai nên chưa nhận được tin này. Xin đồng chí nhập mã mời ghi trên phiếu mời.
enrolment-code-misread = Mã này có ký tự chưa đúng. Mã mời gồm 12 chữ và số, ví dụ L756-KK8L-FRTJ. Xin đồng chí xem lại từng ký tự rồi gửi lại.
enrolment-no-words = Hệ thống chỉ nhận ảnh, tin thoại sau khi đồng chí nhập mã mời. Xin đồng chí gõ mã ghi trên phiếu mời.

enrolment-consent =
    Mời đồng chí <b>{ $name }</b> đọc năm điều sau:
    • <b>Dữ liệu:</b> họ tên, chức danh, đơn vị, số điện thoại (nếu có), tài khoản nhắn tin và báo cáo đồng chí gửi.
    • <b>Mục đích:</b> ghi nhận, nhắc và tổng hợp các buổi sinh hoạt.
    • <b>Cơ quan quản lý dữ liệu:</b> { $controller }.
    • <b>Quyền của đồng chí:</b> xem, sửa, xóa dữ liệu và rút lại sự đồng ý bất cứ lúc nào.
    • <b>Dữ liệu truyền qua:</b> { $channel ->
        [telegram] Telegram, máy chủ đặt ở nước ngoài; sau đó là máy chủ của cơ quan.
        [zalo] Zalo, doanh nghiệp trong nước; sau đó là máy chủ của cơ quan.
        [web] trang web của chính cơ quan, không qua ứng dụng nhắn tin nào.
       *[other] ứng dụng nhắn tin { account-name }; sau đó là máy chủ của cơ quan.
    }
    Đồng chí có đồng ý không?

enrolment-consent-full =
    <b>Thông tin đầy đủ về dữ liệu của đồng chí { $name }</b>
    <b>Dữ liệu được lưu:</b> họ tên, cách xưng hô, chức danh, đơn vị, số điện thoại (nếu có), mã tài khoản nhắn tin, ngôn ngữ; các tin nhắn, ảnh và tin thoại đồng chí gửi cho hệ thống; thời điểm gửi. Hệ thống không thu thập giấy tờ tùy thân, không theo dõi vị trí, không lưu danh sách hội viên.
    <b>Mục đích:</b> ghi nhận kết quả sinh hoạt, nhắc lịch, chuyển khó khăn tới cấp giải quyết, tổng hợp số liệu. Không dùng vào việc khác.
    <b>Cơ quan quản lý dữ liệu:</b> { $controller }. Người được xem: đồng chí, cán bộ được phân công phụ trách và cơ quan cấp trên trong phạm vi nhiệm vụ. Kênh tổng hợp chỉ có số liệu chung, không có họ tên.
    <b>Dữ liệu truyền qua:</b> { $channel ->
        [telegram] tin nhắn đi qua Telegram, máy chủ đặt ở nước ngoài; dữ liệu báo cáo được lưu trên máy chủ của cơ quan.
        [zalo] tin nhắn đi qua Zalo, doanh nghiệp trong nước; dữ liệu báo cáo được lưu trên máy chủ của cơ quan.
        [web] trang web và máy chủ của chính cơ quan; không qua ứng dụng nhắn tin nào.
       *[other] tin nhắn đi qua ứng dụng { account-name }; dữ liệu báo cáo được lưu trên máy chủ của cơ quan.
    }
    <b>Thời gian lưu:</b> ảnh 12 tháng; báo cáo được giữ làm hồ sơ sinh hoạt. Khi xóa dữ liệu cá nhân, báo cáo vẫn giữ nhưng chỉ ghi chức danh.
    <b>Quyền của đồng chí:</b> được biết, đồng ý, rút lại sự đồng ý, xem, sửa, xóa, hạn chế, phản đối và khiếu nại theo Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15. Yêu cầu gửi cán bộ phụ trách hoặc cơ quan quản lý dữ liệu; được xác nhận trong 2 ngày làm việc.
    Không ghi nội dung mật. Đồng chí có đồng ý không?

enrolment-office = cơ quan cấp mã mời này

enrolment-yes = Đồng ý
enrolment-no = Không đồng ý
enrolment-full = Xem đầy đủ

enrolment-declined = Vâng. Hệ thống không lưu thêm thông tin của đồng chí. Cán bộ phụ trách có thể nhập thay báo cáo. Khi đồng ý, đồng chí gửi lại mã mời còn hạn.

enrolment-welcome = Kính chào { $form } <b>{ $name }</b>, { $titles }.
enrolment-welcome-plain = Kính chào { $form } <b>{ $name }</b>.
enrolment-already = Tài khoản này đã kết nối với đồng chí, không cần mã mời nữa. Mã mời đó vẫn dùng được cho tài khoản khác của đồng chí.
enrolment-other-person = Mã mời này cấp cho người khác, mà tài khoản này đã có người dùng. Xin đồng chí chuyển mã mời cho đúng người nhận.

code-wrong = Mã mời này không dùng được. Xin đồng chí xem lại từng ký tự, hoặc hỏi mã mời mới ở cán bộ phụ trách.
code-expired = Mã mời này đã hết hạn. Xin đồng chí hỏi mã mời mới ở cán bộ phụ trách.
code-blocked = Mã mời này không dùng được; trước đó đã có nhiều mã mời chưa đúng. Xin đồng chí xem lại từng chữ cái; mã mời đúng vẫn dùng được ngay.
code-for-group = Mã này dành cho nhóm hoặc kênh nhận bản tổng hợp. Xin đồng chí thêm hệ thống vào nhóm rồi gửi mã trong nhóm đó.

weblink-words = trang web|mở trang web|xin đường dẫn
weblink-here =
    Đường dẫn riêng của đồng chí, dùng một lần trong { $minutes } phút, xin không chuyển cho người khác:
    { $link }
weblink-none = Hệ thống chưa mở trang web.

invite-not-allowed = Đồng chí không được cấp mã mời cho người này.
invitation-missing = Không có mã mời này.
invitation-over = Mã mời này đã được dùng, đã thu hồi hoặc đã hết hạn.
person-missing = Không có người này trong danh bạ.
area-missing = Không có địa bàn này.

post-leader = Người đứng đầu
post-deputy = Cấp phó
post-cadre = Cán bộ phụ trách
post-staff = Cán bộ tổng hợp
post-reader = Người xem số liệu
post-administrator = Người quản trị
post-more = và { $count } đơn vị khác
enrolment-account-full = Tài khoản này của hệ thống đã đủ { $people } người nên chưa nhận thêm được. Mã mời vẫn dùng được: { $page ->
    [none] xin đồng chí hỏi cán bộ phụ trách cách vào khác.
   *[other] xin đồng chí mở trang { $page } và gõ mã này.
}
