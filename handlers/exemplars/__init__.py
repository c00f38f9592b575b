"""Talks about models and good practice."""
