# Reports read, returned, accepted

command-review-words = tiếp nhận|tiếp nhận báo cáo|báo cáo chờ tiếp nhận
command-review-description = Báo cáo chờ đồng chí xem và tiếp nhận
menu-review = Báo cáo chờ tiếp nhận
help-review = Gõ <b>tiếp nhận</b>: xem, tiếp nhận báo cáo hoặc đề nghị bổ sung.

review-list = <b>{ $count } báo cáo chờ đồng chí tiếp nhận</b>, báo cáo gửi trước xếp trên:
review-empty = Không còn báo cáo nào chờ đồng chí tiếp nhận.
review-button-waiting = { $chapter }, gửi { $at }
review-state-sent = đã gửi
review-button-all = Tiếp nhận { $count } báo cáo không có vướng mắc
review-accepted-all = Đã tiếp nhận <b>{ $count }</b> báo cáo đúng hạn, đúng ngày, không nêu khó khăn, kiến nghị.
review-accepted-none = Không còn báo cáo nào tiếp nhận cùng lúc được.
review-state-read = đã xem
review-state-returned = đề nghị bổ sung
review-state-accepted = đã tiếp nhận
review-sent = Tình trạng: đã gửi, chưa có người xem.
review-read = Tình trạng: <b>đã xem</b>. Đồng chí { $who }, { $at }.
review-accepted = Tình trạng: <b>đã tiếp nhận</b>. Đồng chí { $who }, { $at }.
review-returned = Tình trạng: <b>đề nghị bổ sung</b> mục “{ $line }”. Đồng chí { $who }, { $at }. Lý do: { $reason }
review-button-accept = Tiếp nhận
review-button-return = Đề nghị bổ sung
review-button-complete = Bổ sung ngay
review-button-look = Xem báo cáo
review-button-others = Báo cáo khác chờ tiếp nhận
review-which = Đồng chí đề nghị { $chapter } bổ sung mục nào?
review-why = Xin đồng chí cho biết lý do: chọn, hoặc ghi lý do khác.
review-reason-missing = Còn thiếu nội dung
review-reason-unclear = Cần ghi rõ hơn
review-reason-differs = Số liệu chưa khớp
review-reason-no-photos = Thiếu ảnh biên bản
review-left = Chưa đề nghị gì. Báo cáo giữ nguyên.
review-return-told = Đã đề nghị { $chapter } bổ sung. Khi có báo cáo sửa, hệ thống báo đồng chí.
review-accept-told = Đã tiếp nhận báo cáo của { $chapter }.
review-here = Đồng chí { $who } đề nghị bổ sung mục này. Lý do: { $reason }
review-nothing-asked = Báo cáo của { $chapter } không còn mục nào chờ bổ sung.

review-not-yours = Đồng chí không được phân công tiếp nhận báo cáo. Báo cáo do cán bộ phụ trách và cán bộ tổng hợp tiếp nhận.
review-own = Đây là báo cáo của đơn vị đồng chí, nên người khác sẽ tiếp nhận.
review-closed = Kỳ này đã chốt số liệu ngày { $day } nên không đề nghị bổ sung được nữa.
review-no-reason = Xin đồng chí ghi rõ hơn, ví dụ: cần ghi rõ số người vắng.
review-no-step = Báo cáo không có mục này. Xin đồng chí mở lại báo cáo và chọn.
review-corrected-meanwhile = Báo cáo vừa được sửa nên chưa ghi gì. Mời đồng chí xem bản mới.
review-meanwhile-accepted = Đồng chí { $who } đã tiếp nhận báo cáo này lúc { $at }, nên không thay đổi gì.
review-meanwhile-returned = Đồng chí { $who } đã đề nghị bổ sung báo cáo này lúc { $at }, nên không thay đổi gì.

review-news-returned = Đồng chí { $who } đề nghị bổ sung báo cáo { $period }, { $chapter }, mục “{ $line }”. Lý do: { $reason }
review-news-accepted = Đồng chí { $who } đã tiếp nhận báo cáo { $period }, { $chapter }.
review-news-corrected = { $chapter } đã sửa báo cáo { $period }: { $changes }
review-more-changes = và { $count } mục khác

status-returned = <b>{ $count } báo cáo được đề nghị bổ sung:</b>
status-line-returned = { $chapter }, { $period }: { $reason }
status-button-returned = Bổ sung { $period }, { $chapter }

journal-action-report-accepted = tiếp nhận báo cáo
journal-action-report-returned = đề nghị bổ sung báo cáo
journal-field-step = Mục
