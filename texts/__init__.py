"""Words people see: Fluent files per language, rendered to rich text."""

from texts.render import LANGUAGES, Rich, label, plain, render

__all__ = ["LANGUAGES", "Rich", "label", "plain", "render"]
