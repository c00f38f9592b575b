# The staff's desk: chapters

desk-page-chapters = Đơn vị
desk-page-chapter = Đơn vị
desk-chapters-find = Tên đơn vị
desk-chapters-caption = { $months ->
    [1] { $count } đơn vị trong danh bạ
   *[other] { $count } lượt đơn vị, cộng các tháng
}
desk-chapters-empty = Không có đơn vị nào như vậy trong kỳ này.
desk-chapters-col-members = Đoàn viên, hội viên
desk-chapters-meetings = { $count } buổi
desk-owing-expected = có lịch sinh hoạt
desk-owing-closed = đã ngừng hoạt động
desk-owing-not_founded = chưa thành lập
desk-owing-paused = tạm nghỉ
desk-owing-not_this_month = không có lịch
desk-owing-not_recorded = không ghi nhận qua hệ thống
desk-owing-repeated = sinh hoạt nhiều buổi trong tháng
desk-owing-nothing = chưa lập kế hoạch
desk-chapter-list = Danh sách đơn vị
desk-chapter-closed = Ngừng hoạt động từ sau ngày { $day }
desk-chapter-rule = Lịch sinh hoạt
desk-chapter-exempt = miễn sinh hoạt { $count }
desk-chapter-founded = Trong danh bạ từ
desk-chapter-from = từ { $name }
desk-chapter-months = Mười hai tháng
desk-chapter-people = Nhân sự
desk-chapter-people-caption = Người đang giữ và đã giữ nhiệm vụ, và cán bộ phụ trách hiện nay
desk-chapter-col-person = Họ và tên
desk-chapter-col-post = Nhiệm vụ
desk-chapter-col-from = Từ ngày
desk-chapter-col-to = Đến ngày
desk-chapter-now = nay
desk-chapter-no-cases = Chưa nêu khó khăn, kiến nghị nào.
desk-chapter-exemplars = Mô hình, cách làm hay ({ $count })
desk-chapter-past = Củng cố, khen thưởng
desk-chapter-replaced = thay người đứng đầu
desk-about-chapters = Các đơn vị của địa bàn, với mười hai tháng gần đây của mỗi đơn vị.
desk-about-chapter = Một đơn vị: mười hai tháng, người giữ nhiệm vụ, lịch sinh hoạt, khó khăn.
