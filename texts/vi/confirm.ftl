# Xác nhận số liệu của tháng đã chốt, theo từng cấp
command-confirm-words = xác nhận số liệu|xác nhận số liệu tháng
command-confirm-description = Xác nhận số liệu tháng
menu-confirm = Xác nhận số liệu
help-confirm = Gõ <b>xác nhận số liệu</b>: xác nhận số liệu tháng đã chốt, xem địa bàn nào đã xác nhận.
confirm-which = Đồng chí xem xác nhận số liệu của địa bàn nào?
confirm-place = Xác nhận số liệu { $period }: { $place }
confirm-open = Tháng này chưa chốt. Đồng chí xác nhận được sau ngày chốt, { $day }.
confirm-missing = Số liệu chưa được xác nhận.
confirm-confirmed = Đã xác nhận lúc { $at }, đồng chí { $who }.
confirm-changed = Đã xác nhận lúc { $at }, đồng chí { $who }; có thay đổi sau đó.
confirm-below = Cấp dưới: đã xác nhận { $number }/{ $of } địa bàn{ $changed ->
    [0] {""}
   *[other] , trong đó { $changed } địa bàn có thay đổi sau đó
}.
confirm-done = Đã ghi xác nhận của đồng chí.
confirm-button-confirm = Xác nhận số liệu
confirm-button-look = Xem xác nhận số liệu
confirm-line-missing = { $place } – chưa xác nhận
confirm-line-changed = { $place } – có thay đổi sau xác nhận
confirm-news-changed = Số liệu { $period } của { WITHIN($place) } đã được xác nhận, nay có thay đổi: { $chapter } gửi hoặc sửa báo cáo. Đồng chí xem và xác nhận lại.
journal-action-month-confirmed = xác nhận số liệu tháng
desk-page-confirm = Xác nhận số liệu
desk-about-confirm = Cơ quan của mỗi địa bàn xác nhận số liệu tháng đã chốt; cấp trên thấy địa bàn nào đã xác nhận, địa bàn nào có thay đổi sau đó.
desk-confirm-hides-nothing = Số liệu chưa xác nhận vẫn được tính và hiện đầy đủ.
desk-confirm-nobody-below = Bên dưới không có địa bàn nào có cán bộ tổng hợp để xác nhận.
desk-confirm-caption = Xác nhận của các địa bàn ngay bên dưới
desk-confirm-col-by = Người xác nhận
desk-confirm-col-at = Xác nhận lúc
desk-confirm-col-changed = Thay đổi lúc
desk-confirm-missing = chưa xác nhận
desk-confirm-confirmed = đã xác nhận
desk-confirm-changed = đã xác nhận, có thay đổi sau đó
desk-confirm-below = Đã xác nhận { $number }/{ $of } địa bàn bên dưới
