"""The buttons of nudges and of channels for digests."""

from dataclasses import dataclass

from domain.buttons import Button, View


class NudgeButton(Button, task="nudge"):
    """Leads to a word to those whose report is overdue."""


@dataclass(frozen=True)
class NudgeList(NudgeButton, letter="p"):
    """A page of the chapters that are late."""

    page: int


@dataclass(frozen=True)
class NudgeMeeting(NudgeButton, letter="m"):
    """Tells those who report for one meeting."""

    meeting: int


class PlanNudges(View, task="nudge", letter="l", written=("place", "period", "kind")):
    """Asks whether all that are late of a place, month and kind are to be told."""


class SendNudges(PlanNudges, letter="y"):
    """Tells them."""


class PlanEveryNudge(NudgeButton, letter="l0-0-0"):
    """Asks whether all that are late are to be told."""


class SendEveryNudge(NudgeButton, letter="y0-0-0"):
    """Tells them."""


NUDGE_BUTTONS = (
    NudgeMeeting,
    PlanEveryNudge,
    SendEveryNudge,
    SendNudges,
    PlanNudges,
    NudgeList,
)


class DigestView(View, task="digest", written=("period", "place")):
    """What somebody in a channel asks about its digest; the answer goes to them alone."""


class DigestDetails(DigestView, letter="d"):
    """Leads to the place's figures."""


class DigestReasons(DigestView, letter="w"):
    """Asks why so many meetings are counted."""


class DigestMissing(DigestView, letter="m"):
    """Asks who has not reported."""


DIGEST_BUTTONS = (DigestDetails, DigestReasons, DigestMissing)


class ShowDigest(DigestView, letter="s"):
    """The digest as it stands, to who asks."""


class SendDigest(DigestView, letter="f"):
    """The digest with its picture, to who asks."""


class PlanPosting(DigestView, letter="p"):
    """Shows what would be posted where."""


@dataclass(frozen=True, kw_only=True)
class PostDigest(DigestView, letter="y", written=("period", "place", "mark")):
    """Posts it, as long as it still says what was shown."""

    mark: str


OWN_DIGEST_BUTTONS = (ShowDigest, SendDigest, PlanPosting, PostDigest)


@dataclass(frozen=True)
class ListChannels(Button, task="channels", letter="s"):
    """A page of the groups and channels that receive digests."""

    page: int


@dataclass(frozen=True)
class EndChannel(Button, task="channels", letter="e"):
    """Ends the digests to one of them."""

    address: int
