"""Reports, their reviews, and how chapters stand."""
