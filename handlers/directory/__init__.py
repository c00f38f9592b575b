"""Talks about places, chapters, kinds and posts."""
