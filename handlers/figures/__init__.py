"""Talks about figures."""
