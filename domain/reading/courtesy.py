"""What is said out of politeness around an answer, and what a hurried finger adds to it."""

import re
import unicodedata

from domain.text import fold, marked

_TITLE = r"(?:anh|chi|em|co|chu|bac|ong|dong chi|d/c|dc|can bo|lanh dao|ca nha)"
_OPENING = re.compile(
    rf"^(?:(?:da|u|uh|uhm|um|o|alo|(?:em )?(?:xin )?(?:thua|bao cao|kinh bao)(?: {_TITLE})?)"
    r"(?:[ ,.:;!]+|$))+"
)
# Without its marks "vâng" (yes) is "vắng" (absent).
_YES = re.compile(r"^(?:dạ[ ,]+)?vâng(?:[ ,.:;!]+|$)")
_CLOSING = re.compile(
    r"(?:[ ,.;!~]+(?:a|ah|nha|nhe|nhen|nghen|nghe|ne|(?<!ly )do|day|luon|thoi|cam on|tks"
    rf"|{_TITLE}))*[ ,.;:!?~]*$"
)
_SWELLING = re.compile(r"([a-z])\1{2,}")


def without_courtesy(text: str) -> str:
    """Returns an answer folded, without "dạ", "ạ", "nha đồng chí", emoji and trailing stops."""
    plain = fold(_YES.sub("", marked(text))) or fold(text)
    plain = "".join(char for char in plain if unicodedata.category(char) not in ("So", "Sk"))
    plain = _SWELLING.sub(r"\1", " ".join(plain.split()))
    bare = _CLOSING.sub("", _OPENING.sub("", plain)).strip()
    return bare or plain
