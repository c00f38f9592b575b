# Bàn làm việc: mã truy cập cho hệ thống khác

desk-page-tokens = Mã truy cập
desk-about-tokens = Cho hệ thống khác (kho số liệu tỉnh, Excel, Power BI) đọc số liệu; mã chỉ hiện một lần và thu hồi được ngay.
desk-tokens-given = Mã truy cập mới
desk-tokens-once = Xin đồng chí chép mã này vào hệ thống ngay bây giờ: mã chỉ hiện một lần, không xem lại được. Mất mã thì thu hồi và cấp mã mới.
desk-tokens-new = Hệ thống sẽ dùng mã
desk-tokens-of = Mã đọc số liệu của: { $what }.
desk-tokens-days = Dùng được bao nhiêu ngày
desk-tokens-classes = Ngoài số liệu, được đọc thêm
desk-tokens-give = Cấp mã
desk-tokens-none = Chưa cấp mã truy cập nào cho địa bàn này.
desk-tokens-caption = Các mã đã cấp, mới nhất xếp trên
desk-tokens-col-of = Của
desk-tokens-col-giver = Người cấp
desk-tokens-col-until = Hết hạn
desk-tokens-col-stand = Tình trạng
desk-tokens-by-command = người quản trị hệ thống
desk-tokens-unused = chưa dùng
desk-tokens-cut-off = Thu hồi mã
desk-tokens-state-expired = đã hết hạn
desk-tokens-state-cut_off = đã thu hồi
desk-tokens-state-orphaned = hết hiệu lực, người cấp không còn nhiệm vụ
