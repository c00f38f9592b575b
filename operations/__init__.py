"""Use cases: who may, what changes, who is told."""
