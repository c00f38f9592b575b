"""How long each kind of data is kept."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """Days for which things are kept once they are done with; reports and meetings stay.

    `strangers` is what came from accounts of nobody known.

    `exemplars` (the words of ended ones and of drafts) count from when they were begun, `events`
    (their remarks) from when they were entered, `counters` from when they were given.
    `accounts` are those that are nobody's, since they wrote last; `pauses` lose their reasons,
    counted from their end; `consents` count from their withdrawal, `requests` (for erasure)
    from their answer, `names` (that nobody confirmed) from when they were asked for. `aside`
    are messages that could not be worked on, `imports` what was brought in, as counts.
    `photos` (pictures, sounds and documents of reports), `unattached` (what no report, case,
    topic or unfinished talk names) and `enquiries` count from when they were sent, `topics`
    (their files) from their issue, `journal`, `news`, `reasons` (of grades) and `returns`
    (reasons to complete a report) from when something was noted, the rest from when it was
    finished, sent, used up or touched last.
    """

    photos: int = 365
    documents: int = 7
    unattached: int = 1
    drafts: int = 180
    inbox: int = 6
    strangers: int = 1
    aside: int = 40
    tasks: int = 6
    outbox: int = 40
    news: int = 90
    page: int = 400
    sessions: int = 6
    invitations: int = 90
    tokens: int = 1825
    journal: int = 1825
    enquiries: int = 730
    topics: int = 400
    reasons: int = 1825
    returns: int = 730
    exemplars: int = 3650
    events: int = 1825
    counters: int = 3650
    accounts: int = 90
    nudges: int = 730
    pauses: int = 1825
    consents: int = 1825
    requests: int = 1825
    names: int = 180
    imports: int = 400
    erasures: int = 3650

    def items(self) -> Iterator[tuple[str, timedelta]]:
        """Yields each kind with how long it is kept."""
        for name, days in asdict(self).items():
            yield name, timedelta(days=days)


def parse_retention(days: Mapping[str, int]) -> Retention:
    """Returns the usual periods with those given changed; raises ValueError for a wrong one."""
    known = {field.name for field in fields(Retention)}
    if unknown := sorted(set(days) - known):
        raise ValueError(f"unknown kind {unknown[0]!r}; known are {', '.join(sorted(known))}")
    if wrong := [name for name, value in days.items() if value < 1]:
        raise ValueError(f"{wrong[0]} must be kept for a day at least")
    return replace(Retention(), **days)
