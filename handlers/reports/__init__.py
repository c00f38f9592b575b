"""Talks about reports: sending, reading, returning, opening again."""
