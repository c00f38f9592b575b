# Pauses and leave

command-pause-words = tạm nghỉ|nghỉ phép|tạm nghỉ sinh hoạt|xin nghỉ
command-pause-description = Tạm nghỉ sinh hoạt, nghỉ phép
help-pause = <b>/tamnghi</b> – xem, đặt, kết thúc đợt tạm nghỉ, nghỉ phép; gõ “tạm nghỉ”.

pause-list = <b>Các đợt tạm nghỉ</b>
pause-none = Hiện không có đợt tạm nghỉ nào.
pause-line = { $first } – { $last }: { $name } ({ $reason })
pause-everybody = Tất cả các nơi
pause-button-me = Tôi xin nghỉ
pause-button-area = Cho nghỉ: { $name }
pause-button-other = Cho một đơn vị, một người nghỉ
pause-button-everybody = Cho tất cả các nơi nghỉ
pause-button-end = Kết thúc: { $name }
pause-button-undo = Bỏ đợt nghỉ này
pause-button-list = Các đợt tạm nghỉ
pause-button-stand-in = Cử người thay ({ $role })
pause-button-card = Tạm nghỉ
pause-role-leader = người đứng đầu
pause-role-deputy = cấp phó
pause-role-cadre = cán bộ phụ trách

pause-first = <b>{ $name }</b> tạm nghỉ sinh hoạt từ ngày nào? Đồng chí bấm hoặc gõ ngày.
pause-first-leave = <b>{ $name }</b> nghỉ từ ngày nào? Đồng chí bấm hoặc gõ ngày.
pause-last = Đến hết ngày nào?
pause-reason = Vì lý do gì? Đồng chí bấm hoặc gõ ngắn gọn.
pause-reason-leave = Nghỉ phép
pause-reason-ill = Nghỉ ốm
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
pause-look = <b>{ $name }</b> nghỉ từ { $first } đến hết { $last }. Lý do: { $reason }. Các buổi trong những ngày này không tính là thiếu.
pause-look-leave = Trong thời gian này hệ thống không nhắc, không yêu cầu xác nhận dự.
pause-look-end = Đợt nghỉ của <b>{ $name }</b> kết thúc sau ngày { $last }.
pause-made = Đã ghi đợt nghỉ.
pause-ended = Đã cho kết thúc đợt nghỉ.
pause-left = Không thay đổi gì.
pause-ask-office = Cần người thay trong thời gian này, xin đồng chí báo cán bộ xã.
pause-end = <b>{ $name }</b> đang nghỉ từ { $first } đến { $last }. Cho nghỉ đến hết ngày nào? Đồng chí bấm hoặc gõ ngày.

pause-bad-day = Xin đồng chí gõ ngày, ví dụ “{ $example }”.
pause-no-reason = Xin đồng chí ghi lý do, ít nhất 3 ký tự.
pause-over = Đợt nghỉ này đã đến ngày cuối ({ $day }), không cần cho kết thúc sớm.
pause-overtaken = Có người vừa thay đổi đợt nghỉ này. Xin đồng chí xem lại danh sách.
not-everybody = Việc này chỉ dành cho người quản trị toàn hệ thống.
