# The staff's desk: documents

desk-page-documents = Văn bản
desk-page-document = Văn bản
desk-documents-new = Văn bản mới, { $place }, { $period }
desk-documents-empty = Chưa có văn bản nào. Chọn kỳ và loại văn bản ở trên rồi bấm “Lập văn bản”.
desk-documents-caption = { $count } văn bản, mới sửa xếp trên
desk-documents-col-name = Văn bản
desk-documents-col-number = Số
desk-documents-col-changed = Sửa lần cuối
desk-documents-list = Danh sách văn bản
desk-document-number = Số: { $number }
desk-document-differences = Khác bản trước: { $count } chỉ số
desk-document-edited = đã sửa tay
desk-document-moved = Số liệu đã đổi:
desk-document-take = Nhận số liệu mới
desk-document-keep = Giữ câu đã sửa
desk-document-write = Sửa đoạn này
desk-document-save = Lưu đoạn này
desk-document-back = Lấy lại câu theo số liệu
desk-document-basis = Căn cứ
desk-document-reports = { $count } báo cáo
desk-document-lost = Đoạn đã sửa tay nhưng nay không còn số liệu
desk-document-drop = Bỏ đoạn này
doc-passage-empty = Đoạn văn chưa có nội dung nên chưa lưu.
doc-passage-gone = Văn bản không còn đoạn này nên chưa lưu. Xin đồng chí mở lại văn bản.
doc-edited-meanwhile = Có người vừa sửa văn bản này nên chưa lưu. Nội dung đồng chí gõ còn ở dưới; xin xem lại rồi lưu.
