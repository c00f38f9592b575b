"""Renders a text key and its arguments into rich text in a person's language."""

from functools import lru_cache
from html import escape, unescape
from importlib.resources import files
from re import compile as pattern

from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("vi", "en")

_TAG = pattern(r"</?[bi]>")
# What is quoted ends with the quotation; the sentence around it has a stop of its own.
_STOP = pattern(r"(?<!\.)\.(?=”)")


class Rich(str):
    """Text that is rich already, so that `render` does not escape it again."""


@lru_cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for file in sorted(files("texts").joinpath(language).iterdir(), key=lambda f: f.name):
        if file.name.endswith(".ftl"):
            bundle.add_resource(FluentResource(file.read_text("utf-8")))
    return bundle


def render(key: str, language: str = "vi", /, **args: str | int) -> Rich:
    """Returns the rich text of `key`; string arguments are escaped unless they are `Rich`.

    Raises LookupError for an unknown key and ValueError for a missing argument.
    """
    bundle = _bundle(language)
    message = bundle.get_message(key)
    if message.value is None:
        raise LookupError(key)
    safe = {name: _safe(value) for name, value in args.items()}
    text, errors = bundle.format_pattern(message.value, safe)
    if errors:
        raise ValueError(f"{key}: {errors}")
    return Rich(_STOP.sub("", str(text)))


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
