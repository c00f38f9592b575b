"""Talks about oneself: coming in, settings, data, leaving."""
