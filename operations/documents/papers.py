"""Puts a document together: what the facts say, in the layout of the body that issues it."""

from collections.abc import Sequence
from dataclasses import replace

from documents.official.annexes import draw_chart, list_annexes
from documents.official.paper import (
    Paper,
    Paragraph,
    Sentence,
    Signature,
    ended,
    recipient_lines,
)
from documents.official.periodic import tell
from documents.official.profiles import PROFILES, Profile, place_date_line
from documents.official.wording import span_words
from domain.official import DocumentKind, DocumentState, Edit, Issuer, Numbering, ProfileName
from domain.periodic_facts import PeriodicFacts
from operations.documents.own_passages import add_own
from texts import label


def draw_up(
    kind: DocumentKind,
    facts: PeriodicFacts,
    issuer: Issuer,
    *,
    state: DocumentState,
    numbering: Numbering | None,
    language: str,
) -> Paper:
    """Returns the paper of a document on a place and span."""
    profile = PROFILES[issuer.profile]
    what = "list" if kind is DocumentKind.COMMENDATION else "report"
    told = tell(kind, facts, language, section=profile.section)
    return Paper(
        profile=profile,
        superior=issuer.superior,
        issuer=issuer.name,
        number=profile.number_line(
            numbering.number if numbering else None, kind.type_code, issuer.code
        ),
        place_date=place_date_line(
            issuer.seat, numbering.day if numbering else None, around=facts.as_of
        ),
        title=label(f"doc-type-{what}", language),
        subject=_subject(kind, facts, profile, language),
        body=ended(told.body, profile.ending),
        signature=sign(issuer, profile),
        recipients_label=label("doc-recipients", language),
        recipients=recipient_lines(profile, issuer.recipients, issuer.filed),
        remark=label("doc-remark-draft", language) if numbering is None else "",
        annexes=told.annexes,
        chart=draw_chart(facts, language),
        author=issuer.name,
        shows_basis=state is not DocumentState.ISSUED,
    )


def write_in(paper: Paper, edits: Sequence[Edit], facts: PeriodicFacts, language: str) -> Paper:
    """Returns a paper with what was written in it by hand.

    A paragraph that was written anew rests on what it did before, one that was added on nothing.
    """
    known = {edit.key: edit for edit in edits if not edit.is_own}
    body = [
        _rewritten(block, known[block.key])
        if isinstance(block, Paragraph) and block.key in known
        else block
        for block in paper.body
    ]
    written = ended(add_own(body, edits, language), paper.profile.ending)
    annexes = tuple(list_annexes(facts, written, language)) if paper.annexes else ()
    return replace(paper, body=written, annexes=annexes)


def _rewritten(block: Paragraph, edit: Edit) -> Paragraph:
    bases = dict.fromkeys(one.basis for one in block.sentences if one.basis)
    numbers = dict.fromkeys(number for one in block.sentences for number in one.reports)
    said = Sentence(edit.text, "; ".join(bases), tuple(numbers))
    return replace(block, sentences=(said,))


def sign(issuer: Issuer, profile: Profile) -> Signature:
    """Returns how the body signs."""
    return Signature(profile.authority_line(issuer.authority), issuer.title, issuer.signer)


def _subject(kind: DocumentKind, facts: PeriodicFacts, profile: Profile, language: str) -> str:
    span = span_words(facts.when, language)
    key, args = f"doc-subject-{kind}", {"span": span}
    if kind is DocumentKind.REVIEW and facts.programmes:
        key, args = "doc-subject-programme", {"span": span, "programme": facts.programmes[0]}
    subject = label(key, language, **args)
    if facts.association:
        subject = label("doc-subject-of", language, subject=subject, association=facts.association)
    small = profile.name in (ProfileName.PARTY, ProfileName.YOUTH)
    return subject if small else subject[:1].upper() + subject[1:]
