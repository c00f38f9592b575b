"""The buttons of places, chapters, kinds and posts."""

from dataclasses import dataclass

from domain.buttons import Button
from domain.chapter_changes import What
from domain.kind_changes import KindField
from domain.people import Role


class DirectoryButton(Button, task="directory"):
    """Leads into the directory."""


@dataclass(frozen=True)
class OpenChapter(DirectoryButton, letter="c"):
    """A chapter."""

    chapter: int


@dataclass(frozen=True)
class OpenArea(DirectoryButton, letter="a", separator="-"):
    """A place and what is below it."""

    area: int
    page: int = 1


@dataclass(frozen=True)
class OpenFound(DirectoryButton, letter="s"):
    """What the last search brought."""

    page: int


@dataclass(frozen=True)
class Appoint(Button, task="appoint", separator="-"):
    """Who holds a role of a chapter."""

    chapter: int
    role: Role


@dataclass(frozen=True)
class ReplaceHolder(Button, letter="r"):
    """Gives a post to somebody else."""

    post: int


@dataclass(frozen=True)
class FindStandIn(Button, letter="t"):
    """Lends a post for a time."""

    post: int


@dataclass(frozen=True)
class DismissHolder(Button, letter="d"):
    """Takes a post away."""

    post: int


class AddHolder(Button, letter="n"):
    """Gives somebody a post of their own."""


@dataclass(frozen=True)
class ChooseHolder(Button, letter="p"):
    """Somebody known who is to have the post."""

    person: int


class ChangeButton(Button, task="change"):
    """Leads to changes of chapters."""


@dataclass(frozen=True)
class ChangeChapter(ChangeButton, separator="-"):
    """Changes one thing of a chapter."""

    chapter: int
    what: What


@dataclass(frozen=True)
class UndoChange(ChangeButton, letter="u"):
    """Takes a change back."""

    change: int


class OpenTrash(ChangeButton, letter="trash"):
    """What was taken away and can be brought back."""


class KindButton(Button, task="kinds"):
    """Leads to kinds of chapters."""


@dataclass(frozen=True)
class OpenKind(KindButton):
    """One kind."""

    kind: int


@dataclass(frozen=True)
class ChangeKind(KindButton, separator="-"):
    """Changes one field of a kind."""

    kind: int
    field: KindField


@dataclass(frozen=True)
class ListKinds(KindButton, letter="l"):
    """A page of all kinds."""

    page: int


@dataclass(frozen=True)
class OpenJournal(Button, task="journal", letter="p"):
    """A page of what changed everywhere."""

    page: int


@dataclass(frozen=True)
class OpenJournalOf(Button, task="journal", letter="c", separator="-"):
    """A page of what changed in one chapter."""

    chapter: int
    page: int = 1
