# Pauses and leave

command-pause-words = tạm nghỉ|tạm vắng|báo tạm vắng|nghỉ phép|tạm nghỉ sinh hoạt|xin nghỉ
command-pause-description = Tạm nghỉ sinh hoạt, tạm vắng
help-pause = Gõ <b>tạm nghỉ</b>: xem, đặt, kết thúc đợt tạm nghỉ, tạm vắng.

pause-list = <b>Các đợt tạm nghỉ</b>
pause-none = Hiện không có đợt tạm nghỉ nào.
pause-line = { $first } – { $last }: { $name } ({ $reason })
pause-everybody = Toàn bộ
pause-button-me = Báo tạm vắng
pause-button-area = Tạm nghỉ: { $name }
pause-button-other = Đơn vị, người khác
pause-button-everybody = Tạm nghỉ toàn bộ
pause-button-end = Kết thúc: { $name }
pause-button-undo = Bỏ đợt tạm nghỉ này
pause-button-list = Các đợt tạm nghỉ
pause-button-stand-in = Cử người thay ({ $role })
pause-button-card = Tạm nghỉ
pause-role-leader = người đứng đầu
pause-role-deputy = cấp phó
pause-role-cadre = cán bộ phụ trách

pause-first = <b>{ $name }</b> tạm nghỉ sinh hoạt từ ngày nào? Đồng chí chọn hoặc gõ ngày.
pause-first-leave = <b>{ $name }</b> tạm vắng từ ngày nào? Đồng chí chọn hoặc gõ ngày.
pause-last = Đến hết ngày nào?
pause-reason = Vì lý do gì? Đồng chí chọn hoặc gõ ngắn gọn.
pause-reason-leave = Tạm vắng
pause-reason-ill = Ốm đau
pause-reason-away = Đi công tác, đi học
pause-reason-harvest = Mùa vụ
pause-reason-festival = Lễ, Tết
pause-reason-weather = Mưa bão, ngập lụt
pause-day-today = Hôm nay, { $day }
pause-day-tomorrow = Ngày mai, { $day }
pause-day-next-month = Đầu tháng sau, { $day }
pause-day-one-day = Chỉ một ngày, { $day }
pause-day-one-week = Một tuần, đến { $day }
pause-day-month = Hết tháng, { $day }
pause-day-gone = Bỏ hẳn, coi như không nghỉ
pause-day-since-today = Từ hôm nay không nghỉ nữa
pause-day-after-today = Nghỉ hết hôm nay, { $day }
pause-look = <b>{ $name }</b> tạm nghỉ từ { $first } đến hết { $last }. Lý do: { $reason }. Các buổi trong những ngày này không tính là thiếu.
pause-look-leave = Trong thời gian này hệ thống không nhắc, không yêu cầu xác nhận dự.
pause-look-end = Đợt tạm nghỉ của <b>{ $name }</b> kết thúc sau ngày { $last }.
pause-made = Đã ghi đợt tạm nghỉ.
pause-ended = Đã kết thúc đợt tạm nghỉ.
pause-left = Không thay đổi gì.
pause-ask-office = Nếu cần người thay trong thời gian này, xin đồng chí báo cán bộ tổng hợp.
pause-end = <b>{ $name }</b> tạm nghỉ từ { $first } đến { $last }. Kết thúc sau ngày nào? Đồng chí chọn hoặc gõ ngày.

pause-bad-day = Xin đồng chí gõ ngày, ví dụ “{ $example }”.
pause-no-reason = Xin đồng chí ghi rõ hơn, ví dụ: mưa bão, ngập lụt.
pause-over = Đợt tạm nghỉ này đã đến ngày cuối ({ $day }), không cần kết thúc sớm.
pause-overtaken = Có người vừa thay đổi đợt tạm nghỉ này. Mời đồng chí xem lại danh sách.
not-everybody = Phần này do người quản trị toàn hệ thống làm. Nếu cần, xin đồng chí nhắn cán bộ tổng hợp.
