# The level of a year

command-yeargrade-words = xếp loại|xếp loại năm|đánh giá năm
command-yeargrade-description = Xếp loại năm của các đơn vị
menu-yeargrade = Xếp loại năm
help-yeargrade = Gõ <b>xếp loại</b>: xem và xác nhận xếp loại năm.

year-where = Đồng chí xem xếp loại năm ở địa bàn nào?
year-place = <b>Xếp loại năm { $year }, { $place }</b>: đã xác nhận { $settled }/{ $of } đơn vị.
year-own = <b>Xếp loại năm { $year }</b> của đơn vị đồng chí:
year-own-empty = Đồng chí không phụ trách đơn vị nào được xếp loại năm { $year }.
year-line-given = { $chapter }: { $level }
year-line-proposed = { $chapter }: đề xuất { $level }
year-line-none = { $chapter }: chưa đủ căn cứ
year-chapter = <b>Xếp loại năm { $year }: { $chapter }</b>
year-facts = Đã tổ chức { $held }/{ $due } buổi; { $graded } buổi được đánh giá: { $counts }.
year-facts-none = Đã tổ chức { $held }/{ $due } buổi; chưa buổi nào được đánh giá.
year-proposed = Đề xuất theo quy tắc: <b>{ $level }</b>.
year-none-too-few = Chưa đủ căn cứ để đề xuất: mới có { $graded }/{ $due } buổi được đánh giá, cần ít nhất { $least }%.
year-none-undecided = Chưa đủ căn cứ để đề xuất: các buổi chưa có điểm hoặc mức mà quy tắc cần.
year-none-no-level = Kết quả này chưa ứng với mức nào trong thang xếp loại.
year-open = Chưa xác nhận xếp loại.
year-given = Đã xếp loại: <b>{ $level }</b>. Đồng chí { $who }, { $at }.
year-given-why = Đã xếp loại: <b>{ $level }</b>. Đồng chí { $who }, { $at }. Lý do: { $reason }
year-ask = Mời đồng chí chọn mức để xác nhận. Khác mức đề xuất thì cần lý do.
year-button-proposed = { $level } (đề xuất)
year-button-year = Năm { $year }
year-button-look = Xem xếp loại
year-why = { $chapter }: vì sao xếp loại “{ $level }”? Xin đồng chí ghi lý do.
year-left = Chưa xác nhận gì.
year-settled = Đã xác nhận xếp loại của { $chapter }.
year-news = { $chapter } được xếp loại “{ $level }” năm { $year }.

year-out-of-range = Không xếp loại được cho năm { $year }.
year-off-scale = Mức này không có trong thang xếp loại. Các mức: { $levels }. Chưa ghi gì.
year-no-scale = Chưa có thang xếp loại cho { $association }.
year-reason-needed = Xin đồng chí ghi rõ hơn, ví dụ: đơn vị mới thành lập.
year-changed-meanwhile = Xếp loại này vừa được thay đổi. Mời đồng chí xem bản mới nhất dưới đây.
year-changed-by = Đồng chí { $who } đã xác nhận xếp loại này lúc { $at }. Mời đồng chí xem bản mới nhất dưới đây.

journal-action-chapter-year_graded = xếp loại năm
journal-field-year = Năm
journal-field-computed = Đề xuất
