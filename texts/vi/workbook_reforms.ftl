# The sheet of mergers, splits and moves.

workbook-sheet-reforms = Sáp nhập, chia tách
workbook-head-reform = Việc
workbook-head-subjects = Từ đơn vị, địa bàn
workbook-head-results = Thành đơn vị, địa bàn
workbook-choice-reform-merge_areas = sáp nhập địa bàn
workbook-choice-reform-split_area = chia địa bàn
workbook-choice-reform-move_area = chuyển địa bàn
workbook-choice-reform-merge_chapters = sáp nhập đơn vị
workbook-choice-reform-split_chapter = tách đơn vị
workbook-choice-reform-move_chapter = chuyển đơn vị
workbook-guide-18 = Sáp nhập, chia tách: ghi những đơn vị, địa bàn đang có, cách nhau dấu “;”, rồi đơn vị, địa bàn mới. Sáp nhập: “Ấp A; Ấp B” thành “Ấp C”. Chia địa bàn: “Ấp D; Ấp E: #12, #15” (các đơn vị về Ấp E; còn lại về địa bàn đầu). Tách đơn vị: “Chi hội D: 20; Chi hội E: 15” (số người). Chuyển: ghi địa bàn đến. Lịch sử vẫn giữ tên cũ.
workbook-fault-reform-one = việc này làm với một đơn vị hoặc địa bàn, mỗi đơn vị hoặc địa bàn ghi một dòng
workbook-fault-reform-one-name = sáp nhập thì ghi một tên mới
workbook-fault-reform-names = ghi từ hai tên mới trở lên, cách nhau dấu “;”
workbook-fault-reform-members = ghi số người sau dấu hai chấm, như “Chi hội A: 20; Chi hội B: 15”
workbook-fault-reform-unknown = không có “{ $name }” trong danh bạ đang dùng; ghi tên hoặc mã số, như “#12”
workbook-fault-reform-most = mỗi tệp nhiều nhất { $most } việc; phần còn lại xin gửi ở tệp sau
