"""Checks a Word file against a layout: every measure, and what tells Party from State papers."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from docx.enum.text import WD_ALIGN_PARAGRAPH

from documents.official.opened import Opened, Parts, Shown, open_word
from documents.official.profiles import (
    BOUNDS,
    FONT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    PROFILES,
    Bounds,
    Profile,
    Style,
)
from domain.official import ProfileName

_CLOSE = 0.3
_LEAST_GAP = 6


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as the layout says: what, how it should be and how it is."""

    what: str
    wanted: str
    found: str


@dataclass(frozen=True, slots=True)
class Checked:
    """The layout that a file comes nearest to, and all that is wrong."""

    profile: ProfileName
    findings: tuple[Finding, ...]


def check_word(content: bytes) -> Checked:
    """Returns what is wrong with a .docx; raises Unopened for anything else."""
    opened = open_word(content)
    nearest = _nearest(opened)
    return Checked(nearest, tuple(_check(opened, PROFILES[nearest])))


def _nearest(opened: Opened) -> ProfileName:
    """Returns the layout of which most of the eight signs are right."""
    wrong = {
        name: len([*_differences(opened.parts, PROFILES[name])])
        for name in (ProfileName.PARTY, ProfileName.STATE, ProfileName.YOUTH)
    }
    return min(wrong, key=lambda name: wrong[name])


def _check(opened: Opened, profile: Profile) -> Iterator[Finding]:
    yield from _page(opened, profile)
    yield from _letters(opened.parts, profile)
    yield from _text(opened.parts, profile)
    yield from _differences(opened.parts, profile)


def _page(opened: Opened, profile: Profile) -> Iterator[Finding]:
    bounds = BOUNDS[profile.name]
    if abs(opened.width - PAGE_WIDTH) > 1 or abs(opened.height - PAGE_HEIGHT) > 1:
        found = f"{opened.width:.0f} × {opened.height:.0f} mm"
        yield Finding("paper", f"{PAGE_WIDTH:.0f} × {PAGE_HEIGHT:.0f} mm", found)
    for side, (least, most) in bounds.margins.items():
        if not least - _CLOSE <= opened.margins[side] <= most + _CLOSE:
            yield Finding(f"margin-{side}", _range(least, most, "mm"), _mm(opened.margins[side]))
    number = opened.page_number
    if number is None:
        yield Finding("page-number", "1, 2, 3 …", "–")
        return
    if number.alignment != WD_ALIGN_PARAGRAPH.CENTER:
        yield Finding("page-number-centred", "centre", str(number.alignment))
    yield from _sized("page-number", number, bounds)
    if opened.numbers_first_page:
        yield Finding("page-number-first", "2", "1")
    if abs(opened.number_from_edge - profile.number_from_edge) > 1:
        edges = (profile.number_from_edge, opened.number_from_edge)
        yield Finding("page-number-edge", *map(_mm, edges))


def _letters(parts: Parts, profile: Profile) -> Iterator[Finding]:
    """Yields what is wrong with the size, weight and slant of each part."""
    bounds = BOUNDS[profile.name]
    for what, shown, style in (
        ("motto", parts.motto, profile.motto[0][1]),
        ("superior", parts.superior, profile.superior),
        ("issuer", parts.issuer, profile.issuer),
        ("number", parts.number, profile.number_style),
        ("place-date", parts.place_date, profile.place_date),
        ("title", parts.title, profile.title),
        ("subject", parts.subject, profile.subject),
        ("authority", parts.authority, profile.authority),
        ("signer-name", parts.signer_name, profile.signer_name),
    ):
        if shown is not None:
            yield from _sized(what, shown, bounds)
            yield from _styled(what, shown, style)
    if parts.signer_title is not None:
        yield from _sized("signer-title", parts.signer_title, bounds)
    every = [
        paragraph
        for paragraph in (parts.motto, parts.issuer, parts.title, *parts.body)
        if paragraph
    ]
    strange = {name or "–" for paragraph in every for name in paragraph.fonts if name != FONT}
    if strange:
        yield Finding("font", FONT, ", ".join(sorted(strange)))
    if parts.motto is not None and not parts.motto_has_line:
        yield Finding("motto-line", "line", "–")
    for what, missing in (
        ("issuer", parts.issuer),
        ("place-date", parts.place_date),
        ("title", parts.title),
    ):
        if missing is None:
            yield Finding(f"{what}-missing", "…", "–")


def _sized(what: str, shown: Shown, bounds: Bounds) -> Iterator[Finding]:
    least, most = bounds.sizes[what]
    if shown.size is not None and not least <= shown.size <= most:
        yield Finding(f"{what}-size", _range(least, most, "pt"), f"{shown.size:g} pt")


def _styled(what: str, shown: Shown, style: Style) -> Iterator[Finding]:
    if shown.bold != style.bold:
        yield Finding(f"{what}-bold", _weight(style.bold), _weight(shown.bold))
    if shown.italic != style.italic:
        yield Finding(f"{what}-italic", _slant(style.italic), _slant(shown.italic))


def _text(parts: Parts, profile: Profile) -> Iterator[Finding]:
    """Yields what is wrong with the paragraphs of the text, each kind of fault once."""
    bounds, seen = BOUNDS[profile.name], set[str]()
    for shown in parts.body:
        for finding in _paragraph(shown, profile, bounds):
            if finding.what not in seen:
                seen.add(finding.what)
                yield finding


def _paragraph(paragraph: Shown, profile: Profile, bounds: Bounds) -> Iterator[Finding]:
    yield from _sized("body", paragraph, bounds)
    if paragraph.alignment != WD_ALIGN_PARAGRAPH.JUSTIFY:
        yield Finding("body-justified", "justify", str(paragraph.alignment))
    least, most = bounds.first_line
    if not least - _CLOSE <= (paragraph.first_line or 0) <= most + _CLOSE:
        yield Finding("body-first-line", _range(least, most, "mm"), _mm(paragraph.first_line or 0))
    if (paragraph.space_after or 0) < _LEAST_GAP:
        yield Finding("body-gap", f"≥ {_LEAST_GAP} pt", f"{paragraph.space_after or 0:g} pt")
    least, most = bounds.pitch
    pitch = paragraph.pitch if paragraph.pitch is not None else 1.0
    if paragraph.is_pitch_exact != profile.is_pitch_exact or not least <= pitch <= most:
        unit = "pt" if profile.is_pitch_exact else "×"
        shown = f"{pitch:g} {'pt' if paragraph.is_pitch_exact else '×'}"
        yield Finding("body-pitch", _range(least, most, unit), shown)


def _differences(parts: Parts, profile: Profile) -> Iterator[Finding]:
    """Yields which of the eight signs that tell the layouts apart are wrong."""
    # Minutes bear no number and go to nobody; two sign them.
    is_minutes = parts.title is not None and parts.title.text.startswith("BIÊN BẢN")
    for check in _EIGHT:
        if not (is_minutes and check in (_number, _recipients)):
            yield from check(parts, profile)


def _motto(parts: Parts, profile: Profile) -> Iterator[Finding]:
    wanted = profile.motto[0][0]
    found = parts.motto.text if parts.motto else "–"
    if found.replace("HOÀ", "HÒA") != wanted:
        yield Finding("sign-motto", wanted, found)


def _under_issuer(parts: Parts, profile: Profile) -> Iterator[Finding]:
    if parts.under_issuer != profile.under_issuer:
        yield Finding("sign-issuer", profile.under_issuer, parts.under_issuer or "–")


def _number(parts: Parts, profile: Profile) -> Iterator[Finding]:
    text = parts.number.text if parts.number else "–"
    wanted = profile.number_line(5, "BC", "…")
    found, right = (
        (":" in head, "-" in head) for head, _, _ in (text.partition("/"), wanted.partition("/"))
    )
    if "/" not in text or found != right:
        yield Finding("sign-number", wanted, text)


def _under_subject(parts: Parts, profile: Profile) -> Iterator[Finding]:
    if parts.under_subject != profile.under_subject:
        yield Finding("sign-subject", profile.under_subject, parts.under_subject or "–")


def _authority(parts: Parts, profile: Profile) -> Iterator[Finding]:
    if parts.authority is None:
        return
    wanted = profile.authority_line(parts.authority.text)
    if parts.authority.text != wanted:
        yield Finding("sign-authority", wanted, parts.authority.text)


def _signer_title(parts: Parts, profile: Profile) -> Iterator[Finding]:
    if parts.signer_title is not None and parts.signer_title.bold != profile.signer_title.bold:
        wanted, found = profile.signer_title.bold, parts.signer_title.bold
        yield Finding("sign-signer-title", _weight(wanted), _weight(found))


def _recipients(parts: Parts, profile: Profile) -> Iterator[Finding]:
    label = parts.recipients_label
    if label is None:
        yield Finding("sign-recipients", "Nơi nhận:", "–")
        return
    found, wanted = [_look(label)], [_of_style(profile.recipients_label)]
    if parts.recipients:
        found.append(f"{parts.recipients[0].size:g} pt")
        wanted.append(f"{profile.recipients.size:g} pt")
    if found != wanted:
        yield Finding("sign-recipients", "; ".join(wanted), "; ".join(found))


def _basis_and_end(parts: Parts, profile: Profile) -> Iterator[Finding]:
    for basis in parts.bases:
        dashed = basis.text.startswith("-")
        if basis.italic != profile.basis.italic or dashed != bool(profile.basis_dash):
            wanted = f"{profile.basis_dash}Căn cứ …; {_slant(profile.basis.italic)}"
            yield Finding("sign-basis", wanted, f"{basis.text[:20]}; {_slant(basis.italic)}")
            break
    last = parts.body[-1].text if parts.body else ""
    if last.endswith("./.") != (profile.ending == "./.") or not last.endswith("."):
        yield Finding("sign-ending", profile.ending, last[-5:] or "–")


_EIGHT: tuple[Callable[[Parts, Profile], Iterator[Finding]], ...] = (
    _motto,
    _under_issuer,
    _number,
    _under_subject,
    _authority,
    _signer_title,
    _recipients,
    _basis_and_end,
)


def _look(shown: Shown) -> str:
    return _of_style(
        Style(shown.size or 0, bold=shown.bold, italic=shown.italic, underlined=shown.underlined)
    )


def _of_style(style: Style) -> str:
    marks = (("bold", style.bold), ("italic", style.italic), ("underlined", style.underlined))
    return " ".join([f"{style.size:g} pt", *(name for name, holds in marks if holds)])


def _range(least: float, most: float, unit: str) -> str:
    return f"{least:g} {unit}" if least == most else f"{least:g}–{most:g} {unit}"


def _mm(value: float) -> str:
    return f"{value:.1f} mm"


def _weight(bold: bool) -> str:
    return "bold" if bold else "regular"


def _slant(italic: bool) -> str:
    return "italic" if italic else "upright"
