# Changes of places and chapters

change-effect-renamed = { $before } đổi tên thành { $after }
change-effect-moved = { $name }: chuyển từ { $before } sang { $after }
change-effect-closed = { $name }: ngừng hoạt động sau ngày { $day }
change-effect-merged = { $before } nhập thành { $after }, { $members } thành viên
change-effect-area-merged = { $before } nhập thành { $after }
change-effect-part = { $before } tách ra { $after }, { $members } thành viên
change-effect-area-part = { $before } tách ra { $after }
change-effect-heads = { $name }: người đứng đầu là { $heads }
change-effect-no-head = { $name }: chưa có người đứng đầu

change-day-closed = Tháng đó đã chốt số liệu. Thay đổi có thể tính sớm nhất từ ngày { $day }.
change-day-ahead = Thay đổi này chỉ nhập được từ ngày { $day } trở đi.
change-area-not-there = Không có địa bàn số { $id } vào ngày đó.
change-chapter-not-there = Không có đơn vị số { $id } ở đó vào ngày đó.
change-chapter-twice = Một đơn vị được ghi vào hai phần.
change-later-change = { $name } đã có thay đổi từ ngày { $day }. Thay đổi sau không thể tính từ trước ngày đó.
change-same-name = { $name } đã mang tên này.
change-same-place = { $name } đã thuộc { $place }.
change-below-itself = { $name } không thể chuyển vào { $place }, là nơi nằm trong chính nó.
change-one-kind = Chỉ nhập được các đơn vị cùng loại hình.
change-one-parent = Chỉ nhập được các địa bàn cùng cấp, cùng trực thuộc một nơi.
change-two-needed = Cần ít nhất hai nơi khác nhau.
change-members = Số thành viên của { $name } không đúng.
change-not-empty = { $name } còn { $count } địa bàn hoặc đơn vị. Xin chuyển hoặc cho ngừng các nơi ấy trước.
change-name = Tên phải có từ 1 đến { $longest } ký tự.

pause-days = Ngày cuối không thể trước ngày đầu, và thời gian nghỉ không quá { $longest } ngày.
pause-not-there = Không có đợt nghỉ này.
pause-not-shorter = Đợt nghỉ này kết thúc ngày { $day }. Chỉ có thể cho kết thúc sớm hơn.
reform-news = Từ ngày { $day }: { $what }.
