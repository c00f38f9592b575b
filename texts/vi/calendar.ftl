# The personal calendar that a phone subscribes to

calendar-title = Lịch sinh hoạt
calendar-about = Đồng chí có thể đưa các buổi sinh hoạt của mình vào lịch trên điện thoại. Lịch chỉ có tên đơn vị, giờ và địa điểm. Ai có đường dẫn đều xem được lịch, xin đồng chí không chuyển cho người khác.
calendar-since = Đồng chí đã có đường dẫn, tạo lúc { $at }.
calendar-made = Đường dẫn lịch của đồng chí:
    { $link }
    Trên điện thoại, đồng chí mở ứng dụng Lịch, chọn thêm lịch theo đường dẫn (URL) rồi dán vào. Đường dẫn cũ, nếu có, không dùng được nữa.
calendar-off = Đã thu hồi đường dẫn. Lịch trên điện thoại sẽ không cập nhật nữa.
calendar-was-off = Đồng chí chưa có đường dẫn lịch nào.
calendar-none = Hệ thống chưa mở trang web nên chưa tạo được đường dẫn lịch.
calendar-no-post = Đồng chí hiện chưa được phân công ở đơn vị nào nên chưa tạo được đường dẫn lịch.
calendar-button-make = Tạo đường dẫn lịch
calendar-button-new = Tạo đường dẫn mới
calendar-button-off = Thu hồi đường dẫn
help-calendar = Gõ <b>lịch điện thoại</b>: đưa lịch sinh hoạt vào điện thoại.
command-calendar-words = lịch điện thoại|đưa lịch vào điện thoại
command-calendar-description = Đưa lịch sinh hoạt vào điện thoại
journal-action-calendar-linked = tạo đường dẫn lịch
journal-action-calendar-revoked = thu hồi đường dẫn lịch
