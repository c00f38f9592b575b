"""An official document as blocks: Word and PDF are drawn from the same."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from documents.official.profiles import Profile

_SIGN_OF_END = "./."
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, what it rests on in words, and the numbers of the reports among that."""

    text: str
    basis: str = ""
    reports: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 ("I- …"), 2 ("1. …") or 3 ("a) …"), its number included.

    The `key` says which it is, whatever its number.
    """

    level: int
    text: str
    key: str = ""


def section_heading(pattern: str, place: int, name: str, *, key: str = "") -> Heading:
    """Returns the heading of a section, as this layout heads them, by its place from 0."""
    return Heading(1, pattern.format(number=_ROMAN[place], name=name), key)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that belong together; the `key` says which they are, whatever they tell."""

    sentences: tuple[Sentence, ...]
    key: str = ""

    @property
    def text(self) -> str:
        """The sentences as they are read."""
        return " ".join(one.text for one in self.sentences)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with its heads on every page; `widths` are shares, `numbers` the columns of such.

    The `total` is a last row in bold letters.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    numbers: frozenset[int] = frozenset()
    total: tuple[str, ...] = ()
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in a form that Word opens, and what it shows."""

    content: bytes
    caption: str


Block = Heading | Paragraph | Table | Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class BarChart:
    """Bars of parts: of each row its name, and a number for each of the `parts`, in order."""

    title: str
    parts: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: by what authority, in which office, the name."""

    authority: str
    title: str
    name: str


@dataclass(frozen=True, slots=True)
class Annex:
    """Pages behind the signature: a title, what it is about, blocks."""

    title: str
    subject: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A whole document; `left_signature` is there where two sign.

    The `chart` is shown on slides alone. With `shows_basis` each sentence says beside it what
    it rests on, where the form allows.
    """

    profile: Profile
    superior: str
    issuer: str
    number: str
    place_date: str
    title: str
    subject: str
    body: tuple[Block, ...]
    signature: Signature
    recipients_label: str = ""
    recipients: tuple[str, ...] = ()
    left_signature: Signature | None = None
    remark: str = ""
    annexes: tuple[Annex, ...] = ()
    chart: BarChart | None = None
    author: str = ""
    shows_basis: bool = True


def ended(blocks: Iterable[Block], ending: str) -> tuple[Block, ...]:
    """Returns the blocks with the sign of this layout at the end of the last sentence alone."""
    found, is_last = list(blocks), True
    for place, block in reversed([*enumerate(found)]):
        if isinstance(block, Paragraph):
            if is_last:
                found[place] = _closed(block, ending)
            elif block.text.endswith(_SIGN_OF_END):
                found[place] = _closed(block, ".")
            is_last = False
    return tuple(found)


def _closed(block: Paragraph, sign: str) -> Paragraph:
    last = block.sentences[-1]
    text = last.text.rstrip().rstrip("./") + sign
    return replace(block, sentences=(*block.sentences[:-1], replace(last, text=text)))


def recipient_lines(profile: Profile, recipients: Iterable[str], filed: str) -> tuple[str, ...]:
    """Returns the list of recipients as it is written, the copy that is kept last."""
    lines = [f"- {one.strip().rstrip('.;,')}," for one in recipients if one.strip()]
    return (*lines, profile.filed_line(filed)) if filed else tuple(lines)
