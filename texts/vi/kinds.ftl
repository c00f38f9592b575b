# Kinds of chapters

command-kinds-words = loại hình|các loại hình|loại hình đơn vị|loại hình chi hội
command-kinds-description = Loại hình đơn vị (người quản trị)
help-kinds = Gõ <b>loại hình</b>: tên gọi, cách xưng hô, lịch chung của từng loại hình.

kind-list = <b>Các loại hình</b>. Thêm loại hình mới bằng trang “Loại hình” của bảng danh bạ.
kind-none = Chưa có loại hình nào. Đồng chí thêm bằng trang “Loại hình” của bảng danh bạ.
kind-card = <b>{ $name }</b> (mã { $code }), { $count } đơn vị
kind-line = { $thing }: { $value }
kind-field-name = Tên
kind-field-association = Tổ chức
kind-field-unit = Cách gọi đơn vị
kind-field-members = Cách gọi người dự
kind-field-regular = Cách gọi buổi sinh hoạt
kind-field-leader = Chức danh người đứng đầu
kind-field-deputy = Chức danh cấp phó
kind-field-rule = Ngày sinh hoạt
kind-field-shift = Khi trùng ngày nghỉ
kind-field-recording = Mức ghi báo cáo
kind-type = <b>{ $kind }</b>, { $thing }: hiện nay “{ $now }”. Đồng chí gõ nội dung mới.
kind-choose = <b>{ $kind }</b>, { $thing }: hiện nay { $now }. Đồng chí chọn.
kind-association-everywhere = Tên tổ chức đổi ở mọi loại hình, nhiệm vụ và thang xếp loại mang tên ấy.
kind-meetings-follow = Lịch các buổi sắp tới của { $count } đơn vị được tính lại, trừ đơn vị có lịch riêng.
kind-changed = Đã ghi thay đổi.
kind-button-field = Sửa: { $thing }
kind-button-list = Các loại hình
kind-button-back = Xem loại hình này
kind-bad-text = Xin đồng chí gõ từ 1 đến { $longest } chữ cái.
kind-name-taken = Đã có loại hình tên “{ $name }”.
kind-association-taken = Đã có tổ chức tên “{ $name }”. Chuyển loại hình sang tổ chức khác bằng bảng danh bạ.

kind-word-unit = chi hội
kind-word-members = hội viên
kind-word-regular = định kỳ
