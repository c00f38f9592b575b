"""What a handler has in hand: who spoke, where the talk stands, and a voice to answer with."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TypeVar, overload

from pydantic import ValidationError

from domain.abilities import ChannelAbilities
from domain.inbound import Inbound
from domain.message import Choice, Expects, Message, Prompt
from domain.people import Person, Post
from domain.policy import Policy
from domain.refusals import Conflict, NotAllowed
from domain.talks import Conversation, Draft, KnownAddress, TaskState
from operations.context import ActorContext, Reactions
from storage import UnitOfWork
from texts import Rich, label, render

# A prompt with this before its id holds commands, not answers: its buttons never grow old.
COMMAND_PROMPT = "do."


S = TypeVar("S", bound=TaskState)
S2 = TypeVar("S2", bound=TaskState)
S3 = TypeVar("S3", bound=TaskState)
S4 = TypeVar("S4", bound=TaskState)


@dataclass(slots=True, kw_only=True)
class Turn:
    """One inbound message and everything that was loaded for it.

    What is said becomes one message, sent after the commit; `ask` opens a prompt, which
    closes the one before. `abilities` are those of the channel here. `prompt_shown_at` is
    when the open prompt reached this address, None where it never did. `newest_row` is the
    outbox row lowest on this screen.
    `press_note` is shown at the pressed button for a moment, `answered` below a closed question;
    `settled` is the line that a pressed question becomes, what is said next stands below it.
    `question` is what of the answer is shown again with the prompt, "" for all of it.
    `rebound` is set when the address went over to another conversation: what else waits is then
    loaded afresh. `unsettled` are other conversations that were changed: what waits in them is
    loaded afresh as well.
    `refusal` says why nothing was taken: it is told in any case.
    """

    unit: UnitOfWork
    now: datetime
    policy: Policy
    inbound: Inbound
    here: KnownAddress
    abilities: ChannelAbilities
    talk: Conversation
    person: Person | None
    posts: tuple[Post, ...]
    draft: Draft | None
    reactions: Reactions
    prompt_shown_at: datetime | None = None
    newest_row: int | None = None
    rebound: bool = False
    unsettled: set[int] = field(default_factory=set)
    press_note: str = ""
    answered: str = ""
    settled: str = ""
    closes_prompt: bool = False
    refusal: str = ""
    said: list[str] = field(default_factory=list)
    asked: Prompt | None = None
    question: str = ""
    attachments: tuple[int, ...] = ()

    @property
    def context(self) -> ActorContext:
        """The person of this turn, acting; raises NotAllowed for a stranger."""
        person = self.require_person()
        return ActorContext(self.unit, person, self.posts, self.policy, self.now, self.reactions)

    @property
    def today(self) -> date:
        """The date where the people are."""
        return self.policy.day_of(self.now)

    @property
    def clock(self) -> datetime:
        """The time where the people are, without a zone."""
        return self.policy.local(self.now).replace(tzinfo=None)

    @property
    def language(self) -> str:
        """The person's language, or the installation's for a stranger."""
        return self.person.language if self.person else self.policy.language

    def require_person(self) -> Person:
        """Returns the person; handlers of enrolled people have one."""
        if self.person is None:
            raise NotAllowed("not-enrolled")
        return self.person

    def text(self, key: str, /, **args: str | int) -> Rich:
        """Returns a text in the person's language."""
        return render(key, self.language, **args)

    def label(self, key: str, /, **args: str | int) -> str:
        """Returns a text as plain characters, for a button."""
        return label(key, self.language, **args)

    def say(self, key: str, /, **args: str | int) -> None:
        """Adds a paragraph to the answer."""
        self.said.append(self.text(key, **args))

    def say_rich(self, *paragraphs: str) -> None:
        """Adds paragraphs that are rich text already."""
        self.said.extend(paragraphs)

    def next_prompt_id(self, *, commands: bool = False) -> str:
        """Returns the id that the next prompt of this talk has."""
        number = f"{self.talk.id}.{self.talk.prompt_count + 1}"
        return f"{COMMAND_PROMPT}{number}" if commands else number

    def ask(
        self,
        choices: tuple[Choice, ...] = (),
        *,
        expects: Expects = Expects.CHOICE,
        navigation: tuple[Choice, ...] = (),
        selected: frozenset[str] = frozenset(),
        columns: int = 1,
        commands: bool = False,
    ) -> None:
        """Ends the answer with an open prompt; the words of the question are said before.

        The buttons of a prompt of `commands` are commands ("report.12") that work at any time.
        """
        self.asked = Prompt(
            id=self.next_prompt_id(commands=commands),
            expects=expects,
            choices=tuple(_begun_large(choice) for choice in choices),
            navigation=navigation,
            selected=selected,
            columns=columns,
        )
        self.question = ""

    def ask_message(self, message: Message) -> None:
        """Ends the answer with a message that a dialogue has made, its prompt included."""
        self.said.append(message.text)
        self.asked, self.question = message.prompt, message.text
        self.attachments = message.attachments

    def repeat_prompt(self) -> None:
        """Shows the open question once more, below everything else."""
        open_prompt = self.talk.prompt
        if open_prompt and open_prompt.prompt:
            old = open_prompt.prompt
            self.said.append(open_prompt.text)
            # It is the same question: who saw it before has seen it.
            self.asked = replace(old, choices=tuple(map(_begun_large, old.choices)))
            self.question = open_prompt.text

    def close_prompt(self) -> None:
        """Closes the open prompt without another question."""
        self.closes_prompt = True

    def start(self, handler: str, state: TaskState) -> None:
        """Puts a task in charge of the talk; what was open before is left."""
        self.leave()
        self.talk.handler = handler
        self.keep(state)

    def keep(self, state: TaskState) -> None:
        """Remembers where the task stands until the next answer."""
        self.talk.state = state.model_dump(mode="json")

    @overload
    def state(self, kind: type[S], /) -> S: ...
    @overload
    def state(self, kind: type[S], other: type[S2], /) -> S | S2: ...
    @overload
    def state(self, kind: type[S], other: type[S2], third: type[S3], /) -> S | S2 | S3: ...
    @overload
    def state(
        self, kind: type[S], other: type[S2], third: type[S3], fourth: type[S4], /
    ) -> S | S2 | S3 | S4: ...
    def state(self, *kinds: type[TaskState]) -> TaskState:
        """Returns where the task stands, as the first of the kinds that it is.

        Raises Conflict, and leaves the task, for what another version of the program kept.
        """
        for kind in kinds:
            try:
                return kind.model_validate(self.talk.state)
            except ValidationError:
                continue
        self.leave()
        raise Conflict("talk-outdated")

    def leave(self) -> None:
        """Ends the talk's task: no handler is in charge; a draft stays for later."""
        self.talk.handler = None
        self.talk.state = {}
        self.talk.draft_id = None
        self.close_prompt()


def _begun_large(choice: Choice) -> Choice:
    """Returns a button whose words begin with a capital, as "tháng 11" does not."""
    return replace(choice, label=choice.label[:1].upper() + choice.label[1:])
