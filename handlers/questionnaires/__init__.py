"""Asking chapters, following their answers, and answering."""
