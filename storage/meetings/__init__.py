"""Meetings ahead and past, and what they are planned by."""
