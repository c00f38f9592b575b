# Bàn làm việc: bảng số liệu

desk-page-exports = Bảng số liệu
desk-about-exports = Lấy số liệu ra bảng Excel hoặc CSV; bảng lớn được lập riêng, tệp được giữ 7 ngày.
desk-exports-new = Bảng mới, { $place }, { $period }
desk-exports-format = Dạng tệp
desk-exports-as-today = Bảng số liệu xếp theo địa bàn hiện nay.
desk-exports-make = Lập bảng
desk-exports-caption = Các bảng đồng chí đã yêu cầu gần đây, mới nhất xếp trên
desk-exports-kept = Bảng lập xong được gửi tới đồng chí qua tin nhắn và lưu trên trang này trong 7 ngày.
desk-exports-col-sheet = Bảng
desk-exports-col-asked = Yêu cầu lúc
desk-exports-col-file = Tệp
desk-exports-pending = Đang lập, { $rows }/{ $of } dòng
desk-exports-done = Đã lập xong, { $rows } dòng
desk-exports-failed = Chưa lập được
desk-exports-take = Tải về
desk-exports-of-page = Lấy bảng này ra tệp
