"""What every page in a browser stands on: the guard before it, its files, its frames."""
