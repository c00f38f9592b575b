"""Reports: opened, sent, corrected, read, accepted and returned."""
