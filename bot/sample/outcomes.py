"""What became of one past meeting, thrown with dice that favour each chapter's habits."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.sample import words
from bot.sample.dice import dice
from bot.sample.kinds import KINDS, Kind
from domain.chapters import Chapter, Recording
from domain.meetings import Meeting
from domain.policy import Policy
from domain.report import CadrePresence, RaisedDifficulty, ReportAnswers, ReportState

_KINDS = {kind.code: kind for kind in KINDS}
_HABITS = {"prompt": 72, "late": 17, "forgetful": 11}
_MISSING = {"prompt": 0.01, "late": 0.05, "forgetful": 0.3}
_TARDY = {"prompt": 0.03, "late": 0.5, "forgetful": 0.35}
_NOT_HELD = 0.04
_MOVED = 0.07
_TROUBLED = 0.2
_ONE_MORE = 0.15
_ACTIVITIES = (("discussion",), ("discussion", "dialogue"), ("discussion", "commendation"))
_MINUTES_TO_REPORT = (8, 75)
_MORNING = time(7, 20)


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """A meeting and what is known around it."""

    meeting: Meeting
    chapter: Chapter
    chair: str
    topics: tuple[int, ...]
    cadre_came: CadrePresence
    seed: int

    @property
    def kind(self) -> Kind:
        """What the sample knows of the chapter's kind."""
        return _KINDS[self.chapter.kind.code]

    @property
    def day(self) -> date:
        """The day on which it is due by plan; its last possible one where there is none."""
        return self.meeting.planned_on or self.meeting.period.last_day


@dataclass(frozen=True, slots=True)
class Outcome:
    """A report as it was sent at a local moment; `before` is the version that it corrects."""

    sent_at: datetime
    answers: ReportAnswers
    before: tuple[datetime, ReportAnswers] | None = None


def habit_of(chapter: Chapter, seed: int) -> str:
    """Returns how a chapter reports: prompt, late or forgetful."""
    return dice(seed, chapter.name, "habit").choices([*_HABITS], [*_HABITS.values()])[0]


def throw(here: Situation, *, policy: Policy) -> Outcome | None:
    """Returns the report that comes of a meeting, None if nobody sends one."""
    random = dice(here.seed, here.chapter.name, here.meeting.period, here.meeting.ordinal)
    habit = habit_of(here.chapter, here.seed)
    if random.random() < _MISSING[habit]:
        return None
    tardy = random.random() < _TARDY[habit]
    if random.random() < _NOT_HELD:
        reason = random.choice(words.REASONS)
        answers = ReportAnswers(state=ReportState.NOT_HELD, reason=reason)
        return Outcome(_sent_at(here, here.day, tardy=tardy, policy=policy), answers)
    if here.meeting.planned_on and random.random() < _MOVED:
        return _moved(here, policy)
    held = _held_on(here, late=tardy)
    answers = _held(here, held, reason="")
    return Outcome(_sent_at(here, held, tardy=tardy, policy=policy), answers)


def _held_on(here: Situation, *, late: bool) -> date:
    """A chapter that chooses its day meets in the last weeks of its period."""
    if here.meeting.planned_on is not None:
        return here.meeting.planned_on
    random = dice(here.seed, here.chapter.name, here.meeting.period, "day")
    last = here.meeting.period.last_day
    return last - timedelta(days=random.randint(1, 12) if late else random.randint(3, 50))


def _moved(here: Situation, policy: Policy) -> Outcome:
    """Held some days later: told at once as put off, and corrected after it; or told once."""
    random = dice(here.seed, here.chapter.name, here.meeting.period, "moved")
    reason = random.choice(words.REASONS)
    held = here.day + timedelta(days=random.randint(1, 4))
    answers = _held(here, held, reason=reason)
    sent = _sent_at(here, held, tardy=False, policy=policy)
    if random.random() < 0.5:  # noqa: PLR2004 - either way
        return Outcome(sent, answers)
    told = datetime.combine(here.day, _MORNING, policy.timezone)
    put_off = ReportAnswers(state=ReportState.MOVED, postponed_to=held, reason=reason)
    return Outcome(sent, answers, before=(told, put_off))


def _sent_at(here: Situation, held: date, *, tardy: bool, policy: Policy) -> datetime:
    random = dice(here.seed, here.chapter.name, here.meeting.period, "sent")
    if tardy:
        first = max(held, here.meeting.due_on)
        late = first + timedelta(days=random.randint(1, 4))
        last = max(here.meeting.closes_on, held)
        day, clock = min(late, last), time(random.randint(7, 20), random.randint(0, 59))
        return datetime.combine(day, clock, policy.timezone)
    ended = datetime.combine(held, time.fromisoformat(here.meeting.start_time), policy.timezone)
    ended += timedelta(minutes=here.meeting.duration_min)
    if random.random() < 0.6:  # noqa: PLR2004 - most do it before they go home
        return ended + timedelta(minutes=random.randint(*_MINUTES_TO_REPORT))
    later = held + timedelta(days=random.choice((1, 1, 1, 2, 3)))
    morning = datetime.combine(later, _MORNING, policy.timezone)
    return morning + timedelta(minutes=random.randint(0, 700))


def _held(here: Situation, held: date, *, reason: str) -> ReportAnswers:
    random = dice(here.seed, here.chapter.name, here.meeting.period, "held")
    chapter, frame = here.chapter, here.chapter.kind.recording is Recording.FRAME
    room = chapter.member_count - chapter.exempt_count
    share = random.gauss(here.kind.rate, 0.07)
    present = min(room, max(round(room * share), room // 3))
    excused = random.randint(0, room - present) if random.random() < 0.5 else None  # noqa: PLR2004
    proposes, shines = random.random() < _ONE_MORE, random.random() < _ONE_MORE
    return ReportAnswers(
        state=ReportState.HELD,
        held_date=held,
        reason=reason,
        place=here.meeting.place,
        chair=here.chair,
        total=chapter.member_count,
        exempt=chapter.exempt_count,
        present=present,
        excused=excused,
        unexcused=None if excused is None else room - present - excused,
        topic_id=random.choice(here.topics) if here.topics else None,
        activities=() if frame else random.choice(_ACTIVITIES),
        cadre_present=here.cadre_came,
        difficulties=_troubles(here),
        proposal=random.choice(words.PROPOSALS) if proposes and not frame else "",
        best_practice=random.choice([*words.EXEMPLARS]) if shines and not frame else "",
    )


def _troubles(here: Situation) -> tuple[RaisedDifficulty, ...]:
    """A hamlet has few troubles of its own, and they come again."""
    random = dice(here.seed, here.chapter.name, here.meeting.period, "hardships")
    if random.random() > _TROUBLED:
        return ()
    known = words.DIFFICULTIES_OF.get(here.kind.code) or dice(
        here.seed, here.chapter.area_name
    ).sample(words.DIFFICULTIES, 4)
    return tuple(random.sample(known, 2 if len(known) > 1 and random.random() < _ONE_MORE else 1))
