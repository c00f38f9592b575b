"""Digests: figures to text."""
