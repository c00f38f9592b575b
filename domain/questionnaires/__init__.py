"""Questionnaires: questions as data, what may be answered to them, and when each is asked."""
