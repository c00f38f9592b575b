"""HTML as Telegram reads it, and back: text with entities counted in UTF-16 units."""

import html as entities_of_html
import re
from dataclasses import dataclass, field
from typing import Any

from tests.botapi.errors import ApiError, malformed

_KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
}
_TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "spoiler": "tg-spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "text_link": "a",
}
_PLAIN = re.compile(r"[^<&]+")
_CHARACTER = re.compile(r"&(?:(lt|gt|amp|quot)|#(\d+)|#[xX]([0-9a-fA-F]+));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_START = re.compile(
    r"<([^\s>]*)((?:\s+[^\s=>/\"']+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[A-Za-z0-9.\-]+))?)*)\s*>"
)
_ATTRIBUTE = re.compile(r"([^\s=>/\"']+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([A-Za-z0-9.\-]+)))?")
_END = re.compile(r"</([^\s>]*)\s*>")
_FOUND = re.compile(
    r"(?P<bot_command>(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/]))"
    r"|(?P<url>https?://[^\s<>\"]+)"
)


def units(text: str) -> int:
    """The length of a text as Telegram counts it."""
    return len(text.encode("utf-16-le")) // 2


@dataclass(slots=True)
class _Reader:
    source: str
    at: int = 0
    length: int = 0
    text: list[str] = field(default_factory=list)
    open: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    entities: list[dict[str, Any]] = field(default_factory=list)

    def wrong(self, reason: str) -> ApiError:
        return malformed(f"can't parse entities: {reason}")

    def byte_offset(self) -> int:
        return len(self.source[: self.at].encode())

    def read(self) -> None:
        while self.at < len(self.source):
            if plain := _PLAIN.match(self.source, self.at):
                self._add(plain[0], plain.end())
            elif self.source[self.at] == "&":
                self._character()
            elif self.source.startswith("</", self.at):
                self._end()
            else:
                self._start()
        if self.open:
            name = self.open[-1][0]
            raise self.wrong(f'Can\'t find end tag corresponding to start tag "{name}"')

    def _add(self, text: str, end: int) -> None:
        self.text.append(text)
        self.length += units(text)
        self.at = end

    def _character(self) -> None:
        found = _CHARACTER.match(self.source, self.at)
        if found is None:
            self._add("&", self.at + 1)
        elif found[1]:
            self._add(_NAMED[found[1]], found.end())
        else:
            self._add(chr(int(found[2]) if found[2] else int(found[3], 16)), found.end())

    def _start(self) -> None:
        found = _START.match(self.source, self.at)
        name = re.match(r"<([^\s>]*)", self.source[self.at :])[1].lower()  # type: ignore[index]
        if name not in _KINDS and (found or ">" in self.source[self.at :] or not name):
            raise self.wrong(f'Unsupported start tag "{name}" at byte offset {self.byte_offset()}')
        if found is None:
            raise self.wrong(f"Unclosed start tag at byte offset {self.byte_offset()}")
        attributes = {m[1].lower(): m[2] or m[3] or m[4] for m in _ATTRIBUTE.finditer(found[2])}
        if name == "span" and attributes.get("class") != "tg-spoiler":
            where = self.byte_offset()
            raise self.wrong(f'Tag "span" must have class "tg-spoiler" at byte offset {where}')
        entity = {"type": _KINDS[name], "offset": self.length}
        if name == "a":
            entity["url"] = entities_of_html.unescape(attributes.get("href") or "")
        self.open.append((name, entity))
        self.at = found.end()

    def _end(self) -> None:
        if not self.open:
            raise self.wrong(f"Unexpected end tag at byte offset {self.byte_offset()}")
        found = _END.match(self.source, self.at)
        if found is None:
            raise self.wrong(f"Unclosed end tag at byte offset {self.byte_offset()}")
        name, entity = self.open.pop()
        if found[1] and found[1].lower() != name:
            raise self.wrong(
                f"Unmatched end tag at byte offset {self.byte_offset()}, "
                f'expected "</{name}>", found "</{found[1].lower()}>"'
            )
        entity["length"] = self.length - entity["offset"]
        if entity["length"] and entity.get("url", "-"):
            self.entities.append(entity)
        self.at = found.end()


def parse_html(source: str) -> tuple[str, list[dict[str, Any]]]:
    """The text and entities that Telegram makes of `source`, or its refusal."""
    reader = _Reader(source)
    reader.read()
    return "".join(reader.text), reader.entities


def trimmed(text: str, entities: list[dict[str, Any]]) -> tuple[str, list[dict[str, Any]]]:
    """Text without outer white space, its entities moved along, found ones added, sorted."""
    lead = units(text) - units(text.lstrip())
    text = text.strip()
    size = units(text)
    kept = []
    for entity in entities:
        start = max(entity["offset"] - lead, 0)
        end = min(entity["offset"] + entity["length"] - lead, size)
        if end > start:
            kept.append(entity | {"offset": start, "length": end - start})
    kept += found_entities(text)
    return text, sorted(kept, key=lambda entity: (entity["offset"], -entity["length"]))


def found_entities(text: str) -> list[dict[str, Any]]:
    """The commands and addresses that Telegram finds by itself."""
    return [
        {"type": m.lastgroup, "offset": units(text[: m.start()]), "length": units(m[0])}
        for m in _FOUND.finditer(text)
    ]


def render_html(text: str, entities: list[dict[str, Any]]) -> str:
    """The text as HTML with the markup that a person sees."""
    marks: list[tuple[int, int, int, str]] = []
    for entity in entities:
        if tag := _TAGS.get(entity["type"]):
            url = f' href="{entities_of_html.escape(entity["url"])}"' if tag == "a" else ""
            start, length = entity["offset"], entity["length"]
            marks.append((start, 1, -length, f"<{tag}{url}>"))
            marks.append((start + length, 0, -start, f"</{tag}>"))
    raw, at, parts = text.encode("utf-16-le"), 0, []
    for position, _, _, mark in sorted(marks):
        parts += [_escaped(raw[at * 2 : position * 2]), mark]
        at = position
    return "".join([*parts, _escaped(raw[at * 2 :])])


def _escaped(raw: bytes) -> str:
    return entities_of_html.escape(raw.decode("utf-16-le"), quote=False)
