# Practice

command-practice-words = tập làm|làm thử|chế độ làm thử
command-practice-description = Tập làm, không lưu, không gửi
menu-practice = Tập làm
help-practice = Gõ <b>tập làm</b>: tập làm mọi việc, không lưu và không gửi cho ai.
practice-mark = <b>ĐANG TẬP LÀM: không lưu, không gửi cho ai.</b>
practice-button-end = Kết thúc tập làm
practice-end-words = kết thúc tập làm|kết thúc làm thử|thôi tập làm|thôi làm thử|/lamthu|/practice
practice-ended = Đã kết thúc tập làm, những gì vừa làm không được lưu. Từ đây báo cáo được gửi thật.
practice-over = Đã hết thời gian tập làm. Những gì vừa làm, kể cả tin vừa gửi, không được lưu. Từ đây báo cáo được gửi thật.
practice-not-now = Đồng chí không ở chế độ tập làm.
