"""Words people see: Fluent files per language, rendered to rich text."""

from texts.render import LANGUAGES, Rich, escape_rich, label, list_arguments, plain, render

__all__ = ["LANGUAGES", "Rich", "escape_rich", "label", "list_arguments", "plain", "render"]
