"""One moment of a talk with all that belongs to it: form, state, day and language."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from functools import cached_property
from itertools import takewhile

from dialogue.answer import Answer
from dialogue.conditions import hold
from dialogue.form import Form, Option
from dialogue.path import Path, Slot, walk
from dialogue.talk import REVIEW, Talk, lines_page
from dialogue.words import Words, fact_args, render_day
from domain.message import Choice, Expects
from texts import label as text_label

# After so many messages that could not be read it goes question by question.
MOST_UNREAD = 2
# What rests on facts, or on answers and facts, is not worked out anew where others change.
_BY_FACTS = ("usual",)
_BY_ANSWERS = ("path", "words")


@dataclass(frozen=True)
class Scene:
    """A talk at one moment; `talk` is always at a slot in reach, or at the complete review."""

    form: Form
    talk: Talk
    today: date
    language: str
    clock: time | None = None

    @cached_property
    def path(self) -> Path:
        """The questions in reach."""
        return walk(self.form, self.talk.answers, self.talk.facts, self.today, self.clock)

    @cached_property
    def usual(self) -> tuple[Slot, ...]:
        """The questions that a report with these facts passes, whatever is answered."""
        return walk(self.form, {}, self.talk.facts, self.today).asked

    @cached_property
    def words(self) -> Words:
        """The texts of the form with the facts filled in."""
        facts = {name: value for name, value in self.talk.facts.items() if value != ""}
        usual = {
            name: text_label(key, self.language)
            for name, key in self.form.usual_words.items()
            if name not in facts
        }
        args = {**fact_args(self.talk.facts, self.language), **usual}
        texts = self.form.texts(self.language) if self.form.texts else {}
        return Words(self.form.name, self.language, args, self.path.case, texts)

    @property
    def slot(self) -> Slot | None:
        """The open question, None at the review."""
        return self.path.find(self.talk.current)

    @property
    def together(self) -> tuple[Slot, ...]:
        """The questions that are open in one message, none where there is one at most."""
        talk, here = self.talk, self.slot
        is_single = bool(talk.fixing or talk.leaving or talk.offers) or talk.unread >= MOST_UNREAD
        if here is None or is_single or here != self.path.find_open():
            return ()
        waiting = (slot for slot in self.path.asked if slot.id not in talk.answers)
        found = tuple(takewhile(self._is_brief, waiting))[: talk.together]
        return found if len(found) > 1 else ()

    def _is_brief(self, slot: Slot) -> bool:
        """Asked alone is what was told already, or may have been."""
        is_offered = bool(self.talk.maybe.get(slot.id))
        return slot.question.brief and self.told(slot) is None and not is_offered

    def changed(self, talk: Talk) -> "Scene":
        """Returns the scene after a change of the talk, which may be out of reach there."""
        after = replace(self, talk=talk)
        if talk.facts is self.talk.facts:
            names = (*_BY_FACTS, *(_BY_ANSWERS if talk.answers is self.talk.answers else ()))
            known = vars(self)
            vars(after).update((name, known[name]) for name in names if name in known)
        return after

    def with_talk(self, talk: Talk) -> "Scene":
        """Returns the scene after a change of the talk, brought back into reach."""
        return self.changed(talk).settled()

    def moved(self, slot_id: str, *, fixing: str = "") -> "Scene":
        """Returns the scene with another question open."""
        return self.with_talk(
            replace(
                self.talk,
                previous=self.talk.current,
                current=slot_id,
                ticked=None,
                offers=(),
                leaving=False,
                fixing=fixing,
            )
        )

    def onward(self) -> "Scene":
        """Returns the scene at the next question to answer, else at the review."""
        following = self.path.find_open()
        return self.moved(following.id if following else REVIEW)

    def settled(self) -> "Scene":
        """Returns the scene at a place that exists: a slot in reach or the complete review."""
        wanted = self.talk.current
        following = self.path.find_open()
        if self.path.find(wanted) or (_is_end(wanted) and following is None):
            return self
        here = following.id if following else REVIEW
        there = replace(self.talk, current=here, ticked=None, offers=(), fixing="")
        return self.changed(there)

    def value(self, slot: Slot) -> Answer | None:
        """Returns the answer of a slot, else what is known from the facts."""
        return self.talk.answers.get(slot.id) or self._preset(slot)

    def told(self, slot: Slot) -> Answer | None:
        """Returns what was told of an open question instead of a button."""
        is_open = slot.id not in self.talk.answers
        return self.talk.answers.get(slot.told_in) if is_open else None

    def _preset(self, slot: Slot) -> Answer | None:
        known = self.talk.facts.get(slot.question.preset)
        if known in (None, "") or isinstance(known, bool):
            return None
        if not hold(slot.question.preset_when, self.path.case):
            return None
        if isinstance(known, date):
            return Answer(day=known)
        if isinstance(known, int):
            return Answer(number=known)
        if isinstance(known, str):
            return Answer(text=known)
        allowed = self.options(slot)
        return Answer(keys=tuple(k for k in known or () if isinstance(k, str) and k in allowed))

    def ticked(self, slot: Slot) -> tuple[str, ...]:
        """Returns what is ticked at a question with several choices."""
        if self.talk.ticked is not None:
            return self.talk.ticked
        value = self.value(slot)
        return value.keys if value else ()

    def is_ticked_before(self, slot: Slot) -> bool:
        """Says whether the ticks are those of the report before, not yet touched."""
        is_open = slot.id not in self.talk.answers and self.talk.ticked is None
        return is_open and slot.question.expects is Expects.CHOICES and bool(self.ticked(slot))

    def options(self, slot: Slot) -> Mapping[str, Option]:
        """Returns the options on offer by key, without days that another button stands for."""
        seen = {offer.day for offer in self.offers(slot).values()} - {None}
        found: dict[str, Option] = {}
        for option in slot.question.options:
            day = self.day(option)
            if hold(option.when, self.path.case) and day not in seen:
                found[option.key] = option
                seen |= {day} if day else set()
        return found

    def day(self, option: Option) -> date | None:
        """Returns the day a button of a date question stands for."""
        if option.offset is not None:
            return self.today + timedelta(days=option.offset)
        known = self.talk.facts.get(option.fact)
        return known if isinstance(known, date) else None

    def offers(self, slot: Slot) -> Mapping[str, Answer]:
        """Returns what a doubtful text may have meant, by the key of its button."""
        if slot.id != self.talk.current:
            return {}
        loose = self.talk.maybe.get("", ()) if _takes_loose_words(slot) else ()
        offers = (*self.talk.offers, *self.talk.maybe.get(slot.id, ()), *loose)
        return {_offer_key(offer): offer for offer in offers}

    def choices(self, slot: Slot) -> tuple[Choice, ...]:
        """Returns the buttons that answer a question."""
        known = self.talk.facts.get(slot.question.choices_from)
        given = known if isinstance(known, tuple) else ()
        offered = self.options(slot).values()
        return (
            *(Choice(key, self.words.shown(slot, o)) for key, o in self.offers(slot).items()),
            *(choice for choice in given if isinstance(choice, Choice)),
            *(self._choice(slot, option) for option in offered),
        )

    def _choice(self, slot: Slot, option: Option) -> Choice:
        """A day is its own key, so that "today" pressed tomorrow does not mean tomorrow."""
        day = self.day(option)
        shown = render_day(day, self.language) if day else ""
        label = self.words.option(slot, option.key, told=self.told(slot) is not None, day=shown)
        return Choice(day.isoformat() if day else option.key, label)

    def progress(self, slot: Slot) -> tuple[int, int] | None:
        """Returns which question of how many this is; None for one that not every report has."""
        usual = self.usual
        return (usual.index(slot) + 1, len(usual)) if slot in usual else None

    def before(self, slot: Slot | None) -> Slot | None:
        """Returns the asked question before this one; before the review, the last."""
        asked = self.path.asked
        at = asked.index(slot) if slot in asked else len(asked)
        return asked[at - 1] if at else None

    def keeps(self, slot: Slot) -> bool:
        """Says whether there is an answer that one tap can leave as it is."""
        if slot.question.expects in (Expects.CHOICES, Expects.PHOTOS):
            return False
        return self.value(slot) is not None

    def spoken(self, slot: Slot) -> Answer | None:
        """Returns the answer of a slot that is a recording without words, None for others."""
        answer = self.talk.answers.get(slot.id)
        return answer if answer and answer.attachments and not answer.text else None


def _is_end(current: str) -> bool:
    """True for what is shown once every question is answered."""
    return current == REVIEW or lines_page(current) is not None


def _takes_loose_words(slot: Slot) -> bool:
    """True where words of a message that had no question may be the answer."""
    question = slot.question
    is_text = question.expects is Expects.TEXT and question.parse is None
    return is_text or question.allow_text or bool(question.told_in)


def _offer_key(offer: Answer) -> str:
    """An offer is named by what it says, so that an old button never means another."""
    said = offer.to_dict().items()
    return "=" + ",".join(str(value) for _, value in said)
