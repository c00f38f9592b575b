# Reports begun and not sent while their period closes

unsent-before = Bản nháp báo cáo { $period } của { $chapter } chưa được gửi. Kỳ này nhận báo cáo đến hết ngày { $day }.
unsent-after = Kỳ { $period } đã chốt số liệu ngày { $day }; bản nháp báo cáo của { $chapter } chưa được gửi nhưng vẫn được giữ. Nếu cần gửi, đồng chí xin mở lại kỳ.
unsent-button-before = Làm tiếp báo cáo
unsent-button-after = Xin mở lại kỳ
unsent-asked = Đồng chí { $who } xin mở lại kỳ { $period } để gửi báo cáo của { $chapter }.
unsent-button-open = Mở lại kỳ cho { $chapter }
unsent-told = Đã gửi lời xin mở lại kỳ { $period } của { $chapter } đến đồng chí { $names }. Khi kỳ được mở lại, hệ thống sẽ báo đồng chí.
unsent-nobody = Chưa có cán bộ tổng hợp nào để xin mở lại kỳ { $period } của { $chapter }.
status-locked = Bản nháp chưa gửi khi kỳ đã chốt số liệu:
status-line-locked = – { $chapter }, { $period }: đã chốt ngày { $day }
status-button-locked = Xin mở lại { $period } – { $chapter }
