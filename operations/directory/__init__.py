"""Places, chapters, people and posts, looked at and changed."""
