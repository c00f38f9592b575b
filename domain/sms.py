"""Text messages as the phone network takes them: without marks, bounded, in so many parts."""

import unicodedata

# The channel's name in addresses, and its one account.
CHANNEL, ACCOUNT = "sms", "main"
# 3GPP TS 23.038, the default alphabet; what stands in the extension counts twice.
_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENDED = frozenset("^{}\\[~]|€")
# One message, and each part of a longer one: 140 bytes, less six that join the parts.
_GSM, _UCS2 = (160, 153), (70, 67)
_LIKE_OTHERS = str.maketrans(
    {
        "đ": "d",
        "Đ": "D",
        "“": '"',
        "”": '"',
        "„": '"',
        "‘": "'",
        "’": "'",
        "`": "'",
        "´": "'",
        "–": "-",
        "—": "-",
        "−": "-",
        "…": "...",
        "•": "-",
        "·": "-",
        "✓": "+",
        "\u00a0": " ",
        "\t": " ",
    }
)
_MARKS = range(0x0300, 0x0370)
_CUT = "..."


def write_plain(text: str) -> str:
    """Returns a text without Vietnamese marks, in the letters that every phone shows."""
    letters = unicodedata.normalize("NFD", text.translate(_LIKE_OTHERS))
    bare = "".join(letter for letter in letters if ord(letter) not in _MARKS)
    kept = (letter for letter in bare if letter == "\n" or letter.isprintable())
    return unicodedata.normalize("NFC", "".join(kept)).strip()


def count_parts(text: str) -> int:
    """Returns how many messages a text is paid as: 160 letters, 70 where others than GSM's are."""
    is_gsm = all(letter in _BASIC or letter in _EXTENDED for letter in text)
    alone, joined = _GSM if is_gsm else _UCS2
    doubled = sum(letter in _EXTENDED for letter in text)
    length = len(text) + doubled if is_gsm else len(text.encode("utf-16-le")) // 2
    return 1 if length <= alone else -(-length // joined)


def fit(text: str, end: str, *, most: int) -> str:
    """Returns a text with this end, cut after a word so that both take `most` parts at most."""
    tail = f"\n{end}" if end else ""
    whole = f"{text}{tail}"
    if count_parts(whole) <= most:
        return whole
    # The longest beginning that fits: each part has a fixed length, so halves are searched.
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if count_parts(f"{text[:middle]}{_CUT}{tail}") <= most:
            low = middle
        else:
            high = middle - 1
    cut = text[:low]
    at_word = cut.rpartition(" ")[0] if low < len(text) and not text[low].isspace() else cut
    return f"{(at_word or cut).rstrip()}{_CUT}{tail}"


def to_dialled(phone: str) -> str:
    """Returns a stored number as it is dialled from anywhere, without "+": 84912345678."""
    return f"84{phone[1:]}" if phone.startswith("0") else phone.removeprefix("+")


def to_stored(dialled: str) -> str:
    """Returns a dialled number in the form it is stored in: 0912345678, or +85620… from abroad."""
    return f"0{dialled[2:]}" if dialled.startswith("84") else f"+{dialled}"
