"""Documents in a line, as lists and messages name them."""

from documents.official.wording import figure_words, span_words
from domain.periodic_facts import Difference
from operations.documents.register import Opened
from texts import label


def document_words(opened: Opened, language: str) -> str:
    """Returns "Báo cáo định kỳ quý IV năm 2026, xã Long Vĩnh, bản 1"."""
    document = opened.document
    key = "doc-name-of" if document.topic.association else "doc-name"
    return label(
        key,
        language,
        kind=label(f"doc-kind-{document.topic.kind}", language),
        span=span_words(opened.span, language),
        place=opened.place.name,
        association=document.topic.association,
        version=document.version,
    )


def difference_words(difference: Difference, language: str) -> str:
    """Returns what an indicator was and is."""
    return label(
        "doc-difference",
        language,
        what=label(f"doc-about-{difference.indicator}", language),
        before=figure_words(difference.before, language),
        after=figure_words(difference.after, language),
    )
