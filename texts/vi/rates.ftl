# How many of the members come

command-rates-words = tỷ lệ|tỉ lệ|tỷ lệ dự|tỷ lệ chuyên cần
command-rates-description = Tỷ lệ dự sinh hoạt, xu hướng
help-rates = Gõ <b>tỷ lệ</b>: tỷ lệ dự sinh hoạt theo địa bàn, tổ chức, đơn vị.
menu-rates = Tỷ lệ dự sinh hoạt
rates-all = toàn bộ địa bàn đồng chí phụ trách
rates-place = <b>Tỷ lệ dự sinh hoạt { $period }, { $place }:</b> { $rate }
    Tính trên các buổi đã tổ chức; không tính người được miễn sinh hoạt.
rates-rate = { $share } ({ $present }/{ $room }, { $meetings } buổi)
rates-none = chưa có số liệu
rates-trend = Sáu tháng: { $months }
rates-trend-month = tháng { $month } { $share }
rates-up = tăng { $points } điểm %
rates-down = giảm { $points } điểm %
rates-same = giữ nguyên
rates-by-area = <b>Theo địa bàn</b>, thấp nhất xếp trên:
rates-by-association = <b>Theo tổ chức</b>, thấp nhất xếp trên:
rates-by-chapter = <b>Theo đơn vị</b>, thấp nhất xếp trên:
rates-line = – { $name }: { $rate }
rates-button-area = Theo địa bàn
rates-button-association = Theo tổ chức
rates-button-chapter = Theo đơn vị
