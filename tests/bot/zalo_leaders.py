"""Leaders on Zalo: they read what stands lowest and type, and never twice for one question."""

import asyncio
from dataclasses import dataclass

from tests.bot.leaders import Answers
from tests.patience import PATIENCE
from tests.plain_channel import place_in
from tests.zaloapi import ZaloPhone

# What stands in a question, and what is done at it; the first that fits.
_STEPS = (
    ("Gửi báo cáo", "review"),
    ("Làm tiếp", "draft"),
    ("1. Buổi sinh hoạt tổ chức thế nào?", "meeting"),
    ("1. Có thảo luận", "content"),
)
_ACTIVITIES = {"discussion": "Thảo luận", "dialogue": "Đối thoại", "commendation": "Biểu dương"}


@dataclass
class ZaloLeader:
    """Somebody with one meeting to report."""

    phone: ZaloPhone
    answers: Answers
    patience: float = PATIENCE
    typed_again: int = 0

    @property
    def chat_id(self) -> str:
        return self.phone.id

    async def report(self, *, thinking: float = 0.0) -> None:
        """Reports the meeting to the end; raises TimeoutError where the talk is stuck."""
        while not self.phone.world.webhook_url:  # noqa: ASYNC110 - it tells no one
            await asyncio.sleep(0.05)
        self._type("báo cáo")
        answered, refused = "", 0
        try:
            async with asyncio.timeout(self.patience):
                while (step := self._step()) != "receipt":
                    late = sum("đến muộn" in shown.text for shown in self.phone.chat)
                    if step and (step != answered or late > refused):
                        await asyncio.sleep(thinking)
                        self.typed_again += step == answered
                        answered, refused = step, late
                        self._type(self._words(step))
                    await asyncio.sleep(0.05)
        except TimeoutError:
            read = "\n---\n".join(shown.text for shown in self.phone.chat[-3:])
            raise TimeoutError(f"{self.phone.name} is stuck at {answered!r}:\n{read}") from None

    def _type(self, text: str) -> None:
        self.phone.say(text)

    def _step(self) -> str:
        # Below the receipt a question may stand again that a killed bot had shown already.
        if any("Đã nhận báo cáo" in shown.text for shown in self.phone.chat):
            return "receipt"
        return next((step for words, step in _STEPS if words in self.phone.last), "")

    def _words(self, step: str) -> str:
        typed = {
            "meeting": f"đúng như trên\n{self.answers.present}\n{self.answers.topic}",
            "content": f"{_ACTIVITIES[self.answers.activity]}\nkhông",
        }
        labels = {"review": "Gửi báo cáo", "draft": "Làm tiếp"}
        return typed.get(step) or place_in(self.phone.last, labels[step])
