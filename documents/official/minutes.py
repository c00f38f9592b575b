"""The minutes of one meeting: when and where, who was there, what about, its photos."""

from collections.abc import Iterator, Mapping

from documents.official.paper import Block, Paragraph, Picture, Sentence, section_heading
from domain.minutes_facts import MinutesFacts
from texts import label
from texts.numbers import count, percent

_SHORTEST_SHA = 12


def tell_minutes(
    facts: MinutesFacts, pictures: Mapping[str, bytes], language: str, *, section: str
) -> tuple[Block, ...]:
    """Returns the body of the minutes; `pictures` are the photos by their checksums."""
    basis = label(
        "doc-minutes-basis",
        language,
        number=facts.number,
        version=facts.version,
        sender=facts.sender,
        sent=facts.sent,
    )
    sections = (
        ("when", [*_when(facts, language)]),
        ("who", [*_who(facts, language)]),
        ("what", [*_what(facts, language)]),
    )
    body: list[Block] = []
    for number, (name, lines) in enumerate(sections):
        head = label(f"doc-minutes-{name}", language)
        body.append(section_heading(section, number, head))
        body += (Paragraph((Sentence(line, basis),)) for line in lines)
    photos = [*_photos(facts, pictures, language)]
    if photos:
        head = label("doc-minutes-photos", language)
        body.append(section_heading(section, len(sections), head))
        body += photos
    body.append(Paragraph((Sentence(basis, basis),)))
    return tuple(body)


def _when(facts: MinutesFacts, language: str) -> Iterator[str]:
    yield label(
        "doc-minutes-day",
        language,
        day=f"{facts.held_on:%d/%m/%Y}",
        times=_times(facts, language),
    )
    if facts.place:
        yield label("doc-minutes-place", language, place=facts.place.rstrip("."))


def _times(facts: MinutesFacts, language: str) -> str:
    if facts.starts is None:
        return ""
    ends = f"{facts.ends:%Hh%M}" if facts.ends else ""
    key = "doc-minutes-times" if ends else "doc-minutes-starts"
    return label(key, language, starts=f"{facts.starts:%Hh%M}", ends=ends)


def _who(facts: MinutesFacts, language: str) -> Iterator[str]:
    if facts.chair:
        yield label("doc-minutes-chair", language, chair=facts.chair.rstrip("."))
    room = facts.total - facts.exempt
    yield label(
        "doc-minutes-present",
        language,
        present=count(facts.present, language),
        room=count(room, language),
        members=facts.members,
        share=percent(facts.present, room, language),
    )
    for name in ("exempt", "excused", "unexcused"):
        number = getattr(facts, name)
        if number:
            yield label(f"doc-minutes-{name}", language, number=count(number, language))
    if facts.cadre in ("yes", "substitute", "no"):
        yield label("doc-minutes-cadre", language, came=facts.cadre)


def _what(facts: MinutesFacts, language: str) -> Iterator[str]:
    if facts.topic:
        yield label("doc-minutes-topic", language, words=_quoted(facts.topic))
    if facts.activities:
        yield label("doc-minutes-activities", language, names=", ".join(facts.activities))
    for category, words in facts.difficulties:
        yield label(
            "doc-minutes-difficulty",
            language,
            kind=label("doc-category", language, category=category),
            words=_quoted(words),
        )
    if not facts.difficulties:
        yield label("doc-minutes-no-difficulty", language)
    if facts.best_practice:
        yield label("doc-minutes-practice", language, words=_quoted(facts.best_practice))
    if facts.proposal:
        yield label("doc-minutes-proposal", language, words=_quoted(facts.proposal))


def _quoted(words: str) -> str:
    return " ".join(words.split()).rstrip(" .;")


def _photos(
    facts: MinutesFacts, pictures: Mapping[str, bytes], language: str
) -> Iterator[Picture]:
    there = [photo for photo in facts.photos if photo.sha256 in pictures]
    for number, photo in enumerate(there, start=1):
        caption = label(
            "doc-minutes-photo",
            language,
            number=number,
            sent=photo.sent,
            sha=photo.sha256[:_SHORTEST_SHA],
        )
        yield Picture(pictures[photo.sha256], caption)
