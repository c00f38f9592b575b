# The desk: what each way to people sent, delivered and cost

desk-page-ways = Kênh liên lạc
desk-about-ways = Tin hệ thống gửi qua từng kênh: đã gửi, đã tới, không tới, chi phí và số tin SMS còn lại của tháng.
desk-ways-caption = tin gửi tới người của { WITHIN($place) }, { $period }
desk-ways-col-way = Kênh
desk-ways-col-sent = Đã gửi
desk-ways-col-delivered = Báo đã tới
desk-ways-col-failed = Không tới
desk-ways-col-cost = Chi phí (đồng)
desk-ways-col-parts = Số tin SMS
desk-ways-col-left = Còn lại tháng này
desk-ways-unknown = –
desk-ways-none = Chưa gửi tin nào trong thời gian này.
desk-ways-note = Tin được giữ { $days } ngày nên tháng cũ hơn không còn đủ; chi phí SMS thì giữ lâu dài. “Không tới” gồm cả tin đã chuyển sang kênh khác. Chỉ SMS báo lại tin đã tới; dấu “–” là không có số liệu.
desk-ways-paid-title = Chi phí SMS theo địa bàn
desk-ways-paid-caption = { $measure ->
    [0] Hiện không gửi SMS
   *[other] Mỗi xã, phường được { $measure } tin một tháng
}
desk-way = { $channel ->
    [telegram] Telegram
    [zalo] Zalo
    [web] Trang web
    [push] Thông báo trên điện thoại
    [email] Thư điện tử
    [sms] Tin nhắn SMS
   *[other] { $channel }
}
