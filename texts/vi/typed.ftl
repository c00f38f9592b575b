# Reports that somebody enters for a leader

command-typed-words = nhập thay|nhập báo cáo thay
command-typed-description = Nhập thay báo cáo, xác nhận báo cáo nhập thay
menu-typed = Nhập thay báo cáo
help-typed = Gõ <b>nhập thay</b>: nhập báo cáo thay người báo cáo không tiện dùng điện thoại.
typed-button-type = Nhập thay báo cáo
typed-button-for = { $chapter }
typed-late = Đồng chí nhập thay báo cáo cho đơn vị nào?
typed-late-none = Không còn đơn vị nào chờ báo cáo.
typed-begin = Đồng chí đang nhập thay đồng chí { $who }, { $chapter }. Báo cáo đứng tên đồng chí { $who }, có ghi người nhập.
typed-begin-nobody = Đồng chí đang nhập thay cho { $chapter }, đơn vị chưa có người báo cáo. Báo cáo có ghi người nhập.
typed-begun = Đồng chí { $names } đã có bản nháp báo cáo này của { $chapter }. Bản nháp vẫn được giữ. Đồng chí có muốn nhập thay không?
typed-button-anyway = Vẫn nhập thay
typing-own-report = Báo cáo này do chính đơn vị gửi. Nếu cần sửa, xin dùng “Đề nghị bổ sung”.
typed-ask =
    { $state ->
        [held] Nhờ { $who } xem giúp: đồng chí { $by } đã nhập thay báo cáo { $period } của <b>{ $chapter }</b>: đã tổ chức, có mặt { $present }. Báo cáo có đúng không?
        [moved] Nhờ { $who } xem giúp: đồng chí { $by } đã nhập thay báo cáo { $period } của <b>{ $chapter }</b>: dời ngày sinh hoạt. Báo cáo có đúng không?
       *[other] Nhờ { $who } xem giúp: đồng chí { $by } đã nhập thay báo cáo { $period } của <b>{ $chapter }</b>: không tổ chức được. Báo cáo có đúng không?
    }
typed-button-right = Đúng
typed-button-wrong = Chưa đúng
typed-why = Phần nào chưa đúng? Đồng chí ghi ngắn gọn.
typed-button-no-reason = Không ghi lý do
typed-left = Chưa ghi gì. Báo cáo vẫn như cũ.
typed-confirmed-thanks = Cảm ơn đồng chí. Đã ghi nhận đồng chí xác nhận báo cáo của { $chapter }.
typed-objected-thanks = Đã ghi nhận và báo cho đồng chí { $by }, cán bộ phụ trách và cán bộ tổng hợp. Đồng chí có thể tự sửa báo cáo.
typed-changed-meanwhile = Báo cáo này đã được sửa sau đó. Mời đồng chí xem bản mới.
typed-meanwhile = Báo cáo của { $chapter } đã có người nhập thay khi đồng chí chưa gửi. Nếu đồng chí gửi, báo cáo của đồng chí sẽ thay bản đó.
typed-mine = Báo cáo nhập thay chờ đồng chí xác nhận: { $count }
typed-mine-none = Không có báo cáo nhập thay nào chờ đồng chí xác nhận.
typed-button-look = { $number }, { $period }
typed-for = { $who } (do đồng chí { $by } nhập thay)
typed-by = Báo cáo do đồng chí { $who } nhập thay.
typed-unconfirmed = Người đứng tên chưa xác nhận.
typed-confirmed = Người đứng tên đã xác nhận lúc { $at }.
typed-objected = Người đứng tên cho biết chưa đúng, lúc { $at }. Lý do: { $reason }
typed-news-objected = Đồng chí { $who } cho biết báo cáo { $period } của { $chapter } do đồng chí { $by } nhập thay chưa đúng: { $reason }
journal-action-report-confirmed = xác nhận báo cáo nhập thay
journal-action-report-objected = không đồng ý với báo cáo nhập thay
