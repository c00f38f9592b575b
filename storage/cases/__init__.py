"""Difficulties and what becomes of them."""
