group-bound = Từ nay bản tổng hợp sinh hoạt của <b>{ $area }</b> sẽ được gửi vào đây.
group-regained = Hệ thống tiếp tục gửi bản tổng hợp sinh hoạt của <b>{ $area }</b> vào đây.
channel-lost = Kênh “{ $title }” không nhận được bản tổng hợp của { $area }: hệ thống bị đưa ra khỏi kênh hoặc không có quyền đăng tin. Xin đồng chí thêm lại hoặc cấp quyền đăng tin, bản tổng hợp chưa gửi được sẽ gửi bù.
channel-regained = Kênh “{ $title }” nhận lại được bản tổng hợp của { $area }.
