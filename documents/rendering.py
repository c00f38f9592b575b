"""Files as bytes, for a process that draws alone: each library is loaded by what it draws."""

from collections.abc import Sequence
from datetime import datetime

from documents.official.paper import Paper
from documents.slip import Slip

# ruff: noqa: PLC0415
MIMES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pdf": "application/pdf",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}


def render_paper(paper: Paper, suffix: str, made_at: datetime) -> bytes:
    """Returns a paper as a file of this kind: ".docx", ".pdf" or ".pptx"."""
    if suffix == ".pdf":
        from documents.official.pdf import render_pdf

        return render_pdf(paper, made_at=made_at)
    if suffix == ".pptx":
        from documents.official.slides import render_slides

        return render_slides(paper, made_at=made_at)
    from documents.official.word import render_word

    return render_word(paper, made_at=made_at)


def render_sheet(slips: Sequence[Slip], heading: str, language: str) -> bytes:
    """Returns invitation slips as a .docx file."""
    from documents.slips import render_slips

    return render_slips(slips, heading=heading, language=language)
