"""Sheets of figures and records, asked for in the chat."""
