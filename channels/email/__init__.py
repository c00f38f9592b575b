"""E-mail: letters to staff, never answered there."""
