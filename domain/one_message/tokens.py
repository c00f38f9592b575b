"""The words of a message with their places in it, and where its parts end."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from domain.text import fold

_RAW = re.compile(r"\n|[^\s]+")
_BEFORE = re.compile(r"^[(\[“\"'«•*+–—-]+(?=\S)")
_AFTER = re.compile(r"(?:[,;:.!?…)\]”\"'»]|-+>?)+$")
# Between digits these belong to the figure: 5,11 · 19:30 · 1.200; "d/c." is no end of anything.
_INSIDE = re.compile(
    r"(?<!\d)[,;:](?=\w)|(?<=\d)[;](?=\w)|(?<=\d)[,:](?=[^\W\d])|[|•]|(?<=\w)\("
    r"|(?:(?<=/\d)|(?<=/\d\d)|(?<=/\d{4})),(?=\d)"
)
_POLITE = frozenset(("ạ", "á", "à", "a", "ah", "nha", "nhé", "nghen", "nhen", "nè", "hen", "rồi"))
# "1." at the head of a line, and "2)" behind it, count what is told.
_NUMBERED = re.compile(r"(\d{1,2})[.)/]")
_SHORT = frozenset(("d/c", "dc", "ts", "tp", "a", "c", "e", "p", "q", "gd", "pct", "ubnd"))


@dataclass(frozen=True, slots=True)
class Token:
    """One word or stop of a message: folded, and where it stands in the text."""

    folded: str
    start: int
    end: int

    @property
    def is_comma(self) -> bool:
        """True for what parts the items of one clause."""
        return self.folded in (",", "(", ")", "-")


def split_clauses(text: str) -> list[list[Token]]:
    """Returns the tokens of each clause: what stands between line breaks, ";" and full stops."""
    clauses: list[list[Token]] = [[]]
    for token in _tokens(text):
        if token.folded in ("\n", ";", "|", "•", "."):
            clauses.append([])
        elif token.folded not in ("!", "…", "*", "+", "?", '"', "'"):
            clauses[-1].append(token)
    return [bare for clause in clauses if (bare := _without_bullet(clause))]


def words_of(text: str, tokens: Sequence[Token]) -> str:
    """Returns the piece of the text that tokens cover, without stops and politeness at its end."""
    while tokens and _is_stop(tokens[0]):
        tokens = tokens[1:]
    while len(tokens) > 1 and _is_ending(text, tokens[-1]):
        tokens = tokens[:-1]
    return text[tokens[0].start : tokens[-1].end].strip(" ,;:.-") if tokens else ""


def _is_ending(text: str, token: Token) -> bool:
    return _is_stop(token) or text[token.start : token.end].lower() in _POLITE


def _is_stop(token: Token) -> bool:
    return token.is_comma or token.folded == ":"


def _without_bullet(clause: list[Token]) -> list[Token]:
    """Leaves out "1.", "2)", "-" at the head of a line."""
    while clause and clause[0].is_comma:
        clause = clause[1:]
    return clause


def _tokens(text: str) -> Iterator[Token]:
    is_head, number = True, 0
    for found in _RAW.finditer(text):
        counted = _NUMBERED.fullmatch(found[0])
        if found[0] == "\n":
            is_head = True
            yield Token("\n", found.start(), found.end())
        elif counted and (is_head or (number and int(counted[1]) == number + 1)):
            number = int(counted[1])
            yield Token("\n", found.start(), found.end())
        else:
            is_head = False
            yield from _split(found[0], found.start())


def _split(word: str, at: int) -> Iterator[Token]:
    if before := _BEFORE.match(word):
        yield from (Token(_stop(c), at + i, at + i + 1) for i, c in enumerate(before[0]))
        word, at = word[before.end() :], at + before.end()
    if inside := _INSIDE.search(word):
        yield from _split(word[: inside.start()], at)
        yield Token(inside[0], at + inside.start(), at + inside.end())
        yield from _split(word[inside.end() :], at + inside.end())
        return
    after = _AFTER.search(word)
    bare = word[: after.start()] if after else word
    if bare:
        yield Token(fold(bare), at, at + len(bare))
    for place, stop in enumerate(word[len(bare) :], start=at + len(bare)):
        if not (stop == "." and fold(bare) in _SHORT):
            yield Token(_stop(stop), place, place + 1)


def _stop(char: str) -> str:
    if char in "–—->":
        return "-"
    if char in "([":
        return "("
    return ")" if char in ")]" else char
