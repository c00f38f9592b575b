"""What a page of the desk is: its address, who may see it, and the function that shows it."""

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from urllib.parse import parse_qsl

from starlette.datastructures import FormData

from desk.settings import DeskSettings
from desk.view import Asking, Unknown, View, read_number
from documents.tables.columns import SheetName
from domain.chapters import Area, ChapterKind
from domain.files import StoredFile
from domain.refusals import BadInput, NotFound, Refusal
from domain.reporting_span import LENGTHS, span_of
from operations.access import held
from operations.context import ActorContext
from operations.desks import Standpoint
from operations.rights import Right, roles_with
from operations.wording import moment_words
from texts import label

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """What a page shows: a frame with the values for it.

    A page that waits for something is asked for `again` after so many seconds, 0 for never.
    """

    frame: str
    values: Mapping[str, Any]
    again: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A file that a page gives: what it is called, and `make` that returns its bytes.

    It is made once the page's transaction is over; `is_shown` in the browser, else kept.
    """

    name: str
    mime: str
    make: Callable[[], Awaitable[bytes]]
    is_shown: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file that was sent and is on disk, or why it was not taken."""

    name: str
    stored: StoredFile | None = None
    refusal: Refusal | None = None

    def require(self) -> StoredFile:
        """Returns the file; raises the refusal where it was not taken."""
        if self.stored is None:
            raise self.refusal or BadInput("file-missing")
        return self.stored


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """Somebody at a page: who acts, what they ask for, and where they stand.

    `pages` are those that their posts give them, by name. `given` are the parts of the address
    that the page's path names, `kinds` those that can be looked at alone; `form` is what was
    sent, with the `upload`. `root` leads to the desk's first page. A form on the page is sent
    with the `form_id`, by which it has its effect once.
    """

    context: ActorContext
    page: "Page"
    pages: Mapping[str, "Page"]
    view: View
    stand: Standpoint
    kinds: Sequence[ChapterKind]
    unknown: Sequence[Unknown]
    given: Mapping[str, str]
    form: FormData
    upload: Upload
    form_id: str
    session_id: int
    root: str
    settings: DeskSettings

    @property
    def language(self) -> str:
        """The language of who visits."""
        return self.context.actor.language

    def word(self, key: str, /, **args: str | int) -> str:
        """Returns a text of the desk as plain characters."""
        return label(f"desk-{key}", self.language, **args)

    def require_place(self) -> Area:
        """Returns the place looked at; raises NotFound where there are chapters alone."""
        if self.stand.place is None:
            raise NotFound("not-in-sight")
        return self.stand.place

    def number(self, part: str) -> int:
        """Returns the number that stands in a part of the address; raises NotFound for none."""
        try:
            return read_number(self.given[part])
        except ValueError as error:
            raise NotFound("not-in-sight") from error

    @property
    def only_words(self) -> str:
        """What kind or association is looked at alone."""
        named = (one.name for one in self.kinds if one.id == self.view.kind)
        return next(named, self.view.association or "")

    def moment_in_words(self, moment: datetime) -> str:
        """Returns a moment as it was where the people are: "20h06 ngày 01/11/2026"."""
        return moment_words(self.context.policy.local(moment), self.language)

    @property
    def lengths(self) -> list[tuple[str, str, bool]]:
        """The ways to periods of other lengths: label, address, whether it is this one."""
        here = self.view.period
        day = min(here.last_day, self.context.today)
        return [
            (
                self.word(f"length-{months}"),
                self.link(period=span_of(day, months)),
                months == here.months,
            )
            for months in LENGTHS
        ]

    def kept(self, *without: str) -> list[tuple[str, str]]:
        """Returns the parameters of this page's address but some, for the fields of a form."""
        pairs = parse_qsl(self.view.query(is_same_page=True))
        return [(name, value) for name, value in pairs if name not in {"after", *without}]

    @property
    def menu(self) -> list["Page"]:
        """The pages that stand in the menu of this person, in their order."""
        return [page for page in self.pages.values() if page.in_menu]

    def link(self, name: str = "", /, **changes: Any) -> str:  # noqa: ANN401 - fields of a view
        """Returns where a page shows the same place and period, with some changes; "" for none.

        Without a name it is this page. What the page's path names is given by the changes too.
        """
        page = self.pages.get(name) if name else self.page
        if page is None:
            return ""
        parts = {part: str(changes.pop(part)) for part in page.parts if part in changes}
        is_same = page is self.page
        view = self.view if is_same else replace(self.view, chosen={})
        path = page.path.lstrip("/").format(**{**self.given, **parts})
        return f"{self.root}{path}?{view.at(**changes).query(is_same_page=is_same)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page: `show` answers whoever has the `right`; `act` takes what is sent to it, if any.

    Its `name` is that of its text `desk-page-NAME` as well. `act` returns where to go on, or
    what to show at once. That somebody looked at a page that `is_noted` is written down.
    Its `sheet` takes out what it shows. One that takes a file asks `admit` what the content of
    a file of a name must be, which refuses what is not taken.
    """

    name: str
    path: str
    right: Right
    show: Callable[[Visit], Awaitable[Drawn | Given]]
    act: Callable[[Visit], Awaitable[str | Drawn]] | None = None
    asking: Asking = field(default_factory=Asking)
    in_menu: bool = True
    is_noted: bool = False
    sheet: SheetName | None = None
    admit: Callable[[ActorContext, str], Awaitable[str]] | None = None

    def is_for(self, context: ActorContext) -> bool:
        """True for somebody whose posts give them this page."""
        return bool(held(context.posts, roles_with(self.right), context.today))

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of what stands in its path."""
        return tuple(_PLACEHOLDER.findall(self.path))
