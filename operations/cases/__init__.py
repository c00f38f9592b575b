"""Difficulties, from being told to being solved."""
