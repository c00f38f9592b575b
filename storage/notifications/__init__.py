"""Whom the bot writes to by itself, and of what."""
