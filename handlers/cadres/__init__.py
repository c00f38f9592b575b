"""Talks of cadres: visits, attendance, grades, their chapters."""
