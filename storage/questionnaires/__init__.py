"""Questionnaires, drafts of answers, and answers."""
