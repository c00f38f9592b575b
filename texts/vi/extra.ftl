# Meetings outside the plan

command-extra-words = thêm buổi|thêm buổi sinh hoạt|buổi đột xuất|đột xuất|chuyên đề|thêm buổi sinh hoạt đột xuất
command-extra-description = Thêm buổi đột xuất, chuyên đề
menu-extra = Buổi đột xuất, chuyên đề
help-extra = Gõ <b>thêm buổi</b>: thêm buổi sinh hoạt đột xuất, chuyên đề.
report-choice-extra = { $sort } { $day }

extra-which = Thêm buổi sinh hoạt cho đơn vị nào?
extra-sort = Thêm buổi sinh hoạt của <b>{ $chapter }</b>. Buổi sinh hoạt thuộc loại nào?
extra-sort-extraordinary = Đột xuất
extra-sort-thematic = Chuyên đề
extra-button-drop-one = Bỏ buổi { $day }
extra-day = Buổi này tổ chức ngày nào? Đồng chí chọn hoặc gõ, ví dụ 20/11.
extra-day-today = Hôm nay, { $day }
extra-day-yesterday = Hôm qua, { $day }
extra-look = Thêm buổi sinh hoạt { $sort } vào { $day }, của { $chapter }? Buổi này không tính vào số buổi phải báo cáo trong kỳ.
extra-button-add = Thêm
extra-added = Đã thêm. Mời đồng chí báo cáo luôn.
extra-added-ahead = Đã thêm buổi ngày { $day }. Hệ thống sẽ nhắc đồng chí như các buổi khác.
extra-button-drop = Bỏ buổi này
extra-dropped = Đã bỏ buổi sinh hoạt ngoài kế hoạch của { $chapter }.
extra-left = Chưa thêm buổi nào.
extra-bad-day = Xin đồng chí gõ ngày, ví dụ “{ $example }”.
extra-begun = Buổi này đã có báo cáo hoặc bản nháp nên không bỏ được. Mời đồng chí mở báo cáo và chọn “Không tổ chức được”.
