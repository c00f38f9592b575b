"""Zalo's Bot Platform: text and pictures, no buttons, no edits, no files."""
