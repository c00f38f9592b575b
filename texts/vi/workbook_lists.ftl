# Offices' own lists and old fonts, shown before they are read.

workbook-survey-unread = Chưa hiểu “{ $line }”.
workbook-survey-fonts = { $count } ô được viết bằng phông chữ cũ ({ $fonts }), sẽ đọc như sau:
workbook-survey-font = { $place }: “{ $before }” là “{ $after }”
workbook-survey-list = Danh sách { $number }: { $caption } (trang “{ $sheet }”, tiêu đề ở dòng { $row }, { $rows } dòng)
workbook-survey-dropped = Danh sách này được bỏ qua.
workbook-survey-about = Loại hình: { $kind ->
    [none] chưa rõ
   *[other] { $kind }
}. Xã: { $commune ->
    [none] chưa rõ
   *[other] { $commune }
}.
workbook-survey-shared = Dùng chung cho mọi dòng, { $field }: { $value }
workbook-survey-column = Cột { $letter } “{ $heading }”: { $field }
workbook-survey-skip = Cột { $letter } “{ $heading }”: không cần đọc
workbook-survey-private = Cột { $letter } “{ $heading }”: danh bạ không ghi mục này, bỏ qua
workbook-survey-unknown = Cột { $letter } “{ $heading }”: chưa rõ là mục gì, bỏ qua
workbook-survey-sample = Dòng mẫu { $number }: { $cells }
workbook-survey-help = Chưa ghi gì vào danh bạ. Nếu đúng, chọn “Đúng, đọc tiếp”; nếu chưa đúng, chọn “Sửa cách đọc”.
workbook-survey-help-fonts = Chưa ghi gì vào danh bạ. Nếu chữ đã đúng, chọn “Đúng, đọc tiếp”.
workbook-survey-command = Chưa ghi gì vào danh bạ. Nếu đúng, chạy lại với --agree; nếu chưa đúng, thêm --set, như --set "H = điện thoại" --set "giờ = 19h".
workbook-remarks-command = Chưa ghi gì vào danh bạ. Nếu các ô trên đều đúng, chạy lại với --agree.

workbook-field-person = họ tên
workbook-field-leader = họ tên người đứng đầu
workbook-field-deputy = họ tên cấp phó
workbook-field-cadre = họ tên cán bộ phụ trách
workbook-field-role = chức danh
workbook-field-phone = số điện thoại
workbook-field-unit = đơn vị
workbook-field-area = địa bàn
workbook-field-kind = loại hình
workbook-field-members = số lượng
workbook-field-exempt = số được miễn
workbook-field-rule = ngày sinh hoạt
workbook-field-time = giờ sinh hoạt
workbook-field-place = địa điểm
