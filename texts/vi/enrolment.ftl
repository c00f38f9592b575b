# A stranger, a code, consent, welcome

enrolment-stranger = Kính chào đồng chí. Đây là hệ thống báo cáo sinh hoạt chi hội. Xin đồng chí nhập mã được cấp. Nếu chưa có mã, xin liên hệ cán bộ phụ trách.

enrolment-code-first = Hệ thống chưa biết đồng chí là ai nên chưa nhận được tin này. Xin đồng chí nhập mã mời ghi trên phiếu mời.
enrolment-code-misread = Mã này có ký tự chưa đúng. Mã mời gồm 12 chữ và số, ví dụ L756-KK8L-FRTJ. Xin đồng chí xem lại từng ký tự rồi gửi lại.
enrolment-no-words = Hệ thống chỉ nhận ảnh, tin thoại sau khi đồng chí nhập mã mời. Xin đồng chí gõ mã ghi trên phiếu mời.

enrolment-consent =
    Mời đồng chí <b>{ $name }</b> đọc năm điều sau:
    1. <b>Dữ liệu:</b> họ tên, chức danh, đơn vị, số điện thoại (nếu có), tài khoản nhắn tin và báo cáo đồng chí gửi.
    2. <b>Mục đích:</b> ghi nhận, nhắc và tổng hợp các buổi sinh hoạt.
    3. <b>Bên quản lý:</b> { $controller }.
    4. <b>Quyền của đồng chí:</b> xem, sửa, xóa dữ liệu và rút lại đồng ý bất cứ lúc nào.
    5. <b>Nơi dữ liệu đi qua:</b> { $channel ->
        [telegram] Telegram, máy chủ đặt ở nước ngoài; sau đó là máy chủ của cơ quan.
        [zalo] Zalo, doanh nghiệp trong nước; sau đó là máy chủ của cơ quan.
       *[web] trang web của chính cơ quan, không qua ứng dụng nhắn tin nào.
    }
    Đồng chí có đồng ý không?

enrolment-consent-full =
    <b>Thông tin đầy đủ về dữ liệu của đồng chí { $name }</b>
    <b>Dữ liệu được lưu:</b> họ tên, cách xưng hô, chức danh, đơn vị, số điện thoại (nếu có), mã tài khoản nhắn tin, ngôn ngữ; các tin nhắn, ảnh và tin thoại đồng chí gửi cho hệ thống; thời điểm gửi. Hệ thống không thu thập giấy tờ tùy thân, không theo dõi vị trí, không lưu danh sách hội viên.
    <b>Mục đích:</b> ghi nhận kết quả sinh hoạt, nhắc lịch, chuyển khó khăn tới nơi giải quyết, tổng hợp số liệu. Không dùng vào việc khác.
    <b>Bên quản lý:</b> { $controller }. Người được xem: đồng chí, cán bộ được phân công phụ trách và cơ quan cấp trên trong phạm vi nhiệm vụ. Kênh tổng hợp chỉ có số liệu chung, không có họ tên.
    <b>Nơi dữ liệu đi qua:</b> { $channel ->
        [telegram] tin nhắn đi qua Telegram, máy chủ đặt ở nước ngoài; dữ liệu báo cáo được lưu trên máy chủ của cơ quan.
        [zalo] tin nhắn đi qua Zalo, doanh nghiệp trong nước; dữ liệu báo cáo được lưu trên máy chủ của cơ quan.
       *[web] trang web và máy chủ của chính cơ quan; không qua ứng dụng nhắn tin nào.
    }
    <b>Thời gian lưu:</b> ảnh 12 tháng; báo cáo được giữ làm hồ sơ sinh hoạt. Khi xóa dữ liệu cá nhân, báo cáo vẫn giữ nhưng chỉ ghi chức danh.
    <b>Quyền của đồng chí:</b> được biết, đồng ý, rút lại đồng ý, xem, sửa, xóa, hạn chế, phản đối và khiếu nại theo Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15. Yêu cầu gửi cán bộ phụ trách hoặc bên quản lý; được xác nhận trong 2 ngày làm việc.
    Xin không nhập nội dung mật. Đồng chí có đồng ý không?

enrolment-office = cơ quan cấp mã này

enrolment-yes = Đồng ý
enrolment-no = Không đồng ý
enrolment-full = Xem đầy đủ

enrolment-declined = Vâng, hệ thống không lưu gì thêm về đồng chí. Báo cáo của đơn vị có thể do cán bộ phụ trách nhập thay theo lời đồng chí. Khi đổi ý, đồng chí chỉ cần gửi lại mã; mã vẫn dùng được đến hết hạn.

enrolment-welcome = Chào { $form } <b>{ $name }</b> — { $titles }.
enrolment-welcome-plain = Chào { $form } <b>{ $name }</b>.
enrolment-already = Tài khoản này đã là của đồng chí, không cần nhập mã nữa. Mã đó vẫn dùng được cho tài khoản khác của đồng chí.
enrolment-other-person = Mã này cấp cho người khác, mà tài khoản này đã có người dùng. Xin đồng chí chuyển mã cho đúng người nhận.

code-wrong = Mã này không dùng được. Xin đồng chí xem lại từng ký tự, hoặc xin mã mới ở cán bộ phụ trách.
code-expired = Mã này đã hết hạn. Xin đồng chí xin mã mới ở cán bộ phụ trách.
code-blocked = Đã có quá nhiều mã sai. Xin đồng chí thử lại sau { $minutes } phút.
code-for-group = Mã này dành cho nhóm hoặc kênh nhận bản tổng hợp. Xin đồng chí đưa trợ lý vào nhóm rồi gửi mã trong nhóm đó.

weblink-words = trang web|mở trang web|xin đường dẫn
weblink-here =
    Đường dẫn riêng của đồng chí, dùng một lần trong { $minutes } phút, xin không chuyển cho người khác:
    { $link }
weblink-none = Nơi đây chưa mở trang web.

invite-not-allowed = Đồng chí không được cấp mã cho người này.
invitation-missing = Không có mã mời này.
invitation-over = Mã mời này đã được dùng, đã thu hồi hoặc đã hết hạn.
person-missing = Không có người này trong danh bạ.
area-missing = Không có địa bàn này.

post-leader = Trưởng
post-deputy = Phó
post-cadre = Cán bộ phụ trách
post-staff = Cán bộ tổng hợp
post-reader = Người xem số liệu
post-administrator = Người quản trị
post-more = và { $count } nơi khác
