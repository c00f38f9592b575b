"""What the sample's people speak of: topics, difficulties, proposals, examples to follow."""

from dataclasses import dataclass

from domain.exemplars import Field
from domain.report import RaisedDifficulty

# By month, for every kind, and one more that a kind has of its own.
TOPICS = {
    4: "Phòng, chống hạn mặn cuối vụ, tiết kiệm nước ngọt",
    5: "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
    6: "Gia đình văn hóa, phòng ngừa bạo lực gia đình",
    7: "Đền ơn đáp nghĩa, chăm sóc gia đình chính sách",
    8: "Vệ sinh môi trường, phòng, chống sốt xuất huyết",
    9: "An toàn giao thông, vận động học sinh đến trường",
    10: "Chuyển đổi số trong đời sống ở ấp, khóm",
    11: "Ngày hội Đại đoàn kết toàn dân tộc",
    12: "Kiểm điểm cuối năm, phương hướng năm tới",
    1: "Mừng Đảng, mừng Xuân, giữ gìn vệ sinh ấp, khóm",
}
KIND_TOPICS = {
    "chi_doan": "Thanh niên khởi nghiệp từ cây dừa, con tôm",
    "phu_nu": "Tổ tiết kiệm và vay vốn xoay vòng của chị em",
    "nong_dan": "Quản lý nguồn nước trong nuôi tôm mùa mưa",
    "mat_tran": "Giám sát công trình do dân đóng góp",
    "cong_doan": "Chăm lo đời sống, an toàn lao động",
}

_TOLD = (
    ("infrastructure", "commune", "Cống đầu kênh bị hỏng, nước tràn vào ruộng khi triều lên."),
    ("infrastructure", "commune", "Đường liên ấp ngập khi mưa lớn, xe hai bánh khó qua."),
    ("infrastructure", "hamlet", "Đèn đường ở đoạn vào nhà văn hóa hư ba bóng."),
    ("infrastructure", "higher", "Cầu ván qua kênh xuống cấp, học sinh đi lại không an toàn."),
    ("environment", "higher", "Nước mặn xâm nhập sớm, thiếu nước ngọt sinh hoạt."),
    ("environment", "hamlet", "Rác thải sinh hoạt chưa được thu gom đều ở cuối ấp."),
    ("economy", "commune", "Hội viên cần vay vốn nuôi tôm nhưng thiếu tài sản thế chấp."),
    ("economy", "higher", "Giá thức ăn tôm tăng, hộ nhỏ lẻ khó xoay vốn."),
    ("organization", "commune", "Nhiều người đi làm ăn xa, khó tập hợp đủ người dự."),
    ("organization", "chapter", "Cấp phó chuyển nơi ở, cần kiện toàn nhân sự."),
    ("funding", "commune", "Kinh phí hoạt động ít, chưa sửa được loa nhà văn hóa."),
    ("rights", "commune", "Một số người chưa nhận được thẻ bảo hiểm y tế mới."),
    ("security", "commune", "Tối đến còn tụ tập đá gà, đề nghị nhắc nhở."),
    ("other", "commune", "Sóng điện thoại yếu ở cuối ấp, khó gửi báo cáo."),
)
DIFFICULTIES = tuple(
    RaisedDifficulty(category=category, text=text, level=level) for category, level, text in _TOLD
)
DIFFICULTIES_OF = {
    "cong_doan": (
        RaisedDifficulty(
            category="rights",
            text="Đoàn viên tăng ca nhiều trong mùa thu hoạch, đề nghị bố trí nghỉ bù.",
            level="chapter",
        ),
    )
}
# What is answered in the end, by the words with which it was told.
SOLUTIONS = {
    "Cống đầu kênh bị hỏng, nước tràn vào ruộng khi triều lên.": "Đã thay cửa cống, nước không "
    "còn tràn vào ruộng.",
    "Đường liên ấp ngập khi mưa lớn, xe hai bánh khó qua.": "Đã nâng đoạn trũng và khơi rãnh, bà "
    "con đã đi lại được.",
    "Đèn đường ở đoạn vào nhà văn hóa hư ba bóng.": "Đã thay ba bóng đèn.",
    "Cầu ván qua kênh xuống cấp, học sinh đi lại không an toàn.": "Đã thay ván mặt cầu và làm lan "
    "can; cầu bê tông đưa vào kế hoạch năm sau.",
    "Nước mặn xâm nhập sớm, thiếu nước ngọt sinh hoạt.": "Đã kéo thêm một vòi nước công cộng và "
    "cấp bồn chứa cho các hộ ở xa.",
    "Rác thải sinh hoạt chưa được thu gom đều ở cuối ấp.": "Xe thu gom nay đến cuối ấp vào thứ Ba "
    "và thứ Sáu.",
    "Hội viên cần vay vốn nuôi tôm nhưng thiếu tài sản thế chấp.": "Đã hướng dẫn vay qua tổ tiết "
    "kiệm, không cần thế chấp.",
    "Giá thức ăn tôm tăng, hộ nhỏ lẻ khó xoay vốn.": "Đã giới thiệu hộ nhỏ vào tổ hợp tác mua "
    "chung thức ăn.",
    "Nhiều người đi làm ăn xa, khó tập hợp đủ người dự.": "Đã thống nhất dời buổi sinh "
    "hoạt sang tối thứ Bảy.",
    "Cấp phó chuyển nơi ở, cần kiện toàn nhân sự.": "Đã thống nhất với cấp trên, kiện toàn "
    "nhân sự trong tháng này.",
    "Kinh phí hoạt động ít, chưa sửa được loa nhà văn hóa.": "Đã bố trí kinh phí sửa loa trong "
    "tháng.",
    "Một số người chưa nhận được thẻ bảo hiểm y tế mới.": "Đã nhận thẻ từ bảo hiểm xã hội và giao "
    "đến từng người.",
    "Tối đến còn tụ tập đá gà, đề nghị nhắc nhở.": "Công an xã đã nhắc nhở và tuần tra thêm buổi "
    "tối.",
    "Sóng điện thoại yếu ở cuối ấp, khó gửi báo cáo.": "Nhà mạng đã khảo sát và tăng sóng cho "
    "trạm gần ấp.",
    "Đoàn viên tăng ca nhiều trong mùa thu hoạch, đề nghị bố trí nghỉ bù.": "Công ty đã đồng ý bố "
    "trí nghỉ bù trong tháng.",
    "Đề nghị xã mở lớp tập huấn kỹ thuật nuôi tôm.": "Đã mời kỹ sư khuyến nông, mở lớp vào tuần "
    "đầu tháng tới.",
    "Đề nghị hỗ trợ loa và bàn ghế cho nhà văn hóa.": "Đã cấp một bộ loa và mười bộ bàn ghế.",
    "Đề nghị ngành điện kiểm tra đường dây cuối ấp.": "Điện lực đã kiểm tra và thay đoạn dây cũ.",
}
# What is said meanwhile, by category.
ADVICE = {
    "infrastructure": "Trước mắt bà con cùng dọn dẹp, ấp hỗ trợ dụng cụ; xã cử người kiểm tra.",
    "environment": "Đưa vào nội dung sinh hoạt ấp tháng này để bàn cách làm.",
    "economy": "Lập danh sách hộ có nhu cầu, gửi cán bộ phụ trách trong tuần.",
    "organization": "Đơn vị trao đổi trước với cấp trên, gửi dự kiến nhân sự.",
    "funding": "Lập dự toán ngắn gọn, gửi cán bộ phụ trách.",
    "rights": "Lập danh sách người chưa được giải quyết, gửi cán bộ phụ trách.",
    "security": "Báo ngay cho công an viên ấp mỗi khi thấy tụ tập.",
    "other": "Phối hợp với Ban Công tác Mặt trận ấp cùng vận động.",
    "proposal": "Đã ghi nhận, đang làm việc với ngành liên quan.",
}
REASONS_UP = (
    "Ấp không có kinh phí, đề nghị xã xem xét.",
    "Việc thuộc thẩm quyền của xã.",
    "Đã vận động trong ấp nhưng chưa đủ, cần xã hỗ trợ.",
)
PROPOSALS = (
    "Đề nghị xã mở lớp tập huấn kỹ thuật nuôi tôm.",
    "Đề nghị hỗ trợ loa và bàn ghế cho nhà văn hóa.",
    "Đề nghị ngành điện kiểm tra đường dây cuối ấp.",
)


@dataclass(frozen=True, slots=True)
class Model:
    """What is known of an exemplar once it is registered, and later recognised."""

    field: Field
    aim: str
    note: str
    result: str


# By the words with which a report tells of it.
EXEMPLARS = {
    "Tổ hùn vốn xoay vòng giúp năm hộ nuôi gà.": Model(
        Field.ECONOMY,
        "Giúp hội viên khó khăn có vốn chăn nuôi mà không phải vay nóng.",
        "Đã có năm hộ nhận vốn đợt một.",
        "Năm hộ có thêm thu nhập, ba hộ đã hoàn vốn cho tổ.",
    ),
    "Tuyến đường hoa do chị em tự trồng và chăm sóc.": Model(
        Field.SOCIETY,
        "Giữ đường ấp xanh, sạch, không còn rác hai bên đường.",
        "Đã trồng xong đoạn đầu, mỗi hộ nhận chăm sóc trước nhà mình.",
        "Hai cây số đường có hoa, không còn điểm đổ rác tự phát.",
    ),
    "Nhóm Zalo báo độ mặn hằng ngày cho các hộ nuôi tôm.": Model(
        Field.ECONOMY,
        "Các hộ biết độ mặn trước khi lấy nước vào vuông.",
        "Hai đồng chí thay nhau đo và nhắn mỗi sáng.",
        "Bốn mươi hộ theo dõi, không hộ nào lấy nhầm nước mặn trong vụ.",
    ),
}
# What a topic comes with.
GUIDANCE = (
    "Dành khoảng 30 phút. Nêu tình hình của ấp, khóm trước, rồi mời hội viên phát biểu; "
    "chốt lại một hoặc hai việc làm trong tháng và người nhận việc."
)
QUESTIONS = (
    "1. Ở ấp, khóm mình việc này đang ra sao?\n"
    "2. Gia đình đồng chí đã làm được gì?\n"
    "3. Tháng này đơn vị nhận làm việc nào?"
)
DIALOGUE = "Bà con đề nghị cán bộ trả lời điều gì về nội dung này?"
# Why a meeting was put off or could not be held, by the keys of the report form.
REASONS = ("weather", "weather", "season", "season", "other_duty", "chair_away", "too_few")
