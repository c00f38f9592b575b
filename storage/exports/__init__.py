"""Rows of the sheets that staff take out, read in pages that each begin after the one before."""
