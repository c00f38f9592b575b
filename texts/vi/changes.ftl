# Changes of places and chapters

change-effect-renamed = { $before } đổi tên thành { $after }
change-effect-moved = { $name }: chuyển từ { $before } sang { $after }
change-effect-closed = { $name }: ngừng hoạt động sau ngày { $day }
change-effect-merged = { $before } nhập thành { $after }, { $members } người
change-effect-area-merged = { $before } nhập thành { $after }
change-effect-part = { $before } tách ra { $after }, { $members } người
change-effect-area-part = { $before } tách ra { $after }
change-effect-heads = { $name }: người đứng đầu là { $heads }
change-effect-no-head = { $name }: chưa có người đứng đầu

change-day-closed = Tháng đó đã chốt số liệu. Thay đổi có hiệu lực sớm nhất từ ngày { $day }.
change-day-ahead = Thay đổi này chỉ có hiệu lực từ ngày { $day } trở đi.
change-area-not-there = Không có địa bàn số { $id } vào ngày đó.
change-chapter-not-there = Không có đơn vị số { $id } vào ngày đó.
change-chapter-twice = Một đơn vị được ghi vào hai phần.
change-later-change = { $name } đã có thay đổi từ ngày { $day }. Thay đổi mới không thể có hiệu lực trước ngày đó.
change-same-name = { $name } đã mang tên này.
change-same-place = { $name } đã thuộc { WITHIN($place) }.
change-below-itself = Không thể chuyển { $name } vào { $place }, vì { $place } thuộc { $name }.
change-one-kind = Chỉ nhập được các đơn vị cùng loại hình.
change-one-parent = Chỉ nhập được các địa bàn cùng cấp, cùng trực thuộc một địa bàn.
change-two-needed = Cần ít nhất hai đơn vị hoặc địa bàn khác nhau.
change-members-sum = Các đơn vị mới có { $sum } người, đơn vị đang có { $members }. Xin đồng chí chia đúng { $members }, hoặc sửa số lượng trước khi tách.
change-members = Số người của { $name } không đúng.
change-not-empty = { $name } còn { $count } địa bàn hoặc đơn vị. Xin đồng chí chuyển hoặc cho ngừng hoạt động trước.
change-name = Tên phải có từ 1 đến { $longest } chữ cái.

pause-days = Ngày cuối không thể trước ngày đầu, và thời gian tạm nghỉ không quá { $longest } ngày.
pause-not-shorter = Đợt tạm nghỉ này kết thúc ngày { $day }. Chỉ có thể kết thúc sớm hơn.
reform-news = Từ ngày { $day }: { $what }.
