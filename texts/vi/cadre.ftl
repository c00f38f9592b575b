# The cadre: meetings ahead, attendance, own chapters

schedule-cadre = <b>Lịch sinh hoạt 14 ngày tới của các đơn vị đồng chí phụ trách</b>
schedule-cadre-empty = Trong 14 ngày tới, các đơn vị đồng chí phụ trách không có buổi sinh hoạt nào.
schedule-leader = <b>Buổi sinh hoạt sắp tới của đơn vị đồng chí</b>
schedule-leader-empty = Chưa có buổi sinh hoạt nào sắp tới.
schedule-day = <b>{ $day }</b>
schedule-line = { $time } – { $chapter }, tại { $place }
schedule-hour = { $time }: { $count } buổi cùng giờ

attendance-ask = <b>{ $day }</b>: đồng chí đánh dấu những buổi đã dự, rồi chọn “Xong”.
attendance-button-done = Xong
attendance-button-other = Có buổi không dự
attendance-button-cancel = Để sau
attendance-button-change = Sửa xác nhận
attendance-button-day = Ngày { $day } (chưa xác nhận: { $open })
attendance-ask-double = Các buổi { $meetings } trùng giờ nhau. Đồng chí đã dự cả các buổi này?
attendance-button-both = Đúng, đã dự cả
attendance-which = Buổi nào đồng chí không dự?
attendance-why = { $meeting }: đồng chí cử người dự thay hay vắng có lý do?
attendance-say-substitute = Cử người dự thay
attendance-say-excused = Vắng có lý do
attendance-say-unconfirmed = Chưa xác nhận
attendance-line = { $meeting }: <b>{ $word }</b>
attendance-attended = đã dự
attendance-substitute = cử người dự thay
attendance-excused = vắng có lý do
attendance-absent = vắng
attendance-unconfirmed = chưa xác nhận
attendance-recorded = <b>{ $day }</b>, đã ghi:
attendance-can-change = Đồng chí có thể sửa đến hết ngày { $day }.
attendance-later = Chưa ghi gì. Khi nào tiện, đồng chí chọn “Sửa xác nhận” hoặc gõ “xác nhận”.
attendance-empty = { $day }: không có buổi sinh hoạt nào đồng chí được phân công dự.

board-list = <b>Đơn vị đồng chí phụ trách, { $period }</b>: { $count } buổi sinh hoạt
board-no-chapter = Đồng chí không được phân công phụ trách đơn vị nào.
board-unreported = { $chapter } chưa báo cáo { $period }. Hạn báo cáo: { $due }.
board-contact = Liên hệ: { $name }, { $phone }
board-contact-nobody = Đơn vị này chưa có người báo cáo.
