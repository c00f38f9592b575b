"""Places, chapters and kinds, as they are and as they were."""
