"""Cadres at meetings: duties, visits, attendance and grades."""
