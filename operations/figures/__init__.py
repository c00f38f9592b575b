"""Figures: who reported, what was counted, how far targets are met."""
