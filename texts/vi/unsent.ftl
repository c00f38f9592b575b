# Reports begun and not sent while their period closes

unsent-before = Báo cáo { $period } của { $chapter } đồng chí đang làm dở, chưa gửi. Kỳ này nhận báo cáo đến hết ngày { $day }.
unsent-after = Kỳ { $period } đã chốt số liệu ngày { $day }; báo cáo của { $chapter } đồng chí đang làm dở nên chưa được gửi. Nội dung đã ghi vẫn được giữ. Nếu cần gửi, đồng chí xin mở lại kỳ.
unsent-button-before = Làm tiếp báo cáo
unsent-button-after = Xin mở lại kỳ
unsent-asked = Đồng chí { $who } xin mở lại kỳ { $period } để gửi báo cáo của { $chapter }.
unsent-button-open = Mở lại kỳ cho { $chapter }
unsent-told = Đã gửi lời xin mở lại kỳ { $period } của { $chapter } đến đồng chí { $names }. Khi kỳ được mở lại, hệ thống sẽ báo đồng chí.
unsent-nobody = Chưa có cán bộ tổng hợp nào để xin mở lại kỳ { $period } của { $chapter }.
status-locked = Báo cáo làm dở khi kỳ đã chốt số liệu, chưa được gửi:
status-line-locked = – { $chapter }, { $period }: đã chốt ngày { $day }
status-button-locked = Xin mở lại { $period } – { $chapter }
