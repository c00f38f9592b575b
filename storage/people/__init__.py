"""People, their posts, ways in, and personal data."""
