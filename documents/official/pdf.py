"""Draws a paper as a tagged PDF: a fixed layout fed with data, so that no text is ever markup."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from importlib.resources import files
from typing import Any

import orjson
import typst

from documents.official.measuring import typefaces, width_of
from documents.official.paper import Block, Heading, Paper, Paragraph, Picture, Table
from documents.official.profiles import Profile

_SHARE_OF_ISSUER = 0.4
_LONGEST_LINE = 300
# What stands between two lines is their distance less the height of the letters.
_LETTERS = 0.72
_SINGLE = 1.15


def render_pdf(paper: Paper, *, made_at: datetime) -> bytes:
    """Returns the paper as a .pdf file that can be read aloud and kept."""
    data = orjson.dumps(_as_data(paper), option=orjson.OPT_NON_STR_KEYS)
    layout = files("documents.official").joinpath("paper.typ").read_bytes()
    sources: Any = {"main.typ": layout, "paper.json": data}
    made: bytes = typst.compile(
        sources,
        format="pdf",
        font_paths=[str(typefaces())],
        ignore_system_fonts=True,
        timestamp=int(made_at.timestamp()),
        pdf_standards=["ua-1"],
    )
    return made


def _as_data(paper: Paper) -> dict[str, Any]:
    profile = paper.profile
    return {
        "profile": asdict(profile),
        "superior": paper.superior,
        "issuer": paper.issuer,
        "issuer_line": _short(width_of(paper.issuer, profile.issuer)),
        "motto_line": width_of(*profile.motto[-1]),
        "number": paper.number,
        "place_date": paper.place_date,
        "remark": paper.remark,
        "title": paper.title,
        "subject": paper.subject,
        "subject_line": _short(width_of(paper.subject or paper.title, profile.subject)),
        "leading": _leading(profile),
        "body": [*_blocks(paper.body)],
        "signature": asdict(paper.signature),
        "left_signature": asdict(paper.left_signature) if paper.left_signature else None,
        "recipients_label": paper.recipients_label,
        "recipients": paper.recipients,
        "author": paper.author,
        "annexes": [
            {
                "title": annex.title,
                "subject": annex.subject,
                "blocks": [*_blocks(annex.blocks)],
            }
            for annex in paper.annexes
        ],
    }


def _short(width: float) -> float:
    return min(width, _LONGEST_LINE) * _SHARE_OF_ISSUER


def _leading(profile: Profile) -> float:
    size = profile.body.size
    pitch = profile.line_pitch if profile.is_pitch_exact else profile.line_pitch * _SINGLE * size
    return pitch - _LETTERS * size


def _blocks(blocks: tuple[Block, ...]) -> Iterator[dict[str, Any]]:
    for block in blocks:
        match block:
            case Heading():
                yield {"sort": "heading", "level": block.level, "text": block.text}
            case Paragraph():
                yield {"sort": "paragraph", "text": block.text}
            case Table():
                yield {"sort": "table", **asdict(block), "numbers": sorted(block.numbers)}
            case Picture():
                # The compiler takes files of text alone.
                content = list(block.content)
                yield {"sort": "picture", "content": content, "caption": block.caption}
