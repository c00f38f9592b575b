"""Meetings: planned, moved, paused, closed and opened again."""
