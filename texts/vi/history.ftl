# Reports sent, and what is still missing

history-empty = Chưa có báo cáo nào của đơn vị đồng chí.
history-list = { $count } báo cáo gần nhất của đơn vị đồng chí. Mời đồng chí chọn một báo cáo để xem.
history-button = { $chapter }, { $period }: { $state }
history-state-held = đã tổ chức
history-state-moved = dời ngày
history-state-not_held = không tổ chức được
history-report = <b>Báo cáo { $number }</b>, { $period }, { $chapter }
history-line = <b>{ $name }:</b> { $value }
history-sent = Gửi lúc { $at }, đúng hạn. Người gửi: { $who }.
history-sent-late = Gửi lúc { $at }, báo cáo chậm. Người gửi: { $who }.
history-somebody = người đã rời hệ thống
history-change = <b>Sửa lần { $number }</b>, { $at }, { $who }:
history-change-line = { $name }: { $before } → { $after }
history-change-none = không đổi nội dung
history-nothing = (trống)
history-closed = Kỳ này đã chốt số liệu ngày { $day }. Nếu cần sửa, xin đồng chí liên hệ cán bộ tổng hợp: { $staff }.
history-closed-nobody = Kỳ này đã chốt số liệu ngày { $day }. Nếu cần sửa, xin đồng chí liên hệ cán bộ tổng hợp.
history-contact = { $name }, { $phone }
history-button-correct = Sửa báo cáo
history-button-photos = Xem ảnh ({ $count })
history-photos = { $count } ảnh biên bản của báo cáo này.
history-photos-none = Báo cáo này chưa có ảnh.
history-button-voices = Nghe tin thoại ({ $count })
history-voices = { $count } tin thoại của báo cáo này.
history-voices-none = Báo cáo này chưa có tin thoại.

status-no-chapter = Đồng chí không được phân công báo cáo cho đơn vị nào.
status-complete = <b>Đồng chí đã gửi đủ báo cáo.</b>
status-owed = <b>Đồng chí còn { $count } báo cáo chưa gửi:</b>
status-line = { $chapter }, { $period }: hạn { $due }
status-line-late = { $chapter }, { $period }: hạn { $due }, đã quá { $days } ngày
status-button = Báo cáo { $period }, { $chapter }
status-next = Buổi sinh hoạt sắp tới: { $time }, { $day }, { $chapter }.
