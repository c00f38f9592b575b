group-bound = Từ nay bản tổng hợp sinh hoạt của <b>{ $area }</b> sẽ được gửi vào đây.
