"""The guide in Vietnamese as one page to print: its chapters in the order of its contents."""

import re
from pathlib import Path

from markdown_it import MarkdownIt

GUIDE = Path(__file__).parents[1] / "docs" / "vi"
_LOOK = """
@page { size: A4; margin: 18mm 16mm }
body { font: 12.5pt/1.45 'Noto Serif', serif; color: #111 }
section { break-before: page } section:first-of-type { break-before: auto }
h1 { font-size: 21pt } h2 { font-size: 15pt } h1, h2 { break-after: avoid; line-height: 1.25 }
table { border-collapse: collapse; width: 100%; margin: 0.6em 0 }
th, td { border: 1px solid #999; padding: 4px 8px; text-align: left; vertical-align: top }
tr, img, pre, blockquote { break-inside: avoid }
img { max-width: 100%; max-height: 120mm; width: auto; display: block; border: 1px solid #ccc }
a { color: inherit } blockquote { margin: 0; padding-left: 1em; border-left: 3px solid #999 }
"""


def list_chapters() -> list[str]:
    """Returns the names of the guide's files, contents first, each where it is first named."""
    contents = (GUIDE / "README.md").read_text()
    return list(dict.fromkeys(["README", *re.findall(r"\]\(([a-z-]+)\.md\)", contents)]))


def draw_guide() -> str:
    """Returns the whole guide as a page of HTML."""
    parser = MarkdownIt("commonmark").enable("table")
    chapters = "".join(
        f'<section id="{name}">{parser.render((GUIDE / f"{name}.md").read_text())}</section>'
        for name in list_chapters()
    )
    linked = re.sub(r'href="([a-z-]+)\.md"', r'href="#\1"', chapters)
    shown = linked.replace('src="../', f'src="{GUIDE.parent.as_uri()}/')
    return (
        '<!doctype html><html lang="vi"><head><meta charset="utf-8">'
        f"<title>Hướng dẫn sử dụng</title><style>{_LOOK}</style></head><body>{shown}</body></html>"
    )
