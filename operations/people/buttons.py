"""The buttons of people's accounts, codes, settings and data."""

from dataclasses import dataclass

from domain.buttons import Button
from domain.mailboxes import Wish
from domain.news import Section


@dataclass(frozen=True)
class OpenPerson(Button, task="directory", letter="p"):
    """A person in the directory."""

    person: int


class InviteButton(Button, task="invite"):
    """Leads to one-time codes."""


@dataclass(frozen=True)
class InvitePerson(InviteButton, letter="p"):
    """Makes a code for a person."""

    person: int


@dataclass(frozen=True)
class RevokeCodesOf(InviteButton, letter="v"):
    """Takes a person's open codes back."""

    person: int


@dataclass(frozen=True)
class RevokeCode(InviteButton, letter="x"):
    """Takes one code back."""

    invitation: int


class ChooseSheet(InviteButton, letter="s"):
    """Asks for which place a sheet of codes is to be."""


@dataclass(frozen=True)
class MakeSheet(InviteButton, letter="s"):
    """Makes a sheet of codes for a place."""

    area: int


INVITE_BUTTONS = (InvitePerson, RevokeCodesOf, RevokeCode, MakeSheet, ChooseSheet)


@dataclass(frozen=True)
class ChooseLanguage(Button, task="language"):
    """Changes the language one is spoken to in."""

    language: str


@dataclass(frozen=True)
class CutOffPerson(Button, task="lostphone", letter="p"):
    """Closes somebody's accounts."""

    person: int


@dataclass(frozen=True)
class DisownAccount(Button, task="lostphone", letter="n"):
    """Closes an account of one's own that one does not know."""

    address: int


@dataclass(frozen=True)
class OpenNews(Button, task="news"):
    """A page of what somebody was or is to be told."""

    page: int


class EndPractice(Button, task="practice", letter="end"):
    """Ends practising."""


class PrivacyButton(Button, task="privacy"):
    """Leads to what is kept of oneself, and to what others ask about theirs."""


class SendOwnData(PrivacyButton, letter="f"):
    """Sends one's data as a file."""


class CorrectName(PrivacyButton, letter="n"):
    """Corrects one's name."""


class CorrectPhone(PrivacyButton, letter="p"):
    """Corrects one's telephone number."""


class AskErasure(PrivacyButton, letter="e"):
    """Asks whether one's data are to be erased."""


class ConfirmErasure(PrivacyButton, letter="E"):
    """Asks for one's data to be erased."""


@dataclass(frozen=True)
class OpenErasure(PrivacyButton, letter="r"):
    """Somebody's request for erasure."""

    request: int


@dataclass(frozen=True)
class ErasePerson(PrivacyButton, letter="y"):
    """Erases as was asked."""

    request: int


@dataclass(frozen=True)
class RefuseErasure(PrivacyButton, letter="x"):
    """Does not erase, and says why."""

    request: int


@dataclass(frozen=True)
class OpenNewName(PrivacyButton, letter="a"):
    """The name that a person gave themselves."""

    person: int


@dataclass(frozen=True)
class TakeNewName(PrivacyButton, letter="A"):
    """Lets a person have that name."""

    person: int


@dataclass(frozen=True)
class KeepOldName(PrivacyButton, letter="k"):
    """Lets a person keep the name they had."""

    person: int


PRIVACY_BUTTONS = (
    SendOwnData,
    CorrectName,
    CorrectPhone,
    AskErasure,
    ConfirmErasure,
    OpenErasure,
    ErasePerson,
    RefuseErasure,
    OpenNewName,
    TakeNewName,
    KeepOldName,
)


class SettingsButton(Button, task="settings"):
    """Leads to how one is told of things."""


class ChooseHour(SettingsButton, letter="h"):
    """Asks for the hour at which one is told."""


@dataclass(frozen=True)
class SetHour(SettingsButton, letter="h"):
    """Sets that hour, as "1730"."""

    hour: str


class OpenSections(SettingsButton, letter="s"):
    """What one is told at once."""


@dataclass(frozen=True)
class TellAtOnce(SettingsButton, letter="on-"):
    """Tells one section of the news at once."""

    section: Section


@dataclass(frozen=True)
class TellBundled(SettingsButton, letter="off-"):
    """Tells one section of the news with the rest."""

    section: Section


class OpenWays(SettingsButton, letter="w"):
    """The messengers by which one can be told."""


class TellWhereUsed(SettingsButton, letter="wl"):
    """Tells by the messenger used last."""


@dataclass(frozen=True)
class TellBy(SettingsButton, letter="w-"):
    """Tells by one messenger."""

    way: str


class EmailButton(Button, task="email"):
    """Leads to one's e-mail address."""


class GiveEmail(EmailButton, letter="a"):
    """Asks for an address."""


@dataclass(frozen=True)
class SendLetters(EmailButton, letter="on-"):
    """Sends letters of a kind."""

    wish: Wish


@dataclass(frozen=True)
class StopLettersOf(EmailButton, letter="off-"):
    """Sends no more letters of a kind."""

    wish: Wish


class StartLetters(EmailButton, letter="s"):
    """Sends letters again."""


class ForgetMailbox(EmailButton, letter="x"):
    """Forgets the address."""


EMAIL_BUTTONS = (GiveEmail, SendLetters, StopLettersOf, StartLetters, ForgetMailbox)


class SmsButton(Button, task="sms"):
    """Leads to the telephone number for text messages."""


class GivePhone(SmsButton, letter="a"):
    """Asks for a number."""


class UseOwnPhone(SmsButton, letter="o"):
    """Takes the number that the office has."""


class ForgetPhone(SmsButton, letter="x"):
    """Sends no more text messages."""


SMS_BUTTONS = (GivePhone, UseOwnPhone, ForgetPhone)


class WithdrawConsent(Button, task="withdrawal", letter="yes"):
    """Takes one's consent back."""
