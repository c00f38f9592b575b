"""Talks about topics, and messages to the cadre."""
