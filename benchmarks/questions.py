"""The ten-step talk that both bots have: nine questions, then a look over it all."""

QUESTIONS = (
    "Buổi sinh hoạt đã diễn ra thế nào?",
    "Có thảo luận không?",
    "Có đối thoại không?",
    "Có biểu dương không?",
    "Có cán bộ phụ trách dự không?",
    "Chủ đề có sát thực tế không?",
    "Hội viên có phát biểu không?",
    "Có khó khăn về hạ tầng không?",
    "Có khó khăn về kinh phí không?",
)
OPTIONS = {"yes": "Có", "no": "Không", "partly": "Một phần"}
REVIEW = "Mời đồng chí xem lại."
SEND = "send"
DONE = "Đã nhận. Cảm ơn đồng chí."
