"""What sheets, headings and choices were called in workbooks written by earlier versions."""

SHEETS = {
    "chapters": ("Chi hội",),
    "pilots": ("Nơi làm điểm",),
    "channels": ("Kênh tổng hợp",),
}
HEADINGS = {
    "account": ("Tài khoản bot",),
    "member_count": ("Số thành viên",),
    "members": ("Cách gọi thành viên",),
    "recording": ("Mức ghi chép",),
    "regular": ("Cách gọi buổi họp",),
    "leader": ("Chức danh trưởng",),
    "deputy": ("Chức danh phó",),
    "start_time": ("Giờ họp",),
    "chapter": ("Chi hội",),
    "visits": ("Số lần dự mỗi chi hội",),
    "subjects": ("Từ nơi nào",),
    "results": ("Thành nơi nào",),
}
CHOICES = {
    "month": ("một tháng",),
    "quarter": ("một quý",),
    "frame": ("chỉ ghi khung",),
    "next_day_holiday_only": ("chỉ dời khi trúng ngày lễ",),
    "merge_chapters": ("sáp nhập chi hội",),
    "split_chapter": ("tách chi hội",),
    "move_chapter": ("chuyển chi hội",),
}
