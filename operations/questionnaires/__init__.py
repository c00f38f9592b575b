"""Questionnaires: who asks whom, what it costs in messages, and what was answered."""
