"""Renders a text key and its arguments into rich text in a person's language."""

from collections.abc import Mapping
from functools import cache, lru_cache
from html import escape, unescape
from importlib.resources import files
from re import MULTILINE
from re import compile as pattern
from typing import TYPE_CHECKING, Any

from domain.levels import name_within_sentence

if TYPE_CHECKING:
    from fluent.runtime.resolver import Message


LANGUAGES = ("vi", "en")

# A message or term begins a line; comments between them are left with the one before.
_ENTRY = pattern(r"^(?=-?[a-z][\w-]* = ?)", MULTILINE)
_ARGUMENT = pattern(r"\$([\w-]+)")
_REFERENCE = pattern(r"\{\s*(-?[a-z][\w-]*)")
_TAG = pattern(r"</?[bi]>")
# What is quoted ends with the quotation; the sentence around it has a stop of its own.
_STOP = pattern(r"(?<![.“])\.(?=”)")


class Rich(str):
    """Text that is rich already, so that `render` does not escape it again."""


class _Texts:
    """The texts of a language; each is parsed when it is first needed, with what it refers to."""

    def __init__(self, language: str) -> None:
        # With the calendars of the world behind it: not for a command that says nothing of ours.
        from fluent.runtime import FluentBundle, FluentResource  # noqa: PLC0415

        functions: dict[str, Any] = {"WITHIN": name_within_sentence}
        self.bundle = FluentBundle([language], functions=functions, use_isolating=False)
        self._resource = FluentResource
        self._unparsed: dict[str, str] = {}
        self._arguments: dict[str, frozenset[str]] = {}
        for file in files("texts").joinpath(language).iterdir():
            if file.name.endswith(".ftl"):
                entries = _ENTRY.split(file.read_text("utf-8"))[1:]
                self._unparsed.update((entry[: entry.index(" ")], entry) for entry in entries)

    def get_message(self, key: str) -> "Message":
        """Returns the message of `key`; raises LookupError for an unknown one."""
        self._parse(key)
        return self.bundle.get_message(key)

    def arguments(self, key: str) -> frozenset[str]:
        """Returns the names of what `key` and the texts it refers to are filled with."""
        self._parse(key)
        return self._arguments.get(key, frozenset())

    def _parse(self, key: str) -> None:
        if entry := self._unparsed.pop(key, ""):
            self.bundle.add_resource(self._resource(entry))
            found = set(_ARGUMENT.findall(entry))
            for other in _REFERENCE.findall(entry):
                self._parse(other)
                found |= self._arguments.get(other, frozenset())
            self._arguments[key] = frozenset(found)


_texts = lru_cache(_Texts)


def render(key: str, language: str = "vi", /, **args: str | int) -> Rich:
    """Returns the rich text of `key`; string arguments are escaped unless they are `Rich`.

    Raises LookupError for an unknown key and ValueError for a missing argument.
    """
    return _render(key, language, args) if args else _render_fixed(key, language)


@cache
def _render_fixed(key: str, language: str) -> Rich:
    return _render(key, language, {})


def _render(key: str, language: str, args: Mapping[str, str | int]) -> Rich:
    texts = _texts(language)
    message = texts.get_message(key)
    if message.value is None:
        raise LookupError(key)
    safe = {name: _safe(value) for name, value in args.items()}
    text, errors = texts.bundle.format_pattern(message.value, safe)
    if errors:
        raise ValueError(f"{key}: {errors}")
    return Rich(_STOP.sub("", str(text)))


def list_arguments(key: str, language: str) -> frozenset[str]:
    """Returns the names of what the text of `key` is filled with, none for an unknown one."""
    return _texts(language).arguments(key)


def label(key: str, language: str = "vi", /, **args: str | int) -> str:
    """Returns the text of `key` as plain characters, for a button."""
    return plain(render(key, language, **args))


def plain(rich: str) -> str:
    """Returns rich text without its markup."""
    return unescape(_TAG.sub("", rich))


def escape_rich(text: str) -> Rich:
    """Returns plain characters as rich text."""
    return text if isinstance(text, Rich) else Rich(escape(text, quote=False))


def _safe(value: str | int) -> str | int:
    return escape_rich(value) if isinstance(value, str) else value
