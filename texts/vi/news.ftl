news-greeting = Kính gửi { $who }:
news-more = … và { $count } tin khác.
news-cases = <b>Khó khăn, kiến nghị</b>
news-reports = <b>Báo cáo</b>
news-visits = <b>Dự sinh hoạt</b>
news-enquiries = <b>Lời nhắn</b>
news-topics = <b>Chủ đề sinh hoạt</b>
news-exemplars = <b>Mô hình, cách làm hay</b>
news-figures = <b>Số liệu</b>
news-reforms = <b>Đơn vị, địa bàn</b>
news-phone = Đồng chí { $name } ({ $chapter }) chưa nhận được lời nhắc qua kênh nào. Đề nghị đồng chí { $phone ->
    [none] liên hệ trực tiếp
   *[other] gọi số { $phone }
}.
