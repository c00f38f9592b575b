"""Rules and shared types: pure, no input or output, no clock of its own."""
