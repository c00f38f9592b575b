"""Models and good practice, and how they spread."""
