# Looking for words in what was reported, at the desk and in the chat

desk-page-search = Tra cứu
desk-search-words = Từ cần tìm (có dấu hoặc không dấu)
desk-search-find = Tìm
desk-search-anew = Tìm lại từ đầu
desk-search-found = “{ $words }”, { $period }: { $areas } địa bàn, { $chapters } đơn vị nêu, trong { $reports } báo cáo.
desk-search-none = “{ $words }”, { $period }: không có báo cáo nào nêu.
desk-search-cut = Chỉ tính phần mới nhất; xin chọn kỳ ngắn hơn hoặc địa bàn nhỏ hơn.
desk-search-by-about = Theo nội dung:
desk-search-by-place = Theo địa bàn:
desk-search-about-topic = Chủ đề sinh hoạt
desk-search-about-best_practice = Cách làm hay
desk-search-caption = { $count } mục, trong { $reports } báo cáo, mới nhất xếp trên
desk-search-col-about = Loại nội dung
desk-search-col-report = Báo cáo

command-search-words = tra cứu|tìm trong báo cáo
command-search-description = Tìm trong báo cáo
menu-search = Tra cứu báo cáo
help-search = Gõ <b>tra cứu</b>, rồi gõ từ cần tìm, để biết bao nhiêu đơn vị nêu việc đó, trong báo cáo nào.
search-ask = Đồng chí cần tìm từ nào trong các báo cáo? Ví dụ: thủy lợi. Gõ có dấu hay không dấu đều được.
search-found = <b>“{ $words }”</b>, { $period }: { $areas } địa bàn, { $chapters } đơn vị nêu, trong { $reports } báo cáo.
search-none = <b>“{ $words }”</b>, { $period }: không có báo cáo nào nêu.
search-line = – { $day }, { $chapter }: { $text }
search-button-report = { $number }, { $chapter }
desk-about-search = Một từ, một lĩnh vực được nêu ở bao nhiêu đơn vị, trong những báo cáo nào.
