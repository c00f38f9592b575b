"""Cadres: duties, visits, attendance and grades."""
