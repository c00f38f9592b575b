"""Benchmarks: one command each, `python -m benchmarks.<name>`, with production defaults."""
