# How many of the members come

command-rates-words = tỷ lệ|tỉ lệ|tỷ lệ dự|tỷ lệ chuyên cần
command-rates-description = Tỷ lệ dự sinh hoạt, xu hướng
help-rates = <b>/tile</b> – tỷ lệ thành viên dự sinh hoạt theo nơi, hội đoàn thể, đơn vị; gõ “tỷ lệ”.
menu-rates = Tỷ lệ dự sinh hoạt
rates-all = nơi đồng chí phụ trách
rates-place = <b>Tỷ lệ dự sinh hoạt { $period }, { $place }:</b> { $rate }
    Tính trên các buổi đã tổ chức; số được miễn không tính vào mẫu số.
rates-rate = { $share } ({ $present }/{ $room }, { $meetings } buổi)
rates-none = chưa có buổi nào báo số người dự
rates-trend = Sáu tháng: { $months }
rates-trend-month = T{ $month } { $share }
rates-up = tăng { $points } điểm
rates-down = giảm { $points } điểm
rates-same = giữ nguyên
rates-by-area = <b>Theo địa bàn</b>, thấp nhất ở trên:
rates-by-association = <b>Theo hội, đoàn thể</b>, thấp nhất ở trên:
rates-by-chapter = <b>Theo đơn vị</b>, thấp nhất ở trên:
rates-line = – { $name }: { $rate }
rates-button-area = Theo địa bàn
rates-button-association = Theo hội, đoàn thể
rates-button-chapter = Theo đơn vị
