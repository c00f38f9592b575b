"""Talks about difficulties."""
