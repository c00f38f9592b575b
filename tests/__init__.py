"""Tests: conversations and use cases through the real layers."""
