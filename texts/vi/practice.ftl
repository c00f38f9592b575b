# Practice

command-practice-words = làm thử|tập làm|chế độ làm thử
command-practice-description = Làm thử, không tính vào đâu
menu-practice = Làm thử
help-practice = <b>/lamthu</b> – làm thử mọi việc, không tính vào đâu và không ai nhận được; gõ “làm thử”.
practice-mark = <b>LÀM THỬ – không tính, không ai nhận được.</b>
practice-button-end = Kết thúc làm thử
practice-end-words = kết thúc làm thử|thôi làm thử|/lamthu|/practice
practice-ended = Đã kết thúc làm thử. Mọi điều vừa thử không được ghi lại. Từ đây mọi việc đều tính thật.
practice-over = Buổi làm thử đã dài nên hệ thống kết thúc. Mọi điều vừa thử không được ghi lại; tin vừa rồi cũng chưa được ghi. Từ đây mọi việc đều tính thật.
practice-not-now = Đồng chí không ở trong chế độ làm thử.
